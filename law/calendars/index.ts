import { lazily } from "../parameters/table.ts";
import { year2021 } from "./2021.ts";
import { year2022 } from "./2022.ts";
import { year2023 } from "./2023.ts";
import { year2024 } from "./2024.ts";
import { year2025 } from "./2025.ts";
import { year2026 } from "./2026.ts";
import { year2027 } from "./2027.ts";
import { amendedYears } from "./amended.ts";
import type { HolidayYear } from "./year.ts";

export type { HolidayRow, HolidayYear, SwapRow } from "./year.ts";

const entered: readonly HolidayYear[] = [year2021, year2022, year2023, year2024, year2025, year2026, year2027];

/** The years for which days off are known; a due date in another year cannot be named. */
export const calendarYears = lazily((): readonly HolidayYear[] => amendedYears(entered));

/** Office hours, minutes since midnight: 07:30–11:30 and 13:30–17:30 (design; each office may set its own). */
export const officeHours = [
  { from: 450, until: 690 },
  { from: 810, until: 1050 },
] as const;
