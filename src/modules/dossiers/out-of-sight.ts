import { type Act, type Actor, deriveState, openCooperations } from "../../engine/state/index.ts";

/**
 * The act that took a dossier out of an officer's sight after they had seen so many acts of it: handed to another office, or
 * answered where the unit was asked only. Null where their unit did not have it in sight then, or still has.
 */
export function tookOutOfSight(acts: readonly Act[], seen: number, { as, unit }: Actor): Act | null {
  const sees = (count: number): boolean => {
    const state = deriveState(acts.slice(0, count));
    return state.unit === unit || openCooperations(state).some((one) => one.unit === unit);
  };
  if (as !== "officer" || seen < 1 || seen >= acts.length || !sees(seen) || sees(acts.length)) return null;
  return acts.find(({ seq }) => seq > seen && !sees(seq)) ?? null;
}
