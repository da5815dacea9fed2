import { retentionOn } from "../../../law/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import { addDays, addMonths, dayOfInstant, type Instant, instantAt, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import type { Files } from "../../platform/files.ts";
import { newId } from "../../platform/ids.ts";
import { type LoggedReading, readForHouse } from "../access/index.ts";
import { forgetReports } from "../documents/index.ts";
import * as rows from "./disposal-rows.ts";
import { wordsOf } from "./words.ts";

/** A closed dossier whose uploads may go, and the rule that says so. */
export type DisposalItem = {
  readonly dossierId: string;
  readonly code: string;
  readonly procedure: string;
  readonly closedAt: Instant;
  readonly keptUntil: PlainDate;
  readonly source: string;
  readonly article: string;
  readonly files: readonly string[];
};
export type DisposalList = {
  readonly id: string;
  readonly at: Instant;
  readonly byAccount: string;
  readonly byName: string;
  readonly items: readonly DisposalItem[];
  readonly outcome: "approved" | "refused" | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly words: string | null;
};
export type DisposalFailure = {
  readonly kind: "not-found" | "not-yours" | "same-person" | "words" | "nothing" | "decided-already";
};
type UnitPlace = { readonly id: string; readonly provinceCode: string };

const MOST_IN_A_LIST = 200;
const DAY_MS = 86_400_000;
const REPEATED_DAYS = 7;

/**
 * How long what a closed dossier left is kept, and on which ground; null where no rule is known: then it is kept. It is the
 * rule of today: what was closed before the archive law is kept by it as well.
 */
function keptUntil(procedure: string, closedAt: Instant, today: PlainDate) {
  const rule = retentionOn(procedure, today);
  const [ground] = rule?.basis ?? [];
  if (!rule || !ground) return null;
  const closed = dayOfInstant(closedAt);
  const { count, unit } = rule.limit;
  const until = unit === "day" ? addDays(closed, count) : addMonths(closed, unit === "year" ? count * 12 : count);
  return { until, ...ground };
}

/** Whether a dossier must still be kept: an open one, one without a rule, one whose time runs. */
export function isKept(procedure: string, closedAt: Instant | null, today: PlainDate): boolean {
  const kept = closedAt === null ? null : keptUntil(procedure, closedAt, today);
  return kept === null || kept.until >= today;
}

/** Disposal of uploads whose time is over. The clerk proposes, the leader decides; then the bytes go, nothing else. */
export function createDisposal(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: Files;
  readonly procedures: readonly { readonly key: string }[];
}) {
  const { db, clock, files, procedures } = deps;
  const today = (): PlainDate => dayOfInstant(clock.now());

  /** Before which day a dossier must have been closed for its time to be over today. */
  const limitsOn = (on: PlainDate) =>
    procedures.flatMap(({ key }) => {
      const limit = retentionOn(key, on)?.limit;
      if (!limit) return [];
      const { count, unit } = limit;
      const before = unit === "day" ? addDays(on, -count) : addMonths(on, unit === "year" ? -count * 12 : -count);
      return [{ procedure: key, before: instantAt(before, 0) }];
    });

  const remove = async (sql: Sql, candidates: readonly string[]): Promise<number> => {
    const free = await rows.filesNobodyElseNames(sql, candidates);
    for (const sha256 of free) await files.remove(sha256);
    // Names of signers stand in what was found about their signatures.
    await forgetReports(sql, free);
    return free.length;
  };

  return {
    /** What a list of today would hold, the longest closed first. */
    async disposable(reading: LoggedReading, unit: UnitPlace): Promise<readonly DisposalItem[]> {
      const on = today();
      const found = await rows.closedBefore(reading, unit, limitsOn(on), MOST_IN_A_LIST);
      return found.flatMap(({ ownerNumber, ...dossier }) => {
        const kept = keptUntil(dossier.procedure, dossier.closedAt, on);
        if (!kept || kept.until >= on) return [];
        reading.note({ subjectNumber: ownerNumber, dossierCode: dossier.code, fields: ["papers"] });
        return [{ ...dossier, keptUntil: kept.until, source: kept.source, article: kept.article }];
      });
    },

    /** Proposes the list of today. */
    async proposeDisposal(
      officer: Actor,
      unit: UnitPlace,
      items: readonly DisposalItem[],
    ): Promise<Result<{ readonly id: string }, DisposalFailure>> {
      if (!officer.roles?.some((role) => role === "clerk" || role === "unitLead")) return fail({ kind: "not-yours" });
      if (items.length === 0) return fail({ kind: "nothing" });
      const id = newId();
      await db.inTransaction((tx) =>
        rows.insertList(tx, {
          officeProvince: unit.provinceCode,
          id,
          unit: unit.id,
          at: clock.now(),
          by: officer,
          items,
        }),
      );
      return ok({ id });
    },

    /** Another officer decides; where they approve, the bytes that nothing else names are removed after the commit. */
    async decideDisposal(
      officer: Actor,
      unit: UnitPlace,
      id: string,
      decision: { readonly outcome: "approved" | "refused"; readonly words: string },
    ): Promise<Result<{ readonly removed: number }, DisposalFailure>> {
      const words = wordsOf(decision.words);
      if (words === null) return fail({ kind: "words" });
      if (!officer.roles?.includes("unitLead")) return fail({ kind: "not-yours" });
      const at = clock.now();
      const decided = await db.inTransaction(async (tx) => {
        const list = await rows.findList(readForHouse(tx, "act"), unit.provinceCode, unit.id, id);
        if (!list) return fail({ kind: "not-found" as const });
        if (list.outcome !== null) return fail({ kind: "decided-already" as const });
        if (list.byAccount === officer.account) return fail({ kind: "same-person" as const });
        const written = await rows.insertDecision(tx, {
          officeProvince: unit.provinceCode,
          list: id,
          proposedBy: list.byAccount,
          outcome: decision.outcome,
          at,
          by: officer,
          words,
        });
        if (!written) return fail({ kind: "decided-already" as const });
        const all = decision.outcome === "approved" ? list.items.flatMap((item) => item.files) : [];
        const free = await rows.filesNobodyElseNames(tx, all);
        await rows.insertDisposed(tx, unit.provinceCode, id, free, at);
        return ok(free);
      });
      return decided.ok ? ok({ removed: await remove(db, decided.value) }) : decided;
    },

    /** The nights' work: drafts nobody needs, and removals that a fall of power left undone. */
    async sweepDisposed(): Promise<{ readonly drafts: number; readonly files: number }> {
      const [now, on] = [clock.now(), today()];
      const days = (key: string): number | null => retentionOn(key, on)?.limit.count ?? null;
      const [sent, left] = [days("draft-sent"), days("draft-left")];
      const drafts =
        sent === null || left === null ? 0 : await rows.removeDrafts(db, now - sent * DAY_MS, now - left * DAY_MS);
      return { drafts, files: await remove(db, await rows.disposedSince(db, now - REPEATED_DAYS * DAY_MS)) };
    },

    /**
     * Removes the bytes of files that were never to be taken, unless something else names them. Other units' dossiers
     * may: it is the house that looks, and only hashes are compared.
     */
    removeUnnamed: (candidates: readonly string[]): Promise<number> => asSystem(() => remove(db, candidates)),

    disposalLists: (reading: LoggedReading, unit: UnitPlace) => rows.listsOfUnit(reading, unit.provinceCode, unit.id),
  };
}
