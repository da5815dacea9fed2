/** The only door to population registers: what may be asked, and the clients that ask. */
export { createAgencyRegister } from "./agency.ts";
export { createEmbeddedRegister } from "./embedded.ts";
export { createNationalRegister } from "./national/client.ts";
export { type NationalProfile, nationalProfile, type ProfileName, profileNames } from "./national/profile.ts";
export type { Answered, Call, PopulationFailure, PopulationRegister } from "./port.ts";
export { type Resilience, withResilience } from "./resilient.ts";
