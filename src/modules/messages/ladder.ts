import { ladderWaitOn } from "../../../law/index.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";

/** The ways to reach a person, in the order in which they are tried. */
export const RUNGS = ["portal", "email", "sms", "letter", "call"] as const;
export type Rung = (typeof RUNGS)[number];
/** `answer`: every way until it is read; `tell`: the portal and one electronic way; `note`: the portal alone. */
export type Weight = "answer" | "tell" | "note";

export const RUNG_NAMES: { readonly [R in Rung]: Text } = {
  portal: text("hộp thư trên cổng", "the portal's inbox"),
  email: text("thư điện tử", "e-mail"),
  sms: text("tin nhắn", "text message"),
  letter: text("thư giấy", "letter"),
  call: text("gọi điện", "telephone call"),
};

const UNIT_MS = { hour: 3_600_000, day: 86_400_000 } as const;

/** Until when a rung reached at `at` is waited for. @throws on a day without a figure */
export function waitsUntil(rung: Exclude<Rung, "call">, at: Instant): Instant {
  const wait = ladderWaitOn(rung, dayOfInstant(at));
  const unit = wait?.limit.unit;
  if (!wait || (unit !== "hour" && unit !== "day")) throw new Error(`no waiting time for ${rung}`);
  return at + wait.limit.count * UNIT_MS[unit];
}

export type Climb = {
  /** Rungs passed over because there is no way to use them. */
  readonly skipped: readonly Rung[];
  /** The rung to stand on now; null at the end of the ladder. */
  readonly to: Rung | null;
};

/** Where a message goes from a rung. `usable` are the rungs with an address the person confirmed, chose or has by law. */
export function climbFrom(rung: Rung, weight: Weight, usable: ReadonlySet<Rung>): Climb {
  const above = RUNGS.slice(RUNGS.indexOf(rung) + 1);
  const open = weight === "answer" ? above : weight === "tell" ? above.filter(isElectronic) : [];
  const to = open.find((one) => usable.has(one)) ?? null;
  return { skipped: to === null ? open : open.slice(0, open.indexOf(to)), to };
}

export const isElectronic = (rung: Rung): boolean => rung === "email" || rung === "sms";

/** Attempts on one rung before it is given up, and the pause before each further one, doubling. */
export const ATTEMPTS_MOST = 6;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
export const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 4 ** Math.min(attempts - 1, 10), LONGEST_PAUSE_MS);

/** Calls without anybody answering, after which a person counts as not to be reached by telephone. */
export const CALLS_MOST = 3;
