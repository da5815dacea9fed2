import { comparePartialDates, type PartialDate } from "../../../kernel/plain-date.ts";
import { compareVietnamese, nameKey, searchKey, withoutMarks } from "../../../kernel/vietnamese.ts";
import type { Criteria } from "./criteria.ts";
import { isOneSlip } from "./slips.ts";

/** How near somebody's name is to the one that was typed; the earlier the nearer. */
export const closenesses = ["same", "marks", "begins", "order", "slip", "far"] as const;
export type Closeness = (typeof closenesses)[number];

/**
 * `same`: the same name as far as it was typed; `marks`: the same but for marks that were typed; `begins`: more words follow; `order`: all
 * words, in another order or with others between; `slip`: one word is one letter off; `far`: anything else. Without a name all are `same`.
 */
export function closenessOf(typed: string | null, name: string): Closeness {
  if (typed === null) return "same";
  const [asked, known] = [searchKey(typed), searchKey(name)];
  if (asked === known) {
    const marked = nameKey(typed);
    return marked === nameKey(name) || withoutMarks(marked) === marked ? "same" : "marks";
  }
  if (known.startsWith(`${asked} `)) return "begins";
  const words = known.split(" ");
  const missing = asked.split(" ").filter((word) => !words.includes(word));
  if (missing.length === 0) return "order";
  const [only] = missing;
  return missing.length === 1 && words.some((word) => isOneSlip(word, only ?? "")) ? "slip" : "far";
}

/** How far two names are apart: first the kind of nearness, then how many words more one has than the other. */
function distanceOf(typed: string | null, name: string): number {
  const apart = typed === null ? 0 : Math.abs(wordsIn(typed) - wordsIn(name));
  return closenesses.indexOf(closenessOf(typed, name)) * 10 + Math.min(apart, 9);
}
const wordsIn = (name: string): number => searchKey(name).split(" ").length;

/** Names of the register, the nearest to the one typed first. */
export const nearest = (typed: string, keys: readonly string[]): readonly string[] =>
  keys
    .map((key) => ({ key, distance: distanceOf(typed, key) }))
    .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);

type Ranked = { readonly number: string; readonly name: string; readonly birth: PartialDate };

/** The nearest first; equals by name, birth and number, so that pages do not change places. */
export function rank<P extends Ranked>(
  found: readonly P[],
  { name, birth }: Criteria,
): readonly (P & { readonly closeness: Closeness })[] {
  return found
    .map((person) => ({
      person: { ...person, closeness: closenessOf(name, person.name) },
      distance: distanceOf(name, person.name),
      otherBirth: birth && comparePartialDates(birth, person.birth) !== "match" ? 1 : 0,
    }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.otherBirth - b.otherBirth ||
        compareVietnamese(a.person.name, b.person.name) ||
        a.person.birth.year - b.person.birth.year ||
        (a.person.number < b.person.number ? -1 : 1),
    )
    .map(({ person }) => person);
}
