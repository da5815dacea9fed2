import { createHmac } from "node:crypto";
import type { Actor } from "../../engine/state/index.ts";
import type { PopulationRegister } from "../../gateways/population/index.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import {
  type Claim,
  type ClaimField,
  claimFields,
  type FieldAnswer,
  type Verification,
} from "../../kernel/person-claim.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { logAccess } from "../access/index.ts";
import type { Agency } from "./agencies.ts";
import * as rows from "./rows.ts";

/** What another agency wants to know, and why it may. */
export type Question = {
  /** Number, name and birth date are needed each time: a number alone would ask whether it is somebody's. */
  readonly claim: Claim & { readonly name: string; readonly birthDate: NonNullable<Claim["birthDate"]> };
  readonly dossier: string | null;
  readonly ground: string | null;
  readonly procedure: string | null;
  readonly purpose: string;
};

/** The five answers of Circular 136/2026/TT-BCA (from 2026-08-01), but for NOT_ENOUGH_GROUND, which is a refusal. */
export type Overall = "MATCH" | "NO_MATCH" | "NO_DATA" | "UNAVAILABLE";

export type AgencyAnswer = {
  readonly callId: string;
  readonly answer: Overall;
  readonly fields: { readonly number: "match" | "absent" | "error" } & {
    readonly [field in ClaimField]?: FieldAnswer | "error";
  };
  /** Null where nothing is known. */
  readonly living: boolean | null;
  readonly differs: readonly ClaimField[];
  readonly at: Instant;
  readonly replayed: boolean;
};

/** `not-enough-ground`: a field that was not granted (named), or neither dossier nor legal ground. */
export type AskFailure =
  | { readonly kind: "not-enough-ground"; readonly field: ClaimField | null }
  | { readonly kind: "too-many-tries" }
  | { readonly kind: "key-reused" };

export type AskingLimits = {
  /** How often a day one agency may ask about one number, and all agencies together. */
  readonly triesMost: number;
  readonly triesOfAllMost: number;
};
const USUAL: AskingLimits = { triesMost: 10, triesOfAllMost: 30 };

