import type { PartialDate } from "../../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Criteria } from "./criteria.ts";

/** The statements of the search. Each stops at `most` rows, and each reads an index in its order: none sorts a register. */

/** Somebody as the search reads them; pages see less. */
export type Candidate = {
  readonly number: string;
  readonly name: string;
  readonly birth: PartialDate;
  readonly sex: "M" | "F";
  readonly commune: string;
  readonly line: string;
  readonly otherNames: string | null;
  readonly deceased: boolean;
};

type CandidateRow = Omit<Candidate, "birth"> & { year: number; month: number | null; day: number | null };
const COLUMNS = `p.number, p.name, p.birth_year as year, p.birth_month as month, p.birth_day as day, p.sex,
  p.permanent_commune as commune, p.permanent_line as line, p.other_names as "otherNames", p.deceased`;

const candidateOf = ({ year, month, day, ...row }: CandidateRow): Candidate => ({
  ...row,
  birth: { year, ...(month === null ? {} : { month }), ...(day === null ? {} : { day }) },
});

/** No search may keep the server longer than this, in milliseconds; PostgreSQL then answers with code 57014. */
export const limitTime = (tx: Tx, ms: number): Promise<unknown[]> =>
  tx.query("limit-time", "select set_config('statement_timeout', $1, true)", [String(ms)]);

/** By a person number of now or before, an old nine-digit number, or the number of a document. */
export async function byNumber(sql: Sql, number: string, most: number): Promise<readonly Candidate[]> {
  const rows = await sql.query<CandidateRow>(
    "search-by-number",
    `select ${COLUMNS} from persons p
     where p.number in (select $1 union all
       (select d.number from person_documents d where d.document_number = $1 order by d.number limit $2))
     order by p.number limit $2`,
    [number, most],
  );
  return rows.map(candidateOf);
}

/** The conditions besides the name; a part of a birth date that the register does not know stands in nobody's way. */
function narrowing(criteria: Criteria, values: unknown[]): { readonly label: string; readonly sql: string } {
  const conditions: string[] = [];
  const put = (label: string, condition: (at: string) => string, value: unknown): void => {
    values.push(value);
    conditions.push(`${label}|and ${condition(`$${values.length}`)}`);
  };
  const { birth, communes, sex } = criteria;
  if (birth) put("year", (at) => `p.birth_year = ${at}`, birth.year);
  if (birth?.month !== undefined) {
    put(
      "month",
      (at) => `(p.birth_month = ${at} or p.birth_month is null or (p.birth_month = 1 and p.birth_day = 1))`,
      birth.month,
    );
  }
  if (birth?.day !== undefined) {
    put(
      "day",
      (at) => `(p.birth_day = ${at} or p.birth_day is null or (p.birth_month = 1 and p.birth_day = 1))`,
      birth.day,
    );
  }
  if (communes) put("commune", (at) => `p.permanent_commune = any(${at}::text[])`, communes);
  if (sex) put("sex", (at) => `p.sex = ${at}`, sex);
  return {
    label: conditions.map((one) => one.split("|")[0]).join("-"),
    sql: conditions.map((one) => one.split("|")[1]).join(" "),
  };
}

type Stage = { readonly name: string; readonly where: string; readonly order: string };
const STAGES = {
  marked: {
    name: "marked",
    where: "p.search_key = $2 and p.name_key = $3",
    order: "p.birth_year, p.number",
  },
  same: { name: "same", where: "p.search_key = $2", order: "p.name_key, p.birth_year, p.number" },
  begins: {
    name: "begins",
    where: "p.search_key ~>=~ $2 and p.search_key ~<~ $3",
    order: "p.search_key using ~<~, p.name_key, p.birth_year, p.number",
  },
  /** Within a year the index goes on with the name; within a commune too. */
  beginsWithin: {
    name: "begins-within",
    where: "p.search_key ~>=~ $2 and p.search_key ~<~ $3",
    order: "p.search_key using ~<~, p.number",
  },
  holding: { name: "holding", where: "string_to_array(p.search_key, ' ') @> $2::text[]", order: "p.number" },
  any: { name: "any", where: "true", order: "p.number" },
} as const satisfies Record<string, Stage>;

