/** The only door of access: sign-in, sessions, posts, acting for others, passkeys, machine keys, parked answers, and the log of looks. */
export type { ApiAccount, ApiToken } from "./api-tokens.ts";
export { livingApiTokens } from "./api-tokens-rows.ts";
export { actorOf, type Caller } from "./caller.ts";
export {
  clearedSessionCookie,
  kioskCookie,
  readKioskCookie,
  readSessionCookie,
  readSignInCookie,
  sessionCookie,
  signInCookie,
} from "./cookies.ts";
export { type Access, createAccess } from "./create-access.ts";
export { checkCsrf, csrfToken } from "./csrf.ts";
export type { DelegationFault, DelegationWish } from "./delegations.ts";
export type { Absence } from "./delegations-rows.ts";
export { makeOperatorCode } from "./enrolment-codes.ts";
export { type LogoutFailure, type ParkFailure, type SignInFailure, signInFailureText } from "./failures.ts";
export { localPath } from "./local-path.ts";
export { lookEntries } from "./look-entries.ts";
export {
  commitmentOf,
  countAccess,
  discloseLook,
  findLook,
  type Look,
  type LookFilter,
  type LookTaken,
  listAccess,
  logAccess,
  logBegins,
  lookingUnits,
  type SealedLook,
  type SealedMonth,
  sealedLooks,
  sealedOfUnit,
  type Why,
} from "./looks.ts";
export type { Mandate, MandateFailure, MandateWish } from "./mandates.ts";
export { commandAccounts, type OwnSession } from "./own-sessions.ts";
export {
  type ConfirmFailure,
  digestOfActs,
  type EnrolmentProof,
  type Passkey,
  type PasskeyFailure,
  type SupervisionFailure,
  type UnitKeys,
} from "./passkeys.ts";
export {
  type DataField,
  fieldWords,
  groundWords,
  type Purpose,
  purposeWords,
} from "./purposes.ts";
export { type LoggedReading, type Reading, type ReadingTx, readForHouse, readLogged, readOwn } from "./reading.ts";
export type { Colleague } from "./rows.ts";
export { beginRequest, continueAs } from "./scope-of.ts";
export type { Helper, Organisation, Place, Post, Session, Ward } from "./session.ts";
export type { AccessSettings } from "./settings.ts";
export type { SignInPurpose } from "./sign-in.ts";
