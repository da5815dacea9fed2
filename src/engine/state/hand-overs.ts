import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import type { Act, Actor } from "./acts.ts";
import { deriveState } from "./derive.ts";

/**
 * Who had a dossier when, told from its acts: each hand-over with giver and taker, as the control sheet lists them. A taker
 * is whoever does the next act; what was only asked of another office goes there and comes back while the dossier stays.
 */
export type HandOver = {
  readonly seq: number;
  readonly why: HandOverWhy;
  readonly from: Hand;
  readonly to: Hand;
  readonly handedAt: Instant;
  readonly takenAt: Instant;
  /** By when the giver's part was to be done; null where nothing says. */
  readonly limit: Instant | null;
  /** Judged on the time at which the giver was done; null without a limit. */
  readonly outcome: HandOverOutcome | null;
};
export type HandOverWhy =
  | "received"
  | "forwarded"
  | "reassigned"
  | "passed-on"
  | "asked-filer"
  | "consulted"
  | "answered"
  | "leg-given"
  | "leg-done"
  | "transferred"
  | "posted"
  | "returned";
export type HandOverOutcome = "early" | "on-time" | "late";
/** A unit by its key, or by the name written in an act; a name where somebody is known. */
export type Hand = { readonly unit: string | null; readonly unitName?: string; readonly name: string };

/** Early on an earlier day, on time up to the moment itself, else late (Circular 01/2018/TT-VPCP, article 13). */
export const outcomeOf = (at: Instant, limit: Instant): HandOverOutcome =>
  at > limit ? "late" : dayOfInstant(at) < dayOfInstant(limit) ? "early" : "on-time";

type Holding = { readonly hand: Hand; readonly account: string; readonly since: Instant; readonly atDesk: boolean };
const handOf = (actor: Actor, name = actor.name): Hand => ({ unit: actor.unit ?? null, name });

/** Acts by which the dossier passes to whoever does them. */
const TAKES: ReadonlySet<Act["kind"]> = new Set([
  "accepted",
  "refused-intake",
  "proposed",
  "decided",
  "signed",
  "numbered",
  "issued",
] as const);

/**
 * The hand-overs of a dossier in their order.
 * @param forwardLimit by when the desk passes on what it accepted at a moment; null where no rule says
 */
export function handOversOf(
  acts: readonly Act[],
  forwardLimit: (acceptedAt: Instant) => Instant | null,
): readonly HandOver[] {
  const first = acts[0];
  if (first?.kind !== "filed") throw new Error("a dossier begins with its filing");
  let held: Holding = { hand: handOf(first.by), account: first.by.account, since: first.at, atDesk: false };
  const rows: HandOver[] = [];
  const add = (act: Act, why: HandOverWhy, from: Hand, to: Hand, handedAt: Instant, limit: Instant | null): void => {
    // The desk is done when it has passed the dossier on, everybody else when they have done their part.
    const doneAt = why === "forwarded" ? act.at : handedAt;
    const outcome = limit === null ? null : outcomeOf(doneAt, limit);
    rows.push({ seq: act.seq, why, from, to, handedAt, takenAt: act.at, limit, outcome });
  };
  const hold = (hand: Hand, account: string, since: Instant, atDesk = false): void => {
    held = { hand, account, since, atDesk };
  };
  const asked = new Map<string, { readonly from: Hand; readonly to: Hand; readonly dueAt: Instant }>();

  for (const [at, act] of acts.entries()) {
    // Once the result is out, whoever waits to fetch it makes nobody late.
    const due = (): Instant | null => {
      const before = deriveState(acts.slice(0, at));
      return before.endedAt === null ? before.dueAt : null;
    };
    const unit = (): string => deriveState(acts.slice(0, at + 1)).unit;
    if (TAKES.has(act.kind)) {
      const intake = act.kind === "accepted" || act.kind === "refused-intake";
      if (act.by.account !== held.account)
        add(act, intake ? "received" : "passed-on", held.hand, handOf(act.by), held.since, intake ? null : due());
      hold(handOf(act.by), act.by.account, act.at, intake);
      continue;
    }
    switch (act.kind) {
      case "assigned": {
        const to = { unit: unit(), name: act.data.toName };
        if (act.data.to === held.account) break;
        const limit = held.atDesk ? forwardLimit(held.since) : due();
        add(act, held.atDesk ? "forwarded" : "reassigned", held.hand, to, held.atDesk ? held.since : act.at, limit);
        hold(to, act.data.to, act.at);
        break;
      }
      case "supplement-requested":
        add(act, "asked-filer", handOf(act.by), handOf(first.by), act.at, null);
        hold(handOf(first.by), first.by.account, act.at);
        break;
      case "supplemented":
        hold(held.hand, held.account, act.at);
        break;
      case "transferred":
      case "rerouted": {
        const to = { unit: act.data.to, name: "" };
        add(act, "transferred", { unit: act.data.from, name: act.by.name }, to, act.at, null);
        hold(to, "", act.at);
        break;
      }
      case "consulted":
      case "handed-over": {
        const to = { unit: act.data.unit, unitName: act.data.unitName, name: "" };
        asked.set(act.data.id, { from: handOf(act.by), to, dueAt: act.data.dueAt });
        add(act, act.kind === "consulted" ? "consulted" : "leg-given", handOf(act.by), to, act.at, null);
        break;
      }
      case "consultation-answered":
      case "handed-back": {
        const question = asked.get(act.data.id);
        if (!question) break;
        const from = { ...question.to, name: act.by.name };
        const why = act.kind === "handed-back" ? "leg-done" : "answered";
        add(act, why, from, question.from, act.at, question.dueAt);
        break;
      }
      case "posted":
      case "returned": {
        if (act.by.as === "officer" && act.by.account !== held.account) {
          add(act, "passed-on", held.hand, handOf(act.by), held.since, due());
          hold(handOf(act.by), act.by.account, act.at);
        }
        const to =
          act.kind === "posted"
            ? { unit: null, unitName: act.data.carrier, name: "" }
            : { unit: null, name: act.data.to };
        add(act, act.kind, held.hand, to, act.at, due());
        break;
      }
      default:
    }
  }
  return rows;
}
