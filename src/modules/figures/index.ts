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
export { procedureFacts, type ScoreCard, unitCard } from "./score-card.ts";
export type { OverrunCount, Scored, ScoreEntry, ServiceCounts } from "./score-rows.ts";
export { type Assessed, type AssessedPeriod, createScores, type EntryFailure, type Scores } from "./scores.ts";
export { type ServiceIndex, serviceIndex } from "./service-index.ts";
