import type { Answers } from "../../engine/form/index.ts";
import type { Act, Actor, DossierState, Money, PaperSent, Status } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import { leaveMessages } from "../messages/index.ts";
import { actHash, chainStart } from "./chain.ts";
import { announceActs } from "./entry-rows.ts";

/** A dossier as lists and pages see it: the projection of its acts. */
export type DossierRow = {
  readonly officeProvince: string;
  readonly id: string;
  readonly code: string;
  readonly procedureKey: string;
  readonly editionId: string;
  readonly unitId: string;
  readonly channel: string;
  readonly status: Status;
  readonly actCount: number;
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly filerAccount: string;
  readonly filerName: string;
  readonly answers: Answers;
  readonly papers: readonly PaperSent[];
  readonly assignedTo: string | null;
  readonly filedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly clockFrom: Instant | null;
  readonly dueAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly money: Money;
  readonly summary: string | null;
};

const COLUMNS = `office_province as "officeProvince", id, code, procedure_key as "procedureKey", edition_id as "editionId",
  unit_id as "unitId", channel, status, act_count as "actCount", owner_name as "ownerName", owner_number as "ownerNumber",
  filer_account as "filerAccount", filer_name as "filerName", answers, papers, assigned_to as "assignedTo",
  filed_at as "filedAt", accepted_at as "acceptedAt", clock_from as "clockFrom", due_at as "dueAt",
  closed_at as "closedAt", money, summary`;

/** What a new dossier starts with; status and dates follow from its acts. */
export type NewDossier = {
  readonly officeProvince: string;
  readonly id: string;
  readonly code: string;
  readonly procedureKey: string;
  readonly editionId: string;
  readonly channel: string;
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly filer: Actor;
  readonly answers: Answers;
  readonly papers: readonly PaperSent[];
  readonly summary: string;
  readonly acts: readonly Act[];
  readonly state: DossierState;
};

const moment = (at: Instant | null): string | null => (at === null ? null : isoMilliseconds(at));
const isoMilliseconds = (at: Instant): string => new Date(at).toISOString();

/** Inserts many dossiers with their first acts in two statements, whatever their number. */
export async function insertDossiers(tx: Tx, dossiers: readonly NewDossier[]): Promise<void> {
  const acts: ChainedAct[] = [];
  const rows = dossiers.map((d) => {
    const chained = chainActs(d.officeProvince, d.id, chainStart(d.id), d.acts);
    acts.push(...chained.rows);
    return {
      office_province: d.officeProvince,
      id: d.id,
      code: d.code,
      procedure_key: d.procedureKey,
      edition_id: d.editionId,
      channel: d.channel,
      owner_name: d.ownerName,
      owner_search: searchKey(d.ownerName),
      owner_number: d.ownerNumber,
      filer_account: d.filer.account,
      filer_name: d.filer.name,
      answers: d.answers,
      papers: d.papers,
      summary: d.summary,
      head_hash: chained.head.toString("hex"),
      ...projection(d.state),
    };
  });
  await tx.query(
    "insert-dossiers",
    `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count,
       head_hash, owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, assigned_to,
       filed_at, accepted_at, clock_from, due_at, ended_at, closed_at, supplements, money, summary)
     select office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count,
       decode(head_hash, 'hex'), owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers,
       assigned_to, filed_at, accepted_at, clock_from, due_at, ended_at, closed_at, supplements, money, summary
     from jsonb_to_recordset($1::jsonb) as r(office_province text, id uuid, code text, procedure_key text,
       edition_id text, unit_id text, channel text, status text, act_count int, head_hash text, owner_name text,
       owner_search text, owner_number text, filer_account uuid, filer_name text, answers jsonb, papers jsonb,
       assigned_to uuid, filed_at timestamptz, accepted_at timestamptz, clock_from timestamptz, due_at timestamptz,
       ended_at timestamptz, closed_at timestamptz, supplements int, money text, summary text)`,
    [JSON.stringify(rows)],
  );
  await insertActRows(tx, acts);
  await leaveMessages(
    tx,
    dossiers.map((d) => ({ ...d, dossierId: d.id })),
  );
}

