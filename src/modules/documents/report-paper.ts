import { z } from "zod";
import { dayOfInstant, showInstant } from "../../kernel/plain-date.ts";
import { compile } from "./compiler.ts";
import { officialDate } from "./papers.ts";
import { openPdf } from "./pdf-file.ts";
import { printable } from "./printable.ts";
import { alsoUniversallyAccessible } from "./render.ts";

/** A statutory report as a draft: whoever answers for it checks and signs it; the law asks for no seal of ours. */

const Line = z.string().max(20_000).transform(printable);
const ReportShape = z.strictObject({
  number: Line,
  circular: Line,
  title: Line,
  unit: Line,
  receiver: Line,
  period: Line,
  place: Line,
  /** `group` stands over its neighbours of the same name; empty where a column has none. */
  columns: z
    .array(z.strictObject({ title: Line, group: Line, wide: z.boolean(), narrow: z.boolean() }))
    .min(1)
    .max(20),
  rows: z.array(z.array(Line)).max(2_000),
  /** The last row, or nothing. */
  total: z.array(Line),
  notes: z.array(Line).max(10),
  preparer: Line,
});
export type ReportPaper = z.input<typeof ReportShape>;

/** Renders it as PDF/A-2a that is also PDF/UA-1. @throws when the data do not fit: they come from our own modules */
export function renderReport(data: ReportPaper, at: number): Uint8Array {
  const { place, ...report } = ReportShape.parse(data);
  const printed = {
    ...report,
    printedAt: showInstant(at),
    placeDate: `${place}, ${officialDate(dayOfInstant(at))}`,
    file: { title: `Biểu số ${report.number}: ${report.title}`.slice(0, 300), author: report.unit.slice(0, 300) },
  };
  return alsoUniversallyAccessible(openPdf(compile("report", printed, Math.floor(at / 1000)).pdf)).bytes;
}
