/** Who may do what. */
export { type LawAct, mayActOnLaw, type ProposalState } from "./law.ts";
export { type MoneyAct, mayHandleMoney } from "./money.ts";
export { isOfficeRole, type OfficeRole } from "./roles.ts";
