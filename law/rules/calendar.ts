import { type Calendar, openCalendar } from "../../src/kernel/calendar.ts";
import { calendarYears, officeHours } from "../calendars/index.ts";
import { lazily } from "../parameters/table.ts";

/** Beyond this no calendar reaches; it also keeps the reckoning within the years that dates can name. */
export const COUNT_MOST = 100_000;

/** The working calendar of the law, put together at the first asking. */
export const calendar = lazily((): Calendar => openCalendar(calendarYears(), officeHours));
