import type { Calculation } from "../../../src/engine/definition/index.ts";
import { procedureAvailability } from "./procedure-availability.ts";
import { sealFile } from "./seal-file.ts";
import { securityBusiness } from "./security-business.ts";
import { securityCondition } from "./security-condition.ts";
import { supportTool } from "./support-tool.ts";
import { weaponExam } from "./weapon-exam.ts";
import { weaponProcedure } from "./weapon-procedure.ts";

/** Seals, security businesses, weapons. One file a calculation. */
export const licences: readonly Calculation[] = [
  sealFile,
  securityBusiness,
  securityCondition,
  procedureAvailability,
  weaponProcedure,
  supportTool,
  weaponExam,
];
