import type { Actor } from "../../src/engine/state/index.ts";
import type { ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { isSeat, judge } from "./acting.ts";
import { illegalAttempt } from "./illegal.ts";
import { nextWish, seatFor } from "./next-act.ts";
import { filerPressesTwice, pressTwiceOnPage } from "./pages.ts";
import type { Seat } from "./staff.ts";
import { type Life, open, traceOf, tryAct, viewOf, type World } from "./world.ts";

/** One step of one dossier: somebody looks, somebody acts, some act twice, some who may not try it all the same. */

const MINUTE_MS = 60_000;
const SOON_MS = 3 * MINUTE_MS;

/** Shares in percent. */
const SHARES = { illegal: 9, doubled: 8, rivals: 6, page: 7, filersPage: 25, opened: 12 } as const;

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
    const asked = wish.wanted.act === "consultation-answered" && view.state.endedAt === null;
    const may = who.unit === view.state.unit || asked;
    if ((await open(world, who, code)) !== may)
      world.tally.violation("who handles a dossier sees it", `${code} ${who.name}`);
    world.tally.count("dossiers opened by officers");
  }
  if (isSeat(who) && lots.percent(SHARES.page) && (await pressTwiceOnPage(world, life, view, who, wish.wanted)))
    return lots.between(4, 25) * MINUTE_MS;
  if (
    wish.who === "filer" &&
    lots.percent(SHARES.filersPage) &&
    (await filerPressesTwice(world, life, view, wish.wanted))
  )
    return lots.between(4, 25) * MINUTE_MS;

  const first = { who, wanted: wish.wanted };
  if (lots.percent(SHARES.doubled)) await atOnce(world, life, view, [first, first]);
  else if (lots.percent(SHARES.rivals)) {
    // Somebody else has the page open too, and presses the same button or another one.
    const rival = nextWish(world, view, lots) ?? wish;
    const other = seatFor(world, rival, life.filer, lots) ?? who;
    await atOnce(world, life, view, [first, { who: other, wanted: rival.wanted }]);
  } else {
    const before = world.down.printer ? await traceOf(world, life) : null;
    const outcome = await tryAct(world, life, who, wish.wanted, view.state.version);
    await judge(world, life, view, who, wish.wanted, outcome);
    if (outcome.kind !== "paper-failed") return lots.between(4, 25) * MINUTE_MS;
    if (before !== null && (await traceOf(world, life)) !== before)
      world.tally.violation("an act whose paper fails leaves nothing half done", `${code} ${wish.wanted.act}`);
    world.unprinted.add(`${code} ${wish.wanted.act}`);
    return SOON_MS;
  }
  return lots.between(4, 25) * MINUTE_MS;
}

/** Who notified a stay cancels one of its guests, with the button pressed twice. */
export async function cancelStay(world: World, life: Life): Promise<void> {
  const { rows } = await world.owner.query("select id from stays where dossier_id = $1 order by id limit 1", [life.id]);
  const wanted = { act: "cancelled", entry: rows[0].id, reason: "Khách không đến" } as const;
  const once = { who: life.filer, wanted };
  await atOnce(world, life, await viewOf(world, life.code), [once, once]);
}

type Try = { readonly who: Seat | Actor; readonly wanted: ActWanted };

/** Two buttons pressed at once on the page of the same moment: at most one act stands, the other is told so in words. */
async function atOnce(world: World, life: Life, view: DossierView, tries: readonly [Try, Try]): Promise<void> {
  const { version } = view.state;
  const outcomes = await Promise.all(tries.map(({ who, wanted }) => tryAct(world, life, who, wanted, version)));
  world.tally.count("two acts at once");
  if (outcomes.filter(({ kind }) => kind === "done").length > 1)
    world.tally.violation("of two acts at once one stands", `${life.code} ${tries.map(({ wanted }) => wanted.act)}`);
  for (const [at, { who, wanted }] of tries.entries()) {
    const outcome = outcomes[at];
    if (outcome) await judge(world, life, view, who, wanted, outcome);
  }
}
