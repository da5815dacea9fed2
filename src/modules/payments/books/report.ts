import { type Dong, dong } from "../../../kernel/dong.ts";
import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import type { Sql } from "../../../platform/database/database.ts";

/** What was levied, paid, forgiven, given back and handed on, by office and fee, out of the ledger and of nothing else. */

export type ReportQuery = {
  readonly officeProvince: string;
  /** One office; all that the asker sees when null. */
  readonly unitId: string | null;
  readonly feeKey: string | null;
  readonly from: PlainDate;
  readonly until: PlainDate;
};

/** The columns of the report, each a sum of movements of these kinds with these signs. */
export const FIGURES = {
  opening: [],
  raised: ["debt-raised", "debt-moved-in"],
  dropped: ["debt-cancelled", "debt-moved-out"],
  waived: ["waived"],
  bank: ["bank-matched"],
  cash: ["cash-received"],
  reversed: ["cash-cancelled"],
  refunded: ["refund-of-fee"],
  closing: [],
} as const satisfies Record<string, readonly string[]>;
export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];
/** Those that movements make; opening and closing are what is owed before and after. */
export const MOVED = FIGURE_NAMES.filter((name) => FIGURES[name].length > 0);

export type ReportLine = { readonly unitId: string; readonly feeKey: string } & { readonly [F in FigureName]: Dong };

/** One line an office and fee, in their order. */
export async function reportOf(sql: Sql, query: ReportQuery): Promise<readonly ReportLine[]> {
  const rows = await sql.query<{ unit_id: string; fee_key: string; kind: string; before: number; within: number }>(
    "payments.report",
    `select unit_id, fee_key, kind,
            coalesce(sum(case when debit = 'owed' then amount_dong when credit = 'owed' then -amount_dong end)
              filter (where book_day < $4), 0)::bigint as before,
            coalesce(sum(amount_dong) filter (where book_day >= $4), 0)::bigint as within
       from money_movements
      where office_province = $1 and ($2::text is null or unit_id = $2) and ($3::text is null or fee_key = $3)
        and fee_key is not null and book_day <= $5
      group by unit_id, fee_key, kind order by unit_id, fee_key`,
    [query.officeProvince, query.unitId, query.feeKey, query.from, query.until],
  );
  const groups = Map.groupBy(rows, (row) => `${row.unit_id}\n${row.fee_key}`);
  return [...groups.values()].map((group) => {
    const sum = (name: FigureName): number =>
      group.filter(({ kind }) => FIGURES[name].some((one) => one === kind)).reduce((all, row) => all + row.within, 0);
    const opening = group.reduce((all, row) => all + row.before, 0);
    const moved = {
      raised: sum("raised"),
      dropped: sum("dropped"),
      waived: sum("waived"),
      bank: sum("bank"),
      cash: sum("cash"),
      reversed: sum("reversed"),
      refunded: sum("refunded"),
    };
    const paid = moved.bank + moved.cash - moved.reversed;
    const closing = opening + moved.raised - moved.dropped - moved.waived - paid;
    const figures = Object.entries({ opening, ...moved, closing }).map(([name, amount]) => [name, dong(amount)]);
    const [first] = group;
    return { unitId: first?.unit_id ?? "", feeKey: first?.fee_key ?? "", ...Object.fromEntries(figures) } as ReportLine;
  });
}

/** The sums of all lines. */
export const totalOf = (lines: readonly ReportLine[]): { readonly [F in FigureName]: Dong } =>
  Object.fromEntries(FIGURE_NAMES.map((name) => [name, dong(lines.reduce((all, line) => all + line[name], 0))])) as {
    [F in FigureName]: Dong;
  };

/** One movement behind a figure. */
export type BehindLine = {
  readonly id: string;
  readonly bookDay: PlainDate;
  readonly at: Instant;
  readonly kind: string;
  readonly unitId: string;
  readonly feeKey: string | null;
  readonly dossierCode: string | null;
  readonly amount: Dong;
  readonly byName: string;
};

/** The movements behind a figure in the order of the books, from after the one named; for pages and streamed exports. */
export async function movementsBehind(
  sql: Sql,
  query: ReportQuery,
  kinds: readonly string[],
  after: string | null,
  most: number,
): Promise<readonly BehindLine[]> {
  const rows = await sql.query<BehindLine>(
    "payments.movements-behind",
    `select id, book_day as "bookDay", at, kind, unit_id as "unitId", fee_key as "feeKey", dossier_code as "dossierCode",
            amount_dong as amount, by_name as "byName"
       from money_movements
      where office_province = $1 and ($2::text is null or unit_id = $2) and ($3::text is null or fee_key = $3)
        and book_day between $4 and $5 and kind = any ($6) and ($7::uuid is null or id > $7)
      order by id limit $8`,
    [query.officeProvince, query.unitId, query.feeKey, query.from, query.until, kinds, after, most],
  );
  return rows;
}

/** What lies where at the end of a day, by account; the sum of all is nought. */
export async function balances(
  sql: Sql,
  query: Pick<ReportQuery, "officeProvince" | "unitId" | "until">,
): Promise<Readonly<Record<string, Dong>>> {
  const rows = await sql.query<{ account: string; amount: number }>(
    "payments.balances",
    `select account, sum(amount_dong)::bigint as amount from ledger_lines
      where office_province = $1 and ($2::text is null or unit_id = $2) and book_day <= $3 group by account order by account`,
    [query.officeProvince, query.unitId, query.until],
  );
  return Object.fromEntries(rows.map(({ account, amount }) => [account, dong(amount)]));
}

/** All movements of these kinds, page by page: for files larger than memory should hold. */
export async function* eachMovement(
  sql: Sql,
  query: ReportQuery,
  kinds: readonly string[],
): AsyncGenerator<BehindLine, void> {
  for (let after: string | null = null; ; ) {
    const page: readonly BehindLine[] = await movementsBehind(sql, query, kinds, after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.id ?? null;
  }
}
const PAGE = 1_000;
