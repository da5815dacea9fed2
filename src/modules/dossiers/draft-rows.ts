import type { Answers } from "../../engine/form/index.ts";
import type { PaperSent } from "../../engine/state/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The table of drafts. Answers and waiting rows lie in it sealed, or plain from before they were. */

export type DraftPlace = { readonly account: string; readonly id: string };
export type StoredDraft = DraftPlace & {
  readonly procedureKey: string;
  readonly editionId: string;
  readonly organisation: string | null;
  readonly ward: string | null;
  readonly answers: string | Answers;
  readonly papers: readonly PaperSent[];
  readonly pending: Json | null;
  readonly version: number;
  readonly submittedCode: string | null;
  readonly updatedAt: number;
};

const COLUMNS = `account_id as account, id, procedure_key as "procedureKey", edition_id as "editionId",
  organisation_code as organisation, ward_number as ward, answers, papers, pending, version, submitted_code as "submittedCode", updated_at as "updatedAt"`;
const OPEN_MOST = 50;
const RESEALED_AT_ONCE = 500;

/** Those of these places that exist, in no order. */
export const findDrafts = (sql: Sql, places: readonly DraftPlace[]): Promise<readonly StoredDraft[]> =>
  sql.query<StoredDraft>(
    "find-drafts",
    `select ${COLUMNS} from drafts where account_id = any($1::uuid[]) and id = any($2::uuid[])`,
    [places.map(({ account }) => account), places.map(({ id }) => id)],
  );

export const openDrafts = (sql: Sql, account: string): Promise<readonly StoredDraft[]> =>
  sql.query<StoredDraft>(
    "open-drafts",
    `select ${COLUMNS} from drafts where account_id = $1 and submitted_code is null order by updated_at desc limit ${OPEN_MOST}`,
    [account],
  );

/** The draft, held until the transaction ends. */
export async function lockDraft(tx: Tx, { account, id }: DraftPlace): Promise<StoredDraft | null> {
  const [row] = await tx.query<StoredDraft>(
    "lock-draft",
    `select ${COLUMNS} from drafts where account_id = $1 and id = $2 for update`,
    [account, id],
  );
  return row ?? null;
}

export async function insertDraft(
  sql: Sql,
  draft: Pick<StoredDraft, "account" | "id" | "procedureKey" | "editionId" | "organisation" | "ward"> & {
    readonly answers: string;
  },
): Promise<StoredDraft | null> {
  const { account, id, procedureKey, editionId, organisation, ward, answers } = draft;
  const [row] = await sql.query<StoredDraft>(
    "begin-draft",
    `insert into drafts (account_id, id, procedure_key, edition_id, organisation_code, ward_number, answers)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
    [account, id, procedureKey, editionId, organisation, ward, answers],
  );
  return row ?? null;
}

export async function updateAnswers(
  sql: Sql,
  { account, id }: DraftPlace,
  answers: string,
  editionId: string,
): Promise<StoredDraft | null> {
  const [row] = await sql.query<StoredDraft>(
    "answer-draft",
    `update drafts set answers = $3, version = version + 1, edition_id = $4, updated_at = now()
     where account_id = $1 and id = $2 returning ${COLUMNS}`,
    [account, id, answers, editionId],
  );
  return row ?? null;
}

export const updatePending = (sql: Sql, { account, id }: DraftPlace, pending: string | null) =>
  sql.query(
    "set-draft-pending",
    "update drafts set pending = $3, updated_at = now() where account_id = $1 and id = $2 and submitted_code is null",
    [account, id, pending],
  );

export const updatePapers = (sql: Sql, { account, id }: DraftPlace, papers: readonly PaperSent[]) =>
  sql.query(
    "set-draft-papers",
    "update drafts set papers = $3, version = version + 1, updated_at = now() where account_id = $1 and id = $2 and submitted_code is null",
    [account, id, JSON.stringify(papers)],
  );

export const markSubmitted = (sql: Sql, { account, id }: DraftPlace, code: string) =>
  sql.query(
    "submit-draft",
    "update drafts set submitted_code = $3, updated_at = now() where account_id = $1 and id = $2",
    [account, id, code],
  );

/** The next drafts of which something does not begin with the prefix of the current key. */
export const draftsToReseal = (sql: Sql, after: DraftPlace, prefix: string): Promise<readonly DraftPlace[]> =>
  sql.query<DraftPlace>(
    "drafts-to-reseal",
    `select account_id as account, id from drafts
     where (account_id, id) > ($1::uuid, $2::uuid)
       and not (starts_with(answers #>> '{}', $3) and (pending is null or starts_with(pending #>> '{}', $3)))
     order by account_id, id limit ${RESEALED_AT_ONCE}`,
    [after.account, after.id, prefix],
  );

export const updateSealed = (sql: Sql, { account, id }: DraftPlace, answers: string, pending: string | null) =>
  sql.query("reseal-draft", "update drafts set answers = $3, pending = $4 where account_id = $1 and id = $2", [
    account,
    id,
    answers,
    pending,
  ]);

export const deleteUnsent = (sql: Sql, { account, id }: DraftPlace) =>
  sql.query("remove-draft", "delete from drafts where account_id = $1 and id = $2 and submitted_code is null", [
    account,
    id,
  ]);
