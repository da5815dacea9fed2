import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasOpenssl, startCertification, type TestCertification } from "../../../tests/support/certification.ts";
import { hasPdfsig, pdfsigVerdicts } from "../../../tests/support/signatures.ts";
import { family, signedPaper, trusting } from "../../../tests/support/signed-papers.ts";
import { pemOf } from "../../../tests/support/test-certificates.ts";
import { createRevocationServices, createTimestampAuthority } from "../../gateways/certification/index.ts";
import { checkSignatures } from "./check/check.ts";
import { readCms } from "./check/cms-reader.ts";
import { keptProofs } from "./check/kept-proofs.ts";
import { signaturePlaces } from "./check/places.ts";
import type { FetchProof } from "./check/revocation.ts";
import type { Preservation, SigningLevel } from "./preservation.ts";
import { preserve, stamperOf } from "./preservation.ts";
import { renderMark } from "./render.ts";
import { countersignPdf } from "./sign.ts";

const YEAR_MS = 365 * 86_400_000;
const unit = "Công an phường Buôn Ma Thuột";

/** What a certification authority answers over HTTP, without remembering: each test asks anew. */
const fetching = (): FetchProof => {
  const services = createRevocationServices({ now: () => Date.now(), timeoutMs: 5_000 });
  return {
    ocsp: async (...about) => {
      const asked = await services.ocsp(...about);
      return asked.ok ? asked.value : null;
    },
    crl: async (url) => {
      const asked = await services.crl(url);
      return asked.ok ? asked.value : null;
    },
  };
};

