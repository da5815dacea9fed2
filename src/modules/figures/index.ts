/** The only door of figures. */
export { drawChart, type Series } from "./charts.ts";
export { createFigures, type Figures, type Line, quarterOf, regroup } from "./figures.ts";
export {
  type Arrival,
  arrivals,
  type Cell,
  type Grouping,
  groupings,
  type Question,
  type Timing,
  timings,
} from "./question.ts";
export type { Age, DayFlow, ListedDossier } from "./rows.ts";
