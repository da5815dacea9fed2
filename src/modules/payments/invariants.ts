import { type Dong, dong } from "../../kernel/dong.ts";
import type { Sql } from "../../platform/database/database.ts";

/** Whether the books add up: `broken` names every rule that does not hold, with how often; empty is what it must be. */
export type MoneyInvariants = {
  readonly matchedDong: Dong;
  readonly paidDong: Dong;
  readonly broken: readonly { readonly rule: string; readonly count: number }[];
};

const RULES: readonly (readonly [rule: string, offenders: string])[] = [
  ["a debt is paid at most once", "select 1 from payments group by office_province, debt_id having count(*) > 1"],
  ["a transfer stands in the books once", "select 1 from bank_notices group by bank_transaction having count(*) > 1"],
  [
    "a payment rests on a matched transfer of the same amount",
    `select 1 from payments p
      where not exists (select 1 from bank_notices n
                         where n.office_province = p.office_province and n.bank_transaction = p.bank_transaction
                           and n.verdict = 'matched' and n.amount_dong = p.amount_dong)`,
  ],
  [
    "a matched transfer made a payment",
    `select 1 from bank_notices n
      where n.verdict = 'matched'
        and not exists (select 1 from payments p
                         where p.office_province = n.office_province and p.bank_transaction = n.bank_transaction)`,
  ],
  [
    "a payment is of the amount owed, at the moment the debt names",
    `select 1 from payments p join debts d on d.office_province = p.office_province and d.id = p.debt_id
      where d.amount_dong <> p.amount_dong or d.paid_at is distinct from p.paid_at`,
  ],
  [
    "a paid debt has its payment",
    `select 1 from debts d
      where d.paid_at is not null
        and not exists (select 1 from payments p where p.office_province = d.office_province and p.debt_id = d.id)`,
  ],
  ["a cancelled debt is not paid", "select 1 from debts where cancelled_at is not null and paid_at is not null"],
];

/** Goes through all the books. For tests, the night and `verify-log`; not for a page. */
export async function moneyInvariants(sql: Sql): Promise<MoneyInvariants> {
  const [sums] = await sql.query<{ matched: number; paid: number }>(
    "payments.sums",
    `select (select coalesce(sum(amount_dong), 0)::bigint from bank_notices where verdict = 'matched') as matched,
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
