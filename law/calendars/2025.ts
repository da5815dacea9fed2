import { calendarOf, statutory, swap, swapped } from "./year.ts";

/** Days off of 2025. Evidence: recalled; weekdays and lunar dates agree. */
export const year2025 = calendarOf(2025, {
  provisional: false,
  daysOff: [
    statutory("2025-01-01", "newYear", "recalled"),
    statutory("2025-01-27", "lunarNewYear", "recalled"),
    statutory("2025-01-28", "lunarNewYear", "recalled"),
    statutory("2025-01-29", "lunarNewYear", "recalled"),
    statutory("2025-01-30", "lunarNewYear", "recalled"),
    statutory("2025-01-31", "lunarNewYear", "recalled"),
    statutory("2025-04-07", "hungKings", "recalled"),
    statutory("2025-04-30", "victory", "recalled"),
    statutory("2025-05-01", "labour", "recalled"),
    swapped("2025-05-02", "recalled"),
    statutory("2025-09-01", "national", "recalled"),
    statutory("2025-09-02", "national", "recalled"),
  ],
  workingSaturdays: [swap("2025-04-26", "2025-05-02", "recalled")],
});
