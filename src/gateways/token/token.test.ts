import { createHash, verify, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSoftToken, putKey, type SoftToken, softTokenModule } from "../../../tests/support/soft-token.ts";
import { testCertificate } from "../../../tests/support/test-certificates.ts";
import { createToken, type Token, TokenTrouble } from "./index.ts";

const module = softTokenModule();
const program = join(import.meta.dirname, "../../main/token-worker.ts");
const words = Buffer.from("Điều 5 Nghị định này có hiệu lực");
const digest = createHash("sha256").update(words).digest();

describe.skipIf(module === null)("a PKCS#11 token (SoftHSM)", () => {
  const path = module ?? "";
  let folder = "";
  let soft: SoftToken;
  const open: Token[] = [];
  const token = (timeoutMs?: number): Token => {
    const made = createToken({ module: path, program, ...(timeoutMs ? { timeoutMs } : {}) });
    open.push(made);
    return made;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "motcua-token-"));
    soft = makeSoftToken(folder);
    const root = testCertificate({ name: "Gốc", authority: true });
    for (const [name, id, kind] of [
      ["con-dau", "01", "rsa"],
      ["truong-cong-an", "02", "ec"],
    ] as const) {
      const made = testCertificate({ name, issuer: root, kind });
      putKey(path, folder, soft, { name, id, pkcs8: made.key, chain: [made.certificate, root.certificate] });
    }
  });
  afterAll(() => {
    for (const one of open) one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(["con-dau", "truong-cong-an"])("signs with %s, and its certificate verifies it", async (label) => {
    const key = await token().open({ token: soft.label, label, pin: soft.pin });
    const [own, issuer] = key.certificateChain.map((one) => new X509Certificate(one));
    expect(own?.checkIssued(issuer as X509Certificate)).toBe(true);
    const signatures = await Promise.all(Array.from({ length: 5 }, () => key.signDigest(digest)));
    for (const signature of signatures)
      expect(verify("sha256", words, (own as X509Certificate).publicKey, signature)).toBe(true);
  });

  test("says which token or certificate is missing", async () => {
    const { pin } = soft;
    await expect(token().open({ token: "khác", label: "con-dau", pin })).rejects.toThrow(/there are: .*cong-an-phuong/);
    await expect(token().open({ token: soft.label, label: "ai-do", pin })).rejects.toThrow(/labelled ai-do/);
  });

  test("tries a wrong PIN once and never again, so that the token does not lock", async () => {
    const one = token();
    const asked = { token: soft.label, label: "con-dau", pin: "000000" };
    for (let time = 0; time < 12; time++) await expect(one.open(asked)).rejects.toThrow(/CKR_PIN_INCORRECT/);
    await expect(token().open({ ...asked, pin: soft.pin })).resolves.toBeTruthy();
  });

  test("signs again after its process died", async () => {
    const one = token();
    const key = await one.open({ token: soft.label, label: "con-dau", pin: soft.pin });
    await key.signDigest(digest);
    one.close();
    const own = new X509Certificate(key.certificateChain[0] ?? new Uint8Array());
    expect(verify("sha256", words, own.publicKey, await key.signDigest(digest))).toBe(true);
  });

  test("gives up on a module that does not answer in time", async () => {
    await expect(token(1).open({ token: soft.label, label: "con-dau", pin: soft.pin })).rejects.toThrow(TokenTrouble);
  });
});

test("a module that is no module is named as such", async () => {
  const none = createToken({ module: "/nowhere/libnone.so", program });
  await expect(none.open({ token: null, label: "x", pin: "1" })).rejects.toThrow(/module does not load/);
});
