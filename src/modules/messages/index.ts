/** The only door of the messages. */
export type { Channel } from "./contact-rows.ts";
export { CONSENT, type ConfirmFailure, type ContactFailure, type Contacts } from "./contacts.ts";
export { createMessages, type Messages, type MessagesParts } from "./create.ts";
export type { KnownContact } from "./deliver.ts";
export { CALLS_MOST, RUNG_NAMES, type Rung } from "./ladder.ts";
export { leaveMessages, unitName } from "./leave.ts";
export { CALL_OUTCOMES, type CallOutcome, LETTER_OUTCOMES, type LetterOutcome, type Outstanding } from "./office.ts";
export type { Message, Progress } from "./rows.ts";
export { type TalkDossier, type TalkFailure, WORD_LONGEST, type Word } from "./talk.ts";
