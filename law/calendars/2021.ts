import { calendarOf, compensatory, statutory } from "./year.ts";

/** Days off of 2021. Evidence: recalled; weekdays and lunar dates agree. */
export const year2021 = calendarOf(2021, {
  provisional: false,
  daysOff: [
    statutory("2021-01-01", "newYear", "recalled"),
    statutory("2021-02-10", "lunarNewYear", "recalled"),
    statutory("2021-02-11", "lunarNewYear", "recalled"),
    statutory("2021-02-12", "lunarNewYear", "recalled"),
    statutory("2021-02-13", "lunarNewYear", "recalled"),
    statutory("2021-02-14", "lunarNewYear", "recalled"),
    compensatory("2021-02-15", "lunarNewYear", "recalled"),
    compensatory("2021-02-16", "lunarNewYear", "recalled"),
    statutory("2021-04-21", "hungKings", "recalled"),
    statutory("2021-04-30", "victory", "recalled"),
    statutory("2021-05-01", "labour", "recalled"),
    compensatory("2021-05-03", "labour", "recalled"),
    statutory("2021-09-02", "national", "recalled"),
    statutory("2021-09-03", "national", "recalled"),
  ],
  workingSaturdays: [],
});
