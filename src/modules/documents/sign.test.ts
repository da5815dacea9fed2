import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Certificate, ContentInfo, SignedData } from "pkijs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Authority, demoAuthority, fileSigner, keyedAuthority, type Pkcs12Setting } from "./authority.ts";
import { makePkcs12, openPkcs12, signerFrom } from "./pkcs12.ts";
import { renderMark, renderToSign } from "./render.ts";
import { issuedAt, samples } from "./samples.test-support.ts";
import { countersignPdf, signPdf } from "./sign.ts";
import type { Signer } from "./signer.ts";

const unit = "Công an phường Buôn Ma Thuột";
const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
/** An office whose seal lies in a file. */
const fileAuthority = (seal: Pkcs12Setting): Authority => keyedAuthority(() => fileSigner(seal), new Map(), Date.now);
let folder = "";
let authority: ReturnType<typeof demoAuthority>;
let person: Signer;
let seal: Signer;
let signed: Buffer;

const required = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error("missing in the test");
  return value;
};

/** Signs with each in turn; null keeps the place free. */
async function sign(signers: readonly (Signer | null)[]): Promise<Buffer> {
  const signatures = samples.refusal.signatures.map(({ at, ...mark }, index) =>
    signers[index] ? { ...mark, at } : mark,
  );
  const { pdf, boxes } = renderToSign("refusal", { ...samples.refusal, signatures });
  // A person who does not sign electronically has a name on the sheet, but no place for a signature.
  const places = signers
    .filter((signer, index) => signer !== null || samples.refusal.signatures[index]?.role === "seal")
    .map((signer, index) => ({
      box: required(boxes[index]),
      description: `Chữ ký số của ${signer?.label ?? unit}`,
      signature: signer ? { signer, at: issuedAt, reason: samples.refusal.title } : null,
    }));
  return Buffer.from(await signPdf(pdf, places));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "motcua-sign-"));
  authority = demoAuthority({ folder: join(folder, "demo"), clock: { now: () => issuedAt } });
  person = required(
    await authority.findSigner({ role: "person", name: "Trần Văn Bình", title: "Trưởng Công an phường", unit }),
  );
  seal = required(await authority.findSigner({ role: "seal", unit }));
  signed = await sign([person, seal]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Found = { range: number[]; cms: Uint8Array; content: Buffer };

function signaturesIn(pdf: Buffer): Found[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/ByteRange \[([\d ]+)\] \/Contents <([0-9a-f]+)>/g)].map((found) => {
    const range = required(found[1]).split(" ").map(Number);
    const [a = 0, b = 0, c = 0, d = 0] = range;
    const padded = Buffer.from(required(found[2]), "hex");
    return {
      range,
      cms: padded.subarray(0, 4 + padded.readUInt16BE(2)),
      content: Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]),
    };
  });
}

async function holds(found: Found): Promise<boolean> {
  const signedData = new SignedData({ schema: ContentInfo.fromBER(exact(found.cms)).content });
  const [root] = await authority.trustedRoots();
  return signedData
    .verify({
      signer: 0,
      data: exact(found.content),
      trustedCerts: [Certificate.fromBER(exact(required(root)))],
      checkChain: true,
      checkDate: new Date(issuedAt),
    })
    .catch(() => false);
}

/** Every revision's table names the place where each of its objects begins. */
function expectTables(pdf: Buffer): void {
  const text = pdf.toString("latin1");
  let checked = 0;
  for (let at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]); Number.isFinite(at); ) {
    const part = text.slice(at, text.indexOf("%%EOF", at));
    expect(part.startsWith("xref")).toBe(true);
    for (const section of part.matchAll(/^(\d+) (\d+)\n((?:\d{10} \d{5} [nf]\s{2})+)/gm)) {
      const entries = required(section[3]).match(/.{18}\s{2}/gs) ?? [];
      entries.forEach((entry, index) => {
        if (entry[17] !== "n") return;
        expect(text.startsWith(`${Number(section[1]) + index} 0 obj`, Number(entry.slice(0, 10)))).toBe(true);
        checked++;
      });
    }
    at = Number(/\/Prev (\d+)/.exec(part)?.[1]);
  }
  expect(checked).toBeGreaterThan(10);
}

