import type { Evidence } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { amended } from "../amendments.ts";
import type { Place } from "../basis.ts";
import { dayCell, lazily, numberCell, parseTable } from "../table.ts";

export const TITLES = {
  officer: text("Chiến sĩ Công an nhân dân đang thi hành công vụ", "Police officer on duty"),
  "company-commander": text("Đại đội trưởng Cảnh sát cơ động", "Mobile police company commander"),
  "station-chief": text(
    "Trạm trưởng, Đội trưởng, Tiểu đoàn trưởng, Trưởng đồn Công an",
    "Station chief, team leader, battalion commander, head of police post",
  ),
  "commune-police-chief": text("Trưởng Công an cấp xã", "Chief of commune police"),
  "commune-chair": text("Chủ tịch Ủy ban nhân dân cấp xã", "Chair of commune People's Committee"),
  "division-head": text(
    "Trưởng phòng Công an tỉnh (PC08) hoặc thuộc C08, Trung đoàn trưởng",
    "Head of provincial division (PC08) or of a C08 division, regiment commander",
  ),
  "provincial-director": text(
    "Giám đốc Công an tỉnh, Chủ tịch Ủy ban nhân dân tỉnh",
    "Director of provincial police, chair of provincial People's Committee",
  ),
  "c08-director": text("Cục trưởng Cục Cảnh sát giao thông", "Director of the Traffic Police Department (C08)"),
} as const satisfies Readonly<Record<string, Text>>;
export type SanctionTitle = keyof typeof TITLES;

/**
 * What a title may impose. Limits in đồng, by the most a bracket allows. `confiscation` is the most a confiscated thing
 * may be worth: "none" takes nothing, "no-limit" anything. Rows stand from the lowest title up.
 */
export type Competence = {
  readonly title: SanctionTitle;
  readonly individual: number;
  readonly organisation: number;
  readonly confiscation: number | "none" | "no-limit";
  readonly maySuspendLicence: boolean;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly amendedBy: Place | null;
  readonly evidence: Evidence;
};

const COLUMNS = ["title", "individual", "organisation", "confiscation", "suspends"] as const;
type Period = Pick<Competence, "from" | "until" | "source" | "article" | "amendedBy" | "evidence">;

/** The district level, which shared the fourth row, was dissolved on 01/03/2025. */
const FIRST_TEXT = `
officer|500000|1000000|none|no
station-chief|1500000|3000000|none|no
commune-police-chief|2500000|5000000|5000000|no
division-head|15000000|30000000|30000000|yes
provincial-director|37500000|75000000|no-limit|yes
c08-director|75000000|150000000|no-limit|yes
`;
/** Shares of the 75 million of road traffic (Law 15/2012/QH13, article 24): 10, 20, 30, 50, 80 and 100 percent. */
const SHARES_OF_75_MILLION = `
officer|7500000|15000000|15000000|no
company-commander|15000000|30000000|30000000|no
station-chief|22500000|45000000|45000000|yes
commune-police-chief|37500000|75000000|no-limit|yes
commune-chair|37500000|75000000|no-limit|yes
division-head|60000000|120000000|no-limit|yes
provincial-director|75000000|150000000|no-limit|yes
c08-director|75000000|150000000|no-limit|yes
`;

const PERIODS: () => readonly (readonly [string, Period])[] = () => [
  [
    FIRST_TEXT,
    {
      from: dayCell("2025-01-01"),
      until: dayCell("2025-06-30"),
      source: "168/2024/NĐ-CP",
      article: "42–43",
      amendedBy: null,
      evidence: "read",
    },
  ],
  [
    SHARES_OF_75_MILLION,
    {
      from: dayCell("2025-07-01"),
      until: dayCell("2026-08-14"),
      source: "189/2025/NĐ-CP",
      article: "8",
      amendedBy: null,
      evidence: "read",
    },
  ],
  [
    SHARES_OF_75_MILLION,
    {
      from: dayCell("2026-08-15"),
      until: null,
      source: "168/2024/NĐ-CP",
      article: "42–43",
      amendedBy: { source: "238/2026/NĐ-CP", article: "13–14" },
      evidence: "read",
    },
  ],
];

export const competences: () => readonly Competence[] = lazily(() =>
  amended(
    "competence",
    PERIODS().flatMap(([rows, period]) =>
      parseTable(COLUMNS, rows).map((cells) => ({
        title: cells.title as SanctionTitle,
        individual: numberCell(cells.individual) ?? 0,
        organisation: numberCell(cells.organisation) ?? 0,
        confiscation:
          cells.confiscation === "none" || cells.confiscation === "no-limit"
            ? cells.confiscation
            : (numberCell(cells.confiscation) ?? 0),
        maySuspendLicence: cells.suspends === "yes",
        ...period,
      })),
    ),
    (row) => row.title,
  ),
);
