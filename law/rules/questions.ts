/** What people choose from where they reckon: the tables behind the calculations, with names in both languages. */
export {
  type ProvinceRow,
  provinceOn,
  provinceRowsOfAllTimes,
  provincesByCode,
} from "../parameters/people/provinces.ts";
export { PROCEDURE_GROUPS, type ProcedureTitle, procedureTitles } from "../parameters/terms/procedure-titles.ts";
export { VEHICLE_NAMES, type Violation, violationsByCode } from "../parameters/traffic/index.ts";
export { showLimit } from "./terms/count.ts";
export { searchViolations, wordsNotFound } from "./traffic/search.ts";
