import { compareNames } from "../../../kernel/name.ts";
import type { Claim } from "../../../kernel/person-claim.ts";
import { comparePartialDates, type PartialDate } from "../../../kernel/plain-date.ts";

/** Somebody as the stand-in's register holds them. */
export type Registered = {
  readonly number: string;
  readonly name: string;
  readonly birth: PartialDate;
  readonly sex: "M" | "F";
};

/** A call as the stand-in counts it: the first time it came, and how often since. */
export type Counted = { readonly content: string; times: number };

/** What it was asked, by the asker's own ids: one id is one call, however often it comes. */
export function createLedger() {
  const calls = new Map<string, Counted>();
  return {
    /** False where the id was used before for another question. */
    count(id: string, content: string): boolean {
      const before = calls.get(id);
      if (!before) calls.set(id, { content, times: 1 });
      else if (before.content !== content) return false;
      else before.times += 1;
      return true;
    },
    calls: (): ReadonlyMap<string, Counted> => calls,
  };
}
export type Ledger = ReturnType<typeof createLedger>;

/**
 * Whether the service answers with this person: number and birth date must agree as far as both are known. A name that
 * is quite another is answered like nobody; one that only differs in places is answered, and the asker compares.
 */
export function isMeant(person: Registered, claim: Claim): boolean {
  if (claim.birthDate && comparePartialDates(claim.birthDate, person.birth) === "no-match") return false;
  const squeezed = (name: string): string => name.replaceAll(" ", "");
  const spelled = compareNames(squeezed(claim.name ?? ""), squeezed(person.name));
  return spelled !== "different";
}

/** Whether a person with exactly these data exists: what the older operation answers. */
export const isExactly = (person: Registered, claim: Claim): boolean =>
  isMeant(person, claim) && (!claim.birthDate || comparePartialDates(claim.birthDate, person.birth) === "match");
