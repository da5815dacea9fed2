import { isOfficeRole } from "../../engine/permission/index.ts";
import type { IdentityProvider } from "../../gateways/identity/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { gather } from "../../platform/database/gather.ts";
import { sha256 } from "../../platform/ids.ts";
import type { ColumnSealer } from "../../platform/sealed-columns.ts";
import { isSecret } from "./cookies.ts";
import * as rows from "./rows.ts";
import type { Organisation, Place, Post, Session, Ward } from "./session.ts";
import type { AccessSettings } from "./settings.ts";
import { wardsOn } from "./wards.ts";

/** Where the identity token of a session lies. */
export const idTokenAt = (tokenHash: Buffer) => ({ column: "sessions.id_token", row: tokenHash.toString("hex") });

export const hashOf = (session: Session): Buffer => Buffer.from(session.id, "hex");

/** A session on a shared device is short: nearly every use of it is written down. */
const SHARED_STEP_MS = 15_000;

/** Finding, prolonging and ending sessions. */
export function createSessions(deps: {
  db: Database;
  clock: Clock;
  identity: IdentityProvider;
  sealer: ColumnSealer;
  settings: AccessSettings;
}) {
  const { db, clock, settings } = deps;
  const stepMs = settings.stepMinutes * 60_000;
  const slideMs = (place: Place): number =>
    (place === "own" ? settings.idleMinutes : settings.sharedIdleMinutes) * 60_000;

  /** Read anew for each request, but together with those of other requests: who was signed out is out at once. */
  const findRow = gather(async (hashes: readonly Buffer[]) => {
    const now = clock.now();
    const found = await rows.findSessions(db, hashes, now, dayOfInstant(now));
    const byHash = new Map(found.map((row) => [row.token_hash.toString("hex"), row]));
    return hashes.map((hash) => byHash.get(hash.toString("hex")) ?? null);
  });

  /** Asked at each request: a child grows up, a paper ends. */
  const wardOf = async (row: rows.SessionRow): Promise<Ward | null> => {
    if (!row.acting_for_person || !row.person_number) return null;
    const wards = await wardsOn(db, row.person_number, dayOfInstant(clock.now()));
    return wards.find(({ number }) => number === row.acting_for_person) ?? null;
  };

  return {
    /** The running session of a token; null when it is unknown, has ended, or its post or representation has. */
    async findSession(token: string | null): Promise<Session | null> {
      if (!token || !isSecret(token)) return null;
      const hash = sha256(token);
      const row = await findRow(hash);
      if (!row) return null;
      const ward = await wardOf(row);
      // Falling back to the person would file in the wrong name: whoever may no longer act for them signs in anew.
      return row.acting_for_person && !ward ? null : sessionOf(row, hash.toString("hex"), ward);
    },

    /** Prolongs a session that is being used; writes once in `stepMinutes` however many requests come. */
    async keepAlive(session: Session): Promise<void> {
      const now = clock.now();
      const prolonged = Math.min(now + slideMs(session.place), session.endsAt);
      if (prolonged - session.expiresAt < (session.place === "own" ? stepMs : SHARED_STEP_MS)) return;
      await rows.extendSession(db, hashOf(session), now, prolonged);
    },

    /** Ends the session at once; answers where the provider ends its own, or null where there is no such place. */
    async signOut(token: string | null): Promise<string | null> {
      if (!token || !isSecret(token)) return null;
      const hash = sha256(token);
      const ended = await rows.endSession(db, hash, clock.now());
      if (!ended) return null;
      const idToken = ended.id_token === null ? null : deps.sealer.open(idTokenAt(hash), ended.id_token);
      return deps.identity.signOutUrl(ended.kind === "officer" ? "officer" : "citizen", idToken);
    },
  };
}

function sessionOf(row: rows.SessionRow, id: string, ward: Ward | null): Session | null {
  const post = row.post_id ? postOf(row as rows.PostRow) : null;
  if (row.kind === "officer" && !post) return null;
  // Falling back to the person would file in the wrong name: whoever no longer represents signs in anew.
  if (row.acting_for && !row.acting_for_name) return null;
  return {
    id,
    account: row.account_id,
    kind: row.kind,
    name: row.display_name,
    number: row.person_number,
    assurance: row.assurance,
    organisation: organisationOf(row),
    ward,
    place: row.place,
    helper: row.helper,
    authenticatedAt: row.authenticated_at,
    secondFactorAt: row.second_factor_at,
    post,
    csrfSecret: row.csrf_secret,
    expiresAt: row.expires_at,
    endsAt: row.ends_at,
  };
}

function organisationOf(row: rows.SessionRow): Organisation | null {
  if (row.acting_for && row.acting_for_name) return { code: row.acting_for, name: row.acting_for_name };
  if (!row.organisation_code) return null;
  return { code: row.organisation_code, name: row.organisation_name ?? row.display_name };
}

export const postOf = (row: rows.PostRow): Post => ({
  id: row.post_id,
  title: row.post_title,
  // A role this edition of the program does not know gives no right.
  roles: row.roles.filter(isOfficeRole),
  delegation:
    row.delegated_by !== null && row.delegated_until !== null
      ? { by: row.delegated_by, until: row.delegated_until }
      : null,
  unit: {
    id: row.unit_id,
    agencyCode: row.agency_code,
    name: row.unit_name,
    shortName: row.short_name,
    level: row.level,
    provinceCode: row.province_code,
    communeCode: row.commune_code,
  },
});
