import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { Actor } from "../../engine/state/index.ts";
import { isPersonNumber } from "../../kernel/person-number.ts";
import {
  dayOfMonth,
  monthOf,
  type PartialDate,
  parseIsoDate,
  parsePartialDate,
  yearOf,
} from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { searchKey, tidy } from "../../kernel/vietnamese.ts";
import type { Agency } from "./agencies.ts";
import type { AgencyAnswer, AskFailure, Asking, Question } from "./asking.ts";

/** One line of a batch: its answer, or why there is none. The line is that of the file, the heading being line 1. */
export type BatchLine = { readonly line: number } & ({ readonly answer: AgencyAnswer } | { readonly error: Text });

export type Batch = {
  readonly agency: Agency;
  readonly actor: Actor;
  readonly purpose: string;
  readonly ground: string | null;
  readonly procedure: string | null;
  /** Made by the sender: the same file sent again under the same key asks nothing twice. */
  readonly key: string;
};

/** Headings by their words without accents; either language. */
const HEADINGS: Readonly<Record<string, "number" | "name" | "birthDate" | "sex" | "dossier">> = {
  number: "number",
  "so dinh danh": "number",
  "so dinh danh ca nhan": "number",
  name: "name",
  "ho ten": "name",
  "ho va ten": "name",
  birthdate: "birthDate",
  "birth date": "birthDate",
  "ngay sinh": "birthDate",
  sex: "sex",
  "gioi tinh": "sex",
  dossier: "dossier",
  "ma ho so": "dossier",
};
const SEXES: Readonly<Record<string, "M" | "F">> = { m: "M", nam: "M", f: "F", nu: "F" };
/** Questions under way at once; answers come in the order of the file all the same. */
const AT_ONCE = 8;
const RECORD_BYTES_MOST = 4_096;

type Row = { readonly record: Readonly<Partial<Record<string, string>>>; readonly info: { readonly lines: number } };

/**
 * Asks line by line, as the file streams in; nothing of it is held but what is under way. A wrong line is answered with
 * what is wrong; the others go on.
 */
export async function* verifyBatch(
  asking: Pick<Asking, "ask">,
  csv: Readable,
  batch: Batch,
): AsyncGenerator<BatchLine> {
  const rows = csv.pipe(
    parse({
      bom: true,
      info: true,
      columns: (headings: readonly string[]) => headings.map((heading) => HEADINGS[searchKey(heading)] ?? null),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: RECORD_BYTES_MOST,
    }),
  );
  // An error of the source does not travel through a pipe by itself.
  csv.once("error", (cause) => rows.destroy(cause));
  const underWay: Promise<BatchLine>[] = [];
  try {
    for await (const { record, info } of rows as AsyncIterable<Row>) {
      underWay.push(answerLine(asking, batch, record, info.lines));
      if (underWay.length >= AT_ONCE) yield await (underWay.shift() as Promise<BatchLine>);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<BatchLine>);
  } finally {
    await Promise.allSettled(underWay);
  }
}

async function answerLine(
  asking: Pick<Asking, "ask">,
  batch: Batch,
  record: Row["record"],
  line: number,
): Promise<BatchLine> {
  const question = questionOf(record, batch);
  if ("vi" in question) return { line, error: question };
  const asked = await asking.ask(batch.agency, batch.actor, question, `${batch.key}:${line}`);
  return asked.ok ? { line, answer: asked.value } : { line, error: askFailureText(asked.failure) };
}

/** A line as a question, or what is wrong with it. */
function questionOf(record: Row["record"], batch: Batch): Question | Text {
  const of = (name: string): string => tidy(record[name] ?? "");
  const number = of("number");
  if (!isPersonNumber(number)) return text("Số định danh phải gồm 12 chữ số.", "The number must have 12 digits.");
  const name = of("name");
  if (name === "" || name.length > 100) return text("Thiếu họ và tên.", "The name is missing.");
  const birthDate = birthDateOf(of("birthDate"));
  if (!birthDate)
    return text(
      "Ngày sinh cần có dạng dd/mm/yyyy, mm/yyyy hoặc yyyy.",
      "The birth date must be dd/mm/yyyy, mm/yyyy or yyyy.",
    );
  const sex = SEXES[searchKey(of("sex"))];
  if (of("sex") !== "" && !sex) return text("Giới tính là Nam hoặc Nữ.", "Sex is M or F.");
  const { purpose, ground, procedure } = batch;
  const claim = { number, name, birthDate, ...(sex ? { sex } : {}) };
  return { claim, dossier: of("dossier") || null, purpose, ground, procedure };
}

/** A birth date as people write it here, or as programs do (`yyyy-mm-dd`). */
export function birthDateOf(written: string): PartialDate | null {
  const day = parseIsoDate(written);
  return day ? { year: yearOf(day), month: monthOf(day), day: dayOfMonth(day) } : parsePartialDate(written);
}

/** Why there is no answer, for whoever asked. */
export function askFailureText(failure: AskFailure): Text {
  switch (failure.kind) {
    case "not-enough-ground":
      return failure.field
        ? text(
            `Cơ quan chưa được cấp quyền đối chiếu “${failure.field}”.`,
            `“${failure.field}” was not granted to the agency.`,
          )
        : text("Cần mã hồ sơ hoặc căn cứ pháp lý.", "A dossier or a legal ground is needed.");
    case "too-many-tries":
      return text(
        "Số này đã được hỏi quá nhiều lần trong ngày. Vui lòng kiểm tra lại thông tin và hỏi lại vào ngày mai.",
        "This number was asked about too often today. Check the data and ask again tomorrow.",
      );
    case "key-reused":
      return text("Khóa này đã dùng cho câu hỏi khác.", "This key was used for another question.");
  }
}

/** The heading of the results, and a line of them. Values are words of ours: nothing of the file comes back. */
export const BATCH_HEADING = "line,call_id,answer,number,name,birth_date,sex,living,error\n";
export function batchLineCsv(line: BatchLine): string {
  if ("error" in line) return `${line.line},,ERROR,,,,,,"${line.error.vi.replaceAll('"', '""')}"\n`;
  const { callId, answer, fields, living } = line.answer;
  const cells = [line.line, callId, answer, fields.number, fields.name, fields.birthDate, fields.sex, living, ""];
  return `${cells.map((cell) => cell ?? "").join(",")}\n`;
}
