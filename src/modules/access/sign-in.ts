import {
  type Completed,
  type IdentityProvider,
  isFresh,
  type ProvenIdentity,
  type Realm,
} from "../../gateways/identity/index.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Language } from "../../kernel/text.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId, newSecret, sha256 } from "../../platform/ids.ts";
import type { ColumnSealer } from "../../platform/sealed-columns.ts";
import { insertConfirmation } from "./confirm-rows.ts";
import { isSecret } from "./cookies.ts";
import type { LogoutFailure, SignInFailure } from "./failures.ts";
import { localPath } from "./local-path.ts";
import { isDisabled } from "./own-sessions-rows.ts";
import * as rows from "./rows.ts";
import type { Helper, Place, Session } from "./session.ts";
import { idTokenAt } from "./sessions.ts";
import type { AccessSettings } from "./settings.ts";
import * as ways from "./sign-in-rows.ts";

const HOME: Record<Realm, string> = { citizen: "/", officer: "/office" };

/** What a sign-in is for, where it is more than coming in. */
export type SignInPurpose = {
  /** A step-up: the level that must be reached. */
  readonly assurance?: number;
  /** The person must prove themselves now. */
  readonly fresh?: boolean;
  /** Who alone may come back. */
  readonly account?: string;
  /** The digest of the acts it confirms. */
  readonly confirms?: Buffer;
  readonly place?: Place;
  readonly helper?: Helper;
};

/** What comes with an admission besides who it is. */
type Admission = {
  readonly idToken: string | null;
  readonly providerSession?: string | null;
  readonly authenticatedAt?: Instant | null;
  readonly begun?: ways.SignInUnderWay;
  readonly device?: string | null;
};

