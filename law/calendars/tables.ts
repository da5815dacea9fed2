import { day, showDate } from "../../src/kernel/plain-date.ts";
import { text } from "../../src/kernel/text.ts";
import { type DatedTable, datedRow } from "../parameters/dated-table.ts";
import { calendarYears, type HolidayYear } from "./index.ts";

/** The texts a year rests on, each place once. */
function basisOf(year: HolidayYear) {
  const rows = [...year.daysOff, ...year.workingSaturdays];
  const places = new Map(rows.map(({ source, article }) => [`${source} ${article}`, { source, article }]));
  return [...places.values()];
}

function wordsOf(year: HolidayYear) {
  const off = year.daysOff.map((row) => showDate(row.date).slice(0, 5)).join(", ");
  const worked = year.workingSaturdays.map((row) => showDate(row.date).slice(0, 5)).join(", ");
  const [vi, en] = year.provisional ? [" (tạm tính)", " (provisional)"] : ["", ""];
  return text(`${off}${worked ? `; làm bù ${worked}` : ""}${vi}`, `${off}${worked ? `; worked ${worked}` : ""}${en}`);
}

const WORST = ["recalled", "reported", "design", "read"] as const;

/** The years of the calendar, each a row that ends with its year. */
export const tables: readonly DatedTable[] = [
  {
    id: "days-off",
    field: "calendars",
    title: text("Ngày nghỉ, ngày làm bù trong năm", "Days off and Saturdays worked"),
    rows: () =>
      calendarYears().map((year) => {
        const evidence = [...year.daysOff, ...year.workingSaturdays].map((row) => row.evidence);
        return datedRow(
          {
            from: day(`${year.year}-01-01`),
            until: day(`${year.year}-12-31`),
            basis: basisOf(year),
            evidence: WORST.find((worst) => evidence.includes(worst)) ?? "reported",
          },
          "days-off",
          wordsOf(year),
          text("Ngày nghỉ, ngày làm bù", "Days off and Saturdays worked"),
        );
      }),
    noRule: [],
  },
];
