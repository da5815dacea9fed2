import { createHash, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, type JWTPayload, SignJWT } from "jose";

/**
 * An identity provider that can misbehave: a real server on a real socket that speaks OpenID Connect, and lies as a test
 * tells it. Left alone it is honest. It answers for one person, the account of the test.
 */
/** Claims as a liar may make them: any may be missing. */
type Claims = { readonly [claim: string]: unknown };
export type Lies = {
  /** Changes what the id_token says; `undefined` leaves a claim out. */
  claims?: (claims: JWTPayload) => Claims;
  /** Makes the id_token another way than signing it honestly. */
  token?: (claims: JWTPayload, key: SigningKey) => Promise<string> | string;
  /** Changes what it sends back to the browser. */
  callback?: (query: URLSearchParams) => void;
  /** Does not notice that a code was redeemed before, nor whose verifier it is. */
  careless?: boolean;
};
export type SigningKey = { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly kid: string };

const newKey = (): SigningKey => ({ ...generateKeyPairSync("rsa", { modulusLength: 2048 }), kid: randomUUID() });

export type HostileProvider = {
  readonly issuer: string;
  /** What it lies about from now on; an empty object makes it honest again. */
  lies: Lies;
  /** What it says of the person, beyond the protocol's own claims. */
  person: JWTPayload;
  /** How often its keys were asked for. */
  keysAsked: number;
  /** What was pushed ahead of the last sign-in. */
  pushed: URLSearchParams | null;
  /** The last id_token it gave. */
  lastIdToken: string;
  readonly key: SigningKey;
  /** Signs with a new key from now on and publishes that one. */
  rotate(): void;
  /** A logout token as it ought to be, with changes. */
  logoutToken(changes?: Claims, header?: { alg?: string; typ?: string; key?: KeyObject | Uint8Array }): Promise<string>;
  close(): Promise<void>;
};

const EVENT = "http://schemas.openid.net/event/backchannel-logout";

export async function hostileProvider(clientId: string): Promise<HostileProvider> {
  let key = newKey();
  const grants = new Map<string, { query: URLSearchParams; used: boolean }>();
  const requests = new Map<string, URLSearchParams>();
  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => response.writeHead(500).end(String(cause)));
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const self: HostileProvider = {
    issuer,
    lies: {},
    person: {},
    keysAsked: 0,
    pushed: null,
    lastIdToken: "",
    get key() {
      return key;
    },
    rotate() {
      key = newKey();
    },
    async logoutToken(changes = {}, header = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        iss: issuer,
        aud: clientId,
        iat: now,
        exp: now + 120,
        jti: randomUUID(),
        events: { [EVENT]: {} },
      };
      return new SignJWT(tidy({ ...payload, ...changes }))
        .setProtectedHeader({ alg: header.alg ?? "RS256", typ: header.typ ?? "logout+jwt", kid: key.kid })
        .sign(header.key ?? key.privateKey);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", issuer);
    const json = (status: number, body: object): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(200, {
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          pushed_authorization_request_endpoint: `${issuer}/par`,
          authorization_response_iss_parameter_supported: true,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/jwks":
        self.keysAsked += 1;
        return json(200, { keys: [{ ...(await exportJWK(key.publicKey)), kid: key.kid, use: "sig", alg: "RS256" }] });
      case "/par": {
        const name = `urn:ietf:params:oauth:request_uri:${randomUUID()}`;
        self.pushed = await formOf(request);
        requests.set(name, self.pushed);
        return json(201, { request_uri: name, expires_in: 60 });
      }
      case "/auth": {
        const query = requests.get(url.searchParams.get("request_uri") ?? "") ?? url.searchParams;
        const code = randomUUID();
        grants.set(code, { query, used: false });
        const back = new URLSearchParams({ code, state: query.get("state") ?? "", iss: issuer });
        self.lies.callback?.(back);
        response.writeHead(303, { location: `${query.get("redirect_uri")}?${back}` }).end();
        return;
      }
      case "/token":
        return token(await formOf(request), json);
      default:
        response.writeHead(404).end();
    }
  }

  async function token(form: URLSearchParams, json: (status: number, body: object) => void): Promise<void> {
    const grant = grants.get(form.get("code") ?? "");
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const holds = grant && !grant.used && proof === grant.query.get("code_challenge");
    if (!grant || (!holds && !self.lies.careless)) return json(400, { error: "invalid_grant" });
    grant.used = true;
    const now = Math.floor(Date.now() / 1000);
    const honest: JWTPayload = {
      iss: issuer,
      aud: clientId,
      sub: "person-1",
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce: grant.query.get("nonce") ?? "",
      acr: grant.query.get("acr_values") ?? "LoA2",
      ...self.person,
    };
    const claims = tidy(self.lies.claims?.(honest) ?? honest);
    const made = self.lies.token ?? signed;
    self.lastIdToken = await made(claims, key);
    json(200, { access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: self.lastIdToken });
  }

  return self;
}

/** An id_token as it ought to be. */
export const signed = (claims: JWTPayload, key: SigningKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: key.kid }).sign(key.privateKey);

const tidy = (claims: Claims): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}
