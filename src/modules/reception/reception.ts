import type { Actor } from "../../engine/state/index.ts";
import type { Answered, PopulationRegister } from "../../gateways/population/index.ts";
import { addDays, dayOfInstant, type Instant, instantAt, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { readLogged, type Why } from "../access/index.ts";
import { findHousehold, findPerson, type Person } from "../population/index.ts";
import { createFormCodes } from "./form-code.ts";
import * as rows from "./rows.ts";
import type { Present } from "./scan.ts";

/** An officer at a desk, as the log of looks names them. */
export type AtDesk = {
  readonly officeProvince: string;
  readonly unit: string;
  readonly agencyCode: string;
  readonly actor: Actor;
};

/** Somebody met at the desk: what the document says, what the register answered, what it knows. */
export type Met = {
  /** Null where the register gave no usable answer, or there is no number to ask about. */
  readonly verdict: Answered | null;
  /** With the name and birth of the register where only a number was typed. */
  readonly present: Present;
};

export type EnvelopeFault = "tracking-number" | "sender" | "received-on" | "known";
const DAYS_BACK_MOST = 30;
const TRACKING = /^[A-Z0-9-]{4,40}$/;
const SENDER_LONGEST = 200;
/** By the end of the working day the post has been. */
const END_OF_DAY_MINUTE = 17 * 60;
const MOST_USED_DAYS = 90;
const SHOWN_ENVELOPES = 20;

export type Reception = ReturnType<typeof createReception>;

/** The reception desk: who comes, by which envelope, with which form. */
export function createReception(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly register: PopulationRegister;
  /** Keys the codes of printed forms. */
  readonly secret: string;
}) {
  const { db, clock, register } = deps;

  /** The register may be far away: it is asked before the transaction, which waits for nobody. */
  const ask = async (desk: AtDesk, present: Present): Promise<Answered | null> => {
    const { number, name, birthDate, sex } = present;
    if (number === null) return null;
    const claim = {
      number,
      ...(name === null ? {} : { name }),
      ...(birthDate === null ? {} : { birthDate }),
      ...(sex === null ? {} : { sex }),
    };
    const call = { id: newId(), dossier: null, procedure: "khac", purpose: PURPOSE_WORDS, agency: desk.agencyCode };
    const asked = await register.verify(claim, call);
    return asked.ok ? asked.value : null;
  };

  return {
    formCodes: createFormCodes(deps.secret),

    /**
     * Whoever stands at the desk, against the register: a verdict a field. The look is written in the transaction that
     * reads, whether somebody was found or not.
     */
    async meet(desk: AtDesk, present: Present): Promise<Met> {
      const verdict = await ask(desk, present);
      const { number } = present;
      if (number === null) return { verdict, present };
      return readLogged(db, clock.now(), desk, PURPOSE, async (reading) => {
        // A card says who it is, and verdicts do; of a number alone the officer must see whose it is.
        const person = present.name === null ? await findPerson(reading, number) : null;
        if (person)
          reading.note({ subjectNumber: number, dossierCode: null, fields: [...CHECKED, "name", "birth-date"] });
        else if (verdict?.number === "match")
          reading.note({ subjectNumber: number, dossierCode: null, fields: CHECKED });
        return { verdict, present: person ? identified(present, person) : present };
      });
    },

    /** What the register knows of somebody who stands at the desk and need not tell again; the look is in the log. */
    async recall(
      desk: AtDesk,
      number: string,
    ): Promise<{ readonly person: Person | null; readonly head: string | null }> {
      return readLogged(db, clock.now(), desk, PURPOSE, async (reading) => {
        const person = await findPerson(reading, number);
        if (!person) return { person: null, head: null };
        reading.note({
          subjectNumber: number,
          dossierCode: null,
          fields: ["name", "number", "birth-date", "address", "contact"],
        });
        return { person, head: (await findHousehold(reading, number))?.head?.name ?? null };
      });
    },

    /** The account as which a citizen's dossier is filed: their own, or a new one that only this dossier bears. */
    accountOf: async (number: string | null): Promise<string> =>
      (number === null ? null : await rows.citizenAccount(db, number)) ?? newId(),

    /** Procedures this desk takes most, the commonest first. */
    mostUsed: (desk: AtDesk): Promise<readonly string[]> =>
      rows.proceduresTaken(db, desk.officeProvince, desk.unit, clock.now() - MOST_USED_DAYS * 86_400_000),

    /** Writes an envelope of the post down. The same tracking number twice is one envelope, and said so. */
    async registerEnvelope(
      desk: AtDesk,
      wish: { readonly trackingNumber: string; readonly sender: string; readonly receivedOn: PlainDate | null },
    ): Promise<Result<rows.Envelope, EnvelopeFault>> {
      const trackingNumber = wish.trackingNumber.replace(/\s/g, "").toUpperCase();
      const sender = wish.sender.trim();
      const today = dayOfInstant(clock.now());
      if (!TRACKING.test(trackingNumber)) return fail("tracking-number");
      if (sender === "" || sender.length > SENDER_LONGEST) return fail("sender");
      const { receivedOn } = wish;
      if (!receivedOn || receivedOn > today || receivedOn < addDays(today, -DAYS_BACK_MOST)) return fail("received-on");
      const envelope: rows.Envelope = {
        officeProvince: desk.officeProvince,
        id: newId(),
        unit: desk.unit,
        trackingNumber,
        sender,
        receivedOn,
        registeredAt: clock.now(),
      };
      return (await rows.insertEnvelope(db, envelope, desk.actor.account)) ? ok(envelope) : fail("known");
    },

    envelopes: (desk: AtDesk) => rows.envelopesOfUnit(db, desk.officeProvince, desk.unit, SHOWN_ENVELOPES),
    findEnvelope: (desk: AtDesk, id: string) => rows.findEnvelope(db, desk.officeProvince, desk.unit, id),
    cameBy: (desk: AtDesk, envelope: string, code: string): Promise<void> =>
      rows.insertEnvelopeDossier(db, desk.officeProvince, envelope, code),

    /** When a dossier of an envelope counts as filed: now on the day itself, else at the end of the day it came. */
    filedAt(envelope: rows.Envelope): Instant {
      const now = clock.now();
      return dayOfInstant(now) === envelope.receivedOn
        ? now
        : Math.min(now, instantAt(envelope.receivedOn, END_OF_DAY_MINUTE));
    },

    /** Notes that papers with a secret mark were turned away; nothing of them or of who brought them. */
    noteSecretMark: (desk: AtDesk, procedure: string): Promise<void> =>
      db.inTransaction((tx) =>
        rows.insertSecretMark(tx, {
          officeProvince: desk.officeProvince,
          id: newId(),
          unit: desk.unit,
          procedure,
          account: desk.actor.account,
          at: clock.now(),
        }),
      ),
  };
}

const PURPOSE: Why = { purpose: "receive-dossier" };
const PURPOSE_WORDS = "Tiếp nhận hồ sơ tại Bộ phận Một cửa";
const CHECKED = ["identity-check"] as const;

const identified = (present: Present, { name, birth, sex }: Person): Present => ({
  ...present,
  name,
  birthDate: birth,
  sex,
});
