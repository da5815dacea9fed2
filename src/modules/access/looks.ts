import type { Actor } from "../../engine/state/acts.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { announceEntries } from "../transparency/index.ts";
import { lookDigest } from "./look-entries.ts";
import * as rows from "./looks-rows.ts";

/** One reading of a person's data by somebody else. */
export type Look = {
  /** Two digits: the province of the office that looks; the log lies where its dossiers lie. */
  readonly officeProvince: string;
  readonly actor: Actor;
  /** Whose data; null where a list or a dossier without a known person was read. */
  readonly subjectNumber: string | null;
  readonly dossierCode: string | null;
  /** Why, in words the person will understand when they read their own log. */
  readonly purpose: string;
  /** Which data, by name, never their values. */
  readonly fields: readonly string[];
};

/** Acts of the house itself carry no account. */
const SYSTEM_ACCOUNT = "00000000-0000-0000-0000-000000000000";

/**
 * Writes looks into the log, in the transaction of the reading: no log, no data. Several at once for lists. Each is
 * announced to the transparency log; who writes looks by another way has them reported as inserted by a stranger.
 * @param at the moment of the reading, from the caller's clock.
 */
export async function logAccess(tx: Tx, at: Instant, ...looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) return;
  const written = looks.map((look) => ({
    office_province: look.officeProvince,
    id: newId(),
    at: new Date(at).toISOString(),
    actor_account: look.actor.as === "system" ? SYSTEM_ACCOUNT : look.actor.account,
    actor_name: look.actor.name,
    actor_unit: look.actor.unit ?? null,
    subject_number: look.subjectNumber,
    dossier_code: look.dossierCode,
    purpose: look.purpose,
    fields: look.fields,
  }));
  await rows.insertLooks(tx, written);
  await announceEntries(
    tx,
    "access",
    written.map((row) => ({ officeProvince: row.office_province, id: row.id, digest: lookDigest(row) })),
  );
}

/** A look as the person whose data were read may see it. */
export type LookTaken = {
  readonly at: Instant;
  readonly actorName: string;
  readonly unitName: string | null;
  readonly dossierCode: string | null;
  readonly purpose: string;
  readonly fields: readonly string[];
};

const PAGE_SIZE = 50;

/** Who looked at a person's data, the latest first, fifty a page; `page` counts from 1. */
export async function listAccess(
  sql: Sql,
  subjectNumber: string,
  page: number,
): Promise<{ readonly looks: readonly LookTaken[]; readonly more: boolean }> {
  const offset = (Math.max(1, Math.trunc(page) || 1) - 1) * PAGE_SIZE;
  const found = await rows.looksAt(sql, subjectNumber, PAGE_SIZE + 1, offset);
  const looks = found.slice(0, PAGE_SIZE).map((row) => ({
    at: row.at,
    actorName: row.actor_name,
    unitName: row.unit_name,
    dossierCode: row.dossier_code,
    purpose: row.purpose,
    fields: row.fields,
  }));
  return { looks, more: found.length > PAGE_SIZE };
}
