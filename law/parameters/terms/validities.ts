import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, numberCell, parseTable, rowsByKey } from "../table.ts";

/**
 * How long issued documents are valid, by their day of issue: kind | count | unit | days of the extension window | from |
 * until | basis | evidence. An empty count is a document without expiry. Two years is the most a temporary registration
 * lasts: it is valid as long as was asked for, up to that.
 */
const rows = `
residence-confirmation|30|day||2021-07-01|2023-12-31|55/2021/TT-BCA@17|reported
residence-confirmation|1|year||2024-01-01||66/2023/TT-BCA@sửa đổi 17 của 55/2021/TT-BCA + 55/2021/TT-BCA@17|reported
temporary-residence-registration|2|year|15|2021-07-01||68/2020/QH14@27, 28(3)|reported
weapon-equip-permit|60|day||2025-01-01||42/2024/QH15@20, 25|read
support-tool-equip-permit|60|day||2025-01-01||42/2024/QH15@53|read
weapon-purchase-permit|30|day||2025-01-01||42/2024/QH15@28|read
support-tool-purchase-permit|30|day||2025-01-01||42/2024/QH15@54|read
weapon-transport-permit|30|day||2025-01-01||42/2024/QH15@29|read
support-tool-transport-permit|30|day||2025-01-01||42/2024/QH15@56|read
explosives-transport-permit|30|day||2025-01-01||42/2024/QH15@41|read
weapon-import-permit|90|day||2025-07-01||149/2024/NĐ-CP@10, 23|read
support-tool-import-permit|90|day||2025-01-01||42/2024/QH15@51|read
weapon-use-permit||||2025-01-01||42/2024/QH15@21, 26|read
support-tool-use-permit||||2025-01-01||42/2024/QH15@55|read
security-condition-certificate||||2016-07-01||96/2016/NĐ-CP@15|read
guard-certificate|5|year||1000-01-01||58/2026/NĐ-CP@1(6), 6(3)|read
weapon-training-certificate|5|year||2025-01-01||149/2024/NĐ-CP@18(3)(c)|read
vaccine-passport-qr|12|month||2021-12-20||5772/QĐ-BYT@toàn văn|read
`;

export type ValidityUnit = "day" | "month" | "year";
/** How long a document issued in a period is valid; `length` is null without expiry. */
export type Validity = Proven & {
  readonly kind: string;
  readonly length: { readonly count: number; readonly unit: ValidityUnit } | null;
  /** Days before the end from which it can be extended. */
  readonly extensionDays: number | null;
};

const unitOf = (cell: string): ValidityUnit => (cell === "day" || cell === "month" ? cell : "year");

const entered = (): Validity[] =>
  parseTable(["kind", "count", "unit", "extension", "from", "until", "basis", "evidence"], rows).map((row) => {
    const count = numberCell(row.count);
    return {
      kind: row.kind,
      length: count === null ? null : { count, unit: unitOf(row.unit) },
      extensionDays: numberCell(row.extension),
      ...provenCells(row),
    };
  });

/** The rows by kind of document. */
export const validities = lazily(
  (): ReadonlyMap<string, readonly Validity[]> =>
    rowsByKey(
      amended("validities", entered(), (row) => row.kind),
      (row) => row.kind,
    ),
);
