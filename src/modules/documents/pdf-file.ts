import { createHash } from "node:crypto";

/**
 * Just enough of PDF (ISO 32000-1) to amend what Typst writes: plain cross-reference tables, no object streams.
 * Texts of objects are handled as latin1, one character a byte.
 */
export type PdfFile = {
  bytes: Buffer;
  /** Where each object begins, in its newest version. */
  readonly offsets: Map<number, number>;
  /** Where anything begins: objects of all revisions and their tables. */
  readonly starts: Set<number>;
  /** Number the next new object gets. */
  next: number;
  readonly root: number;
  readonly info: number;
  readonly firstId: string;
  startXref: number;
};

/** Opens a file and reads its tables, the newest first. @throws when it is not written as Typst and we write it. */
export function openPdf(bytes: Buffer): PdfFile {
  const tail = bytes.toString("latin1", bytes.length - 64);
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const offsets = new Map<number, number>();
  const starts = new Set<number>();
  const newest = readTable(bytes, startXref);
  for (
    let table: Table | null = newest;
    table;
    table = table.previous === null ? null : readTable(bytes, table.previous)
  ) {
    if (starts.has(table.at)) throw new Error("the tables of the PDF go round in a circle");
    starts.add(table.at);
    for (const [number, at] of table.offsets) {
      starts.add(at);
      if (!offsets.has(number)) offsets.set(number, at);
    }
  }
  const [size, root, info] = ["Size", "Root", "Info"].map((key) =>
    Number(new RegExp(`/${key} (\\d+)`).exec(newest.trailer)?.[1]),
  );
  const firstId = /\/ID \[(\([^)]*\)|<[^>]*>)/.exec(newest.trailer)?.[1];
  if (!size || !root || !info || !firstId) throw new Error("a PDF this writer does not know");
  return { bytes, offsets, starts, next: size, root, info, firstId, startXref };
}

type Table = { at: number; offsets: Map<number, number>; trailer: string; previous: number | null };

function readTable(bytes: Buffer, at: number): Table {
  const end = bytes.indexOf("%%EOF", Number.isNaN(at) ? 0 : at);
  const text = Number.isNaN(at) || end < 0 ? "" : bytes.toString("latin1", at, end);
  const split = text.indexOf("trailer");
  if (!text.startsWith("xref") || split < 0) throw new Error("a PDF this writer does not know");
  const offsets = new Map<number, number>();
  let number = 0;
  for (const line of text
    .slice(4, split)
    .trim()
    .split(/\s*[\r\n]+/)) {
    const [first = "", second = "", state] = line.split(" ");
    if (state === undefined) number = Number(first);
    else {
      if (state === "n") offsets.set(number, Number(first));
      number++;
    }
    if (second === "") throw new Error("a PDF this writer does not know");
  }
  const trailer = text.slice(split);
  const previous = /\/Prev (\d+)/.exec(trailer)?.[1];
  return { at, offsets, trailer, previous: previous === undefined ? null : Number(previous) };
}

/**
 * Where an object begins and where its `endobj` stands. The end is sought backwards from whatever begins next: what
 * people typed may stand in the file as it is, the word `endobj` included.
 */
export function extentOf(pdf: PdfFile, number: number): { from: number; until: number } {
  const from = pdf.offsets.get(number);
  if (from === undefined) throw new Error(`the PDF has no object ${number}`);
  let next = pdf.bytes.length;
  for (const at of pdf.starts) if (at > from && at < next) next = at;
  return { from, until: pdf.bytes.lastIndexOf("endobj", next) };
}

/** The text between `obj` and `endobj` of an object that is no stream. */
export function objectText(pdf: PdfFile, number: number): string {
  const { from, until } = extentOf(pdf, number);
  const text = pdf.bytes.toString("latin1", from, until);
  return text.slice(text.indexOf("obj") + 3).trim();
}

