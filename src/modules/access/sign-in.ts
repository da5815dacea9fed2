import type { IdentityProvider, ProvenIdentity, Realm } from "../../gateways/identity/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Language } from "../../kernel/text.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId, newSecret, sha256 } from "../../platform/ids.ts";
import { isSecret } from "./cookies.ts";
import type { SignInFailure } from "./failures.ts";
import { localPath } from "./local-path.ts";
import * as rows from "./rows.ts";
import type { AccessSettings } from "./settings.ts";

const HOME: Record<Realm, string> = { citizen: "/", officer: "/office" };

/** The way out to the provider and back. */
export function createSignIn(deps: {
  db: Database;
  clock: Clock;
  identity: IdentityProvider;
  settings: AccessSettings;
}) {
  const { db, clock, identity, settings } = deps;

  /** Opens a session for somebody whose identity is proven. */
  const admit = (proven: ProvenIdentity, idToken: string | null): Promise<string | null> =>
    db.inTransaction(async (tx) => {
      const now = clock.now();
      const account = await rows.upsertAccount(tx, accountOf(proven));
      const post = proven.kind === "officer" ? await firstPost(tx, account, now) : null;
      if (proven.kind === "officer" && !post) return null;
      const token = newSecret();
      const hours = proven.kind === "officer" ? settings.officerHours : settings.citizenHours;
      const endsAt = now + hours * 3_600_000;
      const expiresAt = Math.min(now + settings.idleMinutes * 60_000, endsAt);
      const [assurance, csrfSecret] = [proven.assurance, newSecret()];
      const tokenHash = sha256(token);
      await rows.insertSession(tx, {
        tokenHash,
        account,
        post,
        assurance,
        csrfSecret,
        idToken,
        at: now,
        expiresAt,
        endsAt,
      });
      return token;
    });

  return {
    admit,

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
    }): Promise<Result<{ readonly url: string; readonly browser: string }, SignInFailure>> {
      const begun = await identity.begin(asked.realm, asked.language);
      if (!begun.ok) return begun;
      const browser = asked.browser && isSecret(asked.browser) ? asked.browser : newSecret();
      const { state, nonce, codeVerifier } = begun.value.pending;
      const returnTo = localPath(asked.returnTo) ?? HOME[asked.realm];
      await rows.insertSignIn(
        db,
        { state, nonce, code_verifier: codeVerifier, realm: asked.realm, return_to: returnTo },
        sha256(browser),
        clock.now(),
      );
      return ok({ url: begun.value.url, browser });
    },

    /**
     * Reads the way back and opens a session. Each way out is good for one way back, from the same browser, in time.
     * @param back.replaces the token of a session this browser still has: it ends.
     */
    async completeSignIn(back: {
      callback: URLSearchParams;
      browser: string | null;
      replaces?: string | null;
    }): Promise<Result<{ readonly token: string; readonly returnTo: string }, SignInFailure>> {
      const state = back.callback.get("state");
      if (!state || !back.browser || !isSecret(back.browser)) return fail({ tag: "unknown-sign-in" });
      const notBefore = clock.now() - settings.signInMinutes * 60_000;
      const begun = await rows.takeSignIn(db, state, sha256(back.browser), notBefore);
      if (!begun) return fail({ tag: "unknown-sign-in" });
      const pending = { state: begun.state, nonce: begun.nonce, codeVerifier: begun.code_verifier };
      const proven = await identity.complete(begun.realm, back.callback, pending);
      if (!proven.ok) return proven;
      const token = await admit(proven.value.identity, proven.value.idToken);
      if (!token) {
        return fail({ tag: "no-post", signOutUrl: await identity.signOutUrl(begun.realm, proven.value.idToken) });
      }
      if (back.replaces && isSecret(back.replaces)) await rows.endSession(db, sha256(back.replaces), clock.now());
      return ok({ token, returnTo: begun.return_to });
    },
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
