import type { Actor } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of proposals and of the acts of the law. */

export type DraftRow = {
  readonly id: string;
  readonly author: string;
  readonly content: unknown;
  readonly version: number;
  readonly updatedAt: Instant;
};

const DRAFT = `id, author_account as author, content, version, updated_at as "updatedAt"`;

export const insertDraft = async (
  sql: Sql,
  id: string,
  author: string,
  content: object,
  at: Instant,
): Promise<void> => {
  await sql.query(
    "regulations-insert-draft",
    `insert into law_drafts (id, author_account, content, created_at, updated_at) values ($1, $2, $3, $4, $4)`,
    [id, author, JSON.stringify(content), new Date(at)],
  );
};

export const draftsOf = (sql: Sql, author: string): Promise<DraftRow[]> =>
  sql.query(
    "regulations-drafts-of",
    `select ${DRAFT} from law_drafts where author_account = $1 order by updated_at desc limit 100`,
    [author],
  );

export const findDraft = async (sql: Sql, author: string, id: string): Promise<DraftRow | null> => {
  const [row] = await sql.query<DraftRow>(
    "regulations-find-draft",
    `select ${DRAFT} from law_drafts where author_account = $1 and id = $2`,
    [author, id],
  );
  return row ?? null;
};

/** False where the draft is gone or was changed since it was read. */
export const updateDraft = async (sql: Sql, draft: DraftRow, content: object, at: Instant): Promise<boolean> => {
  const rows = await sql.query(
    "regulations-update-draft",
    `update law_drafts set content = $4, version = version + 1, updated_at = $5
     where author_account = $1 and id = $2 and version = $3 returning id`,
    [draft.author, draft.id, draft.version, JSON.stringify(content), new Date(at)],
  );
  return rows.length === 1;
};

export const deleteDraft = async (sql: Sql, author: string, id: string): Promise<boolean> => {
  const rows = await sql.query(
    "regulations-delete-draft",
    "delete from law_drafts where author_account = $1 and id = $2 returning id",
    [author, id],
  );
  return rows.length === 1;
};

export type LawActKind = "submitted" | "withdrawn" | "returned" | "published";
export type LawActRow = {
  readonly seq: number;
  readonly id: string;
  readonly proposal: string;
  readonly kind: LawActKind;
  readonly at: Instant;
  readonly by: Actor;
  readonly data: unknown;
};
export type ChainedRow = LawActRow & { readonly previousHash: Buffer; readonly hash: Buffer };

const ACT = `seq, id, proposal_id as proposal, kind, at, actor as by, data`;

/** Held until the commit: acts of the law are appended one after another. They are few. */
export const lockLaw = async (tx: Tx): Promise<void> => {
  await tx.query("regulations-lock", "select pg_advisory_xact_lock(hashtext('motcua law acts'))");
};

export const lastAct = async (sql: Sql): Promise<{ readonly seq: number; readonly hash: Buffer } | null> => {
  const [row] = await sql.query<{ seq: number; hash: Buffer }>(
    "regulations-last-act",
    "select seq, hash from law_acts order by seq desc limit 1",
  );
  return row ?? null;
};

export const insertAct = async (tx: Tx, act: LawActRow, previousHash: Buffer, hash: Buffer): Promise<void> => {
  await tx.query(
    "regulations-insert-act",
    `insert into law_acts (seq, id, proposal_id, kind, at, actor, data, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      act.seq,
      act.id,
      act.proposal,
      act.kind,
      new Date(act.at),
      JSON.stringify(act.by),
      JSON.stringify(act.data),
      previousHash,
      hash,
    ],
  );
};

export const actsOfProposal = (sql: Sql, proposal: string): Promise<LawActRow[]> =>
  sql.query("regulations-acts-of", `select ${ACT} from law_acts where proposal_id = $1 order by seq`, [proposal]);

/** What was published, in order; only what came after `seq`. */
export const publishedAfter = (sql: Sql, seq: number): Promise<LawActRow[]> =>
  sql.query(
    "regulations-published-after",
    `select ${ACT} from law_acts where kind = 'published' and seq > $1 order by seq`,
    [seq],
  );

/** Proposals by their last act, the latest first; `waiting` are those that want a second person. */
export const proposalsByLastAct = (
  sql: Sql,
  waiting: boolean,
  limit: number,
  offset: number,
): Promise<(LawActRow & { readonly title: string })[]> =>
  sql.query(
    `regulations-proposals-${waiting ? "waiting" : "ended"}`,
    `select ${ACT}, (select s.data ->> 'title' from law_acts s
       where s.proposal_id = a.proposal_id and s.kind = 'submitted' order by s.seq limit 1) as title
     from law_acts a
     where not exists (select from law_acts b where b.proposal_id = a.proposal_id and b.seq > a.seq)
       and (a.kind = 'submitted') = ${waiting}
     order by seq desc limit $1 offset $2`,
    [limit, offset],
  );

export const chainAfter = (sql: Sql, seq: number, limit: number): Promise<ChainedRow[]> =>
  sql.query(
    "regulations-chain-after",
    `select ${ACT}, previous_hash as "previousHash", hash from law_acts where seq > $1 order by seq limit $2`,
    [seq, limit],
  );
