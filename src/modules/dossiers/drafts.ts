import { type Edition, editionOn, getEdition, type Procedure } from "../../engine/definition/index.ts";
import type { Answers } from "../../engine/form/index.ts";
import type { PaperSent } from "../../engine/state/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { gather } from "../../platform/database/gather.ts";
import { newId } from "../../platform/ids.ts";

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

const COLUMNS = `account_id as account, id, procedure_key as "procedureKey", edition_id as "editionId",
  organisation_code as organisation, ward_number as ward, answers, papers, pending, version, submitted_code as "submittedCode", updated_at as "updatedAt"`;

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(deps: {
  readonly db: Database;
  readonly clock: Clock;
  findProcedure(key: string): Procedure | null;
}) {
  const { db, clock } = deps;

  /** A draft begun under an edition that has ended goes on under the one in force; answers with the same keys stay. */
  const revive = (row: DraftRow): Draft | null => {
    const { procedureKey, editionId, ...rest } = row;
    const procedure = deps.findProcedure(procedureKey);
    if (!procedure) return null;
    const edition = rest.submittedCode
      ? getEdition(procedure, editionId)
      : editionOn(procedure, dayOfInstant(clock.now()));
    return edition ? { ...rest, procedure, edition } : null;
  };

  /** Drafts asked for at the same time are read together. */
  const findRow = gather(async (wanted: readonly { readonly account: string; readonly id: string }[]) => {
    const found = await db.query<DraftRow>(
      "find-drafts",
      `select ${COLUMNS} from drafts where account_id = any($1::uuid[]) and id = any($2::uuid[])`,
      [wanted.map(({ account }) => account), wanted.map(({ id }) => id)],
    );
    const byName = new Map(found.map((row) => [`${row.account} ${row.id}`, row]));
    return wanted.map(({ account, id }) => byName.get(`${account} ${id}`) ?? null);
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
      const [row] = await db.query<DraftRow>(
        "begin-draft",
        `insert into drafts (account_id, id, procedure_key, edition_id, organisation_code, ward_number, answers)
         values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
        [account, newId(), procedure.key, edition.id, whom.organisation, whom.ward, JSON.stringify(answers)],
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
      const rows = await db.query<DraftRow>(
        "open-drafts",
        `select ${COLUMNS} from drafts where account_id = $1 and submitted_code is null order by updated_at desc limit 50`,
        [account],
      );
      return rows.map(revive).filter((draft) => draft !== null);
    },

    /** Merges answers into the draft; a key with `undefined` is taken out. A submitted draft is left as it is. */
    async answer(draft: Draft, answers: { readonly [key: string]: Answers[string] | undefined }): Promise<Draft> {
      const gone = Object.keys(answers).filter((key) => answers[key] === undefined);
      const [row] = await db.query<DraftRow>(
        "answer-draft",
        `update drafts set answers = (answers || $3::jsonb) - $4::text[], version = version + 1, edition_id = $5, updated_at = now()
         where account_id = $1 and id = $2 and submitted_code is null returning ${COLUMNS}`,
        [draft.account, draft.id, JSON.stringify(answers), gone, draft.edition.id],
      );
      return (row && revive(row)) ?? draft;
    },

    /** Keeps the rows of a sheet until the sender says what becomes of them; null forgets them. */
    async setPending(draft: Draft, pending: Json | null): Promise<void> {
      await db.query(
        "set-draft-pending",
        "update drafts set pending = $3, updated_at = now() where account_id = $1 and id = $2 and submitted_code is null",
        [draft.account, draft.id, pending === null ? null : JSON.stringify(pending)],
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

    async remove(draft: Draft): Promise<void> {
      await db.query(
        "remove-draft",
        "delete from drafts where account_id = $1 and id = $2 and submitted_code is null",
        [draft.account, draft.id],
      );
    },
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
