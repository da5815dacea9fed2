import { calendarOf, compensatory, statutory, swap, swapped } from "./year.ts";

/** Days off of 2024. Evidence: recalled; weekdays and lunar dates agree. */
export const year2024 = calendarOf(2024, {
  provisional: false,
  daysOff: [
    statutory("2024-01-01", "newYear", "recalled"),
    statutory("2024-02-08", "lunarNewYear", "recalled"),
    statutory("2024-02-09", "lunarNewYear", "recalled"),
    statutory("2024-02-10", "lunarNewYear", "recalled"),
    statutory("2024-02-11", "lunarNewYear", "recalled"),
    statutory("2024-02-12", "lunarNewYear", "recalled"),
    compensatory("2024-02-13", "lunarNewYear", "recalled"),
    compensatory("2024-02-14", "lunarNewYear", "recalled"),
    statutory("2024-04-18", "hungKings", "recalled"),
    swapped("2024-04-29", "recalled"),
    statutory("2024-04-30", "victory", "recalled"),
    statutory("2024-05-01", "labour", "recalled"),
    statutory("2024-09-02", "national", "recalled"),
    statutory("2024-09-03", "national", "recalled"),
  ],
  workingSaturdays: [swap("2024-05-04", "2024-04-29", "recalled")],
});
