import { createHash, generateKeyPairSync, sign, X509Certificate } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase45, encodeBase45 } from "../../../src/kernel/base45.ts";
import { joinBytes } from "../../../src/kernel/bytes.ts";
import { encodeCborList } from "../../../src/kernel/cbor.ts";
import { openCoseSign1 } from "../../../src/kernel/cose.ts";
import { inflate } from "../../../src/kernel/inflate.ts";
import { calculate, calculateAny } from "../index.ts";
import { readHealthClaims } from "./health-claims.ts";

const ask = (text: string, on: string, trustedKeys?: readonly { kid: string; publicKey: string }[]) =>
  calculateAny("health-certificate", { text, on, ...(trustedKeys ? { trustedKeys } : {}) });
const codeOf = async (answer: ReturnType<typeof ask>): Promise<string> => {
  const got = await answer;
  return got.ok ? "ok" : `${got.failure.code} ${got.failure.field}`;
};

// A certificate of our own making, so that a clone without the shared vectors is tested as well.
const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const hex = (bytes: string) => Uint8Array.from(Buffer.from(bytes, "hex"));
const cborText = (written: string) =>
  joinBytes([Uint8Array.of(0x60 + written.length), new TextEncoder().encode(written)]);
const seconds = (iso: string) => {
  const four = new Uint8Array(5);
  four[0] = 0x1a;
  new DataView(four.buffer).setUint32(1, Date.parse(iso) / 1000);
  return four;
};
/** { 1: "VN", 6: issued, 4: expires, -260: { 1: { nam: {fn, gn}, dob, v: [{}] } } } */
const payload = (kind: string, issued: string, expires: string) =>
  joinBytes([
    hex("a4"),
    hex("01"),
    cborText("VN"),
    hex("06"),
    seconds(issued),
    hex("04"),
    seconds(expires),
    hex("390103a101a3"),
    cborText("nam"),
    hex("a2"),
    cborText("fn"),
    cborText("NGUYEN"),
    cborText("gn"),
    cborText("VAN A"),
    cborText("dob"),
    cborText("1990-12-01"),
    cborText(kind),
    hex("81a0"),
  ]);

type Method = "ES256" | "PS256";
const pairs = {
  ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  PS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
};
const trusted = (method: Method) => [
  {
    kid: Buffer.from(kid).toString("base64"),
    publicKey: pairs[method].publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  },
];
function certificate(
  method: Method,
  { kind = "v", issued = "2022-04-15T03:00:00Z", expires = "2023-04-15T03:00:00Z", tamper = false } = {},
): string {
  const header = joinBytes([hex(method === "ES256" ? "a20126" : "a2013824"), hex("0448"), kid]);
  const claims = payload(kind, issued, expires);
  const signed = encodeCborList(["Signature1", header, new Uint8Array(), claims]);
  const key = pairs[method].privateKey;
  const signature =
    method === "ES256"
      ? sign("sha256", signed, { key, dsaEncoding: "ieee-p1363" })
      : sign("sha256", signed, { key, padding: 6, saltLength: 32 });
  if (tamper) signature[10] = (signature[10] ?? 0) ^ 1;
  const bytes = (content: Uint8Array) => encodeCborList([content]).subarray(1);
  const message = joinBytes([hex("d284"), bytes(header), hex("a0"), bytes(claims), bytes(signature)]);
  return `HC1:${encodeBase45(deflateSync(message))}`;
}

