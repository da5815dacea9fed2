// docs/law-to-confirm.md: what stands in the law without having been read, the least proven first. `--write` renews it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { procedures } from "../law/procedures/index.ts";
import { sources } from "../law/sources/index.ts";
import { lawTables } from "../law/tables.ts";
import { lawToConfirm } from "../law/to-confirm.ts";

const file = join(resolve(import.meta.dirname, ".."), "docs/law-to-confirm.md");
const now = lawToConfirm(lawTables, sources(), procedures);
if (process.argv.includes("--write")) writeFileSync(file, now);
else if (!existsSync(file) || readFileSync(file, "utf8") !== now) {
  process.stdout.write("docs/law-to-confirm.md is not what the law says. Then: node tools/law-to-confirm.ts --write\n");
  process.exitCode = 1;
}
