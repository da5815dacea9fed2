import { searchKey } from "../../kernel/vietnamese.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { PersonRecord } from "./record.ts";
import { ADDRESSES, DOCUMENTS, PERSONS, RELATIONS, type RegisterTable, rowsOf, type Stamp } from "./tables.ts";

/** Writing to the register. Needs the owner's connection: the application may only read it. */

/** Adds rows in one statement; a row whose key is there already stays as it is, or takes the new values where `renew` is set. */
async function insertRows<Row>(
  tx: Tx,
  table: RegisterTable<Row>,
  rows: readonly Row[],
  renew: boolean = false,
): Promise<void> {
  if (rows.length === 0) return;
  const names = table.columns.map(({ name }) => name);
  const key = new Set(table.key.split(", "));
  const set = names.filter((name) => !key.has(name)).map((name) => `${name} = excluded.${name}`);
  await tx.query(
    `insert-${table.name}${renew ? "-anew" : ""}`,
    `insert into ${table.name} (${names.join(", ")})
     select * from unnest(${table.columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(", ")})
     on conflict (${table.key}) do ${renew ? `update set ${set.join(", ")}` : "nothing"}`,
    table.columns.map((column) => rows.map((row) => column.of(row))),
  );
}

/** Adds records; whoever is there already stays as they are. */
export async function insertRecords(tx: Tx, records: readonly PersonRecord[], stamp: Stamp): Promise<void> {
  await write(tx, records, stamp, false);
}

/** Writes records over what is there; keeping what was there is the caller's duty. */
export async function renewRecords(tx: Tx, records: readonly PersonRecord[], stamp: Stamp): Promise<void> {
  await write(tx, records, stamp, true);
}

async function write(tx: Tx, records: readonly PersonRecord[], stamp: Stamp, renew: boolean): Promise<void> {
  const rows = rowsOf(records, stamp);
  await insertRows(tx, PERSONS, rows.persons, renew);
  await insertRows(tx, ADDRESSES, rows.addresses, renew);
  await insertRows(tx, DOCUMENTS, rows.documents, renew);
  await insertRows(tx, RELATIONS, rows.relations, renew);
  await rememberNames(
    tx,
    records.map(({ person }) => searchKey(person.name)),
  );
}

/** Names become findable when misspelt (see search/); the keys are those of `searchKey`. */
export async function rememberNames(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.query(
    "remember-names",
    `with fresh as (
       insert into register_names (name_key, words)
       select key, string_to_array(key, ' ') from (select distinct unnest($1::text[]) as key) k where key <> ''
       on conflict (name_key) do nothing returning words),
     said as (select distinct unnest(words) as word from fresh)
     insert into register_words (slip, word)
     select word, word from said
     union select left(word, at - 1) || substr(word, at + 1), word from said, generate_series(1, length(word)) at
     on conflict do nothing`,
    [[...new Set(keys)]],
  );
}