describe.each(["ES256", "PS256"] as const)("a certificate signed with %s", (method) => {
  it("is opened and checked", async () => {
    expect(await ask(certificate(method), "2022-06-01", trusted(method))).toMatchObject({
      ok: true,
      value: {
        value: {
          issuer: "VN",
          issuedAt: "2022-04-15T10:00:00+07:00",
          expiresAt: "2023-04-15T10:00:00+07:00",
          name: "NGUYEN VAN A",
          bornOn: "1990-12-01",
          kind: "vaccination",
        },
      },
    });
  });
  it("is refused with a wrong signature, by another key, and by nobody's key", async () => {
    const wrong = certificate(method, { tamper: true });
    expect(await codeOf(ask(wrong, "2022-06-01", trusted(method)))).toBe("bad-signature text");
    const other = method === "ES256" ? "PS256" : "ES256";
    const otherKey = trusted(other);
    expect(await codeOf(ask(certificate(method), "2022-06-01", otherKey))).toBe(
      "invalid-format trustedKeys[0].publicKey",
    );
    const otherId = [{ ...trusted(method)[0], kid: "AAAAAAAAAAA=" }] as never;
    expect(await codeOf(ask(certificate(method), "2022-06-01", otherId))).toBe("untrusted-key text");
    expect(await codeOf(ask(certificate(method), "2022-06-01"))).toBe("untrusted-key text");
    const fresh = generateKeyPairSync("ec", { namedCurve: "P-256" });
    if (method === "ES256") {
      const publicKey = fresh.publicKey.export({ type: "spki", format: "der" }).toString("base64");
      const shared = [{ kid: "AQIDBAUGBwg=", publicKey }];
      expect(await codeOf(ask(certificate(method), "2022-06-01", shared))).toBe("bad-signature text");
      expect(await codeOf(ask(certificate(method), "2022-06-01", [...shared, ...trusted(method)]))).toBe("ok");
    }
  });
  it("ends with the day it expires on; one issued later is shown with a note", async () => {
    const text = certificate(method);
    expect(await codeOf(ask(text, "2023-04-15", trusted(method)))).toBe("ok");
    expect(await codeOf(ask(text, "2023-04-16", trusted(method)))).toBe("expired text");
    expect(await codeOf(ask(text, "2022-04-15", trusted(method)))).toBe("ok");
    const rules = async (on: string) => {
      const answer = await ask(text, on, trusted(method));
      return answer.ok ? answer.value.steps.map((one) => one.rule) : [];
    };
    expect(await rules("2022-04-15")).not.toContain("issued-later");
    expect(await rules("2022-04-14")).toContain("issued-later");
    const atMidnight = certificate(method, { expires: "2023-04-14T17:00:00Z" });
    expect(await codeOf(ask(atMidnight, "2023-04-15", trusted(method)))).toBe("expired text");
  });
});

it("tells tests and recoveries from vaccinations", async () => {
  for (const [key, kind] of [
    ["t", "test"],
    ["r", "recovery"],
  ] as const)
    expect(await ask(certificate("ES256", { kind: key }), "2022-06-01", trusted("ES256"))).toMatchObject({
      value: { value: { kind } },
    });
  expect(await codeOf(ask(certificate("ES256", { kind: "x" }), "2022-06-01", trusted("ES256")))).toBe(
    "invalid-format text",
  );
});

it.each([
  ["", "unknown-prefix text"],
  ["hc1:6BF", "unknown-prefix text"],
  ["HC1", "unknown-prefix text"],
  ["HC1:", "invalid-format text"],
  ["HC1:6BF#", "invalid-format text"],
  [`HC1:${encodeBase45(Uint8Array.of(1, 2, 3))}`, "invalid-format text"],
  [`HC1:${encodeBase45(deflateSync(hex("a0")))}`, "invalid-format text"],
  [`HC1:${encodeBase45(deflateSync(hex("d28440a040f6")))}`, "invalid-format text"],
  [`HC1:${encodeBase45(deflateSync(Buffer.alloc(10_000_000)))}`, "invalid-format text"],
  [`HC1:${"0".repeat(1_000_000)}`, "invalid-format text"],
])("refuses %.40s", async (text, code) => {
  expect(await codeOf(ask(text, "2022-06-01"))).toBe(code);
});

it("refuses keys that are not Base64, after the text", async () => {
  const keys = [{ kid: "%", publicKey: "AA==" }];
  expect(await codeOf(ask(certificate("ES256"), "2022-06-01", keys))).toBe("invalid-format trustedKeys[0].kid");
  expect(await codeOf(ask("x", "2022-06-01", keys))).toBe("unknown-prefix text");
});

it("answers or refuses any text, and never throws", async () => {
  const good = certificate("ES256");
  const cut = fc
    .tuple(fc.nat(good.length), fc.string({ maxLength: 3 }))
    .map(([at, put]) => good.slice(0, at) + put + good.slice(at + put.length));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        cut,
        fc.string(),
        fc.string().map((tail) => `HC1:${tail}`),
      ),
      async (text) => {
        const answer = await ask(text, "2022-06-01", trusted("ES256"));
        return answer.ok ? text === good : answer.failure.message.vi !== "";
      },
    ),
    { seed: 18, numRuns: 300 },
  );
});

