import { createPublicKey, createSecretKey, type KeyObject, type webcrypto } from "node:crypto";
import { DisplayString, type InnerList, parseDictionary, parseItem, parseList, Token } from "structured-headers";
import { describe, expect, test } from "vitest";
import { vectorFiles, vectors } from "../../../tests/support/shared-vectors.ts";
import type { Algorithm } from "./algorithms.ts";
import { coveredOf, signatureBase } from "./base.ts";
import { componentOf, componentValue, type FieldTypes } from "./components.ts";
import { digestHolds } from "./digest.ts";
import { thumbprint } from "./keys.ts";
import type { Fields, Message, RequestParts } from "./message.ts";
import { verifyMessage } from "./verify.ts";

/** Our signatures against the examples of the texts themselves and of others' implementations. */

type Block = { readonly section: string; readonly kind: string; readonly line: number; readonly text: string };
type Rfc = {
  readonly keys_and_messages: readonly Block[];
  readonly cases: readonly Block[];
  readonly signature_base_examples: readonly Block[];
};
const rfc = vectors<Rfc>("http-signatures/rfc9421.json");

const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  "test-key-rsa": "rsa-v1_5-sha256",
  "test-key-rsa-pss": "rsa-pss-sha512",
  "test-key-ecc-p256": "ecdsa-p256-sha256",
  "test-key-ed25519": "ed25519",
};
const keys = new Map<string, { algorithm: Algorithm; key: KeyObject }>();
for (const { kind, text, section } of rfc?.keys_and_messages ?? []) {
  if (section.endsWith("Shared Secret"))
    keys.set("test-shared-secret", { algorithm: "hmac-sha256", key: createSecretKey(Buffer.from(text, "base64")) });
  if (kind !== "json") continue;
  const jwk = JSON.parse(text) as webcrypto.JsonWebKey & { kid: string };
  keys.set(jwk.kid, { algorithm: ALGORITHMS[jwk.kid] ?? "ed25519", key: createPublicKey({ key: jwk, format: "jwk" }) });
}

/** A message as the texts print it: start line, fields, an empty line, the body. */
function messageOf(printed: string, request?: RequestParts): { message: Message; body: string } {
  const [head = "", body = ""] = printed.split("\n\n", 2);
  const unfolded = head.replace(/\n[ \t]+/g, " ").split("\n");
  const [start = "", ...lines] = /^\S+:/.test(unfolded[0] ?? "") ? ["", ...unfolded] : unfolded;
  const fields: Fields = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);
  const status = /^HTTP\/1\.1 (\d{3})/.exec(start)?.[1];
  if (status) return { message: { status: Number(status), fields, ...(request ? { request } : {}) }, body };
  const [method = "GET", target = "/"] = start.split(" ");
  const host = fields.find(([name]) => name.toLowerCase() === "host")?.[1].trim() ?? "www.example.com";
  const targetUri = target.startsWith("/") ? `https://${host}${target}` : target;
  return { message: { method, targetUri, requestTarget: target, fields }, body };
}
const block = (line: number): string => {
  const all = [...(rfc?.keys_and_messages ?? []), ...(rfc?.cases ?? []), ...(rfc?.signature_base_examples ?? [])];
  const found = all.find((one) => one.line === line);
  if (!found) throw new Error(`no block at line ${line}`);
  return found.text;
};
const withFields = (message: Message, lines: string): Message => ({
  ...message,
  fields: [...message.fields, ...messageOf(lines).message.fields],
});
const expectations = (now: number, label?: string) => ({
  now: now * 1000,
  keyOf: async (id: string) => keys.get(id) ?? null,
  required: [],
  ageMostSeconds: 60,
  ...(label ? { label } : {}),
});

