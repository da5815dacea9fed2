import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { rowOn } from "../../parameters/table.ts";
import { type Bracket, scaleRules } from "../../parameters/traffic/index.ts";

/** What is left of the circumstances after one mitigating has cancelled one aggravating. */
export type Net = "none" | "one-mitigating" | "two-mitigating" | "one-aggravating" | "two-aggravating";

/** Two or more of a kind count as two. */
export function netOf(mitigating: number, aggravating: number): Net {
  const left = aggravating - mitigating;
  if (left === 0) return "none";
  if (left > 0) return left === 1 ? "one-aggravating" : "two-aggravating";
  return left === -1 ? "one-mitigating" : "two-mitigating";
}

/** An amount fixed by the rule, or the open interval in which the officer chooses with a reason. */
export type OnScale =
  | { readonly amount: number; readonly above: null; readonly below: null }
  | { readonly amount: null; readonly above: number; readonly below: number };

/** Where the circumstances put the amount inside a bracket: đồng or months, the middle rounded half up. */
export function onScale(bracket: Bracket, net: Net): OnScale {
  const middle = Math.floor((bracket.least + bracket.most + 1) / 2);
  const fixed = (amount: number): OnScale => ({ amount, above: null, below: null });
  const chosen = (above: number, below: number): OnScale => ({ amount: null, above, below });
  switch (net) {
    case "none":
      return fixed(middle);
    case "two-mitigating":
      return fixed(bracket.least);
    case "two-aggravating":
      return fixed(bracket.most);
    case "one-mitigating":
      return chosen(bracket.least, middle);
    case "one-aggravating":
      return chosen(middle, bracket.most);
  }
}

/** The text that sets the scale on the day of the decision; null before 01/07/2013. */
export const scaleRuleOn = (on: PlainDate) => rowOn(scaleRules(), on);
