import { randomInt, timingSafeEqual } from "node:crypto";
import type { Mail } from "../../gateways/mail/index.ts";
import type { SmsGateway } from "../../gateways/sms/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { parseEmail, parsePhone, tidy } from "../../kernel/vietnamese.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId, newSecret, sha256 } from "../../platform/ids.ts";
import * as rows from "./contact-rows.ts";
import { codeSms, confirmLetter } from "./envelopes.ts";

/** Whoever sets a way for themselves or their organisation. */
export type Setter = { readonly account: string; readonly name: string };

export type ContactFailure =
  | "no-address"
  | "no-consent"
  /** No such way is set up in this house. */
  | "no-gateway"
  | "too-often"
  /** The gateway would not take the address, or did not answer. */
  | "not-sent";
export type ConfirmFailure = "wrong" | "too-late" | "nothing-asked";

const MINUTE_MS = 60_000;
const LINK_MS = 24 * 3_600_000;
const CODE_MS = 10 * MINUTE_MS;
const SENT_A_DAY_MOST = 5;
const TRIES_MOST = 5;
const ADDRESS_LONGEST = 300;

/** What the person agrees to, word for word; kept with the agreement. */
export const CONSENT: { readonly [C in rows.Channel]: Text } = {
  email: text(
    "Tôi đồng ý nhận tin về hồ sơ của tôi qua địa chỉ thư điện tử này. Tôi có thể thôi nhận bất cứ lúc nào.",
    "I agree to be told about my dossiers at this e-mail address. I can stop this at any time.",
  ),
  sms: text(
    "Tôi đồng ý nhận tin về hồ sơ của tôi qua số điện thoại này. Tôi có thể thôi nhận bất cứ lúc nào.",
    "I agree to be told about my dossiers at this telephone number. I can stop this at any time.",
  ),
  letter: text(
    "Tôi đồng ý nhận thư giấy về hồ sơ của tôi tại địa chỉ này. Tôi có thể thôi nhận bất cứ lúc nào.",
    "I agree to get letters about my dossiers at this address. I can stop this at any time.",
  ),
};

const PARSE: { readonly [C in rows.Channel]: (given: string) => string | null } = {
  email: parseEmail,
  sms: parsePhone,
  letter: (given) => {
    const line = tidy(given);
    return line.length >= 10 && line.length <= ADDRESS_LONGEST ? line : null;
  },
};

export type ContactDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly mail: Mail | null;
  readonly sms: SmsGateway | null;
  readonly settings: { readonly publicUrl: string; readonly smsMarks: boolean };
};

/** The ways a person wants to be told: given, confirmed by a link or a code, chosen, taken back. */
export function createContacts(deps: ContactDeps) {
  const { db, clock, settings } = deps;

  /** Keeps the hash of a fresh secret, unless too many were sent; answers the secret. */
  const beginConfirmation = (
    recipient: string,
    channel: "email" | "sms",
    address: string,
    by: Setter,
  ): Promise<Result<string, ContactFailure>> =>
    db.inTransaction(async (tx) => {
      const now = clock.now();
      const before = await rows.holdConfirmation(tx, recipient, channel);
      const today = before && dayOfInstant(before.sentAt) === dayOfInstant(now) ? before.sentToday : 0;
      if (before && (now - before.sentAt < MINUTE_MS || today >= SENT_A_DAY_MOST)) return fail("too-often");
      const secret = channel === "email" ? newSecret() : String(randomInt(0, 1_000_000)).padStart(6, "0");
      await rows.putConfirmation(tx, recipient, channel, {
        secretHash: hashOf(recipient, secret),
        tries: 0,
        sentAt: now,
        sentToday: today + 1,
        expiresAt: now + (channel === "email" ? LINK_MS : CODE_MS),
      });
      await rows.giveContact(tx, recipient, channel, address, null);
      await rows.insertContactEvent(tx, recipient, channel, "given", now, by);
      await rows.insertContactEvent(tx, recipient, channel, "consented", now, by, CONSENT[channel].vi);
      return ok(secret);
    });

  const sendSecret = async (channel: "email" | "sms", address: string, secret: string): Promise<boolean> => {
    if (channel === "email") {
      const link = `${settings.publicUrl}/hop-thu/cai-dat/xac-nhan/${secret}`;
      return (await deps.mail?.send({ key: newId(), to: address, ...confirmLetter(link) }))?.ok ?? false;
    }
    const words = codeSms(secret, settings.smsMarks);
    return (await deps.sms?.send({ key: `code.${newId()}`, to: address, text: words }))?.ok ?? false;
  };

  return {
    /** Which ways this house has. */
    offered: { email: deps.mail !== null, sms: deps.sms !== null, letter: true } as const,

    of: (recipient: string) => rows.contactsOf(db, [recipient]),

    /**
     * Takes an address with the person's consent. An e-mail address waits for its link, a telephone for its code; a postal
     * address counts at once. A confirmed address given again stays confirmed.
     */
    async give(
      recipient: string,
      channel: rows.Channel,
      given: string,
      consents: boolean,
      by: Setter,
    ): Promise<Result<"confirmed" | "sent", ContactFailure>> {
      const address = PARSE[channel](given);
      if (address === null) return fail("no-address");
      if (!consents) return fail("no-consent");
      if (channel === "letter") {
        await db.inTransaction(async (tx) => {
          const now = clock.now();
          await rows.giveContact(tx, recipient, channel, address, now);
          await rows.insertContactEvent(tx, recipient, channel, "given", now, by);
          await rows.insertContactEvent(tx, recipient, channel, "consented", now, by, CONSENT[channel].vi);
        });
        return ok("confirmed");
      }
      if (channel === "email" ? !deps.mail : !deps.sms) return fail("no-gateway");
      const secret = await beginConfirmation(recipient, channel, address, by);
      if (!secret.ok) return secret;
      return (await sendSecret(channel, address, secret.value)) ? ok("sent") : fail("not-sent");
    },

    /** Takes the secret of a link or the code of a text. Five wrong codes, and a new one is needed. */
    confirm: (
      recipient: string,
      channel: "email" | "sms",
      secret: string,
      by: Setter,
    ): Promise<Result<true, ConfirmFailure>> =>
      db.inTransaction(async (tx) => {
        const now = clock.now();
        const asked = await rows.holdConfirmation(tx, recipient, channel);
        if (!asked) return fail("nothing-asked");
        if (asked.expiresAt <= now || asked.tries >= TRIES_MOST) return fail("too-late");
        if (!timingSafeEqual(asked.secretHash, hashOf(recipient, secret.trim()))) {
          await rows.putConfirmation(tx, recipient, channel, { ...asked, tries: asked.tries + 1 });
          return fail("wrong");
        }
        await rows.spendConfirmation(tx, recipient, channel);
        await rows.confirmContact(tx, recipient, channel, now);
        await rows.insertContactEvent(tx, recipient, channel, "confirmed", now, by);
        return ok(true as const);
      }),

    /** Stops a way; nothing leaves by it from now on. */
    withdraw: (recipient: string, channel: rows.Channel, by: Setter): Promise<void> =>
      db.inTransaction(async (tx) => {
        await rows.spendConfirmation(tx, recipient, channel);
        if (await rows.withdrawContact(tx, recipient, channel))
          await rows.insertContactEvent(tx, recipient, channel, "withdrawn", clock.now(), by);
      }),
  };
}
export type Contacts = ReturnType<typeof createContacts>;

const hashOf = (recipient: string, secret: string): Buffer => sha256(`${recipient} ${secret}`);
