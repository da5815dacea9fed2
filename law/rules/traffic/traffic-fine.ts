import { type CalculationCitation, defineCalculation, isAbsent } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { cited } from "../cite.ts";
import { scaleRuleOn } from "./fine-scale.ts";
import { fineSteps } from "./fine-steps.ts";
import { countsExtraPersons, FINE_FIELDS, type FineInput, type Sanction, sanctionOf } from "./sanction.ts";

/** The sanction for one act in road traffic, by the decree in force when it ended. */
export const trafficFine = defineCalculation({
  name: "traffic-fine",
  title: text("Mức phạt vi phạm giao thông đường bộ", "Sanction for a road traffic violation"),
  fields: FINE_FIELDS,
  lacks: ({ violation, extraPersons }) =>
    countsExtraPersons(violation) && isAbsent(extraPersons) ? "extraPersons" : null,
  reckon(input) {
    const sanction = sanctionOf(input);
    return {
      value: answerOf(sanction),
      steps: () => fineSteps(sanction, input),
      citations: () => citationsOf(sanction, input),
    };
  },
});

const answerOf = (sanction: Sanction) => ({
  decree: sanction.violation.source,
  mainPenalty: sanction.violation.mainPenalty,
  bracketMin: sanction.bracket?.least ?? null,
  bracketMax: sanction.bracket?.most ?? null,
  net: sanction.net,
  fine: sanction.fine,
  fineAbove: sanction.fineAbove,
  fineBelow: sanction.fineBelow,
  points: sanction.points,
  suspensionMonths: sanction.suspensionMonths,
});

function citationsOf(sanction: Sanction, input: FineInput): readonly CalculationCitation[] {
  const { violation, bracket, pointsArticle } = sanction;
  const beside = (source: string, article: string): CalculationCitation => cited({ ...violation, source, article });
  const scale = scaleRuleOn(input.decidedOn ?? input.offenceEndedOn);
  return [
    cited(violation),
    ...(violation.amendedBy ? [beside(violation.amendedBy.source, violation.amendedBy.article)] : []),
    ...(violation.perExtraPerson ? [beside(violation.source, "45(3)")] : []),
    ...(pointsArticle === null ? [] : [beside(violation.source, pointsArticle)]),
    ...(bracket === null && violation.suspensionMonths === null ? [] : scale ? [cited(scale)] : []),
    ...(scale?.amendedBy && bracket !== null ? [cited({ ...scale, ...scale.amendedBy })] : []),
  ];
}
