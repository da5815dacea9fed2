import { type Edition, type FieldKind, fieldsOf } from "../../engine/definition/index.ts";
import type { Answer, Answers } from "../../engine/form/index.ts";
import { entriesOf } from "../../engine/form/index.ts";
import type { Status } from "../../engine/state/index.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { nameKey } from "../../kernel/vietnamese.ts";
import type { Sql } from "../../platform/database/database.ts";
import { openOfOwner } from "./likely-same-rows.ts";

/** Dossiers that ask the same again. Shown to the citizen before sending and to the officer; nothing is decided from it. */

export type LikelySameDossier = {
  readonly code: string;
  readonly officeProvince: string;
  readonly unitId: string;
  readonly status: Status;
  readonly filedAt: Instant;
};

/** How far back, in days, a dossier still counts as asking the same. */
export const SAME_WITHIN_DAYS = 30;

export type Asking = {
  readonly procedureKey: string;
  readonly edition: Edition;
  readonly ownerNumber: string;
  readonly answers: Answers;
  /** The moment asked about: now, or when the dossier was filed. */
  readonly at: Instant;
  /** The dossier asked about itself; null for a draft. */
  readonly code: string | null;
};

/**
 * Open dossiers of the same owner for the same procedure, filed within `SAME_WITHIN_DAYS` before or after, whose essential answers are the
 * same: who and where, not how to be reached, until when, or what was declared. The newest first.
 */
export async function likelySame(sql: Sql, asking: Asking): Promise<readonly LikelySameDossier[]> {
  const reach = SAME_WITHIN_DAYS * 86_400_000;
  const candidates = await openOfOwner(
    sql,
    asking.ownerNumber,
    asking.procedureKey,
    asking.at - reach,
    asking.at + reach,
  );
  const wanted = essentialOf(asking.edition, asking.answers);
  return candidates
    .filter(({ code, answers }) => code !== asking.code && essentialOf(asking.edition, answers) === wanted)
    .map(({ answers: _answers, ...dossier }) => dossier);
}

const NOT_ESSENTIAL: ReadonlySet<FieldKind> = new Set(["declaration", "phone", "email", "date"]);

/** The answers that say what is asked for, in a form in which equal means the same. */
function essentialOf(edition: Edition, answers: Answers): string {
  const said: { [key: string]: Json } = {};
  for (const field of fieldsOf(edition)) {
    const answer = answers[field.key];
    if (answer === undefined || NOT_ESSENTIAL.has(field.kind)) continue;
    if (field.kind !== "group") {
      said[field.key] = plain(answer);
      continue;
    }
    const counted = field.fields.filter(({ kind }) => !NOT_ESSENTIAL.has(kind)).map(({ key }) => key);
    said[field.key] = entriesOf(answer)
      .map((entry) =>
        canonicalJson(
          Object.fromEntries(counted.flatMap((key) => (key in entry ? [[key, plain(entry[key] ?? "")]] : []))),
        ),
      )
      .sort();
  }
  return canonicalJson(said);
}

/** Words in the form in which two spellings of one name are equal. */
function plain(answer: Answer): Json {
  if (typeof answer === "string") return nameKey(answer);
  if (typeof answer !== "object") return answer;
  if (Array.isArray(answer)) return answer.map((one: Answer) => plain(one));
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, plain(value as Answer)]));
}
