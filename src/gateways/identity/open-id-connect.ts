import { decodeJwt } from "jose";
import * as oidc from "openid-client";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { identityFromClaims } from "./claims.ts";
import { type IdentityFailure, identityFailureOf } from "./failures.ts";
import { createLogoutReader, type LogoutReader } from "./logout-token.ts";
import type { Completed, IdentityProvider, Pending, Realm, SignInWish } from "./port.ts";
import { PROFILES, type Profile, type ProfileName } from "./profiles.ts";

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
  /** How this provider speaks; `vneid` when left out. */
  readonly profile?: ProfileName;
  /** Below this nobody is let in. */
  readonly leastAssurance?: number;
  /** The one algorithm its tokens may be signed with; RS256 when left out. What a token itself says is never followed. */
  readonly signingAlgorithm?: SigningAlgorithm;
  /** Seconds after which a session the provider remembers is not good enough. Asking makes it say when the person was there. */
  readonly provenWithinSeconds?: number;
  /** The provider's addresses, where it publishes no description of itself. */
  readonly endpoints?: Endpoints;
};

export type SigningAlgorithm = "RS256" | "PS256" | "ES256" | "EdDSA";
export type Endpoints = {
  readonly authorization: string;
  readonly token: string;
  readonly jwks: string;
  readonly userinfo?: string;
  readonly endSession?: string;
};

export type OpenIdConnectOptions = {
  readonly realms: { readonly [R in Realm]: RealmSettings };
  readonly now: () => Instant;
  /** Seconds for each question to a provider. */
  readonly timeoutSeconds?: number;
  readonly fetch?: oidc.CustomFetch;
};

const METADATA_AGE_MAX_MS = 3_600_000;
/** How far clocks may stand apart: longer than any honest drift, shorter than any token's life. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** Whoever was asked to prove themselves anew did so while away: between the provider's proof and its token lies no more. */
const FRESH_SECONDS = 120;
/** After a refresh in vain the old description serves this long before the provider is asked again. */
const ASK_AGAIN_MS = 60_000;

/**
 * The real client (OpenID Connect Core 1.0, RFC 7636, RFC 9126, RFC 9207, RP-Initiated and Back-Channel Logout 1.0). The
 * provider's description is fetched when first needed and kept for an hour; while the provider is away the old one serves
 * on. Keys are fetched again by the library when a token names one it does not know, at most once a minute.
 * @throws when a realm's addresses are neither https nor on this very machine.
 */
