import { type Dong, dong } from "../../kernel/dong.ts";
import type { Sql } from "../../platform/database/database.ts";

/** Whether the books add up: `broken` names every rule that does not hold, with how often; empty is what it must be. */
export type MoneyInvariants = {
  readonly matchedDong: Dong;
  readonly paidDong: Dong;
  readonly broken: readonly { readonly rule: string; readonly count: number }[];
};

const RULES: readonly (readonly [rule: string, offenders: string])[] = [
  ["a transfer stands in the books once", "select 1 from bank_notices group by bank_transaction having count(*) > 1"],
  [
    "a payment rests on a transfer",
    `select 1 from payments p where not exists (select 1 from bank_notices n where n.bank_transaction = p.bank_transaction)`,
  ],
  [
    "a matched transfer made a payment of its amount",
    `select 1 from bank_notices n
      where n.verdict = 'matched'
        and not exists (select 1 from payments p
                         where p.office_province = n.office_province and p.bank_transaction = n.bank_transaction
                           and p.amount_dong = n.amount_dong)`,
  ],
  [
    "no more is paid and given back than a transfer brought",
    `select 1 from bank_notices n
      where n.amount_dong < coalesce((select sum(amount_dong) from payments p where p.bank_transaction = n.bank_transaction), 0)
                          + coalesce((select sum(amount_dong) from refunds r where r.notice_id = n.id and r.outcome = 'approved'), 0)`,
  ],
  [
    "what a debt counts as paid is what came in for it",
    `select 1 from debts d
      where d.paid_dong <> coalesce((select sum(amount_dong) from payments p
                                      where p.office_province = d.office_province and p.debt_id = d.id), 0)
                         + coalesce((select sum(amount_dong) from cash_receipts r
                                      where r.office_province = d.office_province and r.debt_id = d.id and r.cancelled_at is null), 0)`,
  ],
  [
    "what a debt counts as waived was granted",
    `select 1 from debts d
      where d.waived_dong <> coalesce((select sum(amount_dong) from fee_waivers w
                                        where w.office_province = d.office_province and w.debt_id = d.id and w.outcome = 'granted'), 0)`,
  ],
  [
    "a debt is paid when nothing is left of it, and then only",
    `select 1 from debts where (paid_at is not null) <> (paid_dong > 0 and paid_dong + waived_dong = amount_dong)`,
  ],
  ["a cancelled debt is not paid", "select 1 from debts where cancelled_at is not null and paid_at is not null"],
  [
    "the ledger owes of a debt what the debt says",
    `select 1 from debts d
      where case when d.cancelled_at is null then d.amount_dong - d.paid_dong - d.waived_dong else 0 end
         <> coalesce((select sum(case when debit = 'owed' then amount_dong else 0 end - case when credit = 'owed' then amount_dong else 0 end)
                        from money_movements m where m.office_province = d.office_province and m.debt_id = d.id), 0)`,
  ],
  [
    "every transfer, receipt, payment, waiver and refund stands in the ledger with its amount",
    `select 1 from bank_notices n left join money_movements m on m.notice_id = n.id and m.kind = 'bank-received'
      where n.amount_dong > 0 and m.amount_dong is distinct from n.amount_dong
     union all
     select 1 from payments p left join money_movements m
         on m.office_province = p.office_province and m.kind = 'bank-matched' and m.source = p.id::text
      where m.amount_dong is distinct from p.amount_dong
     union all
     select 1 from cash_receipts r left join money_movements m
         on m.office_province = r.office_province and m.kind = 'cash-received' and m.source = r.id::text
      where m.amount_dong is distinct from r.amount_dong
     union all
     select 1 from cash_receipts r left join money_movements m
         on m.office_province = r.office_province and m.kind = 'cash-cancelled' and m.source = r.id::text
      where (r.cancelled_at is null) <> (m.id is null) or m.amount_dong <> r.amount_dong
     union all
     select 1 from fee_waivers w left join money_movements m
         on m.office_province = w.office_province and m.kind = 'waived' and m.source = w.id::text
      where (w.outcome is distinct from 'granted') <> (m.id is null) or m.amount_dong <> w.amount_dong
     union all
     select 1 from refunds r left join money_movements m on m.office_province = r.office_province and m.source = r.id::text
         and m.kind in ('refund-of-fee', 'refund-of-surplus')
      where (r.outcome is distinct from 'approved') <> (m.id is null) or m.amount_dong <> r.amount_dong
     union all
     select 1 from refunds r left join money_movements m on m.office_province = r.office_province and m.source = r.id::text
         and m.kind in ('refund-paid-bank', 'refund-paid-cash')
      where (r.paid_at is null) <> (m.id is null) or m.amount_dong <> r.amount_dong
     union all
     select 1 from treasury_handovers h left join money_movements m on m.office_province = h.office_province and m.source = h.id::text
         and m.kind in ('handed-over-cash', 'handed-over-bank')
      where m.amount_dong is distinct from h.amount_dong`,
  ],
  ["the ledger adds up to nothing", "select 1 from ledger_lines having sum(amount_dong) <> 0"],
  [
    "every posting adds up to nothing",
    "select 1 from ledger_lines group by office_province, posting having sum(amount_dong) <> 0",
  ],
  [
    "nobody gives back more than came in for a debt",
    `select 1 from refunds r join debts d on d.office_province = r.office_province and d.id = r.debt_id
      where r.outcome = 'approved' group by d.office_province, d.id, d.paid_dong having sum(r.amount_dong) > d.paid_dong`,
  ],
  [
    "no drawer is below nothing",
    `select 1 from money_movements where drawer is not null group by office_province, unit_id, drawer
      having sum(case when debit = 'received-cash' then amount_dong else -amount_dong end) < 0`,
  ],
  [
    "receipts of a book follow one another without a gap",
    `select 1 from receipt_books b left join cash_receipts r on r.office_province = b.office_province and r.book_id = b.id
      group by b.office_province, b.id, b.from_number, b.next_number
      having count(r.id) <> b.next_number - b.from_number
          or coalesce(min(r.number), b.from_number) <> b.from_number or coalesce(max(r.number), b.from_number - 1) <> b.next_number - 1`,
  ],
  [
    "a closed day is what the ledger says of it",
    `select 1 from cash_days c cross join lateral (
         select coalesce(sum(case when debit = 'received-cash' then amount_dong else -amount_dong end) filter (where book_day < c.book_day), 0)::bigint as opening,
                coalesce(sum(amount_dong) filter (where book_day = c.book_day and debit = 'received-cash'), 0)::bigint as taken,
                coalesce(sum(amount_dong) filter (where book_day = c.book_day and credit = 'received-cash'), 0)::bigint as given
           from money_movements m where m.office_province = c.office_province and m.unit_id = c.unit_id and m.drawer = c.officer
       ) s where (c.opening_dong, c.taken_dong, c.given_dong) <> (s.opening, s.taken, s.given)`,
  ],
];

/** Goes through all the books. For tests, the night and `verify-log`; not for a page. */
export async function moneyInvariants(sql: Sql): Promise<MoneyInvariants> {
  const [sums] = await sql.query<{ matched: number; paid: number }>(
    "payments.sums",
    `select (select coalesce(sum(amount_dong), 0)::bigint from money_movements where kind = 'bank-matched') as matched,
            (select coalesce(sum(amount_dong), 0)::bigint from payments) as paid`,
  );
  if (!sums) throw new Error("sums without an answer");
  const broken: { rule: string; count: number }[] = [];
  for (const [at, [rule, offenders]] of RULES.entries()) {
    const [found] = await sql.query<{ count: number }>(
      `payments.rule-${at}`,
      `select count(*) as count from (${offenders}) as offenders`,
    );
    if (found && found.count > 0) broken.push({ rule, count: found.count });
  }
  if (sums.matched !== sums.paid) broken.push({ rule: "the sum paid is the sum matched", count: 1 });
  return { matchedDong: dong(sums.matched), paidDong: dong(sums.paid), broken };
}
