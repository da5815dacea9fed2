import type { Actor } from "../../engine/state/index.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { findLook, readForHouse } from "../access/index.ts";
import { dueAfter, type NoClock } from "./clocks.ts";
import * as rows from "./questions-rows.ts";
import { wordsOf } from "./words.ts";

/** Whoever asks, about themselves or about the organisation they speak for. */
export type Subject = { readonly number: string; readonly account: string; readonly name: string };

/** A person's question about one reading, with the answer once there is one. */
export type Question = {
  readonly officeProvince: string;
  readonly id: string;
  readonly lookId: string;
  readonly subjectNumber: string;
  readonly askerName: string;
  readonly unitId: string;
  readonly question: string;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly lookedAt: Instant;
  readonly lookedBy: string;
  readonly lookedByAccount: string;
  readonly dossierCode: string | null;
  readonly purposeKey: string | null;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
};

/** `own-look`: nobody answers for a reading of their own. */
export type AnswerFailure = {
  readonly kind: "not-found" | "words" | "not-yours" | "own-look" | "answered-already";
};
export type AskFailure = NoClock | { readonly kind: "not-found" | "words" | "asked-already" };

/** Questions about readings: asked on the portal, answered by the leader of the unit that looked. */
export function createQuestions(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
}) {
  const { db, clock, calendar } = deps;
  return {
    /** Asks about one reading of the person's data; the first answer is due as for any request (Decree 356/2025). */
    async askAboutLook(
      subject: Subject,
      look: { readonly officeProvince: string; readonly id: string },
      typed: string,
    ): Promise<Result<{ readonly dueAt: Instant }, AskFailure>> {
      const question = wordsOf(typed);
      if (question === null) return fail({ kind: "words" });
      const at = clock.now();
      const due = dueAfter("answer", at, calendar());
      if (!due.ok) return due;
      return db.inTransaction(async (tx) => {
        const found = await findLook(tx, subject.number, at, look.officeProvince, look.id);
        if (!found?.unitId) return fail({ kind: "not-found" as const });
        const asked = await rows.insertQuestion(tx, {
          officeProvince: look.officeProvince,
          id: newId(),
          lookId: look.id,
          subjectNumber: subject.number,
          askedBy: subject.account,
          askerName: subject.name,
          unitId: found.unitId,
          question,
          at,
          dueAt: due.value,
        });
        return asked ? ok({ dueAt: due.value }) : fail({ kind: "asked-already" as const });
      });
    },

    /** Answers a question for the unit: its leader does, and never about a reading of their own. */
    async answerQuestion(
      officer: Actor,
      unit: { readonly id: string; readonly provinceCode: string },
      id: string,
      typed: string,
    ): Promise<Result<true, AnswerFailure>> {
      const words = wordsOf(typed);
      if (words === null) return fail({ kind: "words" });
      if (!officer.roles?.includes("unitLead")) return fail({ kind: "not-yours" });
      return db.inTransaction(async (tx) => {
        const question = await rows.findQuestion(readForHouse(tx, "act"), unit.provinceCode, id);
        if (question?.unitId !== unit.id) return fail({ kind: "not-found" as const });
        if (question.lookedByAccount === officer.account) return fail({ kind: "own-look" as const });
        const answered = await rows.insertAnswer(tx, {
          officeProvince: unit.provinceCode,
          question: id,
          at: clock.now(),
          by: { account: officer.account, name: officer.name, ...(officer.post ? { post: officer.post } : {}) },
          words,
        });
        return answered ? ok(true as const) : fail({ kind: "answered-already" as const });
      });
    },

    questionsOfSubject: rows.questionsOfSubject,
    questionsOfUnit: rows.questionsOfUnit,
    waitingFor: rows.waitingFor,
  };
}
