/** A signature as it lies in a PDF (ISO 32000-1, 12.8.1): what it covers, and what it says of itself. */
export type SignaturePlace = {
  readonly subFilter: string;
  /** The bytes between `<` and `>` of `/Contents`, the padding included. */
  readonly contents: Buffer;
  /** False: the range leaves out more than `/Contents`, overlaps or runs outside the file. Such a signature proves nothing. */
  readonly rangeIsSound: boolean;
  readonly gap: { readonly from: number; readonly until: number };
  /** Where what it covers ends. */
  readonly end: number;
  /** What the signer's program wrote as time of signing, in milliseconds; nobody vouches for it. */
  readonly claimedAt: number | null;
};

/** More than any paper has: then nobody has to wait for all of them. */
const SIGNATURES_MOST = 16;
const RANGES_MOST = 128;
/** The longest signature with lists of revocation inside that is read. */
const CONTENTS_BYTES_MOST = 1_048_576;
const DICTIONARY_BYTES_MOST = 65_536;

/**
 * Finds the signatures of any PDF by their byte ranges, in the order of what they cover. Signature dictionaries lie
 * in the file as they are, never in compressed streams: their range is written into them after all else stands.
 * Places kept free (all noughts) are left out. Null: more than anybody needs to look at.
 */
export function signaturePlaces(pdf: Buffer): readonly SignaturePlace[] | null {
  const places: SignaturePlace[] = [];
  let ranges = 0;
  for (let at = pdf.indexOf("/ByteRange"); at >= 0; at = pdf.indexOf("/ByteRange", at + 10)) {
    if (++ranges > RANGES_MOST) return null;
    const place = placeAt(pdf, at);
    if (place && !places.some((known) => known.gap.from === place.gap.from && known.end === place.end))
      places.push(place);
    if (places.length > SIGNATURES_MOST) return null;
  }
  return places.sort((a, b) => a.end - b.end);
}

function placeAt(pdf: Buffer, at: number): SignaturePlace | null {
  const written = pdf.toString("latin1", at, at + 256);
  const range = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(written);
  if (!range) return null;
  const [start = 0, length = 0, from = 0, rest = 0] = range.slice(1).map(Number);
  const text = dictionaryAround(pdf, at, length, from);
  const isShort = from - length <= 2 * CONTENTS_BYTES_MOST;
  const inside = isShort ? pdf.toString("latin1", length, Math.min(from, pdf.length)) : "";
  const isGap = /^<[0-9A-Fa-f\s]*>$/.test(inside);
  if (isGap && !/[1-9A-Fa-f]/.test(inside)) return null;
  return {
    subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(text)?.[1] ?? "",
    contents: isGap ? Buffer.from(inside.slice(1, -1).replace(/\s+/g, ""), "hex") : Buffer.alloc(0),
    rangeIsSound:
      start === 0 && isGap && from > length && from + rest <= pdf.length && /\/Contents\s*$/.test(before(pdf, length)),
    gap: { from: length, until: from },
    end: from + rest,
    claimedAt: dateIn(text),
  };
}

const before = (pdf: Buffer, at: number): string => pdf.toString("latin1", Math.max(0, at - 64), at);

/** The text of the signature's dictionary without its `/Contents`. */
function dictionaryAround(pdf: Buffer, at: number, gapFrom: number, gapUntil: number): string {
  const open = Math.max(pdf.lastIndexOf("obj", at), at - DICTIONARY_BYTES_MOST, 0);
  const close = pdf.indexOf("endobj", Math.max(at, gapUntil > at && gapUntil < pdf.length ? gapUntil : at));
  const end = close < 0 ? pdf.length : close;
  const holdsGap = gapFrom > open && gapUntil < end && gapFrom < gapUntil;
  const part = (from: number, until: number): string =>
    pdf.toString("latin1", from, Math.min(until, from + DICTIONARY_BYTES_MOST));
  return holdsGap ? part(open, gapFrom) + part(gapUntil, end) : part(open, end);
}

/** `/M (D:20260729140500+07'00')`; the parts after the year may be missing (ISO 32000-1, 7.9.4). */
function dateIn(dictionary: string): number | null {
  const found = /\/M\s*\(D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(
    dictionary,
  );
  if (!found) return null;
  const [, year = "1970", month = "01", day = "01", hour = "00", minute = "00", second = "00", sign, h = "00", m] =
    found;
  const zone = sign ? `${sign}${h}:${m ?? "00"}` : "Z";
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(at) ? null : at;
}
