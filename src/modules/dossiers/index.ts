/** The only door of the dossiers. */
export type { CalendarOf, Done, Scene } from "./act.ts";
export type { CaseworkWanted, FindingGiven } from "./acts/casework.ts";
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
export type { OfficerLoad } from "./load-rows.ts";
export { type NoticeTemplate, TEMPLATE_KINDS, type TemplateKind } from "./notice-template-rows.ts";
export { filledIn, type TemplateFault } from "./notice-templates.ts";
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
export { REMARK_LONGEST } from "./remarks.ts";
export { isMendable, type Requirement, requirementsOf } from "./requirements.ts";
export type { BookLine } from "./result-book-rows.ts";
export type { DossierRow } from "./rows.ts";
export { type LogVerdict, verifyLog } from "./verify-log.ts";
export type { WorkCounts, WorkFilter, WorkRow } from "./work-rows.ts";
