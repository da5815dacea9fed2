import { loadOldUnits } from "../../../../law/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Catalogue } from "../../catalogue/index.ts";

const MOST = 40;

/**
 * What a written place may mean: communes of today by their name, wards of before 2025-07-01 by those that took them.
 */
export function createCommunesNamed(catalogue: Catalogue, clock: Clock): (name: string) => Promise<readonly string[]> {
  return async (name) => {
    const { findOldWards, unitOfOldWard } = await loadOldUnits();
    const today = dayOfInstant(clock.now());
    const codes = new Set(catalogue.searchCommunes(name).map(({ code }) => code));
    for (const { ward, exact } of findOldWards(name)) {
      if (!exact) continue;
      const unit = unitOfOldWard(ward.code, today);
      if (unit?.kind === "commune") codes.add(unit.commune.code);
      if (unit?.kind === "communes") for (const { code } of unit.communes) codes.add(code);
    }
    return [...codes].slice(0, MOST);
  };
}
