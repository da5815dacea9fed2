import { rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/database.ts";
import { csvCell, type ImportColumns, type RowRead, readHeader, readRow } from "./columns.ts";
import { BrokenCsv, type CsvRow, inspectCsv, rowsIn } from "./file.ts";
import type { ImportKind, RowOutcome } from "./kinds.ts";
import * as rows from "./run-rows.ts";

/** So many rows go in one transaction. */
const BATCH = 500;

export type ImportRun = {
  /** The owner's connection: the application may not write to the register. */
  readonly owner: Database;
  readonly clock: Clock;
  readonly kind: string;
  readonly path: string;
  readonly tell?: (state: rows.ImportState) => void;
};
export type ImportDone = rows.ImportState & {
  /** Where the rows that were not taken are listed; null where all were. */
  readonly rejectsPath: string | null;
  /** True where this very file had been imported before: nothing was done. */
  readonly before: boolean;
};

/**
 * Brings a file into the register, so many rows a transaction, each counted in the transaction of its writing: killed at any moment and
 * run again, nothing is in twice and nothing is left out. A row that cannot be taken does no harm to the others.
 * @returns the counts, or the sentence why the file could not be read (what came before a broken line is in)
 */
export async function importFile<C extends ImportColumns>(
  run: ImportRun,
  kind: ImportKind<C>,
): Promise<Result<ImportDone, Text>> {
  const file = await inspectCsv(run.path);
  if (!file.ok) return file;
  const name = basename(run.path);
  let state = await rows.openImport(run.owner, { kind: run.kind, sha256: file.value.sha256, name }, run.clock.now());
  const before = state.finished;
  try {
    const records = rowsIn(file.value);
    const first = await records.next();
    const header = readHeader(kind.columns, first.done ? [] : first.value.cells);
    if (!header.ok) return header;
    if (!before) {
      for await (const batch of batches(records, kind, header.value, state.rowsDone)) {
        const moved = await writeBatch(run, kind, state, batch);
        if (!moved) return fail(ANOTHER_RUN);
        state = moved;
        run.tell?.(state);
      }
      await rows.finishImport(run.owner, state.id, run.clock.now());
    }
  } catch (error) {
    if (error instanceof BrokenCsv) return fail(brokenAt(error.line));
    throw error;
  }
  return ok({ ...state, finished: true, before, rejectsPath: await writeRejects(run, state) });
}

type Understood<C extends ImportColumns> = { readonly line: number; readonly read: ReturnType<typeof readRow<C>> };

/** Rows by the batch, from the row after `skip`; a row about the same as one before begins the next batch. */
async function* batches<C extends ImportColumns>(
  records: AsyncGenerator<CsvRow>,
  kind: ImportKind<C>,
  header: ReadonlyMap<string, number>,
  skip: number,
): AsyncGenerator<readonly Understood<C>[]> {
  let waiting: Understood<C>[] = [];
  let subjects = new Set<string>();
  let seen = 0;
  for await (const { line, cells } of records) {
    seen += 1;
    if (seen <= skip) continue;
    const read = readRow(kind.columns, header, cells);
    const subject = read.ok ? kind.subjectOf(read.value) : "";
    if (waiting.length >= BATCH || (subject !== "" && subjects.has(subject))) {
      yield waiting;
      waiting = [];
      subjects = new Set();
    }
    waiting.push({ line, read });
    subjects.add(subject);
  }
  if (waiting.length > 0) yield waiting;
}

function writeBatch<C extends ImportColumns>(
  { owner, clock }: ImportRun,
  kind: ImportKind<C>,
  state: rows.ImportState,
  batch: readonly Understood<C>[],
): Promise<rows.ImportState | null> {
  return owner
    .inTransaction(async (tx) => {
      const at = clock.now();
      const good = batch.flatMap(({ read }): RowRead<C>[] => (read.ok ? [read.value] : []));
      const written = [...(await kind.write(tx, good, { at, today: dayOfInstant(at) }))];
      const outcomes = batch.map(({ read }): RowOutcome => (read.ok ? (written.shift() ?? "unchanged") : read.failure));
      const count = (what: RowOutcome): number => outcomes.filter((outcome) => outcome === what).length;
      const rejects = batch.flatMap(({ line }, row) => {
        const outcome = outcomes[row] ?? "unchanged";
        return typeof outcome === "string" ? [] : outcome.map((fault, nth) => ({ line, at: nth, ...fault }));
      });
      const rejected = outcomes.filter((outcome) => typeof outcome !== "string").length;
      // Counted last: a run that finds itself overtaken rolls all of it back.
      const moved = await rows.moveImport(tx, state, {
        rows: batch.length,
        added: count("added"),
        changed: count("changed"),
        unchanged: count("unchanged"),
        rejected,
      });
      if (!moved) throw new Overtaken();
      await rows.keepRejects(tx, state.id, rejects);
      return moved;
    })
    .catch((error: unknown) => {
      if (error instanceof Overtaken) return null;
      throw error;
    });
}
class Overtaken extends Error {}

/** Lists the rows that were not taken, beside the file; without such rows an older list is taken away. */
async function writeRejects(run: ImportRun, state: rows.ImportState): Promise<string | null> {
  const path = `${run.path.replace(/\.csv$/i, "")}.rejects.csv`;
  if (state.rejected === 0) {
    await rm(path, { force: true });
    return null;
  }
  const lines = (await rows.rejectsOf(run.owner, state.id)).map(({ line, column, reason }) =>
    [String(line), column ?? "", reason.vi, reason.en].map(csvCell).join(","),
  );
  await writeFile(path, `\ufeff${["line,column,reason_vi,reason_en", ...lines].join("\r\n")}\r\n`, { mode: 0o600 });
  return path;
}

const ANOTHER_RUN = text(
  "Một lần nhập khác đang chạy với chính tệp này. Hãy chờ lần đó xong rồi chạy lại.",
  "Another run is importing this very file. Wait until it is done, then run again.",
);
const brokenAt = (line: number): Text =>
  text(
    `Tệp bị hỏng gần dòng ${line}: có thể thiếu dấu ngoặc kép đóng. Các dòng trước đó đã được nhập. Hãy sửa rồi nhập lại cả tệp; dòng đã có sẽ không bị nhập hai lần.`,
    `The file is damaged near line ${line}: perhaps a closing quotation mark is missing. The rows before it are in. Mend it and import the whole file again; rows that are in are not taken twice.`,
  );
