import type { Evidence } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { yearOf } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import type { Basis } from "../basis.ts";
import { provenCells } from "../basis.ts";
import { lazily, parseTable } from "../table.ts";

/** A dated ground on which a fee is not asked, or not in full. */
export type FeeExemption = {
  readonly key: string;
  readonly title: Text;
  /** What an officer has to see before granting it. */
  readonly proof: Text;
  /** `all`: the whole fee; `part`: the officer names how much, by the text. */
  readonly relief: "all" | "part";
  /** The fees meant, by the key procedures name; null is every fee. */
  readonly fees: readonly string[] | null;
  /** What the office knows by itself; null where an officer has to look. */
  readonly known: "under-16" | "over-60" | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly basis: Basis;
  readonly evidence: Evidence;
};

/**
 * Grounds: key | relief | fees | known | from | until | basis | evidence. The list of Circular 75/2022/TT-BTC is recalled.
 * Resolution 66.22/2026/NQ-CP was reported with its days and conditions; which fees and how much it cuts was not read, so
 * it is never applied by itself.
 */
const lines = `
child|all|residence|under-16|2023-02-05||75/2022/TT-BTC@Điều 4|recalled
elderly|all|residence|over-60|2023-02-05||75/2022/TT-BTC@Điều 4|recalled
disabled|all|residence||2023-02-05||75/2022/TT-BTC@Điều 4|recalled
merit|all|residence||2023-02-05||75/2022/TT-BTC@Điều 4|recalled
poor-household|all|residence||2023-02-05||75/2022/TT-BTC@Điều 4|recalled
special-area|all|residence||2023-02-05||75/2022/TT-BTC@Điều 4|recalled
digital-citizen|part|any||2026-08-15|2027-02-28|66.22/2026/NQ-CP@Điều 3|reported
`;

const RESIDENCE = [
  "residence-temporary",
  "residence-temporary-extension",
  "residence-temporary-list",
  "residence-temporary-list-extension",
];
const WORDS: Readonly<Record<string, { readonly title: Text; readonly proof: Text }>> = {
  child: {
    title: text("Trẻ em (dưới 16 tuổi)", "Child (under 16)"),
    proof: text("Ngày sinh trong Cơ sở dữ liệu quốc gia về dân cư", "Date of birth in the population register"),
  },
  elderly: {
    title: text("Người cao tuổi (từ đủ 60 tuổi)", "Person of 60 or over"),
    proof: text("Ngày sinh trong Cơ sở dữ liệu quốc gia về dân cư", "Date of birth in the population register"),
  },
  disabled: {
    title: text("Người khuyết tật", "Person with a disability"),
    proof: text("Giấy xác nhận khuyết tật", "Certificate of disability"),
  },
  merit: {
    title: text("Người có công với cách mạng và thân nhân", "Person of merit to the revolution, or a relative"),
    proof: text("Giấy xác nhận người có công hoặc thân nhân", "Certificate of merit or of kinship"),
  },
  "poor-household": {
    title: text("Hộ nghèo", "Poor household"),
    proof: text("Giấy chứng nhận hộ nghèo còn hiệu lực", "Valid certificate of a poor household"),
  },
  "special-area": {
    title: text(
      "Thường trú tại xã biên giới, huyện đảo, vùng đặc biệt khó khăn",
      "Resident of a border, island or poor area",
    ),
    proof: text("Nơi thường trú và danh sách xã được hưởng", "Permanent residence and the list of areas"),
  },
  "digital-citizen": {
    title: text(
      "Công dân số: định danh mức 2 đã tích hợp đủ 5 giấy tờ",
      "Digital citizen: level-2 identity with five papers integrated",
    ),
    proof: text(
      "Màn hình VNeID mức 2 với 5 giấy tờ đã tích hợp; khoản thu nằm trong danh mục của Nghị quyết",
      "VNeID level 2 showing the five papers; the fee is on the list of the resolution",
    ),
  },
};

const COLUMNS = ["key", "relief", "fees", "known", "from", "until", "basis", "evidence"] as const;

/** All grounds, in the order officers choose from. */
export const feeExemptions = lazily((): readonly FeeExemption[] =>
  parseTable(COLUMNS, lines).map((row) => {
    const words = WORDS[row.key];
    if (!words) throw new Error(`no words for the exemption ${row.key}`);
    const known = row.known === "under-16" || row.known === "over-60" ? row.known : null;
    const relief = row.relief === "all" ? "all" : "part";
    return { key: row.key, ...words, relief, fees: row.fees === "any" ? null : RESIDENCE, known, ...provenCells(row) };
  }),
);

/** The grounds in force on a day. */
export const exemptionsOn = (on: PlainDate): readonly FeeExemption[] =>
  feeExemptions().filter((row) => row.from <= on && (row.until === null || on <= row.until));

/**
 * The ground that frees a person of the whole fee by what the office knows already: the year of birth in the number.
 * A year that leaves it open (15 or 16, 59 or 60) answers null, and an officer looks.
 * @example knownExemption("residence-temporary", day("2026-11-23"), 1950)?.key === "elderly"
 */
export function knownExemption(fee: string, on: PlainDate, birthYear: number | null): FeeExemption | null {
  if (birthYear === null) return null;
  const most = yearOf(on) - birthYear;
  const holds = { "under-16": most < 16, "over-60": most > 60 };
  return (
    exemptionsOn(on).find(
      ({ known, relief, fees }) =>
        known !== null && holds[known] && relief === "all" && (fees === null || fees.includes(fee)),
    ) ?? null
  );
}
