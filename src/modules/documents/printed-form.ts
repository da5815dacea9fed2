import { z } from "zod";
import { dayOfInstant, showDate } from "../../kernel/plain-date.ts";
import { compile } from "./compiler.ts";
import { printable } from "./printable.ts";
import { codeDrawing } from "./qr.ts";

/** A filled-in form of ours on paper: what was answered, and codes that carry the answers to the desk. */

const Line = z.string().max(20_000).transform(printable);
const Shape = z.strictObject({
  title: Line,
  procedureCode: Line,
  office: Line,
  filer: Line,
  pages: z.array(
    z.strictObject({ title: Line, rows: z.array(z.strictObject({ label: Line, value: Line })).max(2_000) }),
  ),
  /** The lines of the codes; none where the form says more than fits. */
  codes: z.array(z.string().max(1_000)).max(12),
  madeAt: z.number().int(),
});
export type PrintedFormData = z.input<typeof Shape>;

/** Renders the form as PDF/A-2a. The same data give the same bytes. */
export function renderPrintedForm(data: PrintedFormData): Uint8Array {
  const { codes, madeAt, ...form } = Shape.parse(data);
  const printed = {
    ...form,
    madeOn: showDate(dayOfInstant(madeAt)),
    codes: codes.map((code, at) => ({
      drawing: codeDrawing(code, "L"),
      alt: `Mã tờ khai ${at + 1}/${codes.length}`,
    })),
    file: { title: form.title.slice(0, 300), author: form.filer.slice(0, 300), keywords: [form.procedureCode] },
  };
  return compile("filled-form", printed, Math.floor(madeAt / 1000)).pdf;
}
