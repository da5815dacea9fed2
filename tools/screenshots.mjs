// `npm run screenshots -- FOLDER [WORD]`: a PNG of every page of the office by role and of the portal, at 1366 and at 320 pixels;
// with a word, only of those whose address holds it.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const [, , folder, word = ""] = process.argv;
if (!folder) {
  console.error(
    "npm run screenshots -- FOLDER [WORD]   (a folder outside the repository, for instance /tmp/motcua-screens)",
  );
  process.exit(2);
}
const run = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/screens/vitest.config.ts"],
  { stdio: "inherit", env: { ...process.env, SCREENSHOTS_INTO: resolve(folder), SCREENSHOTS_OF: word } },
);
process.exit(run.status ?? 1);
