import { boundsOfPartialDate, type PartialDate, type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import { childrenOf } from "../population/index.ts";
import { wardMandates } from "./mandates-rows.ts";
import type { Ward } from "./session.ts";

/** Civil Code 91/2015/QH13, article 20: grown up from 18 years; article 136: parents represent their minor children. */
const MAJORITY_YEARS = 18;

/** Whether somebody is a minor on a day beyond doubt: where only the year of birth is known, by its first day. */
export function isMinor(birth: PartialDate, on: PlainDate): boolean {
  const born = boundsOfPartialDate(birth).earliest;
  return on < `${yearOf(born) + MAJORITY_YEARS}${born.slice(4)}`;
}

/** Whom a person may act for on a day: their minor children by the register, others by an accepted paper. */
export async function wardsOn(sql: Sql, representative: string, on: PlainDate): Promise<readonly Ward[]> {
  const children = (await childrenOf(sql, representative))
    .filter(({ birth }) => isMinor(birth, on))
    .map(({ number, name }): Ward => ({ number, name, ground: "parent", evidence: "register" }));
  const papers = (await wardMandates(sql, representative, on))
    .filter((row) => !children.some(({ number }) => number === row.subject_number))
    .map(
      (row): Ward => ({
        number: row.subject_number,
        name: row.subject_name,
        ground: row.ground,
        evidence: row.id,
      }),
    );
  return [...children, ...papers];
}
