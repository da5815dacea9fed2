import type { Calculation } from "../../../src/engine/definition/index.ts";
import { birthDateMatch } from "./birth-date-match.ts";
import { cardQr } from "./card-qr.ts";
import { cardValidity } from "./card-validity.ts";
import { eIdLevel } from "./e-id-level.ts";
import { formRule } from "./form-rule.ts";
import { idCardAppointment } from "./id-card-appointment.ts";
import { mrz } from "./mrz.ts";
import { nameMatch } from "./name-match.ts";
import { nameSort } from "./name-sort.ts";
import { personNumber } from "./person-number.ts";
import { personalQr } from "./personal-qr.ts";
import { province } from "./province.ts";
import { verificationResult } from "./verification-result.ts";
import { visaSymbol } from "./visa-symbol.ts";

/** People: numbers, cards, names, dates, places, identity, visas. One file a calculation. */
export const people: readonly Calculation[] = [
  personNumber,
  mrz,
  cardQr,
  personalQr,
  nameMatch,
  nameSort,
  birthDateMatch,
  verificationResult,
  province,
  cardValidity,
  idCardAppointment,
  eIdLevel,
  formRule,
  visaSymbol,
];
