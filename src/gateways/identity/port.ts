import type { PersonNumber } from "../../kernel/person-number.ts";
import type { PartialDate } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";
import type { Language } from "../../kernel/text.ts";
import type { IdentityFailure } from "./failures.ts";
import type { LogoutOrder } from "./logout-token.ts";

/** Which door a person comes through: `citizen` for people and organisations, `officer` for the staff of the police. */
export type Realm = "citizen" | "officer";

type Proven = { readonly issuer: string; readonly subject: string; readonly name: string; readonly assurance: number };

export type CitizenIdentity = Proven & {
  readonly kind: "citizen";
  readonly personNumber: PersonNumber;
  /** As much of the day of birth as the provider knows. */
  readonly birthDate: PartialDate | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** An organisation's own account; `name` and `personNumber` are those of the person who acts, where the provider says so. */
export type OrganisationIdentity = Proven & {
  readonly kind: "organisation";
  readonly personNumber: PersonNumber | null;
  readonly organisation: { readonly code: string; readonly name: string };
  readonly phone: string | null;
  readonly email: string | null;
};

export type OfficerIdentity = Proven & { readonly kind: "officer"; readonly personNumber: PersonNumber | null };

/** Somebody whom the provider vouches for. */
export type ProvenIdentity = CitizenIdentity | OrganisationIdentity | OfficerIdentity;

/** What has to be remembered between the way out to the provider and the way back. */
export type Pending = { readonly state: string; readonly nonce: string; readonly codeVerifier: string };

/** What a sign-in is for, beyond knowing who it is. */
export type SignInWish = {
  readonly language: Language;
  /** The level that must be reached: the provider is asked for it, and to ask the person anew. */
  readonly assurance?: number;
  /** The person must prove themselves now, not by a session the provider remembers. */
  readonly fresh?: boolean;
};

/** A way back that held: who it is, and what to keep of it. */
export type Completed = {
  readonly identity: ProvenIdentity;
  /** Kept for sign-out. */
  readonly idToken: string;
  /** The provider's name for its own session, by which it may end ours later. */
  readonly providerSession: string | null;
  /** How long ago, in seconds, the person proved themselves to the provider; null where it does not say. */
  readonly provenSecondsAgo: number | null;
};

export type IdentityProvider = {
  /** The address to send a person to, and what to keep until they are back. */
  begin(realm: Realm, wish: SignInWish): Promise<Result<{ url: string; pending: Pending }, IdentityFailure>>;
  /** Reads the way back: redeems the code, checks every signature and claim, says who it is. */
  complete(realm: Realm, callback: URLSearchParams, pending: Pending): Promise<Result<Completed, IdentityFailure>>;
  /** Where to send a person so that the provider ends its own session too; null when it offers no such address or is away. */
  signOutUrl(realm: Realm, idToken: string | null): Promise<string | null>;
  /** Reads a provider's order to end sessions; whether it was obeyed before is for the caller to know. */
  readLogout(token: string): Promise<Result<LogoutOrder, IdentityFailure>>;
};
