import type { Instant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import * as rows from "./own-sessions-rows.ts";
import type { Place, Session } from "./session.ts";
import { hashOf } from "./sessions.ts";
import type { AccessSettings } from "./settings.ts";

/** One of a person's sessions, as they know it again. */
export type OwnSession = {
  readonly id: string;
  readonly device: string | null;
  readonly place: Place;
  readonly signedInAt: Instant;
  /** Unused, it ends then. */
  readonly endsAt: Instant;
  readonly current: boolean;
};

/** What somebody may do about sessions of theirs on other devices (OWASP ASVS 5.0, 7.5.2). */
export function createOwnSessions(deps: { db: Database; clock: Clock; settings: AccessSettings }) {
  const { db, clock, settings } = deps;

  /** Whether the person proved themselves so recently that others cannot sit there in their stead. */
  const provenLately = (session: Session): boolean =>
    Math.max(session.authenticatedAt ?? 0, session.secondFactorAt ?? 0) >
    clock.now() - settings.confirmMinutes * 60_000;

  return {
    provenLately,

    /** The running sessions of whoever asks, the newest first. */
    async ownSessions(session: Session): Promise<readonly OwnSession[]> {
      const found = await rows.sessionsOf(db, session.account, clock.now());
      return found.map((row) => {
        const id = row.token_hash.toString("hex");
        const { device, place, created_at: signedInAt, expires_at: endsAt } = row;
        return { id, device, place, signedInAt, endsAt, current: id === session.id };
      });
    },

    /** Ends one other session of the same account, or all others; null where the person has first to prove themselves. */
    async endOwnSessions(session: Session, which: string | "others"): Promise<number | null> {
      if (!provenLately(session)) return null;
      if (which === "others") return rows.endSessionsOf(db, session.account, { except: hashOf(session) }, clock.now());
      if (!/^[0-9a-f]{64}$/.test(which) || which === session.id) return 0;
      return rows.endSessionsOf(db, session.account, { only: Buffer.from(which, "hex") }, clock.now());
    },
  };
}

/** What the operator may do about accounts: end what runs, and let nobody in under them or let them in again. */
export async function commandAccounts(
  db: Database,
  subject: string,
  order: "show" | "end-sessions" | "disable" | "enable",
  at: Instant,
): Promise<
  readonly { readonly name: string; readonly kind: string; readonly disabled: boolean; readonly ended: number }[]
> {
  return db.inTransaction(async (tx) => {
    const told = [];
    for (const { id, name, kind, disabledAt } of await rows.accountsOfSubject(tx, subject)) {
      if (order === "disable" || order === "enable") await rows.setDisabled(tx, id, order === "disable" ? at : null);
      const ends = order === "disable" || order === "end-sessions";
      const ended = ends ? await rows.endSessionsOf(tx, id, { except: null }, at) : 0;
      const disabled = order === "disable" || (order !== "enable" && disabledAt !== null);
      told.push({ name, kind, disabled, ended });
    }
    return told;
  });
}
