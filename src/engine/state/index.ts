/** The only door of the state: acts, where they lead, and who may do what now. */
export {
  type Act,
  type ActData,
  type ActKind,
  type Actor,
  type PaperSent,
  type SupplementItem,
  SYSTEM,
} from "./acts.ts";
export { type ActRefusal, actsAllowed, type ChosenAct, mayAct, type Subject } from "./allowed.ts";
export { CLOCK_ENDED, type DossierState, deriveState, type Money, NATIONAL_STATUS, type Status } from "./derive.ts";
export { actName, statusName } from "./names.ts";
