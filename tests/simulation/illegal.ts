import type { Actor } from "../../src/engine/state/index.ts";
import type { ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { independently } from "../support/act-rule.ts";
import { actorAt, mustBeRefused, subjectOf } from "./acting.ts";
import { nextWish, seatFor } from "./next-act.ts";
import type { Seat } from "./staff.ts";
import { type Life, open, type World } from "./world.ts";

/** Attempts that the law forbids. Each must be refused, and leave nothing behind. */

const GRANT = { outcome: "grant", reason: "Đủ điều kiện" } as const;
const ANY_ACT: readonly ActWanted[] = [
  { act: "accepted" },
  { act: "refused-intake", ground: "no-lawful-dwelling", reason: "x" },
  { act: "assigned", to: { account: "00000000-0000-7000-8000-000000000001", name: "x" } },
  { act: "proposed", ...GRANT },
  { act: "decided", ...GRANT },
  { act: "signed" },
  { act: "numbered" },
  { act: "issued" },
  { act: "returned", way: "online", to: "" },
  { act: "stopped", reason: "x", basis: "x", fee: "kept", feeBasis: "x" },
  { act: "originals-returned", way: "desk", to: "" },
  { act: "replacement-decided", reason: "x", correction: "x", outcome: null },
  { act: "consultation-answered", opinion: "agree", answer: "x" },
  { act: "handed-over" },
  { act: "handed-back", result: "x" },
];

type Kind = "any" | "wrong-unit" | "stale" | "own-family" | "stranger" | "incomplete";
const KINDS: readonly Kind[] = [
  "any",
  "any",
  "wrong-unit",
  "stale",
  "own-family",
  "own-family",
  "stranger",
  "incomplete",
];

export async function illegalAttempt(world: World, life: Life, view: DossierView): Promise<void> {
  const { lots } = life;
  const seen = view.state.version;
  switch (lots.oneOf(KINDS)) {
    case "any":
      return anyForbidden(
        world,
        life,
        view,
        world.staff.seats.filter((seat) => seat.unit === view.state.unit),
      );
    case "wrong-unit":
      return otherUnit(world, life, view);
    case "own-family":
      return byFamily(world, life, view);
    case "stale": {
      const wish = nextWish(world, view, lots);
      const who = wish && seatFor(world, wish, life.filer, lots);
      if (wish && who) await mustBeRefused(world, life, "of a page seen before", who, wish.wanted, seen - 1);
      return;
    }
    case "stranger": {
      const person = lots.oneOf(world.people);
      if (!person || person.number === view.row.ownerNumber) return;
      const stranger: Actor = {
        account: "00000000-0000-7000-8000-000000000009",
        name: person.name,
        as: "person",
        number: person.number,
      };
      const wanted: ActWanted = lots.percent(50)
        ? { act: "withdrawn", reason: "" }
        : { act: "supplemented", message: "x", papers: [] };
      return mustBeRefused(world, life, "by a stranger", stranger, wanted, null);
    }
    case "incomplete": {
      const wish = nextWish(world, view, lots);
      const bare = wish && withoutReason(wish.wanted);
      const who = wish && seatFor(world, wish, life.filer, lots);
      if (bare && who) await mustBeRefused(world, life, "without its reason", who, bare, null);
      return;
    }
    default:
  }
}

/** Any officer of these and any act, as long as the rule forbids it: wrong role, wrong time, the proposer who decides. */
async function anyForbidden(
  world: World,
  life: Life,
  view: DossierView,
  seats: readonly Seat[],
  what = "wrong role or time",
): Promise<void> {
  const { lots } = life;
  for (let tries = 0; tries < 4; tries++) {
    const [seat, wanted] = [lots.oneOf(seats), lots.oneOf(ANY_ACT)];
    if (!seat || !wanted) return;
    const actor = actorAt(seat);
    if (independently(wanted.act, await subjectOf(world, view, actor.number), actor)) continue;
    return mustBeRefused(world, life, what, seat, wanted, null);
  }
}

async function otherUnit(world: World, life: Life, view: DossierView): Promise<void> {
  const { lots } = life;
  const asked = new Set(view.state.cooperations.map(({ unit }) => unit));
  const others = world.staff.seats.filter(
    (seat) => seat.present && seat.unit !== view.state.unit && !asked.has(seat.unit),
  );
  const [seat, wish] = [lots.oneOf(others), nextWish(world, view, lots)];
  if (!seat || !wish) return;
  if (await open(world, seat, life.code)) world.tally.violation("another unit's dossier is not shown", life.code);
  await mustBeRefused(world, life, "by another unit", seat, wish.wanted, null);
}

/** An officer of the unit to whom the owner is somebody of the family, or themselves, does what a colleague would do now. */
async function byFamily(world: World, life: Life, view: DossierView): Promise<void> {
  const { row, state } = view;
  const owner = world.people.find(({ number }) => number === row.ownerNumber);
  const family = world.staff.seats.filter(
    ({ unit, person }) =>
      unit === state.unit &&
      (person.number === row.ownerNumber || (owner?.household && person.household === owner.household)),
  );
  const wish = nextWish(world, view, life.lots);
  const roles = wish && wish.who !== "filer" ? wish.who.roles : [];
  const fit = family.find((seat) => seat.present && roles.some((role) => seat.roles.includes(role)));
  if (wish && fit) return mustBeRefused(world, life, "own or family's dossier", fit, wish.wanted, null);
  return anyForbidden(world, life, view, family, "own or family's dossier");
}

function withoutReason(wanted: ActWanted): ActWanted | null {
  switch (wanted.act) {
    case "refused-intake":
      return { ...wanted, reason: " " };
    case "proposed":
    case "decided":
      return { ...wanted, outcome: "refuse", ground: "no-such-ground" };
    case "supplement-requested":
      return { ...wanted, items: [] };
    case "transferred":
      return { ...wanted, reason: "" };
    case "assigned":
      return { ...wanted, to: null };
    case "returned":
      return { ...wanted, way: "desk", proof: "" };
    default:
      return null;
  }
}
