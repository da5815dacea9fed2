import { createHash, sign, verify, X509Certificate } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testCertificate } from "../../../tests/support/test-certificates.ts";
import { asDerPair } from "../../kernel/ecdsa-pair.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { createRemoteSigning, type RemoteCredential, type RemoteSigning } from "./index.ts";
import { type RemoteSigningStandIn, startRemoteSigningStandIn } from "./stand-in/index.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 1e9);
const root = testCertificate({ name: "Gốc", authority: true });
const seal = testCertificate({ name: "Con dấu", issuer: root, kind: "rsa" });
const chain = [seal.certificate, root.certificate];
const digests = ["một", "hai", "ba"].map((words) => createHash("sha256").update(words).digest());

let now = Date.now();
let service: RemoteSigningStandIn;
beforeAll(async () => {
  service = await startRemoteSigningStandIn({
    demonstration: true,
    port: 0,
    clients: { motcua: "khóa" },
    credentials: {
      seal: { key: seal.key, chain, pin: "2468" },
      open: { key: seal.key, chain, pin: null },
      lockable: { key: seal.key, chain, pin: "1357" },
    },
    clock: { now: () => now as Instant },
    multisign: 2,
    sadSeconds: 60,
    slowMs: 400,
  });
});
beforeEach(() => service.err("none"));
afterAll(() => service.close());

const client = (changes: { clientSecret?: string; timeoutMs?: number; failuresMost?: number } = {}): RemoteSigning =>
  createRemoteSigning({
    url: service.url,
    clientId: "motcua",
    clientSecret: changes.clientSecret ?? "khóa",
    now: () => now,
    resilience: { timeoutMs: changes.timeoutMs ?? 2_000, pauseMs: 5, failuresMost: changes.failuresMost ?? 50 },
  });
const opened = async (
  of: RemoteSigning,
  credential = "seal",
  pin: string | null = "2468",
): Promise<RemoteCredential> => {
  const found = await of.open({ credential, pin });
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
};

