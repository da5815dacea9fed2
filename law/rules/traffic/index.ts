import type { Calculation } from "../../../src/engine/definition/index.ts";
import { instalment } from "./instalment.ts";
import { latePayment } from "./late-payment.ts";
import { licenceClass } from "./licence-class.ts";
import { licencePointsAfter } from "./licence-points.ts";
import { noRecordSanction } from "./no-record-sanction.ts";
import { plateAuction } from "./plate-auction.ts";
import { plateCode } from "./plate-code.ts";
import { sanctionCompetence } from "./sanction-competence.ts";
import { trafficFine } from "./traffic-fine.ts";

/** Vehicles and road traffic: fines, points, competence, plates, licences. One file a calculation. */
export const traffic: readonly Calculation[] = [
  trafficFine,
  licencePointsAfter,
  sanctionCompetence,
  noRecordSanction,
  latePayment,
  instalment,
  plateCode,
  plateAuction,
  licenceClass,
];
