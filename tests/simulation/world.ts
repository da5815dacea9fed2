import type pg from "pg";
import type { Actor } from "../../src/engine/state/index.ts";
import type { Instant } from "../../src/kernel/plain-date.ts";
import { beginRequest, continueAs, readForHouse } from "../../src/modules/access/index.ts";
import type { ActFailure, ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { openDossier } from "../../src/web/office/dossier/load.ts";
import type { TestHouse } from "../support/house.ts";
import type { Kind, Picture } from "./filings.ts";
import type { Lots } from "./lots.ts";
import type { Neighbour } from "./neighbours.ts";
import type { Seat, Staff } from "./staff.ts";
import type { Tally } from "./tally.ts";

/** The office of the day and what goes on in it. */
export type World = {
  readonly house: TestHouse;
  readonly owner: pg.Pool;
  readonly staff: Staff;
  readonly people: readonly Neighbour[];
  readonly picture: Picture;
  readonly tally: Tally;
  readonly seed: number;
  /** Whether papers can be made, and whether the population register answers. */
  readonly down: { printer: boolean; register: boolean };
  readonly transfers: Transfer[];
  /** How often each officer opened each dossier on a page: `account code`. */
  readonly opened: Map<string, number>;
  /** Acts whose paper could not be made at first: `code act`. */
  readonly unprinted: Set<string>;
  now(): Instant;
};
export type Transfer = {
  readonly bankTransaction: string;
  readonly reference: string;
  readonly amount: number;
  readonly paidAt: Instant;
};

/** One dossier of the day, with chances of its own. */
export type Life = {
  readonly kind: Kind;
  readonly lots: Lots;
  readonly code: string;
  readonly officeProvince: string;
  readonly id: string;
  readonly filer: Actor;
};

export const viewOf = async ({ house }: World, code: string): Promise<DossierView> => {
  const view = await house.deps.dossiers.find(readForHouse(house.db, "act"), code);
  if (!view) throw new Error(`no dossier ${code}`);
  return view;
};

export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "paper-failed" }
  /** It broke although nothing was down; told as a violation already. */
  | { readonly kind: "broken" }
  /** The officer's seat is no longer theirs. */
  | { readonly kind: "gone" }
  | ActFailure;

const SIGNED_PAPERS = new Set<string>(["signed", "numbered"]);

/** Acts as an officer or as the filer, with no more rights than theirs; what broke though nothing was down is a violation. */
export async function tryAct(
  world: World,
  life: Life,
  who: Seat | Actor,
  wanted: ActWanted,
  seen: number | null,
): Promise<Outcome> {
  const { dossiers } = world.house.deps;
  const target = { officeProvince: life.officeProvince, id: life.id, seen };
  try {
    const done =
      "post" in who && "token" in who
        ? await world.staff.as(who, (_officer, actor) => dossiers.act(target, actor, wanted))
        : await asCitizen(who as Actor, () => dossiers.act(target, who as Actor, wanted));
    if (done === null) return { kind: "gone" };
    return done.ok ? { kind: "done" } : done.failure;
  } catch (cause) {
    if (world.down.printer && SIGNED_PAPERS.has(wanted.act)) return { kind: "paper-failed" };
    world.tally.violation("no act breaks", `${life.code} ${wanted.act}: ${String(cause)}`);
    return { kind: "broken" };
  }
}

/** Work on behalf of a citizen or an organisation. */
export const asCitizen = <T>(who: Actor, work: () => Promise<T>): Promise<T> =>
  beginRequest(() => {
    continueAs({
      account: who.account,
      kind: who.as === "organisation" ? "organisation" : "citizen",
      name: who.name,
      number: who.number ?? null,
      organisation: who.organisation ? { code: who.organisation, name: who.name } : null,
      post: null,
    });
    return work();
  });

/** Opens the dossier as its page does, with the entry in the log of looks. False where the officer may not see it. */
export async function open(world: World, seat: Seat, code: string): Promise<boolean> {
  try {
    const seen = await world.staff.as(seat, (officer) => openDossier(world.house.deps, officer, code));
    if (seen === null) return false;
    const key = `${seat.account} ${code}`;
    world.opened.set(key, (world.opened.get(key) ?? 0) + 1);
    return true;
  } catch (cause) {
    if ((cause as { status?: unknown }).status === 404) return false;
    world.tally.violation("a dossier can be opened", `${code} by ${seat.name}: ${String(cause)}`);
    return false;
  }
}

/** What of a dossier no refused attempt may change; money that arrives meanwhile is none of it. */
export async function traceOf({ owner }: World, life: Life): Promise<string> {
  const { rows } = await owner.query(
    `select (select string_agg(kind, ' ' order by seq) from acts a where a.office_province = d.office_province and a.dossier_id = d.id
         and actor->>'as' <> 'system') as acts,
       (select count(*) from documents p where p.office_province = d.office_province and p.dossier_id = d.id) as papers,
       (select count(*) from stays s where s.office_province = d.office_province and s.dossier_id = d.id) as stays,
       d.status, d.unit_id, d.assigned_to, d.closed_at, d.answers::text
     from dossiers d where d.office_province = $1 and d.id = $2`,
    [life.officeProvince, life.id],
  );
  return JSON.stringify(rows);
}
