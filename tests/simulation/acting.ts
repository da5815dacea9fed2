import type { Actor, Subject } from "../../src/engine/state/index.ts";
import type { ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { independently } from "../support/act-rule.ts";
import type { Seat } from "./staff.ts";
import { type Life, type Outcome, traceOf, tryAct, type World } from "./world.ts";

/** Attempts, and what came of them held against the rule that is written down a second time. */

export const isSeat = (who: Seat | Actor): who is Seat => "token" in who;

/** The subject as the independent rule sees it, from the acts and the register. */
export async function subjectOf(
  { owner }: World,
  { row, edition, state }: DossierView,
  number?: string,
): Promise<Subject> {
  const { rows } = await owner.query(
    `select exists (select from persons a join persons b on b.household_id = a.household_id
       where a.number = $1 and b.number = $2 and a.number <> b.number) as related`,
    [number ?? "", row.ownerNumber],
  );
  return { state, edition, unit: state.unit, ownerNumber: row.ownerNumber, related: rows[0].related };
}

export const actorAt = (who: Seat | Actor): Actor =>
  isSeat(who)
    ? {
        account: who.account,
        name: who.name,
        as: "officer",
        unit: who.unit,
        roles: who.roles,
        number: who.person.number,
      }
    : who;

/** Compares what came of an attempt with what the rule, written down independently, says of it. */
export async function judge(
  world: World,
  life: Life,
  view: DossierView,
  who: Seat | Actor,
  wanted: ActWanted,
  outcome: Outcome,
): Promise<void> {
  const { tally } = world;
  const actor = actorAt(who);
  const subject = await subjectOf(world, view, actor.number);
  const allowed = independently(wanted.act, subject, actor);
  if (subject.related) tally.count("attempts of relatives");
  tellConflict(world, life, wanted, outcome);
  tally.count(`${allowed ? "allowed" : "barred"}: ${outcome.kind}`);
  if (outcome.kind === "done") {
    tally.count("acts done");
    if (!allowed) tally.violation("no illegal act succeeds", `${life.code} ${wanted.act} by ${actor.name}`);
  }
  // Within the law, an act is done, or somebody was faster, or something it needs is missing and named.
  const fine = ["done", "conflict", "incomplete", "paper-failed", "broken"].includes(outcome.kind);
  const told = outcome.kind === "refused" && wanted.act === "stopped";
  if (allowed && !fine && !told)
    tally.violation(
      "whoever may act is let",
      `${life.code} ${wanted.act} by ${actor.name}: ${JSON.stringify(outcome)}`,
    );
}

/** Each conflict says who was faster, when, and with what. */
function tellConflict({ tally }: World, { code }: Life, { act }: ActWanted, outcome: Outcome): void {
  if (outcome.kind !== "conflict") return;
  tally.count("conflicts");
  const { by, at, act: done } = outcome;
  if (by === "" || at <= 0 || done.vi.length < 3 || done.en.length < 3)
    tally.violation("a conflict is a sentence", `${code} ${act}: ${JSON.stringify(outcome)}`);
}

/** Tries what must not be done, and looks whether anything of it stayed. */
export async function mustBeRefused(
  world: World,
  life: Life,
  what: string,
  who: Seat | Actor,
  wanted: ActWanted,
  seen: number | null,
): Promise<void> {
  const before = await traceOf(world, life);
  const outcome = await tryAct(world, life, who, wanted, seen);
  world.tally.count(`illegal, ${what}: ${outcome.kind}`);
  world.tally.count("illegal attempts");
  tellConflict(world, life, wanted, outcome);
  if (outcome.kind === "done") world.tally.violation("no illegal act succeeds", `${life.code} ${what}: ${wanted.act}`);
  if (outcome.kind === "refused" && outcome.refusal.text.vi.length < 10)
    world.tally.violation("a refusal is a sentence", `${life.code} ${wanted.act}`);
  if ((await traceOf(world, life)) !== before)
    world.tally.violation("a refused act leaves no trace", `${life.code} ${what}`);
}
