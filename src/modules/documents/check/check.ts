import type { X509Certificate } from "node:crypto";
import { certificatesIn, chainOf, isWithin, parsed } from "./chain.ts";
import { type CmsSignature, readCms } from "./cms-reader.ts";
import { keptProofs } from "./kept-proofs.ts";
import { onlyAddsSignatures } from "./later-changes.ts";
import { type SignaturePlace, signaturePlaces } from "./places.ts";
import { type CheckedSignature, type SignatureReport, type Verdict, worst } from "./report.ts";
import { type FetchProof, type Proofs, stateAt } from "./revocation.ts";
import { readStamp } from "./timestamp.ts";

/** Whom the checker believes, and whom it may ask. */
export type CheckDeps = {
  readonly anchors: readonly X509Certificate[];
  readonly now: () => number;
  /** Asks addresses that stand in certificates of trusted issuers; null: only what the file keeps counts. */
  readonly fetchProof: FetchProof | null;
};

const BYTES_MOST = 67_108_864;
const SUB_FILTERS = new Set(["adbe.pkcs7.detached", "ETSI.CAdES.detached", "adbe.pkcs7.sha1"]);
const TIME_STAMP = "ETSI.RFC3161";

/**
 * Checks the signatures of any PDF, however it was made: does each hold over what it covers, who made it, whom the
 * office trusts to say so, when, was the certificate good then, and was something added after. A file that is damaged
 * or hostile gets a verdict, never an exception.
 */
export async function checkSignatures(bytes: Uint8Array, deps: CheckDeps): Promise<SignatureReport> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (pdf.length > BYTES_MOST) return { verdict: "unreadable", signatures: [] };
  const places = signaturePlaces(pdf);
  if (!places) return { verdict: "unreadable", signatures: [] };
  if (places.length === 0) return { verdict: "not-signed", signatures: [] };
  const kept = keptProofs(pdf);
  const file: File = { pdf, places, kept: { ...kept, certificates: certificatesIn(kept.certificates) } };
  const signatures: CheckedSignature[] = [];
  for (const place of places) if (place.subFilter !== TIME_STAMP) signatures.push(await checkOne(file, place, deps));
  if (signatures.length === 0) return { verdict: "not-signed", signatures };
  return { verdict: worst(signatures.map(({ verdict }) => verdict)), signatures };
}

type File = {
  readonly pdf: Buffer;
  readonly places: readonly SignaturePlace[];
  readonly kept: Proofs & { readonly certificates: readonly X509Certificate[] };
};

const NOTHING_KNOWN = {
  signer: null,
  organisation: null,
  issuer: null,
  signedAt: null,
  timeFrom: null,
  revocation: "unknown",
  keepsProofs: false,
  coversAll: false,
} as const;

async function checkOne(file: File, place: SignaturePlace, deps: CheckDeps): Promise<CheckedSignature> {
  if (!place.rangeIsSound) return { ...NOTHING_KNOWN, verdict: "altered" };
  if (!SUB_FILTERS.has(place.subFilter)) return { ...NOTHING_KNOWN, verdict: "unreadable" };
  const read = readCms(place.contents, coveredBy(file.pdf, place));
  if (read.kind !== "holds") return { ...NOTHING_KNOWN, verdict: read.kind };
  const { signature } = read;
  const found = await trustIn(file, place, signature, deps);
  const coversAll = place.end === file.pdf.length;
  const changed = !coversAll && !onlyAddsSignatures(file.pdf, place.end);
  const claimedAt = place.claimedAt ?? signature.signingTime;
  return {
    verdict: worst([
      found.verdict,
      ...(signature.weak ? ["weak" as const] : []),
      ...(changed ? ["changed-later" as const] : []),
    ]),
    signer: nameIn(signature.certificate, "2.5.4.3"),
    organisation: nameIn(signature.certificate, "2.5.4.10"),
    issuer: nameIn(signature.certificate, "2.5.4.3", "issuer"),
    signedAt: found.stampedAt ?? claimedAt,
    timeFrom: found.stampedAt !== null ? "timestamp" : claimedAt !== null ? "signer" : null,
    revocation: found.revocation,
    keepsProofs: found.keepsProofs,
    coversAll,
  };
}

const coveredBy = (pdf: Buffer, { gap, end }: SignaturePlace): readonly Buffer[] => [
  pdf.subarray(0, gap.from),
  pdf.subarray(gap.until, end),
];

