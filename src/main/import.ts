import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Text, text } from "../kernel/text.ts";
import { loadRegisterImports, rebuildIndexes } from "../modules/population/index.ts";
import { systemClock } from "../platform/clock.ts";
import { openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { bringUpToDate } from "./boot.ts";
import { say, withDatabase } from "./upkeep.ts";

const TELL_EVERY = 10_000;

/**
 * `motcua import KIND FILE`: brings a CSV file into a register; `motcua import KIND --template` prints a file to fill. Leaves with code 1
 * where rows were not taken, so that a script notices.
 */
export async function importNow(args: readonly string[], settings: Settings): Promise<number> {
  const { registerImports } = await loadRegisterImports();
  const wish = wishOf(args, Object.keys(registerImports));
  const kind = Object.entries(registerImports).find(([name]) => name === wish.kind)?.[1];
  if (!kind) throw usage(Object.keys(registerImports));
  if (wish.file === null) {
    process.stdout.write(kind.template());
    return 0;
  }
  const path = resolve(wish.file);
  if (!existsSync(path)) throw new Trouble(text(`Không có tệp ${path}.`, `There is no file ${path}.`));
  let code = 0;
  await withDatabase(settings, async (database) => {
    await bringUpToDate({ database, say });
    const owner = openDatabase({ url: database.ownerUrl, most: 2, name: "motcua import" });
    try {
      await rebuildIndexes(owner);
      const done = await kind.run({ owner, clock: systemClock, kind: wish.kind, path, tell: progress() });
      if (!done.ok) throw new Trouble(done.failure);
      const { added, changed, unchanged, rejected, rejectsPath, before } = done.value;
      if (before) say(text("Tệp này đã được nhập xong trước đây.", "This file was imported before."));
      say(
        text(
          `Thêm ${added}, thay đổi ${changed}, không đổi ${unchanged}, không nhận ${rejected}.`,
          `Added ${added}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected}.`,
        ),
      );
      if (rejectsPath) {
        say(text(`Lý do từng dòng: ${rejectsPath}`, `The reason of each row: ${rejectsPath}`));
        code = 1;
      }
    } finally {
      await owner.close();
    }
  });
  return code;
}

function progress(): (state: { readonly rowsDone: number }) => void {
  let told = 0;
  return ({ rowsDone }) => {
    if (rowsDone - told < TELL_EVERY) return;
    told = rowsDone;
    say(text(`Đã xử lý ${rowsDone} dòng …`, `${rowsDone} rows done …`));
  };
}

function wishOf(
  args: readonly string[],
  kinds: readonly string[],
): { readonly kind: string; readonly file: string | null } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { template: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [kind = "", file = null] = positionals;
    if (positionals.length <= 2 && (values.template ? file === null : file !== null)) return { kind, file };
  } catch {
    // An option we do not know: the same answer as a missing file.
  }
  throw usage(kinds);
}

const usage = (kinds: readonly string[]): Trouble => {
  const said: Text = text(
    `Cần loại dữ liệu và tệp CSV: motcua import ${kinds.join("|")} FILE.csv; tệp mẫu: motcua import ${kinds[0]} --template`,
    `A kind of data and a CSV file are needed: motcua import ${kinds.join("|")} FILE.csv; for a template: motcua import ${kinds[0]} --template`,
  );
  return new Trouble(said);
};
