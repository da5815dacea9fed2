/** The only door of the definition: what a procedure may say. */
export {
  type AnyCalculation,
  type Asked,
  awaitCalculation,
  type Calculated,
  type Calculation,
  type CalculationCitation,
  type CalculationStep,
  defineCalculation,
  defineLaterCalculation,
  type Reasoned,
  type Reasons,
  runCalculation,
} from "./calculation.ts";
export {
  type InputField,
  type InputFields,
  type InputOf,
  isAbsent,
  readDate,
  readInstant,
} from "./calculation-input.ts";
export {
  type ClockRule,
  type ClockRuleKey,
  type ClockRules,
  clockRuleOn,
  type PauseGround,
  pauseGroundsFor,
} from "./clock-rules.ts";
export { DEADLINE_LENGTH, deadlineInWords } from "./deadline-words.ts";
export { DefinitionProblems, defineProcedure, editionOn, fieldsOf, getEdition } from "./define.ts";
export type { Field, FieldKind, GroupField, Option, Page, Prefill, SimpleField } from "./fields.ts";
export type {
  Channel,
  Competence,
  Deadline,
  Edition,
  Paper,
  Procedure,
  ProcedureInput,
  Role,
  Step,
} from "./procedure.ts";
export { ProcedureShape } from "./procedure.ts";
export { type CalculationError, type RefusalCode, RefusedInput } from "./refused-input.ts";
export type { Citation, Condition, Evidence } from "./words.ts";
