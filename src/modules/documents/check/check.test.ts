import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { family, signedPaper, signerOf, trusting } from "../../../../tests/support/signed-papers.ts";
import { testCertificate } from "../../../../tests/support/test-certificates.ts";
import { renderPaper } from "../render.ts";
import { samples } from "../samples.test-support.ts";
import { checkSignatures } from "./check.ts";

const DAY_MS = 86_400_000;
const seed = Number(process.env.FC_SEED ?? Date.now() % 1e9);
let office: ReturnType<typeof family>;
let signed: Buffer;

beforeAll(async () => {
  console.log(`signatures: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
  office = family();
  signed = await signedPaper(office.person, office.seal);
});

/** Adds a revision to a PDF of ours, with the given objects. */
function appended(pdf: Buffer, objects: string): Buffer {
  const startXref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString("latin1"))?.[1];
  return Buffer.concat([
    pdf,
    Buffer.from(
      `\n${objects}\nxref\n0 0\ntrailer\n<< /Prev ${startXref} >>\nstartxref\n${pdf.length}\n%%EOF\n`,
      "latin1",
    ),
  ]);
}

describe("the verdict on a signed PDF", () => {
  test("is valid for person and seal under a trusted root, with names and times", async () => {
    const report = await checkSignatures(signed, trusting(office.root));
    expect(report.verdict).toBe("valid");
    expect(report.signatures.map(({ signer }) => signer)).toEqual(["Trần Văn Bình", "Công an phường Buôn Ma Thuột"]);
    expect(report.signatures.map(({ coversAll }) => coversAll)).toEqual([false, true]);
    for (const one of report.signatures) {
      expect(one).toMatchObject({ issuer: "Gốc thử nghiệm", timeFrom: "signer", revocation: "unknown" });
      expect(Math.abs((one.signedAt ?? 0) - Date.now())).toBeLessThan(DAY_MS);
    }
  });

  test("names an issuer nobody here trusts, also one that only bears the same name", async () => {
    expect((await checkSignatures(signed, trusting())).verdict).toBe("unknown-issuer");
    expect((await checkSignatures(signed, trusting(family().root))).verdict).toBe("unknown-issuer");
  });

  test("is not signed where nobody signed, a free place for a seal included", async () => {
    expect((await checkSignatures(renderPaper("refusal", samples.refusal), trusting(office.root))).verdict).toBe(
      "not-signed",
    );
    expect((await checkSignatures(Buffer.from("%PDF-1.7"), trusting())).verdict).toBe("not-signed");
    const unsealed = await signedPaper(office.person, null);
    expect((await checkSignatures(unsealed, trusting(office.root))).signatures.length).toBe(1);
  });

  test.each([
    ["expired", { from: Date.now() - 9 * DAY_MS, until: Date.now() - 5 * DAY_MS }, Date.now() - DAY_MS],
    ["expired", { from: Date.now() + 2 * DAY_MS, until: Date.now() + 9 * DAY_MS }, Date.now()],
    ["expired-since", { from: Date.now() - 9 * DAY_MS, until: Date.now() - 5 * DAY_MS }, Date.now() - 6 * DAY_MS],
  ] as const)("is %s where the certificate did not live then", async (verdict, lives, at) => {
    const made = testCertificate({ name: "Lê Thị Mai", issuer: office.root, ...lives });
    const paper = await signedPaper(signerOf(made, [office.root]), office.seal, undefined, at);
    const report = await checkSignatures(paper, trusting(office.root));
    expect(report.signatures[0]?.verdict).toBe(verdict);
  });

  test("is weak for an RSA key of 1024 bits", async () => {
    const made = testCertificate({ name: "Lê Thị Mai", issuer: office.root, kind: "rsa", rsaBits: 1024 });
    const paper = await signedPaper(signerOf(made, [office.root]), office.seal);
    expect((await checkSignatures(paper, trusting(office.root))).verdict).toBe("weak");
  });

  test("does not take a certificate for an authority that is none", async () => {
    const leaf = testCertificate({ name: "Chỉ là người ký", issuer: office.root });
    const made = testCertificate({ name: "Kẻ mạo danh", issuer: leaf });
    const paper = await signedPaper(signerOf(made, [leaf, office.root]), office.seal);
    expect((await checkSignatures(paper, trusting(office.root))).signatures[0]?.verdict).toBe("unknown-issuer");
  });
});

describe("one byte changed", () => {
  test("anywhere in what a signature covers is seen", async () => {
    const gaps = [...signed.toString("latin1").matchAll(/\/Contents <[0-9a-f]+>/g)].map(({ index, 0: all }) => [
      index + "/Contents ".length,
      index + all.length,
    ]);
    const isCovered = (at: number): boolean => !gaps.some(([from = 0, until = 0]) => at >= from && at < until);
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        fc.pre(isCovered(at));
        const changed = Buffer.from(signed);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const report = await checkSignatures(changed, trusting(office.root));
        // The last signature covers all: it fails, or cannot be found any more and then the first is changed later.
        expect(report.verdict).not.toBe("valid");
      }),
      { numRuns: 150, seed },
    );
  });
});

describe("what was appended after a signature", () => {
  test.each([
    ["a page that reads otherwise", "4 0 obj\n<< /Length 2 >>\nstream\nq \nendstream\nendobj"],
    ["a note over the page", "900 0 obj\n<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (ok) >>\nendobj"],
    ["a script", "900 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj"],
    ["something unreadable", "900 0 obj\n<< /Type /ObjStm /N 1 /First 4 >>\nstream\n????\nendstream\nendobj"],
    ["an object without end", "900 0 obj\n<< /A 1"],
  ])("%s makes it changed later", async (_what, objects) => {
    const report = await checkSignatures(appended(signed, objects), trusting(office.root));
    expect(report.verdict).toBe("changed-later");
  });

  test("proofs for keeping do not", async () => {
    const dss =
      "900 0 obj\n<< /Type /DSS /Certs [901 0 R] >>\nendobj\n901 0 obj\n<< /Length 1 >>\nstream\n0\nendstream\nendobj";
    expect((await checkSignatures(appended(signed, dss), trusting(office.root))).verdict).toBe("valid");
  });

  test("a stranger's signature after a good one is named, and the file is not valid", async () => {
    const stranger = family();
    const { countersignPdf } = await import("../sign.ts");
    const { renderMark } = await import("../render.ts");
    const unit = "Công an phường Buôn Ma Thuột";
    const mark = renderMark({ role: "seal", name: unit, title: "", unit, at: Date.now() });
    const both = await countersignPdf(
      await signedPaper(office.person, null),
      { signer: stranger.seal, at: Date.now(), reason: "x" },
      mark,
    );
    const report = await checkSignatures(both, trusting(office.root));
    expect(report.signatures.map(({ verdict }) => verdict)).toEqual(["valid", "unknown-issuer"]);
    expect(report.verdict).toBe("unknown-issuer");
  });
});

describe("hostile files", () => {
  test("never throw and never pass, whatever is cut, doubled or written over", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(signed.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.constantFrom("over", "cut", "double", "insert"),
        async (at, junk, how) => {
          const before = signed.subarray(0, at);
          const hostile = {
            over: Buffer.concat([before, junk, signed.subarray(at + junk.length)]),
            cut: before,
            double: Buffer.concat([signed, signed.subarray(at)]),
            insert: Buffer.concat([before, junk, signed.subarray(at)]),
          }[how];
          const report = await checkSignatures(hostile, trusting(office.root));
          if (!hostile.equals(signed) && report.verdict === "valid") {
            // Only what lies in a gap, behind the signature's own bytes, or an empty end may be so.
            expect(how === "over" || how === "double").toBe(true);
          }
        },
      ),
      { numRuns: 150, seed },
    );
  });

  test.each([
    ["ranges without end", "/ByteRange [0 10 20 5] ".repeat(100_000)],
    [
      "a range beyond the file",
      "%PDF-1.7 1 0 obj << /ByteRange [0 9999999999 9999999999 9999999999] /Contents <00> >> endobj",
    ],
    ["a gap that swallows the page", `<< /Contents <aa> /ByteRange [0 15 200 3] >> ${"(page)".repeat(60)}`],
    [
      "nested ASN.1 without end",
      `/Contents <${"3080".repeat(20_000)}> /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 80012 90]`,
    ],
  ])("%s", async (_what, text) => {
    const report = await checkSignatures(Buffer.from(text, "latin1"), trusting(office.root));
    expect(["unreadable", "altered"]).toContain(report.verdict);
  });
});
