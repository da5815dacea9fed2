import {
  type CalculationCitation,
  type CalculationStep,
  defineCalculation,
  type InputFields,
  type InputOf,
  isAbsent,
  RefusedInput,
} from "../../../src/engine/definition/index.ts";
import { addMonths, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { findSanctionTerm, licencePoints, POINT_RULES } from "../../parameters/traffic/index.ts";
import { citation, cited, step } from "../cite.ts";

const FIELDS = {
  points: { kind: "integer", needed: true, least: 0, most: licencePoints.most },
  deductions: { kind: "list", of: { kind: "integer", least: 0, most: licencePoints.most } },
  suspension: { kind: "boolean" },
  licenceState: { kind: "text", oneOf: ["valid", "suspended"] },
  effectiveOn: { kind: "date" },
  lastDeductionOn: { kind: "date" },
  asOf: { kind: "date" },
} as const satisfies InputFields;
type PointsInput = InputOf<typeof FIELDS>;

/** Points of a driving licence after a decision, or with time. */
export const licencePointsAfter = defineCalculation({
  name: "licence-points",
  title: text("Điểm giấy phép lái xe", "Points of a driving licence"),
  fields: FIELDS,
  lacks: ({ deductions, effectiveOn }) =>
    Array.isArray(deductions) && deductions.length > 0 && isAbsent(effectiveOn) ? "effectiveOn" : null,
  reckon(input) {
    checkDates(input);
    const story = storyOf(input);
    return {
      value: {
        deducted: story.deducted,
        points: story.points,
        applied: story.applied,
        mayDrive: story.points > 0,
        earliestTestOn: story.earliestTestOn,
        restoredOn: story.restoredOn,
      },
      steps: () => story.steps.map((tell) => tell()),
      citations: () => [cited(licencePoints), ...story.citations.map((tell) => tell())],
    };
  },
});

/** @throws RefusedInput `no-rate-for-date` for a day before there were points, `out-of-range` */
function checkDates(input: PointsInput): void {
  for (const field of ["effectiveOn", "lastDeductionOn", "asOf"] as const) {
    const date = input[field];
    if (date === undefined) continue;
    if (date < licencePoints.from) throw new RefusedInput("no-rate-for-date", field);
    if (date > LAST_DAY) throw new RefusedInput("out-of-range", field);
  }
}
/** A year later is still a day the calendar can write. */
const LAST_DAY = "2998-12-31";

type Story = {
  points: number;
  deducted: number;
  applied: "deduction" | "suspension-only" | "none" | "restored";
  lastDeductionOn: PlainDate | undefined;
  earliestTestOn: PlainDate | null;
  restoredOn: PlainDate | null;
  /** Told only when somebody asks for reasons; what a sentence says is fixed when it is added. */
  readonly steps: (() => CalculationStep)[];
  readonly citations: (() => CalculationCitation)[];
};

/** What happens to the licence, day after day: restored in time, deducted by the decision, restored again. */
function storyOf(input: PointsInput): Story {
  const story: Story = {
    points: input.points,
    deducted: 0,
    applied: "none",
    lastDeductionOn: input.lastDeductionOn,
    earliestTestOn: null,
    restoredOn: null,
    steps: [],
    citations: [],
  };
  const { effectiveOn, asOf } = input;
  const seen = effectiveOn === undefined || asOf === undefined || effectiveOn <= asOf;
  if (asOf !== undefined && effectiveOn !== undefined && seen) restore(story, effectiveOn);
  if (seen) decide(story, input);
  else story.steps.push(() => notYetInEffect(effectiveOn));
  if (asOf !== undefined) restore(story, asOf);
  testAfterZero(story);
  if (story.steps.length === 0) story.steps.push(() => nothingChanges(story.points));
  return story;
}

function decide(story: Story, input: PointsInput): void {
  const deductions = input.deductions ?? [];
  if (input.suspension === true) {
    story.applied = "suspension-only";
    reason(story, "suspension-only", () => SUSPENSION_ONLY);
  } else if (deductions.length > 0 && input.licenceState === "suspended") {
    reason(story, "not-while-suspended", () => NOT_WHILE_SUSPENDED);
  } else if (deductions.length > 0) {
    deduct(story, deductions, input.effectiveOn);
  }
}

const SUSPENSION_ONLY = step(
  "suspension-only",
  "Cùng hồ sơ có tước quyền sử dụng giấy phép: chỉ tước, không trừ điểm.",
  "The same file suspends the licence: suspension only, no points are deducted.",
  0,
);
const NOT_WHILE_SUSPENDED = step(
  "not-while-suspended",
  "Giấy phép đang bị tước quyền sử dụng: không trừ điểm.",
  "The licence is suspended: no points are deducted.",
  0,
);

function deduct(story: Story, deductions: readonly number[], on: PlainDate | undefined): void {
  const largest = Math.max(...deductions);
  const before = story.points;
  if (deductions.length > 1)
    reason(story, "largest-only", () =>
      step(
        "largest-only",
        `Nhiều hành vi xử phạt cùng lúc (${deductions.join(", ")} điểm): chỉ trừ mức cao nhất, ${largest} điểm.`,
        `Several acts sanctioned together (${deductions.join(", ")} points): only the largest counts, ${largest}.`,
        largest,
      ),
    );
  if (largest > before)
    reason(story, "never-below-zero", () =>
      step(
        "never-below-zero",
        `Giấy phép chỉ còn ${before} điểm: trừ hết số điểm còn lại.`,
        `Only ${before} points are left: all of them are deducted.`,
        before,
      ),
    );
  const deducted = Math.min(largest, before);
  if (deducted === 0) return;
  const left = before - deducted;
  story.deducted = deducted;
  story.points = left;
  story.applied = "deduction";
  story.lastDeductionOn = on;
  reason(story, "when-in-effect", () =>
    step(
      "deduction",
      `Trừ ${deducted} điểm${on ? ` từ ngày quyết định có hiệu lực ${showDate(on)}` : ""}, còn ${left} điểm.`,
      `${deducted} points are deducted${on ? ` on the day the decision takes effect, ${showDate(on)}` : ""}; ${left} are left.`,
      left,
    ),
  );
}

/** Back to twelve, also while suspended, where twelve months without a deduction have passed and points are left. */
function restore(story: Story, by: PlainDate): void {
  const last = story.lastDeductionOn;
  if (last === undefined || story.points === 0 || story.points === licencePoints.most) return;
  const term = findSanctionTerm("points-restore", last);
  if (term === null) return;
  const on = addMonths(last, term.value);
  if (on > by) return;
  story.points = licencePoints.most;
  story.applied = "restored";
  story.restoredOn = on;
  story.citations.push(() => cited(term));
  reason(story, "restored-after-a-year", () =>
    step(
      "restored-after-a-year",
      `${term.value} tháng không bị trừ điểm kể từ ${showDate(last)}: phục hồi đủ ${licencePoints.most} điểm ngày ${showDate(on)}.`,
      `${term.value} months without a deduction since ${showDate(last)}: back to ${licencePoints.most} on ${showDate(on)}.`,
      on,
    ),
  );
}

function testAfterZero(story: Story): void {
  if (story.points > 0) return;
  const zeroOn = story.lastDeductionOn;
  const term = zeroOn && findSanctionTerm("points-test", zeroOn);
  const on = zeroOn && term ? addMonths(zeroOn, term.value) : null;
  story.earliestTestOn = on;
  if (term) story.citations.push(() => cited(term));
  reason(story, "test-after-zero", () =>
    step(
      "no-points-left",
      `Hết điểm: không được lái xe theo giấy phép này${on ? `; được kiểm tra kiến thức pháp luật sớm nhất ngày ${showDate(on)}` : ""}.`,
      `No points left: no driving on this licence${on ? `; the test of traffic law is open from ${showDate(on)}` : ""}.`,
      on,
    ),
  );
}

function reason(story: Story, rule: keyof typeof POINT_RULES, given: () => CalculationStep): void {
  story.steps.push(given);
  story.citations.push(() => citation("168/2024/NĐ-CP", POINT_RULES[rule]));
}

const nothingChanges = (points: number): CalculationStep =>
  step("nothing-changes", `Số điểm không thay đổi: ${points}.`, `The points stay as they are: ${points}.`, points);

const notYetInEffect = (on: PlainDate | undefined): CalculationStep =>
  step(
    "not-yet-in-effect",
    `Quyết định chưa có hiệu lực${on ? ` trước ngày ${showDate(on)}` : ""}: chưa trừ điểm.`,
    `The decision is not in effect${on ? ` before ${showDate(on)}` : ""}: no points are deducted yet.`,
    0,
  );
