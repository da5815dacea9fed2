import { type Claim, compareClaim, type Verification } from "../../kernel/person-claim.ts";
import type { Sql } from "../../platform/database/database.ts";
import { findPerson } from "./rows.ts";

/** What this register answers about a claim: field by field, never the record. An unknown number is `absent`. */
export async function verifyPerson(sql: Sql, claim: Claim): Promise<Verification> {
  return compareClaim(claim, await findPerson(sql, claim.number));
}
