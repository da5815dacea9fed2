import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { isPersonNumber, readPersonNumber } from "../../../src/kernel/person-number.ts";
import { text } from "../../../src/kernel/text.ts";
import { countryCodesByCode } from "../../parameters/people/number-countries.ts";
import { provincesByCode } from "../../parameters/people/provinces.ts";
import { lazily, parseTable } from "../../parameters/table.ts";
import { numberPrefixRows } from "../../places/number-prefixes.ts";
import { citation, cited, step } from "../cite.ts";

/** The list of codes a birth is registered under; the number keeps its code whatever is merged later. */
const LIST = { source: "07/2016/TT-BCA", from: "2016-01-01", until: null, evidence: "reported" } as const;

const prefixes = lazily(
  () => new Map(parseTable(["prefix", "heldBy", "name"], numberPrefixRows).map((row) => [row.prefix, row])),
);

/** What the twelve digits of a personal identification number say. Advisory: never a reason to refuse a person. */
export const personNumber = defineCalculation({
  name: "person-number",
  title: text("Đọc số định danh cá nhân", "Reading a personal identification number"),
  fields: { number: { kind: "text", needed: true } },
  reckon({ number }) {
    if (number.length !== 12) throw new RefusedInput("invalid-length", "number");
    if (!isPersonNumber(number)) throw new RefusedInput("invalid-character", "number");
    const { place: code, sex, birthYear, serial } = readPersonNumber(number);
    const place = placeOf(code);
    return {
      value: { code, ...place.value, sex, birthYear, serial, warnings: place.warnings },
      steps: () => [
        step("birth-code", ...place.reason, place.value.codeKind),
        ...(place.value.currentProvince === null
          ? []
          : [
              step(
                "current-province",
                `Từ 01/07/2025 địa bàn này thuộc ${place.value.currentProvince.name} (mã ${place.value.currentProvince.code}).`,
                `Since 01/07/2025 this land belongs to ${place.value.currentProvince.name} (code ${place.value.currentProvince.code}).`,
                place.value.currentProvince,
              ),
            ]),
        step(
          "century-and-sex",
          `Chữ số thứ tư là ${number[3]}: ${sex === "M" ? "nam" : "nữ"}, thế kỷ của năm ${birthYear}.`,
          `The fourth digit is ${number[3]}: ${sex === "M" ? "male" : "female"}, the century of ${birthYear}.`,
          { sex, birthYear },
        ),
      ],
      citations: () => [
        citation("137/2015/NĐ-CP", "13"),
        cited({ ...LIST, article: place.value.codeKind === "country" ? "phụ lục 2" : "phụ lục 1" }),
        ...(place.value.currentProvince === null ? [] : [citation("202/2025/QH15", "1")]),
      ],
    };
  },
});

type Place = {
  readonly value: {
    readonly codeKind: "province" | "country" | "unknown";
    readonly name: string | null;
    readonly iso: string | null;
    readonly currentProvince: { readonly code: string; readonly name: string } | null;
  };
  readonly warnings: readonly string[];
  readonly reason: readonly [string, string];
};

function placeOf(code: string): Place {
  const prefix = prefixes().get(code);
  if (prefix) {
    const held = provincesByCode().get(prefix.heldBy)?.at(-1);
    if (!held) throw new Error(`prefix ${code} is held by no province`);
    return {
      value: {
        codeKind: "province",
        name: prefix.name,
        iso: null,
        currentProvince: { code: held.code, name: held.name },
      },
      warnings: [],
      reason: [`Mã ${code}: khai sinh tại ${prefix.name}.`, `Code ${code}: birth registered in ${prefix.name}.`],
    };
  }
  const country = countryCodesByCode().get(code);
  if (country)
    return {
      value: { codeKind: "country", name: country.name, iso: country.iso, currentProvince: null },
      warnings: [],
      reason: [`Mã ${code}: nơi sinh là ${country.name}.`, `Code ${code}: born in ${country.name} (${country.iso}).`],
    };
  return {
    value: { codeKind: "unknown", name: null, iso: null, currentProvince: null },
    warnings: ["unknown-birth-code"],
    reason: [
      `Mã ${code} không có trong danh mục; đây chỉ là lưu ý, không phải lý do từ chối.`,
      `Code ${code} is not in the list; a remark only, no reason to refuse.`,
    ],
  };
}
