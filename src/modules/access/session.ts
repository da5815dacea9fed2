import type { OfficeRole } from "../../engine/permission/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";

export type Organisation = { readonly code: string; readonly name: string };

/** An officer's place: in which unit, in which roles. */
export type Post = {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly OfficeRole[];
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
  /** Always there for officers, never for others. */
  readonly post: Post | null;
  readonly csrfSecret: string;
  readonly expiresAt: Instant;
  readonly endsAt: Instant;
};
