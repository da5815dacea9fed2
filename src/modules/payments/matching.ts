import { mayHandleMoney } from "../../engine/permission/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import type { Dong } from "../../kernel/dong.ts";
import { compareNames } from "../../kernel/name.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { withoutMarks } from "../../kernel/vietnamese.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import * as counting from "./counting-rows.ts";
import { isOpen, outstanding } from "./debt.ts";
import { CHANGED, NOT_FOUND, TOO_MUCH } from "./faults.ts";
import { type Candidate, candidatesFor, findNoticeById, type NoticeInBooks, openDebtNamed } from "./notice-rows.ts";
import { payFrom } from "./receiving.ts";
import * as rows from "./rows.ts";
import type { Dossier } from "./settling.ts";

/** Transfers that did not match by themselves: which debts they may have meant, and an officer's word for it. */

export type Suggestion = Candidate & {
  /** How many characters of the reference are mistyped; null where it does not stand in the content. */
  readonly slips: number | null;
  readonly sameAmount: boolean;
  readonly sameName: boolean;
};

const PIECE = 7;
const SLIPS_MOST = 3;
const SHOWN_MOST = 10;

/** The debts a transfer may have meant, the likeliest first: reference with slips, amount, payer's name. */
export async function suggestionsFor(
  sql: Sql,
  officeProvince: string,
  notice: NoticeInBooks,
): Promise<readonly Suggestion[]> {
  const letters = lettersOf(notice.content || notice.reference);
  const pieces = Array.from({ length: Math.max(0, letters.length - PIECE + 1) }, (_, at) =>
    letters.slice(at, at + PIECE),
  );
  const found = await candidatesFor(sql, officeProvince, {
    pieces: pieces.slice(0, 500),
    amount: notice.rest,
    most: 100,
  });
  return found
    .map((candidate): Suggestion => {
      const slips = slipsOf(candidate.reference, letters);
      return {
        ...candidate,
        slips: slips <= SLIPS_MOST ? slips : null,
        sameAmount: candidate.left === notice.rest,
        sameName: isNamed(candidate.ownerName, notice),
      };
    })
    .sort((a, b) => score(b) - score(a))
    .slice(0, SHOWN_MOST);
}

const score = ({ slips, sameAmount, sameName }: Suggestion): number =>
  (slips === null ? 0 : 10 - 2 * slips) + (sameName ? 3 : 0) + (sameAmount ? 2 : 0);

const lettersOf = (content: string): string =>
  withoutMarks(content)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");

function isNamed(owner: string, { payerName, content }: NoticeInBooks): boolean {
  if (owner === "") return false;
  if (payerName !== "" && compareNames(owner, payerName) !== "different") return true;
  return lettersOf(content).includes(lettersOf(owner));
}

/**
 * The fewest slips (a character wrong, missing or too many, two neighbours changed round) that make the reference some
 * part of the content.
 * @example slipsOf("MC01ABCDEFGHIJKL34", "CKMC01ABCDEFGHIJLK34NOP") === 1
 */
export function slipsOf(reference: string, content: string): number {
  let before2: number[] = [];
  let before: number[] = new Array<number>(content.length + 1).fill(0);
  for (let i = 1; i <= reference.length; i++) {
    const row = [i];
    for (let j = 1; j <= content.length; j++) {
      const same = reference[i - 1] === content[j - 1];
      const turned = i > 1 && j > 1 && reference[i - 1] === content[j - 2] && reference[i - 2] === content[j - 1];
      row[j] = Math.min(
        (before[j - 1] ?? 0) + (same ? 0 : 1),
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        turned ? (before2[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before2, before] = [before, row];
  }
  return Math.min(...before);
}

export type MatchParts = { readonly db: Database; readonly clock: Clock; readonly onPaid: Dossier["paid"] };
export type MatchWish = {
  readonly notice: string;
  readonly officeProvince: string;
  /** The debt's id, its reference, or the code of a dossier with one open debt. */
  readonly debt: string;
  readonly amount: Dong;
};

/**
 * An officer says what a transfer was meant for: pays the debt, or a part of it, with what is left of the transfer. What is
 * too little stays owed, what is too much stays to be given back.
 */
export async function confirmMatch(parts: MatchParts, actor: Actor, wish: MatchWish): Promise<Result<true, Text>> {
  const may = mayHandleMoney("keep-accounts", actor);
  if (!may.ok) return may;
  // What the officer may see is decided here; the writing touches the dossier, which an accountant does not read.
  const seen = await parts.db.inTransaction(async (tx) => {
    const notice = await findNoticeById(tx, wish.notice);
    const named = isUuid(wish.debt)
      ? wish.debt
      : await openDebtNamed(tx, wish.officeProvince, wish.debt.trim().toUpperCase());
    const [debt] = named ? await rows.debtsById(tx, wish.officeProvince, [named]) : [];
    return notice && debt ? { notice, debt } : null;
  });
  if (!seen) return fail(NO_DEBT);
  return asSystem(() =>
    parts.db.inTransaction(async (tx) => {
      await counting.holdBankTransaction(tx, seen.notice.bankTransaction);
      const notice = await findNoticeById(tx, seen.notice.id);
      if (!notice) return fail(NOT_FOUND);
      await counting.holdDossier(tx, seen.debt.officeProvince, seen.debt.dossierId);
      const debt = await rows.getDebtHeld(tx, seen.debt.officeProvince, seen.debt.id);
      if (!isOpen(debt)) return fail(CHANGED);
      if (wish.amount <= 0 || wish.amount > notice.rest || wish.amount > outstanding(debt)) return fail(TOO_MUCH);
      if (await counting.usedFor(tx, notice.bankTransaction, debt)) return fail(CHANGED);
      await payFrom(parts, tx, debt, notice, wish.amount, actor);
      return ok(true);
    }),
  );
}
const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const NO_DEBT = text(
  "Không tìm thấy khoản chưa nộp này. Vui lòng kiểm tra mã hồ sơ hoặc nội dung chuyển khoản.",
  "There is no such open debt. Check the dossier code or the reference.",
);
