/** The only door of the population register and of organisations. */
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
export { findHousehold, findPerson } from "./reading.ts";
export { findOrganisation, organisationsOf, ownsDwelling, representativesOf } from "./rows.ts";
export {
  insertHouseholds,
  insertPopulation,
  type RegisteredHousehold,
  shareHousehold,
} from "./store.ts";
export { verifyPerson } from "./verify.ts";
