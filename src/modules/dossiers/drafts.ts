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
type DraftRow = Omit<Draft, "procedure" | "edition"> & { readonly procedureKey: string; readonly editionId: string };
/** As it lies in the table: answers and waiting rows as sealed text, or plain from before they were sealed. */
type Stored = Omit<DraftRow, "answers" | "pending"> & {
  readonly answers: string | Answers;
  readonly pending: Json | null;
};
type Place = Pick<Draft, "account" | "id">;

const COLUMNS = `account_id as account, id, procedure_key as "procedureKey", edition_id as "editionId",
  organisation_code as organisation, ward_number as ward, answers, papers, pending, version, submitted_code as "submittedCode", updated_at as "updatedAt"`;

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: ColumnSealer;
  findProcedure(key: string): Procedure | null;
}) {
  const { db, clock, sealer } = deps;

  const placeOf = (column: "answers" | "pending", { account, id }: Place) => ({
    column: `drafts.${column}`,
    row: `${account} ${id}`,
  });
  /** A JSON string for a `jsonb` column: what it says is sealed. */
  const seal = (column: "answers" | "pending", place: Place, value: Json): string =>
    JSON.stringify(sealer.seal(placeOf(column, place), JSON.stringify(value)));
  const unsealed = (row: Stored): DraftRow => {
    const { answers, pending } = row;
    return {
      ...row,
      answers: typeof answers === "string" ? JSON.parse(sealer.open(placeOf("answers", row), answers)) : answers,
      pending: typeof pending === "string" ? JSON.parse(sealer.open(placeOf("pending", row), pending)) : pending,
    };
  };

  /** A draft begun under an edition that has ended goes on under the one in force; answers with the same keys stay. */
  const revive = (row: Stored): Draft | null => {
    const { procedureKey, editionId, ...rest } = unsealed(row);
    const procedure = deps.findProcedure(procedureKey);
    if (!procedure) return null;
    const edition = rest.submittedCode
      ? getEdition(procedure, editionId)
      : editionOn(procedure, dayOfInstant(clock.now()));
    return edition ? { ...rest, procedure, edition } : null;
  };

  /** Drafts asked for at the same time are read together. */
  const findRow = gather(async (wanted: readonly { readonly account: string; readonly id: string }[]) => {
    const found = await db.query<Stored>(
      "find-drafts",
      `select ${COLUMNS} from drafts where account_id = any($1::uuid[]) and id = any($2::uuid[])`,
      [wanted.map(({ account }) => account), wanted.map(({ id }) => id)],
    );
    const byName = new Map(found.map((row) => [`${row.account} ${row.id}`, row]));
    return wanted.map(({ account, id }) => byName.get(`${account} ${id}`) ?? null);
  });

  const resealOne = (place: Place): Promise<number> =>
    db.inTransaction(async (tx) => {
      const [held] = await tx.query<Stored>(
        "draft-to-reseal",
        `select ${COLUMNS} from drafts where account_id = $1 and id = $2 for update`,
        [place.account, place.id],
      );
      if (!held) return 0;
      const { answers, pending } = unsealed(held);
      await tx.query("reseal-draft", "update drafts set answers = $3, pending = $4 where account_id = $1 and id = $2", [
        place.account,
        place.id,
        seal("answers", place, answers as Json),
        pending === null ? null : seal("pending", place, pending),
      ]);
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
      const id = newId();
      const [row] = await db.query<Stored>(
        "begin-draft",
        `insert into drafts (account_id, id, procedure_key, edition_id, organisation_code, ward_number, answers)
         values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
        [
          account,
          id,
          procedure.key,
          edition.id,
          whom.organisation,
          whom.ward,
          seal("answers", { account, id }, answers),
        ],
      );
      return row ? revive(row) : null;
    },

    async find(account: string, id: string): Promise<Draft | null> {
      if (!UUID.test(id)) return null;
      const row = await findRow({ account, id });
      return row ? revive(row) : null;
    },

    /** The drafts somebody may go on with, newest first. */
    async open(account: string): Promise<readonly Draft[]> {
      const rows = await db.query<Stored>(
        "open-drafts",
        `select ${COLUMNS} from drafts where account_id = $1 and submitted_code is null order by updated_at desc limit 50`,
        [account],
      );
      return rows.map(revive).filter((draft) => draft !== null);
    },

    /** Merges answers into the draft; a key with `undefined` is taken out. A submitted draft is left as it is. */
    async answer(draft: Draft, answers: { readonly [key: string]: Answers[string] | undefined }): Promise<Draft> {
      return db.inTransaction(async (tx) => {
        const [held] = await tx.query<Stored>(
          "draft-to-answer",
          `select ${COLUMNS} from drafts where account_id = $1 and id = $2 and submitted_code is null for update`,
          [draft.account, draft.id],
        );
        if (!held) return draft;
        const merged = Object.entries({ ...unsealed(held).answers, ...answers }).filter(
          ([, given]) => given !== undefined,
        );
        const [row] = await tx.query<Stored>(
          "answer-draft",
          `update drafts set answers = $3, version = version + 1, edition_id = $4, updated_at = now()
           where account_id = $1 and id = $2 returning ${COLUMNS}`,
          [draft.account, draft.id, seal("answers", draft, Object.fromEntries(merged) as Answers), draft.edition.id],
        );
        return (row && revive(row)) ?? draft;
      });
    },

    /** Keeps the rows of a sheet until the sender says what becomes of them; null forgets them. */
    async setPending(draft: Draft, pending: Json | null): Promise<void> {
      await db.query(
        "set-draft-pending",
        "update drafts set pending = $3, updated_at = now() where account_id = $1 and id = $2 and submitted_code is null",
        [draft.account, draft.id, pending === null ? null : seal("pending", draft, pending)],
      );
    },

    async setPapers(draft: Draft, papers: readonly PaperSent[]): Promise<void> {
      await db.query(
        "set-draft-papers",
        "update drafts set papers = $3, version = version + 1, updated_at = now() where account_id = $1 and id = $2 and submitted_code is null",
        [draft.account, draft.id, JSON.stringify(papers)],
      );
    },

    async submitted(sql: Sql, draft: Draft, code: string): Promise<void> {
      await sql.query(
        "submit-draft",
        "update drafts set submitted_code = $3, updated_at = now() where account_id = $1 and id = $2",
        [draft.account, draft.id, code],
      );
    },

    /** Seals anew under the current key what lies plain or under an earlier one, a page at a time. Answers how many drafts. */
    async reseal(): Promise<number> {
      let count = 0;
      for (let after: Place = FIRST; ; ) {
        const page = await db.query<Place>(
          "drafts-to-reseal",
          `select account_id as account, id from drafts
           where (account_id, id) > ($1::uuid, $2::uuid)
             and not (starts_with(answers #>> '{}', $3) and (pending is null or starts_with(pending #>> '{}', $3)))
           order by account_id, id limit 500`,
          [after.account, after.id, sealer.prefix()],
        );
        for (const place of page) count += await resealOne(place);
        const last = page.at(-1);
        if (!last) return count;
        after = last;
      }
    },

    async remove(draft: Draft): Promise<void> {
      await db.query(
        "remove-draft",
        "delete from drafts where account_id = $1 and id = $2 and submitted_code is null",
        [draft.account, draft.id],
      );
    },
  };
}

const FIRST: Place = {
  account: "00000000-0000-0000-0000-000000000000",
  id: "00000000-0000-0000-0000-000000000000",
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
