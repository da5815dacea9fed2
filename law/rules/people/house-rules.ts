import type { CalculationCitation } from "../../../src/engine/definition/index.ts";

/** A rule that no text of law sets: ours, and said to be ours. */
export const houseRule = (article: string): CalculationCitation => ({
  document: "Một Cửa",
  article,
  validFrom: null,
  validTo: null,
  confidence: "design",
});
