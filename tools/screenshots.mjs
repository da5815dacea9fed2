// `npm run screenshots -- FOLDER`: a PNG of every page of the office by role and of the portal, at 1366 and at 320 pixels.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const folder = process.argv[2];
if (!folder) {
  console.error("npm run screenshots -- FOLDER   (a folder outside the repository, for instance /tmp/motcua-screens)");
  process.exit(2);
}
const run = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/screens/vitest.config.ts"],
  { stdio: "inherit", env: { ...process.env, SCREENSHOTS_INTO: resolve(folder) } },
);
process.exit(run.status ?? 1);
