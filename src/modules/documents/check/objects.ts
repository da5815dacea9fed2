import { inflateSync } from "node:zlib";

/** An object of any PDF: the text of its dictionary, and its bytes where it is a stream. */
export type PdfObject = { readonly number: number; readonly text: string; readonly stream: Buffer | null };

const OBJECTS_MOST = 50_000;
const INFLATED_BYTES_MOST = 16_777_216;

/** The objects of a PDF or of an appended part of it, those in compressed streams too, as they follow each other; null where they cannot be read or are too many. */
export function objectsIn(bytes: Buffer): readonly PdfObject[] | null {
  const found: PdfObject[] = [];
  const text = bytes.toString("latin1");
  const heads = /(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b/g;
  for (let head = heads.exec(text); head; head = heads.exec(text)) {
    const end = text.indexOf("endobj", heads.lastIndex);
    if (end < 0 || found.length > OBJECTS_MOST) return null;
    const stream = /stream\r?\n/.exec(text.slice(heads.lastIndex, Math.min(end, heads.lastIndex + 65_536)));
    const dictionary = stream
      ? text.slice(heads.lastIndex, heads.lastIndex + stream.index)
      : text.slice(heads.lastIndex, end);
    const from = stream ? heads.lastIndex + stream.index + stream[0].length : 0;
    const until = stream ? streamEnd(text, from, end) : end;
    const content = stream ? bytes.subarray(from, until) : null;
    found.push({ number: Number(head[1]), text: dictionary, stream: content });
    if (content && /\/Type\s*\/ObjStm\b/.test(dictionary)) {
      const inside = compressed(dictionary, content);
      if (!inside) return null;
      found.push(...inside);
    }
    heads.lastIndex = until;
  }
  return found;
}

/** Bytes of a stream may happen to read `endobj`: what counts is where `endstream` stands. */
function streamEnd(text: string, from: number, end: number): number {
  const close = text.indexOf("endstream", from);
  return close < 0 ? end : close;
}

function compressed(dictionary: string, stream: Buffer): readonly PdfObject[] | null {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
  if (
    !/\/Filter\s*\[?\s*\/FlateDecode/.test(dictionary) ||
    /\/Predictor\s+(?!1\b)/.test(dictionary) ||
    Number.isNaN(first)
  )
    return null;
  try {
    const text = inflateSync(stream, { maxOutputLength: INFLATED_BYTES_MOST }).toString("latin1");
    const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
    const found: PdfObject[] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2)
      found.push({
        number: numbers[at] ?? 0,
        text: text.slice(first + (numbers[at + 1] ?? 0), first + (numbers[at + 3] ?? text.length - first)),
        stream: null,
      });
    return found;
  } catch {
    return null;
  }
}

/** What a stream holds; null where it is packed in a way we do not know. */
export function unpacked({ text, stream }: PdfObject): Buffer | null {
  if (!stream) return null;
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(text)?.[1] ?? Number.NaN);
  const bytes = Number.isNaN(length) ? stream : stream.subarray(0, length);
  if (!/\/Filter/.test(text)) return bytes;
  try {
    return /\/Filter\s*\[?\s*\/FlateDecode/.test(text)
      ? inflateSync(bytes, { maxOutputLength: INFLATED_BYTES_MOST })
      : null;
  } catch {
    return null;
  }
}
