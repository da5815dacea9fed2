import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { ImportColumns, RowFault, RowRead } from "./columns.ts";

/** What became of a row: taken in, nothing new, or why not. */
export type RowOutcome = "added" | "changed" | "unchanged" | readonly RowFault[];

export type BatchTime = { readonly at: Instant; readonly today: PlainDate };

/** A kind of file that can be imported: its columns, and how some rows of it are written. */
export type ImportKind<C extends ImportColumns = ImportColumns> = {
  readonly columns: C;
  /** What a row is about: two rows about one thing are never written in one batch. */
  subjectOf(row: RowRead<C>): string;
  write(tx: Tx, rows: readonly RowRead<C>[], time: BatchTime): Promise<readonly RowOutcome[]>;
};
