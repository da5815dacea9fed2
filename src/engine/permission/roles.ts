import type { Role } from "../definition/index.ts";

/** What a post may be entrusted with: steps of procedures, and duties of the house itself. */
export type OfficeRole = Role | HouseRole;
/**
 * `lawEditor` proposes figures and days off; `lawApprover` publishes what another has proposed. `overseer` sees the
 * figures of the unit and of those under it. `deskHead` answers for the one-stop desk. `operator` announces planned
 * stops and records faults of the services. `cashier` takes cash at the counter; `treasurer` keeps the accounts:
 * statements, matching, paying back, handing to the treasury.
 */
export type HouseRole = "lawEditor" | "lawApprover" | "overseer" | "deskHead" | "operator" | "cashier" | "treasurer";

const KNOWN = {
  deskOfficer: true,
  caseOfficer: true,
  unitLead: true,
  signer: true,
  clerk: true,
  lawEditor: true,
  lawApprover: true,
  overseer: true,
  deskHead: true,
  operator: true,
  cashier: true,
  treasurer: true,
} satisfies Record<OfficeRole, true>;

/** Whether this edition of the program knows the role; one it does not know gives no right. */
export const isOfficeRole = (role: string): role is OfficeRole => Object.hasOwn(KNOWN, role);
