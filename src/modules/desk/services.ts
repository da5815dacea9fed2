import type { Procedure } from "../../engine/definition/index.ts";
import { covers, type PlainDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";

/** What a number is drawn for: a field of procedures, a result to collect, or advice. */
export type Service = {
  readonly key: string;
  /** What its numbers begin with: `A` of `A012`. */
  readonly letter: string;
  readonly title: Text;
};
/** An office as this room needs to know it. */
export type DeskUnit = {
  readonly id: string;
  readonly provinceCode: string;
  readonly level: "ministry" | "province" | "commune";
  readonly shortName: string | null;
};

/** Letters that no one takes for a figure. */
const LETTERS = "ABCDEFGHKLMNPRSTUV";
const GENERAL: readonly Service[] = [
  { key: "results", letter: "X", title: text("Nhận kết quả", "Collecting a result") },
  { key: "guidance", letter: "Y", title: text("Hướng dẫn, việc khác", "Advice and other matters") },
];

/** The procedures an office handles on a day. */
export const proceduresOf = (
  procedures: readonly Procedure[],
  unit: Pick<DeskUnit, "level" | "shortName">,
  on: PlainDate,
): readonly Procedure[] =>
  procedures.filter(({ editions }) =>
    editions.some(
      (edition) =>
        covers(edition, on) &&
        edition.competence.level === unit.level &&
        (edition.competence.unit ?? null) === unit.shortName,
    ),
  );

/** The services for which an office gives numbers on a day; a field keeps its letter in every office. */
export function servicesOf(
  procedures: readonly Procedure[],
  unit: Pick<DeskUnit, "level" | "shortName">,
  on: PlainDate,
): readonly Service[] {
  const handled = new Set(proceduresOf(procedures, unit, on).map(({ field }) => field.key));
  const fields = new Map(procedures.map(({ field }) => [field.key, field]));
  const all = [...fields.values()].map(({ key, title }, at): Service => ({ key, letter: letterAt(at), title }));
  return [...all.filter(({ key }) => handled.has(key)), ...GENERAL];
}

function letterAt(at: number): string {
  const last = LETTERS[at % LETTERS.length] ?? "";
  return at < LETTERS.length ? last : `${LETTERS[Math.floor(at / LETTERS.length) - 1] ?? ""}${last}`;
}
