import { randomBytes } from "node:crypto";
import type { Actor } from "../../engine/state/acts.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { newId, sha256 } from "../../platform/ids.ts";
import { announceEntries } from "../transparency/index.ts";
import { lookDigest } from "./look-entries.ts";
import * as rows from "./looks-rows.ts";
import { type DataField, groundOf, type OpenPurpose, PURPOSES, type Purpose } from "./purposes.ts";

/** Why somebody reads. A reading for an investigation stays sealed for a time, by a written order. */
export type Why =
  | { readonly purpose: OpenPurpose }
  | { readonly purpose: "investigate"; readonly sealed: { readonly order: string; readonly until: Instant } };

/** One reading of a person's data by somebody else. */
export type Look = Why & {
  /** Two digits: the province of the office that looks; the log lies where its dossiers lie. */
  readonly officeProvince: string;
  readonly actor: Actor;
  /** Whose data; null where a list or a dossier without a known person was read. */
  readonly subjectNumber: string | null;
  readonly dossierCode: string | null;
  /** Which data; never their values. */
  readonly fields: readonly DataField[];
  /** Which paper, by its title. */
  readonly detail?: string;
};

/** Acts of the house itself carry no account. */
const SYSTEM_ACCOUNT = "00000000-0000-0000-0000-000000000000";
const SALT_BYTES = 32;

/**
 * Writes looks into the log, in the transaction of the reading: no log, no data. Several at once for lists. Each is
 * announced to the transparency log; who writes looks by another way has them reported as inserted by a stranger.
 * @param at the moment of the reading, from the caller's clock.
 * @throws where no law gave a ground for the purpose on that day
 */
export async function logAccess(tx: Tx, at: Instant, ...looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) return;
  const written = looks.map((look) => rowOf(look, at));
  await rows.insertLooks(tx, written);
  await announceEntries(
    tx,
    "access",
    written.map((row) => ({ officeProvince: row.office_province, id: row.id, digest: lookDigest(asColumns(row)) })),
  );
}

/** The row as the database tells it: bytes with their prefix. */
const asColumns = (row: rows.LookRow) => ({
  ...row,
  salt: row.salt === null ? null : `\\x${row.salt}`,
  commitment: row.commitment === null ? null : `\\x${row.commitment}`,
});

function rowOf(look: Look, at: Instant): rows.LookRow {
  const ground = groundOf(look.purpose, at);
  const detail = look.purpose === "investigate" ? look.sealed.order : (look.detail ?? null);
  const content = {
    office_province: look.officeProvince,
    id: newId(),
    at: new Date(at).toISOString(),
    actor_account: look.actor.as === "system" ? SYSTEM_ACCOUNT : look.actor.account,
    actor_name: look.actor.name,
    actor_unit: look.actor.unit ?? null,
    post: look.actor.post ?? null,
    subject_number: look.subjectNumber,
    dossier_code: look.dossierCode,
    purpose: writtenPurpose(look),
    purpose_key: look.purpose,
    ground_source: ground.source,
    ground_article: ground.article,
    fields: look.fields,
    detail,
  };
  if (look.purpose !== "investigate") return { ...content, sealed_until: null, salt: null, commitment: null };
  const salt = randomBytes(SALT_BYTES);
  return {
    ...content,
    sealed_until: new Date(look.sealed.until).toISOString(),
    salt: salt.toString("hex"),
    commitment: commitmentOf(salt, content).toString("hex"),
  };
}

const writtenPurpose = ({ purpose, dossierCode }: { purpose: Purpose; dossierCode: string | null }): string =>
  (purpose === "handle-dossier" || purpose === "search-person") && dossierCode
    ? `${PURPOSES[purpose].vi} ${dossierCode}`
    : PURPOSES[purpose].vi;

/** What a sealed reading commits to: all of it, as it will be disclosed. */
export type Committed = {
  readonly id: string;
  /** ISO 8601, milliseconds, UTC. */
  readonly at: string;
  readonly actor_name: string;
  readonly actor_unit: string | null;
  readonly subject_number: string | null;
  readonly dossier_code: string | null;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly detail: string | null;
};

