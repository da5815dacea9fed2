/** The only door of the registers. */
export { type Effect, writeEffect } from "./effects.ts";
export { listSeals, moveSeal, type SealRow, type SealState, sealStatesAfter } from "./seals.ts";
export { groupOf, stayEntries } from "./stay-entries.ts";
export {
  endStay,
  findStandingStays,
  findStays,
  insertStays,
  type NewStay,
  type StayEntry,
  type StayRow,
  staysInCommune,
  staysOfDossier,
} from "./stays.ts";
export { residencesOfDossier, type TemporaryResidence } from "./temporary-residence.ts";
export { columnText, columnValue } from "./values.ts";
