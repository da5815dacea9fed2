import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { daysBetween, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type CardAlternative, type CardCondition, cardRuleSets } from "../../parameters/utilities/card-rules.ts";
import { VACCINE_KEYS, vaccines } from "../../parameters/utilities/vaccination.ts";
import { citedAll, step } from "../cite.ts";

/** Green or yellow card by a named rule set; which set decided is part of the answer. */
export const vaccinationCard = defineCalculation({
  name: "vaccination-card",
  title: text("Thẻ xanh, thẻ vàng COVID", "Green or yellow COVID card"),
  fields: {
    ruleSet: { kind: "text", needed: true, among: () => cardRuleSets },
    on: { kind: "date", needed: true },
    vaccine: { kind: "text", oneOf: VACCINE_KEYS },
    doses: { kind: "integer", needed: true, least: 0 },
    lastDoseOn: { kind: "date" },
    recoveredOn: { kind: "date" },
    negativeTestOn: { kind: "date" },
    isolationCompleted: { kind: "boolean" },
    selfTreated: { kind: "boolean" },
    antibodyPositive: { kind: "boolean" },
    certificate: { kind: "boolean" },
  },
  reckon(given) {
    const set = cardRuleSets.get(given.ruleSet);
    if (!set || given.on < set.from) throw new RefusedInput("not-in-force", "on");
    const green = fewestFailures(set.green, given);
    const yellow = fewestFailures(set.yellow, given);
    const card = green?.length === 0 ? "green" : yellow?.length === 0 ? "yellow" : "none";
    const failed = card === "none" ? (yellow ?? green ?? []) : [];
    return {
      value: { card, ruleSet: set.id, failed: failed.map((condition) => condition.name) },
      steps: () => [
        step(
          "rule-set",
          `Áp dụng bộ quy tắc ${set.id}, từ ngày ${showDate(set.from)}, cho ngày ${showDate(given.on)}.`,
          `Rule set ${set.id}, of ${showDate(set.from)}, for ${showDate(given.on)}.`,
          set.id,
        ),
        ...failed.map((condition) => {
          const [vi, en] = wanted(condition);
          return step("condition-failed", `Chưa đạt: ${vi}.`, `Not met: ${en}.`, condition.name);
        }),
        card === "none"
          ? step("card", "Chưa đủ điều kiện cấp thẻ.", "No card is given.", card)
          : card === "green"
            ? step("card", "Đủ điều kiện thẻ xanh.", "A green card is given.", card)
            : step("card", "Đủ điều kiện thẻ vàng.", "A yellow card is given.", card),
      ],
      citations: () => citedAll(set),
    };
  },
});

type Facts = {
  readonly on: PlainDate;
  readonly vaccine: string | undefined;
  readonly doses: number;
  readonly lastDoseOn: PlainDate | undefined;
  readonly recoveredOn: PlainDate | undefined;
  readonly negativeTestOn: PlainDate | undefined;
  readonly isolationCompleted: boolean | undefined;
  readonly selfTreated: boolean | undefined;
  readonly antibodyPositive: boolean | undefined;
  readonly certificate: boolean | undefined;
};

/** What fails in the alternative with the fewest failures, the first on a tie; null where there is no alternative. */
function fewestFailures(alternatives: readonly CardAlternative[], facts: Facts): CardAlternative | null {
  let fewest: CardAlternative | null = null;
  for (const alternative of alternatives) {
    const failed = alternative.filter((condition) => !holds(condition, facts));
    if (fewest === null || failed.length < fewest.length) fewest = failed;
  }
  return fewest;
}

/** Days from an event to the day asked about; null where it is not told or lies ahead. */
function daysSince(event: PlainDate | undefined, on: PlainDate): number | null {
  if (event === undefined || event > on) return null;
  return daysBetween(event, on);
}

function holds(condition: CardCondition, facts: Facts): boolean {
  switch (condition.name) {
    case "twoDoseVaccine":
      return courseOf(facts.vaccine) === 2;
    case "singleDoseVaccine":
      return courseOf(facts.vaccine) === 1;
    case "doses":
      return condition.least <= facts.doses && facts.doses <= (condition.most ?? facts.doses);
    case "daysSinceLastDose":
      return (daysSince(facts.lastDoseOn, facts.on) ?? -1) >= condition.least;
    case "recovered":
      return daysSince(facts.recoveredOn, facts.on) !== null;
    case "isolationCompleted":
      return facts.isolationCompleted === true;
    case "daysSinceRecovery":
      return (daysSince(facts.recoveredOn, facts.on) ?? Number.POSITIVE_INFINITY) <= condition.most;
    case "selfTreatedRecovered":
      return facts.selfTreated === true;
    case "antibodyTest":
      return facts.antibodyPositive === true;
    case "negativeTestMaxAgeDays":
      return (daysSince(facts.negativeTestOn, facts.on) ?? Number.POSITIVE_INFINITY) <= condition.most;
    case "certificate":
      return facts.certificate === true;
  }
}

/** A vaccine of no list, or none told, is neither of one dose nor of two. */
const courseOf = (vaccine: string | undefined): number | null => vaccines().get(vaccine ?? "")?.course ?? null;

function wanted(condition: CardCondition): readonly [vi: string, en: string] {
  switch (condition.name) {
    case "twoDoseVaccine":
      return ["vắc xin loại tiêm 2 mũi", "a vaccine of two doses"];
    case "singleDoseVaccine":
      return ["vắc xin loại tiêm 1 mũi", "a vaccine of one dose"];
    case "doses":
      return condition.most === undefined
        ? [`đã tiêm từ ${condition.least} mũi`, `at least ${condition.least} doses`]
        : [`đã tiêm đúng ${condition.least} mũi`, `exactly ${condition.least} dose`];
    case "daysSinceLastDose":
      return [`mũi cuối đã qua ${condition.least} ngày`, `${condition.least} days since the last dose`];
    case "recovered":
      return ["đã khỏi bệnh", "recovered"];
    case "isolationCompleted":
      return ["đã hoàn thành cách ly", "isolation completed"];
    case "daysSinceRecovery":
      return [`khỏi bệnh chưa quá ${condition.most} ngày`, `recovered within ${condition.most} days`];
    case "selfTreatedRecovered":
      return ["tự điều trị và đã khỏi bệnh", "recovered after treatment at home"];
    case "antibodyTest":
      return ["xét nghiệm kháng thể dương tính", "a positive antibody test"];
    case "negativeTestMaxAgeDays":
      return [`xét nghiệm âm tính trong ${condition.most} ngày`, `a negative test within ${condition.most} days`];
    case "certificate":
      return ["có giấy xác nhận khỏi bệnh hoặc hoàn thành cách ly", "a certificate of recovery or of isolation"];
  }
}
