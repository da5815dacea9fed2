// Makes sure that what package-lock.json and the sources say is what runs: installs, builds, and nothing when both
// are current. Plain JavaScript for Node 20, because on a fresh clone nothing newer is here yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const at = (...parts) => join(root, ...parts);
/** Written by tools/link-command.mjs at the end of every install: the lock file that was installed. */
export const installedMark = at("node_modules", ".motcua-lock");
const builtMark = at("dist", ".built.json");
const windows = process.platform === "win32";

/** Prints both sentences and leaves with code 1, without a stack: the operator can mend this. */
export function stopWith(vi, en) {
  process.stderr.write(`motcua: ${vi}\n        ${en}\n`);
  process.exit(1);
}

/** Installs and builds where needed. `say` gets a line before each long step. */
export async function ensureReady(say) {
  refuseOldNode();
  if (isInstalled() && isBuilt()) return;
  await inTurn(async () => {
    if (!isInstalled()) install(say);
    if (!isBuilt()) build(say);
  });
}

export async function ensureInstalled(say) {
  refuseOldNode();
  if (isInstalled()) return;
  await inTurn(async () => {
    if (!isInstalled()) install(say);
  });
}

function refuseOldNode() {
  if (Number(process.versions.node.split(".")[0]) >= 20) return;
  stopWith(
    `Node.js ${process.versions.node} quá cũ. Hãy cài Node.js 20 trở lên (https://nodejs.org) rồi chạy lại.`,
    `Node.js ${process.versions.node} is too old. Install Node.js 20 or newer (https://nodejs.org), then run again.`,
  );
}

export const lockHash = () => hashOf([at("package-lock.json")]);

function isInstalled() {
  if (existsSync(installedMark) && readFileSync(installedMark, "utf8").trim() === lockHash()) return true;
  if (!holdsLockedVersions()) return false;
  writeFileSync(installedMark, `${lockHash()}\n`);
  return true;
}

/** `npm install NAME` changes the lock file without calling us; npm's own note of what lies in node_modules tells. */
function holdsLockedVersions() {
  try {
    const read = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
    const [wanted, there] = [read(at("package-lock.json")), read(at("node_modules", ".package-lock.json"))];
    // Installed without the development packages: then all of them may be missing, else none.
    const withoutDev = !Object.values(there).some(({ dev }) => dev);
    return Object.entries(wanted).every(
      ([place, { version, optional, dev }]) =>
        place === "" ||
        there[place]?.version === version ||
        (there[place] === undefined && (optional || (dev && withoutDev))),
    );
  } catch {
    return false;
  }
}

function install(say) {
  say("Đang cài đặt thư viện (npm ci) … / Installing packages (npm ci) …");
  const done = runNpm(["ci", "--no-fund", "--no-audit", "--loglevel=error"]);
  if (done.status !== 0) {
    stopWith(
      "Không cài đặt được thư viện (xem lời báo của npm ở trên). Hãy kiểm tra kết nối mạng tới kho npm, hoặc chép thư mục node_modules từ máy khác, rồi chạy lại.",
      "The packages could not be installed (see npm's words above). Check the network to the npm registry, or copy node_modules from another machine, then run again.",
    );
  }
  writeFileSync(installedMark, `${lockHash()}\n`);
}

/** npm runs on the Node it came with: our own node_modules/.bin/node is about to be replaced under its feet. */
function runNpm(args) {
  const own = at("node_modules", ".bin");
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => resolve(folder) !== own);
  const options = { cwd: root, stdio: ["ignore", 2, 2], env: { ...process.env, PATH: path.join(delimiter) } };
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script && node && existsSync(script) && existsSync(node) && !resolve(node).startsWith(own)) {
    return spawnSync(node, [script, ...args], options);
  }
  return spawnSync(windows ? "npm.cmd" : "npm", args, { ...options, shell: windows });
}

/** What the program is made from. `dist` is current when the hash of these is the one it was built from. */
export function sourceHash() {
  return hashOf(
    [
      at("package-lock.json"),
      at("package.json"),
      at("tsconfig.json"),
      at("tools", "build.mjs"),
      at("tools", "law-values.ts"),
      at("tools", "program-bundle.ts"),
      ...filesIn(at("src")),
      ...filesIn(at("law")),
    ].filter((path) => !/\.test\.tsx?$/.test(path)),
  );
}

export function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** A hash over names and contents: times change with every checkout, contents do not. */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  return hash.digest("hex");
}

/** What the last build was made from; empty when there is none. */
export function lastBuild() {
  try {
    return JSON.parse(readFileSync(builtMark, "utf8"));
  } catch {
    return {};
  }
}

export const noteBuild = (note) => writeFileSync(builtMark, `${JSON.stringify(note)}\n`);

export function isBuilt() {
  return existsSync(at("dist", "cli.js")) && lastBuild().source === sourceHash();
}

function build(say) {
  say("Đang biên dịch … / Building …");
  const done = spawnSync(findNode(), [at("tools", "build.mjs")], { cwd: root, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) stopWith("Biên dịch không thành công (xem ở trên).", "The build failed (see above).");
}

/** Our own Node from the lock file; the one we run on where install scripts were not allowed and it is new enough. */
export function findNode() {
  const own = windows ? at("node_modules", "node", "bin", "node.exe") : at("node_modules", "node", "bin", "node");
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split(".")[0]) >= 26) return process.execPath;
  return stopWith(
    'Thiếu Node.js 26 trong node_modules. Hãy chạy "npm ci" với quyền chạy script cài đặt (không dùng --ignore-scripts).',
    'Node.js 26 is missing from node_modules. Run "npm ci" with install scripts allowed (without --ignore-scripts).',
  );
}

/** Two starters at once: the second waits for the first, then finds the work done. */
async function inTurn(work) {
  const lock = join(tmpdir(), `motcua-prepare-${createHash("sha256").update(root).digest("hex").slice(0, 12)}`);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
      else await new Promise((done) => setTimeout(done, 200));
    }
  }
  const free = () => rmSync(lock, { recursive: true, force: true });
  process.once("exit", free);
  writeFileSync(join(lock, "pid"), String(process.pid));
  try {
    await work();
  } finally {
    free();
    process.off("exit", free);
  }
}

function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "EPERM") return false;
    if (error.code !== "ENOENT") return true;
    // Not written yet, or removed a moment ago.
    try {
      return Date.now() - statSync(lock).mtimeMs > 5_000;
    } catch {
      return false;
    }
  }
}

/**
 * Becomes `node dist/cli.js …`: the process itself where the system lets us, so that signals, terminal and exit code
 * need no messenger; else a child that gets every signal passed on.
 */
export function becomeMotcua(args) {
  const node = findNode();
  const line = [at("dist", "cli.js"), ...args];
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? at("node_modules", ".cache", "motcua"),
  };
  if (typeof process.execve === "function" && !windows) {
    process.removeAllListeners("warning"); // older Nodes call execve experimental
    process.execve(node, [node, ...line], env);
  }
  const child = spawn(node, line, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm ends at SIGTERM together with its shell, without a word to us.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 300).unref();
  child.once("error", (error) =>
    stopWith(`Không chạy được ${node}: ${error.message}`, `Cannot run ${node}: ${error.message}`),
  );
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (signal === "SIGKILL" ? 9 : 15);
  });
}
