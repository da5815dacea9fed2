import { setImmediate as turn } from "node:timers/promises";
import type { Instant } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import { type Bulk, type BulkTx, copyText } from "../../platform/database/bulk.ts";
import type { Database } from "../../platform/database/database.ts";
import * as rows from "./bulk-rows.ts";
import { householdsFor } from "./generate/generate.ts";
import type { Household } from "./generate/households.ts";
import type { OldWardsOf } from "./generate/residence.ts";
import type { Dwelling } from "./person.ts";
import { ADDRESSES, DOCUMENTS, PERSONS, RELATIONS, type RegisterTable, rowsOf, type Stamp } from "./tables.ts";

/** So many people go in one transaction: few enough to hold two such portions in memory. */
const PORTION = 10_000;
/** After so many households the sending of the portion before has its turn. */
const TURN_EVERY = 50;

export type Filling = {
  readonly owner: Database;
  readonly bulk: Bulk;
  /** The register shall hold so many people. */
  readonly people: number;
  readonly seed: number;
  readonly at: Instant;
  readonly oldWardsOf: OldWardsOf;
  /** How many people go in one transaction. */
  readonly portion?: number;
  /** Called after each portion with the people added so far and those wished. */
  readonly tell?: (added: number, of: number) => void;
};

/**
 * Invents people until the register holds as many as wished; the same seed on the same register gives the same rows. A run that
 * was broken off goes on where its last transaction ended. An empty register gets its indexes at the end.
 * @returns how many were added and how many there are
 */
export async function fillRegister(filling: Filling): Promise<{ readonly added: number; readonly people: number }> {
  const { owner, bulk, seed } = filling;
  await rebuildIndexes(owner);
  const before = await rows.countPersons(owner);
  const missing = Math.max(0, filling.people - before);
  if (missing === 0) return { added: 0, people: before };
  const stamp = { source: `invented:${seed}`, recordedAt: filling.at };
  const done = await rows.generationOf(owner, seed);
  const taken = await rows.numbersNotFrom(owner, stamp.source);
  if (before < FEW) await rows.setIndexesAside(owner);
  const households = householdsFor({ people: done.people + missing, seed, taken, oldWardsOf: filling.oldWardsOf });
  let added = 0;
  let writing: Promise<void> = Promise.resolve();
  for await (const portion of portions(households, {
    skip: done.households,
    size: filling.portion ?? PORTION,
    stamp,
  })) {
    await writing;
    writing = bulk.inTransaction((tx) => writePortion(tx, portion, seed));
    // Whoever waits for it hears of its failure; until then it must not end the process.
    writing.catch(() => undefined);
    added += portion.people;
    filling.tell?.(added, missing);
  }
  await writing;
  await rebuildIndexes(owner);
  await rows.rememberAllNames(owner);
  await rows.analyse(owner);
  return { added, people: before + added };
}
/** A register with no more people than a trial starts with is filled faster without indexes. */
const FEW = 10_000;

/** Puts back indexes that a filling set aside, also one that was killed; where none are missing nothing is done. */
export async function rebuildIndexes(owner: Database): Promise<void> {
  for (const { name, definition } of await rows.indexesSetAside(owner)) {
    await owner.inTransaction((tx) => rows.rebuildIndex(tx, name, definition));
  }
}

type Portion = { readonly parts: readonly CopyPart[]; readonly households: number; readonly people: number };
type CopyPart = { readonly table: string; readonly columns: readonly string[]; readonly text: Buffer };

/** Gathers households into portions, leaving out the first `skip`; gives the sending its turn meanwhile. */
async function* portions(
  households: Iterable<Household>,
  { skip, size, stamp }: { readonly skip: number; readonly size: number; readonly stamp: Stamp },
): AsyncGenerator<Portion> {
  let waiting: Household[] = [];
  let people = 0;
  let seen = 0;
  for (const household of households) {
    seen += 1;
    if (seen % TURN_EVERY === 0) await turn();
    if (seen <= skip) continue;
    waiting.push(household);
    people += household.persons.length;
    if (people < size) continue;
    yield { households: waiting.length, people, parts: partsOf(waiting, stamp) };
    waiting = [];
    people = 0;
  }
  if (waiting.length > 0) yield { households: waiting.length, people, parts: partsOf(waiting, stamp) };
}

/** An address may be somebody's already, so dwellings come in by way of a table of this connection. */
const DWELLINGS: RegisterTable<Dwelling> = {
  name: "dwellings_coming",
  key: "commune_code, address_key",
  columns: [
    { name: "commune_code", type: "text", of: (d) => d.address.commune },
    { name: "address_key", type: "text", of: (d) => searchKey(d.address.line) },
    { name: "owner_number", type: "text", of: (d) => d.ownerNumber },
    { name: "address_line", type: "text", of: (d) => d.address.line },
  ],
};

function partsOf(households: readonly Household[], stamp: Stamp): readonly CopyPart[] {
  const records = households.flatMap((household) => household.records);
  const found = rowsOf(records, stamp);
  const owned = households.flatMap(({ dwelling }) => (dwelling ? [dwelling] : []));
  return [
    part(PERSONS, found.persons),
    part(ADDRESSES, found.addresses),
    part(DOCUMENTS, found.documents),
    part(RELATIONS, found.relations),
    part(DWELLINGS, owned),
  ];
}

const part = <Row>(table: RegisterTable<Row>, of: readonly Row[]): CopyPart => ({
  table: table.name,
  columns: table.columns.map(({ name }) => name),
  text: copyText(of.map((row) => table.columns.map((column) => column.of(row)))),
});

async function writePortion(tx: BulkTx, portion: Portion, seed: number): Promise<void> {
  await rows.openDwellingsComing(tx);
  for (const { table, columns, text } of portion.parts) await tx.copy(table, columns, text);
  await rows.takeDwellingsIn(tx);
  await rows.moveGeneration(tx, seed, portion.households, portion.people);
}
