import { showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import type { Basis } from "../basis.ts";
import { type DatedTable, datedRow, entriesOf, length, noRule } from "../dated-table.ts";
import { dataTerms, readingGrounds, refusalGrounds, retentions } from "./data-protection.ts";
import { eIdLevels, formBars } from "./e-identity.ts";
import { cardAppointments, exchangeAges, prolongation } from "./identity-cards.ts";
import { ladderWaits } from "./message-ladder.ts";
import {
  appointmentName,
  dataName,
  demandName,
  EXCHANGE_AGES_NAME,
  eIdName,
  ladderName,
  PROLONGATION_NAME,
  priorityName,
  provinceCodeName,
  provinceRowName,
  queueFigureName,
  visaName,
} from "./names.ts";
import { provincesByCode, unitCountsByCode } from "./provinces.ts";
import { priorityRows, queueFigures } from "./queue.ts";
import { visaSymbols } from "./visa-symbols.ts";

const ages = (row: { readonly least: number | null; readonly most: number | null }) =>
  `${row.least ?? 0}–${row.most ?? "…"}`;

/** The tables of people: cards, electronic identity, visas, provinces of all times. */
export const tables: readonly DatedTable[] = [
  {
    id: "card-exchange-ages",
    field: "people",
    title: text("Tuổi đổi thẻ", "Ages at which a card is exchanged"),
    rows: () => exchangeAges.map((row) => datedRow(row, "exchange-ages", row.ages.join(", "), EXCHANGE_AGES_NAME)),
    noRule: [],
  },
  {
    id: "card-prolongation",
    field: "people",
    title: text("Kéo dài giá trị thẻ hết hạn", "Prolongation of expired cards"),
    rows: () => [datedRow(prolongation, "prolonged-to", showDate(prolongation.prolongedTo), PROLONGATION_NAME)],
    noRule: [
      noRule(
        "all",
        null,
        null,
        text(
          "Chỉ thẻ hết hạn trong các ngày này được kéo dài.",
          "Only cards that expired in these days were prolonged.",
        ),
      ),
    ],
  },
  {
    id: "card-appointments",
    field: "people",
    title: text("Trực tiếp đến làm căn cước", "Coming in person for a card"),
    rows: () =>
      cardAppointments.map((row) =>
        datedRow(
          row,
          `${ages(row)} / ${row.channels.join("+")} / ${row.filedBy.join("+")}`,
          `${row.attendees.join(", ") || "–"}: ${row.biometrics.join(", ") || "–"}`,
          appointmentName(row),
        ),
      ),
    noRule: [],
  },
  {
    id: "e-identity-levels",
    field: "people",
    title: text("Mức độ định danh điện tử", "Levels of electronic identity"),
    rows: () =>
      eIdLevels.map((row) => datedRow(row, `${row.applicant} / ${ages(row)}`, row.levels.join(", "), eIdName(row))),
    noRule: [],
  },
  {
    id: "form-bars",
    field: "people",
    title: text("Điều biểu mẫu không được đòi hỏi", "What a form may not ask for"),
    rows: () =>
      formBars.map((row) =>
        datedRow(
          row,
          row.requires,
          row.unlessDisagreement
            ? text("không được, trừ khi dữ liệu không khớp", "barred unless the data disagree")
            : text("không được", "barred"),
          demandName(row.requires),
        ),
      ),
    noRule: [],
  },
  {
    id: "visa-symbols",
    field: "people",
    title: text("Ký hiệu thị thực", "Visa symbols"),
    rows: () => entriesOf(visaSymbols()).map(([symbol, row]) => datedRow(row, symbol, row.longest, visaName(row))),
    noRule: [],
  },
  {
    id: "provinces",
    field: "places",
    title: text("Đơn vị hành chính cấp tỉnh", "Provincial units"),
    rows: () =>
      entriesOf(provincesByCode()).map(([code, row]) =>
        datedRow(row, code, provinceRowName(row), provinceRowName(row)),
      ),
    noRule: [],
  },
  {
    id: "unit-counts",
    field: "places",
    title: text("Số đơn vị cấp xã", "Units of commune level"),
    rows: () =>
      entriesOf(unitCountsByCode()).map(([code, row]) =>
        datedRow(
          { ...COUNTED, ...row },
          code,
          text(
            `${row.units}: ${row.wards} phường, ${row.communes} xã, ${row.specialZones} đặc khu`,
            `${row.units}: ${row.wards} wards, ${row.communes} communes, ${row.specialZones} special zones`,
          ),
          provinceCodeName(code),
        ),
      ),
    noRule: [],
  },
  {
    id: "data-request-terms",
    field: "people",
    title: text("Thời hạn trả lời chủ thể dữ liệu", "Time for a data subject's request"),
    rows: () =>
      entriesOf(dataTerms()).map(([key, row]) => {
        const first = length(row.limit.count, row.limit.unit);
        const more = row.extension ? length(row.extension.count, row.extension.unit) : null;
        return datedRow(
          row,
          key,
          more ? text(`${first.vi}, gia hạn ${more.vi}`, `${first.en}, prolonged by ${more.en}`) : first,
          dataName(row),
        );
      }),
    noRule: [],
  },
  {
    id: "reading-grounds",
    field: "people",
    title: text("Căn cứ xem dữ liệu cá nhân", "Grounds of reading personal data"),
    rows: () => entriesOf(readingGrounds()).map(([key, row]) => datedRow(row, key, placesOf(row), dataName(row))),
    noRule: [],
  },
  {
    id: "data-refusal-grounds",
    field: "people",
    title: text("Căn cứ từ chối yêu cầu về dữ liệu", "Grounds of refusing a data subject's request"),
    rows: () => entriesOf(refusalGrounds()).map(([key, row]) => datedRow(row, key, placesOf(row), dataName(row))),
    noRule: [],
  },
  {
    id: "retention",
    field: "people",
    title: text("Thời hạn lưu hồ sơ", "How long dossiers are kept"),
    rows: () =>
      entriesOf(retentions()).map(([key, row]) =>
        datedRow(row, key, length(row.limit.count, row.limit.unit), dataName(row)),
      ),
    noRule: [],
  },
  {
    id: "message-ladder",
    field: "people",
    title: text("Thời gian chờ của mỗi cách báo tin", "How long each way of telling a person waits"),
    rows: () =>
      entriesOf(ladderWaits()).map(([key, row]) =>
        datedRow(row, key, length(row.limit.count, row.limit.unit), ladderName(row)),
      ),
    noRule: [],
  },
  {
    id: "queue-priority",
    field: "people",
    title: text("Người được gọi trước tại Bộ phận Một cửa", "Who goes ahead in the waiting room"),
    rows: () =>
      entriesOf(priorityRows()).map(([key, row]) =>
        datedRow(
          row,
          key,
          row.least === null && row.most === null
            ? text("khai báo, cán bộ xác nhận", "declared, confirmed")
            : ages(row),
          priorityName(row),
        ),
      ),
    noRule: [],
  },
  {
    id: "queue-figures",
    field: "people",
    title: text("Gọi số và đặt lịch hẹn", "Calling numbers and booking"),
    rows: () =>
      entriesOf(queueFigures()).map(([key, row]) => datedRow(row, key, String(row.value), queueFigureName(row))),
    noRule: [],
  },
];

const placesOf = ({ basis }: { readonly basis: Basis }): string =>
  basis.map(({ source, article }) => `${source}, ${article}`).join("; ");

/** What the counts rest on: the list of units they were counted in. */
const COUNTED = { source: "19/2025/QĐ-TTg", article: "danh mục", evidence: "reported" } as const;
