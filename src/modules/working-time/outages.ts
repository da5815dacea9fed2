import { outageNoticeOn } from "../../../law/index.ts";
import { addWorkingDays, type Calendar } from "../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Session as SignedIn } from "../access/index.ts";
import { cancelPlan, endFault, faultsSince, insertOutage, type Outage, outagesListed, outagesNow } from "./rows.ts";

export type Operator = Pick<SignedIn, "account" | "name" | "post">;
export type OutageWish = Pick<Outage, "kind" | "from" | "until" | "whatVi" | "whatEn" | "decision">;
export type OutageFault = "not-yours" | "from" | "until" | "too-soon" | "what" | "decision";

/** An announcement may be this old when a page shows it; portal pages do not ask the database each time. */
const HEARD_MS = 10_000;

/** Planned stops and recorded faults. */
export function createOutages(deps: { readonly db: Database; readonly clock: Clock; calendar(): Calendar }) {
  const { db, clock } = deps;
  let heard: { readonly at: number; readonly outages: Promise<readonly Outage[]> } | null = null;
  const forget = (): void => {
    heard = null;
  };
  const isOperator = ({ post }: Operator): boolean => post?.roles.includes("operator") ?? false;

  return {
    listed: (limit: number): Promise<readonly Outage[]> => outagesListed(db, limit),
    faultsSince: (sql: Sql, since: Instant, until: Instant) => faultsSince(sql, since, until),

    /** What every page tells: plans announced and faults that last. A page is shown also where this cannot be read. */
    async told(): Promise<readonly Outage[]> {
      const now = clock.now();
      if (!heard || Math.abs(now - heard.at) > HEARD_MS) {
        const outages = outagesNow(db, now).catch(() => []);
        heard = { at: now, outages };
      }
      return (await heard.outages).filter(({ until }) => until === null || until > now);
    },

    /** Announces a planned stop, as early as the law of the day asks, or records a fault. */
    async record(operator: Operator, wish: OutageWish): Promise<Result<string, OutageFault>> {
      const now = clock.now();
      if (!isOperator(operator)) return fail("not-yours");
      const fault = wish.kind === "planned" ? plannedFault(wish, now, deps.calendar()) : recordedFault(wish, now);
      if (fault) return fail(fault);
      if (wish.whatVi.trim() === "") return fail("what");
      if (wish.decision.trim() === "") return fail("decision");
      const id = newId();
      const row = { ...wish, id, whatEn: wish.whatEn.trim() || wish.whatVi };
      await db.inTransaction((tx) => insertOutage(tx, row, operator, now));
      forget();
      return ok(id);
    },

    /** A fault is over at this moment. */
    async over(operator: Operator, id: string): Promise<boolean> {
      const done = isOperator(operator) && (await db.inTransaction((tx) => endFault(tx, id, clock.now())));
      forget();
      return done;
    },

    /** Calls off a plan that has not begun. */
    async callOff(operator: Operator, id: string): Promise<boolean> {
      const done =
        isOperator(operator) && (await db.inTransaction((tx) => cancelPlan(tx, id, operator.name, clock.now())));
      forget();
      return done;
    },
  };
}
export type Outages = ReturnType<typeof createOutages>;

/** Whole working days lie between the announcement and the day of the stop (Decree 224/2026/NĐ-CP art. 13(1)(a)). */
function plannedFault({ from, until }: OutageWish, now: Instant, calendar: Calendar): OutageFault | null {
  if (from <= now) return "from";
  if (until === null || until <= from) return "until";
  const rule = outageNoticeOn(dayOfInstant(now));
  if (!rule) return null;
  const earliest = addWorkingDays(calendar, dayOfInstant(now), rule.limit.count);
  return earliest.ok && dayOfInstant(from) >= earliest.value ? null : "too-soon";
}

const recordedFault = ({ from, until }: OutageWish, now: Instant): OutageFault | null =>
  from > now ? "from" : until !== null && (until <= from || until > now) ? "until" : null;
