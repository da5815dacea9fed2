import { createHash } from "node:crypto";
import { dayOfInstant, type Instant, isoInstant } from "../../kernel/plain-date.ts";
import { appearanceFrom } from "./appearance.ts";
import { cmsBytesMost, detachedCms, STAMP_BYTES_MOST, type StampBytes } from "./cms.ts";
import type { SignatureBox } from "./compiler.ts";
import { amended, append, objectText, openPdf, type PdfFile, pagesOf, pdfText, reference } from "./pdf-file.ts";
import type { Signer } from "./signer.ts";

/** One signature to make: by whom, when, for what. */
export type SignatureToMake = {
  readonly signer: Signer;
  readonly at: Instant;
  /** Why it is signed, shown by readers. */
  readonly reason: string;
};

/** A place for a signature on the sheet, and the signature; without one the place stays free for a later signer. */
export type SignaturePlace = {
  readonly box: SignatureBox;
  /** Read aloud for the field: "Chữ ký số của …". */
  readonly description: string;
  readonly signature: SignatureToMake | null;
};

/**
 * Signs a PDF one signature after the other, each over everything before it (PAdES baseline B, ETSI EN 319 142-1).
 * All fields are made before the first signature, so that the later ones only fill what the earlier ones have seen:
 * a reader then reports additional signatures, not changes. The file stays tagged PDF/A: each field is a Form element
 * of the structure, printable, locked.
 * @returns the bytes of the signed file; the given file is amended in place and not to be used again.
 */
export async function signPdf(
  pdf: PdfFile,
  places: readonly SignaturePlace[],
  stamp: StampBytes | null = null,
): Promise<Uint8Array> {
  if (places.length === 0) return pdf.bytes;
  const { fields, objects } = signatureFields(pdf, places);
  let update = objects;
  for (const { place, number } of fields) {
    if (!place.signature) continue;
    await fillField(pdf, number, place.signature, update, stamp);
    update = new Map();
  }
  if (update === objects) append(pdf, objects);
  return pdf.bytes;
}

/**
 * Fills the first free place of a paper with a signature and its visible mark, in one more appended revision; all
 * that was signed before stays byte for byte.
 * @throws when the paper has no free place.
 */
export async function countersignPdf(
  bytes: Uint8Array,
  signature: SignatureToMake,
  mark: Uint8Array,
  stamp: StampBytes | null = null,
): Promise<Uint8Array> {
  const pdf = openPdf(Buffer.from(bytes));
  const free = freeField(pdf);
  if (free === undefined) throw new Error("the paper has no place left for a signature");
  const { appearance, objects } = appearanceFrom(openPdf(Buffer.from(mark)), pdf.next);
  pdf.next = Math.max(...objects.keys()) + 1;
  objects.set(
    free,
    amended(objectText(pdf, free), /\/AP << \/N \d+ 0 R >>/, () => `/AP << /N ${appearance} 0 R >>`),
  );
  await fillField(pdf, free, signature, objects, stamp);
  return pdf.bytes;
}

/** The first field that still waits for its signature. */
export function freeField(pdf: PdfFile): number | undefined {
  const fields = FIELDS.exec(objectText(pdf, pdf.root))?.[1] ?? "";
  return [...fields.matchAll(/(\d+) 0 R/g)]
    .map((found) => Number(found[1]))
    .find((number) => !/\/V \d+ 0 R/.test(objectText(pdf, number)));
}

const FIELDS = /\/AcroForm << \/Fields \[([^\]]*)\]/;

/**
 * Adds a time stamp over everything so far, as a signature of its own kind (ETSI EN 319 142-1, 5.5); its field has no
 * place on the sheet. Where proofs of all signatures stand before it, the file is of baseline LTA.
 */
