import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type PlainDate, parseVietnameseDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Unit } from "../../../modules/catalogue/index.ts";
import type { ActWanted } from "../../../modules/dossiers/index.ts";

/** What the forms beside the straight way ask for, read from their boxes. */

export const LIFE_ACTS = [
  "consultation-answered",
  "handed-back",
  "handed-over",
  "supplement-approved",
  "reappointed",
  "consulted",
  "posted",
  "originals-taken",
  "originals-returned",
  "transferred",
  "replacement-decided",
] as const;
export type LifeAct = (typeof LIFE_ACTS)[number];
export const isLifeAct = (act: string): act is LifeAct => (LIFE_ACTS as readonly string[]).includes(act);

/** How many originals one form takes. */
export const ORIGINAL_ROWS = 4;

type Boxes = (field: string) => string;
type Reading = Result<ActWanted, { readonly field: string; readonly text: Text }>;
type SearchUnits = (typed: string) => readonly Unit[];

export function readLife(act: LifeAct, box: Boxes, searchUnits: SearchUnits): Reading {
  switch (act) {
    case "handed-over":
      return ok({ act });
    case "supplement-approved":
      return ok({ act, reason: box("reason") });
    case "handed-back":
      return ok({ act, result: box("result") });
    case "consultation-answered": {
      const opinion = box("opinion");
      const known = opinion === "agree" || opinion === "disagree" || opinion === "other" ? opinion : null;
      return ok({ act, opinion: known, answer: box("answer") });
    }
    case "consulted": {
      const unit = unitTyped(box("unit"), searchUnits);
      const days = /^\d{1,3}$/.test(box("days").trim()) ? Number(box("days")) : null;
      return unit.ok ? ok({ act, unit: unit.value.id, question: box("question"), days }) : unit;
    }
    case "transferred": {
      const unit = unitTyped(box("unit"), searchUnits);
      return unit.ok ? ok({ act, unit: unit.value.id, reason: box("reason") }) : unit;
    }
    case "reappointed":
      return ok({
        act,
        reason: box("reason"),
        unitAtFault: box("unitAtFault"),
        cause: box("cause"),
        day: dayTyped(box),
      });
    case "originals-taken":
      return ok({ act, papers: originalsTyped(box) });
    case "originals-returned":
      return ok({ act, way: box("way") === "post" ? "post" : "desk", to: box("to") });
    case "posted":
      return ok({ act, carrier: box("carrier"), tracking: box("tracking") });
    case "replacement-decided": {
      const outcome = box("outcome");
      return ok({
        act,
        reason: box("reason"),
        correction: box("correction"),
        outcome: outcome === "grant" || outcome === "refuse" ? outcome : null,
      });
    }
  }
}

const dayTyped = (box: Boxes): PlainDate | null =>
  parseVietnameseDate(["day", "month", "year"].map((part) => box(`newDay.${part}`).trim()).join("/"));

const originalsTyped = (box: Boxes) =>
  Array.from({ length: ORIGINAL_ROWS }, (_, at) => ({
    title: box(`papers.${at}.title`),
    count: /^\d{1,2}$/.test(box(`papers.${at}.count`).trim()) ? Number(box(`papers.${at}.count`)) : 0,
  }));

/** The one office that is meant; where several are, all of them are named, so that the next try is the last. */
export function unitTyped(
  typed: string,
  searchUnits: SearchUnits,
): Result<Unit, { readonly field: string; readonly text: Text }> {
  const found = searchUnits(typed.slice(0, 200));
  const [unit] = found;
  if (unit && found.length === 1) return ok(unit);
  const names = (key: "vi" | "en"): string => found.map(({ name }) => name[key]).join("; ");
  return fail({
    field: "unit",
    text: unit
      ? text(
          `Có ${found.length} cơ quan phù hợp: ${names("vi")}. Vui lòng ghi đủ tên hoặc mã định danh.`,
          `${found.length} offices match: ${names("en")}. Write the whole name or the agency code.`,
        )
      : text(
          "Không có cơ quan nào tên như vậy. Ví dụ: Công an phường Thuận Hóa.",
          "No office has such a name. For example: Công an phường Thuận Hóa.",
        ),
  });
}

/** The boxes of an act's form by their short names. */
export const boxesOf = (act: string, raw: Raw, longest: number): Boxes => {
  return (field) => boxText(raw, `${act}.${field}`).slice(0, longest);
};
