import type { OfficeRole } from "../../engine/permission/index.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";

export type Organisation = { readonly code: string; readonly name: string };

/** An officer's place: in which unit, in which roles. */
export type Post = {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly OfficeRole[];
  /** Where the officer stands in for the post's holder: who delegated it, and the last day. */
  readonly delegation: { readonly by: string; readonly until: PlainDate } | null;
  readonly unit: {
    readonly id: string;
    readonly agencyCode: string;
    readonly name: string;
    readonly shortName: string | null;
    readonly level: "ministry" | "province" | "commune";
    readonly provinceCode: string;
    readonly communeCode: string | null;
  };
};

/** A person who cannot act alone, and on what ground the session's person acts for them today. */
export type Ward = {
  readonly number: string;
  readonly name: string;
  readonly ground: "parent" | "guardian" | "legal-representative" | "authorised";
  /** What proves it: the population register, or the mandate by its id. */
  readonly evidence: "register" | string;
};

/** Whoever sits beside the citizen and helps; never the filer. */
export type Helper = {
  readonly account: string;
  readonly name: string;
  readonly number: string | null;
  readonly unit: { readonly id: string; readonly name: string; readonly post: string } | null;
};

/** Where a session runs: on a device of their own, at a kiosk, or with a helper at the helper's device. */
export type Place = "own" | "kiosk" | "assisted";

/** One signed-in browser, as it stands at this moment. */
export type Session = {
  /** The token's SHA-256 in hexadecimal: names the session without opening it. */
  readonly id: string;
  readonly account: string;
  readonly kind: "citizen" | "organisation" | "officer";
  readonly name: string;
  readonly number: string | null;
  /** Level of identity proven at this sign-in. */
  readonly assurance: number;
  /** The organisation whose account it is, or for which a representative acts now; null for a person of their own. */
  readonly organisation: Organisation | null;
  /** The minor or ward for whom a citizen acts now. */
  readonly ward: Ward | null;
  readonly place: Place;
  readonly helper: Helper | null;
  /** When the person proved themselves to the provider; null where it does not say. */
  readonly authenticatedAt: Instant | null;
  /** When an officer last used a passkey in this session; null where they have not. */
  readonly secondFactorAt: Instant | null;
  /** Always there for officers, never for others. */
  readonly post: Post | null;
  readonly csrfSecret: string;
  readonly expiresAt: Instant;
  readonly endsAt: Instant;
};
