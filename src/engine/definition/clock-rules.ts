import { covers, type PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { Edition } from "./procedure.ts";
import type { Citation } from "./words.ts";

/** What the law says about clocks in general, as dated values: handed in by whoever reckons, so that a browser has them too. */

/** What a rule governs: when the clock starts, stands still or begins anew, and what is due besides the result. */
export type ClockRuleKey = "start" | "not-started" | "restart" | "forward" | "online-answer";
type Dated = { readonly from: PlainDate; readonly until: PlainDate | null };
export type ClockRule = Dated & {
  readonly key: ClockRuleKey;
  /** Of `forward` the minute of the day after which the next working day counts; of `online-answer` working hours. */
  readonly value: number | null;
  readonly citations: readonly Citation[];
};

/** A reason for which the law lets the clock of a dossier stand still. */
export type PauseGround = Dated & {
  readonly key: string;
  readonly title: Text;
  /** Whether it holds for every procedure, or for those that name it. */
  readonly general: boolean;
  /** Whether the pause needs a recorded fault of the system that covers its beginning. */
  readonly needsOutage: boolean;
  readonly citations: readonly Citation[];
};
export type ClockRules = { readonly rules: readonly ClockRule[]; readonly grounds: readonly PauseGround[] };

/** The rule of a day, or null where the law of that day had none. */
export const clockRuleOn = ({ rules }: ClockRules, key: ClockRuleKey, on: PlainDate): ClockRule | null =>
  rules.find((rule) => rule.key === key && covers(rule, on)) ?? null;

/** The grounds on which the clock of a dossier of this edition may be paused on a day. */
export const pauseGroundsFor = (
  { grounds }: ClockRules,
  { deadline }: Pick<Edition, "deadline">,
  on: PlainDate,
): readonly PauseGround[] =>
  deadline.unit === "immediate"
    ? []
    : grounds.filter((ground) => covers(ground, on) && (ground.general || deadline.pauses?.includes(ground.key)));
