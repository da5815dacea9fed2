import type { Actor } from "../../engine/state/index.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { dueAfter, type NoClock } from "./clocks.ts";
import { wordsOf } from "./words.ts";

export const BREACH_STEPS = ["measure", "authority-notified", "people-notified", "closed"] as const;
export type BreachStep = {
  readonly seq: number;
  readonly kind: (typeof BREACH_STEPS)[number];
  readonly happenedAt: Instant;
  readonly at: Instant;
  readonly byName: string;
  readonly words: string;
};
/** A breach as it was found, and what was done about it. */
export type Breach = {
  readonly id: string;
  readonly detectedAt: Instant;
  readonly noticeDueAt: Instant;
  readonly what: string;
  readonly affected: string;
  readonly affectedPeople: number;
  readonly recordedAt: Instant;
  readonly recordedName: string;
  readonly steps: readonly BreachStep[];
};

export type BreachFailure = NoClock | { readonly kind: "words" | "people" | "moment" };
export type BreachStepFailure = {
  readonly kind: "not-found" | "words" | "moment" | "not-yours" | "closed" | "told-already" | "not-told" | "conflict";
};
type UnitPlace = { readonly id: string; readonly provinceCode: string };

export const breachClosed = ({ steps }: Pick<Breach, "steps">): boolean => steps.some(({ kind }) => kind === "closed");
export const authorityTold = ({ steps }: Pick<Breach, "steps">): BreachStep | null =>
  steps.find(({ kind }) => kind === "authority-notified") ?? null;

/** Breaches of personal data and the 72 hours within which the authority must know (Law 91/2025/QH15 art. 23). */
export function createBreaches(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
}) {
  const { db, clock, calendar } = deps;
  return {
    /** Records a breach; the hours run from its detection, however late it is recorded. */
    async recordBreach(
      officer: Actor,
      unit: UnitPlace,
      told: {
        readonly detectedAt: Instant | null;
        readonly what: string;
        readonly affected: string;
        readonly affectedPeople: number | null;
      },
    ): Promise<Result<{ readonly id: string }, BreachFailure>> {
      const [what, affected, now] = [wordsOf(told.what), wordsOf(told.affected), clock.now()];
      if (what === null || affected === null) return fail({ kind: "words" });
      if (told.affectedPeople === null) return fail({ kind: "people" });
      if (told.detectedAt === null || told.detectedAt > now) return fail({ kind: "moment" });
      const due = dueAfter("breach-notice", told.detectedAt, calendar());
      if (!due.ok) return due;
      const id = newId();
      await db.query(
        "data-insert-breach",
        `insert into breaches (office_province, id, unit_id, detected_at, notice_due_at, what, affected, affected_people,
           recorded_at, recorded_by, recorded_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          unit.provinceCode,
          id,
          unit.id,
          iso(told.detectedAt),
          iso(due.value),
          what,
          affected,
          told.affectedPeople,
          iso(now),
          officer.account,
          officer.name,
        ],
      );
      return ok({ id });
    },

    /** Writes down what was done. Whom the authority was told by, and the closing, are the leader's. */
    async stepBreach(
      officer: Actor,
      unit: UnitPlace,
      id: string,
      step: { readonly kind: BreachStep["kind"]; readonly happenedAt: Instant | null; readonly words: string },
    ): Promise<Result<true, BreachStepFailure>> {
      const words = wordsOf(step.words);
      const now = clock.now();
      if (words === null) return fail({ kind: "words" });
      const happened = step.happenedAt;
      if (happened === null || happened > now) return fail({ kind: "moment" });
      if (step.kind !== "measure" && !officer.roles?.includes("unitLead")) return fail({ kind: "not-yours" });
      return db.inTransaction(async (tx) => {
        const breach = await findBreach(tx, unit, id);
        if (!breach) return fail({ kind: "not-found" as const });
        if (happened < breach.detectedAt) return fail({ kind: "moment" as const });
        if (breachClosed(breach)) return fail({ kind: "closed" as const });
        const told = authorityTold(breach) !== null;
        if (step.kind === "authority-notified" && told) return fail({ kind: "told-already" as const });
        if (step.kind === "closed" && !told) return fail({ kind: "not-told" as const });
        const seq = breach.steps.length + 1;
        const written = await insertStep(tx, unit, id, { seq, happened, now, words, kind: step.kind }, officer);
        return written ? ok(true as const) : fail({ kind: "conflict" as const });
      });
    },

    /** The unit's breaches, the latest first. */
    breachesOf: (sql: Sql, unit: UnitPlace): Promise<readonly Breach[]> =>
      sql.query<Breach>(
        "data-breaches-of",
        `select ${COLUMNS} from breaches b where b.office_province = $1 and b.unit_id = $2
         order by b.detected_at desc, b.id limit 200`,
        [unit.provinceCode, unit.id],
      ),
    findBreach: (sql: Sql, unit: UnitPlace, id: string) => findBreach(sql, unit, id),
  };
}

const iso = (at: Instant): string => new Date(at).toISOString();

const COLUMNS = `b.id, b.detected_at as "detectedAt", b.notice_due_at as "noticeDueAt", b.what, b.affected,
  b.affected_people as "affectedPeople", b.recorded_at as "recordedAt", b.recorded_name as "recordedName",
  coalesce((select jsonb_agg(jsonb_build_object('seq', s.seq, 'kind', s.kind,
      'happenedAt', (extract(epoch from s.happened_at) * 1000)::bigint, 'at', (extract(epoch from s.at) * 1000)::bigint,
      'byName', s.by_name, 'words', s.words) order by s.seq)
    from breach_steps s where s.office_province = b.office_province and s.breach_id = b.id), '[]') as steps`;

async function findBreach(sql: Sql, unit: UnitPlace, id: string): Promise<Breach | null> {
  const [row] = await sql.query<Breach>(
    "data-find-breach",
    `select ${COLUMNS} from breaches b where b.office_province = $1 and b.unit_id = $2 and b.id = $3`,
    [unit.provinceCode, unit.id, id],
  );
  return row ?? null;
}

async function insertStep(
  tx: Tx,
  unit: UnitPlace,
  breach: string,
  step: { seq: number; kind: BreachStep["kind"]; happened: Instant; now: Instant; words: string },
  by: Actor,
): Promise<boolean> {
  const rows = await tx.query(
    "data-insert-breach-step",
    `insert into breach_steps (office_province, breach_id, seq, kind, happened_at, at, by_account, by_name, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning seq`,
    [
      unit.provinceCode,
      breach,
      step.seq,
      step.kind,
      iso(step.happened),
      iso(step.now),
      by.account,
      by.name,
      step.words,
    ],
  );
  return rows.length === 1;
}