/** Appends acts to a dossier whose row is locked, and brings the projection up to date. */
export async function appendActs(tx: Tx, dossier: Locked, acts: readonly Act[], state: DossierState): Promise<void> {
  const chained = chainActs(dossier.officeProvince, dossier.id, dossier.headHash, acts);
  await insertActRows(tx, chained.rows);
  const p = projection(state);
  await tx.query(
    "project-dossier",
    `update dossiers set status = $3, act_count = $4, head_hash = $5, assigned_to = $6, accepted_at = $7,
       clock_from = $8, due_at = $9, closed_at = $10, money = $11, unit_id = $12,
       ended_at = $13, supplements = $14
     where office_province = $1 and id = $2`,
    [
      dossier.officeProvince,
      dossier.id,
      p.status,
      p.act_count,
      chained.head,
      p.assigned_to,
      p.accepted_at,
      p.clock_from,
      p.due_at,
      p.closed_at,
      p.money,
      p.unit_id,
      p.ended_at,
      p.supplements,
    ],
  );
  await leaveMessages(tx, [{ ...dossier, dossierId: dossier.id, state, acts }]);
}

/** The papers and answers of a dossier after a supplement. */
export async function replaceContent(
  tx: Tx,
  dossier: Locked,
  answers: Answers,
  papers: readonly PaperSent[],
): Promise<void> {
  await tx.query(
    "replace-dossier-content",
    "update dossiers set answers = $3, papers = $4 where office_province = $1 and id = $2",
    [dossier.officeProvince, dossier.id, JSON.stringify(answers), JSON.stringify(papers)],
  );
}

/** The projected columns: nothing here is typed in by anybody. */
export const projection = (state: DossierState) => ({
  unit_id: state.unit,
  status: state.status,
  act_count: state.version,
  assigned_to: state.assignedTo?.account ?? null,
  filed_at: isoMilliseconds(state.filedAt),
  accepted_at: moment(state.acceptedAt),
  clock_from: moment(state.clockFrom),
  due_at: moment(state.dueAt),
  ended_at: moment(state.endedAt),
  supplements: state.supplementCount,
  closed_at: moment(state.closedAt),
  money: state.money,
});

function chainActs(officeProvince: string, dossierId: string, from: Uint8Array, acts: readonly Act[]) {
  let head: Buffer = Buffer.from(from);
  const rows = acts.map((act) => {
    const previous = head;
    head = actHash(previous, act);
    return {
      office_province: officeProvince,
      dossier_id: dossierId,
      seq: act.seq,
      id: act.id,
      kind: act.kind,
      at: isoMilliseconds(act.at),
      actor: act.by,
      data: act.data,
      previous_hash: previous.toString("hex"),
      hash: head.toString("hex"),
    };
  });
  return { rows, head };
}

type ChainedAct = ReturnType<typeof chainActs>["rows"][number];

async function insertActRows(tx: Tx, rows: readonly ChainedAct[]): Promise<void> {
  await tx.query(
    "insert-acts",
    `insert into acts (office_province, dossier_id, seq, id, kind, at, actor, data, previous_hash, hash)
     select office_province, dossier_id, seq, id, kind, at, actor, data, decode(previous_hash, 'hex'), decode(hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as r(office_province text, dossier_id uuid, seq int, id uuid, kind text,
       at timestamptz, actor jsonb, data jsonb, previous_hash text, hash text)`,
    [JSON.stringify(rows)],
  );
  await announceActs(tx, rows);
}

/** A dossier whose row this transaction holds: nobody else can act on it until the commit. */
export type Locked = DossierRow & { readonly headHash: Buffer };

export async function lockDossier(tx: Tx, officeProvince: string, id: string): Promise<Locked | null> {
  const [row] = await tx.query<Locked>(
    "lock-dossier",
    `select ${COLUMNS}, head_hash as "headHash" from dossiers where office_province = $1 and id = $2 for update`,
    [officeProvince, id],
  );
  return row ?? null;
}

