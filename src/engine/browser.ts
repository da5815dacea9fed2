/**
 * The engine's door for programs that run in a browser without a server, with the words of the kernel they need beside
 * it: read and check a form, derive the state from acts, say who may do what, reckon the due date. What is read from
 * other programs (`readAnswers`) and the definition's own checks stay behind: they need zod, and a procedure that was
 * defined has passed them.
 */

export { withAgencyHours } from "../kernel/agency-hours.ts";
export { openCalendar } from "../kernel/calendar.ts";
export { showDong } from "../kernel/dong.ts";
export { dayOfInstant, parseIsoDate, showDate, showInstant } from "../kernel/plain-date.ts";
export { isStayNoticeLate, stayNoticeDue } from "../kernel/stay-notice.ts";
export { clockRuleOn, editionOn, fieldsOf, getEdition, pauseGroundsFor } from "./definition/index.ts";
export {
  answersThatCount,
  boxText,
  checkAnswers,
  checkEntry,
  checkItem,
  entriesOf,
  holds,
  readField,
  readItem,
  readPage,
  showAnswer,
  shownFields,
  shownPages,
  shownPapers,
  writeField,
} from "./form/index.ts";
export { clockOf, clockUnitOf } from "./reckoning/clock.ts";
export { deadlineInWords, reckonDeadline } from "./reckoning/deadline.ts";
export { forwardBy } from "./reckoning/forwarding.ts";
export { actName, actsAllowed, deriveState, mayAct, statusName } from "./state/index.ts";
