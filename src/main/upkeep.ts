import { parseArgs } from "node:util";
import { type Text, text } from "../kernel/text.ts";
import { installJobs } from "../platform/jobs.ts";
import { openSecrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { bringUpToDate } from "./boot.ts";
import { borrowDatabase, type DatabaseAddress, startDatabase } from "./open-database.ts";
import { MIGRATIONS } from "./root.ts";

/** Progress goes to the other output: standard output belongs to the answer. */
export const say = (step: Text): void => void process.stderr.write(`${step.vi} / ${step.en}\n`);

/** `motcua migrate` */
export async function migrateNow(settings: Settings): Promise<number> {
  await withDatabase(settings, async (database) => {
    await bringUpToDate({ database, say });
    say(text("Lược đồ đã ở bản mới nhất.", "The schema is up to date."));
  });
  return 0;
}

/** `motcua backup FILE [--with-secrets]` */
export async function backupTo(args: readonly string[], settings: Settings): Promise<number> {
  const { file, flags } = fileAndFlags(args, ["with-secrets"]);
  const { backup } = await import("../platform/backup/index.ts");
  await withDatabase(settings, async (database) => {
    const made = await backup({ ownerUrl: database.ownerUrl, settings, file, withSecrets: flags.has("with-secrets") });
    const ids = made.keysApart.join(", ");
    if (ids)
      say(
        text(
          `CHÚ Ý: các tệp trong bản sao lưu được mã hóa và KHÔNG đọc được nếu thiếu khóa ${ids}, mà khóa này không có trong bản sao lưu. Hãy cất riêng secrets.json (hoặc FILES_KEY, FILES_KEYS_FILE).`,
          `NOTE: the files in the backup are encrypted and CANNOT be read without the key ${ids}, which is not in the backup. Keep secrets.json (or FILES_KEY, FILES_KEYS_FILE) apart.`,
        ),
      );
    say(
      text(
        `Đã sao lưu ${made.rows} dòng và ${made.files} tệp vào ${file}.`,
        `Backed up ${made.rows} rows and ${made.files} files into ${file}.`,
      ),
    );
  });
  return 0;
}

/** `motcua restore FILE [--replace] [--with-secrets] [--without-file-keys]` */
export async function restoreFrom(args: readonly string[], settings: Settings): Promise<number> {
  const { file, flags } = fileAndFlags(args, ["replace", "with-secrets", "without-file-keys"]);
  const { restore } = await import("../platform/backup/index.ts");
  // Its own, never the one a running motcua serves from: that one holds the lock of the data folder.
  const put = async (database: DatabaseAddress): Promise<void> => {
    await installJobs(database.ownerUrl);
    const found = await restore({
      ownerUrl: database.ownerUrl,
      settings,
      migrations: MIGRATIONS,
      file,
      replace: flags.has("replace"),
      withSecrets: flags.has("with-secrets"),
      withoutFileKeys: flags.has("without-file-keys"),
    });
    say(
      text(
        `Đã khôi phục ${found.rows} dòng và ${found.files} tệp.`,
        `Restored ${found.rows} rows and ${found.files} files.`,
      ),
    );
  };
  await withDatabase(settings, put, startDatabase);
  return 0;
}

/** Works with the running database, or starts the embedded one for as long as the work takes. */
export async function withDatabase(
  settings: Settings,
  work: (database: DatabaseAddress) => Promise<void>,
  open: typeof borrowDatabase = borrowDatabase,
): Promise<void> {
  const database = await open(settings, openSecrets(settings.dataDir), say);
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

function fileAndFlags(args: readonly string[], known: readonly string[]): { file: string; flags: ReadonlySet<string> } {
  try {
    const options = Object.fromEntries(known.map((name) => [name, { type: "boolean" as const }]));
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file] = positionals;
    if (file && positionals.length === 1) return { file, flags: new Set(Object.keys(values)) };
  } catch {
    // An option we do not know: the same answer as a missing file.
  }
  const flags = known.map((name) => `[--${name}]`).join(" ");
  throw new Trouble(text(`Cần đúng một tên tệp: FILE ${flags}`, `Exactly one file name is needed: FILE ${flags}`));
}
