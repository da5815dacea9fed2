import { dong, showDong } from "../../../src/kernel/dong.ts";
import { addDays } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { type DatedRow, type DatedTable, datedRow, joined, length, noRule } from "../dated-table.ts";
import { provincesByCode } from "../people/provinces.ts";
import { type Competence, competences, TITLES } from "./competence.ts";
import { scaleRules } from "./fine-scale.ts";
import { licenceClasses, licenceConversions, licenceLaw } from "./licence-classes.ts";
import { licencePoints } from "./licence-points.ts";
import {
  auctionName,
  FINE_SCALE_NAME,
  LICENCE_POINTS_NAME,
  licenceClassName,
  oldClassName,
  plateCodeName,
  plateSeriesName,
  sanctionTermName,
  violationName,
} from "./names.ts";
import { auctionFloors } from "./plate-auction.ts";
import { type PlateCode, plateAnnex, plateCodes } from "./plate-codes.ts";
import { plateSeries } from "./plate-series.ts";
import { type SanctionTerm, sanctionTerms } from "./sanction-terms.ts";
import { type Bracket, type Violation, violations } from "./violations.ts";

const money = (amount: number) => showDong(dong(amount));
const range = (bracket: Bracket) => `${money(bracket.least)} – ${money(bracket.most)}`;

function penaltyOf(row: Violation): Text {
  const main =
    row.bracket === null
      ? row.mainPenalty === "warning"
        ? text("cảnh cáo", "warning")
        : text("tịch thu phương tiện", "confiscation of the vehicle")
      : text(
          `${range(row.bracket)}${row.perExtraPerson ? " mỗi người vượt quá" : ""}`,
          `${range(row.bracket)}${row.perExtraPerson ? " for each extra person" : ""}`,
        );
  return joined([
    main,
    ...(row.points > 0 ? [text(`trừ ${row.points} điểm`, `${row.points} points deducted`)] : []),
    ...(row.suspensionMonths
      ? [
          text(
            `tước giấy phép ${row.suspensionMonths.least}–${row.suspensionMonths.most} tháng`,
            `licence suspended ${row.suspensionMonths.least}–${row.suspensionMonths.most} months`,
          ),
        ]
      : []),
    ...(row.measure ? [`${row.measure.key} (${row.measure.article})`] : []),
    ...row.remarks,
  ]);
}

const powersOf = (row: Competence): Text =>
  joined([
    text(`cá nhân đến ${money(row.individual)}`, `individuals to ${money(row.individual)}`),
    text(`tổ chức đến ${money(row.organisation)}`, `organisations to ${money(row.organisation)}`),
    text(`tịch thu: ${row.confiscation}`, `confiscation: ${row.confiscation}`),
    ...(row.maySuspendLicence ? [text("được tước giấy phép", "may suspend a licence")] : []),
  ]);

const termOf = (row: SanctionTerm): Text =>
  row.unit === "dong" ? text(money(row.value), money(row.value)) : length(row.value, row.unit);

