import type { Actor, Subject } from "../../src/engine/state/index.ts";
import type { ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { independently } from "../support/act-rule.ts";
import { illegalAttempt } from "./illegal.ts";
import { nextWish, seatFor } from "./next-act.ts";
import { filerPressesTwice, pressTwiceOnPage } from "./pages.ts";
import type { Seat } from "./staff.ts";
import { type Life, type Outcome, open, traceOf, tryAct, viewOf, type World } from "./world.ts";

/** One step of one dossier: somebody looks, somebody acts, some act twice, some who may not try it all the same. */

const MINUTE_MS = 60_000;
const SOON_MS = 3 * MINUTE_MS;

/** Shares in percent. */
const SHARES = { illegal: 9, doubled: 8, atOnce: 4, page: 3, filersPage: 25, opened: 12 } as const;

/** Takes one step; answers in how many milliseconds of the day the next is due, null where nothing more is to come. */
export async function step(world: World, life: Life): Promise<number | null> {
  const { lots, code } = life;
  const view = await viewOf(world, code);
  if (lots.percent(SHARES.illegal)) await illegalAttempt(world, life, view);
  const wish = nextWish(world, view, lots);
  if (!wish) return null;
  const who = seatFor(world, wish, life.filer, lots);
  if (!who) return SOON_MS;
  if (isSeat(who) && lots.percent(SHARES.opened)) {
    const may = who.unit === view.state.unit || wish.wanted.act === "consultation-answered";
    if ((await open(world, who, code)) !== may)
      world.tally.violation("who handles a dossier sees it", `${code} ${who.name}`);
    world.tally.count("dossiers opened by officers");
  }
  if (isSeat(who) && lots.percent(SHARES.page) && (await pressTwiceOnPage(world, life, view, who, wish.wanted)))
    return lots.between(4, 25) * MINUTE_MS;
  if (wish.who === "filer" && lots.percent(SHARES.filersPage) && (await filerPressesTwice(world, life, wish.wanted)))
    return lots.between(4, 25) * MINUTE_MS;

  const seen = view.state.version;
  if (lots.percent(SHARES.doubled)) await twice(world, life, view, [who, who], wish.wanted);
  else if (isSeat(who) && lots.percent(SHARES.atOnce)) {
    const colleague = wish.who === "filer" ? who : seatFor(world, wish, life.filer, lots);
    await twice(world, life, view, [who, colleague ?? who], wish.wanted);
  } else {
    const outcome = await tryAct(world, life, who, wish.wanted, seen);
    await judge(world, life, view, who, wish.wanted, outcome);
    if (outcome.kind === "paper-failed") return SOON_MS;
  }
  return lots.between(4, 25) * MINUTE_MS;
}

export const isSeat = (who: Seat | Actor): who is Seat => "token" in who;

/** The same act pressed twice at once, by one officer or by two: at most one stands, and the other is told so in words. */
async function twice(
  world: World,
  life: Life,
  view: DossierView,
  whos: readonly (Seat | Actor)[],
  wanted: ActWanted,
): Promise<void> {
  const outcomes = await Promise.all(whos.map((who) => tryAct(world, life, who, wanted, view.state.version)));
  world.tally.count("acts pressed twice at once");
  const done = outcomes.filter(({ kind }) => kind === "done");
  if (done.length > 1) world.tally.violation("an act pressed twice stands once", `${life.code} ${wanted.act}`);
  for (const [at, outcome] of outcomes.entries()) {
    const who = whos[at];
    if (who) await judge(world, life, view, who, wanted, outcome);
  }
}

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
async function judge(
  world: World,
  life: Life,
  view: DossierView,
  who: Seat | Actor,
  wanted: ActWanted,
  outcome: Outcome,
): Promise<void> {
  const { tally } = world;
  const actor = actorAt(who);
  const allowed = independently(wanted.act, await subjectOf(world, view, actor.number), actor);
  tellConflict(world, life, wanted, outcome);
  tally.count(`${allowed ? "allowed" : "barred"}: ${outcome.kind}`);
  if (outcome.kind === "done") {
    tally.count("acts done");
    if (!allowed) tally.violation("no illegal act succeeds", `${life.code} ${wanted.act} by ${actor.name}`);
  }
  // Within the law, an act is done, or somebody was faster, or something it needs is missing and named.
  const fine = ["done", "conflict", "incomplete", "paper-failed"].includes(outcome.kind);
  const told = outcome.kind === "refused" && wanted.act === "stopped";
  if (allowed && !fine && !told)
    tally.violation(
      "whoever may act is let",
      `${life.code} ${wanted.act} by ${actor.name}: ${JSON.stringify(outcome)}`,
    );
}

/** Each conflict says who was faster, when, and with what. */
export function tellConflict({ tally }: World, { code }: Life, { act }: ActWanted, outcome: Outcome): void {
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
