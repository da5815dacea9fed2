import { type DataTermKey, refusalGroundOn } from "../../../law/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { type Reading, readForHouse } from "../access/index.ts";
import { dueAfter, type NoClock, prolonged } from "./clocks.ts";
import { isKept } from "./disposal.ts";
import type { Subject } from "./questions.ts";
import * as rows from "./requests-rows.ts";
import { wordsOf } from "./words.ts";

/** The rights a person may use (Law 91/2025/QH15 art. 4). */
export const RIGHTS = ["see", "correct", "restrict", "erase", "withdraw-consent", "object"] as const;
export type Right = (typeof RIGHTS)[number];
/** Which time the law gives for a right. */
const TERM_OF: Readonly<Record<Right, DataTermKey>> = {
  see: "provide",
  correct: "provide",
  restrict: "stop",
  erase: "erase",
  "withdraw-consent": "stop",
  object: "stop",
};
/** Rights whose granting leaves a mark for officers, until it is lifted. */
const MARKING: ReadonlySet<Right> = new Set<Right>(["restrict", "object"]);

/** Grounds on which a request may be refused, as the law names them. */
export const REFUSALS = ["no-consent-needed", "kept-by-law", "not-the-subject", "harms-others"] as const;
export type Refusal = (typeof REFUSALS)[number];

export type RequestStep = {
  readonly seq: number;
  readonly kind: "accepted" | "refused" | "extended" | "done" | "lifted" | "withdrawn";
  readonly at: Instant;
  readonly byName: string;
  readonly words: string;
  /** Of a refusal its ground, of a correction the procedure that has to be followed. */
  readonly ground: string | null;
  readonly dueAt: Instant | null;
};
export type RequestState = "asked" | RequestStep["kind"];
/** A request with its steps; state and due time follow from them. */
export type DataRequest = {
  readonly officeProvince: string;
  readonly id: string;
  readonly subjectNumber: string;
  readonly askerName: string;
  readonly askedBy: string;
  readonly unitId: string;
  readonly right: Right;
  readonly about: string;
  readonly dossierCode: string | null;
  readonly at: Instant;
  readonly answerDueAt: Instant;
  readonly doneDueAt: Instant;
  readonly steps: readonly RequestStep[];
};

/** Where a request stands. A prolonged one is one that was accepted. */
export function requestState({ steps }: Pick<DataRequest, "steps">): RequestState {
  const last = steps.findLast(({ kind }) => kind !== "extended");
  return last?.kind ?? "asked";
}

/** When the next word or deed is due; null once nothing is owed. */
export function requestDue(request: DataRequest): Instant | null {
  const state = requestState(request);
  if (state === "asked") return request.answerDueAt;
  if (state !== "accepted") return null;
  return request.steps.findLast(({ dueAt }) => dueAt !== null)?.dueAt ?? request.doneDueAt;
}

export type StepKind = RequestStep["kind"];
/** What may be done next, in the order an officer thinks of it; `withdrawn` is the person's own. */
export function stepsAllowed(request: Pick<DataRequest, "steps" | "right">): readonly StepKind[] {
  const state = requestState(request);
  if (state === "asked") return ["accepted", "refused", "withdrawn"];
  if (state === "accepted") {
    const once = request.steps.some(({ kind }) => kind === "extended");
    return ["done", ...(once ? [] : (["extended"] as const)), "refused", "withdrawn"];
  }
  return state === "done" && MARKING.has(request.right) ? ["lifted"] : [];
}

export type RequestFailure = NoClock | { readonly kind: "words" };
export type StepFailure =
  | NoClock
  | {
      readonly kind:
        | "not-found"
        | "words"
        | "not-yours"
        | "own-request"
        | "no-ground"
        | "kept-by-law"
        | "conflict"
        | "not-now";
    };
export type StepWanted = {
  readonly kind: Exclude<StepKind, "withdrawn">;
  readonly words: string;
  readonly ground: string;
};

