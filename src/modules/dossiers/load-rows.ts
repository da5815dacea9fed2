import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

/** How much one officer of a unit has in hand, and how urgent it is. Counts only. */
export type OfficerLoad = {
  /** Null: what nobody works on yet. */
  readonly account: string | null;
  readonly open: number;
  readonly late: number;
  /** Due between now and the end of the day. */
  readonly today: number;
  /** Due after today and before the end of the next working day. */
  readonly soon: number;
  /** When the oldest of them was filed. */
  readonly oldest: Instant | null;
};

/** A unit's dossiers in work by whoever works on them; what waits for reception or for the citizen is nobody's load. */
export const loadOfUnit = (
  sql: Sql,
  officeProvinces: readonly string[],
  unit: string,
  at: { readonly now: Instant; readonly dayEnds: Instant; readonly soonUntil: Instant },
): Promise<OfficerLoad[]> =>
  sql.query<OfficerLoad>(
    "load-of-unit",
    `select assigned_to as account, count(*)::int as open, (count(*) filter (where due_at < $3))::int as late,
       (count(*) filter (where due_at >= $3 and due_at < $4))::int as today,
       (count(*) filter (where due_at >= $4 and due_at < $5))::int as soon, min(filed_at) as oldest
     from dossiers where office_province = any($1) and unit_id = $2 and closed_at is null
       and status in ('accepted', 'assigned', 'proposed', 'decided', 'signed', 'numbered')
     group by assigned_to`,
    [officeProvinces, unit, isoInstant(at.now), isoInstant(at.dayEnds), isoInstant(at.soonUntil)],
  );
