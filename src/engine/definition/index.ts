/** The only door of the definition: what a procedure may say. */
export {
  type AnyCalculation,
  awaitCalculation,
  type Calculated,
  type Calculation,
  type CalculationCitation,
  type CalculationError,
  type CalculationStep,
  defineCalculation,
  defineLaterCalculation,
  type InputField,
  type InputFields,
  type InputOf,
  isAbsent,
  type RefusalCode,
  RefusedInput,
  readDate,
  readInstant,
  runCalculation,
} from "./calculation.ts";
export { DefinitionProblems, defineProcedure, editionOn, fieldsOf, getEdition } from "./define.ts";
export type { Field, FieldKind, GroupField, Option, Page, Prefill, SimpleField } from "./fields.ts";
export type { Channel, Competence, Edition, Paper, Procedure, ProcedureInput, Role, Step } from "./procedure.ts";
export { ProcedureShape } from "./procedure.ts";
export type { Citation, Condition, Evidence } from "./words.ts";
