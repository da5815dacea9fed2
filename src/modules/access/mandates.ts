import { dayOfInstant, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { tidy } from "../../kernel/vietnamese.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { actorOf } from "./caller.ts";
import { logAccess } from "./looks.ts";
import * as rows from "./mandates-rows.ts";
import type { DataField } from "./purposes.ts";
import { setActingFor } from "./rows.ts";
import type { Post, Session, Ward } from "./session.ts";
import { hashOf } from "./sessions.ts";
import { wardsOn } from "./wards.ts";

/** The right to act for another, as it was asked for with a paper and answered by an officer. */
export type Mandate = {
  readonly id: string;
  readonly subject: { readonly kind: "person" | "organisation"; readonly number: string; readonly name: string };
  readonly representative: { readonly number: string; readonly name: string };
  readonly ground: Ward["ground"];
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly evidence: { readonly sha256: string; readonly name: string; readonly mediaType: string };
  readonly unit: string;
  readonly askedAt: Instant;
  readonly decision: {
    readonly outcome: "accepted" | "refused";
    readonly by: string;
    readonly at: Instant;
    readonly reason: string | null;
  } | null;
  /** First day on which it holds no more. */
  readonly endedOn: PlainDate | null;
};
export type MandateWish = Pick<Mandate, "subject" | "ground" | "from" | "until" | "evidence"> & {
  readonly office: { readonly province: string; readonly unit: string };
};
export type MandateFailure =
  | "not-a-person"
  | "own-number"
  | "dates-reversed"
  | "too-many-waiting"
  | "not-found"
  | "own-request"
  | "not-your-role"
  | "reason-missing"
  | "decided-before";
type Tagged = { readonly tag: MandateFailure };

const WAITING_MOST = 5;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const REASON_MAX = 1_000;

/** Acting for minors, wards and organisations on a ground that is stored with its days. */
export function createMandates(deps: { db: Database; clock: Clock }) {
  const { db, clock } = deps;
  const today = () => dayOfInstant(clock.now());
  const isExaminer = (post: Post): boolean => post.roles.some((role) => role === "deskOfficer" || role === "unitLead");

  const wardsOf = async (session: Session): Promise<readonly Ward[]> =>
    session.kind === "citizen" && session.number ? wardsOn(db, session.number, today()) : [];

  const findAt = async (officer: Session & { readonly post: Post }, id: string) => {
    const row = UUID.test(id) ? await rows.findMandate(db, id) : null;
    return row && row.unit_id === officer.post.unit.id ? row : null;
  };

  return {
    /** The minors and wards a citizen may act for today. */
    wardsOf,

    /** Lets a citizen act for a minor or ward from now on. */
    async actForWard(session: Session, number: string): Promise<Result<Ward, { readonly tag: "not-your-ward" }>> {
      const ward = (await wardsOf(session)).find((known) => known.number === number);
      if (!ward) return fail({ tag: "not-your-ward" });
      await setActingFor(db, hashOf(session), { organisation: null, person: ward.number });
      return ok(ward);
    },

    /** Asks, with a paper that is kept already, to be known as somebody's representative. */
    async askMandate(session: Session, wish: MandateWish): Promise<Result<string, Tagged>> {
      if (session.kind !== "citizen" || !session.number) return fail({ tag: "not-a-person" });
      if (wish.subject.number === session.number) return fail({ tag: "own-number" });
      if (wish.until !== null && wish.until < wish.from) return fail({ tag: "dates-reversed" });
      const waiting = (await rows.mandatesOf(db, session.number)).filter((row) => row.outcome === null);
      if (waiting.length >= WAITING_MOST) return fail({ tag: "too-many-waiting" });
      const id = newId();
      const at = clock.now();
      const row: rows.NewMandate = {
        subject_number: wish.subject.number,
        id,
        subject_kind: wish.subject.kind,
        subject_name: wish.subject.name,
        representative_number: session.number,
        representative_name: session.name,
        ground: wish.ground,
        valid_from: wish.from,
        valid_until: wish.until,
        evidence_sha256: wish.evidence.sha256,
        evidence_name: wish.evidence.name,
        evidence_media_type: wish.evidence.mediaType,
        office_province: wish.office.province,
        unit_id: wish.office.unit,
        asked_by: session.account,
        asked_at: at,
      };
      await db.inTransaction(async (tx) => {
        await rows.insertMandate(tx, row);
        // The register was asked whether number, name and birth date agree: the person asked about sees it.
        if (wish.subject.kind === "organisation") return;
        await logAccess(tx, at, {
          officeProvince: wish.office.province,
          actor: actorOf(session),
          subjectNumber: wish.subject.number,
          dossierCode: null,
          purpose: "represent",
          fields: ["identity-check"],
        });
      });
      return ok(id);
    },

    /** What a citizen has asked for, the latest first. */
    mandatesOf: async (session: Session): Promise<readonly Mandate[]> =>
      session.number && session.kind === "citizen" ? (await rows.mandatesOf(db, session.number)).map(mandateOf) : [],

    /** What waits for an officer's unit and what it decided last; the look at each is in the log. */
    async mandatesAt(
      officer: Session & { readonly post: Post },
    ): Promise<{ readonly waiting: readonly Mandate[]; readonly decided: readonly Mandate[] }> {
      return db.inTransaction(async (tx) => {
        const waiting = await rows.mandatesAt(tx, officer.post.unit.id, "waiting");
        const decided = await rows.mandatesAt(tx, officer.post.unit.id, "decided");
        await logMandates(tx, officer, [...waiting, ...decided], clock.now(), ["name", "number", "birth-date"]);
        return { waiting: waiting.map(mandateOf), decided: decided.map(mandateOf) };
      });
    },

    /** The paper of a mandate, for an officer of the unit it was sent to; null where there is none such. */
    async mandatePaper(officer: Session & { readonly post: Post }, id: string): Promise<Mandate["evidence"] | null> {
      const row = await findAt(officer, id);
      if (!row) return null;
      await db.inTransaction((tx) => logMandates(tx, officer, [row], clock.now(), ["paper"]));
      return mandateOf(row).evidence;
    },

    /** An officer's answer. Nobody answers their own request; a refusal says why. */
    async decideMandate(
      officer: Session & { readonly post: Post },
      id: string,
      said: { readonly outcome: "accepted" | "refused"; readonly reason: string },
    ): Promise<Result<Mandate, Tagged>> {
      const row = await findAt(officer, id);
      if (!row) return fail({ tag: "not-found" });
      if (!isExaminer(officer.post)) return fail({ tag: "not-your-role" });
      const parties = [row.representative_number, row.subject_number];
      if (officer.number !== null && parties.includes(officer.number)) return fail({ tag: "own-request" });
      const reason = tidy(said.reason).slice(0, REASON_MAX);
      if (said.outcome === "refused" && reason === "") return fail({ tag: "reason-missing" });
      const at = clock.now();
      const decided = { outcome: said.outcome, by: officer.account, byName: officer.name, at, reason: reason || null };
      const done = await db.inTransaction((tx) =>
        rows.decideMandate(tx, { subject: row.subject_number, id: row.id }, decided),
      );
      if (!done) return fail({ tag: "decided-before" });
      return ok({
        ...mandateOf(row),
        decision: { outcome: said.outcome, by: officer.name, at, reason: reason || null },
      });
    },

    /** Ends an accepted mandate from today: by the representative, or by an officer of the unit that accepted it. */
    async endMandate(session: Session, id: string): Promise<Result<true, Tagged>> {
      const row = UUID.test(id) ? await rows.findMandate(db, id) : null;
      const mayEnd =
        row &&
        (session.kind === "officer"
          ? session.post !== null && session.post.unit.id === row.unit_id && isExaminer(session.post)
          : session.number === row.representative_number);
      if (!row || !mayEnd) return fail({ tag: "not-found" });
      const done = await rows.endMandate(db, { subject: row.subject_number, id: row.id }, today(), session.account);
      return done ? ok(true) : fail({ tag: "decided-before" });
    },
  };
}

const logMandates = (
  tx: Parameters<typeof logAccess>[0],
  officer: Session & { readonly post: Post },
  read: readonly rows.MandateRow[],
  at: Instant,
  fields: readonly DataField[],
): Promise<void> => {
  const numbers = new Set(
    read.flatMap((row) => [row.representative_number, ...(row.subject_kind === "person" ? [row.subject_number] : [])]),
  );
  return logAccess(
    tx,
    at,
    ...[...numbers].map((subjectNumber) => ({
      officeProvince: officer.post.unit.provinceCode,
      actor: actorOf(officer),
      subjectNumber,
      dossierCode: null,
      purpose: "represent" as const,
      fields,
    })),
  );
};

const mandateOf = (row: rows.MandateRow): Mandate => ({
  id: row.id,
  subject: { kind: row.subject_kind, number: row.subject_number, name: row.subject_name },
  representative: { number: row.representative_number, name: row.representative_name },
  ground: row.ground,
  from: row.valid_from,
  until: row.valid_until,
  evidence: { sha256: row.evidence_sha256, name: row.evidence_name, mediaType: row.evidence_media_type },
  unit: row.unit_id,
  askedAt: row.asked_at,
  decision:
    row.outcome && row.decided_at !== null
      ? { outcome: row.outcome, by: row.decided_by_name ?? "", at: row.decided_at, reason: row.reason }
      : null,
  endedOn: row.ended_on,
});
