import { communeStates, loadFormerOffices, policeOffices, provinceStates } from "../../../law/index.ts";
import type { Database } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/ids.ts";
import { loadOnce } from "./load-once.ts";
import { replaceCommunes, replaceProvinces, upsertUnits } from "./rows.ts";

/** Brings provinces, communes and offices into the tables; the application may only read them. */
export function loadReferenceData(owner: Database): Promise<"loaded" | "unchanged"> {
  const offices = policeOffices();
  // Plain JSON, not the canonical kind: both sides are written by the same code, and every start waits for it.
  const hash = sha256(JSON.stringify([provinceStates, communeStates(), offices])).toString("hex");
  return loadOnce(owner, { name: "places-and-offices", hash }, async (tx) => {
    await replaceProvinces(tx, provinceStates);
    await replaceCommunes(tx, communeStates());
    await upsertUnits(tx, offices);
  });
}

/** Brings in the offices that ended in 2025, for an installation that takes over their open work. */
export async function loadFormerUnits(owner: Database): Promise<"loaded" | "unchanged"> {
  const offices = (await loadFormerOffices()).formerOffices();
  const hash = sha256(JSON.stringify(offices)).toString("hex");
  return loadOnce(owner, { name: "former-offices", hash }, (tx) => upsertUnits(tx, offices));
}
