import { type Act, deriveState, SYSTEM } from "../../engine/state/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Catalogue } from "../catalogue/index.ts";
import { moveDebts } from "../payments/index.ts";
import { openOfUnit, unitsWithOpenWork } from "./clock-rows.ts";
import { projectCooperations } from "./cooperation-rows.ts";
import { actsOf, appendActs, lockDossier } from "./rows.ts";

/** How many open dossiers went from which office to which. */
export type Rerouted = readonly { readonly from: string; readonly to: string; readonly dossiers: number }[];

const PAGE = 200;

/**
 * Hands open dossiers of offices that have ended by a day to the offices that took their work (catalogue, dated). Each is
 * an act of its dossier; clocks, numbers and codes stay as they are. May be broken off and run again.
 * @throws where an office with open work ended without a successor
 */
export function createReroute(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly catalogue: Pick<Catalogue, "unitInCharge" | "getUnit">;
}) {
  const { db, clock, catalogue } = deps;

  const handOn = (at: { readonly officeProvince: string; readonly id: string }, to: string, province: string) =>
    db.inTransaction(async (tx) => {
      const dossier = await lockDossier(tx, at.officeProvince, at.id);
      if (!dossier) return false;
      const acts = await actsOf(tx, dossier.officeProvince, dossier.id);
      const state = deriveState(acts);
      if (state.unit === to || state.closedAt !== null) return false;
      const [before, after] = [catalogue.getUnit(state.unit).name.vi, catalogue.getUnit(to).name.vi];
      const act: Act = {
        seq: state.version + 1,
        id: newId(),
        kind: "rerouted",
        at: clock.now(),
        by: SYSTEM,
        data: { from: state.unit, to, province, because: `${before} kết thúc hoạt động; ${after} tiếp nhận` },
      };
      const next = deriveState([...acts, act]);
      await appendActs(tx, dossier, [act], next);
      await projectCooperations(tx, dossier, next, act.at);
      await moveDebts(tx, { officeProvince: dossier.officeProvince, dossierId: dossier.id }, to, clock.now());
      return true;
    });

  return async (on: PlainDate): Promise<Rerouted> => {
    const moved: { from: string; to: string; dossiers: number }[] = [];
    for (const from of await unitsWithOpenWork(db)) {
      const { id: to, provinceCode } = catalogue.unitInCharge(from, on);
      if (to === from) continue;
      let dossiers = 0;
      // What was handed on is not found again: each page is the first.
      for (let page = await openOfUnit(db, from, PAGE); page.length > 0; page = await openOfUnit(db, from, PAGE)) {
        for (const one of page) if (await handOn(one, to, provinceCode)) dossiers += 1;
      }
      moved.push({ from, to, dossiers });
    }
    return moved;
  };
}
