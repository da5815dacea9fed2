import { NOBODY, type Scope } from "../../platform/database/scope.ts";
import type { Caller } from "./caller.ts";

/** What the database lets a caller see: an officer the cases of their unit, a person their own and those they act for. */
export function scopeOf(caller: Caller): Scope {
  const { account, post } = caller;
  if (caller.kind !== "officer") {
    const numbers = [caller.number, caller.organisation?.code].filter((number) => typeof number === "string");
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
  };
}
