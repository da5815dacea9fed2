import { type Calendar, openCalendar } from "../../src/kernel/calendar.ts";
import { clockYears } from "../calendars/computed.ts";
import { calendarYears, officeHours } from "../calendars/index.ts";
import { lazily } from "../parameters/table.ts";

/** Beyond this no calendar reaches; it also keeps the reckoning within the years that dates can name. */
export const COUNT_MOST = 100_000;

/** The calendar by which dossiers are reckoned: years that nobody has entered are computed, and marked provisional. */
export const clockCalendar = lazily((): Calendar => openCalendar(clockYears(), officeHours));

/** The working calendar of the law, put together at the first asking. */
export const calendar = lazily((): Calendar => openCalendar(calendarYears(), officeHours));
