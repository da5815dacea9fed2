import type { PartialDate } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

/** Two entries that share a name and birth year, or a document. */
export type Pair = {
  readonly number: string;
  readonly other: string;
  readonly name: string;
  readonly otherName: string;
  readonly birth: PartialDate;
  readonly otherBirth: PartialDate;
  readonly father: string | null;
  readonly mother: string | null;
  readonly otherFather: string | null;
  readonly otherMother: string | null;
  /** Kinds of the documents both have; `cancelled-number` where the number of one is the other's cancelled one. */
  readonly shared: readonly string[];
};

type Birth = { year: number; month: number | null; day: number | null };
type PairRow = Omit<Pair, "birth" | "otherBirth"> & { birth: Birth; otherBirth: Birth };

const partial = ({ year, month, day }: Birth): PartialDate => ({
  year,
  ...(month === null ? {} : { month }),
  ...(day === null ? {} : { day }),
});

/** So many of the same name and year are compared with somebody; a name borne by more is told apart by papers alone. */
const NAMESAKES_MOST = 200;

const birthOf = (of: string): string =>
  `jsonb_build_object('year', ${of}.birth_year, 'month', ${of}.birth_month, 'day', ${of}.birth_day)`;
const parentOf = (of: string, kind: "father" | "mother"): string =>
  `(select r.related_name from person_relations r where r.number = ${of}.number and r.kind = '${kind}'
      order by r.valid_until desc nulls first limit 1)`;

export async function pairsOf(sql: Sql, numbers: readonly string[]): Promise<readonly Pair[]> {
  const rows = await sql.query<PairRow>(
    "pairs-of-persons",
    `with asked as (select distinct number from unnest($1::text[]) a(number)),
     found as (
       select p.number, o.number as other, null as kind from asked a join persons p using (number)
         cross join lateral (select n.number from persons n
           where n.birth_year = p.birth_year and n.search_key = p.search_key and n.number <> p.number limit $2) o
       union all
       select d.number, o.number, d.kind from asked a join person_documents d using (number)
         join person_documents o on o.document_number = d.document_number and o.kind = d.kind and o.number <> d.number
       union all
       select a.number, d.number, 'cancelled-number' from asked a
         join person_documents d on d.document_number = a.number and d.kind = 'cancelled-number' and d.number <> a.number
       union all
       select d.number, o.number, 'cancelled-number' from asked a join person_documents d using (number)
         join persons o on o.number = d.document_number and o.number <> d.number where d.kind = 'cancelled-number'),
     pairs as (select number, other, coalesce(array_agg(distinct kind) filter (where kind is not null), '{}') as shared
       from found group by number, other)
     select x.number, x.other, x.shared, p.name, o.name as "otherName", ${birthOf("p")} as birth, ${birthOf("o")} as "otherBirth",
       ${parentOf("p", "father")} as father, ${parentOf("p", "mother")} as mother,
       ${parentOf("o", "father")} as "otherFather", ${parentOf("o", "mother")} as "otherMother"
     from pairs x join persons p on p.number = x.number join persons o on o.number = x.other
     order by x.number, x.other`,
    [numbers, NAMESAKES_MOST],
  );
  return rows.map((row) => ({ ...row, birth: partial(row.birth), otherBirth: partial(row.otherBirth) }));
}
