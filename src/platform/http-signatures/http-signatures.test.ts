import { createSecretKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Algorithm, algorithms, signBytes, verifyBytes } from "./algorithms.ts";
import { contentDigest, digestHolds } from "./digest.ts";
import { fieldsOf, REQUEST_COVERED, signAnswer, signedFetch, UnsignedAnswer } from "./exchange.ts";
import { algorithmOf, type SigningKey, signingKeyOf } from "./keys.ts";
import type { RequestParts } from "./message.ts";
import { type Signing, signMessage } from "./sign.ts";
import { type Expectations, verifyMessage } from "./verify.ts";

const NOW = Date.parse("2026-11-23T09:15:00+07:00");
const ours = signingKeyOf("a secret of this test");
const theirs = signingKeyOf("a secret of the other side");

const request: RequestParts = {
  method: "POST",
  targetUri: "https://motcua.example/api/v1/verifications",
  fields: [
    ["content-type", "application/json"],
    ["content-digest", contentDigest(Buffer.from("{}"))],
    ["idempotency-key", "k-1"],
  ],
};
const signing: Signing = {
  key: ours,
  components: REQUEST_COVERED,
  created: NOW,
  expires: NOW + 300_000,
  nonce: "n-1",
  tag: "motcua",
};
const expected: Expectations<SigningKey> = {
  now: NOW,
  keyOf: async (id) => (id === ours.id ? ours : null),
  required: REQUEST_COVERED,
  ageMostSeconds: 300,
  nonceNeeded: true,
  tag: "motcua",
};
const signed = (changes: Partial<Signing> = {}, of: RequestParts = request): RequestParts => ({
  ...of,
  fields: [...of.fields, ...Object.entries(signMessage(of, { ...signing, ...changes }))],
});

describe("a signed request", () => {
  test("is taken, and says when it grows stale", async () => {
    const verified = await verifyMessage(signed(), expected);
    expect(verified).toMatchObject({ ok: true, value: { keyId: ours.id, nonce: "n-1", staleAt: NOW + 330_000 } });
  });

  const later = { ...expected, now: NOW + 331_000 };
  test.each([
    ["without a signature", request, expected, "missing"],
    ["from a key we do not know", signed({ key: theirs }), expected, "unknown-key"],
    [
      "with the name of our key and another's hand",
      signed({ key: { ...theirs, id: ours.id } }),
      expected,
      "wrong-signature",
    ],
    ["that grew old", signed(), later, "expired"],
    ["that says it lives for ever", signed({ expires: NOW + 10 ** 12 }), later, "expired"],
    ["that ended before", signed({ created: NOW - 60_000, expires: NOW - 31_000 }), expected, "expired"],
    ["from tomorrow", signed({ created: NOW + 86_400_000 }), expected, "not-yet"],
    ["that covers no body", signed({ components: ['"@method"', '"@target-uri"'] }), expected, "too-little-covered"],
    ["for something else", signed({ tag: "another" }), expected, "wrong-tag"],
    [
      "with two components of one name",
      {
        ...signed(),
        fields: [
          ...request.fields,
          [
            "signature-input",
            `sig1=("@method" "@method");created=${NOW / 1000};keyid="${ours.id}";nonce="n";tag="motcua"`,
          ],
          ["signature", "sig1=:AAAA:"],
        ],
      },
      { ...expected, required: [] },
      "malformed",
    ],
    [
      "of which the fields are no dictionaries",
      { ...request, fields: [...request.fields, ["signature-input", "((("], ["signature", "x"]] },
      expected,
      "malformed",
    ],
  ] as const)("%s is refused", async (_what, message, against, kind) => {
    expect(await verifyMessage(message as RequestParts, against)).toEqual({ ok: false, failure: { kind } });
  });

  test("without a nonce, with another algorithm than the key's, or sent elsewhere, is refused", async () => {
    const { nonce: _, ...bare } = signing;
    const without = { ...request, fields: [...request.fields, ...Object.entries(signMessage(request, bare))] };
    expect(await verifyMessage(without, expected)).toMatchObject({ failure: { kind: "no-nonce" } });
    const named = signed({ nameAlgorithm: true });
    const confused = named.fields.map(([n, v]) => [n, v.replace('alg="ed25519"', 'alg="hmac-sha256"')] as const);
    expect(await verifyMessage(named, expected)).toMatchObject({ ok: true });
    expect(await verifyMessage({ ...named, fields: confused }, expected)).toMatchObject({
      failure: { kind: "wrong-algorithm" },
    });
    const elsewhere = { ...signed(), targetUri: "https://motcua.example/api/v1/dossiers" };
    expect(await verifyMessage(elsewhere, expected)).toMatchObject({ failure: { kind: "wrong-signature" } });
  });

  // Goal: no change of a covered part survives. Method: one character of one covered value is put for another.
  test("no covered part can be altered unseen", async () => {
    const whole = signed();
    const covered = whole.fields.filter(([name]) => name !== "idempotency-key");
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.constantFrom("a", "0", "=", ";", '"'), async (which, at, put) => {
        const [name, value] = covered[which % covered.length] ?? ["", ""];
        const changed = value.slice(0, at % value.length) + put + value.slice((at % value.length) + 1);
        fc.pre(changed !== value);
        const fields = whole.fields.map(([n, v]) => [n, n === name ? changed : v] as const);
        const verified = await verifyMessage({ ...whole, fields }, { ...expected, required: [] });
        // Another label, or other bits behind the last whole byte of Base64, are another spelling of the same signature.
        if (verified.ok) expect(canonical(fields)).toBe(canonical(whole.fields));
      }),
      { numRuns: 300, seed: 9421 },
    );
  });
  const canonical = (fields: RequestParts["fields"]): string =>
    fields
      .map(([n, v]) =>
        n === "signature" ? Buffer.from(v.split(":")[1] ?? "", "base64").toString("hex") : `${n}: ${v}`,
      )
      .join("\n");
});

