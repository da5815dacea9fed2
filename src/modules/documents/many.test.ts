import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { family, signedPaper, trusting } from "../../../tests/support/signed-papers.ts";
import { testCertificate } from "../../../tests/support/test-certificates.ts";
import { createRemoteSigning } from "../../gateways/remote-signing/index.ts";
import { type RemoteSigningStandIn, startRemoteSigningStandIn } from "../../gateways/remote-signing/stand-in/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { checkSignatures } from "./check/check.ts";
import { remoteFailed, remoteSigner } from "./keys.ts";
import { signMany } from "./many.ts";
import type { Signer } from "./signer.ts";
import { SigningTrouble } from "./trouble.ts";

const root = testCertificate({ name: "Gốc", authority: true });
const key = testCertificate({ name: "Con dấu từ xa", issuer: root, kind: "rsa" });
const office = family({}, root);
let service: RemoteSigningStandIn;
const remote = async (pin: string): Promise<Signer> => {
  const client = createRemoteSigning({
    url: service.url,
    clientId: "a",
    clientSecret: "b",
    now: () => Date.now(),
    resilience: { pauseMs: 5 },
  });
  const opened = await client.open({ credential: "seal", pin });
  if (!opened.ok) throw remoteFailed(opened.failure);
  return remoteSigner(opened.value);
};

beforeAll(async () => {
  service = await startRemoteSigningStandIn({
    demonstration: true,
    port: 0,
    clients: { a: "b" },
    credentials: { seal: { key: key.key, chain: [key.certificate, root.certificate], pin: "12" } },
    clock: { now: () => Date.now() as Instant },
    multisign: 5,
  });
});
afterAll(() => service.close());

describe("many papers signed at once", () => {
  test("each bears a person's signature and a remote seal that hold, under few authorisations", async () => {
    const seal = await remote("12");
    const outcomes = await signMany(Array.from({ length: 24 }), () => signedPaper(office.person, seal));
    expect(outcomes.length).toBe(24);
    for (const outcome of outcomes) {
      if (!outcome.ok) throw outcome.failure;
      const report = await checkSignatures(outcome.value, trusting(root));
      expect(report.signatures.map(({ verdict, signer }) => [verdict, signer])).toEqual([
        ["valid", "Trần Văn Bình"],
        ["valid", "Con dấu từ xa"],
      ]);
    }
    expect(service.calls().get("credentials/authorize")).toBeLessThan(24);
  });

  test("one that fails leaves the others alone, and the answers stand in the order asked", async () => {
    const outcomes = await signMany([1, 2, 3, 4], async (n) => {
      if (n === 2) throw new SigningTrouble({ kind: "timestamp", cause: "thử" });
      return n * 10;
    });
    expect(outcomes.map((one) => (one.ok ? one.value : one.failure.failure.kind))).toEqual([10, "timestamp", 30, 40]);
  });

  test("a refusal that will not pass is not repeated for the rest: a wrong PIN would lock the key", async () => {
    const seal = await remote("99");
    const before = service.calls().get("credentials/authorize") ?? 0;
    const outcomes = await signMany(Array.from({ length: 40 }), () => signedPaper(office.person, seal));
    expect(outcomes.every((one) => !one.ok && one.failure.failure.kind === "signer")).toBe(true);
    expect((service.calls().get("credentials/authorize") ?? 0) - before).toBeLessThanOrEqual(4);
  });

  test("our own mistake is thrown, not hidden among the answers", async () => {
    await expect(signMany([1], () => Promise.reject(new Error("mistake")))).rejects.toThrow("mistake");
  });
});
