import { calendarOf, compensatory, statutory } from "./year.ts";

/** Days off of 2022. Evidence: recalled; weekdays and lunar dates agree. */
export const year2022 = calendarOf(2022, {
  provisional: false,
  daysOff: [
    statutory("2022-01-01", "newYear", "recalled"),
    compensatory("2022-01-03", "newYear", "recalled"),
    statutory("2022-01-31", "lunarNewYear", "recalled"),
    statutory("2022-02-01", "lunarNewYear", "recalled"),
    statutory("2022-02-02", "lunarNewYear", "recalled"),
    statutory("2022-02-03", "lunarNewYear", "recalled"),
    statutory("2022-02-04", "lunarNewYear", "recalled"),
    statutory("2022-04-10", "hungKings", "recalled"),
    compensatory("2022-04-11", "hungKings", "recalled"),
    statutory("2022-04-30", "victory", "recalled"),
    statutory("2022-05-01", "labour", "recalled"),
    compensatory("2022-05-02", "victory", "recalled"),
    compensatory("2022-05-03", "labour", "recalled"),
    statutory("2022-09-01", "national", "recalled"),
    statutory("2022-09-02", "national", "recalled"),
  ],
  workingSaturdays: [],
});
