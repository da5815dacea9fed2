import { mayHandleMoney } from "../../../engine/permission/index.ts";
import type { Actor } from "../../../engine/state/index.ts";
import { showDong } from "../../../kernel/dong.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { asSystem } from "../../../platform/database/scope.ts";
import { newId } from "../../../platform/ids.ts";
import { holdNamed } from "../counting-rows.ts";
import { type ReceivingParts, takeIn } from "../receiving.ts";
import { isCamt053, readCamt053 } from "./camt053.ts";
import { readCsvStatement } from "./csv.ts";
import { isMt940, readMt940 } from "./mt940.ts";
import { daysOf, FORMATS, type LineFault, type NoStatement, type Statement } from "./statement.ts";
import * as rows from "./statement-rows.ts";

/** Statements of the bank: read, checked as a whole, kept, then entered line by line the way notices are. */

export type ImportingParts = ReceivingParts & { readonly account: string };
export type ImportFailure = { readonly what: Text; readonly faults: readonly LineFault[] };

/** Reads a statement in whichever of the three forms it is. */
export function readStatement(bytes: Uint8Array): Result<Statement, NoStatement> {
  let content: string;
  try {
    content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail(text("Tệp không phải văn bản UTF-8.", "The file is not UTF-8 text."));
  }
  if (content.includes("\u0000")) return fail(FORMATS);
  if (isCamt053(content)) return readCamt053(content);
  return isMt940(content) ? readMt940(content) : readCsvStatement(content);
}

/** So many lines are entered before the sender is answered; the rest is the job's, a minute later. */
const AT_ONCE = 500;

/**
 * Takes a statement in, once: the same account and number again answer the first. It is refused as a whole where a line
 * cannot be read or the balances do not add up, because a statement with a hole proves nothing.
 */
export async function importStatement(
  parts: ImportingParts,
  actor: Actor,
  officeProvince: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly id: string; readonly repeated: boolean }, ImportFailure>> {
  const may = mayHandleMoney("keep-accounts", actor);
  if (!may.ok) return fail({ what: may.failure, faults: [] });
  const read = readStatement(bytes);
  if (!read.ok) return fail({ what: read.failure, faults: [] });
  const wrong = mistakeOf(read.value, parts.account);
  if (wrong) return fail({ what: wrong, faults: read.value.faults });
  const statement = read.value;
  const written = await parts.db.inTransaction(async (tx) => {
    await holdNamed(tx, `statement ${statement.account} ${statement.reference}`);
    const before = await rows.findStatement(tx, officeProvince, statement.account, statement.reference);
    if (before) return { id: before, repeated: true };
    const id = newId();
    const days = daysOf(statement.entries, dayOfInstant);
    const by = { by: actor.account, byName: actor.name, at: parts.clock.now() };
    await rows.insertStatement(tx, id, officeProvince, statement, { days, ...by });
    return { id, repeated: false };
  });
  await enterLines(parts, written.id, AT_ONCE);
  return ok(written);
}

function mistakeOf(statement: Statement, account: string): Text | null {
  if (statement.account !== account)
    return text(
      `Sao kê của tài khoản ${statement.account}, không phải tài khoản thu phí ${account}.`,
      `This is a statement of account ${statement.account}, not of the collecting account ${account}.`,
    );
  if (statement.faults.length > 0)
    return text(
      `Có ${statement.faults.length} dòng không đọc được. Chưa có dòng nào được ghi; vui lòng sửa tệp hoặc xuất lại.`,
      `${statement.faults.length} lines cannot be read. Nothing was entered; mend the file or export it again.`,
    );
  const sum = statement.entries.reduce((total, { amount }) => total + amount, 0);
  if (statement.opening + sum === statement.closing) return null;
  const [from, to] = [showDong(statement.opening), showDong(statement.closing)];
  return text(
    `Số dư không khớp: đầu kỳ ${from} cộng các dòng không bằng cuối kỳ ${to}. Sao kê thiếu hoặc thừa dòng.`,
    `The balances do not add up: ${from} and the lines are not ${to}. A line is missing or too many.`,
  );
}

/**
 * Enters lines that wait: money that came in the way a notice of it would, money that left as a line only. Broken off and
 * run again it goes on where it was; a line entered twice is a repeated notice.
 */
export async function enterLines(parts: ImportingParts, statementId: string | null, most: number): Promise<number> {
  // The transfers of one account are of all provinces; only counts go back to whoever sent the file.
  return asSystem(async () => {
    const waiting = await rows.waitingLines(parts.db, statementId, most);
    for (const line of waiting) await rows.setOutcome(parts.db, line, await outcomeOf(parts, line));
    return waiting.length;
  });
}

async function outcomeOf(parts: ImportingParts, line: rows.WaitingLine): Promise<string> {
  if (line.amount <= 0) return "outgoing";
  const { bankTransaction, content: reference, amount, bookedAt: paidAt, account, payerName } = line;
  const transfer = { bankTransaction, reference, amount, paidAt, account, payerName };
  const taken = await takeIn(parts, transfer, "statement");
  if (taken.contradicts) return "contradicts";
  return taken.repeated ? "repeated" : taken.verdict;
}
