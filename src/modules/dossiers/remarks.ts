import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Reading } from "../access/index.ts";

/** What an officer wrote down for the colleagues of the office beside a dossier. */
export type Remark = { readonly id: string; readonly at: Instant; readonly by: string; readonly body: string };
export const REMARK_LONGEST = 2_000;
type Place = { readonly officeProvince: string; readonly id: string };

/**
 * Internal remarks. Never an act: they move no status and no clock, and make no open form of a colleague stale. Each office sees
 * its own; citizens see none, which is why what a decision rests on belongs into its reason.
 */
export function createRemarks({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    /** Those of the reading officer's unit, oldest first. */
    of: (reading: Reading, dossier: Place, unit: string): Promise<readonly Remark[]> =>
      reading.query<Remark>(
        "remarks-of-dossier",
        `select id, at, by_name as by, body from dossier_remarks
         where office_province = $1 and dossier_id = $2 and unit_id = $3 order by id`,
        [dossier.officeProvince, dossier.id, unit],
      ),

    async write(
      dossier: Place,
      by: { readonly account: string; readonly name: string; readonly unit: string },
      words: string,
    ): Promise<Result<true, "empty" | "too-long">> {
      const body = words.replace(/\r\n/g, "\n").trim();
      if (body === "") return fail("empty");
      if (body.length > REMARK_LONGEST) return fail("too-long");
      await db.inTransaction((tx) =>
        tx.query(
          "remark-insert",
          `insert into dossier_remarks (office_province, dossier_id, id, at, unit_id, by_account, by_name, body)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            dossier.officeProvince,
            dossier.id,
            newId(),
            new Date(clock.now()).toISOString(),
            by.unit,
            by.account,
            by.name,
            body,
          ],
        ),
      );
      return ok(true);
    },
  };
}
