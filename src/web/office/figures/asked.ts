import type { Unit } from "../../../modules/catalogue/index.ts";
import type { Question } from "../../../modules/figures/index.ts";
import type { Ctx, WebDeps } from "../../context.ts";
import { type Officer, officerOf } from "../guard.ts";
import { type FiguresQuery, leads, questionOf, readFiguresQuery, unitsSeenBy } from "./query.ts";

/** Who asks for figures, of what, and of which offices. */
export type AskFigures = {
  readonly officer: Officer;
  readonly seen: readonly Unit[];
  readonly query: FiguresQuery;
  readonly question: Question;
};

/**
 * What is asked, within what the post may see: an office it may not see is left out as if it had not been named; or the way
 * to sign in.
 */
export function figuresAsked(deps: WebDeps, c: Ctx): AskFigures | Response {
  const officer = officerOf(c);
  if (officer instanceof Response) return officer;
  const seen = unitsSeenBy(deps, officer);
  const read = readFiguresQuery(c, deps.clock.now());
  const known = { ...read, unit: seen.some(({ id }) => id === read.unit) ? read.unit : "" };
  const query = known.by === "can-bo" && !leads(officer) ? { ...known, by: "linh-vuc" } : known;
  const question = questionOf(query, seen, deps.procedures);
  if (!question) throw new Error("a post without an office");
  return { officer, seen, query, question };
}
