import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import type { Verdict } from "./verdict.ts";

/** A transfer as it lies in the books, and how much of it nobody has used yet. */
export type NoticeInBooks = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  readonly bankTransaction: string;
  readonly reference: string;
  readonly content: string;
  readonly payerName: string;
  readonly amount: Dong;
  /** Neither used for a debt nor on its way back. */
  readonly rest: Dong;
  readonly paidAt: Instant;
  readonly verdict: Verdict;
};

/** The transfer with this id, where the asker may see it. */
export async function findNoticeById(sql: Sql, id: string): Promise<NoticeInBooks | null> {
  const [row] = await sql.query<NoticeInBooks>(
    "payments.notice-in-books",
    `select n.office_province as "officeProvince", n.id, n.unit_id as "unitId", n.bank_transaction as "bankTransaction",
            n.reference, n.content, n.payer_name as "payerName", n.amount_dong as amount, n.paid_at as "paidAt", n.verdict,
            n.amount_dong
              - coalesce((select sum(amount_dong) from money_movements m where m.notice_id = n.id and m.kind = 'bank-matched'), 0)::bigint
              - coalesce((select sum(amount_dong) from refunds r where r.notice_id = n.id and r.outcome is distinct from 'refused'), 0)::bigint as rest
       from bank_notices n where n.id = $1`,
    [id],
  );
  return row ? { ...row, amount: dong(row.amount), rest: dong(row.rest) } : null;
}

/** Debts of which a half of the reference stands in the content, or of which exactly this is owed. */
export type Candidate = {
  readonly officeProvince: string;
  readonly id: string;
  readonly reference: string;
  readonly dossierCode: string;
  readonly title: string;
  readonly left: Dong;
  readonly ownerName: string;
};

export async function candidatesFor(
  sql: Sql,
  officeProvince: string,
  wanted: { readonly pieces: readonly string[]; readonly amount: Dong; readonly most: number },
): Promise<Candidate[]> {
  const rows = await sql.query<Candidate>(
    "payments.match-candidates",
    `with open as (
       (select * from debts where office_province = $1 and paid_at is null and cancelled_at is null
          and substr(reference, 5, 7) = any ($2) limit $4)
       union
       (select * from debts where office_province = $1 and paid_at is null and cancelled_at is null
          and "right"(reference, 7) = any ($2) limit $4)
       union
       (select * from debts where office_province = $1 and paid_at is null and cancelled_at is null
          and amount_dong - paid_dong - waived_dong = $3 order by created_at limit $4)
     )
     select b.office_province as "officeProvince", b.id, b.reference, b.dossier_code as "dossierCode", b.title,
            b.amount_dong - b.paid_dong - b.waived_dong as "left", coalesce(d.owner_name, '') as "ownerName"
       from open b left join dossiers d on d.office_province = b.office_province and d.id = b.dossier_id`,
    [officeProvince, wanted.pieces, wanted.amount, wanted.most],
  );
  return rows.map((row) => ({ ...row, left: dong(row.left) }));
}

/** An open debt by the reference or the dossier code that an officer typed. */
export async function openDebtNamed(tx: Tx, officeProvince: string, name: string): Promise<string | null> {
  const found = await tx.query<{ id: string }>(
    "payments.open-debt-named",
    `select id from debts where office_province = $1 and (reference = $2 or dossier_code = $2)
        and paid_at is null and cancelled_at is null order by created_at limit 2`,
    [officeProvince, name],
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The transfer as the asker sees it, with what is left of it counted over all offices it may have paid for. */
export async function noticeFor(sql: Sql, id: string): Promise<NoticeInBooks | null> {
  return (await findNoticeById(sql, id)) ? asSystem(() => findNoticeById(sql, id)) : null;
}
