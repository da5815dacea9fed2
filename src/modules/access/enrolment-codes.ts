import { randomBytes } from "node:crypto";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import { newId, sha256 } from "../../platform/ids.ts";
import { insertEnrolmentCode, officerAccount } from "./passkeys-rows.ts";

/** One-time codes with which an officer without a key adds one: from a second person, or from the operator. */

const GOOD_HOURS = 24;
/** No letters or digits that are taken for one another; 24 of them are 117 bits: a plain hash keeps them well enough. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 24;

/** Makes a code and keeps its hash; it replaces the ones before. */
export async function makeCode(
  sql: Sql,
  account: string,
  by: { readonly account: string | null; readonly name: string },
  at: Instant,
): Promise<string> {
  const code = newCode();
  const goodUntil = at + GOOD_HOURS * 3_600_000;
  const hash = hashOfCode(code);
  await insertEnrolmentCode(sql, { account, id: newId(), hash, by: by.account, byName: by.name, at, goodUntil });
  return code;
}

/** A code from the operator's command line, for whoever has no lead; null where no such officer has ever signed in. */
export async function makeOperatorCode(
  sql: Sql,
  subject: string,
  at: Instant,
): Promise<{ readonly code: string; readonly name: string } | null> {
  const account = await officerAccount(sql, subject);
  if (!account) return null;
  const by = { account: null, name: "motcua enrolment-code" };
  return { code: await makeCode(sql, account.id, by, at), name: account.name };
}

export const hashOfCode = (code: string): Buffer => sha256(`enrolment ${code.toUpperCase().replace(/[^0-9A-Z]/g, "")}`);

function newCode(): string {
  let code = "";
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      // Bytes beyond the last whole round of letters would make some letters likelier.
      if (byte < 256 - (256 % LETTERS.length) && code.length < LENGTH) code += LETTERS[byte % LETTERS.length];
    }
  }
  return code.replace(/(.{4})(?=.)/g, "$1-");
}
