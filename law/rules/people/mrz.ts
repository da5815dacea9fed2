import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { accessKeySeed, birthOf, expiryOf, readCardZone, type ZoneChecks } from "../../../src/kernel/mrz.ts";
import { showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { citation, step } from "../cite.ts";

/** What the machine-readable zone of a card says, each check digit on its own. */
export const mrz = defineCalculation({
  name: "mrz",
  title: text("Đọc dòng mã máy của thẻ (MRZ)", "Reading the machine-readable zone of a card"),
  fields: { lines: { kind: "list", needed: true, of: { kind: "text" } } },
  reckon({ lines }) {
    const read = readCardZone(lines);
    if (!read.ok) {
      const { kind, line } = read.failure;
      throw new RefusedInput(kind, line === null ? "lines" : `lines[${line}]`);
    }
    const { zone, checks, accessText } = read.value;
    const [bornOn, expiresOn] = [birthOf(zone), expiryOf(zone)];
    if (!expiresOn) throw new RefusedInput("invalid-format", "lines[1]");
    if (!bornOn)
      throw new RefusedInput("invalid-format", "lines[1]", zone.birth.includes("<") ? PARTLY_KNOWN : undefined);
    const consistent = zone.documentNumber !== "" && zone.personalNumber.endsWith(zone.documentNumber);
    return {
      value: {
        personalNumber: zone.personalNumber,
        documentNumber: zone.documentNumber,
        surname: zone.surname,
        givenNames: zone.givenNames,
        sex: zone.sex,
        bornOn,
        expiresOn,
        checks,
        consistent,
        accessKeySeed: accessKeySeed(accessText),
      },
      steps: () => [
        ...CHECKS.map(({ check, vi, en }) =>
          step(
            `check-${check}`,
            `Số kiểm tra ${vi} ${checks[check] ? "đúng" : "không đúng"}.`,
            `The check digit ${en} is ${checks[check] ? "right" : "wrong"}.`,
            checks[check],
          ),
        ),
        step(
          "birth-before-expiry",
          `Ngày sinh ${showDate(bornOn)} ở trước ngày hết hạn ${showDate(expiresOn)}.`,
          `The birth date ${showDate(bornOn)} lies before the expiry ${showDate(expiresOn)}.`,
          { bornOn, expiresOn },
        ),
        step(
          "number-consistent",
          consistent
            ? "Số thẻ là phần cuối của số định danh cá nhân."
            : "Số thẻ không phải là phần cuối của số định danh cá nhân.",
          consistent
            ? "The document number is the end of the personal number."
            : "The document number is not the end of the personal number.",
          consistent,
        ),
      ],
      citations: () => [citation("ICAO Doc 9303-5", "4.2"), citation("16/2024/TT-BCA", "6")],
    };
  },
});

const PARTLY_KNOWN = text(
  "Thẻ không ghi đủ ngày, tháng sinh nên không đổi thành một ngày được.",
  "The card does not say day and month of birth, so it gives no date.",
);

const CHECKS: readonly { readonly check: keyof ZoneChecks; readonly vi: string; readonly en: string }[] = [
  { check: "document", vi: "của số thẻ", en: "of the document number" },
  { check: "optional", vi: "của trường tùy chọn ở dòng 1", en: "of the optional field of line 1" },
  { check: "birth", vi: "của ngày sinh", en: "of the birth date" },
  { check: "expiry", vi: "của ngày hết hạn", en: "of the expiry" },
  { check: "composite", vi: "chung của hai dòng", en: "over both lines" },
];
