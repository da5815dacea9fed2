import { text } from "../../../src/kernel/text.ts";
import { type DatedTable, datedRow, length } from "../dated-table.ts";
import { cardRuleSets } from "./card-rules.ts";
import { healthFigureName, RESOLUTION_NAME, ruleSetName } from "./names.ts";
import { policies, resolution } from "./resolution-68.ts";
import { dependants, tests, vaccinePassport, vaccines } from "./vaccination.ts";

/** The tables of health certificates and of the relief of 2021. */
export const tables: readonly DatedTable[] = [
  {
    id: "vaccines",
    field: "utilities",
    title: text("Vắc xin và số liều", "Vaccines and their courses"),
    rows: () =>
      [...vaccines().values()].map((row) =>
        datedRow(row, row.key, text(`${row.course} liều`, `${row.course} doses`), text(row.name, row.name)),
      ),
    noRule: [],
  },
  {
    id: "health-figures",
    field: "utilities",
    title: text("Thời hạn của giấy chứng nhận y tế", "Terms of health certificates"),
    rows: () => [
      datedRow(
        vaccinePassport,
        "vaccine-passport-qr",
        length(vaccinePassport.qrMonths, "month"),
        healthFigureName("vaccine-passport-qr"),
      ),
      ...tests.map((row) => datedRow(row, row.kind, length(row.count, row.unit), healthFigureName(row.kind))),
      datedRow(
        dependants,
        "dependant-below-age",
        String(dependants.childBelowYears),
        healthFigureName("dependant-below-age"),
      ),
    ],
    noRule: [],
  },
  {
    id: "card-rule-sets",
    field: "utilities",
    title: text("Quy tắc thẻ xanh, thẻ vàng", "Rules of the green and yellow card"),
    rows: () =>
      [...cardRuleSets.values()].map((row) =>
        datedRow(
          row,
          row.id,
          text(`${row.green.length} cách đạt thẻ xanh`, `${row.green.length} ways to the green card`),
          ruleSetName(row.id),
        ),
      ),
    noRule: [],
  },
  {
    id: "relief-policies",
    field: "utilities",
    title: text("Chính sách theo Nghị quyết 68/NQ-CP", "Policies of Resolution 68/NQ-CP"),
    rows: () => [
      datedRow(resolution, "resolution-68", text("12 chính sách", "12 policies"), RESOLUTION_NAME),
      ...[...policies().values()].map((row) => datedRow(row, row.slug, row.paid, text(row.vi, row.en))),
    ],
    noRule: [],
  },
];