/** The pages in order, through the page tree. */
export function pagesOf(pdf: PdfFile, node = reference(objectText(pdf, pdf.root), "Pages")): number[] {
  const text = objectText(pdf, node);
  if (!/\/Type \/Pages/.test(text)) return [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => pagesOf(pdf, Number(kid[1])));
}

/** The object a dictionary names under a key, alone or first in a list. */
export function reference(text: string, key: string): number {
  const found = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(text);
  if (!found) throw new Error(`the PDF names no ${key}`);
  return Number(found[1]);
}

/** Replaces one place of an object's text; the place must be there. */
export function amended(text: string, place: RegExp, replacement: (found: string) => string): string {
  if (!place.test(text)) throw new Error(`the PDF lacks ${place.source}`);
  return text.replace(place, replacement);
}

/** Changes bytes inside a file of one revision and moves the addresses of what stands behind. */
export function rewrite(pdf: PdfFile, from: number, until: number, replacement: Buffer): PdfFile {
  const moved = replacement.length - (until - from);
  const offsets = new Map([...pdf.offsets].map(([number, at]) => [number, at >= until ? at + moved : at]));
  const starts = new Set([...pdf.starts].map((at) => (at >= until ? at + moved : at)));
  const startXref = pdf.startXref + moved;
  const bytes = Buffer.concat([pdf.bytes.subarray(0, from), replacement, pdf.bytes.subarray(until)]);
  const entries = bytes.indexOf("0000000000 65535", startXref);
  for (const [number, at] of offsets) bytes.write(String(at).padStart(10, "0"), entries + number * 20, "latin1");
  const trailer = bytes.lastIndexOf("startxref");
  const end = Buffer.from(`startxref\n${startXref}\n%%EOF`, "latin1");
  return { ...pdf, bytes: Buffer.concat([bytes.subarray(0, trailer), end]), offsets, starts, startXref };
}

/** Adds a revision: everything before stays byte for byte (ISO 32000-1, 7.5.6). */
export function append(pdf: PdfFile, objects: ReadonlyMap<number, string>): void {
  const parts: Buffer[] = [pdf.bytes, Buffer.from("\n")];
  let at = pdf.bytes.length + 1;
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  for (const number of numbers) {
    const part = Buffer.from(`${number} 0 obj\n${objects.get(number)}\nendobj\n`, "latin1");
    pdf.offsets.set(number, at);
    pdf.starts.add(at);
    parts.push(part);
    at += part.length;
  }
  pdf.next = Math.max(pdf.next, ...numbers.map((n) => n + 1));
  const id = createHash("sha256").update(String(at)).update(pdf.firstId).digest("hex").slice(0, 32);
  parts.push(
    Buffer.from(
      `xref\n${sections(numbers, pdf.offsets)}trailer\n<< /Size ${pdf.next} /Root ${pdf.root} 0 R /Info ${pdf.info} 0 R /ID [${pdf.firstId} <${id}>] /Prev ${pdf.startXref} >>\nstartxref\n${at}\n%%EOF\n`,
      "latin1",
    ),
  );
  pdf.bytes = Buffer.concat(parts);
  pdf.startXref = at;
  pdf.starts.add(at);
}

function sections(numbers: readonly number[], offsets: ReadonlyMap<number, number>): string {
  let text = "";
  for (let from = 0; from < numbers.length; ) {
    let until = from + 1;
    while (until < numbers.length && numbers[until] === (numbers[until - 1] ?? 0) + 1) until++;
    text += `${numbers[from]} ${until - from}\n`;
    for (const number of numbers.slice(from, until)) {
      text += `${String(offsets.get(number) ?? 0).padStart(10, "0")} 00000 n\r\n`;
    }
    from = until;
  }
  return text;
}

/** Text for people inside a PDF: UTF-16 with its mark, written as hexadecimal (ISO 32000-1, 7.9.2.2). */
export const pdfText = (value: string): string => `<feff${Buffer.from(value, "utf16le").swap16().toString("hex")}>`;