describe.skipIf(!hasOpenssl("time stamps and proofs of revocation"))("papers made for keeping", () => {
  let authority: TestCertification;
  let byOcsp: ReturnType<typeof family>;
  let byCrl: ReturnType<typeof family>;
  let folder = "";
  const way = (level: SigningLevel): Preservation => ({
    level,
    timestamps: createTimestampAuthority({ url: `${authority.url}/tsa`, timeoutMs: 2_000 }),
    fetchProof: fetching(),
    now: () => Date.now(),
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "motcua-keep-"));
    authority = await startCertification();
    byOcsp = family({ ocsp: `${authority.url}/ocsp` }, authority.root);
    byCrl = family({ crl: `${authority.url}/list.crl` }, authority.root);
  });
  beforeEach(() => {
    authority.err("none");
    for (const { personal, agency } of [byOcsp, byCrl]) for (const one of [personal, agency]) authority.know(one);
  });
  afterAll(async () => {
    await authority.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("level T: each signature carries a time stamp, which our checker, OpenSSL and poppler accept", async () => {
    const paper = await signedPaper(byOcsp.person, byOcsp.seal, way("t"));
    const report = await checkSignatures(paper, trusting(authority.root));
    expect(report.verdict).toBe("valid");
    for (const one of report.signatures) expect(one.timeFrom).toBe("timestamp");
    if (hasPdfsig) expect(pdfsigVerdicts(paper)).toEqual(["Signature is Valid.", "Signature is Valid."]);

    writeFileSync(join(folder, "root.pem"), pemOf(authority.root.certificate));
    for (const { contents, gap, end } of signaturePlaces(paper) ?? []) {
      const content = [paper.subarray(0, gap.from), paper.subarray(gap.until, end)];
      const read = readCms(contents, content);
      if (read.kind !== "holds" || !read.signature.timestamp) throw new Error("no time stamp");
      const put = (name: string, bytes: Uint8Array): string => {
        writeFileSync(join(folder, name), bytes);
        return name;
      };
      put("value", read.signature.value);
      put("token.der", read.signature.timestamp);
      const openssl = (...args: string[]) => spawnSync("openssl", args, { cwd: folder, encoding: "utf8" });
      const stamp = openssl("ts", "-verify", "-data", "value", "-in", "token.der", "-token_in", "-CAfile", "root.pem");
      expect(stamp.stdout).toContain("Verification: OK");
      put("content", Buffer.concat(content));
      put("cms.der", contents.subarray(0, 4 + contents.readUInt16BE(2)));
      const cms = "cms -verify -binary -inform DER -in cms.der -content content -CAfile root.pem -out out -cades";
      expect(openssl(...cms.split(" ")).stderr).toContain("successful");
    }
  });

  test.each([
    ["OCSP", () => byOcsp, "ocsps"],
    ["a revocation list", () => byCrl, "crls"],
  ] as const)("level LT: proofs by %s lie in the file, and show years later what was so", async (_name, of, kind) => {
    const paper = await signedPaper(of().person, of().seal, way("lt"));
    expect(keptProofs(paper)[kind].length).toBeGreaterThan(0);
    expect(keptProofs(paper).certificates.length).toBeGreaterThanOrEqual(4);
    const report = await checkSignatures(paper, { ...trusting(authority.root), now: () => Date.now() + 20 * YEAR_MS });
    expect(report.verdict).toBe("valid");
    for (const one of report.signatures)
      expect(one).toMatchObject({ timeFrom: "timestamp", revocation: "good", keepsProofs: true });
    if (hasPdfsig) expect(pdfsigVerdicts(paper)).toEqual(["Signature is Valid.", "Signature is Valid."]);
  });

  test("level LTA: a time stamp over all, proofs included, is the last word of the file", async () => {
    const paper = await signedPaper(byOcsp.person, byOcsp.seal, way("lta"));
    const places = signaturePlaces(paper) ?? [];
    expect(places.map(({ subFilter }) => subFilter)).toEqual([
      "ETSI.CAdES.detached",
      "ETSI.CAdES.detached",
      "ETSI.RFC3161",
    ]);
    expect(places.at(-1)?.end).toBe(paper.length);
    expect((await checkSignatures(paper, trusting(authority.root))).verdict).toBe("valid");
    const changed = Buffer.from(paper);
    const dss = paper.indexOf("/Type /DSS");
    changed[dss + 6] = 0x58;
    const after = await checkSignatures(changed, trusting(authority.root));
    expect(after.verdict === "valid" && after.signatures.every((one) => one.coversAll)).toBe(false);
  });

  test("a paper that waits for the seal is completed by it, with the proofs of both", async () => {
    const waiting = await signedPaper(byOcsp.person, null, way("lta"));
    expect(keptProofs(waiting).ocsps).toEqual([]);
    const mark = renderMark({ role: "seal", name: unit, title: "", unit, at: Date.now() });
    const preservation = way("lta");
    const seal = { signer: byCrl.seal, at: Date.now(), reason: "thử" };
    const sealed = await countersignPdf(waiting, seal, mark, stamperOf(preservation));
    const paper = Buffer.from(await preserve(sealed, preservation));
    const report = await checkSignatures(paper, trusting(authority.root));
    expect(report.signatures.map(({ verdict, keepsProofs }) => [verdict, keepsProofs])).toEqual([
      ["valid", true],
      ["valid", true],
    ]);
    expect(Buffer.compare(paper.subarray(0, waiting.length), waiting)).toBe(0);
  });

  test.each(["down", "garbled", "other-imprint", "huge", "silent"] as const)(
    "no paper is signed without its time stamp: the authority is %s",
    async (fault) => {
      authority.err(fault);
      await expect(signedPaper(byOcsp.person, byOcsp.seal, way("t"))).rejects.toMatchObject({
        failure: { kind: "timestamp" },
      });
    },
  );

  test("a time stamp by a key that is not for time stamps is refused", async () => {
    for (const stampBy of [
      { oid: "1.3.6.1.5.5.7.3.8", critical: false },
      { oid: "1.3.6.1.5.5.7.3.4", critical: true },
    ]) {
      const other = await startCertification({ stampBy });
      try {
        const timestamps = createTimestampAuthority({ url: `${other.url}/tsa`, timeoutMs: 3_000 });
        await expect(signedPaper(byOcsp.person, byOcsp.seal, { ...way("t"), timestamps })).rejects.toMatchObject({
          failure: { kind: "timestamp" },
        });
      } finally {
        await other.close();
      }
    }
  });

  test("a revoked certificate signs nothing at level LT, and a missing proof is said", async () => {
    authority.revoke(byOcsp.personal);
    await expect(signedPaper(byOcsp.person, byOcsp.seal, way("lt"))).rejects.toMatchObject({
      failure: { kind: "certificate-revoked", name: "Trần Văn Bình" },
    });
    const nowhere = family({}, authority.root);
    await expect(signedPaper(nowhere.person, nowhere.seal, way("lt"))).rejects.toMatchObject({
      failure: { kind: "proofs" },
    });
  });

  test.each([
    ["OCSP", () => byOcsp],
    ["a revocation list", () => byCrl],
  ] as const)(
    "an upload by a certificate revoked by %s is revoked; with an older time stamp it stays valid",
    async (_name, of) => {
      const [plain, stamped] = [
        await signedPaper(of().person, of().seal),
        await signedPaper(of().person, of().seal, way("t")),
      ];
      const deps = { ...trusting(authority.root), fetchProof: fetching() };
      expect((await checkSignatures(plain, deps)).signatures[0]).toMatchObject({
        verdict: "valid",
        revocation: "good",
      });
      authority.revoke(of().personal, new Date(Date.now() + 30_000));
      const later = { ...deps, fetchProof: fetching(), now: () => Date.now() + 60_000 };
      expect((await checkSignatures(plain, later)).signatures[0]?.verdict).toBe("revoked");
      expect((await checkSignatures(stamped, later)).signatures[0]?.verdict).toBe("valid");
    },
  );

  test("nobody is asked on behalf of a certificate that no trusted issuer made", async () => {
    const paper = await signedPaper(byOcsp.person, byOcsp.seal);
    authority.asked.clear();
    const report = await checkSignatures(paper, { ...trusting(), fetchProof: fetching() });
    expect(report.verdict).toBe("unknown-issuer");
    expect(authority.asked.size).toBe(0);
  });

  test("a responder that does not answer leaves the state unknown, and the verdict stands", async () => {
    const paper = await signedPaper(byOcsp.person, byOcsp.seal);
    authority.err("down");
    const report = await checkSignatures(paper, { ...trusting(authority.root), fetchProof: fetching() });
    expect(report.signatures.map(({ verdict, revocation }) => [verdict, revocation])).toEqual([
      ["valid", "unknown"],
      ["valid", "unknown"],
    ]);
  });
});
