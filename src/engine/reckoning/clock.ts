import type { Calendar } from "../../kernel/calendar.ts";
import { addOfficeTime, lastOfficeMoment, officeTimeBetween } from "../../kernel/office-time.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type Citation, type ClockRuleKey, type ClockRules, clockRuleOn, type Edition } from "../definition/index.ts";
import type { Act } from "../state/index.ts";
import { type Pause, type Reckoned, reckonDeadline } from "./deadline.ts";

/**
 * The clock of a dossier, told from its acts and nothing else: the same code answers the citizen, the officer, the
 * nightly check and a browser without a server.
 */

/** `void` is time that ran and does not count any more, because the term began anew on the complete dossier. */
export type ClockPhase = "not-started" | "running" | "paused" | "void" | "ended";
export type ClockInterval = {
  readonly phase: ClockPhase;
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
  readonly reason: Text;
  /** What the officer wrote with it: the deciding paper and the reason of a pause. */
  readonly note: string | null;
  readonly citations: readonly Citation[];
};
/** A term that runs, ran or stands still: from its start, with the pauses that have ended. */
export type ClockTerm = {
  readonly from: Instant;
  /** The due time told at the start, and the one in force: moved by pauses and days off, never by a new appointment. */
  readonly originalDueAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly pauses: readonly Pause[];
  readonly pausedSince: Instant | null;
};
export type WarningLevel = "half" | "four-fifths" | "day-before";
export type DossierClock = {
  readonly phase: ClockPhase;
  readonly intervals: readonly ClockInterval[];
  readonly term: ClockTerm | null;
  readonly endedAt: Instant | null;
  /** Office time in milliseconds; `left` is 0 once it is over, `share` goes beyond 1 then. Null without a due time. */
  readonly used: number;
  readonly left: number | null;
  readonly share: number | null;
  readonly warnings: readonly { readonly level: WarningLevel; readonly at: Instant }[];
  /** Judged on the due time of the law, whatever was appointed since. */
  readonly isLate: boolean;
  /** The term reckoned anew by this calendar; null while nothing runs, or where a year has no calendar. */
  readonly reckoned: Reckoned | null;
};

export type ClockQuestion = {
  readonly acts: readonly Act[];
  readonly edition: Pick<Edition, "deadline">;
  /** The calendar of the office at which the clock started; see `clockUnitOf`. */
  readonly calendar: Calendar;
  readonly rules: ClockRules;
  readonly now: Instant;
};

/** The intervals of the clock with their reasons, what is used and left, and when to warn. */
export function clockOf(question: ClockQuestion): DossierClock {
  const { edition, calendar, now } = question;
  const { intervals, term, endedAt } = followClock(question);
  const phase = intervals.at(-1)?.phase ?? "not-started";
  const until = Math.min(now, endedAt ?? now);
  const spans = term ? runningSpans(term, until) : [];
  const used = spans.reduce((sum, span) => sum + officeTime(calendar, span.from, span.until), 0);
  const left = term && leftOf(term, calendar, until);
  const dueAt = term?.dueAt ?? null;
  const reckoned = term && reckonDeadline(edition, term.from, calendar, term.pauses);
  return {
    phase,
    intervals,
    term,
    endedAt,
    used,
    left,
    share: left === null ? null : shareOf(used, left),
    warnings: term && edition.deadline.unit !== "immediate" ? warningsOf(term, calendar) : [],
    isLate: dueAt !== null && Math.min(until, term?.pausedSince ?? until) > dueAt,
    reckoned: reckoned?.ok ? reckoned.value : null,
  };
}

/** The office by whose hours the clock is reckoned: the one at which it started; a dossier handed on keeps its term. */
export function clockUnitOf(acts: readonly Act[]): string | null {
  let unit: string | null = null;
  let starter: string | null = null;
  for (const act of acts) {
    if (act.kind === "filed") unit = act.data.unit;
    if (act.kind === "rerouted" || act.kind === "transferred") unit = act.data.to;
    if (act.kind === "transferred" && act.data.clock === "from-receipt") starter = unit;
    if (
      (act.kind === "accepted" || act.kind === "fee-paid" || act.kind === "fee-waived") &&
      act.data.clockFrom !== null
    )
      starter = unit;
    if (act.kind === "supplement-requested") starter = null;
  }
  return starter ?? unit;
}

