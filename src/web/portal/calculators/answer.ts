import type { Calculated, CalculationError } from "../../../engine/definition/index.ts";
import { dong, showDong } from "../../../kernel/dong.ts";
import { addMonths, type PlainDate, showDate, weekday } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";

/** One thing an answer says, in words that can be held against those of another day. */
export type Fact = {
  readonly label: Text;
  readonly value: Text;
  readonly note?: Text;
  readonly main?: boolean;
  /** It moves with the day asked for, as a due date does: shown for the other day, but no change of the law. */
  readonly moves?: boolean;
};
/** One calculation of an answer: its facts, or why there are none. */
export type Part = {
  readonly title: Text;
  readonly answer: Result<Calculated, CalculationError>;
  readonly facts: readonly Fact[];
};
export type Answer = { readonly on: PlainDate; readonly parts: readonly Part[]; readonly total?: Fact };

/** A calculation with what its value says to people. */
export function partOf(
  title: Text,
  answer: Result<Calculated, CalculationError>,
  say: (value: Calculated["value"]) => readonly Fact[],
): Part {
  return { title, answer, facts: answer.ok ? say(answer.value.value) : [] };
}

/** The same day a year before; 28 February for 29 February. */
export const yearBefore = (on: PlainDate): PlainDate => addMonths(on, -12);

const WEEKDAYS: readonly Text[] = [
  text("Chủ nhật", "Sunday"),
  text("Thứ Hai", "Monday"),
  text("Thứ Ba", "Tuesday"),
  text("Thứ Tư", "Wednesday"),
  text("Thứ Năm", "Thursday"),
  text("Thứ Sáu", "Friday"),
  text("Thứ Bảy", "Saturday"),
];
/** `Thứ Tư, 02/12/2026`. */
export function dayInWords(on: PlainDate): Text {
  const name = WEEKDAYS[weekday(on)] ?? text("", "");
  return text(`${name.vi}, ${showDate(on)}`, `${name.en}, ${showDate(on)}`);
}

/** `1.234.000 đ`, the same in both languages. */
export const moneyText = (amount: number): Text => {
  const shown = showDong(dong(amount)).replace(" ", "\u00a0");
  return text(shown, shown);
};

/** How an answer of today stands to the one of a year before. */
export type Comparison =
  /** There was no answer then, and why. */
  | { readonly kind: "none-then"; readonly title: Text; readonly why: Text }
  | { readonly kind: "none-now"; readonly title: Text; readonly before: readonly Fact[] }
  | {
      readonly kind: "compared";
      readonly title: Text;
      readonly changed: readonly { readonly label: Text; readonly before: Text | null; readonly now: Text | null }[];
      readonly same: readonly Fact[];
      /** Facts of the other day that move by nature. */
      readonly moved: readonly Fact[];
      /** Texts that decide now and did not then, and the other way round. */
      readonly texts: { readonly now: readonly string[]; readonly before: readonly string[] };
    };

/** Holds two answers to the same question against each other, part by part; parts only one of them has are left out. */
export const compare = (now: Answer, before: Answer): readonly Comparison[] =>
  now.parts.flatMap((part) => {
    const same = before.parts.find(({ title }) => title.vi === part.title.vi);
    return same ? [comparePart(part, same)] : [];
  });

function comparePart(now: Part, before: Part): Comparison {
  const { title } = now;
  if (!before.answer.ok) return { kind: "none-then", title, why: before.answer.failure.message };
  if (!now.answer.ok) return { kind: "none-now", title, before: before.facts };
  const find = (facts: readonly Fact[], { label }: Fact) => facts.find((fact) => fact.label.vi === label.vi);
  const fixed = (facts: readonly Fact[]) => facts.filter(({ moves }) => !moves);
  const differs = (fact: Fact) => find(before.facts, fact)?.value.vi !== fact.value.vi;
  const gone = fixed(before.facts).filter((fact) => !find(now.facts, fact));
  const [textsNow, textsThen] = [documentsOf(now.answer.value), documentsOf(before.answer.value)];
  return {
    kind: "compared",
    title,
    changed: [
      ...fixed(now.facts)
        .filter(differs)
        .map((fact) => ({ label: fact.label, before: find(before.facts, fact)?.value ?? null, now: fact.value })),
      ...gone.map((fact) => ({ label: fact.label, before: fact.value, now: null })),
    ],
    same: fixed(now.facts).filter((fact) => !differs(fact)),
    moved: before.facts.filter(({ moves }) => moves),
    texts: {
      now: textsNow.filter((one) => !textsThen.includes(one)),
      before: textsThen.filter((one) => !textsNow.includes(one)),
    },
  };
}
const documentsOf = (calculated: Calculated): string[] => [
  ...new Set(calculated.citations.map(({ document }) => document)),
];

/** The sum of amounts, where all are known. */
export function sumOf(label: Text, amounts: readonly (number | null)[]): Result<Fact, null> {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length < amounts.length) return fail(null);
  return ok({ label, value: moneyText(known.reduce((sum, amount) => sum + amount, 0)), main: true });
}
