/** The only door of the identity gateway: the port, the real client, and the stand-in for demonstrations. */
export type { IdentityFailure } from "./failures.ts";
export { type ClientAuthentication, createOpenIdConnect, type RealmSettings } from "./open-id-connect.ts";
export type {
  CitizenIdentity,
  IdentityProvider,
  OfficerIdentity,
  OrganisationIdentity,
  Pending,
  ProvenIdentity,
  Realm,
} from "./port.ts";
export {
  type IdentityStandIn,
  newStandInKey,
  type StandInAccount,
  type StandInClient,
  type StandInKey,
  type StandInOptions,
  startIdentityStandIn,
} from "./stand-in/index.ts";