describe.skipIf(!rfc)("the examples of RFC 9421", () => {
  const request = rfc ? (messageOf(block(2537)).message as RequestParts) : undefined;
  const response = rfc ? messageOf(block(2553)).message : undefined;

  test.each([
    ["B.2.1", 2573, 2582, "request"],
    ["B.2.2", 2605, 2622, "request"],
    ["B.2.4", 2688, 2702, "response"],
  ] as const)(
    "%s: the base is the printed one, the printed signature verifies",
    async (_name, base, headers, which) => {
      const plain = which === "request" ? request : response;
      if (!plain) throw new Error("no message");
      // The example's own digest is the one in its base; the printed message has another.
      const digest = /^"content-digest": (.*)$/m.exec(block(base))?.[1];
      const fields: Fields = plain.fields.map(([name, value]) => [
        name,
        name === "Content-Digest" && digest ? digest : value,
      ]);
      const signed = withFields({ ...plain, fields }, block(headers));
      const input = /^Signature-Input: [\w-]+=(.*)$/m.exec(block(headers))?.[1] ?? "";
      const covered = coveredOf(parseList(input)[0] as InnerList);
      expect(signatureBase(covered, signed)).toBe(block(base));
      const verified = await verifyMessage(signed, expectations(1618884473));
      expect(verified).toMatchObject({ ok: true });
      const forged = {
        ...signed,
        fields: signed.fields.map(([n, v]) => [n, n === "Signature-Input" ? v.replace("4473", "4474") : v] as const),
      };
      expect(await verifyMessage(forged, expectations(1618884473))).toMatchObject({
        ok: false,
        failure: { kind: "wrong-signature" },
      });
    },
  );

  test("2.5 and 3.1: the base of the section, and its printed signature", async () => {
    const { message, body } = messageOf(block(1217));
    const input = block(1233).slice(block(1233).lastIndexOf("@signature-params") + '@signature-params": '.length);
    expect(signatureBase(coveredOf(parseList(input)[0] as InnerList), message)).toBe(block(1233));
    const signed = withFields(message, `Signature-Input: sig1=${input}\nSignature: sig1=:${block(1287)}:`);
    expect(await verifyMessage(signed, expectations(1618884473))).toMatchObject({ ok: true });
    expect(
      digestHolds(message.fields.find(([name]) => name === "Content-Digest")?.[1] ?? null, Buffer.from(body)),
    ).toBe(true);
  });

  test("2.4: an answer bound to its request", async () => {
    const { message, body } = messageOf(block(1108), request);
    expect(await verifyMessage(message, expectations(1618884479))).toMatchObject({ ok: true });
    expect(
      digestHolds(message.fields.find(([name]) => name === "Content-Digest")?.[1] ?? null, Buffer.from(body)),
    ).toBe(true);
    const other = { ...message, request: { ...(request as RequestParts), method: "PUT" } };
    expect(await verifyMessage(other, expectations(1618884479))).toMatchObject({ ok: false });
  });

  test("4.3: the proxy's signature of a message that bears two", async () => {
    const { message } = messageOf(block(1657));
    expect(await verifyMessage(message, expectations(1618884490, "proxy_sig"))).toMatchObject({ ok: true });
    expect(await verifyMessage(message, expectations(1618884475, "sig1"))).toMatchObject({ ok: false });
    const { message: before } = messageOf(block(1657).replace("origin.host.internal.example", "example.com"));
    expect(await verifyMessage(before, expectations(1618884475, "sig1"))).toMatchObject({ ok: true });
  });

  const types: FieldTypes = { "example-dict": "dictionary" };
  const FIELDS = `GET /path?param=value HTTP/1.1\n${rfc ? block(316) : ""}\nX-Empty-Header:`;
  const get = "GET /path?param=value&foo=bar&baz=batman&qux= HTTP/1.1\nHost: www.example.com";
  const odd =
    "GET /parameters?var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something HTTP/1.1\nHost: www.example.com";
  test.each([
    [FIELDS, '"x-ows-header"', "Leading and trailing whitespace."],
    [FIELDS, '"x-obs-fold-header"', "Obsolete line folding."],
    [FIELDS, '"cache-control"', "max-age=60, must-revalidate"],
    [FIELDS, '"example-dict"', "a=1,    b=2;x=1;y=2,   c=(a   b   c)"],
    [FIELDS, '"example-dict";sf', "a=1, b=2;x=1;y=2, c=(a b c)"],
    [FIELDS, '"x-empty-header"', ""],
    ["GET / HTTP/1.1\nExample-Dict:  a=1, b=2;x=1;y=2, c=(a   b    c), d", '"example-dict";key="a"', "1"],
    ["GET / HTTP/1.1\nExample-Dict:  a=1, b=2;x=1;y=2, c=(a   b    c), d", '"example-dict";key="d"', "?1"],
    ["GET / HTTP/1.1\nExample-Dict:  a=1, b=2;x=1;y=2, c=(a   b    c), d", '"example-dict";key="b"', "2;x=1;y=2"],
    ["GET / HTTP/1.1\nExample-Dict:  a=1, b=2;x=1;y=2, c=(a   b    c), d", '"example-dict";key="c"', "(a b c)"],
    [
      "GET / HTTP/1.1\nExample-Header: value, with, lots\nExample-Header: of, commas",
      '"example-header"',
      "value, with, lots, of, commas",
    ],
    [
      "GET / HTTP/1.1\nExample-Header: value, with, lots\nExample-Header: of, commas",
      '"example-header";bs',
      ":dmFsdWUsIHdpdGgsIGxvdHM=:, :b2YsIGNvbW1hcw==:",
    ],
    ["POST /path?param=value HTTP/1.1\nHost: www.example.com", '"@method"', "POST"],
    [
      "POST /path?param=value HTTP/1.1\nHost: www.example.com",
      '"@target-uri"',
      "https://www.example.com/path?param=value",
    ],
    ["POST /path?param=value HTTP/1.1\nHost: www.EXAMPLE.com:443", '"@authority"', "www.example.com"],
    ["POST /path HTTP/1.1\nHost: www.example.com:8443", '"@authority"', "www.example.com:8443"],
    ["POST /path?param=value HTTP/1.1\nHost: www.example.com", '"@scheme"', "https"],
    ["POST /path?param=value HTTP/1.1\nHost: www.example.com", '"@request-target"', "/path?param=value"],
    [
      "GET https://www.example.com/path?param=value HTTP/1.1",
      '"@request-target"',
      "https://www.example.com/path?param=value",
    ],
    ["CONNECT www.example.com:80 HTTP/1.1\nHost: www.example.com", '"@request-target"', "www.example.com:80"],
    ["OPTIONS * HTTP/1.1\nHost: www.example.com", '"@request-target"', "*"],
    ["GET /path?param=value HTTP/1.1\nHost: www.example.com", '"@path"', "/path"],
    [
      "GET /path?param=value&foo=bar&baz=bat%2Dman HTTP/1.1\nHost: www.example.com",
      '"@query"',
      "?param=value&foo=bar&baz=bat%2Dman",
    ],
    ["POST /path?queryString HTTP/1.1\nHost: www.example.com", '"@query"', "?queryString"],
    ["GET /path? HTTP/1.1\nHost: www.example.com", '"@query"', "?"],
    [get, '"@query-param";name="baz"', "batman"],
    [get, '"@query-param";name="qux"', ""],
    [get, '"@query-param";name="param"', "value"],
    [odd, '"@query-param";name="var"', "this%20is%20a%20big%0Amultiline%20value"],
    [odd, '"@query-param";name="bar"', "with%20plus%20whitespace"],
    [odd, '"@query-param";name="fa%C3%A7ade%22%3A%20"', "something"],
    ["HTTP/1.1 200 OK\nDate: Tue, 20 Apr 2021 02:07:56 GMT", '"@status"', "200"],
  ])("2.1, 2.2: in %j, %s is %j", (printed, identifier, value) => {
    expect(componentValue(componentOf(parseItem(identifier)), messageOf(printed).message, types)).toBe(value);
  });

  test("2.1.4: a field of the trailer", () => {
    const message: Message = { status: 200, fields: [], trailers: [["Expires", " Wed, 9 Nov 2022 07:28:00 GMT"]] };
    expect(componentValue(componentOf(parseItem('"expires";tr')), message)).toBe("Wed, 9 Nov 2022 07:28:00 GMT");
    expect(() => componentValue(componentOf(parseItem('"expires"')), message)).toThrow();
  });
});

