/** The only door of the definition: what a procedure may say. */
export { DefinitionProblems, defineProcedure, editionOn, fieldsOf, getEdition } from "./define.ts";
export type { Field, FieldKind, GroupField, Option, Page, Prefill, SimpleField } from "./fields.ts";
export type { Channel, Competence, Edition, Paper, Procedure, ProcedureInput, Role, Step } from "./procedure.ts";
export { ProcedureShape } from "./procedure.ts";
export type { Citation, Condition, Evidence } from "./words.ts";
