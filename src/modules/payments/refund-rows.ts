import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Hand } from "./ledger.ts";

/** Money to be given back: asked for, decided by another, paid out, proven. */
export type Refund = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  readonly debtId: string | null;
  readonly noticeProvince: string | null;
  readonly noticeId: string | null;
  readonly dossierCode: string | null;
  readonly feeKey: string | null;
  readonly amount: Dong;
  readonly reason: string;
  readonly payeeName: string;
  readonly way: "bank" | "cash";
  readonly payeeBin: string;
  readonly payeeAccount: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedNumber: string | null;
  readonly askedAt: Instant;
  readonly outcome: "approved" | "refused" | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string;
  /** When the order first left for the bank; it is sent again under the same id. */
  readonly sentAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly paidByName: string | null;
  /** The bank's number of the transfer, or the number of the signed cash voucher. */
  readonly proof: string | null;
};
const COLUMNS = `office_province as "officeProvince", id, unit_id as "unitId", debt_id as "debtId", notice_province as "noticeProvince",
  notice_id as "noticeId", dossier_code as "dossierCode", fee_key as "feeKey", amount_dong as amount, reason,
  payee_name as "payeeName", way, payee_bin as "payeeBin", payee_account as "payeeAccount", asked_by as "askedBy",
  asked_by_name as "askedByName", asked_number as "askedNumber", asked_at as "askedAt", outcome, decided_by_name as "decidedByName",
  decided_at as "decidedAt", decision_reason as "decisionReason", sent_at as "sentAt", paid_at as "paidAt",
  paid_by_name as "paidByName", proof`;

export type NewRefund = Pick<
  Refund,
  | "officeProvince"
  | "id"
  | "unitId"
  | "debtId"
  | "noticeProvince"
  | "noticeId"
  | "dossierCode"
  | "feeKey"
  | "amount"
  | "reason"
  | "payeeName"
  | "way"
  | "payeeBin"
  | "payeeAccount"
  | "askedBy"
  | "askedByName"
  | "askedNumber"
  | "askedAt"
>;

export async function insertRefund(tx: Tx, refund: NewRefund): Promise<void> {
  await tx.query(
    "payments.insert-refund",
    `insert into refunds (office_province, id, unit_id, debt_id, notice_province, notice_id, dossier_code, fee_key, amount_dong,
                          reason, payee_name, way, payee_bin, payee_account, asked_by, asked_by_name, asked_number, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      refund.officeProvince,
      refund.id,
      refund.unitId,
      refund.debtId,
      refund.noticeProvince,
      refund.noticeId,
      refund.dossierCode,
      refund.feeKey,
      refund.amount,
      refund.reason,
      refund.payeeName,
      refund.way,
      refund.payeeBin,
      refund.payeeAccount,
      refund.askedBy,
      refund.askedByName,
      refund.askedNumber,
      new Date(refund.askedAt),
    ],
  );
}

/** The refund, held until the transaction ends. */
export async function refundHeld(tx: Tx, officeProvince: string, id: string): Promise<Refund | null> {
  const [row] = await tx.query<Refund>(
    "payments.refund-held",
    `select ${COLUMNS} from refunds where office_province = $1 and id = $2 for update`,
    [officeProvince, id],
  );
  return row ? { ...row, amount: dong(row.amount) } : null;
}

/** Refunds the asker sees, those that wait first, newest first. */
export const refundsOf = (sql: Sql, officeProvince: string, unitId: string | null, most: number): Promise<Refund[]> =>
  sql.query<Refund>(
    "payments.refunds-of-unit",
    `select ${COLUMNS} from refunds where office_province = $1 and ($2::text is null or unit_id = $2)
      order by (paid_at is null and outcome is distinct from 'refused') desc, asked_at desc, id limit $3`,
    [officeProvince, unitId, most],
  );

export async function decideRefund(
  tx: Tx,
  refund: Pick<Refund, "officeProvince" | "id">,
  decision: { readonly outcome: string; readonly by: Hand; readonly reason: string; readonly at: Instant },
): Promise<void> {
  await tx.query(
    "payments.decide-refund",
    `update refunds set outcome = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, decision_reason = $7
      where office_province = $1 and id = $2 and outcome is null`,
    [
      refund.officeProvince,
      refund.id,
      decision.outcome,
      decision.by.account,
      decision.by.name,
      new Date(decision.at),
      decision.reason,
    ],
  );
}

export async function markSent(tx: Tx, refund: Pick<Refund, "officeProvince" | "id">, at: Instant): Promise<void> {
  await tx.query(
    "payments.mark-refund-sent",
    "update refunds set sent_at = coalesce(sent_at, $3) where office_province = $1 and id = $2",
    [refund.officeProvince, refund.id, new Date(at)],
  );
}

export async function markRefunded(
  tx: Tx,
  refund: Pick<Refund, "officeProvince" | "id">,
  by: Hand,
  proof: string,
  at: Instant,
): Promise<void> {
  await tx.query(
    "payments.mark-refunded",
    `update refunds set paid_at = $3, paid_by = $4, paid_by_name = $5, proof = $6
      where office_province = $1 and id = $2 and paid_at is null`,
    [refund.officeProvince, refund.id, new Date(at), by.account, by.name, proof],
  );
}

/** A debt whose money is to go back and for which nobody has asked yet. */
export type RefundDue = {
  readonly id: string;
  readonly dossierCode: string;
  readonly title: string;
  readonly paid: Dong;
  readonly since: Instant;
};
export const refundsDue = (sql: Sql, officeProvince: string, unitId: string): Promise<RefundDue[]> =>
  sql.query<RefundDue>(
    "payments.refunds-due",
    `select d.id, d.dossier_code as "dossierCode", d.title, d.paid_dong as paid, d.refund_due_at as since from debts d
      where d.office_province = $1 and d.unit_id = $2 and d.refund_due_at is not null
        and not exists (select from refunds r where r.office_province = d.office_province and r.debt_id = d.id
                          and r.outcome is distinct from 'refused')
      order by d.refund_due_at limit 100`,
    [officeProvince, unitId],
  );

/** Whether the asker sees the refund. */
export async function sees(sql: Sql, officeProvince: string, id: string): Promise<boolean> {
  const found = await sql.query(
    "payments.sees-refund",
    "select 1 from refunds where office_province = $1 and id = $2",
    [officeProvince, id],
  );
  return found.length > 0;
}
