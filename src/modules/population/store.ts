import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import type { Household } from "./households.ts";
import type { Person, Population } from "./person.ts";
import {
  insertDwellings,
  insertOrganisations,
  insertPersons,
  insertRepresentatives,
  personsOfHousehold,
} from "./rows.ts";

/** So many persons go in one statement: enough to make the way to the server cheap, few enough to hold in memory. */
const BATCH = 5_000;

/** Writes a population; who and what is there already stays. Needs the owner's connection. */
export async function insertPopulation(tx: Tx, population: Population): Promise<void> {
  for (let from = 0; from < population.persons.length; from += BATCH) {
    await insertPersons(tx, population.persons.slice(from, from + BATCH));
  }
  await insertDwellings(tx, population.dwellings);
  await insertOrganisations(tx, population.organisations);
  await insertRepresentatives(tx, population.representatives);
}

/** Writes households as they come, a transaction a batch; answers how many persons were offered. */
export async function insertHouseholds(owner: Database, households: Iterable<Household>): Promise<number> {
  let waiting: Household[] = [];
  let people = 0;
  let held = 0;
  const write = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    held = 0;
    await owner.inTransaction(async (tx) => {
      await insertPersons(
        tx,
        batch.flatMap((household) => household.persons),
      );
      await insertDwellings(
        tx,
        batch.flatMap((household) => (household.dwelling ? [household.dwelling] : [])),
      );
    });
  };
  for (const household of households) {
    waiting.push(household);
    people += household.persons.length;
    held += household.persons.length;
    if (held >= BATCH) await write();
  }
  if (waiting.length > 0) await write();
  return people;
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
