import type { Transfer } from "../../gateways/bank/index.ts";
import type { Dong } from "../../kernel/dong.ts";
import { dayOfInstant, type Instant, yearOf } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Debt, Payment } from "./debt.ts";
import { referencesIn } from "./reference.ts";
import * as rows from "./rows.ts";
import { judge, type Verdict } from "./verdict.ts";

/** What the dossier must learn in the transaction that makes it true. `allPaid`: it owes nothing more. */
export type Paid = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly debtId: string;
  readonly feeKey: string;
  readonly amountDong: Dong;
  readonly bankTransaction: string;
  readonly paidAt: Instant;
  readonly receiptNumber: string;
  readonly allPaid: boolean;
};

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
  readonly onPaid: (tx: Tx, paid: Paid, at: Instant) => Promise<void>;
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
    await rows.holdBankTransaction(tx, transfer.bankTransaction);
    const before = await rows.findNotice(tx, transfer.bankTransaction);
    if (before) return { verdict: before.verdict, repeated: true, contradicts: before.amount !== transfer.amount };

    const debt = await debtNamedBy(tx, transfer.reference);
    const verdict = judge(debt, transfer.amount);
    await rows.insertNotice(tx, {
      ...transfer,
      officeProvince: debt?.officeProvince ?? NO_PROVINCE,
      id: newId(),
      receivedAt: parts.clock.now(),
      reference: debt?.reference ?? transfer.reference,
      learnedBy,
      verdict,
    });
    if (debt && verdict === "matched") await pay(parts, tx, debt, transfer);
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
  await rows.holdDossier(tx, debt.officeProvince, debt.dossierId);
  return rows.getDebtHeld(tx, debt.officeProvince, debt.id);
}

async function pay(parts: ReceivingParts, tx: Tx, debt: Debt, transfer: Transfer): Promise<void> {
  const { officeProvince, dossierId } = debt;
  const now = parts.clock.now();
  const year = String(yearOf(dayOfInstant(now)));
  const payment: Payment = {
    id: newId(),
    debtId: debt.id,
    bankTransaction: transfer.bankTransaction,
    amount: transfer.amount,
    paidAt: transfer.paidAt,
    receiptNumber: receiptNumber(officeProvince, year, await rows.nextReceipt(tx, officeProvince, year)),
  };
  await rows.insertPayment(tx, officeProvince, payment, now);
  await rows.markPaid(tx, officeProvince, debt.id, transfer.paidAt);
  await parts.onPaid(
    tx,
    {
      officeProvince,
      dossierId,
      debtId: debt.id,
      feeKey: debt.feeKey,
      amountDong: payment.amount,
      bankTransaction: payment.bankTransaction,
      paidAt: payment.paidAt,
      receiptNumber: payment.receiptNumber,
      allPaid: !(await rows.owesMore(tx, officeProvince, dossierId)),
    },
    now,
  );
}

/**
 * Our own number of a payment. It is not the number of the electronic fee receipt (biên lai điện tử), whose symbol and
 * series the tax administration registers.
 */
const receiptNumber = (officeProvince: string, year: string, serial: number): string =>
  `${officeProvince}-${year}-${String(serial).padStart(7, "0")}`;