/**
 * SHA-256 over the salt and the canonical JSON of the reading. The person holds it from the first day; at the disclosure
 * they compare. Without the salt nobody can try out who it was.
 */
export function commitmentOf(salt: Uint8Array, look: Committed): Buffer {
  const { id, at, actor_name, actor_unit, subject_number, dossier_code, purpose, fields, detail } = look;
  const content = { id, at, actor_name, actor_unit, subject_number, dossier_code, purpose, fields, detail };
  return sha256(Buffer.concat([salt, Buffer.from(canonicalJson(content), "utf8")]));
}

/** A look as the person whose data were read may see it. */
export type LookTaken = {
  readonly officeProvince: string;
  readonly id: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly agencyCode: string | null;
  readonly dossierCode: string | null;
  /** A key of the closed list; null in entries of former days, whose words are all there is. */
  readonly purposeKey: string | null;
  readonly purpose: string;
  readonly groundSource: string | null;
  readonly groundArticle: string | null;
  readonly fields: readonly string[];
  readonly detail: string | null;
  /** Of a reading that was sealed and is disclosed: what proves that it is the one that was counted. */
  readonly proof: { readonly salt: string; readonly commitment: string } | null;
};

export type LookFilter = {
  /** What is sealed now is left out. */
  readonly now: Instant;
  /** From this moment on, and before that one; null for open. */
  readonly from: Instant | null;
  readonly before: Instant | null;
  /** Readings of one office only. */
  readonly unit: string | null;
  /** Leaves out what the person read of themselves through a portal or took away. */
  readonly byOthers?: boolean;
};

/** Who looked at a person's data, the latest first; sealed readings are left out until they are disclosed. */
export const listAccess = (
  sql: Sql,
  subjectNumber: string,
  filter: LookFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly LookTaken[]> => rows.looksAt(sql, subjectNumber, filter, page.limit, page.offset);

/** One disclosed look at a person's data; null where there is none of theirs under that id, or it is sealed. */
export const findLook = (
  sql: Sql,
  subjectNumber: string,
  now: Instant,
  officeProvince: string,
  id: string,
): Promise<LookTaken | null> => rows.findLook(sql, subjectNumber, now, officeProvince, id);

/** How many looks a person would be shown. */
export const countAccess = (sql: Sql, subjectNumber: string, filter: LookFilter): Promise<number> =>
  rows.countLooks(sql, subjectNumber, filter);

/** The offices that looked at a person's data openly. */
export const lookingUnits = (
  sql: Sql,
  subjectNumber: string,
  now: Instant,
): Promise<readonly { readonly id: string; readonly name: string }[]> => rows.unitsThatLooked(sql, subjectNumber, now);

/** Readings still sealed: of a month only their number and what they commit to. */
export type SealedMonth = { readonly month: string; readonly commitments: readonly string[] };
export const sealedLooks = (sql: Sql, subjectNumber: string, now: Instant): Promise<readonly SealedMonth[]> =>
  rows.sealedMonths(sql, subjectNumber, now);

/** Since when every reading is logged: as long as this house has stood. */
export const logBegins = (sql: Sql): Promise<Instant> => rows.logBegins(sql);

/** A sealed reading as its own office keeps it; whose data were read is not told. */
export type SealedLook = {
  readonly id: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly dossierCode: string | null;
  readonly order: string;
  readonly sealedUntil: Instant;
};
export const sealedOfUnit = (
  sql: Sql,
  officeProvince: string,
  unit: string,
  now: Instant,
): Promise<readonly SealedLook[]> => rows.sealedOfUnit(sql, officeProvince, unit, now);

/** Discloses a sealed reading of a unit before its time; false where there is none, or it is disclosed already. */
export const discloseLook = (
  tx: Tx,
  at: Instant,
  look: { readonly officeProvince: string; readonly id: string; readonly unit: string },
  by: Actor,
  reason: string,
): Promise<boolean> => rows.insertDisclosure(tx, at, look, by, reason);