export async function findDossier(reading: Reading, officeProvince: string, code: string): Promise<DossierRow | null> {
  const [row] = await reading.query<DossierRow>(
    "find-dossier",
    `select ${COLUMNS} from dossiers where office_province = $1 and code = $2`,
    [officeProvince, code],
  );
  return row ?? null;
}

export async function findDossierById(sql: Sql, officeProvince: string, id: string): Promise<DossierRow | null> {
  const [row] = await sql.query<DossierRow>(
    "find-dossier-by-id",
    `select ${COLUMNS} from dossiers where office_province = $1 and id = $2`,
    [officeProvince, id],
  );
  return row ?? null;
}

export async function actsOf(sql: Sql, officeProvince: string, dossierId: string): Promise<readonly Act[]> {
  return sql.query<Act>(
    "acts-of-dossier",
    `select seq, id, kind, at, actor as by, data from acts where office_province = $1 and dossier_id = $2 order by seq`,
    [officeProvince, dossierId],
  );
}

/** One page of somebody's own dossiers, newest first; `mine` is by account or, for an organisation, by its code. */
export async function dossiersOfFiler(
  reading: Reading,
  account: string,
  ownerNumber: string,
  search: string,
  limit: number,
  offset: number,
): Promise<readonly DossierRow[]> {
  return reading.query<DossierRow>(
    "dossiers-of-filer",
    `select ${COLUMNS} from dossiers
     where (filer_account = $1 or owner_number = $2) and ($3 = '' or code ilike '%' || $3 || '%' or summary ilike '%' || $3 || '%')
     order by filed_at desc limit $4 offset $5`,
    [account, ownerNumber, search, limit, offset],
  );
}

export type WorkFilter = {
  readonly officeProvinces: readonly string[];
  readonly unit: string;
  /** Dossiers in any of these states; null for whatever state. */
  readonly statuses: readonly Status[] | null;
  readonly procedure: string | null;
  /** Dossiers of any of these officers; null for whoever works on them. */
  readonly assignedTo: readonly string[] | null;
  readonly open: boolean;
  readonly search: string;
  readonly dueFrom: Instant | null;
  readonly dueBefore: Instant | null;
  /** Only those that nobody works on yet. */
  readonly unassigned: boolean;
  /** Accepted before this moment. */
  readonly acceptedBefore: Instant | null;
  readonly sort: "due" | "filed";
};

/** A unit's work, by due time (what has no due time yet stands by its filing). One row more than asked tells of a next page. */
export async function workOf(
  reading: Reading,
  f: WorkFilter,
  limit: number,
  offset: number,
): Promise<readonly DossierRow[]> {
  const order = f.sort === "due" ? "due_at asc nulls last, filed_at asc" : "filed_at desc";
  return reading.query<DossierRow>(
    `work-of-unit-${f.sort}-${f.open ? "open" : "all"}`,
    `select ${COLUMNS} from dossiers
     where office_province = any($1) and unit_id = $2 ${f.open ? "and closed_at is null" : ""}
       and ($3::text[] is null or status = any($3)) and ($4::text is null or procedure_key = $4)
       and ($5::uuid[] is null or assigned_to = any($5))
       and ($6 = '' or owner_search like '%' || $6 || '%' or code ilike '%' || $7 || '%')
       and ($8::timestamptz is null or due_at < $8) and ($9::timestamptz is null or due_at >= $9)
       and (not $10::boolean or assigned_to is null) and ($11::timestamptz is null or accepted_at < $11)
     order by ${order} limit $12 offset $13`,
    [
      f.officeProvinces,
      f.unit,
      f.statuses,
      f.procedure,
      f.assignedTo,
      searchKey(f.search),
      f.search.trim(),
      moment(f.dueBefore),
      moment(f.dueFrom),
      f.unassigned,
      moment(f.acceptedBefore),
      limit,
      offset,
    ],
  );
}

