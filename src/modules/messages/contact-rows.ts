import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { moment } from "./rows.ts";

export type Channel = "email" | "sms" | "letter";
export type Contact = {
  readonly recipient: string;
  readonly channel: Channel;
  readonly address: string;
  readonly confirmedAt: Instant | null;
  readonly chosen: boolean;
};

export const contactsOf = (sql: Sql, recipients: readonly string[]): Promise<Contact[]> =>
  sql.query<Contact>(
    "contacts-of",
    `select recipient, channel, address, confirmed_at as "confirmedAt", chosen from contacts where recipient = any($1)`,
    [recipients],
  );

/** Writes an address; another one than before is not confirmed. */
export async function giveContact(
  tx: Tx,
  recipient: string,
  channel: Channel,
  address: string,
  confirmedAt: Instant | null,
): Promise<void> {
  await tx.query(
    "contacts-give",
    `insert into contacts (recipient, channel, address, confirmed_at, chosen) values ($1, $2, $3, $4, true)
     on conflict (recipient, channel) do update set chosen = true, address = excluded.address,
       confirmed_at = case when contacts.address = excluded.address then coalesce(contacts.confirmed_at, excluded.confirmed_at)
         else excluded.confirmed_at end`,
    [recipient, channel, address, confirmedAt === null ? null : moment(confirmedAt)],
  );
}

export async function confirmContact(tx: Tx, recipient: string, channel: Channel, at: Instant): Promise<void> {
  await tx.query(
    "contacts-confirm",
    "update contacts set confirmed_at = $3 where recipient = $1 and channel = $2 and chosen",
    [recipient, channel, moment(at)],
  );
}

/** Forgets an address; false where there was none. */
export async function withdrawContact(tx: Tx, recipient: string, channel: Channel): Promise<boolean> {
  const rows = await tx.query(
    "contacts-withdraw",
    "delete from contacts where recipient = $1 and channel = $2 returning channel",
    [recipient, channel],
  );
  return rows.length > 0;
}

export type ContactEvent = "given" | "consented" | "confirmed" | "withdrawn";
export async function insertContactEvent(
  tx: Tx,
  recipient: string,
  channel: Channel,
  event: ContactEvent,
  at: Instant,
  by: { readonly account: string; readonly name: string },
  words: string | null = null,
): Promise<void> {
  await tx.query(
    "contacts-insert-event",
    `insert into contact_events (recipient, id, channel, event, at, by_account, by_name, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [recipient, newId(), channel, event, moment(at), by.account, by.name, words],
  );
}

export type Confirmation = {
  readonly secretHash: Buffer;
  readonly tries: number;
  readonly sentAt: Instant;
  readonly sentToday: number;
  readonly expiresAt: Instant;
};

export async function holdConfirmation(tx: Tx, recipient: string, channel: Channel): Promise<Confirmation | null> {
  const [row] = await tx.query<Confirmation>(
    "contacts-hold-confirmation",
    `select secret_hash as "secretHash", tries, sent_at as "sentAt", sent_today as "sentToday", expires_at as "expiresAt"
     from contact_confirmations where recipient = $1 and channel = $2 for update`,
    [recipient, channel],
  );
  return row ?? null;
}

export async function putConfirmation(tx: Tx, recipient: string, channel: Channel, c: Confirmation): Promise<void> {
  await tx.query(
    "contacts-put-confirmation",
    `insert into contact_confirmations (recipient, channel, secret_hash, tries, sent_at, sent_today, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (recipient, channel) do update set secret_hash = excluded.secret_hash, tries = excluded.tries,
       sent_at = excluded.sent_at, sent_today = excluded.sent_today, expires_at = excluded.expires_at`,
    [recipient, channel, c.secretHash, c.tries, moment(c.sentAt), c.sentToday, moment(c.expiresAt)],
  );
}

/** Makes a link or code worthless; its row goes on counting what was sent that day. */
export async function spendConfirmation(tx: Tx, recipient: string, channel: Channel): Promise<void> {
  await tx.query(
    "contacts-spend-confirmation",
    "update contact_confirmations set expires_at = sent_at where recipient = $1 and channel = $2",
    [recipient, channel],
  );
}
