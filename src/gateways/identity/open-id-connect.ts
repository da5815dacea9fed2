import * as oidc from "openid-client";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Language } from "../../kernel/text.ts";
import { identityFromClaims } from "./claims.ts";
import { type IdentityFailure, identityFailureOf } from "./failures.ts";
import type { IdentityProvider, Pending, ProvenIdentity, Realm } from "./port.ts";

/** How we prove to the provider that we are we. */
export type ClientAuthentication =
  | { readonly method: "client_secret_basic"; readonly secret: string }
  | { readonly method: "private_key_jwt"; readonly key: CryptoKey; readonly keyId: string };

/** Our registration with one provider. */
export type RealmSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: ClientAuthentication;
  /** As registered with the provider, whatever proxies stand before us. */
  readonly callbackUrl: string;
  readonly afterSignOutUrl: string;
  /** Levels asked for, best first. */
  readonly acrValues?: string;
  /** Below this nobody is let in. */
  readonly leastAssurance?: number;
  readonly subjectClaim?: "sub" | "TechID";
  readonly signingAlgorithm?: "RS256" | "PS256" | "ES256" | "EdDSA";
};

export type OpenIdConnectOptions = {
  readonly realms: { readonly [R in Realm]: RealmSettings };
  readonly now: () => Instant;
  /** Seconds for each question to a provider. */
  readonly timeoutSeconds?: number;
  readonly fetch?: oidc.CustomFetch;
};

const METADATA_AGE_MAX_MS = 3_600_000;
/** After a refresh in vain the old description serves this long before the provider is asked again. */
const ASK_AGAIN_MS = 60_000;

/**
 * The real client (OpenID Connect Core 1.0, RFC 7636, RFC 9207, RP-Initiated Logout 1.0). The provider's description is
 * fetched when first needed and kept for an hour; while the provider is away the old one serves on. Keys are fetched
 * again by the library when a token names one it does not know.
 * @throws when a realm's addresses are neither https nor on this very machine.
 */
export function createOpenIdConnect(options: OpenIdConnectOptions): IdentityProvider {
  for (const settings of Object.values(options.realms)) {
    requireSafe(settings.issuer);
    requireSafe(settings.callbackUrl);
  }
  const known = { citizen: knownProvider("citizen", options), officer: knownProvider("officer", options) };

  return {
    async begin(realm, language) {
      const settings = options.realms[realm];
      return attempt(async () => {
        const configuration = await known[realm]();
        const pending = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          codeVerifier: oidc.randomPKCECodeVerifier(),
        };
        return ok({ url: await authorisationUrl(configuration, settings, pending, language), pending });
      });
    },

    async complete(realm, callback, pending) {
      const settings = options.realms[realm];
      return attempt(async () => redeem(await known[realm](), realm, settings, callback, pending));
    },

    async signOutUrl(realm, idToken) {
      const settings = options.realms[realm];
      const found = await attempt(async () => ok(await known[realm]()));
      if (!found.ok || !found.value.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(found.value, {
        post_logout_redirect_uri: settings.afterSignOutUrl,
        ...(idToken ? { id_token_hint: idToken } : {}),
      }).href;
    },
  };
}

async function authorisationUrl(
  configuration: oidc.Configuration,
  settings: RealmSettings,
  pending: Pending,
  language: Language,
): Promise<string> {
  return oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: settings.callbackUrl,
    scope: "openid",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: "S256",
    acr_values: settings.acrValues ?? "LoA2 LoA1",
    ui_locales: language === "vi" ? "vi en" : "en vi",
  }).href;
}

async function redeem(
  configuration: oidc.Configuration,
  realm: Realm,
  settings: RealmSettings,
  callback: URLSearchParams,
  pending: Pending,
): Promise<Result<{ identity: ProvenIdentity; idToken: string }, IdentityFailure>> {
  // The library sends this address without its query as redirect_uri: it must be the registered one, not what a proxy made of it.
  const currentUrl = new URL(settings.callbackUrl);
  currentUrl.search = callback.toString();
  const tokens = await oidc.authorizationCodeGrant(configuration, currentUrl, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.codeVerifier,
    idTokenExpected: true,
  });
  const signed = tokens.claims();
  if (!signed || !tokens.id_token) return fail({ tag: "untrusted-answer", detail: "no id_token" });
  const profile = configuration.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(configuration, tokens.access_token, signed.sub)
    : {};
  // The signed token has the last word where both speak.
  const identity = identityFromClaims(realm, signed.iss, { ...profile, ...signed }, settings.subjectClaim ?? "sub");
  if (!identity.ok) return identity;
  const needs = settings.leastAssurance ?? 1;
  if (identity.value.assurance < needs) return fail({ tag: "assurance-too-low", has: identity.value.assurance, needs });
  return ok({ identity: identity.value, idToken: tokens.id_token });
}

/** Answers with the provider's description, fetched at most once an hour and by one asker at a time. */
function knownProvider(realm: Realm, options: OpenIdConnectOptions): () => Promise<oidc.Configuration> {
  let current: { readonly configuration: oidc.Configuration; readonly at: Instant } | undefined;
  let asking: Promise<oidc.Configuration> | undefined;

  const ask = async (): Promise<oidc.Configuration> => {
    try {
      const configuration = await discover(options.realms[realm], options);
      current = { configuration, at: options.now() };
      return configuration;
    } catch (cause) {
      if (!current) throw cause;
      current = { ...current, at: options.now() - METADATA_AGE_MAX_MS + ASK_AGAIN_MS };
      return current.configuration;
    } finally {
      asking = undefined;
    }
  };

  return async () => {
    if (current && options.now() - current.at < METADATA_AGE_MAX_MS) return current.configuration;
    asking ??= ask();
    return asking;
  };
}

async function discover(settings: RealmSettings, options: OpenIdConnectOptions): Promise<oidc.Configuration> {
  const authentication =
    settings.authentication.method === "client_secret_basic"
      ? oidc.ClientSecretBasic(settings.authentication.secret)
      : oidc.PrivateKeyJwt({ key: settings.authentication.key, kid: settings.authentication.keyId });
  return oidc.discovery(
    new URL(settings.issuer),
    settings.clientId,
    { id_token_signed_response_alg: settings.signingAlgorithm ?? "RS256", [oidc.clockTolerance]: 30 },
    authentication,
    {
      timeout: options.timeoutSeconds ?? 5,
      // The signature of the id_token is checked although it came over our own connection: a proxy may stand between.
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(new URL(settings.issuer).protocol === "http:" ? [oidc.allowInsecureRequests] : []),
      ],
      ...(options.fetch ? { [oidc.customFetch]: options.fetch } : {}),
    },
  );
}

async function attempt<T>(work: () => Promise<Result<T, IdentityFailure>>): Promise<Result<T, IdentityFailure>> {
  try {
    return await work();
  } catch (cause) {
    return fail(identityFailureOf(cause));
  }
}

const THIS_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

function requireSafe(address: string): void {
  const url = new URL(address);
  if (url.protocol === "https:" || (url.protocol === "http:" && THIS_MACHINE.has(url.hostname))) return;
  throw new Error(`sign-in needs https beyond this machine: ${url.origin}`);
}