type Trust = {
  readonly verdict: Verdict;
  readonly stampedAt: number | null;
  readonly revocation: CheckedSignature["revocation"];
  readonly keepsProofs: boolean;
};

async function trustIn(file: File, place: SignaturePlace, signature: CmsSignature, deps: CheckDeps): Promise<Trust> {
  const chain = chainOf(signature.certificate, [...signature.others, ...file.kept.certificates], deps.anchors);
  const stampedAt = await stampedTime(file, place, signature, deps);
  if (!chain.trusted || !isForSigning(signature.certificate))
    return { verdict: "unknown-issuer", stampedAt, revocation: "unknown", keepsProofs: false };
  const claimedAt = place.claimedAt ?? signature.signingTime ?? deps.now();
  const links = chain.links.slice(0, -1);
  const within = (at: number): boolean => links.every((link) => isWithin(link, at));
  const proofs = {
    ocsps: [...file.kept.ocsps, ...signature.ocsps],
    crls: [...file.kept.crls, ...signature.crls],
  };
  // Without a trusted time the signature may have been made a moment ago: then today's state counts.
  const { revocation, keepsProofs } = await stateOfChain(chain.links, stampedAt ?? deps.now(), proofs, deps);
  const verdicts: Verdict[] = [];
  if (!within(stampedAt ?? claimedAt)) verdicts.push("expired");
  else if (stampedAt === null && !within(deps.now())) verdicts.push("expired-since");
  if (revocation === "revoked") verdicts.push("revoked");
  return { verdict: worst(verdicts), stampedAt, revocation, keepsProofs };
}

async function stateOfChain(
  links: readonly X509Certificate[],
  at: number,
  proofs: Proofs,
  deps: CheckDeps,
): Promise<Pick<Trust, "revocation" | "keepsProofs">> {
  let revocation: Trust["revocation"] = "good";
  let keepsProofs = true;
  for (const [index, link] of links.slice(0, -1).entries()) {
    const issuer = links[index + 1];
    if (!issuer) break;
    const own = await stateAt(link, issuer, at, proofs, null);
    const found =
      own.state === "unknown" && deps.fetchProof ? await stateAt(link, issuer, at, proofs, deps.fetchProof) : own;
    if (found.state === "revoked") return { revocation: "revoked", keepsProofs: false };
    if (own.state === "unknown") keepsProofs = false;
    if (found.state === "unknown") revocation = "unknown";
  }
  return { revocation, keepsProofs: keepsProofs && links.length > 1 };
}

/** The earliest moment at which a trusted time stamp has seen the signature: its own, or a later one over the file. */
async function stampedTime(
  file: File,
  place: SignaturePlace,
  signature: CmsSignature,
  deps: CheckDeps,
): Promise<number | null> {
  const tokens: { token: Uint8Array; over: readonly Uint8Array[] }[] = file.places
    .filter((other) => other.subFilter === TIME_STAMP && other.rangeIsSound && other.end >= place.end)
    .map((other) => ({ token: other.contents, over: coveredBy(file.pdf, other) }));
  if (signature.timestamp) tokens.unshift({ token: signature.timestamp, over: [signature.value] });
  const times: number[] = [];
  for (const { token, over } of tokens) {
    const stamp = readStamp(token, over);
    if (!stamp || stamp.at > deps.now() + 300_000) continue;
    const own = stamp.signature;
    const chain = chainOf(own.certificate, [...own.others, ...file.kept.certificates], deps.anchors);
    if (!chain.trusted || !chain.links.slice(0, -1).every((link) => isWithin(link, stamp.at))) continue;
    const { revocation } = await stateOfChain(chain.links, stamp.at, file.kept, deps);
    if (revocation !== "revoked") times.push(stamp.at);
  }
  return times.length > 0 ? Math.min(...times) : null;
}

/** Key usage, where stated, allows signing documents: digitalSignature or nonRepudiation (RFC 5280, 4.2.1.3). */
function isForSigning(certificate: X509Certificate): boolean {
  const usage = parsed(certificate).extensions?.find(({ extnID }) => extnID === "2.5.29.15")?.parsedValue;
  const bits = (usage as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock?.valueHexView?.[0];
  return bits === undefined || (bits & 0xc0) !== 0;
}

function nameIn(certificate: X509Certificate, type: string, of: "subject" | "issuer" = "subject"): string | null {
  const value: unknown = parsed(certificate)[of].typesAndValues.find((part) => part.type === type)?.value.valueBlock
    .value;
  return typeof value === "string" ? value.slice(0, 200) : null;
}
