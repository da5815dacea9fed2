import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { Browser, Page } from "./browserless.ts";

/**
 * A passkey without a browser: a key in this process that answers as an authenticator does (WebAuthn, ES256, user
 * verified). What a real browser does with one is tried in tests/browser.
 */
export type Authenticator = {
  readonly id: string;
  /** The counter it signs next; set it back to play a copied key. */
  counter: number;
  /** Answers a page that asks for a new key. */
  create(options: string, changes?: Changes): string;
  /** Answers a page that asks for a signature. */
  get(options: string, changes?: Changes): string;
};
type Changes = { readonly origin?: string; readonly host?: string; readonly verified?: boolean };
type Asked = { readonly challenge: string; readonly rp?: { readonly id: string }; readonly rpId?: string };

export function authenticator(origin: string): Authenticator {
  const id = randomBytes(16);
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const self: Authenticator = {
    id: id.toString("base64url"),
    counter: 1,
    create(options, changes = {}) {
      const asked = JSON.parse(options) as Asked;
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseOf(pair.publicKey)]);
      const data = Buffer.concat([head(changes.host ?? asked.rp?.id ?? "", 0x40 | flags(changes), 0), attested]);
      return JSON.stringify({
        id: self.id,
        rawId: self.id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData("webauthn.create", asked.challenge, changes.origin ?? origin).toString(
            "base64url",
          ),
          attestationObject: map([
            ["fmt", text("none")],
            ["attStmt", map([])],
            ["authData", bytes(data)],
          ]).toString("base64url"),
          transports: ["internal"],
        },
      });
    },
    get(options, changes = {}) {
      const asked = JSON.parse(options) as Asked;
      const data = head(changes.host ?? asked.rpId ?? "", flags(changes), self.counter);
      self.counter += 1;
      const client = clientData("webauthn.get", asked.challenge, changes.origin ?? origin);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      return JSON.stringify({
        id: self.id,
        rawId: self.id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: sign("sha256", signed, pair.privateKey).toString("base64url"),
        },
      });
    },
  };
  return self;
}

/** What a page asks a passkey, as its form carries it. @throws where the page asks none */
export function askedOf(page: Page): string {
  const options = /data-passkey-options="([^"]*)"/.exec(page.html)?.[1];
  if (!options) throw new Error(`no passkey is asked at ${page.url.pathname} (${page.status})`);
  return options.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** The number of the form of a page that a passkey signs. */
export const passkeyForm = (page: Page): number =>
  page.forms.findIndex(({ fields }) => fields.some(([name]) => name === "_passkey"));

/** Adds a key to whoever is signed in. */
export async function enrolKey(
  browser: Browser,
  key: Authenticator,
  fields: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const page = await browser.get("/office/khoa-bao-mat");
  return page.submit({
    form: passkeyForm(page),
    fields: { _passkey: key.create(askedOf(page)), label: "Khoá thử", ...fields },
  });
}

/** Bits of the authenticator data: user present, and verified unless changed. */
const flags = ({ verified = true }: Changes): number => 0x01 | (verified ? 0x04 : 0);

function head(host: string, bits: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash("sha256").update(host).digest(), Buffer.from([bits]), count]);
}

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** As little CBOR as these answers need: small maps, texts, byte strings, small integers. */
function start(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  return count < 256
    ? Buffer.from([(major << 5) | 24, count])
    : Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
const bytes = (value: Buffer): Buffer => Buffer.concat([start(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([start(3, Buffer.byteLength(value)), Buffer.from(value)]);
const integer = (value: number): Buffer => (value < 0 ? start(1, -1 - value) : start(0, value));
const map = (entries: readonly (readonly [string | number, Buffer])[]): Buffer =>
  Buffer.concat([
    start(5, entries.length),
    ...entries.flatMap(([key, value]) => [typeof key === "string" ? text(key) : integer(key), value]),
  ]);

function coseOf(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  return map([
    [1, integer(2)],
    [3, integer(-7)],
    [-1, integer(1)],
    [-2, bytes(Buffer.from(x, "base64url"))],
    [-3, bytes(Buffer.from(y, "base64url"))],
  ]);
}
