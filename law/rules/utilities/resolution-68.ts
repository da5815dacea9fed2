import { type CalculationStep, defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { text } from "../../../src/kernel/text.ts";
import {
  amounts,
  conditions,
  type FactCondition,
  type Policy,
  policies,
  resolution,
} from "../../parameters/utilities/resolution-68.ts";
import { citation, citedAll, notDetermined, step } from "../cite.ts";
import { conditionStep, receivedStep } from "./resolution-68-words.ts";

/** Eligibility and amount under Resolution 68/NQ-CP of 2021, a closed set of rules. */
export const resolution68 = defineCalculation({
  name: "resolution-68",
  title: text("Hỗ trợ theo Nghị quyết 68/NQ-CP", "Support under Resolution 68/NQ-CP"),
  fields: {
    policy: { kind: "integer", needed: true, least: 1, most: 12 },
    receivedOn: { kind: "date", needed: true },
    facts: {
      kind: "object",
      needed: true,
      fields: {
        employerMustStopByAuthority: { kind: "boolean" },
        compulsorySocialInsurance: { kind: "boolean" },
        pregnant: { kind: "boolean" },
        businessRegistered: { kind: "boolean" },
        taxRegistered: { kind: "boolean" },
        stopOrderedByAuthority: { kind: "boolean" },
        unlawfulUnilateralTermination: { kind: "boolean" },
        eligibleForUnemploymentBenefit: { kind: "boolean" },
        receivesPensionOrMonthlyDisability: { kind: "boolean" },
        consecutiveDays: { kind: "integer", least: 0 },
        isolatedOrBlockedDays: { kind: "integer", least: 0 },
        stopDaysConsecutive: { kind: "integer", least: 0 },
        childrenUnder6: { kind: "integer", least: 0, most: 100 },
        days: { kind: "integer", least: 0 },
        eventStart: { kind: "date" },
        periodFrom: { kind: "date" },
        stoppageBasis: { kind: "text", oneOf: ["labour-code-99-3", "other"] },
        status: { kind: "text", oneOf: ["F0", "F1"] },
        // What only policies 7 and 9 read, by the names of the rule sheet.
        entitledPolicy: { kind: "integer", least: 1, most: 12 },
        age: { kind: "integer", least: 0 },
        f0OrF1: { kind: "boolean" },
        publicArtUnitClosedDays: { kind: "integer", least: 0 },
        artistTitleGrade: { kind: "text" },
        tourGuideCardValid: { kind: "boolean" },
        guideContractOrAssociation: { kind: "boolean" },
        // What the policies read whose amount no file tells: they are taken, and the answer is that nothing is determined.
        participatesWorkAccidentFund: { kind: "boolean" },
        isStateBudgetPayroll: { kind: "boolean" },
        contributionsPaidUntil: { kind: "text" },
        workerReductionPercent: { kind: "number", least: 0 },
        unemploymentInsuranceMonths: { kind: "integer", least: 0 },
        changedStructureOrTechnology: { kind: "boolean" },
        revenueDropPercentVs2019Or2020Quarter: { kind: "number" },
        trainingPlan: { kind: "boolean" },
        noBadDebt: { kind: "boolean" },
        compulsorySocialInsuranceWorkers: { kind: "integer", least: 0 },
        provinceRuleMet: { kind: "boolean" },
      },
    },
  },
  reckon({ policy: no, receivedOn, facts }) {
    const policy = policies().get(no);
    if (!policy || receivedOn < resolution.from) throw new RefusedInput("not-in-force", "receivedOn");
    if (policy.paid === "elsewhere") throw notDetermined("policy", policy.basis);
    const wanted = conditions().filter((one) => one.policy === no && one.from <= receivedOn && receivedOn <= one.until);
    needFacts(policy, wanted, facts);
    const alternatives = alternativesOf(wanted, facts);
    const failing = alternatives.reduce((fewest, one) =>
      failures(one, facts).length < failures(fewest, facts).length ? one : fewest,
    );
    const failed = failures(failing, facts).map((one) => one.fact);
    const late = policy.receiveUntil !== null && receivedOn > policy.receiveUntil;
    if (late) failed.push("receiveUntil");
    const eligible = failed.length === 0;
    const paid = eligible ? paidFor(policy, facts, alternatives) : NOTHING;
    const amount = paid.base + paid.supplement;
    return {
      value: {
        eligible,
        failed,
        amount,
        base: paid.base,
        supplement: paid.supplement,
        paidDays: policy.paid === "per-day" ? paid.days : null,
      },
      steps: () => [
        step("policy", `Chính sách ${no}: ${policy.vi}.`, `Policy ${no}: ${policy.en}.`, no),
        ...failing.map((one) => conditionStep(one, one.holds(factOf(facts, one.fact)))),
        receivedStep(policy, late),
        ...paid.steps(),
        step("amount", `Số tiền hỗ trợ: ${showDong(dong(amount))}.`, `Amount: ${showDong(dong(amount))}.`, amount),
      ],
      citations: () => [
        ...citedAll(policy),
        ...(paid.supplement > 0 && no !== 7 ? [citation("68/NQ-CP", "II.7")] : []),
      ],
    };
  },
});

type Facts = { readonly [fact: string]: unknown };
const factOf = (facts: Facts, name: string): unknown => facts[name];
const failures = (alternative: readonly FactCondition[], facts: Facts): readonly FactCondition[] =>
  alternative.filter((one) => !one.holds(factOf(facts, one.fact)));

function alternativesOf(wanted: readonly FactCondition[], facts: Facts): readonly (readonly FactCondition[])[] {
  const numbers = [...new Set(wanted.map((one) => one.alternative))];
  const all = numbers.map((number) => wanted.filter((one) => one.alternative === number));
  const told = all.filter((one) => one.every((condition) => factOf(facts, condition.fact) !== undefined));
  return told.length > 0 ? told : all;
}

/**
 * A fact a condition reads must be given; of several alternatives, those of one. What a policy pays by the day needs
 * the days as well.
 * @throws RefusedInput `missing-field` for the first in the order of the contract
 */
function needFacts(policy: Policy, wanted: readonly FactCondition[], facts: Facts): void {
  const numbers = [...new Set(wanted.map((one) => one.alternative))];
  const missing = numbers.map((number) =>
    wanted.filter((one) => one.alternative === number && factOf(facts, one.fact) === undefined).map((one) => one.fact),
  );
  const toTell = missing.some((names) => names.length === 0) ? [] : (missing[0] ?? []);
  const all = policy.paid === "per-day" && factOf(facts, "days") === undefined ? [...toTell, "days"] : toTell;
  const first = Object.keys(facts).find((name) => all.includes(name));
  if (first !== undefined) throw new RefusedInput("missing-field", `facts.${first}`);
}

type Paid = {
  readonly base: number;
  readonly supplement: number;
  readonly days: number;
  readonly steps: () => readonly CalculationStep[];
};
const NOTHING: Paid = { base: 0, supplement: 0, days: 0, steps: () => [] };

const amountOf = (policy: number, name: string) => {
  const found = amounts().find((one) => one.policy === policy && one.name === name);
  if (!found) throw new Error(`no amount ${name} of policy ${policy}`);
  return found;
};

function paidFor(policy: Policy, facts: Facts, alternatives: readonly (readonly FactCondition[])[]): Paid {
  if (policy.paid === "per-day") return mealsFor(policy, facts);
  if (policy.paid === "supplement") return supplementAlone(facts, alternatives);
  const base =
    policy.paid === "once"
      ? amountOf(policy.no, "once").amount
      : tierFor(policy.no, Number(factOf(facts, "consecutiveDays")));
  const supplement = WITH_SUPPLEMENT.includes(policy.no) ? supplementFor(facts) : 0;
  return {
    base,
    supplement,
    days: 0,
    steps: () => [
      step("base", `Mức hỗ trợ một lần: ${showDong(dong(base))}.`, `Paid once: ${showDong(dong(base))}.`, base),
      ...(supplement > 0 ? [supplementStep(supplement)] : []),
    ],
  };
}
const WITH_SUPPLEMENT: readonly number[] = [4, 5, 6];

function tierFor(policy: number, days: number): number {
  const tiers = amounts().filter((one) => one.policy === policy && one.name === "from-day" && (one.days ?? 0) <= days);
  return tiers.at(-1)?.amount ?? 0;
}

function supplementFor(facts: Facts): number {
  const pregnant = factOf(facts, "pregnant") === true ? amountOf(7, "pregnant").amount : 0;
  return pregnant + Number(factOf(facts, "childrenUnder6") ?? 0) * amountOf(7, "child-under-6").amount;
}

const supplementStep = (supplement: number): CalculationStep =>
  step(
    "supplement",
    `Hỗ trợ bổ sung cho người mang thai và trẻ em dưới 6 tuổi (chỉ một người: mẹ, cha hoặc người chăm sóc): ${showDong(dong(supplement))}.`,
    `Supplement for pregnancy and children under 6 (for one parent or carer only): ${showDong(dong(supplement))}.`,
    supplement,
  );

/** Policy 7 by itself: the supplement of a worker, or the sum for a child that is F0 or F1. */
function supplementAlone(facts: Facts, alternatives: readonly (readonly FactCondition[])[]): Paid {
  const met = alternatives.filter((one) => failures(one, facts).length === 0);
  const base = met.some((one) => one.some((condition) => condition.fact === "f0OrF1"))
    ? amountOf(7, "child-under-16-f0-f1").amount
    : 0;
  const worker = met.some((one) => one.some((condition) => condition.fact === "entitledPolicy"));
  const supplement = worker ? supplementFor(facts) : 0;
  return { base, supplement, days: 0, steps: () => (supplement > 0 ? [supplementStep(supplement)] : []) };
}

function mealsFor(policy: Policy, facts: Facts): Paid {
  const rate = amountOf(policy.no, String(factOf(facts, "status")));
  const most = rate.days ?? 0;
  const days = Math.min(Number(factOf(facts, "days")), most);
  const base = days * rate.amount;
  return {
    base,
    supplement: 0,
    days,
    steps: () => [
      step(
        "paid-days",
        `${rate.name}: ${showDong(dong(rate.amount))} một ngày, tối đa ${most} ngày; được tính ${days} ngày.`,
        `${rate.name}: ${showDong(dong(rate.amount))} a day for ${most} days at most; days paid: ${days}.`,
        days,
      ),
    ],
  };
}
