import { z } from "zod";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Present } from "../../modules/reception/index.ts";

/** What an intake at the desk keeps besides answers and papers; it stands in the officer's draft. */

export const PresentShape: z.ZodType<Present> = z.strictObject({
  source: z.enum(["card", "zone", "typed", "entered", "form"]),
  number: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  document: z
    .string()
    .regex(/^[A-Z0-9<]{1,20}$/)
    .nullable(),
  name: z.string().min(1).max(100).nullable(),
  birthDate: z
    .strictObject({ year: z.number().int(), month: z.number().int().optional(), day: z.number().int().optional() })
    .transform(({ year, month, day }) => ({
      year,
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
    }))
    .nullable(),
  sex: z.enum(["M", "F"]).nullable(),
  nationality: z.string().regex(/^[A-Z]{1,3}$/),
});

const Finding = z.enum(["small", "blank", "dark", "blurred", "unchecked", "unreadable"]);

const StateShape = z.strictObject({
  kind: z.literal("desk"),
  present: PresentShape,
  /** As whose account the dossier will be filed. */
  account: z.uuid(),
  channel: z.enum(["desk", "post"]),
  envelope: z.uuid().nullable(),
  organisation: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  /** Keys of the fields a register answered. */
  known: z.array(z.string()),
  /** What is wrong with each scan, by its hash. */
  findings: z.record(z.string(), z.array(Finding)),
  /** Whether the original of a paper was shown or is kept. */
  originals: z.record(z.string(), z.enum(["shown", "kept"])),
  /** The printed form it came from: its edition and the day it was made. */
  form: z.strictObject({ edition: z.string(), madeOn: z.string() }).nullable(),
});
export type DeskState = z.infer<typeof StateShape>;

/** The state of an intake; null for any other draft. */
export function readState(pending: Json | null): DeskState | null {
  const parsed = StateShape.safeParse(pending);
  return parsed.success ? parsed.data : null;
}

/** Somebody as a page carries them from one step to the next; null where that was tampered with. */
export function readPresent(written: string): Present | null {
  try {
    const parsed = PresentShape.safeParse(JSON.parse(written));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
