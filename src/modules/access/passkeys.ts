import { randomBytes } from "node:crypto";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { tidy } from "../../kernel/vietnamese.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/ids.ts";
import { takeConfirmation } from "./confirm-rows.ts";
import { hashOfCode, makeCode } from "./enrolment-codes.ts";
import * as rows from "./passkeys-rows.ts";
import type { Post, Session } from "./session.ts";
import { hashOf } from "./sessions.ts";
import type { AccessSettings } from "./settings.ts";
import { enrolmentOptions, type KnownKey, readEnrolment, readUse, type Site, useOptions } from "./webauthn.ts";

/** A key as its owner and their lead see it. */
export type Passkey = {
  readonly id: string;
  readonly label: string;
  readonly synced: boolean;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revoked: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
};
/** What an officer must show before another key is added. */
export type EnrolmentProof = "passkey" | "code" | "sign-in";
export type PasskeyFailure =
  | { readonly tag: "locked"; readonly until: Instant }
  | { readonly tag: "wrong" }
  | { readonly tag: "proof-missing"; readonly proof: EnrolmentProof }
  | { readonly tag: "wrong-code" }
  | { readonly tag: "label-missing" }
  | { readonly tag: "too-many" };
/** Why an act is not confirmed: which ways are open, or why the one tried did not hold. */
export type ConfirmFailure =
  | { readonly tag: "needed"; readonly ways: readonly ("passkey" | "sign-in")[] }
  | { readonly tag: "wrong"; readonly ways: readonly ("passkey" | "sign-in")[] }
  | { readonly tag: "locked"; readonly until: Instant };
export type SupervisionFailure = { readonly tag: "not-yours" | "own-key" | "reason-missing" };
type Officer = Session & { readonly post: Post };

const WRONG_MOST = 5;
const LOCK_MS = 15 * 60_000;
const KEYS_MOST = 10;
const LABEL_MAX = 60;

/** What a confirmation stands for: this officer, these acts on these dossiers, with this content. */
export const digestOfActs = (
  session: Session,
  acts: readonly { readonly dossier: string; readonly act: string; readonly content: Json }[],
): Buffer => sha256(canonicalJson({ motcua: "acts to confirm", officer: session.account, acts: acts as Json }));

