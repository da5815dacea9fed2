import { parseDong } from "../../kernel/dong.ts";
import {
  type PartialDate,
  parseIsoDate,
  parseLocalDateTime,
  parsePartialDate,
  parseVietnameseDate,
  showDate,
  showPartialDate,
} from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import { parseEmail, parsePhone, searchKey, tidy } from "../../kernel/vietnamese.ts";
import type { SimpleField } from "../definition/index.ts";
import {
  type AddressAnswer,
  isAddress,
  isPartialDate,
  isPerson,
  type Problem,
  type Raw,
  type SimpleAnswer,
} from "./answers.ts";
import { sentences as say } from "./sentences.ts";

/** Reads one field from what a browser or a sheet gives. `undefined` is "left empty". */
export type ReadField = Result<SimpleAnswer | undefined, Problem>;

/** The text of a box; several values count as the last. */
export const boxText = (raw: Raw, name: string): string => {
  const value = raw[name];
  return (typeof value === "string" ? value : (value?.at(-1) ?? "")).trim();
};

/**
 * Reads the field named `name` (its key, or `group.3.key`) into the answer we keep. Shape only: limits and
 * "required" are check-field's business. A whole date may stand in one box (a sheet) or in three (a page).
 */
export function readField(field: SimpleField, raw: Raw, name: string = field.key): ReadField {
  const refuse = (sentence: Text, part = ""): ReadField => fail({ name: `${name}${part}`, text: sentence });
  const whole = boxText(raw, name);
  switch (field.kind) {
    case "text":
      return ok(emptyToNone(field.capitals ? tidyLines(whole).toUpperCase() : tidyLines(whole)));
    case "person-name":
      return ok(emptyToNone(tidy(whole)));
    case "person-number":
      return ok(emptyToNone(whole.replace(/[\s.]/g, "")));
    case "passport-number":
      return ok(emptyToNone(whole.replace(/\s/g, "").toUpperCase()));
    case "date": {
      const typed = whole || joinDate(raw, name);
      if (!typed) return ok(undefined);
      const date = parseVietnameseDate(typed) ?? parseIsoDate(typed);
      return date ? ok(date) : refuse(say.notDate(field.label), partOf(raw, name));
    }
    case "partial-date": {
      const typed = whole || joinDate(raw, name);
      if (!typed) return ok(undefined);
      const iso = parseIsoDate(typed);
      const date = parsePartialDate(iso ? showDate(iso) : typed);
      return date ? ok(date) : refuse(say.notPartialDate(field.label), partOf(raw, name));
    }
    case "date-time":
      return readDateTime(field, raw, name, whole);
    case "choice": {
      if (!whole) return ok(undefined);
      const value = optionNamed(field, whole);
      return value === null ? refuse(say.notOption(field.label)) : ok(value);
    }
    case "choices": {
      const given = raw[name];
      const values = (typeof given === "string" ? [given] : (given ?? [])).filter((v) => v !== "");
      const known = values.map((value) => optionNamed(field, value));
      return known.includes(null)
        ? refuse(say.notOption(field.label))
        : ok(values.length ? (known as string[]) : undefined);
    }
    case "country":
      return ok(emptyToNone(whole.split(" - ")[0]?.trim().toUpperCase() ?? ""));
    case "number": {
      if (!whole) return ok(undefined);
      return /^-?\d{1,9}$/.test(whole) ? ok(Number(whole)) : refuse(say.notNumber(field.label));
    }
    case "money": {
      if (!whole) return ok(undefined);
      const amount = parseDong(whole);
      return amount === null ? refuse(say.notMoney(field.label)) : ok(amount);
    }
    case "phone": {
      if (!whole) return ok(undefined);
      const phone = parsePhone(whole);
      return phone === null ? refuse(say.notPhone(field.label)) : ok(phone);
    }
    case "email": {
      if (!whole) return ok(undefined);
      const email = parseEmail(whole);
      return email === null ? refuse(say.notEmail(field.label)) : ok(email);
    }
    case "address":
      return readAddress(field, raw, name);
    case "person":
      return readPerson(field, raw, name);
    case "declaration":
      return ok(whole === "true" || whole === "on" ? true : undefined);
  }
}

/** The boxes that show an answer again: the reverse of readField. */
export function writeField(field: SimpleField, answer: SimpleAnswer | undefined, name: string = field.key): Raw {
  if (answer === undefined) return {};
  if (isPerson(answer)) {
    return {
      [`${name}.number`]: answer.number,
      [`${name}.name`]: answer.name,
      [`${name}.birth`]: showPartialDate(answer.birthDate),
      [`${name}.sex`]: answer.sex,
    };
  }
  if (isAddress(answer)) return { [`${name}.commune`]: answer.commune, [`${name}.line`]: answer.line };
  if (isPartialDate(answer)) return dateBoxes(name, answer);
  if (answer === true) return { [name]: "true" };
  if (typeof answer === "number") return { [name]: String(answer) };
  if (typeof answer !== "string") return { [name]: answer as readonly string[] };
  if (field.kind === "date") return dateBoxes(name, partsOf(answer));
  if (field.kind === "date-time")
    return { ...dateBoxes(name, partsOf(answer)), [`${name}.time`]: answer.slice(11, 16) };
  return { [name]: answer };
}

const partsOf = (iso: string): PartialDate => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)),
  day: Number(iso.slice(8, 10)),
});

