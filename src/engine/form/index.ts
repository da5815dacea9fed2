/** The only door of the form: reading, checking and walking the pages of an edition. */
export { answerSchemas } from "./answer-schema.ts";
export type {
  AddressAnswer,
  Answer,
  Answers,
  FormContext,
  ItemAnswers,
  PersonAnswer,
  Problem,
  Raw,
  SimpleAnswer,
} from "./answers.ts";
export { answerAt, entriesOf, isAddress, isPartialDate, isPerson } from "./answers.ts";
export { holds } from "./conditions.ts";
export type { PlacedProblem, Reading } from "./form.ts";
export {
  answersThatCount,
  checkAnswers,
  checkEntry,
  checkItem,
  readItem,
  readPage,
  shownFields,
  shownPages,
  shownPapers,
} from "./form.ts";
export { type AnswerPath, pathOfBox, readAnswers, readEntry } from "./read-answers.ts";
export { boxText, readField, writeField } from "./read-field.ts";
export { type Names, showAnswer } from "./show.ts";