describe("keys and digests", () => {
  const pairs: Readonly<Record<Algorithm, () => { sign: SigningKey["key"]; verify: SigningKey["key"] }>> = {
    ed25519: () => both(generateKeyPairSync("ed25519")),
    "ecdsa-p256-sha256": () => both(generateKeyPairSync("ec", { namedCurve: "P-256" })),
    "ecdsa-p384-sha384": () => both(generateKeyPairSync("ec", { namedCurve: "P-384" })),
    "rsa-pss-sha512": () => both(generateKeyPairSync("rsa", { modulusLength: 2048 })),
    "rsa-v1_5-sha256": () => both(generateKeyPairSync("rsa", { modulusLength: 2048 })),
    "hmac-sha256": () => {
      const key = createSecretKey(randomBytes(32));
      return { sign: key, verify: key };
    },
  };
  const both = (pair: { privateKey: SigningKey["key"]; publicKey: SigningKey["key"] }) => ({
    sign: pair.privateKey,
    verify: pair.publicKey,
  });

  test.each(algorithms)("%s signs, verifies, and takes no key of another kind", (algorithm) => {
    const pair = pairs[algorithm]();
    const signature = signBytes(algorithm, pair.sign, "base");
    expect(verifyBytes(algorithm, pair.verify, "base", signature)).toBe(true);
    expect(verifyBytes(algorithm, pair.verify, "bass", signature)).toBe(false);
    expect(verifyBytes(algorithm, pair.verify, "base", signature.subarray(1))).toBe(false);
    const other = algorithm === "ed25519" ? createSecretKey(randomBytes(32)) : ours.key;
    expect(() => signBytes(algorithm, other, "base")).toThrow(/not for/);
    expect(verifyBytes(algorithm, other, "base", signature)).toBe(false);
  });

  test("small RSA keys and short secrets are none", () => {
    const weak = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
    expect(() => signBytes("rsa-pss-sha512", weak, "base")).toThrow(/not for/);
    expect(() => signBytes("hmac-sha256", createSecretKey(randomBytes(16)), "base")).toThrow(/not for/);
    expect(algorithmOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey)).toBe("ecdsa-p256-sha256");
    expect(algorithmOf(generateKeyPairSync("x25519").publicKey)).toBeNull();
  });

  test("a digest holds for its body alone, and an old algorithm holds for none", () => {
    const body = Buffer.from('{"hello": "world"}');
    expect(contentDigest(body)).toBe("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
    expect(digestHolds(contentDigest(body, "sha-512"), body)).toBe(true);
    expect(digestHolds(`${contentDigest(body)}, ${contentDigest(Buffer.from("x"), "sha-512")}`, body)).toBe(false);
    for (const field of [null, "", "md5=:AAAA:", "sha-256=1", "sha-256=:AAAA:", "(("])
      expect(digestHolds(field, body)).toBe(false);
  });
});

describe("an exchange over a socket", () => {
  let server: Server;
  let url: string;
  let answerWith: (answer: Response, asked: RequestParts) => Promise<Response>;
  const asked: RequestParts[] = [];

  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("end", async () => {
        const fields = fieldsOf(new Headers(incoming.headers as Record<string, string>));
        const got: RequestParts = { method: incoming.method ?? "", targetUri: `${url}${incoming.url}`, fields };
        asked.push(got);
        const answer = await answerWith(Response.json({ got: Buffer.concat(parts).toString("utf8") }), got);
        outgoing.writeHead(answer.status, [...answer.headers].flat());
        outgoing.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
    await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const send = signedFetch({ key: ours, answerKey: async (id) => (id === theirs.id ? theirs : null), now: () => NOW });
  const post = () =>
    new Request(`${url}/ask`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "k" },
      body: '{"a":1}',
    });

  test("goes both ways signed, each time with a nonce of its own", async () => {
    answerWith = (answer, got) => signAnswer(answer, got, "sig1", theirs, NOW);
    expect(await (await send(post())).json()).toEqual({ got: '{"a":1}' });
    await send(post());
    const verified = await Promise.all(
      asked
        .slice(-2)
        .map((got) => verifyMessage(got, { ...expected, required: [...REQUEST_COVERED, '"idempotency-key"'] })),
    );
    expect(verified.every(({ ok }) => ok)).toBe(true);
    expect(new Set(verified.map((one) => one.ok && one.value.nonce)).size).toBe(2);
  });

  test.each([
    ["unsigned", async (answer: Response) => answer, "missing"],
    [
      "signed by somebody else",
      (answer: Response, got: RequestParts) => signAnswer(answer, got, "sig1", ours, NOW),
      "unknown-key",
    ],
    [
      "signed for another request",
      (answer: Response, got: RequestParts) =>
        signAnswer(answer, { ...got, targetUri: `${url}/other` }, "sig1", theirs, NOW),
      "wrong-signature",
    ],
    [
      "signed long ago",
      (answer: Response, got: RequestParts) => signAnswer(answer, got, "sig1", theirs, NOW - 3_600_000),
      "expired",
    ],
    [
      "altered on its way",
      async (answer: Response, got: RequestParts) => {
        const signedOne = await signAnswer(answer, got, "sig1", theirs, NOW);
        return new Response('{"got":"else"}', { status: 200, headers: signedOne.headers });
      },
      "wrong-digest",
    ],
  ] as const)("an answer %s is not believed", async (_what, how, failure) => {
    answerWith = how;
    await expect(send(post())).rejects.toMatchObject({ failure });
    await expect(send(post())).rejects.toBeInstanceOf(UnsignedAnswer);
  });
});
