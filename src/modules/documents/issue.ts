import { createHash } from "node:crypto";
import type { Clock } from "../../platform/clock.ts";
import type { Tx } from "../../platform/database/database.ts";
import { type Files, putWhole } from "../../platform/files.ts";
import { newId } from "../../platform/ids.ts";
import type { Authority } from "./authority.ts";
import { type PaperInput, type PaperKind, paperTitles, type SignatureMark } from "./papers.ts";
import { BASELINE_B, type Preservation, preserve, stamperOf } from "./preservation.ts";
import { renderMark, renderToSign } from "./render.ts";
import { findDocument, findDocumentOfAct, insertDocument, type NewDocument, type OfAct, recordFile } from "./rows.ts";
import { countersignPdf, type SignaturePlace, signPdf } from "./sign.ts";
import type { Signer } from "./signer.ts";
import { signaturesHold } from "./verify.ts";

/** What the paper says; its title, number and signatures come from the order to issue it. */
export type PaperData<K extends PaperKind> = Omit<PaperInput<K>, "title" | "number" | "signatures">;

/** A person who answers for the paper: `title` is printed above the signature, `KT. TRƯỞNG …, PHÓ TRƯỞNG …` included. */
export type PaperSigner = { readonly name: string; readonly title: string; readonly unit: string };

export type IssueOrder<K extends PaperKind = PaperKind> = OfAct & {
  readonly kind: K;
  /** As it stands in lists and in the square code; the paper's usual name where absent. */
  readonly title?: string;
  /** With its symbol, as printed after "Số:": `212/TB-CAP`. */
  readonly number?: string;
  readonly data: PaperData<K>;
  /** In the order of signing. The seal of the agency follows them. */
  readonly signers: readonly PaperSigner[];
  /** False: the seal is set later, by `countersign`; its place stays free. Sealed at once where absent. */
  readonly sealed?: boolean;
};

export type IssueDeps = {
  readonly clock: Clock;
  readonly files: Files;
  readonly authority: Authority;
  /** Time stamps and proofs for checking the papers long after; none where absent. */
  readonly preservation?: Preservation;
};

/**
 * Renders, signs and keeps the paper of an act, once: asked again, it answers with the paper made first.
 * @throws SigningTrouble when a signature, time stamp or proof cannot be had; Error when nobody at all can sign for the
 * agency, or the data do not fit the paper.
 */
export async function issue<K extends PaperKind>(
  deps: IssueDeps,
  tx: Tx,
  order: IssueOrder<K>,
): Promise<{ id: string; sha256: string }> {
  const made = await findDocumentOfAct(tx, order);
  if (made) return { id: made.id, sha256: made.sha256 };

  const title = order.title ?? paperTitles[order.kind].vi;
  const { bytes, signedBy } = await signedPaper(deps, order, title);
  const { officeProvince, dossierId, kind, actSeq, number = null } = order;
  return keep(deps, tx, { officeProvince, dossierId, kind, actSeq, title, number, signedBy }, bytes);
}

async function signedPaper<K extends PaperKind>(
  deps: IssueDeps,
  order: IssueOrder<K>,
  title: string,
): Promise<{ bytes: Uint8Array; signedBy: string[] }> {
  const at = deps.clock.now();
  const marks: (SignatureMark & { signer: Signer | null })[] = [];
  for (const person of order.signers) {
    const signer = await deps.authority.findSigner({ role: "person", ...person });
    marks.push({ role: "person", ...person, signer, ...(signer ? { at } : {}) });
  }
  // The data of every paper name the office; the compiler cannot see that through the open kind.
  const unit = (order.data as PaperData<PaperKind>).office.name;
  const seal = await deps.authority.findSigner({ role: "seal", unit });
  if (seal) {
    const now = order.sealed ?? true;
    marks.push({ role: "seal", name: unit, title: "", unit, signer: now ? seal : null, ...(now ? { at } : {}) });
  } else if (marks.every((mark) => mark.signer === null)) throw new Error("nobody can sign: no certificate is set up");

  const signatures = marks.map(({ signer: _signer, ...mark }) => mark);
  const data = { ...order.data, title, signatures, ...(order.number === undefined ? {} : { number: order.number }) };
  const { pdf, boxes } = renderToSign(order.kind, data as unknown as PaperInput<K>);

  // The sheet bears one place for each signature made or still to come, in the order of signing.
  const placed = marks.filter((mark) => mark.role === "seal" || mark.signer !== null);
  const places = placed.map(({ name, signer }, index): SignaturePlace => {
    const box = boxes[index];
    if (!box) throw new Error("a signature without a place on the paper");
    return { box, description: `Chữ ký số của ${name}`, signature: signer ? { signer, at, reason: title } : null };
  });
  const preservation = deps.preservation ?? BASELINE_B;
  return {
    bytes: await preserve(await signPdf(pdf, places, stamperOf(preservation)), preservation),
    signedBy: placed.flatMap(({ signer }) => (signer ? [signer.label] : [])),
  };
}

