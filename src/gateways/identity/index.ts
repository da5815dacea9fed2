/** The only door of the identity gateway: the port, the real client, and the stand-in for demonstrations. */
export type { IdentityFailure } from "./failures.ts";
export type { LogoutOrder } from "./logout-token.ts";
export {
  type ClientAuthentication,
  createOpenIdConnect,
  type Endpoints,
  isFresh,
  type RealmSettings,
  type SigningAlgorithm,
} from "./open-id-connect.ts";
export type {
  CitizenIdentity,
  Completed,
  IdentityProvider,
  OfficerIdentity,
  OrganisationIdentity,
  Pending,
  ProvenIdentity,
  Realm,
  SignInWish,
} from "./port.ts";
export { PROFILES, type Profile, type ProfileName } from "./profiles.ts";
export {
  type IdentityStandIn,
  newStandInKey,
  type StandInAccount,
  type StandInClient,
  type StandInKey,
  type StandInOptions,
  startIdentityStandIn,
} from "./stand-in/index.ts";