/** The way out to the provider and back. */
export function createSignIn(deps: {
  db: Database;
  clock: Clock;
  identity: IdentityProvider;
  sealer: ColumnSealer;
  settings: AccessSettings;
}) {
  const { db, clock, identity, sealer, settings } = deps;

  /** How long a session lasts unused, and at most, in minutes. */
  const lengthOf = (kind: ProvenIdentity["kind"], place: Place): { idle: number; most: number } => {
    if (place !== "own") return { idle: settings.sharedIdleMinutes, most: settings.sharedMinutes };
    const hours = kind === "officer" ? settings.officerHours : settings.citizenHours;
    return { idle: settings.idleMinutes, most: hours * 60 };
  };

  /** Opens a session for somebody whose identity is proven. */
  const open = (
    proven: ProvenIdentity,
    with_: Admission,
  ): Promise<Result<string, { readonly tag: "no-post" | "other-account" | "helper-is-filer" | "account-disabled" }>> =>
    db.inTransaction(async (tx) => {
      const now = clock.now();
      const { begun } = with_;
      const account = await rows.upsertAccount(tx, accountOf(proven));
      if (await isDisabled(tx, account)) return fail({ tag: "account-disabled" });
      if (begun?.for_account && begun.for_account !== account) return fail({ tag: "other-account" });
      const helper = begun?.helper ?? null;
      if (helper && (helper.account === account || (helper.number !== null && helper.number === proven.personNumber))) {
        return fail({ tag: "helper-is-filer" });
      }
      const post = proven.kind === "officer" ? await firstPost(tx, account, now) : null;
      if (proven.kind === "officer" && !post) return fail({ tag: "no-post" });
      const token = newSecret();
      const tokenHash = sha256(token);
      const place = begun?.place ?? "own";
      const { idle, most } = lengthOf(proven.kind, place);
      const endsAt = now + most * 60_000;
      await rows.insertSession(tx, {
        tokenHash,
        account,
        post,
        assurance: proven.assurance,
        csrfSecret: newSecret(),
        idToken: with_.idToken === null ? null : sealer.seal(idTokenAt(tokenHash), with_.idToken),
        providerSession: with_.providerSession ?? null,
        authenticatedAt: with_.authenticatedAt ?? null,
        place,
        helper,
        device: with_.device ?? null,
        at: now,
        expiresAt: Math.min(now + idle * 60_000, endsAt),
        endsAt,
      });
      if (begun?.confirms) await insertConfirmation(tx, tokenHash, begun.confirms, now);
      return ok(token);
    });

  /** Refuses a way back that does not hold what the way out asked for. */
  const checked = (begun: ways.SignInUnderWay, done: Completed): Result<Completed, SignInFailure> => {
    const needs = begun.least_assurance;
    const has = done.identity.assurance;
    if (needs !== null && has < needs) return fail({ tag: "assurance-too-low", has, needs });
    if (begun.fresh && !isFresh(done)) return fail({ tag: "untrusted-answer", detail: "not proven anew" });
    return ok(done);
  };

  return {
    /** Opens a session for somebody whom the house itself vouches for; null for an officer without a post. */
    async admit(proven: ProvenIdentity, idToken: string | null): Promise<string | null> {
      const opened = await open(proven, { idToken });
      return opened.ok ? opened.value : null;
    },

    /**
     * Where to send somebody who wants to sign in. `browser` is the value of the sign-in cookie: set the one returned,
     * pass the one received, so that several tabs may be under way at once.
     * @param asked.returnTo where to go afterwards; anything but a path of this site becomes the realm's first page.
     */
    async beginSignIn(asked: {
      realm: Realm;
      returnTo: string | null;
      language: Language;
      browser: string | null;
      purpose?: SignInPurpose;
    }): Promise<Result<{ readonly url: string; readonly browser: string }, SignInFailure>> {
      const purpose = asked.purpose ?? {};
      // Whoever signs in at a shared device does so themselves, whomever the provider remembers from before.
      const fresh = purpose.fresh === true || (purpose.place ?? "own") !== "own";
      const begun = await identity.begin(asked.realm, {
        language: asked.language,
        fresh,
        ...(purpose.assurance === undefined ? {} : { assurance: purpose.assurance }),
      });
      if (!begun.ok) return begun;
      const browser = asked.browser && isSecret(asked.browser) ? asked.browser : newSecret();
      const { state, nonce, codeVerifier } = begun.value.pending;
      await ways.insertSignIn(
        db,
        {
          state,
          nonce,
          code_verifier: codeVerifier,
          realm: asked.realm,
          return_to: localPath(asked.returnTo) ?? HOME[asked.realm],
          least_assurance: purpose.assurance ?? null,
          fresh,
          for_account: purpose.account ?? null,
          confirms: purpose.confirms ?? null,
          place: purpose.place ?? "own",
          helper: purpose.helper ?? null,
        },
        sha256(browser),
        clock.now(),
      );
      return ok({ url: begun.value.url, browser });
    },

    /**
     * Reads the way back and opens a session. Each way out is good for one way back, from the same browser, in time.
     * @param back.replaces the token of a session this browser still has: it ends, unless nobody is let in.
     */
    async completeSignIn(back: {
      callback: URLSearchParams;
      browser: string | null;
      replaces?: string | null;
      /** What the browser calls itself, in few words. */
      device?: string | null;
    }): Promise<Result<{ readonly token: string; readonly returnTo: string; readonly place: Place }, SignInFailure>> {
      const state = back.callback.get("state");
      if (!state || !back.browser || !isSecret(back.browser)) return fail({ tag: "unknown-sign-in" });
      const notBefore = clock.now() - settings.signInMinutes * 60_000;
      const begun = await ways.takeSignIn(db, state, sha256(back.browser), notBefore);
      if (!begun) return fail({ tag: "unknown-sign-in" });
      const pending = { state: begun.state, nonce: begun.nonce, codeVerifier: begun.code_verifier };
      const answered = await identity.complete(begun.realm, back.callback, pending);
      const done = answered.ok ? checked(begun, answered.value) : answered;
      if (!done.ok) return done;
      const { identity: proven, idToken, providerSession, provenSecondsAgo } = done.value;
      const authenticatedAt = provenSecondsAgo === null ? null : clock.now() - provenSecondsAgo * 1000;
      const opened = await open(proven, {
        idToken,
        providerSession,
        authenticatedAt,
        begun,
        device: back.device ?? null,
      });
      if (!opened.ok) {
        const { tag } = opened.failure;
        return tag === "no-post"
          ? fail({ tag, signOutUrl: await identity.signOutUrl(begun.realm, idToken) })
          : fail({ tag });
      }
      if (back.replaces && isSecret(back.replaces)) await rows.endSession(db, sha256(back.replaces), clock.now());
      return ok({ token: opened.value, returnTo: begun.return_to, place: begun.place });
    },

    /** Obeys a provider's order to end sessions (back-channel logout), once; answers how many ended. */
    async endByProvider(logoutToken: string): Promise<Result<number, LogoutFailure>> {
      const read = await identity.readLogout(logoutToken);
      if (!read.ok) return read;
      return db.inTransaction(async (tx) => {
        if (!(await ways.insertLogoutOrder(tx, read.value))) return fail({ tag: "replayed" as const });
        return ok(await ways.endProviderSessions(tx, read.value, clock.now()));
      });
    },

    /** The helper that an assisted sign-in names: whoever is signed in now. */
    helperFrom: (session: Session): Helper => ({
      account: session.account,
      name: session.name,
      number: session.number,
      unit: session.post ? { id: session.post.unit.id, name: session.post.unit.name, post: session.post.id } : null,
    }),
  };
}

const firstPost = async (tx: Tx, account: string, now: number): Promise<string | null> =>
  (await rows.postsOfAccount(tx, account, dayOfInstant(now)))[0]?.post_id ?? null;

const accountOf = (proven: ProvenIdentity): rows.AccountRow => ({
  id: newId(),
  issuer: proven.issuer,
  subject: proven.subject,
  kind: proven.kind,
  name: proven.name,
  number: proven.personNumber,
  organisationCode: proven.kind === "organisation" ? proven.organisation.code : null,
  organisationName: proven.kind === "organisation" ? proven.organisation.name : null,
  assurance: proven.assurance,
  phone: proven.kind === "officer" ? null : proven.phone,
  email: proven.kind === "officer" ? null : proven.email,
});
