import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of an office's words for its notices. */

export const TEMPLATE_KINDS = ["supplement", "refusal", "stop", "apology"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export type NoticeTemplate = {
  readonly id: string;
  readonly kind: TemplateKind;
  /** Null: for every procedure. */
  readonly procedureKey: string | null;
  readonly title: string;
  readonly body: string;
  readonly basis: string | null;
  readonly createdAt: Instant;
  readonly createdByName: string;
  readonly endedAt: Instant | null;
};

const COLUMNS = `id, kind, procedure_key as "procedureKey", title, body, basis, created_at as "createdAt",
  created_by_name as "createdByName", ended_at as "endedAt"`;

/** The living templates of a unit, by kind and title. */
export const livingTemplates = (sql: Sql, unit: string): Promise<NoticeTemplate[]> =>
  sql.query<NoticeTemplate>(
    "notice-templates-living",
    `select ${COLUMNS} from notice_templates where unit_id = $1 and ended_at is null order by kind, title, id limit 500`,
    [unit],
  );

export const insertTemplate = async (
  tx: Tx,
  row: Omit<NoticeTemplate, "endedAt" | "createdByName"> & {
    readonly officeProvince: string;
    readonly unit: string;
    readonly by: { readonly account: string; readonly name: string };
  },
): Promise<void> => {
  await tx.query(
    "notice-template-insert",
    `insert into notice_templates (office_province, id, unit_id, kind, procedure_key, title, body, basis, created_at, created_by, created_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.officeProvince,
      row.id,
      row.unit,
      row.kind,
      row.procedureKey,
      row.title,
      row.body,
      row.basis,
      isoInstant(row.createdAt),
      row.by.account,
      row.by.name,
    ],
  );
};

/** False where it is not of this unit, or has ended before. */
export const endTemplate = async (sql: Sql, unit: string, id: string, by: string, at: Instant): Promise<boolean> => {
  const rows = await sql.query(
    "notice-template-end",
    `update notice_templates set ended_at = $4, ended_by_name = $3
     where unit_id = $1 and id = $2 and ended_at is null returning id`,
    [unit, id, by, isoInstant(at)],
  );
  return rows.length === 1;
};