async function stage(
  sql: Sql,
  { name, where, order }: Stage,
  criteria: Criteria,
  values: readonly unknown[],
  most: number,
): Promise<readonly Candidate[]> {
  const given: unknown[] = [most, ...values];
  const narrowed = narrowing(criteria, given);
  const rows = await sql.query<CandidateRow>(
    `search-${name}-${narrowed.label}`,
    `select ${COLUMNS} from persons p where ${where} ${narrowed.sql} order by ${order} limit $1`,
    given,
  );
  return rows.map(candidateOf);
}

/** The name with the very marks that were typed. */
export const markedSame = (sql: Sql, key: string, marked: string, criteria: Criteria, most: number) =>
  stage(sql, STAGES.marked, criteria, [key, marked], most);

/** The name without regard to marks. */
export const same = (sql: Sql, key: string, criteria: Criteria, most: number) =>
  stage(sql, STAGES.same, criteria, [key], most);

/** Names that begin with the words typed. `!` is the character after the space. */
export const beginning = (sql: Sql, key: string, criteria: Criteria, most: number) =>
  stage(
    sql,
    criteria.birth || criteria.communes ? STAGES.beginsWithin : STAGES.begins,
    criteria,
    [`${key} `, `${key}!`],
    most,
  );

/** Names that hold all the words, in whatever order: for conditions that few people meet. */
export const holding = (sql: Sql, criteria: Criteria, most: number) =>
  stage(sql, STAGES.holding, criteria, [criteria.words], most);

/** Everybody who meets the other conditions, where no name was typed. */
export const anybody = (sql: Sql, criteria: Criteria, most: number) => stage(sql, STAGES.any, criteria, [], most);

/** The people of some names of the register, `ofEach` of each name at most, in the order of the names. */
export async function withNames(
  sql: Sql,
  keys: readonly string[],
  criteria: Criteria,
  ofEach: number,
  most: number,
): Promise<readonly Candidate[]> {
  const given: unknown[] = [most, keys, ofEach];
  const narrowed = narrowing(criteria, given);
  const rows = await sql.query<CandidateRow>(
    `search-with-names-${narrowed.label}`,
    `select ${COLUMNS} from unnest($2::text[]) with ordinality n(key, place)
     cross join lateral (select * from persons p where p.search_key = n.key ${narrowed.sql}
       order by p.name_key, p.birth_year, p.number limit $3) p
     order by n.place, p.name_key, p.birth_year, p.number limit $1`,
    given,
  );
  return rows.map(candidateOf);
}

/** Words of the register that share a slip with a word typed. */
export const wordsNear = (
  sql: Sql,
  slips: readonly { readonly said: string; readonly slip: string }[],
): Promise<{ said: string; word: string }[]> =>
  sql.query(
    "search-words-near",
    `select distinct q.said, r.word from unnest($1::text[], $2::text[]) q(said, slip)
     join register_words r on r.slip = q.slip`,
    [slips.map(({ said }) => said), slips.map(({ slip }) => slip)],
  );

/** Names of the register that hold all the words of a reading; so many of each reading at most. */
export async function namesHolding(
  sql: Sql,
  readings: readonly (readonly string[])[],
  most: number,
): Promise<readonly string[]> {
  const rows = await sql.query<{ name_key: string }>(
    "search-names-holding",
    `select distinct n.name_key from unnest($1::text[]) q(words)
     cross join lateral (select name_key from register_names where words @> string_to_array(q.words, ' ') limit $2) n`,
    [readings.map((words) => words.join(" ")), most],
  );
  return rows.map(({ name_key }) => name_key);
}
