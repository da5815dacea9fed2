import { z } from "zod";
import { type PlainDate, parseIsoDate } from "../../kernel/plain-date.ts";

/** The small words every part of a procedure is written with. */

export const TextShape = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export const KeyShape = z.string().regex(/^[a-z][a-z0-9-]*$/, "a key is lower-case words joined by hyphens");
export const DayShape = z.custom<PlainDate>(
  (v) => typeof v === "string" && parseIsoDate(v) !== null,
  "not a day of the calendar",
);

/** How far a fact is proven: `read` in a text, `reported` by others, `recalled` from memory, `design` is our own choice. */
export const EvidenceShape = z.enum(["read", "reported", "recalled", "design"]);
export type Evidence = z.infer<typeof EvidenceShape>;

/** A place in a legal text. `source` is the id of an entry in law/sources. */
export const CitationShape = z.strictObject({
  source: z.string().min(1),
  article: z.string().min(1),
  evidence: EvidenceShape,
  note: z.string().optional(),
});
export type Citation = z.infer<typeof CitationShape>;

/** Days from which and until which (included) something applies; null is open-ended. */
export const dated = { from: DayShape, until: DayShape.nullable() };

/** A question about the answers given so far; a field, page, paper or fee applies only where it holds. */
export type Condition =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly answered: boolean }
  | { readonly field: string; readonly ageBelow: number }
  | { readonly applicant: "person" | "organisation" }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const ConditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: z.string(), is: z.union([z.string(), z.boolean()]) }),
    z.strictObject({ field: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ field: z.string(), answered: z.boolean() }),
    z.strictObject({ field: z.string(), ageBelow: z.number().int() }),
    z.strictObject({ applicant: z.enum(["person", "organisation"]) }),
    z.strictObject({ all: z.array(ConditionShape).min(1) }),
    z.strictObject({ any: z.array(ConditionShape).min(1) }),
    z.strictObject({ not: ConditionShape }),
  ]),
);
