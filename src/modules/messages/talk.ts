import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Reading } from "../access/index.ts";
import { type Acted, leaveWord } from "./leave.ts";
import * as rows from "./talk-rows.ts";

export type Side = "citizen" | "officer";
export type TalkFailure = "empty" | "too-long" | "too-often" | "closed";
export const WORD_LONGEST = 2_000;
/** What one side may write beside one dossier within an hour. */
const WORDS_AN_HOUR = { citizen: 10, officer: 30 } as const;
const HOUR_MS = 3_600_000;

export type TalkDossier = Omit<Acted, "acts"> & { readonly closed: boolean };
type By = { readonly account: string; readonly name: string };

/**
 * What citizen and office write to each other beside a dossier. A word is never an act: it moves no status and stops no
 * clock. What the law lets stop a clock is asked for by an act (a supplement), which leaves a notice of its own.
 */
export function createTalk(deps: { readonly db: Database; readonly clock: Clock }) {
  const { db, clock } = deps;
  return {
    /** The words of a dossier, oldest first, read by one side: what the other wrote counts as read from now on. */
    async read(
      reading: Reading,
      dossier: Pick<TalkDossier, "officeProvince" | "dossierId">,
      side: Side,
      by: By,
    ): Promise<readonly rows.Word[]> {
      const { officeProvince, dossierId } = dossier;
      await rows.markWordsRead(reading, officeProvince, dossierId, side, by, clock.now());
      return rows.wordsOf(reading, officeProvince, dossierId);
    },

    /** Writes a word. The office's also stands in the citizen's inbox. */
    write(dossier: TalkDossier, side: Side, words: string, by: By): Promise<Result<true, TalkFailure>> {
      const body = words.replace(/\r\n/g, "\n").trim();
      return db.inTransaction(async (tx) => {
        if (body === "") return fail("empty");
        if (body.length > WORD_LONGEST) return fail("too-long");
        if (dossier.closed) return fail("closed");
        const { officeProvince, dossierId } = dossier;
        const at = clock.now();
        await rows.holdTalk(tx, dossierId);
        const lately = await rows.countWords(tx, officeProvince, dossierId, side, at - HOUR_MS);
        if (lately >= WORDS_AN_HOUR[side]) return fail("too-often");
        const id = newId();
        await rows.insertWord(tx, { officeProvince, dossierId, id, at, side, by, unit: dossier.state.unit, body });
        if (side === "officer") await leaveWord(tx, dossier, { id, at, by: by.name });
        return ok(true as const);
      });
    },

    /** Of these dossiers, by id, those where one side wrote something that nobody of the other has read. */
    unread: rows.unreadDossiers,

    /** A unit's open dossiers with unread words of the citizen: codes only. */
    unreadOfUnit: rows.unreadOfUnit,
  };
}
export type { Word } from "./talk-rows.ts";
