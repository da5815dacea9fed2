import type { Instant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { type Reading, type ReadingTx, readForHouse } from "../access/index.ts";
import { contactsOf } from "./contact-rows.ts";
import type { KnownContact } from "./deliver.ts";
import { finish, move } from "./delivery-rows.ts";
import { CALLS_MOST, type Rung, waitsUntil } from "./ladder.ts";
import * as rows from "./rows.ts";

/** What came of a call. */
export const CALL_OUTCOMES = ["reached", "not-reached", "wrong-number"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
/** What becomes of a letter. */
export const LETTER_OUTCOMES = ["posted", "delivered", "returned"] as const;
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];

export type Outstanding = rows.Outstanding & { readonly phone: string | null; readonly address: string | null };
type By = { readonly account: string; readonly name: string };

/** The rungs that people of the office climb: letters to post, citizens to ring up. */
export function createOfficeRungs(deps: {
  readonly db: Database;
  readonly clock: Clock;
  known(sql: Sql, recipient: string): Promise<KnownContact | null>;
  count(rung: Rung, outcome: string): void;
}) {
  const { db, clock } = deps;

  /** Telephone and address of those on a list: what they gave goes before what the register knows. */
  const reached = (listed: readonly rows.Outstanding[]): Promise<Outstanding[]> =>
    // An officer may not read contacts at large, only those of whoever stands on their own list, beside a logged reading.
    asSystem(async () => {
      const given = await contactsOf(
        db,
        listed.map(({ recipient }) => recipient),
      );
      return Promise.all(
        listed.map(async (one) => {
          const own = (channel: string): string | null =>
            given.find((way) => way.recipient === one.recipient && way.channel === channel && way.confirmedAt !== null)
              ?.address ?? null;
          const known = await deps.known(db, one.recipient);
          return {
            ...one,
            phone: own("sms") ?? known?.phone ?? null,
            address: own("letter") ?? known?.address ?? null,
          };
        }),
      );
    });

  /** Holds one of the unit's and does something with it; false where it is not on the list any more. */
  const onOne = (
    unit: string,
    rung: "letter" | "call",
    id: string,
    work: (tx: ReadingTx, one: rows.Outstanding, now: Instant) => Promise<void>,
  ): Promise<boolean> =>
    db.inTransaction(async (tx) => {
      const held = readForHouse(tx, "act");
      const one = await rows.holdOutstanding(held, unit, rung, id);
      if (!one) return false;
      await work(held, one, clock.now());
      return true;
    });

  return {
    /** Whom the unit has to ring up or write to, oldest first. The caller notes each of them as read. */
    list: async (reading: Reading, unit: string, rung: "letter" | "call", limit: number, offset: number) =>
      reached(await rows.outstandingOf(reading, unit, rung, limit, offset)),

    count: (unit: string, rung: "letter" | "call") => rows.countOutstanding(db, unit, rung),

    /** Writes what came of a call. Reached ends the wait; a wrong number or the third call without an answer ends the ladder. */
    called: (unit: string, id: string, outcome: CallOutcome, by: By): Promise<boolean> =>
      onOne(unit, "call", id, async (tx, one, now) => {
        const attempt = one.attempts + 1;
        await rows.insertStep(tx, one, { rung: "call", event: outcome, attempt, by }, now);
        deps.count("call", outcome);
        if (outcome === "reached") return finish(tx, one, "reached", now);
        if (outcome === "wrong-number" || attempt >= CALLS_MOST) return finish(tx, one, "all-tried", now);
        await move(tx, one, { rung: "call", phase: "listed", nextAt: null, attempts: attempt });
      }),

    /** Writes that the letters of a list were printed; printed again they are noted again. */
    printed: (unit: string, ids: readonly string[], by: By): Promise<void> =>
      db.inTransaction(async (tx) => {
        for (const id of ids) {
          const one = await rows.holdOutstanding(readForHouse(tx, "act"), unit, "letter", id);
          if (one?.phase !== "listed") continue;
          const attempt = one.attempts + 1;
          await rows.insertStep(tx, one, { rung: "letter", event: "printed", attempt, by }, clock.now());
          await move(tx, one, { rung: "letter", phase: "listed", nextAt: null, attempts: attempt });
        }
      }),

    /** Writes what became of a letter: posted under a number of the post, handed over, or come back, which climbs at once. */
    posted: (unit: string, id: string, outcome: LetterOutcome, tracking: string, by: By): Promise<boolean> =>
      onOne(unit, "letter", id, async (tx, one, now) => {
        const proof = tracking.trim().slice(0, 60);
        await rows.insertStep(tx, one, { rung: "letter", event: outcome, attempt: 0, proof, by }, now);
        deps.count("letter", outcome);
        if (outcome === "delivered") return;
        const nextAt = outcome === "returned" ? now : waitsUntil("letter", now);
        await move(tx, one, { rung: "letter", phase: "waiting", nextAt, attempts: one.attempts });
      }),
  };
}
