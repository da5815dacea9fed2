import { text } from "../kernel/text.ts";
import { verifyLog } from "../modules/dossiers/index.ts";
import { moneyInvariants } from "../modules/payments/index.ts";
import { verifyLawActs } from "../modules/regulations/index.ts";
import { type Database, openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { say, withDatabase } from "./upkeep.ts";

/** `motcua verify-log`: whether the chains of acts and the books hold. 0 when all fits, 1 with the first that does not. */
export async function verifyLogNow(settings: Settings): Promise<number> {
  let held = false;
  await withDatabase(settings, async ({ appUrl, appRole }) => {
    const db = openDatabase({ url: appUrl, most: 1, name: "motcua verify-log", ...(appRole ? { role: appRole } : {}) });
    try {
      await refuseEmpty(db);
      const verdict = await verdictOn(db, tellProgress());
      process.stdout.write(verdict.lines.map((line) => `${line}\n`).join(""));
      held = verdict.held;
    } finally {
      await db.close();
    }
  });
  return held ? 0 : 1;
}

/** The verdict in sentences, the first line for a person in a hurry; `held` is whether everything fits. */
export async function verdictOn(
  db: Database,
  onProgress: (dossiers: number) => void = () => undefined,
): Promise<{ readonly held: boolean; readonly lines: readonly string[] }> {
  const log = await verifyLog(db, onProgress);
  const books = await moneyInvariants(db);
  const lines = log.ok
    ? [
        `ĐẠT: ${log.dossiers} hồ sơ, ${log.acts} hành vi, chuỗi băm nguyên vẹn.`,
        `PASSED: ${log.dossiers} dossiers, ${log.acts} acts, all chains unbroken.`,
      ]
    : [
        `KHÔNG ĐẠT: hồ sơ ${log.code}, hành vi số ${log.seq}: ${log.what.vi}. (${log.dossiers} hồ sơ trước đó đều khớp.)`,
        `FAILED: dossier ${log.code}, act ${log.seq}: ${log.what.en}. (${log.dossiers} dossiers before it fit.)`,
      ];
  const law = await verifyLawActs(db);
  lines.push(
    law.ok
      ? `ĐẠT: ${law.acts} hành vi công bố quy định. / PASSED: ${law.acts} acts of the law.`
      : `KHÔNG ĐẠT, quy định: hành vi số ${law.seq}: ${law.what.vi}. / FAILED, law: act ${law.seq}: ${law.what.en}.`,
  );
  const money = books.broken.map(
    ({ rule, count }) =>
      `KHÔNG ĐẠT, sổ thu: ${count} trường hợp trái quy tắc / FAILED, books: ${count} × not "${rule}"`,
  );
  if (money.length === 0) lines.push("ĐẠT: sổ thu cân khớp. / PASSED: the books add up.");
  return { held: log.ok && law.ok && books.broken.length === 0, lines: [...lines, ...money] };
}

const TELL_EVERY_MS = 2_000;

/** A line now and then on a long way, none on a short one. */
function tellProgress(): (dossiers: number) => void {
  let told = Date.now();
  return (dossiers) => {
    if (Date.now() - told < TELL_EVERY_MS) return;
    told = Date.now();
    say(text(`Đã kiểm tra ${dossiers} hồ sơ …`, `${dossiers} dossiers checked …`));
  };
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
