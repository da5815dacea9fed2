import type { X509Certificate } from "node:crypto";
import { createHash } from "node:crypto";
import type { TimestampAuthority } from "../../gateways/certification/index.ts";
import { chainOf } from "./check/chain.ts";
import { readCms } from "./check/cms-reader.ts";
import { signaturePlaces } from "./check/places.ts";
import { type FetchProof, stateAt } from "./check/revocation.ts";
import { readStamp } from "./check/timestamp.ts";
import type { StampBytes } from "./cms.ts";
import { amended, append, objectText, openPdf, type PdfFile } from "./pdf-file.ts";
import { freeField, stampPdf } from "./sign.ts";
import { SigningTrouble } from "./trouble.ts";

/**
 * How long a paper's signatures can be checked (ETSI EN 319 142-1): `b` as long as the certificate lives; `t` a time
 * stamp says when; `lt` the file keeps the proofs that certificates were good; `lta` a time stamp over all of that.
 */
export const SIGNING_LEVELS = ["b", "t", "lt", "lta"] as const;
export type SigningLevel = (typeof SIGNING_LEVELS)[number];

export type Preservation = {
  readonly level: SigningLevel;
  /** Needed for every level above `b`. */
  readonly timestamps: TimestampAuthority | null;
  /** Needed from `lt` on. */
  readonly fetchProof: FetchProof | null;
  readonly now: () => number;
};

export const BASELINE_B: Preservation = { level: "b", timestamps: null, fetchProof: null, now: () => 0 };

/** Gets time stamps and looks at them before they go into a paper; null at level `b`. */
export function stamperOf({ level, timestamps }: Preservation): StampBytes | null {
  if (level === "b") return null;
  if (!timestamps) throw new Error(`level ${level} needs a time-stamping authority`);
  return async (over) => {
    const sha256 = over.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
    const stamped = await timestamps.stamp(sha256);
    if (!stamped.ok) {
      const { failure } = stamped;
      throw new SigningTrouble({ kind: "timestamp", cause: "cause" in failure ? failure.cause : failure.kind });
    }
    if (!readStamp(stamped.value, over))
      throw new SigningTrouble({ kind: "timestamp", cause: "the token does not hold, or is by no time-stamping key" });
    return Buffer.from(stamped.value);
  };
}

/**
 * Adds to a signed paper what its level wants besides: the proofs for all its signatures, and the time stamp over
 * them. A paper that still waits for a signature is handed back as it is: its last signer completes it.
 * @throws SigningTrouble where a certificate is revoked, or a proof cannot be had
 */
export async function preserve(bytes: Uint8Array, preservation: Preservation): Promise<Uint8Array> {
  const { level } = preservation;
  if (level === "b" || level === "t") return bytes;
  const pdf = openPdf(Buffer.from(bytes));
  if (freeField(pdf) !== undefined) return bytes;
  addProofs(pdf, await proofsFor(pdf.bytes, preservation));
  const stamp = stamperOf(preservation);
  if (level === "lta" && stamp) await stampPdf(pdf, stamp);
  return pdf.bytes;
}

type Gathered = { readonly certificates: Uint8Array[]; readonly ocsps: Uint8Array[]; readonly crls: Uint8Array[] };

/** Certificates and proofs of every signature and of the time stamps on them. */
async function proofsFor(pdf: Buffer, preservation: Preservation): Promise<Gathered> {
  const found: Gathered = { certificates: [], ocsps: [], crls: [] };
  for (const { contents, gap, end } of signaturePlaces(pdf) ?? []) {
    const read = readCms(contents, [pdf.subarray(0, gap.from), pdf.subarray(gap.until, end)]);
    if (read.kind !== "holds") throw new Error("a signature just made does not hold");
    const { signature } = read;
    await gather(found, signature.certificate, signature.others, preservation);
    const stamp = signature.timestamp ? readStamp(signature.timestamp, [signature.value]) : null;
    if (stamp) await gather(found, stamp.signature.certificate, stamp.signature.others, preservation);
  }
  return found;
}

async function gather(
  found: Gathered,
  own: X509Certificate,
  others: readonly X509Certificate[],
  { fetchProof, now }: Preservation,
): Promise<void> {
  const { links } = chainOf(own, others, []);
  for (const [index, link] of links.entries()) {
    addOnce(found.certificates, link.raw);
    // Nobody revokes a root, and a chain that ends early has nobody who could be asked.
    const issuer = links[index + 1];
    if (!issuer || issuer === link) break;
    const state = await stateAt(link, issuer, now(), found, fetchProof);
    if (state.state === "revoked") throw new SigningTrouble({ kind: "certificate-revoked", name: nameOf(link) });
    if (state.state === "unknown") throw new SigningTrouble({ kind: "proofs", name: nameOf(link) });
    addOnce(state.proof.kind === "ocsp" ? found.ocsps : found.crls, state.proof.der);
    // The responder's own certificate travels inside its answer.
  }
}

const addOnce = (list: Uint8Array[], bytes: Uint8Array): void => {
  if (!list.some((known) => Buffer.compare(known, bytes) === 0)) list.push(bytes);
};
const nameOf = (certificate: X509Certificate): string => /CN=([^\n]*)/.exec(certificate.subject)?.[1] ?? "";

/** Writes the document security store in a revision of its own. */
function addProofs(pdf: PdfFile, { certificates, ocsps, crls }: Gathered): void {
  const objects = new Map<number, string>();
  let next = pdf.next;
  const store = next++;
  const streams = (list: readonly Uint8Array[]): string =>
    list
      .map((bytes) => {
        const number = next++;
        const content = Buffer.from(bytes).toString("latin1");
        objects.set(number, `<< /Length ${bytes.length} >>\nstream\n${content}\nendstream`);
        return `${number} 0 R`;
      })
      .join(" ");
  objects.set(
    store,
    `<< /Type /DSS /Certs [${streams(certificates)}] /OCSPs [${streams(ocsps)}] /CRLs [${streams(crls)}] >>`,
  );
  const catalog = objectText(pdf, pdf.root).replace(/\/DSS \d+ 0 R\s*/, "");
  objects.set(
    pdf.root,
    amended(catalog, />>\s*$/, () => `/DSS ${store} 0 R\n>>`),
  );
  append(pdf, objects);
}
