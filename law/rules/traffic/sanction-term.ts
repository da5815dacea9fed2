import { type CalculationCitation, RefusedInput } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { findSanctionTerm, type SanctionTerm } from "../../parameters/traffic/index.ts";
import { citation, cited } from "../cite.ts";

/** The figure of a day. @throws RefusedInput `no-rate-for-date` on field `on` */
export function getTerm(id: string, on: PlainDate): SanctionTerm {
  const found = findSanctionTerm(id, on);
  if (found === null) throw new RefusedInput("no-rate-for-date", "on");
  return found;
}

/** The row that decided and the law that gave it its present form. */
export const citedTerm = (row: SanctionTerm): readonly CalculationCitation[] => [
  cited(row),
  ...(row.amendedBy ? [citation(row.amendedBy.source, row.amendedBy.article)] : []),
];
