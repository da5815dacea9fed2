import type { Tx } from "../../../platform/database/database.ts";
import { keepVersions, presentOfMany, recordsOf, type Statement } from "../history-rows.ts";
import type { PersonRecord } from "../record.ts";
import { insertRecords, renewRecords } from "../write-rows.ts";
import type { BatchTime, ImportKind, RowOutcome } from "./kinds.ts";
import { type Merged, mergePerson } from "./merge-person.ts";
import { PERSON_COLUMNS, type PersonRow } from "./person-columns.ts";

/** Files of persons. */
export const persons: ImportKind<typeof PERSON_COLUMNS> = {
  columns: PERSON_COLUMNS,
  subjectOf: (row) => row.number ?? "",
  write: writePersons,
};

type Change = Exclude<Merged, { kind: "unchanged" }>;

async function writePersons(tx: Tx, rows: readonly PersonRow[], time: BatchTime): Promise<readonly RowOutcome[]> {
  const numbers = rows.flatMap(({ number }) => (number === null ? [] : [number]));
  const known = await recordsOf(tx, numbers);
  const present = await presentOfMany(tx, numbers);
  const changes: Change[] = [];
  const outcomes = rows.map((row): RowOutcome => {
    const merged = mergePerson(known.get(row.number ?? "") ?? null, row, time.today);
    if (!merged.ok) return merged.failure;
    if (merged.value.kind === "unchanged") return "unchanged";
    changes.push(merged.value);
    return merged.value.kind === "added" ? "added" : "changed";
  });
  await writeChanges(tx, changes, present, known, time);
  return outcomes;
}

async function writeChanges(
  tx: Tx,
  changes: readonly Change[],
  present: ReadonlyMap<string, Statement>,
  known: ReadonlyMap<string, PersonRecord>,
  { at }: BatchTime,
): Promise<void> {
  const of = (kind: Change["kind"]): readonly Change[] => changes.filter((change) => change.kind === kind);
  for (const [source, coming] of bySource(of("added"))) await insertRecords(tx, coming, { source, recordedAt: at });
  const changed = of("changed");
  await keepVersions(
    tx,
    changed.map(({ record }) => getOf(present, record)),
    at,
  );
  for (const [source, coming] of bySource(changed)) {
    await renewRecords(
      tx,
      coming.map((record) => onlyNew(record, getOf(known, record))),
      { source, recordedAt: at },
    );
  }
  await keepVersions(
    tx,
    of("earlier").map((change) => earlierStatement(change, at)),
    at,
  );
  for (const [source, coming] of bySource(of("earlier"))) {
    // The present stays as it is; only addresses, documents and relations of that time are added.
    const kept = coming.map((record) => {
      const now = getOf(known, record);
      return { ...onlyNew(record, now), person: now.person, details: now.details, validFrom: now.validFrom };
    });
    await renewRecords(tx, kept, { source, recordedAt: at });
  }
}

function getOf<T>(map: ReadonlyMap<string, T>, { person }: PersonRecord): T {
  const found = map.get(person.number);
  if (!found) throw new Error("a change of somebody who is not in the register");
  return found;
}

/** Rows that stand as they are keep their source and the moment they were written down. */
function onlyNew(coming: PersonRecord, known: PersonRecord): PersonRecord {
  const fresh = <T>(now: readonly T[], before: readonly T[]): readonly T[] => {
    const held = new Set(before.map((one) => JSON.stringify(one)));
    return now.filter((one) => !held.has(JSON.stringify(one)));
  };
  return {
    ...coming,
    addresses: fresh(coming.addresses, known.addresses),
    documents: fresh(coming.documents, known.documents),
    relations: fresh(coming.relations, known.relations),
  };
}

function earlierStatement(change: Change, at: number): Statement {
  const { person, details, validFrom } = change.record;
  return {
    person,
    details,
    from: validFrom,
    until: change.kind === "earlier" ? change.until : null,
    recordedAt: at,
    source: change.source,
  };
}

const bySource = (changes: readonly Change[]): ReadonlyMap<string, readonly PersonRecord[]> =>
  new Map(
    [...Map.groupBy(changes, ({ source }) => source)].map(([source, of]) => [source, of.map(({ record }) => record)]),
  );