type Bot = {
  key: webcrypto.JsonWebKey;
  target_url: string;
  created_ms: number;
  signature: string;
  signature_input: string;
  signature_agent?: string;
};
const bots = vectors<readonly Bot[]>("http-signatures/web_bot_auth_architecture_v1.json") ?? [];
test.each(bots.map((bot, at) => [at, bot] as const))(
  "signed request %i of another implementation verifies",
  async (_at, bot) => {
    const key = createPublicKey({ key: bot.key, format: "jwk" });
    const message: RequestParts = {
      method: "GET",
      targetUri: bot.target_url,
      fields: [
        ["Signature-Input", bot.signature_input],
        ["Signature", bot.signature],
        ...(bot.signature_agent ? [["Signature-Agent", bot.signature_agent] as const] : []),
      ],
    };
    const algorithm = bot.key.kty === "RSA" ? "rsa-pss-sha512" : "ed25519";
    const expected = {
      now: bot.created_ms + 1_000,
      keyOf: async (id: string) => (id === thumbprint(bot.key) ? ({ algorithm, key } as const) : null),
      required: ['"@authority"'],
      ageMostSeconds: 60,
      nonceNeeded: true,
      tag: "web-bot-auth",
    };
    expect(await verifyMessage(message, expected)).toMatchObject({ ok: true });
    expect(await verifyMessage({ ...message, targetUri: "https://elsewhere.example/" }, expected)).toMatchObject({
      ok: false,
      failure: { kind: "wrong-signature" },
    });
  },
);

