import { addDays, type PlainDate } from "../../../kernel/plain-date.ts";
import type { PersonDocument, Relation } from "../record.ts";
import { relatedKey } from "../tables.ts";
import type { PersonRow } from "./person-columns.ts";

/** The documents after a row: what is new is added, what is known under its number takes what the row says. */
export function mergeDocuments(known: readonly PersonDocument[], row: PersonRow): readonly PersonDocument[] {
  const bare = { issuedOn: null, issuedBy: null, expiresOn: null };
  const coming: PersonDocument[] = [];
  if (row.old_number !== null) coming.push({ kind: "cmnd9", number: row.old_number, ...bare });
  for (const number of row.cancelled_numbers?.split(/\s*;\s*/) ?? [])
    coming.push({ kind: "cancelled-number", number, ...bare });
  if (row.document_kind !== null && row.document_number !== null) {
    coming.push({
      kind: row.document_kind,
      number: row.document_number.toUpperCase().replace(/\s/g, ""),
      issuedOn: row.document_issued_on,
      issuedBy: row.document_issued_by,
      expiresOn: row.document_expires_on,
    });
  }
  return coming.reduce<readonly PersonDocument[]>((documents, one) => {
    const held = documents.find((document) => document.kind === one.kind && document.number === one.number);
    const merged = {
      ...one,
      issuedOn: one.issuedOn ?? held?.issuedOn ?? null,
      issuedBy: one.issuedBy ?? held?.issuedBy ?? null,
      expiresOn: one.expiresOn ?? held?.expiresOn ?? null,
    };
    return [...documents.filter((document) => document !== held), merged];
  }, known);
}

/** The relations after a row: another father, mother, spouse or representative ends the one before on the day before. */
export function mergeRelations(known: readonly Relation[], row: PersonRow, asOf: PlainDate): readonly Relation[] {
  let relations = known;
  for (const kind of ["father", "mother", "spouse", "representative"] as const) {
    const name = row[`${kind}_name`];
    const number = row[`${kind}_number`];
    const open = relations.find((one) => one.kind === kind && one.until === null);
    if (name === null && number === null) continue;
    const coming: Relation = {
      kind,
      number,
      name: name ?? open?.name ?? "",
      nationality: open?.nationality ?? null,
      from: open ? asOf : null,
      until: null,
    };
    // The same person, perhaps with the number now known or no longer said: no other relation.
    if (open && relatedKey(open) === relatedKey(coming)) continue;
    if (open && number === null && relatedKey({ ...open, number: null }) === relatedKey(coming)) continue;
    const ended = open && (open.from === null || open.from < asOf) ? { ...open, until: addDays(asOf, -1) } : null;
    relations = [...relations.filter((one) => one !== open), ...(ended ? [ended] : []), coming];
  }
  return relations;
}
