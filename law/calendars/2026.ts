import { calendarOf, compensatory, statutory, swap, swapped } from "./year.ts";

/** Days off of 2026, reported. The swap of Monday 31/08 with Saturday 22/08 stands in a provincial notice of 24/10/2025 that passes on
 * the national schedule. 24 November is a holiday for the first time (Resolution 28/2026/QH16). */
export const year2026 = calendarOf(2026, {
  provisional: false,
  daysOff: [
    statutory("2026-01-01", "newYear", "reported"),
    swapped("2026-01-02", "reported", "12729/VPCP-KGVX"),
    statutory("2026-02-16", "lunarNewYear", "reported"),
    statutory("2026-02-17", "lunarNewYear", "reported"),
    statutory("2026-02-18", "lunarNewYear", "reported"),
    statutory("2026-02-19", "lunarNewYear", "reported"),
    statutory("2026-02-20", "lunarNewYear", "reported"),
    statutory("2026-04-26", "hungKings", "reported"),
    compensatory("2026-04-27", "hungKings", "reported"),
    statutory("2026-04-30", "victory", "reported"),
    statutory("2026-05-01", "labour", "reported"),
    swapped("2026-08-31", "reported"),
    statutory("2026-09-01", "national", "reported"),
    statutory("2026-09-02", "national", "reported"),
    statutory("2026-11-24", "culture", "reported"),
  ],
  workingSaturdays: [
    swap("2026-01-10", "2026-01-02", "reported", "12729/VPCP-KGVX"),
    swap("2026-08-22", "2026-08-31", "reported"),
  ],
});
