import type { Mail } from "../../gateways/mail/index.ts";
import { type ReportFailure, type SmsGateway, type SmsReport, verifyReport } from "../../gateways/sms/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { contactsOf } from "./contact-rows.ts";
import * as rows from "./delivery-rows.ts";
import { letterOf, smsOf } from "./envelopes.ts";
import { ATTEMPTS_MOST, climbFrom, isElectronic, pauseAfter, type Rung, waitsUntil } from "./ladder.ts";
import { insertStep } from "./rows.ts";

/** What the register or a business list knows of somebody: where they live, and their telephone. */
export type KnownContact = { readonly phone: string | null; readonly address: string | null };

export type DeliveryDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly mail: Mail | null;
  readonly sms: SmsGateway | null;
  /** What is known of a number beside what the person gave; for letters and calls only. */
  known(sql: Sql, recipient: string): Promise<KnownContact | null>;
  /** Counts what came of a rung; nothing of a person is in it. */
  count(rung: Rung, outcome: string): void;
  readonly settings: {
    readonly publicUrl: string;
    readonly smsMarks: boolean;
    readonly reportSecret: string | null;
  };
};

export type DeliveryReport = { readonly taken: number; readonly failed: number };
/** What a gateway answered, in one shape for both. */
type Outcome =
  | { readonly as: "sent"; readonly proof: string }
  | { readonly as: "later" | "never" | "uncertain"; readonly cause: string };

/** A taken message is nobody else's for so long; longer than a gateway may take to answer. */
const TAKEN_MS = 120_000;
const BATCH = 20;
const AT_ONCE = 4;

