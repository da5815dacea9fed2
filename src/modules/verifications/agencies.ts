import { createPublicKey, type KeyObject } from "node:crypto";
import { type ClaimField, claimFields } from "../../kernel/person-claim.ts";
import { dayOfInstant, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import {
  algorithmOf,
  algorithms,
  publicJwk,
  thumbprint,
  type VerifyingKey,
} from "../../platform/http-signatures/index.ts";
import * as rows from "./agencies-rows.ts";

/** Another agency that may ask whether data of a person agree. */
export type Agency = {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly organisationCode: string | null;
  /** Which fields were granted to it, besides the number. */
  readonly fields: readonly ClaimField[];
};
export type AgencyKey = VerifyingKey & { readonly agency: Agency };

const agencyOf = (row: rows.AgencyRow): Agency => ({
  code: row.code,
  name: row.name,
  provinceCode: row.provinceCode,
  organisationCode: row.organisationCode,
  fields: claimFields.filter((field) => row.fields.includes(field)),
});

/** Who may ask: by an access key of their organisation, or by messages signed with a key they registered. */
export function createAgencies({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const today = (): PlainDate => dayOfInstant(clock.now());
  return {
    async findByOrganisation(code: string): Promise<Agency | null> {
      const row = await rows.agencyOfOrganisation(db, code, today());
      return row ? agencyOf(row) : null;
    },

    async find(code: string): Promise<Agency | null> {
      const row = await rows.agencyNamed(db, code, today());
      return row ? agencyOf(row) : null;
    },

    /** The key of that name and whose it is; null where it is unknown or ended. */
    async findKey(id: string): Promise<AgencyKey | null> {
      const row = await rows.agencyKey(db, id, today());
      const algorithm = algorithms.find((known) => known === row?.algorithm);
      if (!row || !algorithm) return null;
      return { algorithm, key: createPublicKey({ key: { ...row.jwk }, format: "jwk" }), agency: agencyOf(row) };
    },

    /** False where a message with this nonce came before: it is a replay. */
    takeNonce: (key: string, nonce: string, staleAt: Instant): Promise<boolean> =>
      rows.takeNonce(db, key, nonce, staleAt),
  };
}
export type Agencies = ReturnType<typeof createAgencies>;

/** Lets an agency ask, from a day on; said again it changes what was granted. Needs the owner's connection. */
export const connectAgency = (tx: Tx, agency: Agency, from: PlainDate, until: PlainDate | null): Promise<void> =>
  rows.upsertAgency(tx, agency, from, until);

/** Registers a public key of an agency; answers the name under which its messages must say they were signed. Null for a kind we do not take. */
export async function addAgencyKey(tx: Tx, agency: string, key: KeyObject, at: Instant): Promise<string | null> {
  const algorithm = algorithmOf(key);
  if (!algorithm) return null;
  const jwk = publicJwk(key);
  const id = thumbprint(jwk);
  await rows.insertAgencyKey(tx, { id, agency, algorithm, jwk, at });
  return id;
}

export const endAgencyKeys = rows.revokeAgencyKeys;
