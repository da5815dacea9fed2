import type { Calculation } from "../../../src/engine/definition/index.ts";
import { deadline } from "./deadline.ts";
import { documentValidity } from "./document-validity.ts";
import { foreignerDeclarationDeadline } from "./foreigner-declaration-deadline.ts";
import { penalty } from "./penalty.ts";
import { procedureDeadline } from "./procedure-deadline.ts";
import { statutoryTerm } from "./statutory-term.ts";
import { stayDeadline } from "./stay-deadline.ts";

/** Time: limits, terms, validity, fines outside road traffic. One file a calculation. */
export const terms: readonly Calculation[] = [
  deadline,
  stayDeadline,
  foreignerDeclarationDeadline,
  procedureDeadline,
  statutoryTerm,
  documentValidity,
  penalty,
];
