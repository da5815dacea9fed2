import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of delegations. */
export type DelegationRow = {
  readonly id: string;
  readonly post: string;
  readonly postTitle: string;
  readonly holder: string | null;
  readonly toAccount: string;
  readonly toName: string;
  readonly roles: readonly string[];
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly reason: string;
  readonly byName: string;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
};

/** Delegations of a unit's posts, those that run or are to come first. */
export const delegationsOfUnit = (sql: Sql, unit: string, limit: number, offset: number): Promise<DelegationRow[]> =>
  sql.query(
    "access-delegations-of-unit",
    `select d.id, d.post_id as post, p.title as "postTitle", h.display_name as holder, d.to_account as "toAccount",
       t.display_name as "toName", d.roles, d.valid_from as "from", d.valid_until as until, d.reason,
       d.by_name as "byName", d.revoked_at as "revokedAt", d.revoked_by as "revokedBy"
     from delegations d join posts p on p.id = d.post_id join accounts t on t.id = d.to_account
     left join accounts h on h.subject = p.officer_subject and h.kind = 'officer'
     where p.unit_id = $1 order by d.revoked_at is not null, d.valid_until desc, d.id limit $2 offset $3`,
    [unit, limit, offset],
  );

export type UnitPost = {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly holder: string | null;
  readonly holderAccount: string | null;
};

/** The posts of a unit on a day with whoever holds them and has signed in at least once. */
export const postsOfUnit = (sql: Sql, unit: string, on: PlainDate): Promise<UnitPost[]> =>
  sql.query(
    "access-posts-of-unit",
    `select p.id, p.title, p.roles, a.display_name as holder, a.id as "holderAccount"
     from posts p left join accounts a on a.subject = p.officer_subject and a.kind = 'officer'
     where p.unit_id = $1 and p.valid_from <= $2::date and (p.valid_until is null or p.valid_until >= $2::date)
     order by p.title, p.id`,
    [unit, on],
  );

export const insertDelegation = async (
  tx: Tx,
  row: {
    readonly id: string;
    readonly post: string;
    readonly to: string;
    readonly roles: readonly string[];
    readonly from: PlainDate;
    readonly until: PlainDate;
    readonly reason: string;
    readonly by: { readonly account: string; readonly name: string };
    readonly at: Instant;
  },
): Promise<void> => {
  await tx.query(
    "access-insert-delegation",
    `insert into delegations (id, post_id, to_account, roles, valid_from, valid_until, reason, by_account, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.post,
      row.to,
      row.roles,
      row.from,
      row.until,
      row.reason,
      row.by.account,
      row.by.name,
      new Date(row.at),
    ],
  );
};

/** False where it is not of this unit, or was revoked before. */
export const revokeDelegation = async (
  sql: Sql,
  unit: string,
  id: string,
  by: string,
  at: Instant,
): Promise<boolean> => {
  const rows = await sql.query(
    "access-revoke-delegation",
    `update delegations d set revoked_at = $4, revoked_by = $3 from posts p
     where d.id = $2 and p.id = d.post_id and p.unit_id = $1 and d.revoked_at is null returning d.id`,
    [unit, id, by, new Date(at)],
  );
  return rows.length === 1;
};

/** The account that holds a post itself; null where its holder has never signed in. */
export const holderOfPost = async (sql: Sql, post: string): Promise<string | null> => {
  const [row] = await sql.query<{ account: string }>(
    "access-holder-of-post",
    `select a.id as account from posts p join accounts a on a.subject = p.officer_subject and a.kind = 'officer'
     where p.id = $1`,
    [post],
  );
  return row?.account ?? null;
};

/** Who of a unit has handed work of their post to others on a day, to whom and until when. */
export type Absence = { readonly account: string; readonly until: PlainDate; readonly standIns: readonly string[] };
export const absencesInUnit = (sql: Sql, unit: string, on: PlainDate): Promise<Absence[]> =>
  sql.query<Absence>(
    "access-absences-in-unit",
    `select h.id as account, max(d.valid_until) as until, array_agg(distinct t.display_name order by t.display_name) as "standIns"
     from delegations d join posts p on p.id = d.post_id join accounts t on t.id = d.to_account
     join accounts h on h.subject = p.officer_subject and h.kind = 'officer'
     where p.unit_id = $1 and d.revoked_at is null and d.valid_from <= $2::date and d.valid_until >= $2::date
     group by h.id`,
    [unit, on],
  );
