/** The only door of the dossiers. */
export type { Done } from "./act.ts";
export type { ResultPapers, SignedPaper } from "./acts/result.ts";
export type { Scene } from "./act.ts";
export { type ActWanted, createDossiers, type Dossiers, type DossiersParts, type DossierView } from "./dossiers.ts";
export type { Draft, Drafts } from "./drafts.ts";
export type { ActFailure, FilingFailure } from "./failures.ts";
export { competentUnitFor, feesFor, type Filing, formContext } from "./filing.ts";
export type { Filed } from "./intake.ts";
export { type AvailablePaper, createPrinting, type Printing } from "./printing/printing.ts";
export { createRegisterAnswers, type RegisterAnswer, type RegisterAnswers, type RegisterQuestions } from "./papers.ts";
export type { DossierRow, WorkCounts, WorkFilter } from "./rows.ts";
export { type LogVerdict, verifyLog } from "./verify-log.ts";
