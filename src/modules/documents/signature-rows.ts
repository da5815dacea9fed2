import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { SignatureReport } from "./check/report.ts";

/** What the check of an uploaded file found, and when. */
export type KeptReport = { readonly sha256: string; readonly checkedAt: Instant; readonly report: SignatureReport };

/** Keeps the verdict on a file; checked again, the newer one stands. */
export async function keepReport(sql: Sql, { sha256, checkedAt, report }: KeptReport): Promise<void> {
  await sql.query(
    "documents-keep-signature-report",
    `insert into signature_reports (file_sha256, checked_at, report) values ($1, $2, $3)
     on conflict (file_sha256) do update set checked_at = excluded.checked_at, report = excluded.report`,
    [sha256, isoInstant(checkedAt), JSON.stringify(report)],
  );
}

/** The verdicts on these files; one that was never checked is not among them. */
export const reportsOn = (sql: Sql, files: readonly string[]): Promise<KeptReport[]> =>
  sql.query<KeptReport>(
    "documents-signature-reports",
    `select file_sha256 as sha256, checked_at as "checkedAt", report from signature_reports
     where file_sha256 = any($1)`,
    [[...files]],
  );

/** Removes the verdicts on files that were disposed of. */
export const forgetReports = (sql: Sql, files: readonly string[]): Promise<unknown> =>
  sql.query("documents-forget-signature-reports", "delete from signature_reports where file_sha256 = any($1)", [
    [...files],
  ]);
