/** The only door of access: sign-in, sessions, posts, machine keys, parked answers, and the log of looks. */
export type { ApiAccount, ApiToken } from "./api-tokens.ts";
export { actorOf, type Caller } from "./caller.ts";
export { clearedSessionCookie, readSessionCookie, readSignInCookie, sessionCookie, signInCookie } from "./cookies.ts";
export { type Access, createAccess } from "./create-access.ts";
export { checkCsrf, csrfToken } from "./csrf.ts";
export { type ParkFailure, type SignInFailure, signInFailureText } from "./failures.ts";
export { localPath } from "./local-path.ts";
export { lookEntries } from "./look-entries.ts";
export { type Look, type LookTaken, listAccess, logAccess } from "./looks.ts";
export type { Colleague } from "./rows.ts";
export { scopeOf } from "./scope-of.ts";
export type { Organisation, Post, Session } from "./session.ts";
export type { AccessSettings } from "./settings.ts";