type Followed = {
  readonly intervals: readonly ClockInterval[];
  readonly term: ClockTerm | null;
  readonly endedAt: Instant | null;
};

function followClock({ acts, edition, rules }: ClockQuestion): Followed {
  let intervals: readonly ClockInterval[] = [];
  let term: ClockTerm | null = null;
  let endedAt: Instant | null = null;
  const open = (
    phase: ClockPhase,
    at: Instant,
    reason: Text,
    rule: ClockRuleKey | readonly Citation[],
    note = "",
  ): void => {
    const citations = typeof rule === "string" ? (clockRuleOn(rules, rule, dayOfInstant(at))?.citations ?? []) : rule;
    intervals = [
      ...intervals.map((one) => (one.until === null ? { ...one, until: at } : one)),
      { phase, from: at, until: null, reason, note: note || null, citations },
    ];
  };
  const start = (at: Instant, from: Instant | null, dueAt: Instant | null): void => {
    if (from === null) {
      open("not-started", at, WAITS_FOR_FEE, edition.deadline.basis);
      return;
    }
    term = { from, originalDueAt: dueAt, dueAt, pauses: [], pausedSince: null };
    open("running", at, RUNS, "start");
  };
  const end = (at: Instant, reason: Text): void => {
    // A corrected result goes out after the end; the clock does not end twice.
    if (endedAt !== null) return;
    endedAt = at;
    open("ended", at, reason, []);
  };
  for (const act of acts) {
    switch (act.kind) {
      case "filed":
        open("not-started", act.at, WAITS_FOR_ACCEPTANCE, "start");
        break;
      case "accepted":
        start(act.at, act.data.clockFrom, act.data.dueAt);
        break;
      case "fee-paid":
      case "fee-waived":
        if (act.data.clockFrom !== null) start(act.at, act.data.clockFrom, act.data.dueAt);
        break;
      case "due-moved":
        if (term) term = { ...(term as ClockTerm), dueAt: act.data.dueAt };
        break;
      case "clock-paused": {
        const ground = rules.grounds.find(({ key }) => key === act.data.ground);
        if (term) term = { ...(term as ClockTerm), pausedSince: act.data.since };
        open("paused", act.data.since, ground?.title ?? PAUSED, ground?.citations ?? [], noteOf(act.data));
        break;
      }
      case "clock-resumed":
        if (term) term = resumed(term, act.data.until, act.data.dueAt);
        open("running", act.data.until, GOES_ON, [], act.data.reason);
        break;
      case "supplement-requested":
        if (act.data.stage === "appraisal") {
          intervals = voided(intervals);
          open("not-started", act.at, BEGINS_ANEW, "restart");
        } else open("not-started", act.at, WAITS_FOR_SUPPLEMENT, "not-started");
        term = null;
        break;
      case "transferred":
        if (act.data.clock === "from-receipt") {
          intervals = voided(intervals);
          start(act.at, act.data.clockFrom, act.data.dueAt);
        }
        break;
      case "supplemented":
        open("not-started", act.at, WAITS_FOR_ACCEPTANCE, "start");
        break;
      case "acknowledged":
        end(act.at, AT_ONCE);
        break;
      case "issued":
        end(act.at, RESULT_OUT);
        break;
      case "refused-intake":
      case "stopped":
      case "withdrawn":
        end(act.at, NO_RESULT);
        break;
    }
  }
  return { intervals, term, endedAt };
}

const voided = (intervals: readonly ClockInterval[]): readonly ClockInterval[] =>
  intervals.map((one) => (one.phase === "running" ? { ...one, phase: "void" as const } : one));

const noteOf = ({ decision, reason }: { readonly decision: string; readonly reason: string }): string =>
  [decision, reason].filter((part) => part !== "").join(": ");

const resumed = (term: ClockTerm, at: Instant, dueAt: Instant | null): ClockTerm => ({
  ...term,
  dueAt,
  pauses: term.pausedSince === null ? term.pauses : [...term.pauses, { from: term.pausedSince, until: at }],
  pausedSince: null,
});