export function createOpenIdConnect(options: OpenIdConnectOptions): IdentityProvider {
  for (const settings of Object.values(options.realms)) {
    requireSafe(settings.issuer);
    requireSafe(settings.callbackUrl);
    for (const address of Object.values(settings.endpoints ?? {})) requireSafe(address);
  }
  const known = { citizen: knownProvider("citizen", options), officer: knownProvider("officer", options) };
  const readers = new Map<string, LogoutReader>();

  const logoutReader = async (realm: Realm): Promise<LogoutReader> => {
    const settings = options.realms[realm];
    const jwksUri = (await known[realm]()).serverMetadata().jwks_uri;
    if (!jwksUri) return async () => fail({ tag: "untrusted-answer", detail: "no keys" });
    const name = `${realm} ${jwksUri}`;
    const reader =
      readers.get(name) ??
      createLogoutReader({
        issuer: settings.issuer,
        clientId: settings.clientId,
        algorithm: settings.signingAlgorithm ?? "RS256",
        jwksUri,
        timeoutSeconds: options.timeoutSeconds ?? 5,
      });
    readers.set(name, reader);
    return reader;
  };

  return {
    async begin(realm, wish) {
      const settings = options.realms[realm];
      return attempt(async () => {
        const configuration = await known[realm]();
        const pending = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          codeVerifier: oidc.randomPKCECodeVerifier(),
        };
        return ok({ url: await authorisationUrl(configuration, settings, pending, wish), pending });
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

    async readLogout(token) {
      let refusal: IdentityFailure = { tag: "untrusted-answer", detail: "not for us" };
      for (const realm of ["citizen", "officer"] as const) {
        if (!isAddressedTo(token, options.realms[realm])) continue;
        const read = await attempt(async () => (await logoutReader(realm))(token));
        if (read.ok) return read;
        refusal = read.failure;
      }
      return fail(refusal);
    },
  };
}

/** What an unread token claims of itself: good for choosing whose keys to try it with, and for nothing else. */
function isAddressedTo(token: string, settings: RealmSettings): boolean {
  try {
    const { iss, aud } = decodeJwt(token);
    return iss === settings.issuer && [aud].flat().includes(settings.clientId);
  } catch {
    return false;
  }
}

/** Where to send the person; the request itself goes ahead to the provider where it takes it so (RFC 9126). */
async function authorisationUrl(
  configuration: oidc.Configuration,
  settings: RealmSettings,
  pending: Pending,
  wish: SignInWish,
): Promise<string> {
  const profile = profileOf(settings);
  const acr = wish.assurance === undefined ? profile.usualAcr : `LoA${wish.assurance}`;
  const asksAnew = wish.fresh === true || wish.assurance !== undefined;
  const within = asksAnew ? 0 : settings.provenWithinSeconds;
  const parameters = {
    redirect_uri: settings.callbackUrl,
    scope: profile.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: "S256",
    ui_locales: wish.language === "vi" ? "vi en" : "en vi",
    ...(acr === null ? {} : { acr_values: acr }),
    ...(within === undefined ? {} : { max_age: String(within) }),
    ...(asksAnew ? { prompt: "login" } : {}),
  };
  const pushed = configuration.serverMetadata().pushed_authorization_request_endpoint !== undefined;
  const url = pushed
    ? await oidc.buildAuthorizationUrlWithPAR(configuration, parameters)
    : oidc.buildAuthorizationUrl(configuration, parameters);
  return url.href;
}

async function redeem(
  configuration: oidc.Configuration,
  realm: Realm,
  settings: RealmSettings,
  callback: URLSearchParams,
  pending: Pending,
): Promise<Result<Completed, IdentityFailure>> {
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
  // Judged by the same clock as the library judges `exp` and `nbf`; it asks only that `iat` be a number.
  if (signed.iat > Date.now() / 1000 + CLOCK_TOLERANCE_SECONDS) {
    return fail({ tag: "untrusted-answer", detail: "issued in the future" });
  }
  const profile = configuration.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(configuration, tokens.access_token, signed.sub)
    : {};
  // The signed token has the last word where both speak.
  const identity = identityFromClaims(realm, signed.iss, { signed, profile }, profileOf(settings));
  if (!identity.ok) return identity;
  const needs = settings.leastAssurance ?? 1;
  if (identity.value.assurance < needs) return fail({ tag: "assurance-too-low", has: identity.value.assurance, needs });
  return ok({
    identity: identity.value,
    idToken: tokens.id_token,
    providerSession: typeof signed.sid === "string" ? signed.sid : null,
    // Both moments are the provider's own: its clock may differ from ours.
    provenSecondsAgo: signed.auth_time === undefined ? null : Math.max(0, signed.iat - signed.auth_time),
  });
}

const profileOf = (settings: RealmSettings): Profile => PROFILES[settings.profile ?? "vneid"];

/** Whether a way back shows that the person proved themselves anew, as was asked. */
export const isFresh = (completed: Completed): boolean =>
  completed.provenSecondsAgo !== null && completed.provenSecondsAgo <= FRESH_SECONDS;

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
  const client = {
    id_token_signed_response_alg: settings.signingAlgorithm ?? "RS256",
    [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
  };
  // The signature of the id_token is checked although it came over our own connection: a proxy may stand between.
  const execute = [
    oidc.enableNonRepudiationChecks,
    ...(new URL(settings.issuer).protocol === "http:" ? [oidc.allowInsecureRequests] : []),
  ];
  const timeout = options.timeoutSeconds ?? 5;
  if (settings.endpoints) {
    const configuration = new oidc.Configuration(
      describedBy(settings.issuer, settings.endpoints),
      settings.clientId,
      client,
      authentication,
    );
    configuration.timeout = timeout;
    if (options.fetch) configuration[oidc.customFetch] = options.fetch;
    for (const extend of execute) extend(configuration);
    return configuration;
  }
  return oidc.discovery(new URL(settings.issuer), settings.clientId, client, authentication, {
    timeout,
    execute,
    ...(options.fetch ? { [oidc.customFetch]: options.fetch } : {}),
  });
}

const describedBy = (issuer: string, endpoints: Endpoints): oidc.ServerMetadata => ({
  issuer,
  authorization_endpoint: endpoints.authorization,
  token_endpoint: endpoints.token,
  jwks_uri: endpoints.jwks,
  ...(endpoints.userinfo ? { userinfo_endpoint: endpoints.userinfo } : {}),
  ...(endpoints.endSession ? { end_session_endpoint: endpoints.endSession } : {}),
});

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
