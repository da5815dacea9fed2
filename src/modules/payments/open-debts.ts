import type { Sql } from "../../platform/database/database.ts";

/** How many dossiers still owe each of these fees, over all provinces. */
export const countOpenDebts = (
  sql: Sql,
  feeKeys: readonly string[],
): Promise<{ readonly feeKey: string; readonly dossiers: number }[]> =>
  sql.query(
    "payments-count-open-debts",
    `select fee_key as "feeKey", count(distinct dossier_id)::int as dossiers from debts
     where paid_at is null and cancelled_at is null and fee_key = any($1) group by fee_key order by fee_key`,
    [feeKeys],
  );
