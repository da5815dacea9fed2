/** The only door of the law: procedures, figures, texts, calendars, places, countries. All of it is data, dated and cited. */
import type { PlainDate } from "../src/kernel/plain-date.ts";
import type { LawChange } from "./changes.ts";
import { type LawAmendment, setAmendments } from "./parameters/amendments.ts";
import { type LegalSource, setPublishedTexts } from "./sources/index.ts";

export { calendarYears, type HolidayRow, type HolidayYear, officeHours, type SwapRow } from "./calendars/index.ts";
export type { LawChange } from "./changes.ts";
export { type Country, countries, findCountry, parseCountry } from "./countries.ts";
export {
  amendments,
  type CalendarAmendment,
  type LawAmendment,
  type RowAmendment,
  withAmendments,
} from "./parameters/amendments.ts";
export { type DatedRow, LAW_FIELDS, type LawField } from "./parameters/dated-table.ts";
export { exemptionsOn, type FeeExemption, knownExemption } from "./parameters/fees/exemptions.ts";
export { type Fee, type FeeChannel, feeItem, feeOn, fees, type NoFee } from "./parameters/fees.ts";
export { type OneStopForm, type OneStopFormKey, oneStopFormOn } from "./parameters/one-stop/forms.ts";
export { type FormsEdition, type OneStopRegime, regimeOf } from "./parameters/one-stop/regimes.ts";
export {
  type OverrunCauseKey,
  overrunCauseKeys,
  overrunCausesOn,
  type ReportKey,
  reportFormOn,
} from "./parameters/one-stop/reports.ts";
export {
  type IndicatorNumber,
  type ScoreCardRules,
  scoreCardOn,
  scoreCardPeriod,
} from "./parameters/one-stop/score-card.ts";
export { type ServiceIndexRules, serviceIndexOn } from "./parameters/one-stop/service-index.ts";
export {
  type DataRule,
  type DataTerm,
  type DataTermKey,
  dataTermOn,
  type Retention,
  readingGroundOn,
  refusalGroundOn,
  retentionOn,
} from "./parameters/people/data-protection.ts";
export { type LadderWaitKey, ladderWaitOn } from "./parameters/people/message-ladder.ts";
export {
  isPriorityClass,
  PRIORITY_CLASSES,
  type PriorityClass,
  priorityClassesOn,
  type QueueFigureKey,
  queueFigureOn,
} from "./parameters/people/queue.ts";
export { type Figure, type FigureKey, figureOn, figures, type NoFigure } from "./parameters/term.ts";
export { clockRules, outageNoticeOn } from "./parameters/terms/clock-rules.ts";
export {
  type CommuneKind,
  type CommuneState,
  communeStates,
  communeTitle,
  type NumberPrefix,
  numberPrefixes,
  type ProvinceKind,
  type ProvinceState,
  provinceStates,
  provinceTitle,
} from "./places/index.ts";
export { type OfficeLevel, type PoliceOffice, policeOffices } from "./places/police-offices.ts";
export { procedures } from "./procedures/index.ts";
export { calendar as workingCalendar, clockCalendar } from "./rules/calendar.ts";
export { findSource, getSource, type LegalSource, type SourceKind, sourceName, sources } from "./sources/index.ts";

/** The calculations, with the tables of all fields they read; loaded when somebody reckons, not when the house opens. */
export const loadCalculations = () => import("./rules/index.ts");

/** The offices of the three levels that ended in 2025, for whoever brings their open work along. */
export const loadFormerOffices = () => import("./places/former-offices.ts");

/** What an office may amend, and whether an amendment fits; loaded when an administrator works on it. */
export const loadAmendable = () => import("./amendable.ts");

/** Lays what an office has published over the law as delivered, in this process: all of it, in the order of publication. */
export function publishLaw(published: {
  readonly amendments: readonly LawAmendment[];
  readonly texts: readonly LegalSource[];
}): void {
  setPublishedTexts(published.texts);
  setAmendments(published.amendments);
}

/** What people choose from where they reckon: procedures, road traffic violations in everyday words, provinces of all times. */
export const loadQuestions = () => import("./rules/questions.ts");

/** The old wards and the search for them; 260 kB that are read only when somebody asks. */
export const loadOldUnits = async () => ({
  ...(await import("./places/old-units.ts")),
  ...(await import("./places/old-address.ts")),
});

/** Everything of the law that is otherwise on the second day than on the first; see changes.ts. */
export async function lawChanges(first: PlainDate, second: PlainDate): Promise<readonly LawChange[]> {
  const [{ changesBetween }, { lawTables }] = await Promise.all([import("./changes.ts"), import("./tables.ts")]);
  return changesBetween(lawTables, first, second);
}
