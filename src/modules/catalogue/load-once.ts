import type { Database, Tx } from "../../platform/database/database.ts";
import { findVersion, lockReferenceData, setVersion } from "./rows.ts";

/**
 * Does a loading in one transaction, unless this very edition is loaded already; then one row is read and nothing
 * written. Two starters at once take turns. Needs the owner's connection.
 */
export async function loadOnce(
  owner: Database,
  edition: { readonly name: string; readonly hash: string },
  load: (tx: Tx) => Promise<void>,
): Promise<"loaded" | "unchanged"> {
  if ((await findVersion(owner, edition.name)) === edition.hash) return "unchanged";
  return owner.inTransaction(async (tx) => {
    await lockReferenceData(tx);
    if ((await findVersion(tx, edition.name)) === edition.hash) return "unchanged";
    await load(tx);
    await setVersion(tx, edition.name, edition.hash);
    return "loaded";
  });
}
