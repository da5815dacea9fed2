import { createHash } from "node:crypto";

/**
 * Just enough of PDF (ISO 32000-1) to amend what Typst writes: plain cross-reference tables, no object streams.
 * Texts of objects are handled as latin1, one character a byte.
 */
export type PdfFile = {
  bytes: Buffer;
  /** Where each object begins. */
  readonly offsets: Map<number, number>;
  /** Number the next new object gets. */
  next: number;
  readonly root: number;
  readonly info: number;
  readonly firstId: string;
  startXref: number;
};

/** Opens a file of one revision. @throws when it is not written as Typst writes it. */
export function openPdf(bytes: Buffer): PdfFile {
  const tail = bytes.toString("latin1", bytes.length - 64);
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const table = Number.isNaN(startXref) ? "" : bytes.toString("latin1", startXref);
  const heading = /^xref\s+0 (\d+)\s+/.exec(table);
  const root = /\/Root (\d+) 0 R/.exec(table)?.[1];
  const info = /\/Info (\d+) 0 R/.exec(table)?.[1];
  const firstId = /\/ID \[(\([^)]*\)|<[^>]*>)/.exec(table)?.[1];
  if (!heading || !root || !info || !firstId || table.includes("/Prev"))
    throw new Error("a PDF this writer does not know");
  const offsets = new Map<number, number>();
  for (let number = 1; number < Number(heading[1]); number++) {
    const entry = table.substr(heading[0].length + number * 20, 20);
    if (entry[17] === "n") offsets.set(number, Number(entry.slice(0, 10)));
  }
  return { bytes, offsets, next: Number(heading[1]), root: Number(root), info: Number(info), firstId, startXref };
}

/**
 * Where an object begins and where its `endobj` stands. The end is sought backwards from the next object: what people
 * typed may stand in the file as it is, the word `endobj` included.
 */
export function extentOf(pdf: PdfFile, number: number): { from: number; until: number } {
  const from = pdf.offsets.get(number);
  if (from === undefined) throw new Error(`the PDF has no object ${number}`);
  let next = pdf.startXref > from ? pdf.startXref : pdf.bytes.length;
  for (const at of pdf.offsets.values()) if (at > from && at < next) next = at;
  return { from, until: pdf.bytes.lastIndexOf("endobj", next) };
}

/** The text between `obj` and `endobj` of an object that is no stream. */
export function objectText(pdf: PdfFile, number: number): string {
  const { from, until } = extentOf(pdf, number);
  const text = pdf.bytes.toString("latin1", from, until);
  return text.slice(text.indexOf("obj") + 3).trim();
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
  const startXref = pdf.startXref + moved;
  const bytes = Buffer.concat([pdf.bytes.subarray(0, from), replacement, pdf.bytes.subarray(until)]);
  const entries = bytes.indexOf("0000000000 65535", startXref);
  for (const [number, at] of offsets) bytes.write(String(at).padStart(10, "0"), entries + number * 20, "latin1");
  const trailer = bytes.lastIndexOf("startxref");
  const end = Buffer.from(`startxref\n${startXref}\n%%EOF`, "latin1");
  return { ...pdf, bytes: Buffer.concat([bytes.subarray(0, trailer), end]), offsets, startXref };
}

/** Adds a revision: everything before stays byte for byte (ISO 32000-1, 7.5.6). */
export function append(pdf: PdfFile, objects: ReadonlyMap<number, string>): void {
  const parts: Buffer[] = [pdf.bytes, Buffer.from("\n")];
  let at = pdf.bytes.length + 1;
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  for (const number of numbers) {
    const part = Buffer.from(`${number} 0 obj\n${objects.get(number)}\nendobj\n`, "latin1");
    pdf.offsets.set(number, at);
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
