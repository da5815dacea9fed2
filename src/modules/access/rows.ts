import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Helper, Place } from "./session.ts";

/** The SQL of accounts, sessions and posts. Moments go in as dates: the driver spells them with their zone. */
export const moment = (at: Instant): Date => new Date(at);

export type AccountRow = {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly kind: "citizen" | "organisation" | "officer";
  readonly name: string;
  readonly number: string | null;
  readonly organisationCode: string | null;
  readonly organisationName: string | null;
  readonly assurance: number;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Writes what the provider says today; answers the account's id, the old one where there is one. */
export async function upsertAccount(tx: Tx, row: AccountRow): Promise<string> {
  const [kept] = await tx.query<{ id: string }>(
    "access-upsert-account",
    `insert into accounts (id, issuer, subject, kind, display_name, person_number, organisation_code, organisation_name,
       assurance, phone, email)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (issuer, subject, kind) do update set
       display_name = excluded.display_name, person_number = excluded.person_number,
       organisation_code = excluded.organisation_code, organisation_name = excluded.organisation_name,
       assurance = excluded.assurance, phone = coalesce(excluded.phone, accounts.phone),
       email = coalesce(excluded.email, accounts.email)
     returning id`,
    [
      row.id,
      row.issuer,
      row.subject,
      row.kind,
      row.name,
      row.number,
      row.organisationCode,
      row.organisationName,
      row.assurance,
      row.phone,
      row.email,
    ],
  );
  if (!kept) throw new Error("an upsert that kept nothing");
  return kept.id;
}

export type PostRow = {
  readonly post_id: string;
  readonly post_title: string;
  readonly roles: string[];
  readonly unit_id: string;
  readonly agency_code: string;
  readonly unit_name: string;
  readonly short_name: string | null;
  readonly level: "ministry" | "province" | "commune";
  readonly province_code: string;
  readonly commune_code: string | null;
  /** Where the post is held by delegation: of whom, and until when. */
  readonly delegated_by: string | null;
  readonly delegated_until: PlainDate | null;
};

/**
 * The posts that the account `a` holds on a day: its own, and those delegated to it, with the roles that both still have.
 * Asked at every request, so what ended has ended at once.
 */
const heldOn = (day: string): string => `lateral (
    select p.id, p.roles, null::text as by_name, null::date as until from posts p
    where p.officer_subject = a.subject and p.valid_from <= ${day}::date and (p.valid_until is null or p.valid_until >= ${day}::date)
    union all
    select p.id, array(select unnest(p.roles) intersect select unnest(d.roles) order by 1), d.by_name, d.valid_until
    from delegations d join posts p on p.id = d.post_id
    where d.to_account = a.id and d.revoked_at is null and d.valid_from <= ${day}::date and d.valid_until >= ${day}::date
      and p.valid_from <= ${day}::date and (p.valid_until is null or p.valid_until >= ${day}::date)
  ) held`;

const POST_COLUMNS = `p.id as post_id, p.title as post_title, held.roles, held.by_name as delegated_by,
  held.until as delegated_until, u.id as unit_id, u.agency_code, u.name as unit_name,
  u.short_name, u.level, u.province_code, u.commune_code`;

/** The posts of an officer's account that are valid on a day, the oldest first. */
export const postsOfAccount = (sql: Sql, account: string, on: PlainDate): Promise<PostRow[]> =>
  sql.query<PostRow>(
    "access-posts-of-account",
    `select ${POST_COLUMNS} from accounts a join ${heldOn("$2")} on true join posts p on p.id = held.id
     join units u on u.id = p.unit_id
     where a.id = $1 and a.kind = 'officer' order by held.by_name is not null, p.valid_from, p.id`,
    [account, on],
  );

/** An officer who has signed in at least once and holds a post in a unit. */
export type Colleague = {
  readonly account: string;
  readonly name: string;
  readonly title: string;
  readonly roles: string[];
};

/** The officers of a unit on a day, by name. Whoever never signed in has no account and is not among them. */
export const officersOf = (sql: Sql, unit: string, on: PlainDate): Promise<Colleague[]> =>
  sql.query<Colleague>(
    "access-officers-of",
    `select distinct on (a.display_name, a.id) a.id as account, a.display_name as name, p.title, p.roles
     from posts p join accounts a on a.subject = p.officer_subject and a.kind = 'officer'
     where p.unit_id = $1 and p.valid_from <= $2::date and (p.valid_until is null or p.valid_until >= $2::date)
     order by a.display_name, a.id, p.valid_from`,
    [unit, on],
  );

export type NewSession = {
  readonly tokenHash: Buffer;
  readonly account: string;
  readonly post: string | null;
  readonly assurance: number;
  readonly csrfSecret: string;
  readonly idToken: string | null;
  readonly providerSession: string | null;
  readonly authenticatedAt: Instant | null;
  readonly place: Place;
  readonly helper: Helper | null;
  readonly device: string | null;
  readonly at: Instant;
  readonly expiresAt: Instant;
  readonly endsAt: Instant;
};

export async function insertSession(tx: Tx, row: NewSession): Promise<void> {
  await tx.query(
    "access-insert-session",
    `insert into sessions (token_hash, account_id, post_id, assurance, csrf_secret, id_token, created_at, expires_at,
       ends_at, provider_session, authenticated_at, place, helper, device)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.tokenHash,
      row.account,
      row.post,
      row.assurance,
      row.csrfSecret,
      row.idToken,
      moment(row.at),
      moment(row.expiresAt),
      moment(row.endsAt),
      row.providerSession,
      row.authenticatedAt === null ? null : moment(row.authenticatedAt),
      row.place,
      row.helper === null ? null : JSON.stringify(row.helper),
      row.device,
    ],
  );
}

export type SessionRow = { readonly [C in keyof PostRow]: PostRow[C] | null } & {
  readonly account_id: string;
  readonly kind: "citizen" | "organisation" | "officer";
  readonly display_name: string;
  readonly person_number: string | null;
  readonly organisation_code: string | null;
  readonly organisation_name: string | null;
  readonly assurance: number;
  readonly csrf_secret: string;
  readonly expires_at: Instant;
  readonly ends_at: Instant;
  readonly acting_for: string | null;
  readonly acting_for_name: string | null;
  readonly acting_for_person: string | null;
  readonly authenticated_at: Instant | null;
  readonly second_factor_at: Instant | null;
  readonly place: Place;
  readonly helper: Helper | null;
};

/** Whether a person may speak for organisation `o` on a day: by the register, or by a paper an officer accepted. */
const representsOn = (number: string, on: string): string => `(exists (
  select from representatives r where r.organisation_code = o.code and r.person_number = ${number}
    and r.valid_from <= ${on}::date and (r.valid_until is null or r.valid_until >= ${on}::date))
  or exists (
  select from mandates m where m.subject_number = o.code and m.subject_kind = 'organisation'
    and m.representative_number = ${number} and m.outcome = 'accepted' and m.valid_from <= ${on}::date
    and (m.valid_until is null or m.valid_until >= ${on}::date) and (m.ended_on is null or m.ended_on > ${on}::date)))`;

/** Sessions that run, with the post and the represented organisation as they stand on the day. Read by primary key. */
export async function findSessions(
  sql: Sql,
  tokenHashes: readonly Buffer[],
  at: Instant,
  on: PlainDate,
): Promise<readonly (SessionRow & { readonly token_hash: Buffer })[]> {
  return sql.query(
    "access-find-sessions",
    `select s.token_hash, s.account_id, a.kind, a.display_name, a.person_number, a.organisation_code, a.organisation_name,
       s.assurance, s.csrf_secret, s.expires_at, s.ends_at, s.acting_for, o.name as acting_for_name, s.acting_for_person,
       s.authenticated_at, s.second_factor_at, s.place, s.helper, ${POST_COLUMNS}
     from sessions s
     join accounts a on a.id = s.account_id
     left join ${heldOn("$3")} on held.id = s.post_id and a.kind = 'officer'
     left join posts p on p.id = held.id
     left join units u on u.id = p.unit_id
     left join organisations o on o.code = s.acting_for and ${representsOn("a.person_number", "$3")}
     where s.token_hash = any($1::bytea[]) and s.expires_at > $2 and a.disabled_at is null`,
    [tokenHashes, moment(at), on],
  );
}

/** Moves the end of a running session; one that has ended stays ended. */
export async function extendSession(sql: Sql, tokenHash: Buffer, at: Instant, until: Instant): Promise<void> {
  await sql.query(
    "access-extend-session",
    `update sessions set expires_at = greatest(expires_at, least($3::timestamptz, ends_at))
     where token_hash = $1 and expires_at > $2`,
    [tokenHash, moment(at), moment(until)],
  );
}

/** Ends a session now. The row stays for a day, so that answers posted too late still find their owner. */
export async function endSession(
  sql: Sql,
  tokenHash: Buffer,
  at: Instant,
): Promise<{ kind: string; id_token: string | null } | null> {
  const [row] = await sql.query<{ kind: string; id_token: string | null }>(
    "access-end-session",
    `with ended as (select token_hash, account_id, id_token from sessions where token_hash = $1 and expires_at > $2 for update)
     update sessions s set expires_at = $2, id_token = null from ended, accounts a
     where s.token_hash = ended.token_hash and a.id = ended.account_id
     returning a.kind, ended.id_token`,
    [tokenHash, moment(at)],
  );
  return row ?? null;
}

export async function setPost(sql: Sql, tokenHash: Buffer, post: string): Promise<void> {
  await sql.query("access-set-post", "update sessions set post_id = $2 where token_hash = $1", [tokenHash, post]);
}

/** For whom a session acts from now on: an organisation, a person, or with neither for itself. */
export async function setActingFor(
  sql: Sql,
  tokenHash: Buffer,
  whom: { readonly organisation: string | null; readonly person: string | null },
): Promise<void> {
  await sql.query(
    "access-set-acting-for",
    "update sessions set acting_for = $2, acting_for_person = $3 where token_hash = $1",
    [tokenHash, whom.organisation, whom.person],
  );
}

/** The organisations a person may act for on a day. */
export const organisationsOf = (
  sql: Sql,
  number: string,
  on: PlainDate,
): Promise<{ readonly code: string; readonly name: string }[]> =>
  sql.query(
    "access-organisations-of",
    `select o.code, o.name from organisations o where ${representsOn("$1", "$2")} order by o.name, o.code`,
    [number, on],
  );

/** Removes what nobody can use any more; answers how many rows of each kind. */
export async function sweep(
  sql: Sql,
  before: { signIns: Instant; sessions: Instant; parked: Instant },
): Promise<{ signIns: number; sessions: number; parked: number }> {
  const count = async (name: string, text: string, at: Instant): Promise<number> => {
    const [row] = await sql.query<{ count: number }>(
      name,
      `with gone as (${text} returning 1) select count(*) from gone`,
      [moment(at)],
    );
    return row?.count ?? 0;
  };
  await sql.query("access-sweep-challenges", "delete from passkey_challenges where created_at <= $1", [
    moment(before.signIns),
  ]);
  await sql.query("access-sweep-confirmations", "delete from confirmations where at <= $1", [moment(before.signIns)]);
  await sql.query("access-sweep-logout-orders", "delete from logout_orders_seen where good_until <= $1", [
    moment(before.signIns),
  ]);
  return {
    signIns: await count(
      "access-sweep-sign-ins",
      "delete from sign_ins_under_way where created_at <= $1",
      before.signIns,
    ),
    sessions: await count("access-sweep-sessions", "delete from sessions where expires_at <= $1", before.sessions),
    parked: await count("access-sweep-parked", "delete from parked_answers where created_at <= $1", before.parked),
  };
}