/** Answers other agencies: by API, by signed message, line by line of a batch. */
export function createAsking(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly register: PopulationRegister;
  /** Keys the hashes by which a repeated request is known. */
  readonly secret: string;
  readonly limits?: Partial<AskingLimits>;
}) {
  const { db, clock, register } = deps;
  const limits = { ...USUAL, ...deps.limits };
  const hashOf = (question: Question): string =>
    createHmac("sha256", deps.secret)
      .update(canonicalJson(question as unknown as Json))
      .digest("hex");

  /** Claims the key and counts the try, both or neither; or finds what the key was claimed for before. */
  const claim = async (
    agency: Agency,
    question: Question,
    key: string,
  ): Promise<Result<rows.AgencyCall, AskFailure>> => {
    const requestHash = hashOf(question);
    const at = clock.now();
    const call: rows.NewAgencyCall = {
      officeProvince: agency.provinceCode,
      id: newId(),
      askedBy: agency.code,
      key,
      requestHash,
      dossierCode: question.dossier,
      procedure: question.procedure ?? OTHER_PROCEDURE,
      purpose: question.purpose,
      ground: question.ground,
      fields: ["number", ...fieldsOf(question)],
      at,
    };
    const claimed = await db
      .inTransaction(async (tx) => {
        if (!(await rows.insertAgencyCall(tx, call))) return "before" as const;
        if (!(await countTries(tx, question.claim.number, agency, at))) throw new TooManyTries();
        return "now" as const;
      })
      .catch((cause: unknown) => {
        if (cause instanceof TooManyTries) return "too-many-tries" as const;
        throw cause;
      });
    if (claimed === "too-many-tries") return fail({ kind: claimed });
    if (claimed === "now")
      return ok({
        officeProvince: call.officeProvince,
        id: call.id,
        requestHash,
        state: "waiting",
        verdict: null,
        answeredAt: null,
      });
    const before = await rows.findAgencyCall(db, agency.provinceCode, agency.code, key);
    if (!before) throw new Error("a key of a verification was refused and is not there");
    return before.requestHash === requestHash ? ok(before) : fail({ kind: "key-reused" });
  };

  const countTries = async (tx: Tx, number: string, agency: Agency, at: Instant): Promise<boolean> => {
    const today = dayOfInstant(at);
    return (
      (await rows.countTry(tx, number, today, agency.code, limits.triesMost)) &&
      (await rows.countTry(tx, number, today, "", limits.triesOfAllMost))
    );
  };

  return {
    /**
     * Answers one question. The same key and content again is the same call: what was answered is answered again, what
     * failed is asked again under its id, and neither counts as another try.
     * @param actor who stands in the person's log of looks.
     */
    async ask(
      agency: Agency,
      actor: Actor,
      question: Question,
      key: string,
    ): Promise<Result<AgencyAnswer, AskFailure>> {
      const notGranted = fieldsOf(question).find((field) => !agency.fields.includes(field));
      if (notGranted) return fail({ kind: "not-enough-ground", field: notGranted });
      if (question.dossier === null && question.ground === null)
        return fail({ kind: "not-enough-ground", field: null });
      const claimed = await claim(agency, question, key);
      if (!claimed.ok) return claimed;
      const { id, verdict, answeredAt } = claimed.value;
      if (verdict && answeredAt !== null) return ok(told(id, question, verdict, answeredAt, true));

      const { dossier, purpose, procedure } = question;
      const asked = await register.verify(question.claim, {
        id,
        dossier,
        purpose,
        procedure: procedure ?? OTHER_PROCEDURE,
        agency: agency.code,
      });
      const at = clock.now();
      if (!asked.ok) {
        await rows.fail(db, claimed.value, asked.failure.kind, null, false);
        return ok(told(id, question, null, at, false));
      }
      const answer = outward(question.claim, asked.value);
      await db.inTransaction(async (tx) => {
        if (!(await rows.answer(tx, claimed.value, answer, at))) return;
        await logAccess(tx, at, {
          officeProvince: agency.provinceCode,
          actor,
          subjectNumber: question.claim.number,
          dossierCode: dossier,
          purpose: "verify-person",
          detail: question.ground ? `${purpose} (${question.ground})` : purpose,
          fields: ["identity-check"],
        });
      });
      return ok(told(id, question, answer, at, false));
    },

    /** Removes counts of days gone by and nonces of stale messages. Run it as a job. */
    sweep: (): Promise<void> => rows.sweep(db, dayOfInstant(clock.now()), clock.now()),
  };
}
export type Asking = ReturnType<typeof createAsking>;

class TooManyTries extends Error {}
/** The national service wants a procedure each time. */
const OTHER_PROCEDURE = "khac";

const fieldsOf = ({ claim }: Question): readonly ClaimField[] =>
  claimFields.filter((field) => claim[field] !== undefined);

/**
 * What leaves the house. A number of which neither the name nor a whole birth date agrees is answered like one that is
 * nobody's: who tries numbers learns nothing from it, not even whether it exists. (The year of birth stands in the number.)
 */
function outward(claim: Question["claim"], verdict: Verification): Verification {
  const nameAgrees = verdict.name === "match" || verdict.name === "partial-match";
  const dayAgrees = verdict.birthDate === "match" && claim.birthDate.day !== undefined;
  if (verdict.number === "match" && (nameAgrees || dayAgrees)) return verdict;
  return {
    number: "absent",
    name: "absent",
    birthDate: "absent",
    ...(claim.sex === undefined ? {} : { sex: "absent" }),
    living: true,
  };
}

function told(
  callId: string,
  question: Question,
  verdict: Verification | null,
  at: Instant,
  replayed: boolean,
): AgencyAnswer {
  const asked = fieldsOf(question);
  if (!verdict) {
    const errors = Object.fromEntries(asked.map((field) => [field, "error" as const]));
    return {
      callId,
      answer: "UNAVAILABLE",
      fields: { number: "error", ...errors },
      living: null,
      differs: [],
      at,
      replayed,
    };
  }
  const { living, ...fields } = verdict;
  const isNobody = verdict.number === "absent";
  const differs = isNobody ? [] : asked.filter((field) => verdict[field] !== "match");
  const answer = isNobody ? "NO_DATA" : differs.length > 0 || !living ? "NO_MATCH" : "MATCH";
  return { callId, answer, fields, living: isNobody ? null : living, differs, at, replayed };
}
