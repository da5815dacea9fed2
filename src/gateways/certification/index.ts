/** The only door to certification services: time stamps and the state of certificates. */
export type { CertificationFailure, RevocationServices, TimestampAuthority } from "./port.ts";
export { createRevocationServices } from "./revocation.ts";
export { createTimestampAuthority } from "./timestamp.ts";
