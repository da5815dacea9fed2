/** The only door of the hours of offices and of outages. */
import type { Calendar } from "../../kernel/calendar.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { createHours } from "./hours.ts";
import { createOutages } from "./outages.ts";

export type { Hours, HoursFault, HoursWish } from "./hours.ts";
export type { OutageFault, Outages, OutageWish } from "./outages.ts";
export type { HoursRow, Outage } from "./rows.ts";

export const createWorkingTime = (deps: { readonly db: Database; readonly clock: Clock; calendar(): Calendar }) => ({
  hours: createHours(deps),
  outages: createOutages(deps),
});
export type WorkingTime = ReturnType<typeof createWorkingTime>;