/** The tables of road traffic. */
export const tables: readonly DatedTable[] = [
  {
    id: "violations",
    field: "traffic",
    title: text("Hành vi vi phạm giao thông", "Traffic violations"),
    rows: () => violations().map((row) => datedRow(row, row.code, penaltyOf(row), violationName(row))),
    noRule: [
      noRule(
        ["168-6-3-m"],
        null,
        "2025-12-31",
        text("Hành vi này chỉ bị xử phạt từ 01/01/2026.", "The act is punished only from 01/01/2026."),
      ),
    ],
  },
  {
    id: "fine-scale",
    field: "traffic",
    title: text("Cách chọn mức phạt trong khung", "Choosing an amount inside a bracket"),
    rows: () =>
      scaleRules().map((row) =>
        datedRow(
          row,
          "fine-scale",
          row.bandWritten
            ? text("văn bản ghi rõ khoảng cho một tình tiết", "the text writes out the band for one circumstance")
            : text("người xử phạt chọn từ mức trung bình", "left to the officer from the middle on"),
          FINE_SCALE_NAME,
        ),
      ),
    noRule: [],
  },
  {
    id: "competence",
    field: "traffic",
    title: text("Thẩm quyền xử phạt giao thông", "Power to sanction in traffic"),
    rows: () => competences().map((row) => datedRow(row, row.title, powersOf(row), TITLES[row.title])),
    noRule: [],
  },
  {
    id: "sanction-terms",
    field: "traffic",
    title: text("Thời hạn và ngưỡng xử phạt", "Terms and thresholds of sanctioning"),
    rows: () => sanctionTerms().map((row) => datedRow(row, row.id, termOf(row), sanctionTermName(row.id))),
    noRule: [
      noRule(
        "all",
        null,
        "2021-12-31",
        text("Quy định trước Luật 67/2020/QH14 chưa nhập.", "The rules before Law 67/2020/QH14 are not entered."),
      ),
      noRule(
        ["plate-keep"],
        null,
        "2023-08-14",
        text("Biển số định danh có từ 15/08/2023.", "Identification plates exist since 15/08/2023."),
      ),
    ],
  },
  {
    id: "licence-points",
    field: "traffic",
    title: text("Điểm giấy phép lái xe", "Licence points"),
    rows: () => [
      datedRow(
        licencePoints,
        "licence-points",
        text(
          `${licencePoints.start} điểm; trừ ${licencePoints.sizes.join(", ")}`,
          `${licencePoints.start} points; deducted by ${licencePoints.sizes.join(", ")}`,
        ),
        LICENCE_POINTS_NAME,
      ),
    ],
    noRule: [],
  },
  {
    id: "plate-auction",
    field: "traffic",
    title: text("Giá khởi điểm đấu giá biển số", "Least prices of plate auctions"),
    rows: () =>
      auctionFloors().map((row) => datedRow(row, row.vehicle, money(row.startingPrice), auctionName(row.vehicle))),
    noRule: [],
  },
  {
    id: "plate-series",
    field: "traffic",
    title: text("Sê ri và màu biển số", "Series and colours of plates"),
    rows: () =>
      plateSeries().map((row) => ({
        ...datedRow(
          row,
          row.kind,
          [row.background, row.characters, row.series].filter((part) => part !== "").join("; "),
          plateSeriesName(row.kind),
        ),
        of: row,
      })),
    noRule: [],
  },
  {
    id: "plate-codes",
    field: "traffic",
    title: text("Ký hiệu địa phương trên biển số", "Province codes of plates"),
    rows: () => [...plateCodes().values()].flatMap(plateCodeRows),
    noRule: [],
  },
  {
    id: "licence-classes",
    field: "traffic",
    title: text("Hạng giấy phép lái xe", "Licence classes"),
    rows: () =>
      [...licenceClasses().values()].map((row) =>
        datedRow(
          { ...licenceLaw(), article: "57, 59", evidence: row.evidence },
          row.name,
          joined([
            row.vehicles,
            text(`từ ${row.age} tuổi`, `from age ${row.age}`),
            row.years === null ? text("không thời hạn", "without expiry") : length(row.years, "year"),
          ]),
          licenceClassName(row.name),
        ),
      ),
    noRule: [],
  },
  {
    id: "licence-conversions",
    field: "traffic",
    title: text("Đổi hạng giấy phép lái xe cũ", "What an old licence becomes"),
    rows: () =>
      licenceConversions().map((row) =>
        datedRow(
          { ...licenceLaw(), article: "89", evidence: row.evidence },
          row.automaticOnly ? `${row.name} / automatic` : row.name,
          [row.classes.join(", ") || "–", row.restriction, row.certificate].filter((part) => part !== null).join("; "),
          oldClassName(row),
        ),
      ),
    noRule: [],
  },
];

/** A code before and since 01/07/2025, when its holder became one of the 34 provinces; 80 is of central bodies and missions. */
function plateCodeRows(code: PlateCode): DatedRow[] {
  const { from, provincesFrom, source, article, amendedBy, formerSource } = plateAnnex();
  const holderOf = (name: string | null | undefined) => {
    if (!code.allotted) return text("chưa cấp", "not allotted");
    return name ? text(name, name) : text("cơ quan trung ương", "central bodies");
  };
  const before = { from, until: addDays(provincesFrom, -1), source: formerSource, article } as const;
  const since = {
    from: provincesFrom,
    until: null,
    source,
    article,
    amendedBy: { source: amendedBy, article },
  } as const;
  const now = provincesByCode()
    .get(code.province ?? "")
    ?.at(-1)?.name;
  return [
    datedRow({ ...before, evidence: "reported" }, code.code, holderOf(code.former), plateCodeName(code.code)),
    datedRow({ ...since, evidence: "reported" }, code.code, holderOf(now), plateCodeName(code.code)),
  ];
}
