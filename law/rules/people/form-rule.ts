import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type Demand, formBars } from "../../parameters/people/e-identity.ts";
import { cited, step } from "../cite.ts";

/** Whether a form may ask for a paper that the state already holds. */
export const formRule = defineCalculation({
  name: "form-rule",
  title: text("Biểu mẫu có được yêu cầu giấy tờ này không", "Whether a form may ask for a paper"),
  fields: {
    requires: { kind: "text", needed: true, oneOf: ["paper-confirmation-of-old-number", "paper-integrated-in-e-id"] },
    disagreementRecorded: { kind: "boolean" },
    on: { kind: "date", needed: true },
  },
  reckon({ requires, disagreementRecorded, on }) {
    const bar = formBars.find((row) => row.requires === requires);
    if (!bar) throw new Error(`nothing is entered on ${requires}`);
    const begun = bar.from <= on;
    const excepted = bar.unlessDisagreement && disagreementRecorded === true;
    const allowed = !begun || excepted;
    const [vi, en] = PAPERS[requires];
    return {
      value: { allowed },
      steps: () => [
        begun
          ? step(
              "barred-from",
              `Từ ngày ${showDate(bar.from)} không được yêu cầu ${vi}.`,
              `From ${showDate(bar.from)} no form may ask for ${en}.`,
              bar.from,
            )
          : step(
              "not-yet-barred",
              `Quy định không được yêu cầu ${vi} chỉ có từ ngày ${showDate(bar.from)}.`,
              `The rule against asking for ${en} begins on ${showDate(bar.from)}.`,
              bar.from,
            ),
        ...(begun && excepted
          ? [
              step(
                "disagreement",
                "Thông tin khai khác với dữ liệu đã tích hợp: được yêu cầu giấy tờ.",
                "What is declared disagrees with the integrated data: the paper may be asked for.",
                true,
              ),
            ]
          : []),
        step(
          "allowed",
          allowed ? "Được yêu cầu." : "Không được yêu cầu.",
          allowed ? "It may be asked for." : "It may not be asked for.",
          allowed,
        ),
      ],
      citations: () => [cited(bar)],
    };
  },
});

const PAPERS: { readonly [demand in Demand]: readonly [string, string] } = {
  "paper-confirmation-of-old-number": [
    "giấy xác nhận số CMND 9 số, số định danh cá nhân đã hủy",
    "a paper confirming the nine-digit number or a cancelled person number",
  ],
  "paper-integrated-in-e-id": [
    "giấy tờ đã tích hợp vào căn cước điện tử, VNeID",
    "a paper already integrated into the electronic identity",
  ],
};
