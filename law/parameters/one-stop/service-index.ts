import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn } from "../table.ts";

/**
 * The index for serving people and businesses, Decision 766/QĐ-TTg: five groups, one hundred points. The most of each group
 * is reported; of the indicators inside only some weights are known. Where a weight was not found the cell is empty, and
 * no points are counted: the group is then entered by whoever answers for it.
 */

/** group | most | name | name in English | evidence */
const groups = `
transparency|18|Công khai, minh bạch|Transparency|reported
progress|20|Tiến độ, kết quả giải quyết|Progress and results|reported
digitisation|22|Số hóa hồ sơ|Digitisation|reported
online|22|Cung cấp dịch vụ trực tuyến|Online services|reported
satisfaction|18|Mức độ hài lòng|Satisfaction|reported
`;
/** group | indicator | most, empty where it was not found | name | name in English | evidence */
const indicators = `
transparency|published-on-time|4|Thủ tục được cập nhật, công khai đúng hạn|Procedures published on time|reported
progress|in-time|20|Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn|Dossiers done early or on time|reported
digitisation|papers||Tỷ lệ hồ sơ được số hóa|Dossiers digitised|recalled
digitisation|results||Tỷ lệ kết quả cấp bản điện tử|Results issued electronically|recalled
online|services|12|Tỷ lệ hồ sơ nộp trực tuyến|Dossiers filed online|recalled
online|payments|10|Tỷ lệ khoản thu nộp trực tuyến|Fees paid online|recalled
satisfaction|handling|6|Mức độ hài lòng về tiếp nhận, giải quyết|Satisfaction with reception and handling|reported
`;
/** least points | name | name in English */
const classes = `
90|Xuất sắc|Excellent
80|Tốt|Good
70|Khá|Fair
50|Trung bình|Average
0|Yếu|Weak
`;

const of = (evidence: string, article: string) =>
  provenCells({ from: "2022-06-23", until: "", basis: `766/QĐ-TTg@${article}`, evidence });

export type ServiceGroupKey = "transparency" | "progress" | "digitisation" | "online" | "satisfaction";
export type ServiceGroup = Proven & { readonly key: ServiceGroupKey; readonly most: number; readonly name: Text };
export type ServiceIndicator = Proven & {
  readonly group: ServiceGroupKey;
  readonly key: string;
  /** Null where its weight was not found. */
  readonly most: number | null;
  readonly name: Text;
};
export type ServiceClass = Proven & { readonly least: number; readonly name: Text };

export const serviceGroups = lazily((): readonly ServiceGroup[] =>
  parseTable(["key", "most", "vi", "en", "evidence"], groups).map((row) => ({
    key: row.key as ServiceGroupKey,
    most: Number(row.most),
    name: text(row.vi, row.en),
    ...of(row.evidence, "bộ chỉ số"),
  })),
);
export const serviceIndicators = lazily((): readonly ServiceIndicator[] =>
  parseTable(["group", "key", "most", "vi", "en", "evidence"], indicators).map((row) => ({
    group: row.group as ServiceGroupKey,
    key: row.key,
    most: row.most === "" ? null : Number(row.most),
    name: text(row.vi, row.en),
    ...of(row.evidence, "bộ chỉ số"),
  })),
);
export const serviceClasses = lazily((): readonly ServiceClass[] =>
  parseTable(["least", "vi", "en"], classes).map((row) => ({
    least: Number(row.least),
    name: text(row.vi, row.en),
    ...of("recalled", "xếp loại"),
  })),
);

export type ServiceIndexRules = {
  readonly groups: readonly ServiceGroup[];
  readonly indicators: readonly ServiceIndicator[];
  /** From the best down. */
  readonly classes: readonly ServiceClass[];
};

/** The index as the decision has it on a day; null before 23/06/2022. */
export function serviceIndexOn(on: PlainDate): ServiceIndexRules | null {
  const holds = (row: Proven): boolean => rowOn([row], on) !== null;
  const found = serviceGroups().filter(holds);
  if (found.length === 0) return null;
  return {
    groups: found,
    indicators: serviceIndicators().filter(holds),
    classes: serviceClasses().filter(holds),
  };
}
