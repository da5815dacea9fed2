import type { Transfer } from "../../gateways/bank/index.ts";
import type { Dong } from "../../kernel/dong.ts";
import { dayOfInstant, yearOf } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import * as counting from "./counting-rows.ts";
import type { Debt } from "./debt.ts";
import { enter, type Hand, HOUSE } from "./ledger.ts";
import { referencesIn } from "./reference.ts";
import * as rows from "./rows.ts";
import { type Dossier, settle } from "./settling.ts";
import { judge, type Verdict } from "./verdict.ts";

/**
 * What became of a transfer. `repeated`: it was entered before and nothing changed. `contradicts`: the bank now names
 * another amount under the same number; the first word stands, and somebody has to call the bank.
 */
export type Taken = { readonly verdict: Verdict; readonly repeated: boolean; readonly contradicts: boolean };

/** Where money lies that names no debt: no province has this code. */
export const NO_PROVINCE = "00";

export type ReceivingParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly onPaid: Dossier["paid"];
};

/**
 * Enters a transfer in the books, once, and pays the debt it names: the notice, the payment, the paid debt and the act
 * of the dossier are one transaction. However often, in whatever order and by whichever way we learn of a transfer,
 * the books end up the same.
 */
export async function takeIn(
  parts: ReceivingParts,
  transfer: Transfer,
  learnedBy: rows.Notice["learnedBy"],
): Promise<Taken> {
  return parts.db.inTransaction(async (tx) => {
    await counting.holdBankTransaction(tx, transfer.bankTransaction);
    const before = await rows.findNotice(tx, transfer.bankTransaction);
    if (before) return { verdict: before.verdict, repeated: true, contradicts: before.amount !== transfer.amount };

    const debt = await debtNamedBy(tx, transfer.reference);
    const verdict = judge(debt, transfer.amount);
    const notice: rows.Notice = {
      ...transfer,
      officeProvince: debt?.officeProvince ?? NO_PROVINCE,
      unitId: debt?.unitId ?? "",
      id: newId(),
      receivedAt: parts.clock.now(),
      reference: debt?.reference ?? transfer.reference,
      content: transfer.reference,
      payerName: transfer.payerName ?? "",
      learnedBy,
      verdict,
    };
    await rows.insertNotice(tx, notice);
    const { officeProvince, unitId, id, amount } = notice;
    const came = { officeProvince, kind: "bank-received", source: id, amount, unitId, noticeId: id } as const;
    await enter(tx, [came], HOUSE, notice.receivedAt);
    if (debt && verdict === "matched") await payFrom(parts, tx, debt, notice, notice.amount, HOUSE);
    return { verdict, repeated: false, contradicts: false };
  });
}

/** The one debt the content names, held with its dossier; null when it names none, or several. */
async function debtNamedBy(tx: Tx, content: string): Promise<Debt | null> {
  const references = referencesIn(content);
  if (references.length === 0) return null;
  const provinces = references.map((reference) => reference.slice(2, 4));
  const [debt, ...more] = await rows.debtsByReference(tx, provinces, references);
  if (!debt || more.length > 0) return null;
  await counting.holdDossier(tx, debt.officeProvince, debt.dossierId);
  return rows.getDebtHeld(tx, debt.officeProvince, debt.id);
}

/** Pays a debt, or a part of it, with money of a transfer that is in the books; both are held. */
export async function payFrom(
  parts: Pick<ReceivingParts, "clock" | "onPaid">,
  tx: Tx,
  debt: Debt,
  notice: Pick<rows.Notice, "id" | "bankTransaction" | "paidAt" | "officeProvince" | "unitId">,
  amount: Dong,
  by: Hand,
): Promise<void> {
  const { officeProvince } = debt;
  const now = parts.clock.now();
  const year = String(yearOf(dayOfInstant(now)));
  const payment = {
    id: newId(),
    way: "bank" as const,
    debtId: debt.id,
    bankTransaction: notice.bankTransaction,
    amount,
    paidAt: notice.paidAt,
    receiptNumber: receiptNumber(officeProvince, year, await rows.nextReceipt(tx, officeProvince, year)),
  };
  await rows.insertPayment(tx, officeProvince, payment, now);
  const entry = { source: payment.id, amount, noticeId: notice.id };
  const elsewhere = notice.officeProvince !== officeProvince || notice.unitId !== debt.unitId;
  const from = { ...entry, officeProvince: notice.officeProvince, unitId: notice.unitId };
  const to = { ...entry, officeProvince, unitId: debt.unitId };
  await enter(
    tx,
    [
      // Money that lay with nobody, or with another office, comes over first: each office's books add up by themselves.
      ...(elsewhere
        ? [
            { ...from, kind: "bank-moved-out" as const },
            { ...to, kind: "bank-moved-in" as const },
          ]
        : []),
      { ...to, kind: "bank-matched", debt },
    ],
    by,
    now,
  );
  await settle(tx, parts.onPaid, debt, payment, now);
}

/**
 * Our own number of a payment. It is not the number of the electronic fee receipt (biên lai điện tử), whose symbol and
 * series the tax administration registers.
 */
const receiptNumber = (officeProvince: string, year: string, serial: number): string =>
  `${officeProvince}-${year}-${String(serial).padStart(7, "0")}`;
