import { z } from "zod";
import type { LawAmendment, LegalSource } from "../../../law/index.ts";
import { type PlainDate, parseIsoDate } from "../../kernel/plain-date.ts";

/** What a proposal says, as it is stored in drafts and acts; read strictly, because it becomes law here. */

const day = z.custom<PlainDate>((v) => typeof v === "string" && parseIsoDate(v) !== null, "not a day");
const line = (most: number) => z.string().trim().min(1).max(most);
const grounds = {
  source: line(60),
  article: line(120),
  evidence: z.enum(["read", "reported", "recalled", "design"]),
};

const AmendmentShape = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("figures"),
    table: line(60),
    key: line(200),
    from: day,
    until: day.nullable(),
    figures: z.record(line(60), z.number()),
    ...grounds,
  }),
  z.strictObject({ kind: z.literal("end"), table: line(60), key: line(200), lastDay: day, ...grounds }),
  z.strictObject({
    kind: z.literal("day-off"),
    date: day,
    name: z.strictObject({ vi: line(120), en: line(120) }),
    as: z.enum(["statutory", "compensatory", "swapped"]),
    saturday: day.nullable(),
    ...grounds,
  }),
  z.strictObject({ kind: z.literal("working-day"), date: day, ...grounds }),
  z.strictObject({
    kind: z.literal("year"),
    year: z.number().int().min(2000).max(2200),
    provisional: z.boolean(),
    ...grounds,
  }),
]) satisfies z.ZodType<LawAmendment>;

export const SOURCE_KINDS = ["law", "resolution", "decree", "decision", "circular", "notice"] as const;
const TextShape = z.strictObject({
  id: line(60),
  number: line(60),
  title: line(400),
  kind: z.enum(SOURCE_KINDS),
  inForceFrom: day.nullable(),
  inForceUntil: day.nullable(),
  evidence: grounds.evidence,
});

export const CHANGES_MOST = 200;
/** A proposal: why, the changes in the order in which they are to be published, and texts not entered before. */
const ContentShape = z.strictObject({
  title: z.string().trim().max(200),
  reason: z.string().trim().max(2_000),
  changes: z.array(AmendmentShape).max(CHANGES_MOST),
  texts: z.array(TextShape).max(CHANGES_MOST),
});
export type Content = {
  readonly title: string;
  readonly reason: string;
  readonly changes: readonly LawAmendment[];
  readonly texts: readonly LegalSource[];
};

export const EMPTY: Content = { title: "", reason: "", changes: [], texts: [] };

/** @throws where the content is not of the shape: nobody but us writes it */
export const readContent = (stored: unknown): Content => ContentShape.parse(stored) as Content;
