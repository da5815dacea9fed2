import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { insertRemark, type NewRemark, remarksOf } from "./remark-rows.ts";

export const REMARK_LONGEST = 2_000;

/**
 * Internal remarks. Never an act: they move no status and no clock, and make no open form of a colleague stale. Each office sees
 * its own; citizens see none, which is why what a decision rests on belongs into its reason.
 */
export function createRemarks({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    of: remarksOf,

    async write(
      dossier: { readonly officeProvince: string; readonly id: string },
      by: Pick<NewRemark, "account" | "name" | "unit">,
      words: string,
    ): Promise<Result<true, "empty" | "too-long">> {
      const body = words.replace(/\r\n/g, "\n").trim();
      if (body === "") return fail("empty");
      if (body.length > REMARK_LONGEST) return fail("too-long");
      const { officeProvince, id: dossierId } = dossier;
      await db.inTransaction((tx) =>
        insertRemark(tx, { officeProvince, dossierId, id: newId(), at: clock.now(), ...by, body }),
      );
      return ok(true);
    },
  };
}