/** Delivers what is due and climbs; every step is written before and after, so that a kill repeats nothing. */
export function createDelivery(deps: DeliveryDeps) {
  const { db, clock } = deps;

  /** Which rungs could be used for somebody now, and the address on the electronic ones. */
  const waysOf = async (sql: Sql, recipient: string) => {
    const given = (await contactsOf(sql, [recipient])).filter((way) => way.chosen && way.confirmedAt !== null);
    const known = await deps.known(sql, recipient);
    const addressOf = (channel: string): string | null => given.find((way) => way.channel === channel)?.address ?? null;
    const email = deps.mail ? addressOf("email") : null;
    const sms = deps.sms ? addressOf("sms") : null;
    const letter = addressOf("letter") ?? known?.address ?? null;
    const phone = addressOf("sms") ?? known?.phone ?? null;
    const usable = new Set<Rung>();
    if (email) usable.add("email");
    if (sms) usable.add("sms");
    if (letter) usable.add("letter");
    if (phone) usable.add("call");
    return { email, sms, usable };
  };

  /** From a rung to the next that can be used; the end of the ladder ends the wait. */
  const climb = async (tx: Tx, message: rows.Due, usable: ReadonlySet<Rung>, now: Instant): Promise<void> => {
    const { skipped, to } = climbFrom(message.rung, message.weight, usable);
    for (const rung of skipped) {
      await insertStep(tx, message, { rung, event: "skipped", attempt: 0 }, now);
      deps.count(rung, "skipped");
    }
    if (to === null) {
      await rows.finish(tx, message, message.weight === "answer" ? "all-tried" : "told", now);
      return;
    }
    const listed = !isElectronic(to);
    if (listed) await insertStep(tx, message, { rung: to, event: "listed", attempt: 0 }, now);
    await rows.move(tx, message, {
      rung: to,
      phase: listed ? "listed" : "todo",
      nextAt: listed ? null : now,
      attempts: 0,
    });
  };

  const waited = (message: rows.Due): Promise<void> =>
    db.inTransaction(async (tx) => {
      const held = await rows.holdUnmoved(tx, message);
      if (!held) return;
      const now = clock.now();
      const { usable } = await waysOf(tx, held.recipient);
      // Who chose no electronic way is given time to look at the portal before a letter is written.
      if (held.rung === "portal" && held.weight === "answer" && !usable.has("email") && !usable.has("sms")) {
        const until = waitsUntil("portal", held.at);
        if (now < until) {
          await rows.move(tx, held, { rung: "portal", phase: "waiting", nextAt: until, attempts: 0 });
          return;
        }
      }
      if (held.rung !== "portal") await insertStep(tx, held, { rung: held.rung, event: "unread", attempt: 0 }, now);
      await climb(tx, held, usable, now);
    });

  const ask = async (rung: "email" | "sms", message: rows.Due, to: string): Promise<Outcome> => {
    const news = { code: message.dossierCode, weight: message.weight, publicUrl: deps.settings.publicUrl };
    if (rung === "email") {
      const unsubscribe = `${deps.settings.publicUrl}/hop-thu/cai-dat`;
      const sent = await deps.mail?.send({ key: message.id, to, ...letterOf(news), unsubscribe });
      if (sent?.ok) return { as: "sent", proof: sent.value.receipt };
      const kind = sent?.failure.kind ?? "temporary";
      const cause = sent?.failure.cause ?? "no server";
      return { as: kind === "temporary" ? "later" : kind === "permanent" ? "never" : "uncertain", cause };
    }
    const key = `${message.id}.sms`;
    const sent = await deps.sms?.send({ key, to, text: smsOf(news, deps.settings.smsMarks) });
    if (sent?.ok) return { as: "sent", proof: sent.value.id };
    return {
      as: sent?.failure.kind === "permanent" ? "never" : "later",
      cause: sent?.failure.cause ?? "no provider",
    };
  };

  /** Says that it is about to be sent, in a commit of its own; null where somebody else moved it meanwhile. */
  const begin = (message: rows.Due): Promise<rows.Due | null> =>
    db.inTransaction(async (tx) => {
      const held = await rows.holdUnmoved(tx, message);
      if (!held) return null;
      const now = clock.now();
      const sending = { ...held, phase: "sending" as const, attempts: held.attempts + 1 };
      await rows.move(tx, held, { ...sending, nextAt: now, takenUntil: now + TAKEN_MS });
      return sending;
    });

  const settle = (sending: rows.Due, rung: "email" | "sms", outcome: Outcome): Promise<void> =>
    db.inTransaction(async (tx) => {
      const now = clock.now();
      const attempt = sending.attempts;
      const event = { sent: "sent", later: "failed", never: "refused", uncertain: "uncertain" }[outcome.as];
      const proof = outcome.as === "sent" ? outcome.proof : outcome.cause;
      deps.count(rung, event);
      const held = await rows.holdUnmoved(tx, sending);
      await insertStep(tx, sending, { rung, event, attempt, proof }, now);
      // Read, answered or moved meanwhile: only the proof is still to be kept.
      if (!held) return;
      const over = outcome.as === "never" || (outcome.as === "later" && attempt >= ATTEMPTS_MOST);
      if (over) {
        if (outcome.as === "later") await insertStep(tx, held, { rung, event: "given-up", attempt }, now);
        return climb(tx, held, (await waysOf(tx, held.recipient)).usable, now);
      }
      if (outcome.as === "later") {
        await rows.move(tx, held, { rung, phase: "todo", nextAt: now + pauseAfter(attempt), attempts: attempt });
        return;
      }
      if (held.weight !== "answer" && outcome.as === "sent") return rows.finish(tx, held, "told", now);
      // The report may have come before our own commit.
      const lost = rung === "sms" && (await rows.hasStep(tx, held, "sms", "undelivered"));
      const nextAt = lost ? now : waitsUntil(rung, now);
      await rows.move(tx, held, { rung, phase: "waiting", nextAt, attempts: attempt });
    });

  const send = async (message: rows.Due): Promise<void> => {
    const rung = message.rung;
    if (rung !== "email" && rung !== "sms") return;
    const to = (await waysOf(db, message.recipient))[rung];
    if (to === null) {
      // Taken back since: the next way is tried.
      await db.inTransaction(async (tx) => {
        const held = await rows.holdUnmoved(tx, message);
        if (!held) return;
        const now = clock.now();
        await insertStep(tx, held, { rung, event: "skipped", attempt: held.attempts }, now);
        await climb(tx, held, (await waysOf(tx, held.recipient)).usable, now);
      });
      return;
    }
    const sending = await begin(message);
    if (sending) await settle(sending, rung, await ask(rung, sending, to));
  };

  const advance = (message: rows.Due): Promise<void> => {
    if (message.phase === "waiting") return waited(message);
    // A job died after it had begun. A letter may have left: it is not sent again. A text is, under the same key.
    if (message.phase === "sending" && message.rung === "email")
      return settle(message, "email", { as: "uncertain", cause: "broken off" });
    return send(message);
  };

  return {
    /** Delivers all that is due. May run twice at once. A message that fails by our own mistake harms no other. */
    async run(): Promise<DeliveryReport> {
      let [taken, failed] = [0, 0];
      for (;;) {
        const now = clock.now();
        const due = await rows.takeDue(db, now, now + TAKEN_MS, BATCH);
        taken += due.length;
        const queue = [...due];
        const work = async (): Promise<void> => {
          for (let next = queue.shift(); next; next = queue.shift())
            await advance(next).catch(() => {
              failed += 1;
            });
        };
        await Promise.all(Array.from({ length: AT_ONCE }, work));
        if (due.length === 0 || failed > 0) return { taken, failed };
      }
    },

    /** Takes the provider's word about a text: forged, stale and unknown ones change nothing. */
    async smsReported(body: Uint8Array, signature: string | null): Promise<"taken" | "unknown" | ReportFailure> {
      const secret = deps.settings.reportSecret;
      if (secret === null) return "forged";
      const read = verifyReport(body, signature, secret, clock.now());
      if (!read.ok) return read.failure;
      // The provider has no rights of its own; the signature proved who speaks, and nothing is handed back.
      return asSystem(() => noteReport(read.value));
    },
  };

  function noteReport(report: SmsReport): Promise<"taken" | "unknown"> {
    const id = /^([0-9a-f-]{36})\.sms$/.exec(report.key)?.[1];
    if (id === undefined) return Promise.resolve(report.key.startsWith("code.") ? "taken" : "unknown");
    return db.inTransaction(async (tx) => {
      const held = await rows.holdById(tx, id);
      if (!held) return "unknown" as const;
      const now = clock.now();
      await insertStep(tx, held, { rung: "sms", event: report.state, attempt: 0, proof: report.id }, now);
      deps.count("sms", report.state);
      const waits = held.rung === "sms" && held.phase === "waiting";
      if (report.state === "undelivered" && waits)
        await rows.move(tx, held, { ...held, phase: "waiting", nextAt: now });
      return "taken" as const;
    });
  }
}