const prints =
  vectors<readonly { name: string; jwk: string; thumbprint: string }[]>("http-signatures/jwk-thumbprints.json") ?? [];
test.each(prints)("the thumbprint of $name", ({ jwk, thumbprint: expected }) => {
  expect(thumbprint(JSON.parse(jwk))).toBe(expected);
});

type FieldCase = {
  name: string;
  raw: string[];
  header_type: string;
  expected?: unknown;
  must_fail?: boolean;
  can_fail?: boolean;
};
/** The library keeps dates as JavaScript does: these two lie beyond what it can. */
const BEYOND = new Set(["syntactic max date - 999,999,999,999,999", "syntactic min date - -999,999,999,999,999"]);

describe("the parser of structured fields that signatures rest on", () => {
  // The folder's own folder holds cases for writers, of another shape.
  const files = (vectorFiles("structured-fields") ?? []).filter(({ name }) => /^[^/]+\.json$/.test(name));
  test.each(files)("$name", ({ content }) => {
    const cases = JSON.parse(content) as readonly FieldCase[];
    const wrong = cases.filter((one) => !BEYOND.has(one.name) && !agrees(one)).map(({ name }) => name);
    expect(cases.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

function agrees({ raw, header_type, expected, must_fail, can_fail }: FieldCase): boolean {
  try {
    const read = plain(header_type, raw.join(", "));
    return must_fail !== true && JSON.stringify(read) === JSON.stringify(spelled(expected));
  } catch {
    return must_fail === true || can_fail === true;
  }
}

function plain(type: string, raw: string): unknown {
  if (type === "item") return member(parseItem(raw));
  if (type === "list") return parseList(raw).map(member);
  return [...parseDictionary(raw)].map(([key, value]) => [key, member(value)]);
}
function member([value, params]: readonly [unknown, ReadonlyMap<string, unknown>]): unknown {
  const shown = Array.isArray(value) ? value.map(member) : bare(value);
  return [shown, [...params].map(([key, own]) => [key, bare(own)])];
}
function bare(value: unknown): unknown {
  if (value instanceof Token) return { __type: "token", value: value.toString() };
  if (value instanceof DisplayString) return { __type: "displaystring", value: value.toString() };
  if (value instanceof Date) return { __type: "date", value: value.getTime() / 1000 };
  return value instanceof ArrayBuffer ? { __type: "binary", hex: Buffer.from(value).toString("hex") } : value;
}
/** The vectors write bytes in Base32 (RFC 4648). */
function spelled(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(spelled);
  const binary = expected as { __type?: string; value?: string } | null;
  return binary?.__type === "binary" ? { __type: "binary", hex: hexOfBase32(binary.value ?? "") } : expected;
}
function hexOfBase32(written: string): string {
  const bits = [...written.replace(/=+$/, "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, "0")).join("");
}
