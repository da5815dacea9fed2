import { type Calendar, openCalendar } from "../../src/kernel/calendar.ts";
import { calendarYears, officeHours } from "../calendars/index.ts";

/** Beyond this no calendar reaches; it also keeps the reckoning within the years that dates can name. */
export const COUNT_MOST = 100_000;

let opened: Calendar | null = null;
/** The working calendar of the law, put together at the first asking. */
export const calendar = (): Calendar => {
  opened ??= openCalendar(calendarYears, officeHours);
  return opened;
};