/** Passkeys of officers: a second factor at the door, and the confirmation of what is signed. */
export function createPasskeys(deps: { db: Database; clock: Clock; settings: AccessSettings; site: Site }) {
  const { db, clock, settings, site } = deps;
  const windowMs = settings.confirmMinutes * 60_000;
  const isRecent = (at: Instant | null): boolean => at !== null && at > clock.now() - windowMs;

  const keysOf = async (session: Session): Promise<{ all: rows.PasskeyRow[]; good: readonly KnownKey[] }> => {
    const all = await rows.passkeysOf(db, session.account);
    return { all, good: all.filter((row) => row.revoked_at === null).map(knownOf) };
  };

  const proofFor = (keys: { all: readonly unknown[]; good: readonly unknown[] }): EnrolmentProof => {
    if (keys.good.length > 0) return "passkey";
    return settings.secondFactor === "required" || keys.all.length > 0 ? "code" : "sign-in";
  };

  /** Judges an answer to a challenge of this session; wrong ones are counted, too many lock. */
  const judge = async (
    session: Session,
    purpose: "second-factor" | "confirm",
    answer: string,
    good: readonly KnownKey[],
    challengeFor: (held: { challenge: string; digest: Buffer | null }) => string,
  ): Promise<Result<true, { tag: "wrong" } | { tag: "locked"; until: Instant }>> => {
    const now = clock.now();
    const until = await rows.lockedUntil(db, session.account, now);
    if (until !== null) return fail({ tag: "locked", until });
    const held = await rows.takeChallenge(db, hashOf(session), purpose, now - windowMs);
    const used = held ? await readUse(site, challengeFor(held), good, answer) : null;
    if (!used) {
      await rows.countWrongTry(db, session.account, WRONG_MOST, now + LOCK_MS);
      return fail({ tag: "wrong" });
    }
    await db.inTransaction(async (tx) => {
      await rows.notePasskeyUse(tx, { account: session.account, ...used }, now);
      await rows.forgetWrongTries(tx, session.account);
      await rows.setSecondFactor(tx, hashOf(session), now);
    });
    return ok(true);
  };

  return {
    /** What stands between an officer and their work: nothing, using a key, or adding a first one. */
    async secondFactorNeed(session: Session): Promise<"none" | "use" | "enrol"> {
      if (settings.secondFactor !== "required" || session.secondFactorAt !== null) return "none";
      return (await keysOf(session)).good.length > 0 ? "use" : "enrol";
    },

    /** An officer's own keys, the revoked ones too, and what another one needs. */
    async myPasskeys(session: Session): Promise<{ readonly keys: readonly Passkey[]; readonly proof: EnrolmentProof }> {
      const keys = await keysOf(session);
      return { keys: keys.all.map(passkeyOf), proof: proofFor(keys) };
    },

    /** Asks the browser for a new key; the answer belongs to `enrol`. */
    async askForKey(session: Session): Promise<string> {
      const challenge = randomBytes(32);
      const at = clock.now();
      await rows.putChallenge(db, {
        session: hashOf(session),
        purpose: "enrol",
        challenge: challenge.toString("base64url"),
        digest: null,
        at,
      });
      const { good } = await keysOf(session);
      return enrolmentOptions(site, { account: session.account, name: session.name, challenge, known: good });
    },

    /**
     * Adds a key. With a key already there: one of them was used a moment ago. Without: a code of a second person, or,
     * where keys are only offered and there never was one, a sign-in of a moment ago.
     */
    async enrol(
      session: Session,
      given: { readonly answer: string; readonly label: string; readonly code: string },
    ): Promise<Result<true, PasskeyFailure>> {
      const now = clock.now();
      const until = await rows.lockedUntil(db, session.account, now);
      if (until !== null) return fail({ tag: "locked", until });
      const keys = await keysOf(session);
      const proof = proofFor(keys);
      if (proof === "passkey" && !isRecent(session.secondFactorAt)) return fail({ tag: "proof-missing", proof });
      if (proof === "sign-in" && !isRecent(session.authenticatedAt)) return fail({ tag: "proof-missing", proof });
      const label = tidy(given.label).slice(0, LABEL_MAX);
      if (label === "") return fail({ tag: "label-missing" });
      if (keys.good.length >= KEYS_MOST) return fail({ tag: "too-many" });
      const held = await rows.takeChallenge(db, hashOf(session), "enrol", now - windowMs);
      const key = held ? await readEnrolment(site, held.challenge, given.answer) : null;
      if (!key) return fail({ tag: "wrong" });
      const added = await db.inTransaction(async (tx) => {
        if (proof === "code" && !(await rows.useEnrolmentCode(tx, session.account, hashOfCode(given.code), now))) {
          return "wrong-code" as const;
        }
        const made = await rows.insertPasskey(tx, {
          account_id: session.account,
          credential_id: key.id,
          public_key: Buffer.from(key.publicKey),
          counter: key.counter,
          transports: [...key.transports],
          label,
          synced: key.synced,
          created_at: now,
          enrolled_after: proof,
        });
        if (!made) return "wrong" as const;
        await rows.setSecondFactor(tx, hashOf(session), now);
        return "added" as const;
      });
      if (added === "added") return ok(true);
      await rows.countWrongTry(db, session.account, WRONG_MOST, now + LOCK_MS);
      return fail({ tag: added });
    },

    /** Asks the browser for a signature that proves the officer; the answer belongs to `useKey`. Null without a key. */
    async askForUse(session: Session): Promise<string | null> {
      const { good } = await keysOf(session);
      if (good.length === 0) return null;
      const challenge = randomBytes(32);
      await rows.putChallenge(db, {
        session: hashOf(session),
        purpose: "second-factor",
        challenge: challenge.toString("base64url"),
        digest: null,
        at: clock.now(),
      });
      return useOptions(site, challenge, good);
    },

    async useKey(
      session: Session,
      answer: string,
    ): Promise<Result<true, { readonly tag: "wrong" } | { readonly tag: "locked"; readonly until: Instant }>> {
      return judge(session, "second-factor", answer, (await keysOf(session)).good, ({ challenge }) => challenge);
    },

    /** Asks the browser for a signature over these very acts; the answer belongs to `confirm`. Null without a key. */
    async askForConfirmation(session: Session, digest: Buffer): Promise<string | null> {
      const { good } = await keysOf(session);
      if (good.length === 0) return null;
      const nonce = randomBytes(32).toString("base64url");
      await rows.putChallenge(db, {
        session: hashOf(session),
        purpose: "confirm",
        challenge: nonce,
        digest,
        at: clock.now(),
      });
      return useOptions(site, boundChallenge(nonce, digest), good);
    },

    /**
     * Whether these acts are confirmed, and how: by a key over their digest, or by a sign-in made for them. An officer
     * without a key confirms by having signed in a moment ago. Each confirmation is good for one try.
     * @param answer of a key, as posted; null where none was.
     */
    async confirm(
      session: Session,
      digest: Buffer,
      answer: string | null,
    ): Promise<Result<"passkey" | "sign-in", ConfirmFailure>> {
      const { good } = await keysOf(session);
      const bySignIn = settings.secondFactor === "offered";
      const ways =
        good.length === 0
          ? (["sign-in"] as const)
          : bySignIn
            ? (["passkey", "sign-in"] as const)
            : (["passkey"] as const);
      if (good.length > 0 && answer !== null) {
        const bound = ({ challenge }: { challenge: string }) => boundChallenge(challenge, digest).toString("base64url");
        const judged = await judge(session, "confirm", answer, good, bound);
        if (judged.ok) return ok("passkey");
        return judged.failure.tag === "locked" ? fail(judged.failure) : fail({ tag: "wrong", ways });
      }
      const maySignIn = (ways as readonly string[]).includes("sign-in");
      if (maySignIn && (await takeConfirmation(db, hashOf(session), digest, clock.now() - windowMs)))
        return ok("sign-in");
      if (good.length === 0 && isRecent(session.authenticatedAt)) return ok("sign-in");
      return fail({ tag: "needed", ways });
    },

    /** The officers of a lead's unit with their good keys; null for whoever leads none. */
    async keysInUnit(officer: Officer): Promise<readonly UnitKeys[] | null> {
      if (!leads(officer)) return null;
      const found = await rows.keysInUnit(db, officer.post.unit.id, dayOfInstant(clock.now()));
      return [...Map.groupBy(found, ({ account }) => account)].map(([account, of]) => ({
        account,
        name: of[0]?.name ?? "",
        keys: of.flatMap((row) =>
          row.credential_id && row.created_at !== null
            ? [
                {
                  id: row.credential_id,
                  label: row.label ?? "",
                  createdAt: row.created_at,
                  lastUsedAt: row.last_used_at,
                },
              ]
            : [],
        ),
      }));
    },

    /** Revokes a key of a colleague at once; the sessions it opened must show another. Nobody revokes their own. */
    async revokeKey(
      officer: Officer,
      of: { readonly account: string; readonly id: string; readonly reason: string },
    ): Promise<Result<true, SupervisionFailure>> {
      const allowed = await supervises(officer, of.account);
      if (!allowed.ok) return allowed;
      const reason = tidy(of.reason).slice(0, 500);
      if (reason === "") return fail({ tag: "reason-missing" });
      const gone = await db.inTransaction(async (tx) => {
        const done = await rows.revokePasskey(tx, of, officer, reason, clock.now());
        if (done) await rows.dropSecondFactorOf(tx, of.account);
        return done;
      });
      return gone ? ok(true) : fail({ tag: "not-yours" });
    },

    /** A one-time code with which a colleague without a key adds one; shown once, good for a day. */
    async issueCode(officer: Officer, account: string): Promise<Result<string, SupervisionFailure>> {
      const allowed = await supervises(officer, account);
      return allowed.ok ? ok(await makeCode(db, account, officer, clock.now())) : allowed;
    },
  };

  async function supervises(officer: Officer, account: string): Promise<Result<true, SupervisionFailure>> {
    if (account === officer.account) return fail({ tag: "own-key" });
    if (!leads(officer)) return fail({ tag: "not-yours" });
    const unit = await rows.keysInUnit(db, officer.post.unit.id, dayOfInstant(clock.now()));
    return unit.some((row) => row.account === account) ? ok(true) : fail({ tag: "not-yours" });
  }
}

export type UnitKeys = {
  readonly account: string;
  readonly name: string;
  readonly keys: readonly Pick<Passkey, "id" | "label" | "createdAt" | "lastUsedAt">[];
};

/** Until there is an administrator's role, the unit's lead looks after its officers' keys. */
const leads = (officer: Officer): boolean => officer.post.roles.includes("unitLead");

/** Bound to the acts: a signature for one digest is worth nothing for another. */
const boundChallenge = (nonce: string, digest: Buffer): Buffer =>
  sha256(Buffer.concat([Buffer.from(nonce, "base64url"), digest]));

const knownOf = (row: rows.PasskeyRow): KnownKey => ({
  id: row.credential_id,
  publicKey: new Uint8Array(row.public_key),
  counter: row.counter,
  transports: row.transports,
});

const passkeyOf = (row: rows.PasskeyRow): Passkey => ({
  id: row.credential_id,
  label: row.label,
  synced: row.synced,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revoked:
    row.revoked_at === null
      ? null
      : { at: row.revoked_at, by: row.revoked_by_name ?? "", reason: row.revoke_reason ?? "" },
});
