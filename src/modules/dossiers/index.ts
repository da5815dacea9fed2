/** The only door of the dossiers. */
export type { CalendarOf, Done, Scene } from "./act.ts";
export { WRONG_PLACE } from "./acts/intake.ts";
export type { ResultPapers, SignedPaper } from "./acts/result.ts";
export type { RaisedLevel, WarnedOf, WarningRow } from "./clock-warning-rows.ts";
export type { CooperationShown } from "./cooperation.ts";
export {
  type ActWanted,
  createDossiers,
  type Dossiers,
  type DossiersParts,
  type DossierView,
  type Whereabouts,
} from "./dossiers.ts";
export type { Draft, Drafts } from "./drafts.ts";
export { actEntries } from "./entry-rows.ts";
export { type Evidence, findEvidence } from "./evidence.ts";
export type { ActFailure, FilingFailure } from "./failures.ts";
export { competentUnitFor, type Filing, feesFor, formContext } from "./filing.ts";
export type { Filed } from "./intake.ts";
export type { LikelySameDossier } from "./likely-same.ts";
export { createRegisterAnswers, type RegisterAnswer, type RegisterAnswers, type RegisterQuestions } from "./papers.ts";
export { type AvailablePaper, createPrinting, type Printing } from "./printing/printing.ts";
export {
  createRegister,
  type DossierRegister,
  REGISTER_COLUMNS,
  type RegisteredDossier,
  type RegisterQuestion,
  registerWords,
} from "./printing/register.ts";
export type { DossierRow, WorkCounts, WorkFilter } from "./rows.ts";
export { type LogVerdict, verifyLog } from "./verify-log.ts";
