/** The only door of access: sign-in, sessions, posts, acting for others, passkeys, machine keys, parked answers, and the log of looks. */
export type { ApiAccount, ApiToken } from "./api-tokens.ts";
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
export { makeOperatorCode } from "./enrolment-codes.ts";
export { type LogoutFailure, type ParkFailure, type SignInFailure, signInFailureText } from "./failures.ts";
export { localPath } from "./local-path.ts";
export { type Look, type LookTaken, listAccess, logAccess } from "./looks.ts";
export type { Mandate, MandateFailure, MandateWish } from "./mandates.ts";
export {
  type ConfirmFailure,
  digestOfActs,
  type EnrolmentProof,
  type Passkey,
  type PasskeyFailure,
  type SupervisionFailure,
  type UnitKeys,
} from "./passkeys.ts";
export type { Colleague } from "./rows.ts";
export type { Helper, Organisation, Place, Post, Session, Ward } from "./session.ts";
export type { AccessSettings } from "./settings.ts";
export type { SignInPurpose } from "./sign-in.ts";
