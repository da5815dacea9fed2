/** The only door of the population register and of organisations. */
export { childrenOf } from "./children.ts";
export { generatePopulation, householdsFor, type PopulationOptions } from "./generate.ts";
export { organisationCode } from "./organisations.ts";
export type {
  Dwelling,
  LodgingKind,
  Organisation,
  OrganisationKind,
  Person,
  Population,
  Representative,
} from "./person.ts";
export { findOrganisation, findPerson, organisationsOf, ownsDwelling, representativesOf } from "./rows.ts";
export { findHousehold, insertHouseholds, insertPopulation, type RegisteredHousehold } from "./store.ts";
export {
  type Claim,
  compareNames,
  type FieldAnswer,
  isVerified,
  type Verification,
  verifyPerson,
} from "./verify.ts";
