import type { Json } from "../../kernel/canonical-json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId, sha256 } from "../../platform/ids.ts";
import type { ColumnSealer } from "../../platform/sealed-columns.ts";
import { isSecret } from "./cookies.ts";
import { checkCsrf } from "./csrf.ts";
import type { ParkFailure } from "./failures.ts";
import { localPath } from "./local-path.ts";
import * as rows from "./parked-rows.ts";
import type { Session } from "./session.ts";
import type { AccessSettings } from "./settings.ts";

/** More than this many forms nobody fills in at once. */
const PARKED_MOST = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Keeps what was posted after a session had ended, until its owner is back. */
export function createParking(deps: { db: Database; clock: Clock; sealer: ColumnSealer; settings: AccessSettings }) {
  const { db, clock, sealer, settings } = deps;
  const placeOf = (id: string) => ({ column: "parked_answers.answers", row: id.toLowerCase() });
  return {
    /**
     * Keeps the answers for the account whose session it was. The ended session's own token and form token prove whose
     * they are, so that strangers cannot fill the table nor slip answers to others.
     * @returns the id under which they wait for `parkedHours`.
     */
    async park(posted: {
      token: string | null;
      csrf: unknown;
      path: string;
      answers: Json;
    }): Promise<Result<string, ParkFailure>> {
      const path = localPath(posted.path);
      if (!path || !posted.token || !isSecret(posted.token)) return fail({ tag: "no-session" });
      if (Buffer.byteLength(JSON.stringify(posted.answers)) > settings.parkedBytesMax) {
        return fail({ tag: "too-large", bytesMax: settings.parkedBytesMax });
      }
      const now = clock.now();
      const owner = await rows.findOwner(db, sha256(posted.token), now - settings.parkedHours * 3_600_000);
      if (!owner) return fail({ tag: "no-session" });
      if (!checkCsrf({ csrfSecret: owner.csrf_secret }, posted.csrf)) return fail({ tag: "forged" });
      const id = newId();
      const answers = sealer.seal(placeOf(id), JSON.stringify(posted.answers));
      const row = { id, account: owner.account_id, path, answers, at: now };
      await db.inTransaction((tx) => rows.insertParked(tx, row, PARKED_MOST));
      return ok(row.id);
    },

    /** The answers that wait under an id, for their owner only. They stay until forgotten or swept: pages are reloaded. */
    async unpark(id: string, session: Session): Promise<{ readonly path: string; readonly answers: Json } | null> {
      const row = UUID.test(id) ? await rows.findParked(db, id, session.account) : null;
      if (!row) return null;
      // Answers parked before columns were sealed are still plain.
      const answers: Json =
        typeof row.answers === "string" ? JSON.parse(sealer.open(placeOf(id), row.answers)) : row.answers;
      return { path: row.path, answers };
    },

    /** Drops parked answers once they have been sent for good. */
    async forgetParked(id: string, session: Session): Promise<void> {
      if (UUID.test(id)) await rows.deleteParked(db, id, session.account);
    },
  };
}