/** The desk of data subjects. */
export function createRequests(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
}) {
  const { db, clock, calendar } = deps;

  const append = async (
    tx: Tx,
    request: DataRequest,
    by: Pick<Actor, "account" | "name" | "post">,
    step: Omit<RequestStep, "seq" | "at" | "byName">,
  ): Promise<Result<true, { readonly kind: "conflict" }>> => {
    const seq = request.steps.length + 1;
    const written = await rows.insertStep(tx, request, { ...step, seq, at: clock.now(), byName: by.name }, by);
    return written ? ok(true) : fail({ kind: "conflict" });
  };

  /** Erasure waits for the retention rules: while one dossier of the person here must be kept, it cannot be granted. */
  const isAnyKept = async (tx: Tx, request: DataRequest): Promise<boolean> => {
    const today = dayOfInstant(clock.now());
    const dossiers = await rows.dossiersHeld(readForHouse(tx, "act"), request);
    return dossiers.some(({ procedure, closedAt }) => isKept(procedure, closedAt, today));
  };

  return {
    /** Takes a request at any hour; both clocks start with it. */
    async request(
      subject: Subject,
      unit: { readonly id: string; readonly provinceCode: string },
      wanted: { readonly right: Right; readonly about: string; readonly dossierCode: string | null },
    ): Promise<Result<{ readonly id: string; readonly answerDueAt: Instant }, RequestFailure>> {
      const about = wordsOf(wanted.about);
      if (about === null) return fail({ kind: "words" });
      const at = clock.now();
      const answer = dueAfter("answer", at, calendar());
      const done = dueAfter(TERM_OF[wanted.right], at, calendar());
      if (!answer.ok) return answer;
      if (!done.ok) return done;
      const id = newId();
      await rows.insertRequest(db, {
        officeProvince: unit.provinceCode,
        id,
        subjectNumber: subject.number,
        askerName: subject.name,
        askedBy: subject.account,
        unitId: unit.id,
        right: wanted.right,
        about,
        dossierCode: wanted.dossierCode,
        at,
        answerDueAt: answer.value,
        doneDueAt: done.value,
      });
      return ok({ id, answerDueAt: answer.value });
    },

    /** The person takes a request back, as long as it is open. */
    async withdrawRequest(subject: Subject, id: string): Promise<Result<true, StepFailure>> {
      return db.inTransaction(async (tx) => {
        const found = await rows.requestsOfSubject(readForHouse(tx, "act"), subject.number);
        const request = found.find((one) => one.id === id);
        if (!request) return fail({ kind: "not-found" as const });
        if (!stepsAllowed(request).includes("withdrawn")) return fail({ kind: "not-now" as const });
        return append(tx, request, subject, { kind: "withdrawn", words: "", ground: null, dueAt: null });
      });
    },

    /** Does one step for the unit. Its leader decides, never about a request of their own. */
    async stepRequest(
      officer: Actor,
      unit: { readonly id: string; readonly provinceCode: string },
      id: string,
      wanted: StepWanted,
    ): Promise<Result<true, StepFailure>> {
      const words = wordsOf(wanted.words);
      if (words === null) return fail({ kind: "words" });
      if (!officer.roles?.includes("unitLead")) return fail({ kind: "not-yours" });
      return db.inTransaction(async (tx) => {
        const request = await rows.findRequest(readForHouse(tx, "act"), unit.provinceCode, id);
        if (request?.unitId !== unit.id) return fail({ kind: "not-found" as const });
        if (officer.number === request.subjectNumber) return fail({ kind: "own-request" as const });
        if (!stepsAllowed(request).includes(wanted.kind)) return fail({ kind: "not-now" as const });
        const refused = wanted.kind === "refused";
        if (refused && !refusalGroundOn(wanted.ground, dayOfInstant(request.at)))
          return fail({ kind: "no-ground" as const });
        const grants = wanted.kind === "accepted" || wanted.kind === "done";
        if (request.right === "erase" && grants && (await isAnyKept(tx, request)))
          return fail({ kind: "kept-by-law" as const });
        const due =
          wanted.kind === "extended"
            ? prolonged(TERM_OF[request.right], request.at, request.doneDueAt, calendar())
            : ok(null);
        if (!due.ok) return due;
        const ground = refused || request.right === "correct" ? wanted.ground || null : null;
        return append(tx, request, officer, {
          kind: wanted.kind,
          words,
          ground,
          dueAt: wanted.kind === "accepted" ? request.doneDueAt : due.value,
        });
      });
    },

    /** Whom a person may write to about their data, by the ids of offices. */
    officesOf: (reading: Reading, subjectNumber: string, account: string): Promise<readonly string[]> =>
      rows.officesOf(reading, subjectNumber, account, clock.now()),
    requestsOfSubject: rows.requestsOfSubject,
    requestsOfUnit: rows.requestsOfUnit,
    findRequest: rows.findRequest,
    /** The marks officers must see: processing of this person's data is restricted or objected to. */
    async marksOf(reading: Reading, subjectNumber: string): Promise<readonly DataRequest[]> {
      const all = await rows.requestsOfSubject(reading, subjectNumber);
      return all.filter((request) => MARKING.has(request.right) && requestState(request) === "done");
    },
  };
}
