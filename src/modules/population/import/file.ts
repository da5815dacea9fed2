import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";

/** A CSV file read as it comes: never whole in memory, and only when its letters are sure. */

export type CsvFile = { readonly path: string; readonly sha256: string; readonly delimiter: string };
export type CsvRow = {
  /** The line of the file on which the row begins; the first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

const DELIMITERS = [",", ";", "\t"] as const;
const HEAD_BYTES = 20_000;
const RECORD_CHARACTERS_MOST = 100_000;

/** Looks through the whole file once: its hash, its delimiter, and whether it is UTF-8. A byte order mark may stand in front. */
export async function inspectCsv(path: string): Promise<Result<CsvFile, Text>> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let head = "";
  let line = 1;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    if (head === "" && isUtf16(piece)) return fail(UTF16);
    try {
      const decoded = decoder.decode(piece, { stream: true });
      if (head.length < HEAD_BYTES) head += decoded.slice(0, HEAD_BYTES);
    } catch {
      return fail(notUtf8(line));
    }
    line += piece.filter((byte) => byte === 0x0a).length;
  }
  const [first = ""] = head.replace(/^\ufeff/, "").split(/\r?\n/, 1);
  const delimiter = DELIMITERS.reduce((best, next) =>
    first.split(next).length > first.split(best).length ? next : best,
  );
  return ok({ path, sha256: hash.digest("hex"), delimiter });
}

const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
const UTF16 = text(
  "Tệp dùng bảng mã UTF-16. Hãy lưu lại dạng “CSV UTF-8” rồi nhập.",
  "The file is in UTF-16. Save it as “CSV UTF-8” and import that.",
);
const notUtf8 = (line: number): Text =>
  text(
    `Tệp không theo bảng mã UTF-8 (từ dòng ${line} trở đi); có thể là TCVN3 (ABC), VNI hoặc Windows-1258. Hãy chuyển sang UTF-8 rồi nhập; chương trình không tự đoán bảng mã.`,
    `The file is not in UTF-8 (from line ${line} on); it may be TCVN3 (ABC), VNI or Windows-1258. Convert it to UTF-8 and import that; encodings are not guessed.`,
  );

/** The file is broken as CSV from this line on; what stands before it was read. */
export class BrokenCsv extends Error {
  readonly line: number;
  constructor(line: number, cause: unknown) {
    super(`broken CSV near line ${line}`, { cause });
    this.line = line;
  }
}

/** The rows of a file in turn, the header first; empty lines are left out. @throws BrokenCsv */
export async function* rowsIn(file: CsvFile): AsyncGenerator<CsvRow> {
  const parser = createReadStream(file.path).pipe(
    parse({
      bom: true,
      delimiter: file.delimiter,
      info: true,
      relax_column_count: true,
      max_record_size: RECORD_CHARACTERS_MOST,
    }),
  );
  let begins = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.some((cell) => cell.trim() !== "")) yield { line: begins, cells: record };
      begins = info.lines + 1;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new BrokenCsv(begins, error);
    throw error;
  }
}
