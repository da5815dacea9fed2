import { actFor, inRequest, NOBODY, type Scope } from "../../platform/database/scope.ts";
import type { Caller } from "./caller.ts";

/** What the database lets a caller see: an officer the cases of their unit, a person their own and those they act for. */
function scopeOf(caller: Caller): Scope {
  const { account, post } = caller;
  if (caller.kind !== "officer") {
    const numbers = [caller.number, caller.organisation?.code, caller.ward?.number].filter(
      (number) => typeof number === "string",
    );
    return { as: "person", account, numbers };
  }
  if (!post) return NOBODY;
  const { id, level, communeCode, provinceCode } = post.unit;
  const ofCommune = level === "commune";
  return {
    as: "officer",
    account,
    units: [id],
    communes: ofCommune && communeCode ? [communeCode] : [],
    provinces: ofCommune ? [] : [provinceCode],
    // Whoever keeps a province's accounts sees all its money, and what names no debt ('00').
    treasuries: !ofCommune && post.roles.includes("treasurer") ? [provinceCode, "00"] : [],
  };
}

/** Runs a request, at first on behalf of nobody. */
export const beginRequest = <T>(work: () => T): T => inRequest(work);

/** The rest of the request asks the database on behalf of this caller. */
export const continueAs = (caller: Caller): void => actFor(scopeOf(caller));
