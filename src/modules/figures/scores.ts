import { scoreCardOn, serviceIndexOn } from "../../../law/index.ts";
import { addDays, type Instant, instantAt, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { officerCard, type ProcedureFacts, type ScoreCard, unitCard } from "./score-card.ts";
import * as rows from "./score-rows.ts";
import { type ServiceIndex, serviceIndex } from "./service-index.ts";

/** A unit and a period, both days included. */
export type AssessedPeriod = { readonly unit: string; readonly from: PlainDate; readonly until: PlainDate };
export type Assessed = {
  /** Null on days without a rule: no such card since 15/09/2025. `until` is its last day within the period. */
  readonly card: { readonly score: ScoreCard; readonly until: PlainDate } | null;
  readonly officers: readonly { readonly account: string; readonly done: number; readonly score: ScoreCard }[];
  readonly index: ServiceIndex | null;
  readonly entries: readonly rows.ScoreEntry[];
};
export type EntryFailure = { readonly kind: "no-rule" | "points" | "reason" | "item"; readonly most?: number };
export type Scores = ReturnType<typeof createScores>;

/**
 * Score card, index and causes of overruns of units that the caller has found the officer may see; asked as the house for
 * the same reason as all figures. No citizen's name is among what comes back.
 */
export function createScores(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly facts: ProcedureFacts;
  provinceOf(unit: string): string;
}) {
  const { db, clock } = deps;
  const moments = (from: PlainDate, until: PlainDate): { from: Instant; end: Instant } => ({
    from: instantAt(from, 0),
    end: Math.min(instantAt(addDays(until, 1), 0), clock.now()),
  });

  return {
    assess: ({ unit, from, until }: AssessedPeriod): Promise<Assessed> =>
      asSystem(async () => {
        const entries = await rows.entriesOf(db, deps.provinceOf(unit), unit, from, until);
        // The law of the first day; a period that outlasts it is counted to its last day.
        const rules = scoreCardOn(from);
        const end = rules ? lastDay(rules.indicators[0]?.until ?? null, until) : until;
        const [all] = rules ? await rows.scored(db, unit, moments(from, end), "all") : [];
        const officers = rules ? await rows.scored(db, unit, moments(from, end), "officer") : [];
        const index = serviceIndexOn(until);
        return {
          card: rules && { score: unitCard(rules, all ?? null, entries, deps.facts), until: end },
          officers: officers.flatMap((one) =>
            rules && one.key !== "" ? [{ account: one.key, done: one.done, score: officerCard(rules, one) }] : [],
          ),
          index:
            index &&
            serviceIndex(index, await rows.serviceCounts(db, unit, moments(from, until), { from, until }), entries),
          entries,
        };
      }),

    /** Enters points with their reason; what was entered before stays and is read no more. */
    async enter(
      period: AssessedPeriod,
      entry: Pick<rows.ScoreEntry, "card" | "item" | "points" | "reason">,
      by: { readonly account: string; readonly name: string },
    ): Promise<Result<true, EntryFailure>> {
      const most = mostOf(entry.card, entry.item, period);
      if (most === null) return fail({ kind: "no-rule" });
      if (most === undefined) return fail({ kind: "item" });
      if (!Number.isFinite(entry.points) || entry.points < 0 || entry.points > most)
        return fail({ kind: "points", most });
      const reason = entry.reason.trim();
      if (reason === "") return fail({ kind: "reason" });
      const { unit, from, until } = period;
      await asSystem(() =>
        rows.insertEntry(db, deps.provinceOf(unit), {
          ...entry,
          id: newId(),
          unit,
          from,
          until,
          points: Math.round(entry.points * 10) / 10,
          reason,
          by: by.account,
          byName: by.name,
          at: clock.now(),
        }),
      );
      return ok(true);
    },

    /** Late dossiers of a period by procedure and cause (Form II.07). */
    overruns: (units: readonly string[], from: PlainDate, until: PlainDate): Promise<rows.OverrunCount[]> =>
      asSystem(() => rows.overrunCounts(db, units, moments(from, until))),
  };
}

const lastDay = (ends: PlainDate | null, until: PlainDate): PlainDate => (ends !== null && ends < until ? ends : until);

/** The most points of an item; null where the law has no such card in the period, undefined for no item of it. */
function mostOf(
  card: rows.ScoreEntry["card"],
  item: string,
  { from, until }: AssessedPeriod,
): number | null | undefined {
  if (card === "score-card") {
    const rules = scoreCardOn(from);
    return rules && (rules.indicators.some(({ number }) => String(number) === item) ? 2 : undefined);
  }
  const rules = serviceIndexOn(until);
  return rules ? rules.groups.find(({ key }) => key === item)?.most : null;
}