/** Of a unit's open dossiers in one state: how many, how many past their time, how many due before `soon`. */
export type WorkCounts = {
  readonly status: Status;
  readonly count: number;
  readonly late: number;
  readonly soon: number;
  /** Accepted, and not passed on in time. */
  readonly unforwarded: number;
};
export async function countWork(
  sql: Sql,
  officeProvinces: readonly string[],
  unit: string,
  now: Instant,
  soon: Instant,
  forwardedLateBefore: Instant | null,
): Promise<readonly WorkCounts[]> {
  return sql.query<WorkCounts>(
    "count-work",
    `select status, count(*)::int as count, (count(*) filter (where due_at < $3))::int as late,
       (count(*) filter (where due_at >= $3 and due_at < $4))::int as soon,
       (count(*) filter (where status = 'accepted' and accepted_at < $5))::int as unforwarded
     from dossiers where office_province = any($1) and unit_id = $2 and closed_at is null group by status`,
    [officeProvinces, unit, isoMilliseconds(now), isoMilliseconds(soon), moment(forwardedLateBefore)],
  );
}

/** Takes `count` numbers of a book for each unit named; answers the last one given. Rows are locked in one order. */
export async function takeSerials(
  sql: Sql,
  wanted: readonly { officeProvince: string; unit: string; book: string; period: string; count: number }[],
): Promise<ReadonlyMap<string, number>> {
  const sorted = [...wanted].sort((a, b) =>
    `${a.officeProvince} ${a.unit}` < `${b.officeProvince} ${b.unit}` ? -1 : 1,
  );
  const rows = await sql.query<{ unit: string; last: number }>(
    "take-serials",
    `insert into serials (office_province, unit_id, book, period, last)
     select "officeProvince", unit, book, period, count
     from jsonb_to_recordset($1::jsonb) as r("officeProvince" text, unit text, book text, period text, count int)
     on conflict (office_province, unit_id, book, period) do update set last = serials.last + excluded.last
     returning unit_id as unit, last`,
    [JSON.stringify(sorted)],
  );
  return new Map(rows.map((row) => [row.unit, row.last]));
}

export type KeyRow = {
  readonly account: string;
  readonly key: string;
  readonly requestHash: string;
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly code: string;
};

/** Claims idempotency keys; answers those that were free. A key claimed by a transaction under way is waited for. */
export async function claimKeys(tx: Tx, keys: readonly KeyRow[]): Promise<ReadonlySet<string>> {
  const sorted = [...keys].sort((a, b) => (`${a.account} ${a.key}` < `${b.account} ${b.key}` ? -1 : 1));
  const rows = await tx.query<{ account: string; key: string }>(
    "claim-keys",
    `insert into idempotency_keys (account_id, key, request_hash, office_province, dossier_id, code)
     select account, key, decode("requestHash", 'hex'), "officeProvince", "dossierId", code
     from jsonb_to_recordset($1::jsonb) as r(account uuid, key text, "requestHash" text, "officeProvince" text, "dossierId" uuid, code text)
     on conflict (account_id, key) do nothing returning account_id as account, key`,
    [JSON.stringify(sorted)],
  );
  return new Set(rows.map((row) => `${row.account} ${row.key}`));
}

export async function findKey(sql: Sql, account: string, key: string): Promise<KeyRow | null> {
  const [row] = await sql.query<KeyRow>(
    "find-key",
    `select account_id as account, key, encode(request_hash, 'hex') as "requestHash", office_province as "officeProvince",
       dossier_id as "dossierId", code from idempotency_keys where account_id = $1 and key = $2`,
    [account, key],
  );
  return row ?? null;
}

/** Of these keys, those that were claimed before. */
export async function findKeys(
  sql: Sql,
  keys: readonly { readonly account: string; readonly key: string }[],
): Promise<readonly { readonly account: string; readonly key: string }[]> {
  return sql.query(
    "find-keys",
    `select k.account_id as account, k.key from unnest($1::uuid[], $2::text[]) as r(account, key)
     join idempotency_keys k on k.account_id = r.account and k.key = r.key`,
    [keys.map(({ account }) => account), keys.map(({ key }) => key)],
  );
}
