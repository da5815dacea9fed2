import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** Pictures of papers: whether they can be read, turning them, several as one file. */

/**
 * What is wrong with a scan. `unchecked` is nothing wrong: the file is of a kind we cannot look into.
 * `small` less than what 100 points an inch of an A5 sheet give; `turned` says that the camera's turn was applied.
 */
export type ScanFinding = "small" | "blank" | "dark" | "blurred" | "unchecked" | "unreadable";

/** More points than any desk scanner makes of an A3 sheet at 600 an inch; a small file that claims more is hostile. */
const PIXELS_MOST = 80_000_000;
const SHORT_SIDE_LEAST = 580;
const LONG_SIDE_LEAST = 820;
/** Judged at this width, so that the same sheet is judged alike at any resolution. */
const JUDGED_WIDTH = 900;
/** Mean brightness, 0 to 255; a lit sheet of paper lies above 140. */
const DARK_BELOW = 70;
/** Standard deviation of the brightness: an empty sheet has hardly any. */
const BLANK_BELOW = 4;
/** Variance of the Laplacian: letters that can be read have edges; those out of focus have none. */
const BLURRED_BELOW = 60;

const PICTURES = new Set(["image/jpeg", "image/png", "image/webp"]);
export const isPicture = (mediaType: string): boolean => PICTURES.has(mediaType);

const open = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: PIXELS_MOST, failOn: "error" });

/** Looks at a scan; an empty list is a good one. */
export async function judgeScan(bytes: Uint8Array, mediaType: string): Promise<readonly ScanFinding[]> {
  if (!isPicture(mediaType)) return mediaType === "application/pdf" ? judgePdf(bytes) : ["unchecked"];
  try {
    const { width, height } = await open(bytes).metadata();
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    const { data, info } = await open(bytes)
      .flatten({ background: "white" })
      .greyscale()
      .resize({ width: JUDGED_WIDTH, withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const small = short < SHORT_SIDE_LEAST || long < LONG_SIDE_LEAST;
    return [...(small ? (["small"] as const) : []), ...judgeBrightness(data, info.width, info.height)];
  } catch {
    return ["unreadable"];
  }
}

function judgeBrightness(grey: Uint8Array, width: number, height: number): readonly ScanFinding[] {
  const { mean, variance } = momentsOf(grey);
  if (mean < DARK_BELOW) return ["dark"];
  if (Math.sqrt(variance) < BLANK_BELOW) return ["blank"];
  return laplacianVariance(grey, width, height) < BLURRED_BELOW ? ["blurred"] : [];
}

function momentsOf(values: Uint8Array | Int16Array): { mean: number; variance: number } {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, variance: squares / values.length - mean * mean };
}

/** How strongly neighbouring points differ; the usual measure of focus (Pech-Pacheco and others, 2000). */
function laplacianVariance(grey: Uint8Array, width: number, height: number): number {
  if (width < 3 || height < 3) return 0;
  const edges = new Int16Array((width - 2) * (height - 2));
  let to = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around = (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - width] ?? 0) + (grey[at + width] ?? 0);
      edges[to] = 4 * (grey[at] ?? 0) - around;
      to += 1;
    }
  }
  return momentsOf(edges).variance;
}

/** A PDF is only looked at from outside: whether it opens and has pages. */
async function judgePdf(bytes: Uint8Array): Promise<readonly ScanFinding[]> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return pdf.getPageCount() === 0 ? ["blank"] : [];
  } catch {
    return ["unreadable"];
  }
}

/** The picture as the camera meant it, its turn applied to the points; null where it needs none. */
export async function upright(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | null> {
  if (!isPicture(mediaType)) return null;
  try {
    const { orientation } = await open(bytes).metadata();
    return orientation === undefined || orientation === 1 ? null : await open(bytes).autoOrient().toBuffer();
  } catch {
    return null;
  }
}

/** The picture turned to the right by a quarter. */
export async function turned(bytes: Uint8Array): Promise<Result<Uint8Array, "unreadable">> {
  try {
    return ok(await open(bytes).rotate(90).toBuffer());
  } catch {
    return fail("unreadable");
  }
}

/** A4 in points. */
const SHEET = { short: 595.28, long: 841.89 };
const MARGIN = 14;
const SIDE_MOST = 2_400;

/** Pictures and PDFs as one PDF, a picture a page, in the order given. */
export async function asOnePdf(
  files: readonly { readonly bytes: Uint8Array; readonly mediaType: string }[],
  at: Date,
): Promise<Result<Uint8Array, "unreadable">> {
  try {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    pdf.setCreationDate(at);
    pdf.setModificationDate(at);
    pdf.setProducer("Một Cửa");
    for (const { bytes, mediaType } of files) {
      if (mediaType === "application/pdf") await addPages(pdf, bytes);
      else await addPicture(pdf, bytes);
    }
    return ok(await pdf.save());
  } catch {
    return fail("unreadable");
  }
}

async function addPages(to: PDFDocument, bytes: Uint8Array): Promise<void> {
  const from = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const page of await to.copyPages(from, from.getPageIndices())) to.addPage(page);
}

async function addPicture(to: PDFDocument, bytes: Uint8Array): Promise<void> {
  const jpeg = await open(bytes)
    .autoOrient()
    .flatten({ background: "white" })
    .resize({ width: SIDE_MOST, height: SIDE_MOST, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer();
  const picture = await to.embedJpg(jpeg);
  const lies = picture.width > picture.height;
  const [width, height] = lies ? [SHEET.long, SHEET.short] : [SHEET.short, SHEET.long];
  const page = to.addPage([width, height]);
  const { width: wide, height: high } = picture.scaleToFit(width - 2 * MARGIN, height - 2 * MARGIN);
  page.drawImage(picture, { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high });
}
