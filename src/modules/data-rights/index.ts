/** The only door of what a person may ask about their data. */
import type { Calendar } from "../../kernel/calendar.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Files } from "../../platform/files.ts";
import { createBreaches } from "./breaches.ts";
import { createDisposal } from "./disposal.ts";
import { createQuestions } from "./questions.ts";
import { createRequests } from "./requests.ts";

export {
  authorityTold,
  BREACH_STEPS,
  type Breach,
  type BreachStep,
  type BreachStepFailure,
  breachClosed,
} from "./breaches.ts";
export { answerTime } from "./clocks.ts";
export type { DisposalFailure, DisposalItem, DisposalList } from "./disposal.ts";
export { type OwnPart, ownData } from "./own-data.ts";
export type { AnswerFailure, AskFailure, Question, Subject } from "./questions.ts";
export {
  type DataRequest,
  REFUSALS,
  type Refusal,
  type RequestState,
  type RequestStep,
  RIGHTS,
  type Right,
  requestDue,
  requestState,
  type StepFailure,
  type StepKind,
  stepsAllowed,
} from "./requests.ts";

/** Questions, requests, breaches and disposal of one house. */
export const createDataRights = (deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
  readonly files: Files;
  readonly procedures: readonly { readonly key: string }[];
}) => ({
  ...createQuestions(deps),
  ...createRequests(deps),
  ...createBreaches(deps),
  ...createDisposal(deps),
});
export type DataRights = ReturnType<typeof createDataRights>;
