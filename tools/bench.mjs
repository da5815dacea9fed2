// `npm run bench [what …]`: builds, then measures the built program beside raw baselines; see bench/bench.ts.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureReady, findNode, root } from "./ensure.mjs";

await ensureReady((line) => process.stderr.write(`${line}\n`));
const run = spawnSync(findNode(), [join(root, "bench/bench.ts"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exit(run.status ?? 1);
