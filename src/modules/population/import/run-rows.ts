import type { Instant } from "../../../kernel/plain-date.ts";
import type { Text } from "../../../kernel/text.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";

/** How far an import has come. Counts are of rows of the file. */
export type ImportState = {
  readonly id: string;
  readonly rowsDone: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly finished: boolean;
};
const COLUMNS = `id, rows_done as "rowsDone", added, changed, unchanged, rejected, finished_at is not null as finished`;

/** The import of a file, begun now or found where it was broken off. */
export async function openImport(
  sql: Sql,
  file: { readonly kind: string; readonly sha256: string; readonly name: string },
  at: Instant,
): Promise<ImportState> {
  await sql.query(
    "begin-import",
    `insert into imports (id, kind, sha256, file_name, started_at) values ($1, $2, $3, $4, $5)
     on conflict (kind, sha256) do nothing`,
    [newId(), file.kind, file.sha256, file.name, new Date(at).toISOString()],
  );
  const [state] = await sql.query<ImportState>(
    "import-of-file",
    `select ${COLUMNS} from imports where kind = $1 and sha256 = $2`,
    [file.kind, file.sha256],
  );
  if (!state) throw new Error("an import that was begun is not there");
  return state;
}

/** Moves an import on from where the caller found it; null where another run was faster. */
export async function moveImport(
  tx: Tx,
  from: ImportState,
  by: Omit<ImportState, "id" | "finished" | "rowsDone"> & { readonly rows: number },
): Promise<ImportState | null> {
  const [state] = await tx.query<ImportState>(
    "move-import",
    `update imports set rows_done = rows_done + $3, added = added + $4, changed = changed + $5, unchanged = unchanged + $6,
       rejected = rejected + $7
     where id = $1 and rows_done = $2 returning ${COLUMNS}`,
    [from.id, from.rowsDone, by.rows, by.added, by.changed, by.unchanged, by.rejected],
  );
  return state ?? null;
}

export async function finishImport(sql: Sql, id: string, at: Instant): Promise<void> {
  await sql.query("finish-import", "update imports set finished_at = $2 where id = $1 and finished_at is null", [
    id,
    new Date(at).toISOString(),
  ]);
}

export type Reject = {
  readonly line: number;
  readonly at: number;
  readonly column: string | null;
  readonly reason: Text;
};

export async function keepRejects(tx: Tx, importId: string, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  await tx.query(
    "keep-rejects",
    `insert into import_rejects (import_id, line, at, column_name, reason)
     select $1, * from unnest($2::int[], $3::int[], $4::text[], $5::jsonb[])`,
    [
      importId,
      rejects.map(({ line }) => line),
      rejects.map(({ at }) => at),
      rejects.map(({ column }) => column),
      rejects.map(({ reason }) => JSON.stringify(reason)),
    ],
  );
}

export const rejectsOf = (sql: Sql, importId: string): Promise<Reject[]> =>
  sql.query(
    "rejects-of-import",
    `select line, at, column_name as "column", reason from import_rejects where import_id = $1 order by line, at`,
    [importId],
  );