const dateBoxes = (name: string, date: PartialDate): Raw => ({
  [`${name}.day`]: date.day === undefined ? "" : String(date.day),
  [`${name}.month`]: date.month === undefined ? "" : String(date.month),
  [`${name}.year`]: String(date.year),
});

function readDateTime(field: SimpleField, raw: Raw, name: string, whole: string): ReadField {
  const [datePart = "", timePart = ""] = whole
    ? splitDateTime(whole)
    : [joinDate(raw, name), boxText(raw, `${name}.time`)];
  if (!datePart && !timePart) return ok(undefined);
  const date = parseVietnameseDate(datePart) ?? parseIsoDate(datePart);
  if (!date) return fail({ name: `${name}${whole ? "" : partOf(raw, name)}`, text: say.notDate(field.label) });
  const time = /^(\d{1,2})\s*[:hg]\s*(\d{2})$/i.exec(timePart);
  const local = time ? `${date}T${time[1]?.padStart(2, "0")}:${time[2]}` : "";
  if (parseLocalDateTime(local) === null)
    return fail({ name: `${name}${whole ? "" : ".time"}`, text: say.notTime(field.label) });
  return ok(local);
}

/** `dd/mm/yyyy HH:mm` or `HH:mm dd/mm/yyyy` or an ISO local time: people write either. */
function splitDateTime(value: string): [string, string] {
  const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(value);
  if (iso) return [iso[1] ?? "", iso[2] ?? ""];
  const words = value.replace(/,/g, " ").split(/\s+/);
  const date = words.find((word) => /[/.-]/.test(word)) ?? "";
  const time = words.find((word) => /\d[:hg]\d/i.test(word)) ?? "";
  return [date, time.replace(/^(\d{1,2}:\d{2}):\d{2}$/, "$1")];
}

function readAddress(field: SimpleField, raw: Raw, name: string): ReadField {
  const commune = boxText(raw, `${name}.commune`);
  const line = tidy(boxText(raw, `${name}.line`));
  const typed = boxText(raw, name);
  if (typed && !commune && !line) {
    // A cell of a sheet: "12 Lê Lợi | 26743".
    const [cellLine = "", cellCommune = ""] = typed.split("|").map((part) => part.trim());
    return ok({ commune: cellCommune, line: tidy(cellLine) } satisfies AddressAnswer);
  }
  if (!commune && !line) return ok(undefined);
  if (!commune) return fail({ name: `${name}.commune`, text: say.noCommune(field.label) });
  if (!line) return fail({ name: `${name}.line`, text: say.noLine(field.label) });
  return ok({ commune, line } satisfies AddressAnswer);
}

function readPerson(field: SimpleField, raw: Raw, name: string): ReadField {
  const number = boxText(raw, `${name}.number`).replace(/[\s.]/g, "");
  const fullName = tidy(boxText(raw, `${name}.name`));
  const birth = boxText(raw, `${name}.birth`) || joinDate(raw, `${name}.birth`);
  const sex = boxText(raw, `${name}.sex`);
  if (!number && !fullName && !birth && !sex) return ok(undefined);
  const birthDate = parsePartialDate(birth);
  const label = (vi: string, en: string): Text => ({
    vi: `${vi} (${field.label.vi.toLowerCase()})`,
    en: `${en} (${field.label.en.toLowerCase()})`,
  });
  if (!/^\d{12}$/.test(number))
    return fail({
      name: `${name}.number`,
      text: say.notPersonNumber(label("Số định danh cá nhân", "Personal number")),
    });
  if (!fullName) return fail({ name: `${name}.name`, text: say.missing(label("Họ, chữ đệm và tên", "Full name")) });
  if (!birthDate)
    return fail({ name: `${name}.birth`, text: say.notPartialDate(label("Ngày, tháng, năm sinh", "Date of birth")) });
  if (sex !== "M" && sex !== "F") return fail({ name: `${name}.sex`, text: say.notChosen(label("Giới tính", "Sex")) });
  return ok({ number, name: fullName, birthDate, sex });
}

/** A value, a label in either language, an alias, or `code - label`, whatever accents: the option meant, or null. */
function optionNamed(field: SimpleField & { kind: "choice" | "choices" }, given: string): string | null {
  const exact = field.options.find((option) => option.value === given);
  if (exact) return exact.value;
  const key = searchKey(given);
  const found = field.options.find((option) =>
    [option.label.vi, option.label.en, ...(option.aliases ?? [])].some((name) => searchKey(name) === key),
  );
  return found?.value ?? null;
}

const joinDate = (raw: Raw, name: string): string => {
  const parts = ["day", "month", "year"].map((part) => boxText(raw, `${name}.${part}`));
  if (parts.every((p) => p === "")) return "";
  return parts.join("/").replace(/^\/+/, "");
};

/** The first of the three date boxes that is empty or wrong, so that the error leads there; none for a single box. */
const partOf = (raw: Raw, name: string): string => {
  if (raw[`${name}.year`] === undefined) return "";
  const isNumber = (part: string, most: number): boolean => {
    const value = boxText(raw, `${name}.${part}`);
    return /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most;
  };
  if (!isNumber("day", 31)) return ".day";
  return isNumber("month", 12)
    ? isNumber("year", 9999) && Number(boxText(raw, `${name}.year`)) >= 1000
      ? ".day"
      : ".year"
    : ".month";
};

const emptyToNone = (value: string): string | undefined => (value === "" ? undefined : value);

/** Lines of a longer text keep their breaks; each is tidied by itself. */
const tidyLines = (value: string): string => value.split(/\r?\n/).map(tidy).join("\n").trim();
