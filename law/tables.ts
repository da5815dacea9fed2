import { tables as calendarTables } from "./calendars/tables.ts";
import type { DatedTable } from "./parameters/dated-table.ts";
import { tables as feeTables } from "./parameters/fees/tables.ts";
import { tables as licenceTables } from "./parameters/licences/tables.ts";
import { tables as oneStopTables } from "./parameters/one-stop/tables.ts";
import { tables as peopleTables } from "./parameters/people/tables.ts";
import { tables as termTables } from "./parameters/terms/tables.ts";
import { tables as trafficTables } from "./parameters/traffic/tables.ts";
import { tables as utilityTables } from "./parameters/utilities/tables.ts";
import { tables as placeTables } from "./places/tables.ts";
import { tables as procedureTables } from "./procedures/tables.ts";
import { tables as sourceTables } from "./sources/tables.ts";

/** Every dated table of the law. A `tables.ts` that is missing here is named by the check of coverage. */
export const lawTables: readonly DatedTable[] = [
  ...sourceTables,
  ...procedureTables,
  ...oneStopTables,
  ...placeTables,
  ...peopleTables,
  ...termTables,
  ...feeTables,
  ...trafficTables,
  ...licenceTables,
  ...utilityTables,
  ...calendarTables,
];
