import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Person, Population } from "./person.ts";
import { recordOf } from "./record.ts";
import { insertDwellings, insertOrganisations, insertRepresentatives, personsOfHousehold } from "./rows.ts";
import { insertRecords } from "./write-rows.ts";

/** So many persons go in one statement: enough to make the way to the server cheap, few enough to hold in memory. */
const BATCH = 5_000;

/** Writes an invented population; who and what is there already stays. Needs the owner's connection. */
export async function insertPopulation(tx: Tx, population: Population, at: Instant): Promise<void> {
  const records = population.records ?? population.persons.map(recordOf);
  for (let from = 0; from < records.length; from += BATCH) {
    await insertRecords(tx, records.slice(from, from + BATCH), { source: "invented", recordedAt: at });
  }
  await insertDwellings(tx, population.dwellings);
  await insertOrganisations(tx, population.organisations);
  await insertRepresentatives(tx, population.representatives);
}

export type RegisteredHousehold = {
  readonly id: string;
  readonly head: Person | null;
  readonly members: readonly Person[];
};

/** Whether two people belong to one household; nothing else of them is read. */
export async function shareHousehold(sql: Sql, number: string, other: string): Promise<boolean> {
  const [row] = await sql.query<{ together: boolean }>(
    "population-share-household",
    `select exists (select from persons a join persons b on b.household_id = a.household_id
       where a.number = $1 and b.number = $2) as together`,
    [number, other],
  );
  return row?.together ?? false;
}

/** The household of a person, or null where the register knows none. */
export async function findHousehold(sql: Sql, number: string): Promise<RegisteredHousehold | null> {
  const members = await personsOfHousehold(sql, number);
  const id = members[0]?.householdId;
  if (!id) return null;
  return { id, head: members.find((member) => member.relationToHead === "head") ?? null, members };
}
