import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";

/** What an officer wrote down for the colleagues of the office beside a dossier. */
export type Remark = { readonly id: string; readonly at: Instant; readonly by: string; readonly body: string };
export type NewRemark = Omit<Remark, "by"> & {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly unit: string;
  readonly account: string;
  readonly name: string;
};

/** Those of a unit, oldest first. */
export const remarksOf = (
  reading: Reading,
  dossier: { readonly officeProvince: string; readonly id: string },
  unit: string,
): Promise<Remark[]> =>
  reading.query<Remark>(
    "remarks-of-dossier",
    `select id, at, by_name as by, body from dossier_remarks
     where office_province = $1 and dossier_id = $2 and unit_id = $3 order by id`,
    [dossier.officeProvince, dossier.id, unit],
  );

export const insertRemark = (sql: Sql, remark: NewRemark): Promise<unknown> =>
  sql.query(
    "remark-insert",
    `insert into dossier_remarks (office_province, dossier_id, id, at, unit_id, by_account, by_name, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      remark.officeProvince,
      remark.dossierId,
      remark.id,
      new Date(remark.at).toISOString(),
      remark.unit,
      remark.account,
      remark.name,
      remark.body,
    ],
  );
