import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { tidy } from "../../kernel/vietnamese.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newSecret, sha256 } from "../../platform/ids.ts";
import * as rows from "./api-tokens-rows.ts";
import type { Caller } from "./caller.ts";
import { isSecret } from "./cookies.ts";

/** A machine client as it stands behind a request. */
export type ApiAccount = Caller & { readonly tokenId: string; readonly label: string; readonly assurance: number };

/** A machine client's key as its owner sees it; the key itself is shown once, when it is made. */
export type ApiToken = {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
};

/** Marks our keys wherever they turn up, so that scanners of code and logs can find a leaked one. */
const PREFIX = "motcua_";
const LABEL_MAX = 100;
const DAYS_MAX = 730;
const DAY_MS = 86_400_000;

/** Keys with which other programs work for an account: trusted fronts, a hotel's own software. */
export function createApiTokens(deps: { db: Database; clock: Clock }) {
  const { db, clock } = deps;
  return {
    /**
     * Makes a key. Officers get none: they act from a post and in person.
     * @param wanted.days how long it is good for, 1 to 730.
     */
    async createApiToken(wanted: {
      account: string;
      label: string;
      days: number;
    }): Promise<
      Result<
        { readonly token: string; readonly id: string; readonly expiresAt: Instant },
        { readonly tag: ApiTokenFailure }
      >
    > {
      const label = tidy(wanted.label);
      if (label === "" || label.length > LABEL_MAX) return fail({ tag: "label-missing-or-long" });
      if (!Number.isInteger(wanted.days) || wanted.days < 1 || wanted.days > DAYS_MAX)
        return fail({ tag: "days-out-of-range" });
      const token = `${PREFIX}${newSecret()}`;
      const now = clock.now();
      const expiresAt = now + wanted.days * DAY_MS;
      const made = await rows.insertApiToken(db, {
        hash: sha256(token),
        account: wanted.account,
        label,
        at: now,
        expiresAt,
      });
      return made ? ok({ token, id: sha256(token).toString("hex"), expiresAt }) : fail({ tag: "not-for-this-account" });
    },

    /** Whose key this is; null when it is unknown, expired or revoked. */
    async findApiAccount(token: string | null): Promise<ApiAccount | null> {
      if (!token?.startsWith(PREFIX) || !isSecret(token.slice(PREFIX.length))) return null;
      const hash = sha256(token);
      const row = await rows.findApiAccount(db, hash, clock.now());
      if (!row) return null;
      const { organisation_code: code, display_name: name } = row;
      return {
        tokenId: hash.toString("hex"),
        label: row.label,
        account: row.account_id,
        kind: row.kind,
        name,
        number: row.person_number,
        organisation: code ? { code, name: row.organisation_name ?? name } : null,
        post: null,
        assurance: row.assurance,
      };
    },

    /** The keys of an account, the newest first, those that are over included. */
    async listApiTokens(account: string): Promise<readonly ApiToken[]> {
      return (await rows.apiTokensOf(db, account)).map((row) => ({
        id: row.token_hash.toString("hex"),
        label: row.label,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        revokedAt: row.revoked_at,
      }));
    },

    /** Ends a key of this account at once; false when it has no such key, or it was revoked before. */
    async revokeApiToken(account: string, id: string): Promise<boolean> {
      if (!/^[0-9a-f]{64}$/.test(id)) return false;
      return rows.revokeApiToken(db, account, Buffer.from(id, "hex"), clock.now());
    },
  };
}

export type ApiTokenFailure = "label-missing-or-long" | "days-out-of-range" | "not-for-this-account";
