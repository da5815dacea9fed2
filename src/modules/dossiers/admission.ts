import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";

/**
 * Who is let in when more is sent than can be written: nobody waits longer than a few seconds for an answer, and whoever
 * must come back is told their place and an honest time, and keeps the moment at which they first asked.
 */
export type AdmissionSettings = {
  /** Longest expected wait, in milliseconds, with which a submission is still taken at once. */
  readonly mostWaitMs: number;
  /** Signs the tickets. */
  readonly secret: string;
};

/**
 * What makes a request the same when it comes again: who sends it, under which key, with which content (a hash, made
 * only when it is needed). Without the content somebody could keep a moment with one thing and send another.
 */
export type Asked = { readonly account: string; readonly key: string; content(): string };

/** Told to whoever cannot be let in now. */
export type Busy = {
  /** So many are before them in this process, and themselves. */
  readonly place: number;
  /** In so many milliseconds they are let in. */
  readonly waitMs: number;
  /** Brought back, it opens the door first and keeps the time of the first asking. */
  readonly ticket: string;
  /** When they first asked; this becomes the time of filing. */
  readonly at: Instant;
};
/** `first`: they were sent away before and go in front of all who came since. */
export type Admitted = { readonly first: boolean };

export type Admission = {
  /** The moment at which a request counts as sent: now, or that of a good ticket. */
  sentAt(asked: Asked, ticket: string | null): Instant;
  /** Lets in, or says when to come again. `waiting`: how many wait to be written; `oldestMs`: how long the first of them. */
  ask(
    asked: Asked,
    ticket: string | null,
    queue: { readonly waiting: number; readonly oldestMs: number },
  ): Admitted | Busy;
  /** So many were written in so many milliseconds while more waited: what the machine can do. */
  wrote(count: number, ms: number): void;
};

/** A ticket brings its time of asking so long; later it is as if nobody had asked. */
export const TICKET_LIVES_MS = 2 * 3_600_000;
/** Whoever has not come so long after their time gives their place up to others; the ticket stays good. */
const GRACE_MS = 5_000;
/** Submissions a millisecond before anything was measured; the first busy seconds correct it. */
const FIRST_RATE = 0.5;
/** How much the newest measure counts. */
const NEWEST_SHARE = 0.2;
/** Only when nothing was written for so long is somebody sent away whose time has come. */
const STANDSTILL_MS = 30_000;

export function createAdmission(clock: Clock, settings: AdmissionSettings): Admission {
  let rate = FIRST_RATE;
  /** When those sent away come back: ascending, each with a place of its own. */
  const promised: Instant[] = [];

  const stillExpected = (now: Instant): readonly Instant[] => {
    const gone = promised.findIndex((due) => due + GRACE_MS >= now);
    promised.splice(0, gone < 0 ? promised.length : gone);
    return promised;
  };

  const sendAway = (asked: Asked, at: Instant, now: Instant, waiting: number, oldestMs: number): Busy => {
    const expected = stillExpected(now);
    const place = waiting + expected.length + 1;
    const last = expected.at(-1) ?? now;
    // Each comes a place after the one before, and not before those who wait inside have been written.
    const due = Math.ceil(Math.max(last + 1 / rate, now + waiting / rate, now + oldestMs));
    promised.push(due);
    return { place, waitMs: due - now, ticket: writeTicket(settings.secret, asked, at, due), at };
  };

  return {
    sentAt: (asked, ticket) => readTicket(settings.secret, asked, ticket, clock.now())?.at ?? clock.now(),

    ask(asked, ticket, { waiting, oldestMs }) {
      const now = clock.now();
      const brought = readTicket(settings.secret, asked, ticket, now);
      const expected = stillExpected(now);
      if (brought) {
        const { at, due } = brought;
        if (due > now) {
          const before = expected.filter((other) => other < due).length;
          return { place: waiting + before + 1, waitMs: due - now, ticket: ticket ?? "", at };
        }
        if (oldestMs > STANDSTILL_MS) return sendAway(asked, at, now, waiting, oldestMs);
        const mine = expected.indexOf(due);
        if (mine >= 0) promised.splice(mine, 1);
        return { first: true };
      }
      const waitMs = Math.max((waiting + expected.length) / rate, oldestMs);
      return waitMs > settings.mostWaitMs ? sendAway(asked, now, now, waiting, oldestMs) : { first: false };
    },

    wrote(count, ms) {
      const seen = count / Math.max(ms, 0.01);
      rate = rate * (1 - NEWEST_SHARE) + seen * NEWEST_SHARE;
    },
  };
}

/** `<first asked>.<due>.<mac>`, times in base 36: nothing in it tells who. */
function writeTicket(secret: string, asked: Asked, at: Instant, due: Instant): string {
  const times = `${at.toString(36)}.${due.toString(36)}`;
  return `${times}.${macOf(secret, asked, times).toString("base64url")}`;
}

const TICKET = /^([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

/** What a ticket says; null for one that is forged, too old, or of another sender, key or content. */
function readTicket(
  secret: string,
  asked: Asked,
  ticket: string | null,
  now: Instant,
): { readonly at: Instant; readonly due: Instant } | null {
  const [, at = "", due = "", mac = ""] = TICKET.exec(ticket ?? "") ?? [];
  if (at === "") return null;
  const expected = macOf(secret, asked, `${at}.${due}`);
  const given = Buffer.from(mac, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const read = { at: Number.parseInt(at, 36), due: Number.parseInt(due, 36) };
  return read.at <= now && now - read.at <= TICKET_LIVES_MS ? read : null;
}

const macOf = (secret: string, { account, key, content }: Asked, times: string): Buffer =>
  createHmac("sha256", secret)
    .update(JSON.stringify([account, key, content(), times]))
    .digest();
