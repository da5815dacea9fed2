/** The only door of the traffic figures. */
export { type Competence, competences, type SanctionTitle, TITLES } from "./competence.ts";
export { type ScaleRule, scaleRules } from "./fine-scale.ts";
export {
  CERTIFICATES,
  type LicenceClass,
  type LicenceConversion,
  licenceClasses,
  licenceConversions,
  licenceLaw,
  RESTRICTIONS,
} from "./licence-classes.ts";
export { licencePoints, POINT_RULES } from "./licence-points.ts";
export { type AuctionFloor, auctionFloors } from "./plate-auction.ts";
export { type PlateCode, plateAnnex, plateCodes } from "./plate-codes.ts";
export { type PlateSeries, plateSeries } from "./plate-series.ts";
export {
  FIRST_PART_PERCENT,
  findSanctionTerm,
  INSTALMENT_MONTHS,
  type SanctionTerm,
  sanctionTerms,
} from "./sanction-terms.ts";
export { MEASURES, REMARKS, type Remark } from "./violation-remarks.ts";
export {
  type Bracket,
  EXTRA_PERSONS_MOST,
  LONG_ROUTE_KM,
  type MainPenalty,
  POINTS_BY_EXCESS,
  VEHICLE_NAMES,
  type VehicleClass,
  type Violation,
  violations,
  violationsByCode,
} from "./violations.ts";
