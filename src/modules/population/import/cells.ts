import { communeStates, loadOldUnits, parseCountry } from "../../../../law/index.ts";
import { isPersonNumber, type PersonNumber } from "../../../kernel/person-number.ts";
import {
  type PartialDate,
  type PlainDate,
  parseIsoDate,
  parsePartialDate,
  parseVietnameseDate,
} from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { parseEmail, parsePhone, searchKey, tidy } from "../../../kernel/vietnamese.ts";
import type { ImportColumn } from "./columns.ts";

/** The kinds of cells that imported files hold, each with the sentence for a cell that is none. */

type Spec = { readonly vi: string; readonly en: string; readonly example?: string; readonly required?: true };
const column = <T>(
  { vi, en, example = "", required }: Spec,
  read: (cell: string) => Result<T, Text>,
): ImportColumn<T> => ({
  heading: text(vi, en),
  example,
  ...(required ? { required } : {}),
  read,
});
const orSay =
  <T>(parse: (cell: string) => T | null, reason: Text) =>
  (cell: string): Result<T, Text> => {
    const value = parse(cell);
    return value === null ? fail(reason) : ok(value);
  };

export const words = (spec: Spec): ImportColumn<string> => column(spec, (cell) => ok(tidy(cell)));

export const personNumber = (spec: Spec): ImportColumn<PersonNumber> =>
  column(
    spec,
    orSay(
      (cell) => (isPersonNumber(cell) ? cell : null),
      text(
        "Số định danh phải gồm đúng 12 chữ số. Nếu bảng tính đã bỏ số 0 ở đầu, hãy định dạng cột là văn bản.",
        "A personal number has exactly 12 digits. If the spreadsheet dropped a leading zero, format the column as text.",
      ),
    ),
  );

export const digits = (spec: Spec, shape: RegExp, reason: Text): ImportColumn<string> =>
  column(
    spec,
    orSay((cell) => (shape.test(cell) ? cell : null), reason),
  );

const OLD_ENCODING = text(
  "Họ tên có vẻ viết theo bảng mã cũ (TCVN3 hoặc VNI), ví dụ “NguyÔn”. Hãy chuyển sang Unicode rồi nhập lại dòng này.",
  "The name seems to be in an old encoding (TCVN3 or VNI), such as “NguyÔn”. Convert it to Unicode and import the row again.",
);
const NOT_A_NAME = text(
  "Họ tên chỉ gồm chữ, dấu nháy, gạch nối và dấu chấm.",
  "A name has only letters, apostrophes, hyphens and dots.",
);

/** Letters that no Vietnamese name written in Unicode holds: a capital inside a word, marks of VNI behind a vowel, signs of TCVN3. */
const looksOld = (name: string): boolean =>
  /\p{Ll}[ÀÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯÆÇËÖÜÞ]|[ae][âáàåãäê]|o[âåä]|[µ¸¶·¹»¾¼½×]/u.test(name.normalize("NFC"));

export const personName = (spec: Spec): ImportColumn<string> =>
  column(spec, (cell) => {
    const name = tidy(cell);
    if (looksOld(name)) return fail(OLD_ENCODING);
    return /^[\p{L}\p{M}' .’-]+$/u.test(name) && searchKey(name) !== "" ? ok(name) : fail(NOT_A_NAME);
  });

export const partialDate = (spec: Spec): ImportColumn<PartialDate> =>
  column(
    spec,
    orSay(
      (cell) => parsePartialDate(cell) ?? partialIso(cell),
      text(
        "Ngày sinh phải viết dd/mm/yyyy; chỉ biết tháng thì mm/yyyy, chỉ biết năm thì yyyy. Ngày này không có trong lịch.",
        "A birth date is written dd/mm/yyyy, mm/yyyy where only the month is known, yyyy where only the year is. No calendar has this one.",
      ),
    ),
  );

function partialIso(cell: string): PartialDate | null {
  const whole = parseIsoDate(cell);
  return whole ? parsePartialDate(whole.split("-").reverse().join("/")) : null;
}

export const plainDay = (spec: Spec): ImportColumn<PlainDate> =>
  column(
    spec,
    orSay(
      (cell) => parseVietnameseDate(cell) ?? parseIsoDate(cell),
      text("Ngày phải viết dd/mm/yyyy và có trong lịch.", "A day is written dd/mm/yyyy and stands in the calendar."),
    ),
  );

/** A choice by its value or by words people write for it. */
export const choice = <V extends string>(spec: Spec, values: Readonly<Record<V, string>>): ImportColumn<V> => {
  const known = new Map<string, V>();
  for (const value of Object.keys(values) as V[])
    for (const name of [value, ...values[value].split(";")]) known.set(searchKey(name), value);
  const list = (Object.entries(values) as [V, string][])
    .map(([value, names]) => `${value} (${names.split(";")[0]})`)
    .join(", ");
  return column(
    spec,
    orSay(
      (cell) => known.get(searchKey(cell)) ?? null,
      text(`Chỉ nhận một trong: ${list}.`, `Only one of these: ${list}.`),
    ),
  );
};

export const country = (spec: Spec): ImportColumn<string> =>
  column(
    spec,
    orSay(
      (cell) => parseCountry(cell)?.code ?? null,
      text(
        "Không rõ nước này. Dùng mã ba chữ, ví dụ VNM.",
        "No such country. Use the code of three letters, such as VNM.",
      ),
    ),
  );

export const phone = (spec: Spec): ImportColumn<string> =>
  column(spec, orSay(parsePhone, text("Không phải số điện thoại.", "Not a telephone number.")));
export const email = (spec: Spec): ImportColumn<string> =>
  column(spec, orSay(parseEmail, text("Không phải địa chỉ thư điện tử.", "Not an e-mail address.")));

const todays = new Set(communeStates().map(({ code }) => code));
const { oldWards } = await loadOldUnits();

export const communeCode = (spec: Spec): ImportColumn<string> =>
  column(
    spec,
    orSay(
      (cell) => (todays.has(cell) || oldWards().has(cell) ? cell : null),
      text(
        "Không có mã xã, phường này, kể cả trong danh mục trước 01/07/2025. Mã gồm 5 chữ số.",
        "No commune has this code, nor had any before 01/07/2025. Codes have 5 digits.",
      ),
    ),
  );
