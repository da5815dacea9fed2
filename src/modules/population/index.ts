/** The only door of the population register and of organisations. */

export { type Filling, fillRegister, rebuildIndexes } from "./bulk.ts";
export { childrenOf } from "./children.ts";
export { type LikelySame, likelySamePersons, type SamePersonReason, samePersonReasons } from "./duplicates.ts";
export { generatePopulation, householdsFor, type PopulationOptions } from "./generate/generate.ts";
export { organisationCode } from "./generate/organisations.ts";
export { loadOldWards } from "./generate/residence.ts";
export { addressesOn, personAsKnown } from "./history.ts";
export type {
  Dwelling,
  LodgingKind,
  Organisation,
  OrganisationKind,
  Person,
  Population,
  Representative,
} from "./person.ts";
export { findHousehold, findPerson } from "./reading.ts";
export { findOrganisation, organisationsOf, ownsDwelling, representativesOf } from "./rows.ts";
export { createCommunesNamed } from "./search/communes.ts";
export type { CriteriaTyped } from "./search/criteria.ts";
export {
  createPersonSearch,
  type PersonFound,
  type PersonOpened,
  type PersonSearch,
  type Purpose,
  purposes,
  type SearchAnswer,
  type SearchFailure,
} from "./search/search.ts";
export { insertPopulation, type RegisteredHousehold, shareHousehold } from "./store.ts";
export { verifyPerson } from "./verify.ts";

/** Importing files into the register; loaded when somebody imports. */
export const loadRegisterImports = () => import("./import/index.ts");
