import type { Clock } from "../../platform/clock.ts";
import type { Tx } from "../../platform/database/database.ts";
import { type Files, putWhole } from "../../platform/files.ts";
import { newId } from "../../platform/ids.ts";
import type { Authority, SigningParty } from "./authority.ts";
import { type PaperInput, type PaperKind, paperTitles } from "./papers.ts";
import { renderToSign } from "./render.ts";
import { findDocumentOfAct, insertDocument, type OfAct, recordFile } from "./rows.ts";
import { type SignatureWanted, signPdf } from "./sign.ts";
import type { Signer } from "./signer.ts";

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
  /** In the order of signing. The seal of the agency follows them always. */
  readonly signers: readonly PaperSigner[];
};

export type IssueDeps = { readonly clock: Clock; readonly files: Files; readonly authority: Authority };

/**
 * Renders, signs and keeps the paper of an act, once: asked again, it answers with the paper made first.
 * The bytes are on the disk before the row is written, so a committed row never names a missing file.
 * @throws when nobody at all can sign for the agency, or the data do not fit the paper.
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
  const file = await putWhole(deps.files, bytes);
  await recordFile(tx, { ...file, mediaType: "application/pdf" });
  const id = newId();
  const { officeProvince, dossierId, kind, actSeq } = order;
  const number = order.number ?? null;
  if (
    await insertDocument(tx, {
      officeProvince,
      dossierId,
      kind,
      actSeq,
      id,
      title,
      number,
      sha256: file.sha256,
      signedBy,
    })
  ) {
    return { id, sha256: file.sha256 };
  }
  // Somebody issued the same paper in the meantime: theirs is the paper, our bytes are nobody's.
  const first = await findDocumentOfAct(tx, order);
  if (!first) throw new Error("a paper both there and not there");
  return { id: first.id, sha256: first.sha256 };
}

async function signedPaper<K extends PaperKind>(
  deps: IssueDeps,
  order: IssueOrder<K>,
  title: string,
): Promise<{ bytes: Uint8Array; signedBy: string[] }> {
  const at = deps.clock.now();
  // The data of every paper name the office; the compiler cannot see that through the open kind.
  const { office } = order.data as PaperData<PaperKind>;
  const parties: SigningParty[] = [
    ...order.signers.map((person) => ({ role: "person" as const, ...person })),
    { role: "seal", unit: office.name },
  ];
  const signers: (Signer | null)[] = await Promise.all(parties.map((party) => deps.authority.findSigner(party)));
  if (signers.every((signer) => signer === null)) throw new Error("nobody can sign: no certificate is set up");

  const signatures = parties
    .map((party, index) => ({
      role: party.role,
      name: party.role === "seal" ? party.unit : party.name,
      title: party.role === "seal" ? "" : party.title,
      unit: party.unit,
      ...(signers[index] ? { at } : {}),
    }))
    .filter((mark) => mark.role === "person" || mark.at !== undefined);
  const data = { ...order.data, title, signatures, ...(order.number === undefined ? {} : { number: order.number }) };
  const { pdf, boxes } = renderToSign(order.kind, data as unknown as PaperInput<K>);

  // The page bears one box for each signature that will be made, in the order of signing.
  const making = parties.flatMap((party, index) => (signers[index] ? [{ party, signer: signers[index] }] : []));
  const wanted = making.map(({ party, signer }, index): SignatureWanted => {
    const box = boxes[index];
    if (!box) throw new Error("a signature without a mark on the paper");
    const by = party.role === "seal" ? party.unit : party.name;
    return { signer, at, box, reason: title, description: `Chữ ký số của ${by}` };
  });
  return { bytes: await signPdf(pdf, wanted), signedBy: making.map(({ signer }) => signer.label) };
}
