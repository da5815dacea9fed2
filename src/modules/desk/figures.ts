import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

/** How a service of a unit went on a day. Waits count from the number, for booked people who came early from their slot. */
export type WaitingFigures = {
  readonly unitId: string;
  readonly day: PlainDate;
  readonly service: string;
  readonly issued: number;
  readonly called: number;
  readonly served: number;
  readonly noShow: number;
  /** Gave the number back, or waited in vain until the end of the day. */
  readonly left: number;
  /** Seconds from number to first call; null where nobody was called. */
  readonly waitMedianSeconds: number | null;
  readonly waitP90Seconds: number | null;
  /** Seconds from first call to the end of serving. */
  readonly serveMedianSeconds: number | null;
};

const WAITED = `extract(epoch from called_at - greatest(issued_at, case when channel = 'booking' then ahead_from end))`;
const SERVED = `extract(epoch from ended_at - called_at)`;

/**
 * The measured waiting of a unit, a row a day and service, both days included. The caller's scope decides what is seen:
 * officers their unit, the house all.
 */
export const waitingFigures = (
  sql: Sql,
  unit: { readonly id: string; readonly provinceCode: string },
  from: PlainDate,
  until: PlainDate,
): Promise<WaitingFigures[]> =>
  sql.query(
    "desk-waiting-figures",
    `select unit_id as "unitId", day, service, count(*)::int as issued,
       (count(*) filter (where called_at is not null))::int as called,
       (count(*) filter (where state = 'served'))::int as served,
       (count(*) filter (where state = 'no-show'))::int as "noShow",
       (count(*) filter (where state = 'left'))::int as "left",
       round(percentile_cont(0.5) within group (order by ${WAITED}) filter (where called_at is not null))::int
         as "waitMedianSeconds",
       round(percentile_cont(0.9) within group (order by ${WAITED}) filter (where called_at is not null))::int
         as "waitP90Seconds",
       round(percentile_cont(0.5) within group (order by ${SERVED}) filter (where state = 'served'))::int
         as "serveMedianSeconds"
     from desk_tickets where office_province = $1 and unit_id = $2 and day between $3 and $4
     group by unit_id, day, service order by day desc, service`,
    [unit.provinceCode, unit.id, from, until],
  );
