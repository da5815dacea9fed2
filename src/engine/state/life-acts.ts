import type { Instant } from "../../kernel/plain-date.ts";

/** Acts of a dossier's life beside the straight way: handed on, asked about, promised anew, given back, put right. */

export type OriginalPaper = { readonly title: string; readonly count: number };
/** How a result or an original went to its owner. */
export type ReturnWay = "online" | "desk" | "post";
/** What becomes of a fee that was paid for a dossier that ended without a result, as the fee law has it. */
export type FeeTreatment = "nothing-paid" | "kept" | "give-back";

export type LifeActData = {
  /** One more request at reception: the first should have named everything, so a superior answers for it. */
  "supplement-approved": { readonly reason: string };
  /** Sent to the wrong office: it goes to the competent one under its code, with its history. */
  transferred: {
    readonly from: string;
    readonly to: string;
    /** Two digits: the province of the new office, in whose books it takes numbers. */
    readonly province: string;
    readonly because: string;
    /** The rule of the day for the clock of a dossier that was accepted elsewhere. */
    readonly clock: "not-started" | "goes-on" | "from-receipt";
    readonly clockFrom: Instant | null;
    readonly dueAt: Instant | null;
  };
  /** Another office is asked for its opinion, in its own time. */
  consulted: {
    readonly id: string;
    readonly unit: string;
    readonly unitName: string;
    readonly question: string;
    readonly dueAt: Instant;
  };
  "consultation-answered": {
    readonly id: string;
    readonly opinion: "agree" | "disagree" | "other";
    readonly answer: string;
    readonly onTime: boolean;
  };
  /** Nobody answered in time: the head of the desk is told. */
  "consultation-overdue": { readonly id: string; readonly unitName: string; readonly dueAt: Instant };
  /** One agency of an interlinked procedure has its turn, with its share of the time. */
  "handed-over": {
    readonly id: string;
    /** Which agency of the plan, counted from 0. */
    readonly leg: number;
    readonly unit: string;
    readonly unitName: string;
    readonly shareDays: number;
    readonly dueAt: Instant;
  };
  "handed-back": { readonly id: string; readonly result: string; readonly onTime: boolean };
  /** The appointment moves, once, with an apology (form 04). Lateness stays judged on the time of the law. */
  reappointed: {
    readonly number: string;
    readonly reason: string;
    readonly unitAtFault: string;
    /** Which of the causes of Form II.07 it was; absent in acts from before causes were asked for. */
    readonly cause?: string;
    readonly originalDueAt: Instant;
    readonly newDueAt: Instant;
    /** Whether the letter was written as early as the law asks. */
    readonly inTime: boolean;
  };
  "originals-taken": { readonly papers: readonly OriginalPaper[] };
  "originals-returned": { readonly papers: readonly OriginalPaper[]; readonly way: ReturnWay; readonly to: string };
  /** The result lies with the post. */
  posted: { readonly carrier: string; readonly tracking: string };
  /** An issued result was wrong: another takes its place, at the agency's cost. */
  "replacement-decided": {
    /** The wrong document, and its number. */
    readonly replaces: string;
    readonly replacedNumber: string;
    readonly reason: string;
    /** What it says and should say. */
    readonly correction: string;
    readonly outcome: "grant" | "refuse";
    readonly cost: "agency";
  };
};
export type LifeActKind = keyof LifeActData;
