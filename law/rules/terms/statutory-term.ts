import {
  type CalculationCitation,
  type CalculationStep,
  defineCalculation,
  isAbsent,
  RefusedInput,
} from "../../../src/engine/definition/index.ts";
import { type Dong, showDong } from "../../../src/kernel/dong.ts";
import { dayOfInstant, type Instant, type PlainDate, showDate, showInstant } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { rowOn } from "../../parameters/table.ts";
import type { Limit } from "../../parameters/terms/limits.ts";
import {
  recipientsOn,
  type StatutoryTerm,
  statutoryTerms,
  type TermKey,
} from "../../parameters/terms/statutory-terms.ts";
import { citation, citedAll, step } from "../cite.ts";
import { endOfDays, endOfHours, showLimit } from "./count.ts";
import { violationBandOn } from "./late-violation.ts";
import { bandFor, bandOn, type Offender } from "./penalty.ts";

const TERMS = Object.keys(statutoryTerms) as readonly TermKey[];
/** The terms that run from a moment: they need `startedAt`, the others `startedOn`. */
const IN_HOURS: ReadonlySet<unknown> = new Set<TermKey>(["passport-lost-report"]);

/** End of a duty, a right or a limitation that starts with an event; and what being late means. */
export const statutoryTerm = defineCalculation({
  name: "statutory-term",
  title: text("Thời hạn theo luật", "Statutory term"),
  fields: {
    term: { kind: "text", needed: true, oneOf: TERMS },
    startedOn: { kind: "date" },
    startedAt: { kind: "instant" },
    doneOn: { kind: "date" },
    subject: { kind: "text", oneOf: ["individual", "organisation"] },
  },
  lacks({ term, startedOn, startedAt }) {
    if (IN_HOURS.has(term)) return isAbsent(startedAt) ? "startedAt" : null;
    return isAbsent(startedOn) ? "startedOn" : null;
  },
  reckon({ term: key, startedOn, startedAt, doneOn, subject = "individual" }) {
    const term: StatutoryTerm = statutoryTerms[key];
    const inHours = IN_HOURS.has(key);
    if (inHours ? startedOn !== undefined : startedAt !== undefined)
      throw new RefusedInput("not-allowed", inHours ? "startedOn" : "startedAt");
    const start = started(inHours, startedOn, startedAt);
    const row = rowOn(term.rows(), start.on);
    const limit = row?.limit;
    if (!limit) throw new RefusedInput("not-in-force", start.path);

    const end = endOf(start, limit, term.rolls);
    const late = doneOn === undefined ? null : doneOn > end.on;
    const sanction = late && doneOn ? sanctionOf(term, doneOn, subject) : null;
    const recipients = recipientsOn(term, start.on);
    return {
      value: {
        endsOn: inHours ? null : end.on,
        endsAt: end.at,
        late,
        recipients,
        violation: sanction?.violation ?? null,
        penalty: sanction?.penalty ?? null,
      },
      steps: () => [lengthStep(start, limit, term.rolls), ...end.steps(), ...lateSteps(late, doneOn, sanction)],
      citations: () => [...citedAll(row), citation("91/2015/QH13", "145–148"), ...(sanction?.citations() ?? [])],
    };
  },
});

type Start = { readonly on: PlainDate; readonly at: Instant | null; readonly path: string };
function started(inHours: boolean, startedOn: PlainDate | undefined, startedAt: Instant | undefined): Start {
  if (inHours && startedAt !== undefined) return { on: dayOfInstant(startedAt), at: startedAt, path: "startedAt" };
  if (!inHours && startedOn !== undefined) return { on: startedOn, at: null, path: "startedOn" };
  throw new RefusedInput("missing-field", inHours ? "startedAt" : "startedOn");
}

type End = { readonly on: PlainDate; readonly at: string | null; readonly steps: () => readonly CalculationStep[] };
function endOf(start: Start, limit: Limit, rolls: boolean): End {
  if (start.at !== null) {
    const { due } = endOfHours(start.at, limit, start.path);
    const on = dayOfInstant(Date.parse(due));
    const shown = () => showInstant(Date.parse(due));
    return { on, at: due, steps: () => [step("ends-at", `Kết thúc lúc ${shown()}.`, `It ends at ${shown()}.`, due)] };
  }
  const { due, steps } = endOfDays(start.on, limit, start.path, rolls);
  const ends = () => step("ends-on", `Kết thúc vào hết ngày ${showDate(due)}.`, `It ends with ${showDate(due)}.`, due);
  return { on: due, at: null, steps: () => [...steps(), ends()] };
}

function lengthStep(start: Start, limit: Limit, rolls: boolean): CalculationStep {
  const length = showLimit(limit);
  const from = start.at === null ? showDate(start.on) : showInstant(start.at);
  return step(
    "length",
    rolls
      ? `Thời hạn ${length.vi} kể từ ${from}.`
      : `Thời hạn ${length.vi} kể từ ${from}, không chuyển sang ngày làm việc tiếp theo.`,
    rolls ? `${length.en} from ${from}.` : `${length.en} from ${from}; it does not move to a working day.`,
    limit,
  );
}

type Sanction = {
  readonly violation: string;
  /** Null where no band was in force on the day. */
  readonly penalty: { readonly min: Dong; readonly max: Dong } | null;
  readonly citations: () => readonly CalculationCitation[];
};

/** What a late duty is punished as; the offence ended when the duty was done. */
function sanctionOf(term: StatutoryTerm, doneOn: PlainDate, subject: Offender): Sanction | null {
  if (!term.late) return null;
  if ("violation" in term.late) {
    const found = violationBandOn(term.late.violation, doneOn, subject);
    return { violation: term.late.violation, penalty: found?.band ?? null, citations: () => found?.citations() ?? [] };
  }
  const band = bandOn(term.late.act, doneOn, {});
  return {
    violation: term.late.act,
    penalty: band && bandFor(band, subject),
    citations: () => (band ? citedAll(band) : []),
  };
}

function lateSteps(
  late: boolean | null,
  doneOn: PlainDate | undefined,
  sanction: Sanction | null,
): readonly CalculationStep[] {
  if (late === null || !doneOn) return [];
  const done = showDate(doneOn);
  const first = late
    ? step("late", `Thực hiện ngày ${done}: quá hạn.`, `Done on ${done}: late.`, true)
    : step("in-time", `Thực hiện ngày ${done}: đúng hạn.`, `Done on ${done}: in time.`, false);
  if (!sanction?.penalty) return [first];
  const { min, max } = sanction.penalty;
  return [
    first,
    step(
      "band-when-late",
      `Khung phạt khi quá hạn: từ ${showDong(min)} đến ${showDong(max)}; không tự động xử phạt.`,
      `Band when late: ${showDong(min)} to ${showDong(max)}; nobody is fined automatically.`,
      sanction.penalty,
    ),
  ];
}