describe("a remote signing service (CSC API v2)", () => {
  test("says who it is, lists our credentials, and signs several digests under one authorisation", async () => {
    const remote = client();
    expect(await remote.info()).toMatchObject({ ok: true, value: { specs: "2.0.0.2" } });
    expect(await remote.list()).toEqual({ ok: true, value: ["seal", "open", "lockable"] });
    const credential = await opened(remote);
    expect(credential).toMatchObject({ algorithm: "rsa-sha256", signaturesMost: 2 });
    const authorizations = service.calls().get("credentials/authorize") ?? 0;
    const signed = await credential.signDigests(digests.slice(0, 2));
    expect(service.calls().get("credentials/authorize")).toBe(authorizations + 1);
    const { publicKey } = new X509Certificate(credential.certificateChain[0] ?? new Uint8Array());
    for (const [at, words] of ["một", "hai"].entries())
      expect(signed.ok && verify("sha256", Buffer.from(words), publicKey, signed.value[at] ?? new Uint8Array())).toBe(
        true,
      );
  });

  test("refuses another client, an unknown credential, no or a wrong PIN, and more digests than it allows", async () => {
    const refused = { ok: false, failure: { kind: "refused" } };
    expect(await client({ clientSecret: "sai" }).list()).toMatchObject(refused);
    expect(await client().open({ credential: "khác", pin: "2468" })).toMatchObject(refused);
    expect(await client().open({ credential: "seal", pin: null })).toMatchObject(refused);
    const wrong = await opened(client(), "seal", "1111");
    expect(await wrong.signDigests(digests.slice(0, 1))).toMatchObject({
      failure: { cause: expect.stringContaining("PIN") },
    });
    expect(await (await opened(client())).signDigests(digests)).toMatchObject(refused);
    expect(await (await opened(client(), "open", null)).signDigests(digests.slice(0, 1))).toMatchObject({ ok: true });
  });

  test("locks a credential after five wrong PINs, of which our client never makes more than one", async () => {
    const wrong = await opened(client(), "lockable", "0000");
    const before = service.calls().get("credentials/authorize") ?? 0;
    for (let time = 0; time < 12; time++) await wrong.signDigests(digests.slice(0, 1));
    expect(service.calls().get("credentials/authorize")).toBe(before + 1);
    expect(await client().open({ credential: "lockable", pin: "1357" })).toMatchObject({ ok: true });
    for (let time = 0; time < 4; time++)
      await (await opened(client(), "lockable", "0000")).signDigests(digests.slice(0, 1));
    expect(await client().open({ credential: "lockable", pin: "1357" })).toMatchObject({
      failure: { kind: "refused" },
    });
  });

  /** What the client never does: the service is spoken to by hand. */
  test("takes no activation that is made up, used, late, of another credential or for other digests", async () => {
    const ask = async (
      path: string,
      body: object,
      token = "",
    ): Promise<{ status: number; json: Record<string, string> }> => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
      const response = await fetch(`${service.url}/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
      return { status: response.status, json: (await response.json()) as Record<string, string> };
    };
    const granted = await fetch(`${service.url}/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: "motcua", client_secret: "khóa" }),
    });
    const token = ((await granted.json()) as { access_token: string }).access_token;
    const hashes = [digests[0]?.toString("base64") ?? ""];
    const about = { credentialID: "open", hashes, hashAlgorithmOID: "2.16.840.1.101.3.4.2.1" };
    const authorize = async (): Promise<string> =>
      (await ask("credentials/authorize", { ...about, numSignatures: 1 }, token)).json.SAD ?? "";
    const signHash = (changes: object) =>
      ask("signatures/signHash", { ...about, signAlgo: "1.2.840.113549.1.1.11", ...changes }, token);

    expect((await signHash({ SAD: "made-up" })).status).toBe(400);
    const good = await authorize();
    expect((await signHash({ SAD: good, hashes: [digests[1]?.toString("base64")] })).json.error_description).toContain(
      "not authorized",
    );
    expect((await signHash({ SAD: good, credentialID: "seal" })).status).toBe(400);
    expect((await signHash({ SAD: good })).status).toBe(200);
    expect((await signHash({ SAD: good })).status).toBe(400);
    const late = await authorize();
    now += 61_000;
    expect((await signHash({ SAD: late })).json.error_description).toBe("SAD expired");
    expect((await ask("credentials/list", {}, "no-token")).status).toBe(401);
    await expect(
      startRemoteSigningStandIn({
        demonstration: false as true,
        port: 0,
        clients: {},
        credentials: {},
        clock: { now: () => 0 as Instant },
      }),
    ).rejects.toThrow(/demonstrations only/);
  });

  test("is asked for a new token when it ended ours early", async () => {
    const credential = await opened(client());
    service.err("token-ended");
    expect(await credential.signDigests(digests.slice(0, 1))).toMatchObject({ ok: true });
  });

  test.each([
    ["down", "unavailable"],
    ["silent", "unavailable"],
    ["slow", "timeout"],
    ["garbled", "malformed"],
  ] as const)("that is %s is a failure with a name, never an exception", async (fault, kind) => {
    const credential = await opened(client({ timeoutMs: 150 }));
    service.err(fault);
    expect(await credential.signDigests(digests.slice(0, 1))).toMatchObject({ ok: false, failure: { kind } });
  });

  test("is left alone for a while after failures in a row", async () => {
    const remote = client({ failuresMost: 3 });
    const credential = await opened(remote);
    service.err("down");
    for (let time = 0; time < 3; time++) await credential.signDigests(digests.slice(0, 1));
    const before = service.calls().get("credentials/authorize");
    expect(await credential.signDigests(digests.slice(0, 1))).toMatchObject({ failure: { cause: "circuit open" } });
    expect(service.calls().get("credentials/authorize")).toBe(before);
  });
});

test("an ECDSA signature in two halves becomes the pair that CMS wants, whatever its leading noughts", () => {
  const { privateKey, certificate } = testCertificate({ name: "EC" });
  const { publicKey } = new X509Certificate(certificate);
  console.log(`remote signing: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (words) => {
      const halves = sign("sha256", words, { key: privateKey, dsaEncoding: "ieee-p1363" });
      expect(verify("sha256", words, publicKey, asDerPair(halves))).toBe(true);
      const pair = sign("sha256", words, privateKey);
      expect(asDerPair(pair)).toEqual(pair);
    }),
    { seed, numRuns: 300 },
  );
});
