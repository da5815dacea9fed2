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
export type { Finding } from "./casework-acts.ts";
export { type Delivery, deliveryOf } from "./delivery.ts";
export { CLOCK_ENDED, type DossierState, deriveState, type Money, type Status } from "./derive.ts";
export { type Hand, type HandOver, type HandOverOutcome, type HandOverWhy, handOversOf } from "./hand-overs.ts";
export type { FeeTreatment, OriginalPaper, ReturnWay } from "./life-acts.ts";
export { type ClockRun, type Cooperation, openCooperations, originalsInHand } from "./life-steps.ts";
export { actName, statusName } from "./names.ts";
export { type Announcement, NATIONAL_ARROWS, type NationalStatus, type NationalStep, syncOf } from "./national.ts";
