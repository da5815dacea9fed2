/** The only door of the law: procedures, figures, texts, calendars, places, countries. All of it is data, dated and cited. */
export { calendarYears, type HolidayRow, type HolidayYear, officeHours, type SwapRow } from "./calendars/index.ts";
export { type Country, countries, findCountry, parseCountry } from "./countries.ts";
export { type Fee, type FeeChannel, feeOn, fees, type NoFee } from "./parameters/fees.ts";
export { type Figure, type FigureKey, figureOn, figures, type NoFigure } from "./parameters/term.ts";
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
export { findSource, getSource, type LegalSource, type SourceKind, sourceName, sources } from "./sources/index.ts";
