// `npm test [paths]`: installs, builds, runs every test; the last line is always `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureReady, findNode, root } from "./ensure.mjs";

await ensureReady((line) => process.stdout.write(`${line}\n`));
const folder = mkdtempSync(join(tmpdir(), "motcua-report-"));
const report = join(folder, "report.json");
const run = spawnSync(
  findNode(),
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NO_COLOR: process.stdout.isTTY ? (process.env.NO_COLOR ?? "") : "1" },
  },
);
const { passed, failed } = countsOf(report, run.status);
rmSync(folder, { recursive: true, force: true });
if (passed + failed === 0) process.stdout.write("No test was found. / Không có kiểm thử nào.\n");
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** A file that does not load has no tests to count, yet it failed; so did a run that ended badly without a failed test. */
function countsOf(path, status) {
  let passed = 0;
  let failed = 0;
  try {
    const { testResults } = JSON.parse(readFileSync(path, "utf8"));
    for (const file of testResults) {
      const count = (wanted) => file.assertionResults.filter((test) => test.status === wanted).length;
      passed += count("passed");
      failed += count("failed");
      if (file.status === "failed" && count("failed") === 0) failed += 1;
    }
  } catch {
    failed += 1; // the run ended before it could report
  }
  if (status !== 0 && failed === 0 && passed > 0) failed += 1;
  return { passed, failed };
}
