import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Debt } from "./debt.ts";

/** What is held while money is counted, and what is counted of a debt. */

const moment = (at: Instant): Date => new Date(at);

/**
 * Holds the dossier until the transaction ends. Whoever changes a dossier holds it before its debts; taking the two in
 * the same order everywhere keeps a payment and a withdrawal from waiting for each other for ever.
 */
export async function holdDossier(tx: Tx, officeProvince: string, dossierId: string): Promise<void> {
  await tx.query("payments.hold-dossier", "select 1 from dossiers where office_province = $1 and id = $2 for update", [
    officeProvince,
    dossierId,
  ]);
}

/** Counts money for a debt that is open; the debt is paid when nothing is left. Answers whether it is. */
export async function countPaid(
  tx: Tx,
  officeProvince: string,
  id: string,
  amount: Dong,
  paidAt: Instant,
): Promise<boolean> {
  const [row] = await tx.query<{ paid: boolean }>(
    "payments.count-paid",
    `update debts set paid_dong = paid_dong + $3,
            paid_at = case when paid_dong + waived_dong + $3 = amount_dong then $4::timestamptz end
      where office_province = $1 and id = $2 and paid_at is null and cancelled_at is null
        and paid_dong + waived_dong + $3 <= amount_dong
      returning paid_at is not null as paid`,
    [officeProvince, id, amount, moment(paidAt)],
  );
  if (!row) throw new Error("a debt was about to be paid twice");
  return row.paid;
}

/** Whether a dossier still owes anything. */
export async function owesMore(tx: Tx, officeProvince: string, dossierId: string): Promise<boolean> {
  const rows = await tx.query(
    "payments.owes-more",
    `select 1 from debts
      where office_province = $1 and dossier_id = $2 and paid_at is null and cancelled_at is null limit 1`,
    [officeProvince, dossierId],
  );
  return rows.length > 0;
}

/** Makes everyone who speaks of the same transfer wait for each other until the transaction ends. */
export async function holdBankTransaction(tx: Tx, bankTransaction: string): Promise<void> {
  await tx.query("payments.hold-bank-transaction", "select pg_advisory_xact_lock(hashtextextended($1, 77))", [
    bankTransaction,
  ]);
}

/** The office that the debts of a dossier are owed to. */
export async function setUnit(tx: Tx, officeProvince: string, dossierId: string, unitId: string): Promise<void> {
  await tx.query("payments.set-unit", "update debts set unit_id = $3 where office_province = $1 and dossier_id = $2", [
    officeProvince,
    dossierId,
    unitId,
  ]);
}

/** Counts what is not asked for of an open debt; a debt of which nothing is left is ended: paid where money came, else cancelled. */
export async function countWaived(
  tx: Tx,
  officeProvince: string,
  id: string,
  amount: Dong,
  at: Instant,
): Promise<void> {
  const done = await tx.query(
    "payments.count-waived",
    `update debts set waived_dong = waived_dong + $3,
            paid_at = case when paid_dong > 0 and paid_dong + waived_dong + $3 = amount_dong then $4::timestamptz end,
            cancelled_at = case when paid_dong = 0 and waived_dong + $3 = amount_dong then $4::timestamptz end
      where office_province = $1 and id = $2 and paid_at is null and cancelled_at is null
        and paid_dong + waived_dong + $3 <= amount_dong returning id`,
    [officeProvince, id, amount, moment(at)],
  );
  if (done.length !== 1) throw new Error("more was about to be waived than is owed");
}

/** Takes money back out of a debt: its receipt was cancelled. The debt is open again. */
export async function uncountPaid(tx: Tx, officeProvince: string, id: string, amount: Dong): Promise<void> {
  await tx.query(
    "payments.uncount-paid",
    "update debts set paid_dong = paid_dong - $3, paid_at = null where office_province = $1 and id = $2",
    [officeProvince, id, amount],
  );
}

/** Whether any fee of the dossier was paid, in part or in full. */
export async function paidAnything(tx: Tx, officeProvince: string, dossierId: string): Promise<boolean> {
  const found = await tx.query(
    "payments.paid-anything",
    "select 1 from debts where office_province = $1 and dossier_id = $2 and paid_dong > 0 limit 1",
    [officeProvince, dossierId],
  );
  return found.length > 0;
}

/** What is under way back for a debt, or has gone back: asked for and not refused. */
export async function refundsOfDebt(tx: Tx, debt: Pick<Debt, "officeProvince" | "id">): Promise<Dong> {
  const [row] = await tx.query<{ sum: number }>(
    "payments.refunds-of-debt",
    `select coalesce(sum(amount_dong), 0)::bigint as sum from refunds
      where office_province = $1 and debt_id = $2 and outcome is distinct from 'refused'`,
    [debt.officeProvince, debt.id],
  );
  return dong(row?.sum ?? 0);
}

/** Money of an office at the bank that is not its own to hand over: unmatched, or approved to go back by transfer. */
export async function notToHandOver(tx: Tx, officeProvince: string, unitId: string): Promise<Dong> {
  const [row] = await tx.query<{ sum: number }>(
    "payments.not-to-hand-over",
    `select coalesce(sum(case when credit in ('unmatched', 'refund-due') then amount_dong else 0 end)
                   - sum(case when debit in ('unmatched', 'refund-due') then amount_dong else 0 end), 0)::bigint as sum
       from money_movements where office_province = $1 and unit_id = $2`,
    [officeProvince, unitId],
  );
  return dong(row?.sum ?? 0);
}

/** Whether a transfer has paid for this debt before: a second press is not a second payment. */
export async function usedFor(
  tx: Tx,
  bankTransaction: string,
  debt: Pick<Debt, "officeProvince" | "id">,
): Promise<boolean> {
  const found = await tx.query(
    "payments.used-for",
    "select 1 from payments where office_province = $1 and bank_transaction = $2 and debt_id = $3",
    [debt.officeProvince, bankTransaction, debt.id],
  );
  return found.length > 0;
}

/** Makes everyone who works on the thing of this name wait for each other until the transaction ends. */
export async function holdNamed(tx: Tx, name: string): Promise<void> {
  await tx.query("payments.hold-named", "select pg_advisory_xact_lock(hashtextextended($1, 78))", [name]);
}
