// Completes package-lock.json after an `npm install` on a registry that does not carry every platform's variant of a
// package: npm then leaves the variant out, and refuses the lock file at the next `npm ci`. What is added says which
// version and for which platform, so machines of that platform find it and all others pass it by.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ensure.mjs";

const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const added = [];
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = platformOf(name);
    if (at === "" || !place || isThere(at, name)) continue;
    const exact = version.replace(/^[\^~]/, "");
    lock.packages[`node_modules/${name}`] = {
      version: exact,
      ...place,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    added.push(`${name}@${exact}`);
  }
}
const checking = process.argv.includes("--check");
if (checking && added.length > 0) process.exitCode = 1;
if (!checking && added.length > 0) {
  const [own, ...others] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([own, ...others.sort(([a], [b]) => a.localeCompare(b, "en"))]);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
const verdict = checking ? "missing (run: node tools/complete-lock.mjs)" : "added";
process.stdout.write(added.length === 0 ? "package-lock.json is complete\n" : `${verdict}: ${added.join(", ")}\n`);

/** Looked for where Node would: beside the package that asks, then further up. */
function isThere(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (folder === "" || !folder.includes("/node_modules/")) return lock.packages[`node_modules/${name}`] !== undefined;
  }
}

/** What the end of such a name says, in npm's words; null for names that name no platform. */
function platformOf(name) {
  const found =
    /[-/](android|darwin|freebsd|linux|openharmony|win32|windows)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(.+))?$/.exec(
      name,
    );
  if (!found) return null;
  const [, system, cpu, kind = ""] = found;
  const libc = system !== "linux" ? null : kind.startsWith("musl") ? "musl" : kind.startsWith("gnu") ? "glibc" : null;
  return { cpu: [cpu], os: [system === "windows" ? "win32" : system], ...(libc ? { libc: [libc] } : {}) };
}
