import type { Dong } from "../../kernel/dong.ts";
import { dayOfInstant, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Debt } from "./debt.ts";

/** The books: every movement of money goes from one account to another, and is never changed afterwards. */
export type LedgerAccount =
  | "owed"
  | "levied"
  | "received-bank"
  | "received-cash"
  | "unmatched"
  | "exempted"
  | "refunded"
  | "refund-due"
  | "treasury"
  | "difference";

/** What happened, and which account it debits and credits. The table is the chart of postings. */
const POSTINGS = {
  "debt-raised": ["owed", "levied"],
  "debt-cancelled": ["levied", "owed"],
  "debt-moved-out": ["levied", "owed"],
  "debt-moved-in": ["owed", "levied"],
  waived: ["exempted", "owed"],
  "bank-received": ["received-bank", "unmatched"],
  "bank-moved-out": ["unmatched", "received-bank"],
  "bank-moved-in": ["received-bank", "unmatched"],
  "bank-matched": ["unmatched", "owed"],
  "cash-received": ["received-cash", "owed"],
  "cash-cancelled": ["owed", "received-cash"],
  "cash-over": ["received-cash", "difference"],
  "cash-short": ["difference", "received-cash"],
  "refund-of-fee": ["refunded", "refund-due"],
  "refund-of-surplus": ["unmatched", "refund-due"],
  "refund-paid-bank": ["refund-due", "received-bank"],
  "refund-paid-cash": ["refund-due", "received-cash"],
  "handed-over-cash": ["treasury", "received-cash"],
  "handed-over-bank": ["treasury", "received-bank"],
} as const satisfies Record<string, readonly [debit: LedgerAccount, credit: LedgerAccount]>;
export type PostingKind = keyof typeof POSTINGS;

/** One movement. `source` names what caused it: the same kind and source cannot be entered twice. */
export type Movement = {
  readonly officeProvince: string;
  readonly kind: PostingKind;
  readonly source: string;
  readonly amount: Dong;
  readonly unitId: string;
  /** The day of the books; that of the moment when absent. */
  readonly bookDay?: PlainDate;
  readonly debt?: Pick<Debt, "id" | "feeKey" | "dossierCode">;
  readonly noticeId?: string;
  readonly receiptId?: string;
  readonly refundId?: string;
  readonly drawer?: string;
};

/** Whose hand it was, as the books name it. */
export type Hand = { readonly account: string; readonly name: string };

/** The house itself: the bank's word and what follows from an act of a dossier. */
export const HOUSE: Hand = { account: "00000000-0000-0000-0000-000000000000", name: "Hệ thống Một Cửa" };

/** Enters movements, in one statement. @throws when one stands in the books already: whoever calls has looked before. */
export async function enter(tx: Tx, movements: readonly Movement[], by: Hand, at: Instant): Promise<void> {
  const some = movements.filter(({ amount }) => amount > 0);
  if (some.length === 0) return;
  await tx.query(
    "payments.enter-movements",
    `insert into money_movements (office_province, id, kind, source, debit, credit, amount_dong, unit_id, book_day, at,
                                  debt_id, fee_key, dossier_code, notice_id, receipt_id, refund_id, drawer, by_account, by_name)
     select *, $18::uuid, $19::text from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::bigint[], $8::text[], $9::date[], $10::timestamptz[], $11::uuid[], $12::text[], $13::text[], $14::uuid[],
       $15::uuid[], $16::uuid[], $17::uuid[])`,
    [
      some.map((one) => one.officeProvince),
      some.map(() => newId()),
      some.map((one) => one.kind),
      some.map((one) => one.source),
      some.map((one) => POSTINGS[one.kind][0]),
      some.map((one) => POSTINGS[one.kind][1]),
      some.map((one) => one.amount),
      some.map((one) => one.unitId),
      some.map((one) => one.bookDay ?? dayOfInstant(at)),
      some.map(() => new Date(at)),
      some.map((one) => one.debt?.id ?? null),
      some.map((one) => one.debt?.feeKey ?? null),
      some.map((one) => one.debt?.dossierCode ?? null),
      some.map((one) => one.noticeId ?? null),
      some.map((one) => one.receiptId ?? null),
      some.map((one) => one.refundId ?? null),
      some.map((one) => one.drawer ?? null),
      by.account,
      by.name,
    ],
  );
}
