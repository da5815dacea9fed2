// `npm run check`: everything that can be known without running a test. Runs all, then names all that failed.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, filesIn, findNode, root } from "./ensure.mjs";

await ensureInstalled((line) => process.stdout.write(`${line}\n`));
const node = findNode();
const bin = (path) => join(root, "node_modules", path);

/** Each answers with what is wrong, or with nothing. A new check is one more line here. */
const CHECKS = {
  "format and lint (biome)": () =>
    run(node, bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--max-diagnostics=50", "."),
  "types (tsc)": () => run(node, bin("typescript7/bin/tsc"), "-p", ".", "--pretty", "false"),
  "arrows (dependency-cruiser)": arrows,
  "dead code (knip)": () => run(node, bin("knip/bin/knip.js"), "--no-progress"),
  "migrations against the dump": () => run(node, join(root, "tools/check-schema.ts")),
  "law coverage": () => run(node, join(root, "tools/law-coverage.ts")),
  "law to confirm against the law": () => run(node, join(root, "tools/law-to-confirm.ts")),
  "security lines (ASVS)": () => run(node, join(root, "tools/asvs.ts")),
  "one-stop requirements": () => run(node, join(root, "tools/one-stop.ts")),
  "unfinished marks": unfinishedMarks,
  "lock file for every platform": () => run(node, join(root, "tools/complete-lock.mjs"), "--check"),
};

const wanted = process.argv.slice(2);
const names = Object.keys(CHECKS).filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const failed = [];
// Two at a time: one a core on the smallest machine.
const queue = [...names];
await Promise.all([worker(), worker()]);
process.stdout.write(failed.length === 0 ? `\n${names.length} checks passed\n` : `\nfailed: ${failed.join(", ")}\n`);
process.exit(failed.length === 0 && names.length > 0 ? 0 : 1);

async function worker() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const started = performance.now();
    const wrong = await CHECKS[name]();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (wrong !== null) failed.push(name);
    process.stdout.write(
      `${wrong === null ? "ok    " : "FAILED"} ${name} (${seconds} s)\n${wrong ? `${wrong.trimEnd()}\n` : ""}`,
    );
  }
}

function run(command, ...args) {
  return new Promise((done) => {
    let said = "";
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.once("error", (error) => done(String(error)));
    child.once("close", (code) => done(code === 0 ? null : said || `ended with ${code}`));
  });
}

/** The cruiser answers "no violation" also when it could read nothing at all, so the count is checked first. */
async function arrows() {
  const out = await new Promise((done) => {
    const child = spawn(
      node,
      [bin("dependency-cruiser/bin/dependency-cruiser.mjs"), "src", "law", "--output-type", "json"],
      { cwd: root },
    );
    let said = "";
    let wrong = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (wrong += chunk));
    child.once("close", () => done(said || wrong));
  });
  let summary;
  try {
    ({ summary } = JSON.parse(out));
  } catch {
    return String(out);
  }
  const sources = [...filesIn(join(root, "src")), ...filesIn(join(root, "law"))].filter((path) => /\.tsx?$/.test(path));
  if (summary.totalCruised < sources.length * 0.9)
    return `cruised ${summary.totalCruised} modules of ${sources.length}: the cruiser cannot read TypeScript`;
  const rules = Object.fromEntries(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  const lines = summary.violations
    .filter((violation) => violation.rule.severity === "error")
    .map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}\n    ${rules[rule.name] ?? ""}`);
  return lines.length === 0 ? null : lines.join("\n");
}

/** Work that announces itself as unfinished does not pass; words are pieced together so that this file passes. */
function unfinishedMarks() {
  const marks = new RegExp(
    `\\b(TO${"DO"}|FIX${"ME"}|XX${"X"}|HA${"CK"})\\b|\\b(it|test|describe)\\.(only|todo)\\(|not (yet )?implemented`,
    "",
  );
  const found = [];
  for (const folder of ["src", "law", "tests", "tools", "bin", "bench", "db", ".ci"]) {
    for (const path of filesIn(join(root, folder))) {
      if (!/\.(tsx?|mjs|js|cjs|sql|typ|scss|sh)$|\/run$/.test(path) || path.endsWith("tools/check.mjs")) continue;
      readFileSync(path, "utf8")
        .split("\n")
        .forEach((line, index) => {
          if (marks.test(line)) found.push(`${path.slice(root.length + 1)}:${index + 1}: ${line.trim().slice(0, 120)}`);
        });
    }
  }
  return found.length === 0 ? null : found.join("\n");
}