it("is not asked at once", () => {
  expect(() => calculate("health-certificate", {})).toThrow("answers later");
});

const VECTORS = join(import.meta.dirname, "../../../../shared/vectors/dcc");
type Case = {
  readonly PREFIX?: string;
  readonly TESTCTX: { readonly CERTIFICATE?: string; readonly VALIDATIONCLOCK?: string };
  readonly EXPECTEDRESULTS: { readonly EXPECTEDVERIFY?: boolean; readonly EXPECTEDEXPIRATIONCHECK?: boolean };
};
if (!existsSync(VECTORS))
  console.log("left out: the certificates of ../shared/vectors/dcc, which is not on this machine");

describe.skipIf(!existsSync(VECTORS))("the certificates of the member states", () => {
  const files = existsSync(VECTORS)
    ? readdirSync(join(VECTORS, "testdata"), { recursive: true, encoding: "utf8" }).filter((file) =>
        file.endsWith(".json"),
      )
    : [];
  const keyOf = (certificate: string) => {
    const der = Buffer.from(certificate, "base64");
    return {
      kid: createHash("sha256").update(der).digest().subarray(0, 8).toString("base64"),
      publicKey: new X509Certificate(der).publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    };
  };
  // What the sheet of the vectors marks as not testable, or speaks of things a certificate text does not show.
  const BROKEN: { readonly [file: string]: string } = {
    "common/H3.json": "unknown-prefix text",
    "common/Z1.json": "invalid-format text",
    "common/Z2.json": "invalid-format text",
    "common/CBO1.json": "invalid-format text",
    "common/CO17.json": "expired text",
  };

  it.each(files)("%s", async (file) => {
    const read = JSON.parse(readFileSync(join(VECTORS, "testdata", file), "utf8")) as Case;
    const { PREFIX: text, TESTCTX: context, EXPECTEDRESULTS: flags } = read;
    if (text === undefined) return;
    const keys = context.CERTIFICATE ? [keyOf(context.CERTIFICATE)] : [];
    const on = (context.VALIDATIONCLOCK ?? "2021-06-01").slice(0, 10);
    const code = await codeOf(ask(text, on, keys));
    const broken = BROKEN[file.replaceAll("\\", "/")];
    if (broken) expect(code).toBe(broken);
    else if (flags.EXPECTEDVERIFY && flags.EXPECTEDEXPIRATIONCHECK !== false && keys.length > 0)
      expect(code).toBe("ok");
    else if (flags.EXPECTEDVERIFY === false) expect(["bad-signature text", "untrusted-key text"]).toContain(code);
  });

  type Decoded = {
    readonly qr_text: string;
    readonly kid_hex: string;
    readonly cwt: { readonly iss: string; readonly iat: number; readonly exp: number };
    readonly hcert: { readonly "1": { readonly nam: { fn?: string; gn?: string }; readonly dob: string } };
  };
  it("opens the quality set as an independent reader did", async () => {
    const all = JSON.parse(readFileSync(join(VECTORS, "qa-decoded.json"), "utf8")) as readonly Decoded[];
    let opened = 0;
    for (const { qr_text: text, kid_hex: kidHex, cwt, hcert } of all) {
      if (!text?.startsWith("HC1:")) continue;
      const packed = decodeBase45(text.slice(4));
      const plain = packed.ok ? await inflate(packed.value, 100_000) : packed;
      const message = plain.ok ? openCoseSign1(plain.value) : plain;
      if (!message.ok) throw new Error(`not opened: ${text.slice(0, 60)}`);
      if (kidHex) expect(Buffer.from(message.value.keyId ?? []).toString("hex")).toBe(kidHex);
      const claims = readHealthClaims(message.value.payload);
      expect(claims, JSON.stringify({ cwt, hcert })).not.toBeNull();
      expect(claims).toMatchObject({
        issuer: cwt.iss,
        issuedAt: Math.floor(cwt.iat) * 1000,
        expiresAt: Math.floor(cwt.exp) * 1000,
        bornOn: hcert["1"].dob,
      });
      opened += 1;
    }
    expect(opened).toBeGreaterThan(50);
  });
});
