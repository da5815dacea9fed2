import type { Sql } from "../../platform/database/database.ts";
import type { Person } from "./person.ts";
import { findPerson, personsOfHousehold } from "./rows.ts";

/**
 * The children whose parent the register shows this person to be: those entered as `child` in the household this person
 * heads. A husband or wife of the head may be a step-parent: the entry does not prove it. Of any age; the dead left out.
 */
export async function childrenOf(sql: Sql, number: string): Promise<readonly Person[]> {
  const parent = await findPerson(sql, number);
  if (!parent || parent.deceased || parent.relationToHead !== "head") return [];
  return (await personsOfHousehold(sql, number)).filter(
    (member) => member.relationToHead === "child" && !member.deceased,
  );
}