describe("a paper with two signatures", () => {
  test("verifies for both, each over all before it, the last over the whole file", async () => {
    const [first, last] = signaturesIn(signed);
    for (const found of [required(first), required(last)]) expect(await holds(found)).toBe(true);
    const [, , c = 0, d = 0] = required(last).range;
    expect(c + d).toBe(signed.length);
    const [, , c1 = 0, d1 = 0] = required(first).range;
    expect(signed.subarray(c1 + d1 - 6, c1 + d1).toString("latin1")).toBe("%%EOF\n");
  });

  test("fails for both when one byte of the page is changed, for the second when its own part is", async () => {
    const early = Buffer.from(signed);
    early[5000] = (early[5000] ?? 0) ^ 1;
    for (const found of signaturesIn(early)) expect(await holds(found)).toBe(false);
    const late = Buffer.from(signed);
    late[late.length - 20] = (late[late.length - 20] ?? 0) ^ 1;
    expect(await Promise.all(signaturesIn(late).map(holds))).toEqual([true, false]);
  });

  test("holds what PAdES baseline B wants and no signing time of its own", () => {
    const hex = required(signaturesIn(signed)[0]).cms;
    const has = (oidHex: string): boolean => Buffer.from(hex).toString("hex").includes(oidHex);
    expect(has("060b2a864886f70d010910022f")).toBe(true); // signing-certificate-v2
    expect(has("06092a864886f70d010904")).toBe(true); // message digest
    expect(has("06092a864886f70d010905")).toBe(false); // signing time
    expect(signed.toString("latin1")).toContain("/SubFilter /ETSI.CAdES.detached");
    expect(signed.toString("latin1")).toContain("/M (D:20260729140500+07'00')");
  });

  test("stays tagged: each field a Form of the structure, printed, locked, described, in the order of the page", () => {
    const text = signed.toString("latin1");
    expect(text.match(/\/S \/Form/g)?.length).toBe(2);
    expect(text.match(/\/Subtype \/Widget[^>]*\/TU <feff[0-9a-f]+> \/F 132/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain("/Tabs /S");
    expect(text).toContain("/SigFlags 3");
    expect(text).toMatch(/\/ParentTreeNextKey 3/);
    expect(text).not.toContain("/NeedAppearances");
  });

  test("has every address of its appended tables right", () => expectTables(signed));
});

describe("a paper sealed later", () => {
  const mark = (): Uint8Array => renderMark({ role: "seal", name: unit, title: "", unit, at: issuedAt });
  const toMake = () => ({ signer: seal, at: issuedAt, reason: samples.refusal.title });

  test("keeps its first signature byte for byte, gains the second over the whole file, and bears its mark", async () => {
    const unsealed = await sign([person, null]);
    expect(signaturesIn(unsealed).length).toBe(1);
    const sealed = Buffer.from(await countersignPdf(unsealed, toMake(), mark()));
    expect(Buffer.compare(sealed.subarray(0, unsealed.length), unsealed)).toBe(0);
    const found = signaturesIn(sealed);
    expect(await Promise.all(found.map(holds))).toEqual([true, true]);
    const [, , c = 0, d = 0] = required(found[1]).range;
    expect(c + d).toBe(sealed.length);
    expectTables(sealed);
    const appended = sealed.subarray(unsealed.length).toString("latin1");
    expect(appended).toMatch(/\/Subtype \/Form \/BBox \[0 0 215/);
    expect(appended).toContain("Tinos");
  });

  test("has one place for the seal: a second seal finds none", async () => {
    const sealed = await countersignPdf(await sign([person, null]), toMake(), mark());
    await expect(countersignPdf(sealed, toMake(), mark())).rejects.toThrow(/no place left/);
    await expect(countersignPdf(signed, toMake(), mark())).rejects.toThrow(/no place left/);
  });

  test("can be sealed where no person signed electronically", async () => {
    const sealed = await countersignPdf(await sign([null, null]), toMake(), mark());
    expect(await Promise.all(signaturesIn(Buffer.from(sealed)).map(holds))).toEqual([true]);
  });
});

describe("keys", () => {
  test("a PKCS#12 file of ours opens with its password only", async () => {
    const file = await readFile(join(folder, "demo", "root", "signing.p12"));
    const password = await readFile(join(folder, "demo", "root", "password"), "utf8");
    expect((await openPkcs12(file, password)).chain.length).toBe(1);
    await expect(openPkcs12(file, "sai")).rejects.toThrow(/password is wrong/);
    await expect(openPkcs12(Buffer.from("no p12"), password)).rejects.toThrow();
  });

  test("the authority keeps its keys to its owner, and a second one over the same folder is the same", async () => {
    const places = ["root", "issuing"].map((name) => join(folder, "demo", name));
    for (const place of places) {
      expect(statSync(place).mode & 0o077).toBe(0);
      for (const name of readdirSync(place)) expect(statSync(join(place, name)).mode & 0o077).toBe(0);
    }
    const again = demoAuthority({ folder: join(folder, "demo"), clock: { now: () => issuedAt } });
    const [before, after] = [await authority.trustedRoots(), await again.trustedRoots()];
    expect(Buffer.compare(required(before[0]), required(after[0]))).toBe(0);
    expect(required(await again.findSigner({ role: "seal", unit })).certificateChain).toEqual(seal.certificateChain);
  });

  test("authorities that start at once agree on one root", async () => {
    const place = join(folder, "race");
    const roots = await Promise.all(
      [1, 2, 3].map(() => demoAuthority({ folder: place, clock: { now: () => issuedAt } }).trustedRoots()),
    );
    for (const [root] of roots) expect(Buffer.compare(required(root), required(roots[0]?.[0]))).toBe(0);
    expect(readdirSync(place).filter((name) => name.startsWith(".making"))).toEqual([]);
  });

  test("a seal from a file never signs for a person", async () => {
    const p12 = join(folder, "seal.p12");
    writeFileSync(
      p12,
      await makePkcs12(
        await openPkcs12(
          await readFile(join(folder, "demo", "issuing", "signing.p12")),
          await readFile(join(folder, "demo", "issuing", "password"), "utf8"),
        ),
        "mật khẩu",
      ),
    );
    const own = fileAuthority({ path: p12, password: "mật khẩu" });
    expect(await own.findSigner({ role: "person", name: "Ai đó", title: "", unit })).toBeNull();
    expect(required(await own.findSigner({ role: "seal", unit })).algorithm).toBe("ecdsa-sha256");
  });

  test("an RSA key below 2048 bits is refused", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    const key = privateKey.export({ format: "der", type: "pkcs8" });
    expect(() => signerFrom({ key, chain: seal.certificateChain })).toThrow(/2048/);
  });
});

/** Programs that are no part of the project: used where they are installed, named where they are not. */
const installed = (program: string, args: string[]): boolean => {
  const there = spawnSync(program, args, { stdio: "ignore" }).error === undefined;
  if (!there) console.log(`left out: ${program} is not installed, so what it says of our papers was not asked`);
  return there;
};

describe.skipIf(!installed("pdfsig", ["-v"]))("poppler", () => {
  test.each(["at once", "one after the other"])(
    "finds both signatures valid and the last over the whole document, made %s",
    async (way) => {
      const path = join(folder, "signed.pdf");
      const later = renderMark({ role: "seal", name: unit, title: "", unit, at: issuedAt });
      const toMake = { signer: seal, at: issuedAt, reason: samples.refusal.title };
      writeFileSync(path, way === "at once" ? signed : await countersignPdf(await sign([person, null]), toMake, later));
      const said = spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" }).stdout;
      expect(said.match(/Signature is Valid/g)?.length).toBe(2);
      expect(said.match(/ETSI\.CAdES\.detached/g)?.length).toBe(2);
      expect(said.split("Signature #2")[1]).toContain("Total document signed");
    },
  );
});

describe.skipIf(!installed("openssl", ["version"]))("OpenSSL", () => {
  const run = (...args: string[]): string =>
    execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  test("verifies the signatures taken out of the paper, against the authority's root", async () => {
    writeFileSync(join(folder, "root.der"), required((await authority.trustedRoots())[0]));
    run("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
    for (const { cms, content } of signaturesIn(signed)) {
      writeFileSync(join(folder, "cms.der"), cms);
      writeFileSync(join(folder, "content"), content);
      const checks = [
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "cms.der",
        "-content",
        "content",
        "-CAfile",
        "root.pem",
        "-out",
        "out",
        "-cades",
      ];
      expect(
        spawnSync("openssl", [...checks, "-attime", String(Math.floor(issuedAt / 1000))], {
          cwd: folder,
          encoding: "utf8",
        }).stderr,
      ).toContain("successful");
    }
  });

  test.each(["rsa:2048", "rsa:3072", "ec"])(
    "makes a PKCS#12 file (%s) with which we sign, and accepts the signature",
    async (kind) => {
      const key = kind === "ec" ? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"] : ["-newkey", kind];
      run(
        "req",
        "-x509",
        ...key,
        "-nodes",
        "-keyout",
        "own.key",
        "-out",
        "own.pem",
        "-subj",
        "/C=VN/CN=Con dau",
        "-days",
        "10000",
        "-addext",
        "keyUsage=digitalSignature,nonRepudiation",
      );
      run("pkcs12", "-export", "-inkey", "own.key", "-in", "own.pem", "-out", "own.p12", "-passout", "pass:mậtkhẩu");
      const own = fileAuthority({ path: join(folder, "own.p12"), password: "mậtkhẩu" });
      const signer = required(await own.findSigner({ role: "seal", unit }));
      const [found] = signaturesIn(await sign([signer, null]));
      writeFileSync(join(folder, "cms.der"), required(found).cms);
      writeFileSync(join(folder, "content"), required(found).content);
      const said = spawnSync(
        "openssl",
        [
          "cms",
          "-verify",
          "-binary",
          "-inform",
          "DER",
          "-in",
          "cms.der",
          "-content",
          "content",
          "-CAfile",
          "own.pem",
          "-out",
          "out",
          "-cades",
        ],
        { cwd: folder, encoding: "utf8" },
      );
      expect(said.stderr).toContain("successful");
    },
  );
});
