import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasOpenssl, startCertification } from "../../tests/support/certification.ts";
import { makeSoftToken, putKey, softTokenModule } from "../../tests/support/soft-token.ts";
import { pemOf, testCertificate } from "../../tests/support/test-certificates.ts";
import { startRemoteSigningStandIn } from "../gateways/remote-signing/stand-in/index.ts";
import type { Instant } from "../kernel/plain-date.ts";
import { signProbe } from "../modules/documents/index.ts";
import { makePkcs12 } from "../modules/documents/pkcs12.ts";
import { readSettings } from "../platform/settings.ts";
import { openSigning } from "./signing.ts";

const clock = { now: () => Date.now() as Instant };
const secrets = { get: (name: string): string => `${name}-secret` };
const root = testCertificate({ name: "Gốc thử nghiệm", authority: true });
const seal = testCertificate({ name: "Công an phường", issuer: root, kind: "rsa" });
const personal = testCertificate({ name: "Trần Văn Bình", issuer: root });
const chainOf = (one: typeof seal) => [one.certificate, root.certificate];
const module = softTokenModule();
let folder = "";

const signingOf = (env: Readonly<Record<string, string>>) =>
  openSigning({
    settings: readSettings({ DEMO: "on", DATA_DIR: folder, TRUST_ANCHORS: join(folder, "anchors"), ...env }),
    clock,
    secrets,
  });
/** The verdict on a probe by the seal, or by the person of the given name. */
async function probed(env: Readonly<Record<string, string>>, name?: string) {
  const { authority, preservation, signatures } = await signingOf(env);
  const party = name ? { role: "person" as const, name, title: "", unit: "" } : { role: "seal" as const, unit: "x" };
  const signer = await authority.findSigner(party);
  if (!signer) return null;
  return signatures.check(await signProbe(signer, preservation, clock.now()));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "motcua-signing-"));
  const { mkdirSync } = await import("node:fs");
  mkdirSync(join(folder, "anchors"));
  writeFileSync(join(folder, "anchors", "root.pem"), pemOf(root.certificate));
  writeFileSync(join(folder, "seal.p12"), await makePkcs12({ key: seal.key, chain: chainOf(seal) }, "mật khẩu"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const p12 = () => ({ SIGNING_P12: join(folder, "seal.p12"), SIGNING_P12_PASSWORD: "mật khẩu" });

describe("signers by setting", () => {
  test("a file", async () => {
    expect(await probed(p12())).toMatchObject({ verdict: "valid", signatures: [{ signer: "Công an phường" }] });
    await expect(probed({ ...p12(), SIGNING_P12_PASSWORD: "sai" })).rejects.toThrow(/password is wrong/);
  });

  test.skipIf(module === null)("a token for the person, a file for the seal", async () => {
    const soft = makeSoftToken(folder);
    putKey(module ?? "", folder, soft, { name: "binh", id: "01", pkcs8: personal.key, chain: chainOf(personal) });
    const people = join(folder, "people.json");
    writeFileSync(people, JSON.stringify({ "Trần Văn Bình": { token: soft.label, label: "binh", pin: soft.pin } }));
    const env = { ...p12(), SIGNING_PEOPLE: people, PKCS11_MODULE: module ?? "" };
    expect(await probed(env, "Trần Văn Bình")).toMatchObject({
      verdict: "valid",
      signatures: [{ signer: "Trần Văn Bình" }],
    });
    expect(await probed(env, "Ai đó khác")).toBeNull();
    const asSeal = { SIGNING_KIND: "pkcs11", PKCS11_MODULE: module ?? "", PKCS11_LABEL: "binh", PKCS11_PIN: soft.pin };
    expect(await probed(asSeal)).toMatchObject({ verdict: "valid" });
    await expect(probed({ ...asSeal, PKCS11_LABEL: "không có" })).rejects.toMatchObject({
      failure: { kind: "signer" },
    });
  });

  test("a remote service; one that is away stops no start, and signs when it is back", async () => {
    const options = {
      demonstration: true as const,
      clients: { office: "khóa" },
      credentials: { seal: { key: seal.key, chain: chainOf(seal), pin: "2468" } },
      clock,
    };
    const first = await startRemoteSigningStandIn({ ...options, port: 0 });
    await first.close();
    const env = {
      SIGNING_KIND: "remote",
      CSC_URL: first.url,
      CSC_CLIENT_ID: "office",
      CSC_CLIENT_SECRET: "khóa",
      CSC_CREDENTIAL: "seal",
      CSC_PIN: "2468",
    };
    const { authority, preservation, signatures } = await signingOf(env);
    const asked = { role: "seal" as const, unit: "x" };
    await expect(authority.findSigner(asked)).rejects.toMatchObject({ failure: { kind: "signer", passing: true } });
    const again = await startRemoteSigningStandIn({ ...options, port: Number(new URL(first.url).port) });
    try {
      const signer = await authority.findSigner(asked);
      if (!signer) throw new Error("no signer");
      const report = await signatures.check(await signProbe(signer, preservation, clock.now()));
      expect(report.verdict).toBe("valid");
    } finally {
      await again.close();
    }
  });

  test("a certificate that has ended signs nothing", async () => {
    const old = testCertificate({ name: "Cũ", issuer: root, from: Date.now() - 9e8, until: Date.now() - 1e8 });
    writeFileSync(join(folder, "old.p12"), await makePkcs12({ key: old.key, chain: chainOf(old) }, "x"));
    await expect(probed({ SIGNING_P12: join(folder, "old.p12"), SIGNING_P12_PASSWORD: "x" })).rejects.toMatchObject({
      failure: { kind: "certificate-ended" },
    });
  });

  test.skipIf(!hasOpenssl("a time stamp by setting"))(
    "a time stamp is part of it where an authority is set",
    async () => {
      const certification = await startCertification();
      try {
        writeFileSync(join(folder, "anchors", "stamps.pem"), pemOf(certification.root.certificate));
        const report = await probed({ ...p12(), TIMESTAMP_URL: `${certification.url}/tsa` });
        expect(report).toMatchObject({ verdict: "valid", signatures: [{ timeFrom: "timestamp" }] });
      } finally {
        await certification.close();
      }
    },
  );

  test.each([
    [{ SIGNING_KIND: "pkcs11", PKCS11_LABEL: "x" }, "PKCS11_MODULE"],
    [{ SIGNING_KIND: "remote", DEMO: "off" }, "CSC_URL"],
    [{ CSC_URL: "https://ky.example/csc/v2" }, "CSC_CLIENT_ID"],
    [{ SIGNING_LEVEL: "lt" }, "TIMESTAMP_URL"],
    [{ SIGNING_KIND: "p12" }, "SIGNING_P12"],
  ])("what is missing in %j is named", (env, name) => {
    expect(() => readSettings({ DEMO: "on", ...env })).toThrow(name);
  });
});
