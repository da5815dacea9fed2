import { z } from "zod";
import { dayOfInstant, type Instant, showDate, showInstant } from "../../kernel/plain-date.ts";
import { compile } from "./compiler.ts";
import { printable } from "./printable.ts";

const Line = z.string().max(20_000).transform(printable);
const LettersShape = z.strictObject({
  office: Line,
  letters: z
    .array(
      z.strictObject({
        name: Line,
        address: Line,
        code: Line,
        office: Line,
        phone: Line,
        title: Line,
        lines: z.array(Line).max(100),
        link: Line,
        at: z.number().int().transform(showInstant),
      }),
    )
    .min(1)
    .max(200),
});
export type Letters = z.input<typeof LettersShape>;

/**
 * The letters of a day, each on its page behind a list with room for the numbers of the post. PDF/A-2a.
 * @throws when the data do not fit: they come from our own modules
 */
export function renderLetters(letters: Letters, at: Instant): Uint8Array {
  const printed = LettersShape.parse(letters);
  const day = showDate(dayOfInstant(at));
  return compile("letters", { ...printed, title: "Thư cần gửi qua bưu điện", printedOn: day }, Math.floor(at / 1000))
    .pdf;
}
