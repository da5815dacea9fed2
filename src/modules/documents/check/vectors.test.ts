import { createPublicKey } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AlgorithmIdentifier } from "pkijs";
import { describe, expect, test } from "vitest";
import { vectors } from "../../../../tests/support/shared-vectors.ts";
import { asDerPair } from "../../../kernel/ecdsa-pair.ts";
import { verifyBytes } from "./algorithms.ts";
import { checkSignatures } from "./check.ts";

type Wycheproof = {
  readonly testGroups: readonly {
    readonly publicKeyDer?: string;
    readonly publicKeyPem?: string;
    readonly tests: readonly {
      readonly tcId: number;
      readonly msg: string;
      readonly sig: string;
      readonly result: string;
    }[];
  }[];
};

const hex = (value: string): Buffer => Buffer.from(value, "hex");

describe.each([
  ["rsa_signature_2048_sha256_test.json", "1.2.840.113549.1.1.11", (signature: Uint8Array) => signature],
  ["ecdsa_secp256r1_sha256_p1363_test.json", "1.2.840.10045.4.3.2", asDerPair],
] as const)("the signatures of %s", (file, algorithmId, form) => {
  const sheet = vectors<Wycheproof>(`signatures/${file}`);
  test.skipIf(sheet === null)("verify where they are valid, and nowhere else", () => {
    let checked = 0;
    for (const group of sheet?.testGroups ?? []) {
      const key = createPublicKey(
        group.publicKeyDer ? { key: hex(group.publicKeyDer), format: "der", type: "spki" } : (group.publicKeyPem ?? ""),
      );
      for (const { tcId, msg, sig, result } of group.tests) {
        // Two halves of another length are not what a service of this curve hands out.
        if (form === asDerPair && sig.length !== 128) continue;
        const verified = verifyBytes(hex(msg), form(hex(sig)), key, new AlgorithmIdentifier({ algorithmId }), null);
        if (result !== "acceptable") expect([tcId, verified?.holds]).toEqual([tcId, result === "valid"]);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(150);
  });
});

test("no PDF of the collections is taken for a signed one, and none brings the check down", async () => {
  const folder = join(import.meta.dirname, "../../../../../shared/vectors");
  if (!existsSync(folder))
    return console.log("left out: the PDFs of ../shared/vectors, which do not stand beside the project");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /^(hostile-input|text).*\.pdf$/.test(name),
  );
  expect(names.length).toBeGreaterThan(1);
  const deps = { anchors: [], now: () => Date.now(), fetchProof: null };
  for (const name of names) {
    const report = await checkSignatures(readFileSync(join(folder, name)), deps);
    const hasRange = readFileSync(join(folder, name)).includes("/ByteRange");
    expect([name, report.verdict]).toEqual([name, hasRange ? report.verdict : "not-signed"]);
    expect(report.verdict).not.toBe("valid");
  }
});
