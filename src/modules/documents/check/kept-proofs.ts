import { objectsIn, type PdfObject, unpacked } from "./objects.ts";
import type { Proofs } from "./revocation.ts";

export type KeptProofs = Proofs & { readonly certificates: readonly Uint8Array[] };

const PROOFS_MOST = 60;
const PROOF_BYTES_MOST = 33_554_432;

/**
 * What a PDF keeps for checking its signatures long after (document security store, ETSI EN 319 142-1, 5.4): certificates, OCSP
 * responses, revocation lists. Gathered generously: each is signed by its maker and judged by that.
 */
export function keptProofs(pdf: Buffer): KeptProofs {
  const found = { certificates: [] as Uint8Array[], ocsps: [] as Uint8Array[], crls: [] as Uint8Array[] };
  if (!pdf.includes("/DSS")) return found;
  const objects = new Map((objectsIn(pdf) ?? []).map((object) => [object.number, object]));
  const wanted = { certificates: new Set<number>(), ocsps: new Set<number>(), crls: new Set<number>() };
  for (const { text } of objects.values()) {
    for (const [, key = "", list = ""] of text.matchAll(/\/(OCSP|CRL|Cert)s?\s*\[([\d\sR]*)\]/g))
      for (const [, number] of list.matchAll(/(\d+)\s+\d+\s+R/g))
        wanted[KINDS[key] ?? "certificates"].add(Number(number));
  }
  let left = PROOF_BYTES_MOST;
  for (const kind of ["certificates", "ocsps", "crls"] as const)
    for (const number of [...wanted[kind]].slice(0, PROOFS_MOST)) {
      const bytes = bytesOf(objects.get(number));
      left -= bytes?.length ?? 0;
      if (bytes && left > 0) found[kind].push(bytes);
    }
  return found;
}

const KINDS: Readonly<Record<string, "certificates" | "ocsps" | "crls">> = {
  OCSP: "ocsps",
  CRL: "crls",
  Cert: "certificates",
};

const bytesOf = (object: PdfObject | undefined): Uint8Array | null => (object ? unpacked(object) : null);
