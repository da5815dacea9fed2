import type { Pause } from "../../engine/reckoning/deadline.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

/** An open dossier whose clock runs over a day: nothing of its content. */
export type RunningClock = {
  readonly officeProvince: string;
  readonly id: string;
  readonly code: string;
  readonly procedureKey: string;
  readonly editionId: string;
  readonly unitId: string;
  /** The office at which the clock started: it is reckoned by its hours. */
  readonly clockUnit: string;
  readonly clockFrom: Instant;
  readonly dueAt: Instant;
  /** Pauses of this term that have ended. */
  readonly pauses: readonly Pause[];
};

/** Of a row `d` of dossiers: where its clock started, and its pauses, from its acts. */
const CLOCK = `coalesce((select a.data->>'from' from acts a
    where a.office_province = d.office_province and a.dossier_id = d.id and a.kind = 'rerouted' and a.at >= d.clock_from
    order by a.seq limit 1), d.unit_id) as "clockUnit",
  coalesce((select jsonb_agg(jsonb_build_object('from', p.data->'since', 'until', a.data->'until') order by a.seq)
    from acts a cross join lateral (select b.data from acts b where b.office_province = a.office_province
      and b.dossier_id = a.dossier_id and b.kind = 'clock-paused' and b.seq < a.seq order by b.seq desc limit 1) p
    where a.office_province = d.office_province and a.dossier_id = d.id and a.kind = 'clock-resumed'
      and a.at >= d.clock_from), '[]') as pauses`;

/** The clocks that run over any of these days (Vietnam), a page at a time in the order of their ids. */
export const clocksOver = (
  sql: Sql,
  days: readonly PlainDate[],
  after: { readonly officeProvince: string; readonly id: string },
  limit: number,
): Promise<RunningClock[]> =>
  sql.query(
    "dossiers-clocks-over",
    `select office_province as "officeProvince", id, code, procedure_key as "procedureKey", edition_id as "editionId",
       unit_id as "unitId", clock_from as "clockFrom", due_at as "dueAt", ${CLOCK}
     from dossiers d
     where closed_at is null and clock_from is not null and due_at is not null
       and exists (select from unnest($1::date[]) as changed
         where (clock_from at time zone 'Asia/Ho_Chi_Minh')::date < changed
           and changed <= (due_at at time zone 'Asia/Ho_Chi_Minh')::date)
       and (office_province, id) > ($2, $3::uuid)
     order by office_province, id limit $4`,
    [days, after.officeProvince, after.id, limit],
  );

/** The clocks that run, a page at a time in the order of their ids: of one office where it is named. */
export const clocksRunning = (
  sql: Sql,
  unit: string | null,
  after: { readonly officeProvince: string; readonly id: string },
  limit: number,
): Promise<RunningClock[]> =>
  sql.query(
    "dossiers-clocks-running",
    `select office_province as "officeProvince", id, code, procedure_key as "procedureKey", edition_id as "editionId",
       unit_id as "unitId", clock_from as "clockFrom", due_at as "dueAt", ${CLOCK}
     from dossiers d
     where closed_at is null and clock_from is not null and due_at is not null and status <> 'issued'
       and ($1::text is null or unit_id = $1) and (office_province, id) > ($2, $3::uuid)
     order by office_province, id limit $4`,
    [unit, after.officeProvince, after.id, limit],
  );

/** The offices that have open dossiers. */
export const unitsWithOpenWork = async (sql: Sql): Promise<readonly string[]> =>
  (
    await sql.query<{ unit: string }>(
      "dossiers-units-with-open-work",
      "select distinct unit_id as unit from dossiers where closed_at is null order by unit_id",
    )
  ).map(({ unit }) => unit);

export const openOfUnit = (
  sql: Sql,
  unit: string,
  limit: number,
): Promise<{ readonly officeProvince: string; readonly id: string }[]> =>
  sql.query(
    "dossiers-open-of-unit",
    `select office_province as "officeProvince", id from dossiers where unit_id = $1 and closed_at is null
     order by office_province, id limit $2`,
    [unit, limit],
  );
