import { figureOn } from "../../../law/index.ts";
import type { Edition } from "../../engine/definition/index.ts";
import { type Answers, entriesOf, isAddress } from "../../engine/form/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { addDays, day, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { columnText, columnValue } from "./values.ts";

/** What a granted dossier writes when its result is issued. */
export type Effect = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly edition: Edition;
  readonly answers: Answers;
  readonly number: string;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
};

/** Days before the end from which an extension may be asked, as the law of the day sets them. */
function renewalDays(on: PlainDate): number {
  const figure = figureOn("temporary-residence-renewal-days", on);
  if (!figure.ok) throw new Error("the law names no window for extending a temporary residence");
  return figure.value.value;
}

/** Writes the register entry the edition names; a procedure without one writes nothing. */
export async function writeEffect(tx: Tx, effect: Effect): Promise<void> {
  const register = effect.edition.register?.register;
  if (register === "temporary-residence") await writeTemporaryResidence(tx, effect);
  else if (register === "seals") await writeSeal(tx, effect);
  else if (register === "notes") await writeNote(tx, effect);
}

/** @throws when a column the register cannot be without has no answer: the edition's checks should have asked for it. */
function getText(effect: Effect, column: string): string {
  const value = columnText(effect.edition, column, effect.answers);
  if (value === null) throw new Error(`register column "${column}" of ${effect.edition.id} has no answer`);
  return value;
}

/** The person who is registered and the members of the household who come along. */
async function writeTemporaryResidence(tx: Tx, effect: Effect): Promise<void> {
  const { edition, answers } = effect;
  const address = columnValue(edition, "address", answers);
  if (!isAddress(address)) throw new Error(`${edition.id}: no address to register`);
  const until = day(getText(effect, "valid_until"));
  const head = columnText(edition, "head_number", answers);
  const first = {
    number: getText(effect, "person_number"),
    name: getText(effect, "person_name"),
    relation: columnText(edition, "relation_to_head", answers),
  };
  const members = entriesOf(answers.members).map((entry) => ({
    number: String(entry.number),
    name: String(entry["full-name"]),
    relation: String(entry.relation),
  }));
  for (const person of [first, ...members]) {
    await tx.query(
      "insert-temporary-residence",
      `insert into temporary_residences (office_province, id, dossier_id, dossier_code, person_number, person_name,
         commune_code, address_line, head_number, relation_to_head, valid_from, valid_until, renewal_from, decided_number)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        effect.officeProvince,
        newId(),
        effect.dossierId,
        effect.dossierCode,
        person.number,
        person.name,
        address.commune,
        address.line,
        head,
        person.relation,
        effect.on,
        until,
        addDays(until, -renewalDays(effect.on)),
        effect.number,
      ],
    );
  }
}

async function writeSeal(tx: Tx, effect: Effect): Promise<void> {
  const id = newId();
  await tx.query(
    "insert-seal",
    `insert into seals (office_province, id, dossier_id, dossier_code, organisation_code, organisation_name, seal_kind,
       seal_text, quantity, certificate_number, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      effect.officeProvince,
      id,
      effect.dossierId,
      effect.dossierCode,
      getText(effect, "organisation_code"),
      getText(effect, "organisation_name"),
      getText(effect, "seal_kind"),
      getText(effect, "seal_text"),
      Number(columnText(effect.edition, "quantity", effect.answers) ?? 1),
      effect.number,
      effect.on,
    ],
  );
  await tx.query(
    "insert-seal-state",
    `insert into seal_states (office_province, seal_id, seq, state, at, by_name, note) values ($1, $2, 1, 'REGISTERED', $3, $4, $5)`,
    [effect.officeProvince, id, new Date(effect.at).toISOString(), effect.by, effect.number],
  );
}

async function writeNote(tx: Tx, effect: Effect): Promise<void> {
  const names = Object.keys(effect.edition.register?.values ?? {});
  const content = Object.fromEntries(
    names.map((name) => [name, (columnValue(effect.edition, name, effect.answers) ?? null) as Json]),
  );
  await tx.query(
    "insert-note",
    "insert into notes (office_province, id, dossier_id, dossier_code, content) values ($1, $2, $3, $4, $5)",
    [effect.officeProvince, newId(), effect.dossierId, effect.dossierCode, JSON.stringify(content)],
  );
}
