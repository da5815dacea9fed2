import { type Edition, editionOn, getEdition, type Procedure } from "../../engine/definition/index.ts";
import type { Answers } from "../../engine/form/index.ts";
import type { PaperSent } from "../../engine/state/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { gather } from "../../platform/database/gather.ts";
import { newId } from "../../platform/ids.ts";
import type { ColumnSealer } from "../../platform/sealed-columns.ts";
import * as rows from "./draft-rows.ts";

/** What somebody has begun and not yet sent. Saved at every step, resumed on any device; nobody else sees it. */
export type Draft = {
  readonly account: string;
  readonly id: string;
  readonly procedure: Procedure;
  readonly edition: Edition;
  /** The organisation for which it is written; null for the person's own. */
  readonly organisation: string | null;
  /** The person number of the minor or ward for whom it is written; null for nobody such. */
  readonly ward: string | null;
  readonly answers: Answers;
  readonly papers: readonly PaperSent[];
  /** Rows of a sheet that wait for the sender's word. */
  readonly pending: Json | null;
  readonly version: number;
  readonly submittedCode: string | null;
  readonly updatedAt: number;
};
export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: ColumnSealer;
  findProcedure(key: string): Procedure | null;
}) {
  const { db, clock, sealer } = deps;

  const placeOf = (column: "answers" | "pending", { account, id }: rows.DraftPlace) => ({
    column: `drafts.${column}`,
    row: `${account} ${id}`,
  });
  /** A JSON string for a `jsonb` column: what it says is sealed. */
  const seal = (column: "answers" | "pending", place: rows.DraftPlace, value: Json): string =>
    JSON.stringify(sealer.seal(placeOf(column, place), JSON.stringify(value)));
  const unsealed = (row: rows.StoredDraft) => {
    const { answers, pending } = row;
    return {
      ...row,
      answers: (typeof answers === "string"
        ? JSON.parse(sealer.open(placeOf("answers", row), answers))
        : answers) as Answers,
      pending: (typeof pending === "string"
        ? JSON.parse(sealer.open(placeOf("pending", row), pending))
        : pending) as Json | null,
    };
  };

  /** A draft begun under an edition that has ended goes on under the one in force; answers with the same keys stay. */
  const revive = (row: rows.StoredDraft): Draft | null => {
    const { procedureKey, editionId, ...rest } = unsealed(row);
    const procedure = deps.findProcedure(procedureKey);
    if (!procedure) return null;
    const edition = rest.submittedCode
      ? getEdition(procedure, editionId)
      : editionOn(procedure, dayOfInstant(clock.now()));
    return edition ? { ...rest, procedure, edition } : null;
  };

  /** Drafts asked for at the same time are read together. */
  const findRow = gather(async (wanted: readonly rows.DraftPlace[]) => {
    const found = await rows.findDrafts(db, wanted);
    const byName = new Map(found.map((row) => [`${row.account} ${row.id}`, row]));
    return wanted.map(({ account, id }) => byName.get(`${account} ${id}`) ?? null);
  });

  const resealOne = (place: rows.DraftPlace): Promise<number> =>
    db.inTransaction(async (tx) => {
      const held = await rows.lockDraft(tx, place);
      if (!held) return 0;
      const { answers, pending } = unsealed(held);
      await rows.updateSealed(
        tx,
        place,
        seal("answers", place, answers as Json),
        pending === null ? null : seal("pending", place, pending),
      );
      return 1;
    });

  return {
    /** Begins a draft of the edition in force today, with the first answers given; null when none is in force. */
    async begin(
      account: string,
      procedure: Procedure,
      whom: { readonly organisation: string | null; readonly ward: string | null },
      answers: Answers,
    ): Promise<Draft | null> {
      const edition = editionOn(procedure, dayOfInstant(clock.now()));
      if (!edition) return null;
      const place = { account, id: newId() };
      const row = await rows.insertDraft(db, {
        ...place,
        ...whom,
        procedureKey: procedure.key,
        editionId: edition.id,
        answers: seal("answers", place, answers),
      });
      return row && revive(row);
    },

    async find(account: string, id: string): Promise<Draft | null> {
      if (!UUID.test(id)) return null;
      const row = await findRow({ account, id });
      return row ? revive(row) : null;
    },

    /** The drafts somebody may go on with, newest first. */
    async open(account: string): Promise<readonly Draft[]> {
      return (await rows.openDrafts(db, account)).map(revive).filter((draft) => draft !== null);
    },

    /** Merges answers into the draft; a key with `undefined` is taken out. A submitted draft is left as it is. */
    async answer(draft: Draft, answers: { readonly [key: string]: Answers[string] | undefined }): Promise<Draft> {
      return db.inTransaction(async (tx) => {
        const held = await rows.lockDraft(tx, draft);
        if (!held || held.submittedCode !== null) return draft;
        const merged = Object.entries({ ...unsealed(held).answers, ...answers }).filter(
          ([, given]) => given !== undefined,
        );
        const sealed = seal("answers", draft, Object.fromEntries(merged) as Answers);
        const row = await rows.updateAnswers(tx, draft, sealed, draft.edition.id);
        return (row && revive(row)) ?? draft;
      });
    },

    /** Keeps the rows of a sheet until the sender says what becomes of them; null forgets them. */
    async setPending(draft: Draft, pending: Json | null): Promise<void> {
      await rows.updatePending(db, draft, pending === null ? null : seal("pending", draft, pending));
    },

    async setPapers(draft: Draft, papers: readonly PaperSent[]): Promise<void> {
      await rows.updatePapers(db, draft, papers);
    },

    async submitted(sql: Sql, draft: Draft, code: string): Promise<void> {
      await rows.markSubmitted(sql, draft, code);
    },

    /** Seals anew under the current key what lies plain or under an earlier one, a page at a time. Answers how many drafts. */
    async reseal(): Promise<number> {
      let count = 0;
      for (let after: rows.DraftPlace = FIRST; ; ) {
        const page = await rows.draftsToReseal(db, after, sealer.prefix());
        for (const place of page) count += await resealOne(place);
        const last = page.at(-1);
        if (!last) return count;
        after = last;
      }
    },

    async remove(draft: Draft): Promise<void> {
      await rows.deleteUnsent(db, draft);
    },
  };
}

const FIRST: rows.DraftPlace = {
  account: "00000000-0000-0000-0000-000000000000",
  id: "00000000-0000-0000-0000-000000000000",
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
