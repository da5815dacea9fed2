import type { Evidence } from "../../src/engine/definition/index.ts";
import { day, type PlainDate, yearOf } from "../../src/kernel/plain-date.ts";
import type { Text } from "../../src/kernel/text.ts";

/** The words a year of the calendar is written with. */

type Proven = { readonly source: string; readonly article: string; readonly evidence: Evidence };
export type HolidayRow = Proven & {
  readonly date: PlainDate;
  readonly name: Text;
  readonly kind: "statutory" | "compensatory" | "swapped";
};
export type SwapRow = Proven & { readonly date: PlainDate; readonly insteadOf: PlainDate };
export type HolidayYear = {
  readonly year: number;
  readonly provisional: boolean;
  readonly daysOff: readonly HolidayRow[];
  readonly workingSaturdays: readonly SwapRow[];
};

const labourCode = "45/2019/QH14";
type Holiday = { readonly name: Text; readonly source: string; readonly article: string };
const holidays = {
  newYear: { name: { vi: "Tết Dương lịch", en: "New Year" }, source: labourCode, article: "Điều 112.1(a)" },
  lunarNewYear: { name: { vi: "Tết Âm lịch", en: "Lunar New Year" }, source: labourCode, article: "Điều 112.1(b)" },
  victory: { name: { vi: "Ngày Chiến thắng", en: "Victory Day" }, source: labourCode, article: "Điều 112.1(c)" },
  labour: { name: { vi: "Ngày Quốc tế lao động", en: "Labour Day" }, source: labourCode, article: "Điều 112.1(d)" },
  national: { name: { vi: "Quốc khánh", en: "National Day" }, source: labourCode, article: "Điều 112.1(đ)" },
  hungKings: {
    name: { vi: "Giỗ Tổ Hùng Vương", en: "Hung Kings Commemoration" },
    source: labourCode,
    article: "Điều 112.1(e)",
  },
  culture: {
    name: { vi: "Ngày Văn hóa Việt Nam", en: "Vietnam Culture Day" },
    source: "28/2026/QH16",
    article: "toàn văn",
  },
} satisfies Record<string, Holiday>;
export type HolidayKey = keyof typeof holidays;

/** A holiday named by law. */
export const statutory = (date: string, holiday: HolidayKey, evidence: Evidence): HolidayRow => ({
  date: day(date),
  kind: "statutory",
  evidence,
  ...holidays[holiday],
});

/** The working day given for a holiday that falls on a day of rest (Labour Code art. 111.3). */
export const compensatory = (date: string, holiday: HolidayKey, evidence: Evidence): HolidayRow => ({
  date: day(date),
  kind: "compensatory",
  name: { vi: `${holidays[holiday].name.vi} (nghỉ bù)`, en: `${holidays[holiday].name.en} (day in lieu)` },
  source: labourCode,
  article: "Điều 111.3",
  evidence,
});

/** A working day taken off by decision and made good on a Saturday. */
export const swapped = (date: string, evidence: Evidence, source: string = labourCode): HolidayRow => ({
  date: day(date),
  kind: "swapped",
  name: { vi: "Nghỉ hoán đổi ngày làm việc", en: "Day off by exchange" },
  source,
  article: source === labourCode ? "Điều 112.3" : "toàn văn",
  evidence,
});

/** The Saturday worked instead. */
export const swap = (date: string, insteadOf: string, evidence: Evidence, source: string = labourCode): SwapRow => ({
  date: day(date),
  insteadOf: day(insteadOf),
  source,
  article: source === labourCode ? "Điều 112.3" : "toàn văn",
  evidence,
});

/** A year, checked: every row lies in it, and every exchange has both its days. */
export function calendarOf(year: number, rows: Omit<HolidayYear, "year">): HolidayYear {
  for (const row of [...rows.daysOff, ...rows.workingSaturdays]) {
    if (yearOf(row.date) !== year) throw new Error(`${row.date} stands in the calendar of ${year}`);
  }
  const exchanged = rows.daysOff.filter((row) => row.kind === "swapped").map((row) => row.date);
  const worked = rows.workingSaturdays.map((row) => row.insteadOf);
  if ([...exchanged].sort().join() !== [...worked].sort().join()) {
    throw new Error(`the exchanges of ${year} lack one of their two days`);
  }
  return { year, ...rows };
}
