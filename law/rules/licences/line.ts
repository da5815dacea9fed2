import { RefusedInput } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type BusinessLine, businessLines } from "../../parameters/licences/lines.ts";

/**
 * A business line on a day, and whether it has been banned since.
 * @throws RefusedInput `not-in-force` at `path` before the decree on these lines ran
 */
export function findLine(
  slug: string,
  on: PlainDate,
  path = "on",
): { readonly row: BusinessLine; readonly banned: boolean } {
  const row = businessLines().get(slug);
  if (!row) throw new RefusedInput("not-allowed", "line");
  if (on < row.from) throw new RefusedInput("not-in-force", path);
  return { row, banned: row.until !== null && on > row.until };
}
