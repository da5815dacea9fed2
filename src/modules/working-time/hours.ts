import { type AgencyHours, withAgencyHours } from "../../kernel/agency-hours.ts";
import type { Calendar, Session } from "../../kernel/calendar.ts";
import { addDays, dayOfInstant, type PlainDate, weekday } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { addJob } from "../../platform/jobs.ts";
import type { Session as SignedIn } from "../access/index.ts";
import { endHours, type HoursRow, hoursListed, hoursOf, insertHours } from "./rows.ts";

/** Whoever sets the hours of an office: a head at work from a post of it. */
export type Head = Pick<SignedIn, "account" | "name" | "post">;
/** What a head wants to set. */
export type HoursWish = AgencyHours & { readonly decision: string };
/** Why hours were not set, by the box that is wrong. */
export type HoursFault = "not-yours" | "from" | "until" | "sessions" | "swapped-with" | "decision";

const SATURDAY = 6;
const SESSIONS_MOST = 3;

/** Hours of offices: what is set, and the calendar that comes of it. */
export function createHours(deps: { readonly db: Database; readonly clock: Clock; calendar(): Calendar }) {
  const { db, clock } = deps;
  /** Calendars put together before, by the law's calendar they lie over: an office's does not change between its rows. */
  const made = new WeakMap<Calendar, Map<string, Calendar>>();
  const calendarWith = (rows: readonly HoursRow[]): Calendar => {
    const base = deps.calendar();
    if (rows.length === 0) return base;
    const known = made.get(base) ?? new Map<string, Calendar>();
    made.set(base, known);
    const key = rows.map(({ id, until }) => `${id} ${until ?? ""}`).join();
    const calendar = known.get(key) ?? withAgencyHours(base, rows);
    known.set(key, calendar);
    return calendar;
  };

  /** The calendars of these offices; each is put together when asked, over the calendar of the law in force then. */
  const calendarsOf = async (sql: Sql, units: readonly string[]): Promise<(unit: string) => Calendar> => {
    const rows = Map.groupBy(await hoursOf(sql, [...new Set(units)]), ({ unit }) => unit);
    return (unit) => calendarWith(rows.get(unit) ?? []);
  };

  /** Open dossiers of the office are reckoned anew once the change is committed. */
  const reckonAnew = (tx: Tx, unit: string, change: string, because: string): Promise<void> =>
    addJob(tx, "hours-due-dates", { unit, change, because }, { queue: "due-dates" });

  return {
    calendarsOf,
    calendarOf: async (sql: Sql, unit: string): Promise<Calendar> => (await calendarsOf(sql, [unit]))(unit),
    listed: (unit: string, limit: number): Promise<readonly HoursRow[]> => hoursListed(db, unit, limit),

    /** Sets hours of the head's own office, from today on at the earliest. */
    async set(head: Head, wish: HoursWish): Promise<Result<string, HoursFault>> {
      const unit = head.post?.unit.id;
      if (!unit || !isHead(head)) return fail("not-yours");
      const fault = faultIn(wish, dayOfInstant(clock.now()));
      if (fault) return fail(fault);
      const id = newId();
      await db.inTransaction(async (tx) => {
        await insertHours(tx, { ...wish, id, unit }, head, clock.now());
        await reckonAnew(tx, unit, id, `giờ làm việc theo ${wish.decision}`);
      });
      return ok(id);
    },

    /** Ends hours with today; those that have not begun never hold. False where nothing is left to end. */
    async end(head: Head, id: string): Promise<boolean> {
      const unit = head.post?.unit.id;
      if (!unit || !isHead(head)) return false;
      const [now, row] = [clock.now(), (await hoursOf(db, [unit])).find((one) => one.id === id)];
      if (!row) return false;
      const today = dayOfInstant(now);
      const lastDay = row.from > today ? addDays(row.from, -1) : today;
      return db.inTransaction(async (tx) => {
        const ended = await endHours(tx, unit, id, lastDay, head.name, now);
        if (ended) await reckonAnew(tx, unit, id, `chấm dứt giờ làm việc theo ${row.decision}`);
        return ended;
      });
    },
  };
}
export type Hours = ReturnType<typeof createHours>;

const isHead = ({ post }: Head): boolean => post?.delegation == null && (post?.roles.includes("unitLead") ?? false);

function faultIn(wish: HoursWish, today: PlainDate): HoursFault | null {
  const { kind, from, until, swappedWith } = wish;
  if (from < today) return "from";
  if (until !== null && until < from) return "until";
  if (kind === "swap") {
    if (weekday(from) < 1 || weekday(from) > 5) return "from";
    if (swappedWith === null || weekday(swappedWith) !== SATURDAY || swappedWith < today) return "swapped-with";
  } else if (!areSessions(wish.sessions)) return "sessions";
  if (kind === "day" && until === null) return "until";
  return wish.decision.trim() === "" ? "decision" : null;
}

const areSessions = (sessions: readonly Session[]): boolean =>
  sessions.length > 0 &&
  sessions.length <= SESSIONS_MOST &&
  sessions.every(({ from, until }, at) => from >= (sessions[at - 1]?.until ?? 0) && until > from && until <= 1440);
