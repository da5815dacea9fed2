import { RefusedInput } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { provinceOn, provincesByCode } from "../../parameters/people/provinces.ts";

/** Every province code there has been. */
export const provinceCodes = provincesByCode;

/**
 * Whether a code named a centrally run city or a province on a day.
 * @throws RefusedInput `not-in-force` for a code that named nothing on that day
 */
export function provinceKindOn(code: string, on: PlainDate, path: string): "city" | "province" {
  const row = provinceOn(provincesByCode().get(code) ?? [], on);
  if (!row) throw new RefusedInput("not-in-force", path);
  return row.kind;
}
