import type { IdentityProvider } from "../../gateways/identity/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import type { ColumnSealer } from "../../platform/sealed-columns.ts";
import { createApiTokens } from "./api-tokens.ts";
import { createDelegations } from "./delegations.ts";
import { createMandates } from "./mandates.ts";
import { createOwnSessions } from "./own-sessions.ts";
import { createParking } from "./parked.ts";
import { createPasskeys } from "./passkeys.ts";
import { createPosts } from "./posts.ts";
import * as rows from "./rows.ts";
import { createSessions } from "./sessions.ts";
import { type AccessSettings, USUAL } from "./settings.ts";
import { createSignIn } from "./sign-in.ts";
import { siteOf } from "./webauthn.ts";

/** Everything about who is let in. `settings` names only what differs from the usual. */
export function createAccess(deps: {
  db: Database;
  clock: Clock;
  identity: IdentityProvider;
  /** What sessions keep of the provider, and answers that wait, lie sealed. */
  sealer: ColumnSealer;
  settings?: Partial<AccessSettings>;
  /** The address people type: passkeys are bound to it. */
  publicUrl?: string;
}) {
  const { db, clock, identity, sealer } = deps;
  const settings = { ...USUAL, ...deps.settings };
  return {
    ...createSignIn({ db, clock, identity, sealer, settings }),
    ...createSessions({ db, clock, identity, sealer, settings }),
    ...createOwnSessions({ db, clock, settings }),
    ...createPosts({ db, clock }),
    ...createDelegations({ db, clock }),
    ...createMandates({ db, clock }),
    ...createPasskeys({ db, clock, settings, site: siteOf(deps.publicUrl ?? "http://localhost") }),
    ...createParking({ db, clock, sealer, settings }),
    ...createApiTokens({ db, clock }),

    /** Removes sign-ins never finished, sessions ended a day ago, and answers nobody came back for. Run it as a job. */
    async sweep(): Promise<{ signIns: number; sessions: number; parked: number }> {
      const now = clock.now();
      const parked = now - settings.parkedHours * 3_600_000;
      return rows.sweep(db, { signIns: now - settings.signInMinutes * 60_000, sessions: parked, parked });
    },
  };
}
export type Access = ReturnType<typeof createAccess>;
