import type { AnyCalculation } from "../../../src/engine/definition/index.ts";
import { base45 } from "./base45.ts";
import { dependantLink } from "./dependant-link.ts";
import { healthCertificate } from "./health-certificate.ts";
import { resolution68 } from "./resolution-68.ts";
import { vaccinationCard } from "./vaccination-card.ts";
import { vaccinePassport } from "./vaccine-passport.ts";

/** Utilities of the epidemic years: closed rule sets. One file a calculation. */
export const utilities: readonly AnyCalculation[] = [
  vaccinationCard,
  vaccinePassport,
  healthCertificate,
  base45,
  dependantLink,
  resolution68,
];
