import { regimeOf } from "../../../law/index.ts";
import { type Edition, getEdition, type Procedure } from "../../engine/definition/index.ts";
import {
  type Act,
  type ActData,
  type Actor,
  actName,
  type ChosenAct,
  type DossierState,
  deriveState,
  mayAct,
} from "../../engine/state/index.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { changesCooperations, projectCooperations } from "./cooperation-rows.ts";
import type { ActFailure } from "./failures.ts";
import { tookOutOfSight } from "./out-of-sight.ts";
import { actsOf, appendActs, findDossierById, type Locked, lockDossier } from "./rows.ts";

/** Whether the register knows two people to be of one family. */
export type IsRelative = (sql: Sql, number: string, other: string) => Promise<boolean>;

/** The calendar an office works by: the law's, with hours of its own. */
export type CalendarOf = (sql: Sql, unit: string) => Promise<Calendar>;

/** Whether an officer is of the family of a dossier's owner; others are not asked about. */
export const isRelated = async (sql: Sql, isRelative: IsRelative, owner: string, actor: Actor): Promise<boolean> =>
  actor.as === "officer" && actor.number !== undefined && actor.number !== owner
    ? isRelative(sql, actor.number, owner)
    : false;

/** What an act sees: the dossier as locked, its acts, where it stands, and who acts when. */
export type Scene = {
  readonly tx: Tx;
  readonly dossier: Locked;
  readonly procedure: Procedure;
  readonly edition: Edition;
  readonly acts: readonly Act[];
  readonly state: DossierState;
  readonly actor: Actor;
  readonly at: Instant;
  /** The number the new act will have in its dossier. */
  readonly seq: number;
};

/** How an act is done: what it carries, and what else it writes in the same transaction. */
export type Doing<K extends ChosenAct> = (
  scene: Scene,
) => Promise<Result<{ readonly data: ActData[K]; after?(state: DossierState): Promise<void> }, ActFailure>>;

export type ActRequest<K extends ChosenAct> = {
  readonly officeProvince: string;
  readonly dossierId: string;
  /** The number of acts the actor saw; another number means that somebody was faster. Null where none was shown. */
  readonly seen: number | null;
  readonly actor: Actor;
  readonly act: K;
  readonly how: Doing<K>;
};
export type Done = { readonly dossier: Locked; readonly state: DossierState; readonly act: Act };

/**
 * Does one act: locks the dossier, refuses what the engine refuses, writes the act at the end of its chain and brings
 * the projection up to date, all in one transaction. Two officers at once: the second gets a conflict that names the
 * first, never a lost update.
 */
export async function performAct<K extends ChosenAct>(
  deps: { readonly db: Database; readonly clock: Clock; getProcedure(key: string): Procedure; isRelative: IsRelative },
  request: ActRequest<K>,
): Promise<Result<Done, ActFailure>> {
  const { actor } = request;
  const run = (): Promise<Result<Done, ActFailure>> =>
    deps.db.inTransaction(async (tx) => {
      const dossier = await lockDossier(tx, request.officeProvince, request.dossierId);
      if (!dossier) return fail({ kind: "not-found" as const });
      const procedure = deps.getProcedure(dossier.procedureKey);
      const edition = getEdition(procedure, dossier.editionId);
      const acts = await actsOf(tx, dossier.officeProvince, dossier.id);
      const state = deriveState(acts);
      const last = acts.at(-1);
      if (request.seen !== null && request.seen !== state.version && last) {
        return fail({ kind: "conflict" as const, by: last.by.name, at: last.at, act: actName(last.kind) });
      }
      const verdict = mayAct(
        request.act,
        {
          state,
          edition,
          unit: dossier.unitId,
          ownerNumber: dossier.ownerNumber,
          related: await isRelated(tx, deps.isRelative, dossier.ownerNumber, actor),
          reappointmentsMost: reappointmentsMost(state),
        },
        actor,
      );
      if (!verdict.ok) return fail({ kind: "refused" as const, refusal: verdict.failure });

      const at = deps.clock.now();
      const done = await request.how({
        tx,
        dossier,
        procedure,
        edition,
        acts,
        state,
        actor,
        at,
        seq: state.version + 1,
      });
      if (!done.ok) throw new Undone(done.failure);

      const act = {
        seq: state.version + 1,
        id: newId(),
        kind: request.act,
        at,
        by: actor,
        data: done.value.data,
      } as unknown as Act;
      const next = deriveState([...acts, act]);
      await appendActs(tx, dossier, [act], next);
      if (changesCooperations(state, next)) await projectCooperations(tx, dossier, next, at);
      await done.value.after?.(next);
      return ok({ dossier, state: next, act });
    });
  try {
    if (!CROSSING.has(request.act)) return await toldOfGone(deps.db, request, await run());
    // Somebody else than its filer finds no dossier. An office's own right may have ended with a colleague's act just now.
    const { officeProvince, dossierId } = request;
    if (actor.as !== "officer" && !(await findDossierById(deps.db, officeProvince, dossierId)))
      return fail({ kind: "not-found" as const });
    return await asSystem(run);
  } catch (cause) {
    if (cause instanceof Undone) return fail(cause.failure);
    throw cause;
  }
}

/** A colleague may have handed the dossier on while the page was open: then it is not unknown, somebody was faster. */
async function toldOfGone(
  db: Database,
  {
    officeProvince,
    dossierId,
    seen,
    actor,
  }: Pick<ActRequest<ChosenAct>, "officeProvince" | "dossierId" | "seen" | "actor">,
  outcome: Result<Done, ActFailure>,
): Promise<Result<Done, ActFailure>> {
  if (outcome.ok || outcome.failure.kind !== "not-found" || seen === null) return outcome;
  // The acts are another office's now; no more leaves than who had the dossier last where the officer works, and when.
  const acts = await asSystem(() => actsOf(db, officeProvince, dossierId));
  const gone = tookOutOfSight(acts, seen, actor);
  return gone ? fail({ kind: "conflict" as const, by: gone.by.name, at: gone.at, act: actName(gone.kind) }) : outcome;
}

/**
 * Acts that reach over the border of a unit: a dossier leaves it, an office that was asked writes into a dossier it may only
 * read, or a filer withdraws what offices were still asked about. The table of acts has judged the actor before anything
 * is written.
 */
const CROSSING: ReadonlySet<ChosenAct> = new Set<ChosenAct>([
  "transferred",
  "consultation-answered",
  "handed-back",
  "withdrawn",
]);

/** By the rule of the day on which it was accepted. */
export const reappointmentsMost = ({ acceptedAt, filedAt }: DossierState): number =>
  regimeOf(dayOfInstant(acceptedAt ?? filedAt))?.reappointments ?? 1;

/** Carries an expected failure out of the transaction, so that whatever was written is rolled back. */
class Undone extends Error {
  readonly failure: ActFailure;
  constructor(failure: ActFailure) {
    super("act undone");
    this.failure = failure;
  }
}
