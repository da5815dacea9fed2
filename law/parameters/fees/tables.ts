import { dong, showDong } from "../../../src/kernel/dong.ts";
import { text } from "../../../src/kernel/text.ts";
import { type DatedTable, datedRow, entriesOf, joined, NOT_FOUND, noRule } from "../dated-table.ts";
import { feeExemptions } from "./exemptions.ts";
import { feeName } from "./fee-names.ts";
import { feeKey, feeRows } from "./fee-rows.ts";
import { localRateKey, localRates, RATE_UNIT, taxRates } from "./tax-rate-rows.ts";
import { areaRules, vehicleFeeKey, vehicleFees } from "./vehicle-fee-rows.ts";
import { taxRateName, vehicleFeeName } from "./vehicle-names.ts";

const money = (amount: number, currency = "VND") => (currency === "VND" ? showDong(dong(amount)) : `${amount} USD`);
const percent = (rate: number) => `${rate / RATE_UNIT}%`;

/** The tables of money. */
export const tables: readonly DatedTable[] = [
  {
    id: "fees",
    field: "fees",
    title: text("Phí, lệ phí", "Fees"),
    rows: () =>
      [...feeRows().values()].flatMap((ofItem) =>
        ofItem.map((row) =>
          datedRow(
            row,
            feeKey(row),
            row.amount === null ? NOT_FOUND : money(row.amount, row.currency),
            feeName(row, ofItem),
          ),
        ),
      ),
    noRule: [
      noRule(
        ["id-exchange-boundary-change / online"],
        null,
        "2025-06-30",
        text(
          "Việc miễn gắn với sắp xếp đơn vị hành chính từ 01/07/2025.",
          "The exemption came with the new units of 01/07/2025.",
        ),
      ),
    ],
  },
  {
    id: "fee-exemptions",
    field: "fees",
    title: text("Miễn, giảm phí, lệ phí", "Exemptions from fees"),
    rows: () =>
      feeExemptions().map((row) =>
        datedRow(
          row,
          row.key,
          row.relief === "all"
            ? text("Miễn toàn bộ", "The whole fee")
            : text("Giảm theo văn bản", "A part, by the text"),
          row.title,
        ),
      ),
    noRule: [
      noRule(
        ["digital-citizen"],
        null,
        null,
        text("Chỉ áp dụng trong thời gian của Nghị quyết.", "It holds only in the time of the resolution."),
      ),
    ],
  },
  {
    id: "vehicle-fees",
    field: "fees",
    title: text("Lệ phí đăng ký, cấp biển số xe", "Fees for vehicles and plates"),
    rows: () =>
      entriesOf(vehicleFees()).map(([, row]) =>
        datedRow(row, vehicleFeeKey(row), row.amount === null ? NOT_FOUND : money(row.amount), vehicleFeeName(row)),
      ),
    noRule: [],
  },
  {
    id: "fee-areas",
    field: "fees",
    title: text("Khu vực thu lệ phí biển số", "Areas of the plate fee"),
    rows: () =>
      areaRules().map((row) =>
        datedRow(
          row,
          "areas",
          joined([`I: ${row.areaOne.join(", ")}`, `≠ I: ${row.notAreaOne.join(", ") || "–"}`, row.elsewhere]),
          text("Cách chia khu vực", "How the areas are divided"),
        ),
      ),
    noRule: [],
  },
  {
    id: "tax-rates",
    field: "fees",
    title: text("Mức thu lệ phí trước bạ", "Rates of the registration tax"),
    rows: () =>
      entriesOf(taxRates()).map(([key, row]) =>
        datedRow(
          row,
          key,
          joined([
            ...(row.rate === null ? [] : [percent(row.rate)]),
            ...(row.share === null ? [] : [text(`${row.share}% mức thu khác`, `${row.share}% of another rate`)]),
            ...(row.cap === null ? [] : [text(`tối đa ${money(row.cap)}`, `at most ${money(row.cap)}`)]),
          ]),
          taxRateName(key),
        ),
      ),
    noRule: [
      noRule(
        ["domestic-cut"],
        null,
        null,
        text("Mức giảm chỉ áp dụng trong những thời gian được ấn định.", "The cut holds only in the times set for it."),
      ),
    ],
  },
  {
    id: "local-tax-rates",
    field: "fees",
    title: text("Mức thu trước bạ ô tô con của tỉnh", "Provincial rates for passenger cars"),
    rows: () =>
      entriesOf(localRates()).map(([, row]) =>
        datedRow(row, localRateKey(row), percent(row.rate), text(row.name, row.name)),
      ),
    noRule: [
      noRule(
        "all",
        null,
        "2025-12-31",
        text(
          "Trước 01/01/2026 chỉ nhập mức của địa phương vượt mức chung; nửa cuối năm 2025 không tìm thấy.",
          "Before 01/01/2026 only rates beyond the common one are entered; none was found for the second half of 2025.",
        ),
      ),
      noRule(
        ["31 Hải Phòng"],
        "2026-01-01",
        "2026-08-07",
        text(
          "Không tìm thấy mức thu của Hải Phòng trước 08/08/2026.",
          "No rate of Hải Phòng was found before 08/08/2026.",
        ),
      ),
    ],
  },
];
