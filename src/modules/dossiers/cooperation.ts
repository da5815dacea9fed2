import type { Procedure } from "../../engine/definition/index.ts";
import { type Act, type Announcement, deriveState, openCooperations, SYSTEM } from "../../engine/state/index.ts";
import type { Text } from "../../kernel/text.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Catalogue } from "../catalogue/index.ts";
import {
  type AnnouncementRow,
  announcementsOf,
  type CooperationRow,
  codesOf,
  cooperationsOfUnit,
  countAsked,
  insertAnnouncement,
  projectCooperations,
  silentCooperations,
  workElsewhere,
} from "./cooperation-rows.ts";
import { actsOf, appendActs, lockDossier } from "./rows.ts";

/** A question between offices as their lists show it. */
export type CooperationShown = CooperationRow & {
  readonly code: string;
  readonly procedure: Text;
  readonly unitName: Text;
  readonly askingName: Text;
};

const LISTED = 200;
const PAGE = 100;

/** What goes on between offices about a dossier, and between us and the national portal. */
export function createCooperation(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  findProcedure(key: string): Procedure | null;
}) {
  const { db, clock, catalogue } = deps;

  /** Tells the dossier that nobody answered; false where somebody has meanwhile. */
  const report = (row: CooperationRow): Promise<boolean> =>
    db.inTransaction(async (tx) => {
      const dossier = await lockDossier(tx, row.officeProvince, row.dossierId);
      if (!dossier) return false;
      const acts = await actsOf(tx, dossier.officeProvince, dossier.id);
      const state = deriveState(acts);
      const silent = openCooperations(state).find(({ id, reported }) => id === row.id && !reported);
      if (!silent || state.endedAt !== null) return false;
      const at = clock.now();
      const data = { id: silent.id, unitName: silent.unitName, dueAt: silent.dueAt };
      const act: Act = { seq: state.version + 1, id: newId(), kind: "consultation-overdue", at, by: SYSTEM, data };
      const next = deriveState([...acts, act]);
      await appendActs(tx, dossier, [act], next);
      await projectCooperations(tx, dossier, next, at);
      return true;
    });

  return {
    /** What a unit was asked, and what it asked: open ones first, by their time. */
    async ofUnit(sql: Sql, unit: string): Promise<readonly CooperationShown[]> {
      const rows = await cooperationsOfUnit(sql, unit, LISTED);
      const known = new Map((await codesOf(sql, [...new Set(rows.map((row) => row.dossierId))])).map((d) => [d.id, d]));
      return rows.flatMap((row) => {
        const dossier = known.get(row.dossierId);
        const procedure = dossier && deps.findProcedure(dossier.procedure);
        if (!dossier || !procedure) return [];
        return {
          ...row,
          code: dossier.code,
          procedure: procedure.title,
          unitName: catalogue.getUnit(row.unitId).name,
          askingName: catalogue.getUnit(row.askingUnit).name,
        };
      });
    },

    /** How many questions of others a unit owes an answer to, and how many are late. */
    countAsked: (sql: Sql, unit: string) => countAsked(sql, unit, clock.now()),

    /** A job: every silence past its time is reported to the head of the desk, once. Answers how many were. */
    async reportSilence(): Promise<number> {
      let reported = 0;
      for (const row of await silentCooperations(db, clock.now(), PAGE)) if (await report(row)) reported += 1;
      return reported;
    },

    /** The provinces under whose key dossiers of a unit are kept: its own, its predecessors', and those passed on to it. */
    async provincesOf(sql: Sql, unit: string): Promise<readonly string[]> {
      return [...new Set([...catalogue.provincesOf(unit), ...(await workElsewhere(sql, unit))])];
    },

    /** What the national portal was told of a dossier. */
    announcements: (
      sql: Sql,
      dossier: { readonly officeProvince: string; readonly id: string },
    ): Promise<readonly Announcement[]> => announcementsOf(sql, dossier),
    /** Enters the portal's answer to one code. */
    announced: (dossier: { readonly officeProvince: string; readonly id: string }, told: AnnouncementRow) =>
      db.inTransaction((tx) => insertAnnouncement(tx, dossier, told, clock.now())),
  };
}
