import type { OfficeRole } from "../../../engine/permission/index.ts";

/** Whose work the register of dossiers is. */
export const REGISTER_ROLES: readonly OfficeRole[] = ["unitLead", "deskOfficer", "deskHead", "clerk"];
