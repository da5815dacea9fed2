import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of counters. */
export type Counter = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  readonly number: number;
  readonly services: readonly string[];
  readonly openedBy: string | null;
  readonly openedByName: string | null;
  readonly openedAt: Instant | null;
  readonly aheadInRow: number;
};

const COLUMNS = `office_province as "officeProvince", id, unit_id as "unitId", number, services, opened_by as "openedBy",
  opened_by_name as "openedByName", opened_at as "openedAt", ahead_in_row as "aheadInRow"`;

export const countersOf = (sql: Sql, officeProvince: string, unitId: string): Promise<Counter[]> =>
  sql.query(
    "desk-counters-of",
    `select ${COLUMNS} from desk_counters where office_province = $1 and unit_id = $2 and retired_at is null
     order by number`,
    [officeProvince, unitId],
  );

/** The offices that give numbers here: those with a counter. */
export const officesWithCounters = async (sql: Sql): Promise<readonly string[]> => {
  const rows = await sql.query<{ unit: string }>(
    "desk-offices-with-counters",
    "select distinct unit_id as unit from desk_counters where retired_at is null order by unit_id limit 5000",
  );
  return rows.map(({ unit }) => unit);
};

/** Held until the commit: whoever opens, closes or calls at a counter takes their turn. */
export async function lockCounter(tx: Tx, officeProvince: string, unitId: string, id: string): Promise<Counter | null> {
  const [row] = await tx.query<Counter>(
    "desk-lock-counter",
    `select ${COLUMNS} from desk_counters where office_province = $1 and unit_id = $2 and id = $3 and retired_at is null
     for update`,
    [officeProvince, unitId, id],
  );
  return row ?? null;
}

/** False where the unit has a counter of that number already. */
export async function insertCounter(
  sql: Sql,
  counter: Pick<Counter, "officeProvince" | "id" | "unitId" | "number" | "services">,
): Promise<boolean> {
  const rows = await sql.query(
    "desk-insert-counter",
    `insert into desk_counters (office_province, id, unit_id, number, services) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [counter.officeProvince, counter.id, counter.unitId, counter.number, counter.services],
  );
  return rows.length === 1;
}

export const setServices = async (tx: Tx, counter: Counter, services: readonly string[]): Promise<void> => {
  await tx.query("desk-set-services", "update desk_counters set services = $3 where office_province = $1 and id = $2", [
    counter.officeProvince,
    counter.id,
    services,
  ]);
};

export const retireCounter = async (tx: Tx, counter: Counter, at: Instant): Promise<void> => {
  await tx.query(
    "desk-retire-counter",
    "update desk_counters set retired_at = $3 where office_province = $1 and id = $2",
    [counter.officeProvince, counter.id, new Date(at)],
  );
};

export const openCounter = async (
  tx: Tx,
  counter: Counter,
  by: { readonly account: string; readonly name: string },
  at: Instant,
): Promise<void> => {
  await tx.query(
    "desk-open-counter",
    `update desk_counters set opened_by = $3, opened_by_name = $4, opened_at = $5
     where office_province = $1 and id = $2`,
    [counter.officeProvince, counter.id, by.account, by.name, new Date(at)],
  );
};

export const closeCounter = async (sql: Sql, counter: Pick<Counter, "officeProvince" | "id">): Promise<void> => {
  await sql.query(
    "desk-close-counter",
    `update desk_counters set opened_by = null, opened_by_name = null, opened_at = null
     where office_province = $1 and id = $2`,
    [counter.officeProvince, counter.id],
  );
};

/** An officer sits at one counter; where they open another, the former closes. */
export const leaveOtherCounters = async (
  tx: Tx,
  officeProvince: string,
  account: string,
  except: string,
): Promise<void> => {
  await tx.query(
    "desk-leave-counters",
    `update desk_counters set opened_by = null, opened_by_name = null, opened_at = null
     where office_province = $1 and opened_by = $2 and id <> $3`,
    [officeProvince, account, except],
  );
};

export const setAheadInRow = async (tx: Tx, counter: Counter, aheadInRow: number): Promise<void> => {
  await tx.query(
    "desk-set-ahead-in-row",
    "update desk_counters set ahead_in_row = $3 where office_province = $1 and id = $2",
    [counter.officeProvince, counter.id, aheadInRow],
  );
};

/** Closes what was left open before a moment. */
export const closeLeftOpen = async (sql: Sql, before: Instant): Promise<void> => {
  await sql.query(
    "desk-close-left-open",
    `update desk_counters set opened_by = null, opened_by_name = null, opened_at = null where opened_at < $1`,
    [new Date(before)],
  );
};
