import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Certificate, ContentInfo, SignedData } from "pkijs";
import { demoAuthority } from "../../src/modules/documents/index.ts";
import type { TestHouse } from "./house.ts";

/** Checks the signatures of a paper as somebody outside would: from its bytes and the root they trust. */

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** How many signatures stand in the file, and how many of them hold against the demonstration's root. */
export async function signaturesOf(house: TestHouse, pdf: Buffer): Promise<{ found: number; held: number }> {
  const authority = demoAuthority({ folder: join(house.settings.dataDir, "demo-authority"), clock: house.deps.clock });
  const trustedCerts = (await authority.trustedRoots()).map((root) => Certificate.fromBER(exact(root)));
  const places = [...pdf.toString("latin1").matchAll(/\/ByteRange \[([\d ]+)\] \/Contents <([0-9a-f]+)>/g)];
  let held = 0;
  for (const [, ranges = "", hex = ""] of places) {
    const [a = 0, b = 0, c = 0, d = 0] = ranges.split(" ").map(Number);
    const padded = Buffer.from(hex, "hex");
    if (padded[0] === 0) continue; // A place kept free for somebody who has not signed.
    const cms = padded.subarray(0, 4 + padded.readUInt16BE(2));
    const data = exact(Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]));
    const signed = new SignedData({ schema: ContentInfo.fromBER(exact(cms)).content });
    if (await signed.verify({ signer: 0, data, trustedCerts, checkChain: true })) held += 1;
  }
  return { found: places.length, held };
}

export const hasPdfsig: boolean = spawnSync("pdfsig", ["-v"]).error === undefined;

/** What poppler's pdfsig says of each signature; null where it is not installed. */
export function pdfsigVerdicts(pdf: Buffer): readonly string[] | null {
  if (!hasPdfsig) return null;
  const folder = mkdtempSync(join(tmpdir(), "motcua-pdfsig-"));
  try {
    const path = join(folder, "paper.pdf");
    writeFileSync(path, pdf);
    const said = execFileSync("pdfsig", ["-nocert", path], { encoding: "utf8" });
    return [...said.matchAll(/Signature Validation: (.*)/g)].map(([, verdict = ""]) => verdict.trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
