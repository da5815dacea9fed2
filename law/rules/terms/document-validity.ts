import {
  type CalculationStep,
  defineCalculation,
  isAbsent,
  RefusedInput,
} from "../../../src/engine/definition/index.ts";
import { addDays, day, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { rowOn } from "../../parameters/table.ts";
import { type Validity, validities } from "../../parameters/terms/validities.ts";
import { citedAll, step } from "../cite.ts";
import { calendarEnd, showLimit } from "./count.ts";

/** Decree 58/2026/NĐ-CP gives guard certificates an end, also those issued before it. */
const GUARD_CERTIFICATES_END_FROM = day("2026-03-15");
const MONTHS_A_YEAR = 12;

/** Until when an issued document is valid. A validity just ends on its day; it never moves to a working day. */
export const documentValidity = defineCalculation({
  name: "document-validity",
  title: text("Thời hạn giá trị của giấy tờ", "Validity of an issued document"),
  fields: {
    kind: { kind: "text", needed: true, among: validities },
    issuedOn: { kind: "date", needed: true },
    requestedMonths: { kind: "integer", least: 1 },
    reissuedOn: { kind: "date" },
    on: { kind: "date" },
  },
  lacks: ({ kind, requestedMonths }) =>
    kind === "temporary-residence-registration" && isAbsent(requestedMonths) ? "requestedMonths" : null,
  reckon({ kind, issuedOn, requestedMonths, reissuedOn, on }) {
    const row = rowOn(validities().get(kind) ?? [], issuedOn);
    if (!row) throw new RefusedInput("not-in-force", "issuedOn");

    const endless = kind === "guard-certificate" && on !== undefined && on < GUARD_CERTIFICATES_END_FROM;
    const asked = kind === "temporary-residence-registration" ? requestedMonths : undefined;
    const validTo = endless || !row.length ? null : endOf(issuedOn, row.length, asked);
    const extensionFrom = validTo && row.extensionDays !== null ? addDays(validTo, -row.extensionDays) : null;
    const valid = on === undefined ? null : issuedOn <= on && (validTo === null || on <= validTo);
    return {
      value: { validTo, valid, extensionFrom },
      steps: () => [
        lengthStep(row, issuedOn, asked, endless),
        ...(reissuedOn && validTo
          ? [
              step(
                "reissue-keeps-expiry",
                `Cấp lại ngày ${showDate(reissuedOn)} do mất, hỏng: giữ thời hạn của lần cấp đầu.`,
                `Reissued on ${showDate(reissuedOn)} for loss or damage: the first expiry stays.`,
                validTo,
              ),
            ]
          : []),
        validTo
          ? step(
              "valid-to",
              `Có giá trị đến hết ngày ${showDate(validTo)}.`,
              `Valid to the end of ${showDate(validTo)}.`,
              validTo,
            )
          : step("no-expiry", "Không có thời hạn.", "There is no expiry.", null),
        ...(extensionFrom
          ? [
              step(
                "extension-from",
                `Được gia hạn từ ngày ${showDate(extensionFrom)}.`,
                `It can be extended from ${showDate(extensionFrom)}.`,
                extensionFrom,
              ),
            ]
          : []),
        ...(on === undefined
          ? []
          : [
              step(
                "valid-on",
                valid ? `Còn giá trị vào ngày ${showDate(on)}.` : `Không có giá trị vào ngày ${showDate(on)}.`,
                valid ? `Valid on ${showDate(on)}.` : `Not valid on ${showDate(on)}.`,
                valid,
              ),
            ]),
      ],
      citations: () => citedAll(row),
    };
  },
});

/** The last day: the whole length, or as many months as were asked for up to it. */
function endOf(issuedOn: PlainDate, length: NonNullable<Validity["length"]>, asked: number | undefined): PlainDate {
  const most = length.unit === "year" ? length.count * MONTHS_A_YEAR : length.count;
  const ends = calendarEnd(
    issuedOn,
    asked === undefined ? length : { count: Math.min(asked, most), unit: "month" as const },
  );
  if (!ends) throw new RefusedInput("out-of-range", "issuedOn");
  return ends;
}

function lengthStep(row: Validity, issuedOn: PlainDate, asked: number | undefined, endless: boolean): CalculationStep {
  const issued = showDate(issuedOn);
  if (endless)
    return step(
      "no-expiry-yet",
      "Trước ngày 15/03/2026 chứng chỉ nghiệp vụ bảo vệ không có thời hạn.",
      "Before 15/03/2026 a guard certificate had no expiry.",
      null,
    );
  if (!row.length)
    return step("length", `Cấp ngày ${issued}, không có thời hạn.`, `Issued on ${issued}, without expiry.`, null);
  const length = showLimit(row.length);
  if (asked === undefined)
    return step(
      "length",
      `Cấp ngày ${issued}, có giá trị ${length.vi}.`,
      `Issued on ${issued}, valid for ${length.en}.`,
      row.length,
    );
  return step(
    "length-asked",
    `Cấp ngày ${issued}; đề nghị ${asked} tháng, tối đa ${length.vi}.`,
    `Issued on ${issued}; ${asked} months asked for, ${length.en} at most.`,
    row.length,
  );
}
