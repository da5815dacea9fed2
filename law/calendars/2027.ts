import { calendarOf, compensatory, statutory } from "./year.ts";

/** Days off of 2027, provisional: reckoned from the Labour Code and the lunar calendar. The Prime Minister may instead give Tết from 04/02
 * to 08/02 (made good on 09 and 10/02) and National Day on 01 and 02/09; replace this file when the decision is out. */
export const year2027 = calendarOf(2027, {
  provisional: true,
  daysOff: [
    statutory("2027-01-01", "newYear", "design"),
    statutory("2027-02-05", "lunarNewYear", "design"),
    statutory("2027-02-06", "lunarNewYear", "design"),
    statutory("2027-02-07", "lunarNewYear", "design"),
    statutory("2027-02-08", "lunarNewYear", "design"),
    statutory("2027-02-09", "lunarNewYear", "design"),
    compensatory("2027-02-10", "lunarNewYear", "design"),
    compensatory("2027-02-11", "lunarNewYear", "design"),
    statutory("2027-04-16", "hungKings", "design"),
    statutory("2027-04-30", "victory", "design"),
    statutory("2027-05-01", "labour", "design"),
    compensatory("2027-05-03", "labour", "design"),
    statutory("2027-09-02", "national", "design"),
    statutory("2027-09-03", "national", "design"),
    statutory("2027-11-24", "culture", "design"),
  ],
  workingSaturdays: [],
});
