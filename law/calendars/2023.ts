import { calendarOf, compensatory, statutory } from "./year.ts";

/** Days off of 2023. Evidence: recalled, New Year reported; weekdays and lunar dates agree. */
export const year2023 = calendarOf(2023, {
  provisional: false,
  daysOff: [
    statutory("2023-01-01", "newYear", "reported"),
    compensatory("2023-01-02", "newYear", "reported"),
    statutory("2023-01-20", "lunarNewYear", "recalled"),
    statutory("2023-01-21", "lunarNewYear", "recalled"),
    statutory("2023-01-22", "lunarNewYear", "recalled"),
    statutory("2023-01-23", "lunarNewYear", "recalled"),
    statutory("2023-01-24", "lunarNewYear", "recalled"),
    compensatory("2023-01-25", "lunarNewYear", "recalled"),
    compensatory("2023-01-26", "lunarNewYear", "recalled"),
    statutory("2023-04-29", "hungKings", "recalled"),
    statutory("2023-04-30", "victory", "recalled"),
    statutory("2023-05-01", "labour", "recalled"),
    compensatory("2023-05-02", "hungKings", "recalled"),
    compensatory("2023-05-03", "victory", "recalled"),
    statutory("2023-09-01", "national", "recalled"),
    statutory("2023-09-02", "national", "recalled"),
    compensatory("2023-09-04", "national", "recalled"),
  ],
  workingSaturdays: [],
});
