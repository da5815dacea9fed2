import { readFileSync } from "node:fs";
import { type Text, text } from "../kernel/text.ts";
import { lookEntries } from "../modules/access/index.ts";
import { actEntries, type LogVerdict, verifyLog } from "../modules/dossiers/index.ts";
import { moneyInvariants } from "../modules/payments/index.ts";
import { type LawLogVerdict, lawEntries, verifyLawActs } from "../modules/regulations/index.ts";
import { type AuditVerdict, auditLog, type VerifierKey } from "../modules/transparency/index.ts";
import { type Database, openDatabase } from "../platform/database/database.ts";
import { openSecrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { trustedLogKeys } from "./log-key.ts";
import { say, withDatabase } from "./upkeep.ts";

/**
 * `motcua verify-log [CHECKPOINT …]`: whether chains, log and books hold, and whether the log continues checkpoints that
 * were kept outside. 0 when all fits, 1 with what does not.
 */
export async function verifyLogNow(files: readonly string[], settings: Settings): Promise<number> {
  let held = false;
  const kept = files.map(readNote);
  const keys = trustedLogKeys(settings, openSecrets(settings.dataDir));
  await withDatabase(settings, async ({ appUrl, appRole }) => {
    const db = openDatabase({ url: appUrl, most: 1, name: "motcua verify-log", ...(appRole ? { role: appRole } : {}) });
    try {
      await refuseEmpty(db);
      const verdict = await verdictOn(db, tellProgress(), keys, kept);
      process.stdout.write(verdict.lines.map((line) => `${line}\n`).join(""));
      held = verdict.held;
    } finally {
      await db.close();
    }
  });
  return held ? 0 : 1;
}

/**
 * The verdict in sentences, the first line for a person in a hurry; `held` is whether everything fits.
 * @param keys whose signatures under checkpoints count; null takes each checkpoint's word for who signed it.
 * @param kept signed checkpoints that the log has to continue.
 */
export async function verdictOn(
  db: Database,
  onProgress: (done: Text) => void = () => undefined,
  keys: readonly VerifierKey[] | null = null,
  kept: readonly string[] = [],
): Promise<{ readonly held: boolean; readonly lines: readonly string[] }> {
  const chains = await verifyLog(db, (dossiers) => onProgress(text(`${dossiers} hồ sơ`, `${dossiers} dossiers`)));
  const log = await auditLog(db, {
    sources: { act: actEntries, access: lookEntries, law: lawEntries },
    keys,
    kept,
    onProgress: (done, of) => onProgress(text(`${done}/${of} lá của nhật ký`, `${done} of ${of} leaves of the log`)),
  });
  const books = await moneyInvariants(db);
  const law = await verifyLawActs(db);
  return {
    held: chains.ok && law.ok && log.findings.length === 0 && books.broken.length === 0,
    lines: [...chainLines(chains), lawLine(law), ...logLines(log), ...bookLines(books)],
  };
}

const chainLines = (chains: LogVerdict): readonly string[] =>
  chains.ok
    ? [
        `ĐẠT: ${chains.dossiers} hồ sơ, ${chains.acts} hành vi, chuỗi băm nguyên vẹn.`,
        `PASSED: ${chains.dossiers} dossiers, ${chains.acts} acts, all chains unbroken.`,
      ]
    : [
        `KHÔNG ĐẠT: hồ sơ ${chains.code}, hành vi số ${chains.seq}: ${chains.what.vi}. (${chains.dossiers} hồ sơ trước đó đều khớp.)`,
        `FAILED: dossier ${chains.code}, act ${chains.seq}: ${chains.what.en}. (${chains.dossiers} dossiers before it fit.)`,
      ];

const lawLine = (law: LawLogVerdict): string =>
  law.ok
    ? `ĐẠT: ${law.acts} hành vi công bố quy định. / PASSED: ${law.acts} acts of the law.`
    : `KHÔNG ĐẠT, quy định: hành vi số ${law.seq}: ${law.what.vi}. / FAILED, law: act ${law.seq}: ${law.what.en}.`;

function logLines({ leaves, waiting, checkpoints, findings, more }: AuditVerdict): readonly string[] {
  if (findings.length === 0)
    return [
      `ĐẠT: nhật ký minh bạch ${leaves} lá, ${checkpoints} điểm kiểm tra đã ký, ${waiting} mục đang chờ đánh số.`,
      `PASSED: transparency log of ${leaves} leaves, ${checkpoints} signed checkpoints, ${waiting} entries not yet numbered.`,
    ];
  const named = findings.map(
    ({ where, what }) => `KHÔNG ĐẠT, nhật ký: ${where.vi}: ${what.vi} / FAILED, log: ${where.en}: ${what.en}`,
  );
  return more === 0 ? named : [...named, `… và ${more} chỗ khác / and ${more} more`];
}

const bookLines = ({ broken }: Awaited<ReturnType<typeof moneyInvariants>>): readonly string[] =>
  broken.length === 0
    ? ["ĐẠT: sổ thu cân khớp. / PASSED: the books add up."]
    : broken.map(
        ({ rule, count }) =>
          `KHÔNG ĐẠT, sổ thu: ${count} trường hợp trái quy tắc / FAILED, books: ${count} × not "${rule}"`,
      );

const TELL_EVERY_MS = 2_000;

/** A line now and then on a long way, none on a short one. */
function tellProgress(): (done: Text) => void {
  let told = Date.now();
  return (done) => {
    if (Date.now() - told < TELL_EVERY_MS) return;
    told = Date.now();
    say(text(`Đã kiểm tra ${done.vi} …`, `${done.en} checked …`));
  };
}

function readNote(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Trouble(text(`Không đọc được tệp ${file}.`, `Cannot read the file ${file}.`), cause);
  }
}

async function refuseEmpty(db: Database): Promise<void> {
  const [row] = await db.query<{ there: boolean }>(
    "verify-log.there",
    "select to_regclass('acts') is not null as there",
  );
  if (row?.there) return;
  throw new Trouble(
    text(
      "Cơ sở dữ liệu này chưa có lược đồ của motcua: hãy chạy npm start hoặc motcua migrate trước.",
      "This database holds no tables of ours yet: run npm start or motcua migrate first.",
    ),
  );
}