/** The parts of a term in which the clock runs, up to a moment. */
function runningSpans(term: ClockTerm, until: Instant): readonly Pause[] {
  const stops = [...term.pauses, { from: term.pausedSince ?? until, until }];
  return stops
    .map((stop, at) => ({ from: term.pauses[at - 1]?.until ?? term.from, until: Math.min(stop.from, until) }))
    .filter((span) => span.from < span.until);
}

/** Office time of what is left; while the clock stands still, what was left when it stopped. */
const leftOf = ({ dueAt, pausedSince }: ClockTerm, calendar: Calendar, at: Instant): number | null =>
  dueAt === null ? null : officeTime(calendar, Math.min(at, pausedSince ?? at), dueAt);

const shareOf = (used: number, left: number, total = used + left): number => (total === 0 ? 1 : used / total);

/** Years without a calendar have no office time; a due date in one cannot have been named. */
function officeTime(calendar: Calendar, from: Instant, until: Instant): number {
  const open = officeTimeBetween(calendar, from, until);
  return open.ok ? open.value : 0;
}

const SHARES: readonly (readonly [WarningLevel, number])[] = [
  ["half", 0.5],
  ["four-fifths", 0.8],
];
const DAY_MS = 86_400_000;

/**
 * When half and four fifths of the office time of a term are used, and the day before it ends: 24 hours before, or the
 * last closing before that where nobody would be there to hear it. A paused clock warns of nothing that lies after its pause.
 */
export function warningsOf(term: ClockTerm, calendar: Calendar): DossierClock["warnings"] {
  const { dueAt, pausedSince, from } = term;
  if (dueAt === null) return [];
  const spans = runningSpans(term, Math.max(dueAt, from));
  const total = spans.reduce((sum, span) => sum + officeTime(calendar, span.from, span.until), 0);
  const whole = pausedSince === null ? total : total + officeTime(calendar, pausedSince, dueAt);
  const before = lastOfficeMoment(calendar, dueAt - DAY_MS);
  return [
    ...SHARES.map(([level, share]) => ({ level, at: momentOf(spans, Math.ceil(whole * share), calendar) })),
    { level: "day-before" as const, at: before.ok ? Math.max(before.value, from) : null },
  ].flatMap(({ level, at }) => (at === null || (pausedSince !== null && at > pausedSince) ? [] : [{ level, at }]));
}

/** The moment at which so much office time of the spans is used; null where they hold less. */
function momentOf(spans: readonly Pause[], length: number, calendar: Calendar): Instant | null {
  let left = length;
  for (const { from, until } of spans) {
    const room = officeTime(calendar, from, until);
    if (left <= room && left > 0) {
      const at = addOfficeTime(calendar, from, left);
      return at.ok ? at.value : null;
    }
    left -= room;
  }
  return null;
}

const WAITS_FOR_ACCEPTANCE = text("Chờ tiếp nhận; chưa tính thời hạn.", "Waiting to be accepted; no time runs yet.");
const WAITS_FOR_FEE = text("Chờ xác nhận đã nộp lệ phí.", "Waiting for the fee to be confirmed.");
const WAITS_FOR_SUPPLEMENT = text(
  "Chờ bổ sung trước khi tiếp nhận; chưa tính thời hạn.",
  "Waiting for a supplement before acceptance; no time runs yet.",
);
const BEGINS_ANEW = text(
  "Trả lại để bổ sung sau thẩm định; thời hạn tính lại từ đầu khi hồ sơ đầy đủ.",
  "Returned for a supplement after appraisal; the time begins anew with the complete dossier.",
);
const RUNS = text("Đã tiếp nhận hồ sơ đầy đủ; tính thời hạn.", "Accepted complete; the time runs.");
const GOES_ON = text("Tiếp tục tính thời hạn.", "The time goes on.");
const PAUSED = text("Tạm dừng tính thời hạn.", "The clock is paused.");
const AT_ONCE = text("Ghi nhận và trả lời ngay.", "Recorded and answered at once.");
const RESULT_OUT = text("Đã có kết quả.", "The result is out.");
const NO_RESULT = text("Kết thúc không có kết quả giải quyết.", "Ended without a result.");
