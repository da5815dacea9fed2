import {
  type CalculationCitation,
  type CalculationStep,
  type Evidence,
  RefusedInput,
} from "../../src/engine/definition/index.ts";
import { daysBetween, type PlainDate, showDate } from "../../src/kernel/plain-date.ts";
import { type Text, text } from "../../src/kernel/text.ts";
import type { Place, Proven } from "../parameters/basis.ts";
import { EVER } from "../parameters/table.ts";
import { findSource, sourceName } from "../sources/index.ts";

/** A dated row of the law, as far as a citation needs it. */
export type CitedRow = {
  readonly source: string;
  readonly article: string;
  readonly from: PlainDate | string | null;
  readonly until: PlainDate | string | null;
  readonly evidence: Evidence | string;
};

/** The row that decided, as answers cite it. */
export const cited = (row: CitedRow): CalculationCitation => ({
  document: row.source,
  article: row.article,
  validFrom: row.from === EVER ? null : row.from,
  validTo: row.until,
  confidence: row.evidence,
});

/** A row that rests on several texts, one citation each; the dates and the evidence are those of the row. */
export const citedAll = (row: Proven): CalculationCitation[] =>
  row.basis.map((place) => cited({ ...place, from: row.from, until: row.until, evidence: row.evidence }));

/** One step of an answer. */
export const step = (rule: string, vi: string, en: string, result: unknown): CalculationStep => ({
  rule,
  text: text(vi, en),
  result,
});

/** A place in a legal text as a whole, with the dates and evidence of the text itself. */
export const citation = (document: string, article: string): CalculationCitation => {
  const source = findSource(document);
  return {
    document,
    article,
    validFrom: source?.inForceFrom ?? null,
    validTo: source?.inForceUntil ?? null,
    confidence: source?.evidence ?? "recalled",
  };
};

const namesOf = (places: readonly Place[]): string =>
  places
    .map(({ source, article }) => {
      const known = findSource(source);
      const name = known ? sourceName(known) : source;
      return article === "toàn văn" ? name : `${name}, ${/^\d/.test(article) ? "Điều " : ""}${article}`;
    })
    .join("; ");

/** The refusal of a question the law answers with a figure nobody has established: it names the texts to consult. */
export function notDetermined(field: string, places: readonly Place[], why: Text = NOT_ESTABLISHED): RefusedInput {
  const said = namesOf(places);
  return new RefusedInput(
    "not-determined",
    field,
    text(`${why.vi} Vui lòng tra ${said}.`, `${why.en} Please consult ${said}.`),
  );
}
const NOT_ESTABLISHED = text(
  "Pháp luật có quy định nhưng con số chưa được xác định chắc chắn.",
  "The law has a rule, but its figure is not established here.",
);

/** The refusal where no row holds on a day: it says which row is the nearest, and never takes its figure. */
export function noRateOn(field: string, on: PlainDate, rows: readonly Proven[]): RefusedInput {
  const [nearest] = rows
    .map((row) => ({ row, days: on < row.from ? daysBetween(on, row.from) : daysBetween(row.until ?? row.from, on) }))
    .sort((a, b) => a.days - b.days);
  if (!nearest) return new RefusedInput("no-rate-for-date", field);
  const { row } = nearest;
  const places = namesOf(row.basis);
  const [from, until] = [showDate(row.from), row.until && showDate(row.until)];
  return new RefusedInput(
    "no-rate-for-date",
    field,
    text(
      `Chưa có mức được nhập cho ngày ${showDate(on)}; không lấy mức của ngày khác thay thế. Mức gần nhất áp dụng từ ${from}${until ? ` đến ${until}` : ""} (${places}): vui lòng tra văn bản có hiệu lực vào ngày cần tính.`,
      `No figure is entered for ${showDate(on)}; a figure of another date is never taken instead. The nearest holds from ${from}${until ? ` to ${until}` : ""} (${places}): consult the text in force on that day.`,
    ),
  );
}