/** Which paper the office seals, in which act. */
export type Countersigning = {
  readonly officeProvince: string;
  readonly dossierId: string;
  /** The act of sealing. */
  readonly actSeq: number;
  /** The paper issued unsealed, by its id. */
  readonly document: string;
  /** The agency whose seal it is. */
  readonly unit: string;
};

/**
 * Sets the agency's seal on a paper that was issued with `sealed: false`, as a further signature with its visible
 * mark, and keeps the result as the paper of this act, once. The person's signature stays as it was.
 * @throws when the paper is not there, has no place left, or no certificate of the agency is set up.
 */
export async function countersign(
  deps: IssueDeps,
  tx: Tx,
  order: Countersigning,
): Promise<{ id: string; sha256: string }> {
  const { officeProvince, dossierId, actSeq } = order;
  const paper = await findDocument(tx, officeProvince, order.document);
  if (!paper || paper.dossierId !== dossierId) throw new Error(`the dossier has no paper ${order.document}`);
  const act = { officeProvince, dossierId, kind: paper.kind, actSeq };
  const made = await findDocumentOfAct(tx, act);
  if (made) return { id: made.id, sha256: made.sha256 };

  const signer = await deps.authority.findSigner({ role: "seal", unit: order.unit });
  if (!signer) throw new Error("the agency cannot seal: no certificate is set up");
  const stream = await deps.files.read(paper.sha256);
  if (!stream) throw new Error(`the file ${paper.sha256} is missing`);
  const at = deps.clock.now();
  const signed = Buffer.concat(await stream.toArray());
  // No seal goes onto a paper that was changed after it was made, or after its signer signed it; a signer without a
  // certificate leaves no signature to look at.
  if (createHash("sha256").update(signed).digest("hex") !== paper.sha256)
    throw new Error(`the file of the paper ${paper.id} is not the one that was made`);
  if (paper.signedBy.length > 0 && !(await signaturesHold(signed)))
    throw new Error(`a signature on the paper ${paper.id} does not hold`);
  const mark = renderMark({ role: "seal", name: order.unit, title: "", unit: order.unit, at });
  const preservation = deps.preservation ?? BASELINE_B;
  const sealed = await countersignPdf(signed, { signer, at, reason: paper.title }, mark, stamperOf(preservation));
  const bytes = await preserve(sealed, preservation);
  return keep(
    deps,
    tx,
    { ...act, title: paper.title, number: paper.number, signedBy: [...paper.signedBy, signer.label] },
    bytes,
  );
}

/** The bytes reach the disk before the row is written, so a committed row never names a missing file. */
async function keep(
  deps: IssueDeps,
  tx: Tx,
  row: Omit<NewDocument, "id" | "sha256">,
  bytes: Uint8Array,
): Promise<{ id: string; sha256: string }> {
  const file = await putWhole(deps.files, bytes);
  await recordFile(tx, { ...file, mediaType: "application/pdf" });
  const id = newId();
  if (await insertDocument(tx, { ...row, id, sha256: file.sha256 })) return { id, sha256: file.sha256 };
  // Somebody made the same paper in the meantime: theirs is the paper, our bytes are nobody's.
  const first = await findDocumentOfAct(tx, row);
  if (!first) throw new Error("a paper both there and not there");
  return { id: first.id, sha256: first.sha256 };
}
