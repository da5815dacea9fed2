import {
  type CalculationStep,
  defineCalculation,
  isAbsent,
  type Reasoned,
  type Reasons,
  RefusedInput,
} from "../../../src/engine/definition/index.ts";
import { type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { guardTraining, pawnFines } from "../../parameters/licences/conditions.ts";
import { businessLines } from "../../parameters/licences/lines.ts";
import { citedAll, step } from "../cite.ts";
import { calendarEnd } from "../terms/count.ts";
import { findLine } from "./line.ts";

const PAWN = "cam-do";
const ACTS = [...pawnFines.acts, "other"];
type Fine = { readonly act: string; readonly on: PlainDate };

/** The conditions of a business line that data can decide: fines of the person responsible, and guard firms that train. */
export const securityCondition = defineCalculation({
  name: "security-condition",
  title: text("Điều kiện về an ninh, trật tự", "Conditions of security and order"),
  fields: {
    check: { kind: "text", needed: true, oneOf: ["responsible-person", "guard-training"] },
    line: { kind: "text", needed: true, among: businessLines },
    appliedOn: { kind: "date", needed: true },
    fines: {
      kind: "list",
      of: {
        kind: "object",
        fields: { act: { kind: "text", needed: true, oneOf: ACTS }, on: { kind: "date", needed: true } },
      },
    },
    yearsInBusiness: { kind: "integer", least: 0 },
    guards: { kind: "integer", least: 0 },
  },
  lacks({ check, yearsInBusiness, guards }) {
    if (check !== "guard-training") return null;
    if (isAbsent(yearsInBusiness)) return "yearsInBusiness";
    return isAbsent(guards) ? "guards" : null;
  },
  reckon({ check, line, appliedOn, fines, yearsInBusiness, guards }) {
    if (check === "guard-training" && line !== guardTraining.line) throw new RefusedInput("not-allowed", "line");
    const { row, banned } = findLine(line, appliedOn, "appliedOn");
    if (banned) throw new RefusedInput("not-in-force", "appliedOn");
    if (check === "responsible-person") {
      if (line === PAWN) return pawnbroker(appliedOn, fines ?? []);
      return answer(
        [],
        () => [
          step(
            "no-data-condition",
            `“${row.vi}”: không có điều kiện riêng nào về người chịu trách nhiệm mà dữ liệu quyết định được.`,
            `“${row.en}”: no condition of its own on the responsible person that data can decide.`,
            true,
          ),
        ],
        () => citedAll(row),
      );
    }
    return guardFirm(yearsInBusiness ?? 0, guards ?? 0);
  },
});

const answer = (failed: readonly string[], steps: Reasons["steps"], citations: Reasons["citations"]): Reasoned => ({
  value: { eligible: failed.length === 0, failed },
  steps,
  citations,
});

/** Listed fines of the five years before; the last day of the five years still counts. */
function pawnbroker(appliedOn: PlainDate, fines: readonly Fine[]): Reasoned {
  const counts = ({ act, on }: Fine): boolean => {
    const until = calendarEnd(on, { count: pawnFines.years, unit: "year" });
    return pawnFines.acts.includes(act) && on <= appliedOn && (until === null || appliedOn <= until);
  };
  const barred = fines.some(counts);
  return answer(
    barred ? ["fined-within-5-years"] : [],
    () => [
      ...fines.map((fine) => (counts(fine) ? countingStep(fine, appliedOn) : passingStep(fine, appliedOn))),
      ...(barred ? [] : [noFineStep(appliedOn)]),
    ],
    () => citedAll(pawnFines),
  );
}

const countingStep = ({ act, on }: Fine, appliedOn: PlainDate): CalculationStep =>
  step(
    "fined-within-5-years",
    `Bị xử phạt ngày ${showDate(on)} về hành vi thuộc danh mục, chưa quá ${pawnFines.years} năm tính đến ngày ${showDate(appliedOn)}.`,
    `Fined on ${showDate(on)} for a listed act, within ${pawnFines.years} years before ${showDate(appliedOn)}.`,
    act,
  );
const passingStep = ({ act, on }: Fine, appliedOn: PlainDate): CalculationStep =>
  step(
    "fine-does-not-count",
    `Lần xử phạt ngày ${showDate(on)} không thuộc danh mục hoặc không nằm trong ${pawnFines.years} năm trước ngày ${showDate(appliedOn)}.`,
    `The fine of ${showDate(on)} is for no listed act or not within ${pawnFines.years} years before ${showDate(appliedOn)}.`,
    act,
  );
const noFineStep = (appliedOn: PlainDate): CalculationStep =>
  step(
    "no-fine-within-5-years",
    `Không bị xử phạt về hành vi thuộc danh mục trong ${pawnFines.years} năm trước ngày ${showDate(appliedOn)}.`,
    `No listed fine within ${pawnFines.years} years before ${showDate(appliedOn)}.`,
    true,
  );

function guardFirm(years: number, guards: number): Reasoned {
  const { yearsLeast, guardsLeast } = guardTraining;
  const failed = [
    ...(years < yearsLeast ? ["under-3-years-in-business"] : []),
    ...(guards < guardsLeast ? ["fewer-than-300-guards"] : []),
  ];
  const steps = () => [
    step(
      "years-in-business",
      `Đã kinh doanh dịch vụ bảo vệ ${years} năm; phải từ ${yearsLeast} năm trở lên.`,
      `In business for ${years} years; at least ${yearsLeast} are needed.`,
      years >= yearsLeast,
    ),
    step(
      "guards",
      `Có ${guards} nhân viên bảo vệ; phải từ ${guardsLeast} người trở lên.`,
      `${guards} guards; at least ${guardsLeast} are needed.`,
      guards >= guardsLeast,
    ),
  ];
  return answer(failed, steps, () => citedAll(guardTraining));
}
