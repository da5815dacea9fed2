import type { Sql, Tx } from "../../platform/database/database.ts";

/** The statements of filling a register with invented people. */

export const countPersons = async (sql: Sql): Promise<number> =>
  (await sql.query<{ count: number }>("count-persons", "select count(*) as count from persons"))[0]?.count ?? 0;

/** Numbers that belong to others than the people of this source. */
export const numbersNotFrom = async (sql: Sql, source: string): Promise<readonly string[]> =>
  (
    await sql.query<{ number: string }>("numbers-not-from", "select number from persons where source <> $1", [source])
  ).map(({ number }) => number);

export async function generationOf(sql: Sql, seed: number): Promise<{ households: number; people: number }> {
  const [row] = await sql.query<{ households: number; people: number }>(
    "generation",
    "select households, people from generations where seed = $1",
    [seed],
  );
  return row ?? { households: 0, people: 0 };
}

export async function moveGeneration(tx: Tx, seed: number, households: number, people: number): Promise<void> {
  await tx.query(
    "move-generation",
    `insert into generations (seed, households, people) values ($1, $2, $3)
     on conflict (seed) do update set households = generations.households + excluded.households,
       people = generations.people + excluded.people`,
    [seed, households, people],
  );
}

export async function openDwellingsComing(tx: Tx): Promise<void> {
  await tx.query(
    "open-dwellings-coming",
    `create temporary table if not exists dwellings_coming
       (commune_code text, address_key text, owner_number text, address_line text) on commit delete rows`,
  );
}

export async function takeDwellingsIn(tx: Tx): Promise<void> {
  await tx.query(
    "take-dwellings-in",
    `insert into dwellings (commune_code, address_key, owner_number, address_line)
     select commune_code, address_key, owner_number, address_line from dwellings_coming
     on conflict (commune_code, address_key) do nothing`,
  );
}

/** Notes the definitions of the secondary indexes of the register and drops them, all in one transaction. */
export async function setIndexesAside(sql: Sql): Promise<void> {
  await sql.query(
    "set-indexes-aside",
    `do $$
     declare found record;
     begin
       for found in
         select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
         from pg_index i join pg_class c on c.oid = i.indexrelid
         where not i.indisprimary and i.indrelid in ('public.persons'::regclass, 'public.person_addresses'::regclass,
           'public.person_documents'::regclass, 'public.person_relations'::regclass, 'public.dwellings'::regclass)
       loop
         insert into indexes_set_aside (name, definition) values (found.name, found.definition);
         execute format('drop index public.%I', found.name);
       end loop;
     end
     $$`,
  );
}

export const indexesSetAside = (sql: Sql): Promise<{ name: string; definition: string }[]> =>
  sql.query("indexes-set-aside", "select name, definition from indexes_set_aside order by name");

/** The definition is the server's own, noted by `setIndexesAside`. Of two who rebuild, the later waits and finds it done. */
export async function rebuildIndex(tx: Tx, name: string, definition: string): Promise<void> {
  const taken = await tx.query("take-index-set-aside", "delete from indexes_set_aside where name = $1 returning name", [
    name,
  ]);
  if (taken.length > 0) await tx.query(`rebuild-${name}`, definition);
}

/** Makes every name of the register findable when misspelt. */
export async function rememberAllNames(sql: Sql): Promise<void> {
  await sql.query(
    "remember-all-names",
    `insert into register_names (name_key, words)
     select search_key, string_to_array(search_key, ' ') from (select distinct search_key from persons) p
     where search_key <> '' on conflict (name_key) do nothing`,
  );
  await sql.query(
    "remember-all-words",
    `with said as materialized (select distinct unnest(words) as word from register_names)
     insert into register_words (slip, word)
     select word, word from said
     union select left(word, at - 1) || substr(word, at + 1), word from said, generate_series(1, length(word)) at
     on conflict do nothing`,
  );
}

/** Plans made on an empty register would read it whole. */
export async function analyse(sql: Sql): Promise<void> {
  await sql.query(
    "analyse-register",
    "analyze persons, person_addresses, person_documents, person_relations, dwellings, register_names, register_words",
  );
}
