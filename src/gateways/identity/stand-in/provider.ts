import { randomBytes } from "node:crypto";
import Provider, { type Context, interactionPolicy } from "oidc-provider";
import { createMemoryAdapter } from "oidc-provider/lib/adapters/memory_adapter.js";
import type { Realm } from "../port.ts";
import { claimsOf, type StandInAccounts } from "./accounts.ts";
import type { StandInKey } from "./key.ts";
import { languageOf, noticePage, signOutPage } from "./pages.ts";

/** A party that may send people here: registered with its exact addresses, as the national operators do. */
export type StandInClient = {
  readonly clientId: string;
  readonly realm: Realm;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** Where this party wants to be told that somebody has signed out here. */
  readonly backchannelLogoutUri?: string;
  readonly authentication:
    | { readonly method: "client_secret_basic"; readonly secret: string }
    | { readonly method: "private_key_jwt"; readonly publicKeys: readonly StandInKey[] };
};

/** The provider itself: code flow with PKCE only, no consent page, sessions in memory. */
export function createProvider(given: {
  issuer: string;
  clients: readonly StandInClient[];
  accounts: StandInAccounts;
  key: StandInKey;
}): Provider {
  const { clients, accounts } = given;
  return new Provider(given.issuer, {
    adapter: createMemoryAdapter(),
    clients: clients.map(registration),
    jwks: { keys: [given.key] },
    acrValues: ["LoA1", "LoA2"],
    claims: { acr: null, auth_time: null, iss: null, sid: null, openid: CLAIM_NAMES, profile: ["name"] },
    scopes: ["openid", "profile"],
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_basic", "private_key_jwt"],
    pkce: { required: () => true },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 900,
      Session: 8 * 3600,
      Grant: 8 * 3600,
    },
    cookies: {
      // Cookies know hosts, not ports: on one machine these must not meet the platform's own.
      names: { session: "stand-in_session", interaction: "stand-in_interaction", resume: "stand-in_resume" },
      keys: [randomBytes(32).toString("base64url")],
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: showSignOut, postLogoutSuccessSource: showSignedOut },
    },
    interactions: {
      url: (_ctx: Context, started: { uid: string }) => `/sign-in/${started.uid}`,
      policy: policy(clients, accounts),
    },
    findAccount: (_ctx: Context, subject: string) => {
      const account = accounts.find(subject);
      return account ? { accountId: subject, claims: () => claimsOf(account) } : undefined;
    },
    loadExistingGrant: grantWithoutAsking,
    // The library asks no address of this machine, and here every party lives on it: its own dispatcher is left out.
    fetch: (url: string, { dispatcher: _guard, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, options),
    renderError: showError,
  });
}

const CLAIM_NAMES = [
  "sub",
  "TechID",
  "LoaiTaiKhoan",
  "name",
  "HoVaTen",
  "SoDinhDanh",
  "NgayThangNamSinh",
  "MaSoDoanhNghiep",
  "MaSoThue",
  "TenDoanhNghiep",
  "loAs",
  "IAL",
];

const registration = (client: StandInClient): object => ({
  client_id: client.clientId,
  redirect_uris: client.redirectUris,
  post_logout_redirect_uris: client.postLogoutRedirectUris,
  response_types: ["code"],
  grant_types: ["authorization_code"],
  ...(client.backchannelLogoutUri
    ? { backchannel_logout_uri: client.backchannelLogoutUri, backchannel_logout_session_required: true }
    : {}),
  token_endpoint_auth_method: client.authentication.method,
  ...(client.authentication.method === "client_secret_basic"
    ? { client_secret: client.authentication.secret }
    : { jwks: { keys: client.authentication.publicKeys } }),
});

/** Never asks for consent; asks to sign in again when the person signed in belongs to the other realm. */
function policy(clients: readonly StandInClient[], accounts: StandInAccounts) {
  const realms = new Map(clients.map((client) => [client.clientId, client.realm]));
  const prompts = interactionPolicy.base();
  prompts.remove("consent");
  prompts.get("login").checks.add(
    new interactionPolicy.Check("other_realm", "an account of another realm is signed in", ({ oidc }) => {
      const subject = oidc.session.accountId;
      if (!subject || !oidc.client) return false;
      return accounts.find(subject)?.realm !== realms.get(oidc.client.clientId);
    }),
  );
  return prompts;
}

async function grantWithoutAsking({ oidc }: Context) {
  const accountId = oidc.session.accountId;
  if (!accountId || !oidc.client) return undefined;
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
  grant.addOIDCScope("openid profile");
  await grant.save();
  return grant;
}

const show = (ctx: Context, html: string): void => {
  ctx.type = "html";
  ctx.body = html;
};

const showSignOut = (ctx: Context, form: string): void => show(ctx, signOutPage(form));

const showSignedOut = (ctx: Context): void =>
  show(
    ctx,
    noticePage(languageOf(undefined), {
      vi: "Quý vị đã đăng xuất khỏi hệ thống mô phỏng. Có thể đóng trang này.",
      en: "You have signed out of the stand-in. You may close this page.",
    }),
  );

/** What was refused and why: an unknown client, a wrong address, a missing proof key. The code helps the integrator. */
const showError = (ctx: Context, out: { error: string; error_description?: string }): void =>
  show(
    ctx,
    noticePage(
      languageOf(undefined),
      {
        vi: "Yêu cầu không hợp lệ hoặc đã hết hạn. Vui lòng trở lại trang dịch vụ và đăng nhập lại.",
        en: "The request is not valid or has expired. Please go back to the service and sign in again.",
      },
      `${out.error}: ${out.error_description ?? ""}`,
    ),
  );