export async function stampPdf(pdf: PdfFile, stamp: StampBytes): Promise<void> {
  const [page] = pagesOf(pdf);
  if (page === undefined) throw new Error("a PDF without pages");
  const [field, value] = [pdf.next, pdf.next + 1];
  const catalog = objectText(pdf, pdf.root);
  append(
    pdf,
    new Map([
      // Outside the sheet: nothing to see, and nothing a reader has to name (ISO 14289-1, 7.18.1).
      [
        field,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (timestamp-${field}) /F 132 /P ${page} 0 R /Rect [-2 -2 -2 -2] /V ${value} 0 R >>`,
      ],
      [page, withAnnotation(objectText(pdf, page), field)],
      [pdf.root, amended(catalog, FIELDS, (found) => found.replace(/\]$/, ` ${field} 0 R]`))],
      [value, `<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 ${gapOf(STAMP_BYTES_MOST)} >>`],
    ]),
  );
  await fillGap(pdf, value, STAMP_BYTES_MOST, (parts) => stamp(parts));
}

/** Appends the update with the signature's dictionary in it, then signs what came to stand there. */
async function fillField(
  pdf: PdfFile,
  field: number,
  signature: SignatureToMake,
  update: Map<number, string>,
  stamp: StampBytes | null,
): Promise<void> {
  const { signer } = signature;
  const room = cmsBytesMost(signer, stamp !== null);
  const value = Math.max(pdf.next, ...[...update.keys()].map((number) => number + 1));
  update.set(value, signatureDictionary(signature, room));
  update.set(
    field,
    amended(update.get(field) ?? objectText(pdf, field), />>\s*$/, () => `/V ${value} 0 R >>`),
  );
  append(pdf, update);
  await fillGap(pdf, value, room, ([before, after]) => {
    const digest = createHash("sha256").update(before).update(after).digest();
    return detachedCms(signer, digest, stamp);
  });
}

type Field = { readonly number: number; readonly place: SignaturePlace };

/** Fields, widgets and their place in the structure; the objects to write with the first signature. */
function signatureFields(
  pdf: PdfFile,
  places: readonly SignaturePlace[],
): { fields: Field[]; objects: Map<number, string> } {
  const objects = new Map<number, string>();
  const text = (number: number): string => objects.get(number) ?? objectText(pdf, number);
  const catalog = objectText(pdf, pdf.root);
  const tree = reference(catalog, "StructTreeRoot");
  const document = reference(objectText(pdf, tree), "K");
  const pages = pagesOf(pdf);
  let next = pdf.next;

  const fields = places.map((place, at): Field => {
    const page = pages[place.box.page - 1];
    if (page === undefined) throw new Error("a signature on a page that is not there");
    const [number, element, appearance] = [next++, next++, next++];
    const key = Number(/\/ParentTreeNextKey (\d+)/.exec(text(tree))?.[1]);
    const { width, height } = place.box;
    objects.set(
      appearance,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 ${points(width)} ${points(height)}] /Resources << >> /Length 0 >>\nstream\n\nendstream`,
    );
    objects.set(
      element,
      `<< /Type /StructElem /S /Form /P ${document} 0 R /Pg ${page} 0 R /Alt ${pdfText(place.description)} /K << /Type /OBJR /Obj ${number} 0 R /Pg ${page} 0 R >> >>`,
    );
    objects.set(
      document,
      amended(text(document), /\/K \[[^\]]*/, (kids) => `${kids} ${element} 0 R`),
    );
    objects.set(
      tree,
      amended(
        amended(text(tree), /\/Nums \[[^\]]*/, (numbers) => `${numbers} ${key} ${element} 0 R`),
        /\/ParentTreeNextKey \d+/,
        () => `/ParentTreeNextKey ${key + 1}`,
      ),
    );
    objects.set(page, withAnnotation(text(page), number));
    const field =
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature-${at + 1}) /TU ${pdfText(place.description)} /F 132 ` +
      `/P ${page} 0 R /Rect ${rectangle(text(page), place.box)} /StructParent ${key} /AP << /N ${appearance} 0 R >>`;
    objects.set(number, `${field} >>`);
    return { number, place };
  });
  const list = fields.map((field) => `${field.number} 0 R`).join(" ");
  objects.set(
    pdf.root,
    amended(catalog, />>\s*$/, () => `/AcroForm << /Fields [${list}] /SigFlags 3 >>\n>>`),
  );
  return { fields, objects };
}

function withAnnotation(page: string, widget: number): string {
  const listed = /\/Annots \[/.test(page)
    ? amended(page, /\/Annots \[[^\]]*/, (found) => `${found} ${widget} 0 R`)
    : amended(page, />>\s*$/, () => `/Annots [${widget} 0 R]\n>>`);
  // Annotations are reached in the order of the structure (ISO 14289-1, 7.18.3).
  return /\/Tabs/.test(listed) ? listed : amended(listed, />>\s*$/, () => "/Tabs /S\n>>");
}

function rectangle(page: string, box: SignatureBox): string {
  const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(page)?.[1]);
  return `[${points(box.x)} ${points(height - box.y - box.height)} ${points(box.x + box.width)} ${points(height - box.y)}]`;
}

const points = (value: number): string => value.toFixed(2);

/** Ten digits each, so that the true numbers fit in where the noughts stand. */
const RANGE = "/ByteRange [0 0000000000 0000000000 0000000000]";
const gapOf = (roomBytes: number): string => `${RANGE} /Contents <${"0".repeat(roomBytes * 2)}>`;

function signatureDictionary(signature: SignatureToMake, roomBytes: number): string {
  const iso = isoInstant(signature.at);
  const time = `D:${dayOfInstant(signature.at).replaceAll("-", "")}${iso.slice(11, 19).replaceAll(":", "")}+07'00'`;
  return (
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${gapOf(roomBytes)} ` +
    `/M (${time}) /Name ${pdfText(signature.signer.label)} /Reason ${pdfText(signature.reason)} >>`
  );
}

/** Makes the signature over everything but the gap of `/Contents`, and puts it into the gap. */
async function fillGap(
  pdf: PdfFile,
  value: number,
  roomBytes: number,
  make: (parts: readonly [Uint8Array, Uint8Array]) => Promise<Uint8Array>,
): Promise<void> {
  const from = pdf.offsets.get(value) ?? 0;
  const range = pdf.bytes.indexOf(RANGE, from);
  const open = pdf.bytes.indexOf("/Contents <", from) + "/Contents ".length;
  const close = open + roomBytes * 2 + 2;
  const ten = (n: number): string => String(n).padStart(10, "0");
  pdf.bytes.write(`/ByteRange [0 ${ten(open)} ${ten(close)} ${ten(pdf.bytes.length - close)}]`, range, "latin1");
  const made = await make([pdf.bytes.subarray(0, open), pdf.bytes.subarray(close)]);
  if (made.length > roomBytes) throw new Error(`the signature needs ${made.length} bytes of ${roomBytes}`);
  pdf.bytes.write(Buffer.from(made).toString("hex"), open + 1, "latin1");
}
