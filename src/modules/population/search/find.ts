import { nameKey, searchKey, withoutMarks } from "../../../kernel/vietnamese.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Criteria } from "./criteria.ts";
import { type Closeness, closenessOf, nearest, rank } from "./rank.ts";
import * as rows from "./search-rows.ts";
import { isOneSlip, mended, shortened, slipsOf } from "./slips.ts";

/** No search shows more than this, over all its pages: who finds nobody among them asks more narrowly. */
export const FOUND_MOST = 200;
/** How many names a misspelt one may mean. Within a year or a commune each costs one look into an index, so more are tried. */
const NAMES = { anywhere: { ofReading: 60, most: 24 }, within: { ofReading: 600, most: 600 } } as const;
const OF_EACH_NAME = 20;

export type Found = rows.Candidate & { readonly closeness: Closeness };

/**
 * Who meets the criteria, the nearest first, `FOUND_MOST` at most. Candidates come in steps, each from an index that is read in its own
 * order and left when there are enough: the name with its marks, without them, as the beginning of a longer name, and only when these are
 * few the names that hold the words in another order or are one slip away.
 */
export async function findPersons(sql: Sql, criteria: Criteria): Promise<readonly Found[]> {
  const found = new Map<string, rows.Candidate>();
  const take = (more: readonly rows.Candidate[]): void => {
    for (const person of more) if (found.size < FOUND_MOST) found.set(person.number, person);
  };
  const asked = criteria.number ?? criteria.document;
  if (asked !== null) {
    take((await rows.byNumber(sql, asked, FOUND_MOST)).filter((person) => meets(person, criteria)));
    return rank([...found.values()], criteria);
  }
  if (criteria.name === null) {
    take(await rows.anybody(sql, criteria, FOUND_MOST));
    return rank([...found.values()], criteria);
  }
  const [key, marked] = [searchKey(criteria.name), nameKey(criteria.name)];
  if (withoutMarks(marked) !== marked) take(await rows.markedSame(sql, key, marked, criteria, FOUND_MOST));
  if (found.size < FOUND_MOST) take(await rows.same(sql, key, criteria, FOUND_MOST));
  if (found.size < FOUND_MOST) take(await rows.beginning(sql, key, criteria, FOUND_MOST));
  if (found.size < FEW && isNarrow(criteria)) take(await rows.holding(sql, criteria, FOUND_MOST));
  if (found.size < FEW) take(await misspelt(sql, criteria, criteria.name));
  return rank([...found.values()], criteria);
}
/** With a page full of near names nobody looks for misspelt ones. */
const FEW = 20;

/** So few people meet the other conditions that their names can be read one by one. */
const isNarrow = ({ birth, communes }: Criteria): boolean => communes !== null || birth?.month !== undefined;

async function misspelt(sql: Sql, criteria: Criteria, name: string): Promise<readonly rows.Candidate[]> {
  const { words } = criteria;
  const near = await rows.wordsNear(
    sql,
    words.flatMap((said) => slipsOf(said).map((slip) => ({ said, slip }))),
  );
  const known = Map.groupBy(
    near.filter(({ said, word }) => isOneSlip(said, word)),
    ({ said }) => said,
  );
  const meant = new Map([...known].map(([said, found]) => [said, found.map(({ word }) => word)]));
  const { ofReading, most } = NAMES[criteria.birth || criteria.communes ? "within" : "anywhere"];
  // One word, and that misspelt, would name half the country.
  const readings = words.length > 1 ? mended(words, meant) : [words];
  let keys = await rows.namesHolding(sql, readings, ofReading);
  if (keys.length === 0) keys = await rows.namesHolding(sql, shortened(words), ofReading);
  const closest = nearest(name, keys).slice(0, most);
  return closest.length === 0 ? [] : rows.withNames(sql, closest, criteria, OF_EACH_NAME, FOUND_MOST);
}

/** A number names one person; what else was typed must not speak against them. */
function meets(person: rows.Candidate, { birth, sex, communes, name }: Criteria): boolean {
  if (sex !== null && person.sex !== sex) return false;
  if (birth && person.birth.year !== birth.year) return false;
  if (communes && !communes.includes(person.commune)) return false;
  return name === null || closenessOf(name, person.name) !== "far";
}
