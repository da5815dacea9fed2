import { loadCalculations, loadQuestions } from "../../../../law/index.ts";
import type { Calculated } from "../../../engine/definition/index.ts";
import { covers, type PlainDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type Answer, type Fact, moneyText, type Part, partOf } from "./answer.ts";
import { type FineQuestion, SUBJECTS } from "./fine-question.ts";

const FINE = text("Mức phạt", "The fine");
const PAYING = text("Nộp phạt nhiều lần", "Paying in parts");

/**
 * The same act in the law of another day: under the same code, else the one act of that day that is titled alike for the
 * same road users. Null where the wording changed with the decree, and only a person can say what is the same.
 */
export async function actOn(code: string, on: PlainDate): Promise<string | null> {
  const { violationsByCode } = await loadQuestions();
  const rows = violationsByCode().get(code) ?? [];
  if (rows.some((row) => covers(row, on))) return code;
  const alike = [...violationsByCode().values()]
    .flat()
    .filter((one) => covers(one, on))
    .filter((one) => rows.some((row) => row.vehicle === one.vehicle && row.title.vi === one.title.vi));
  return alike.length === 1 ? (alike[0]?.code ?? null) : null;
}

/** The sanction of a day, and whether a fine of that height may be paid in parts. */
export async function fineOn(question: FineQuestion, on: PlainDate): Promise<Answer> {
  const { calculate } = await loadCalculations();
  const subject = SUBJECTS[question.subject].key;
  const fine = calculate("traffic-fine", {
    violation: question.violation,
    offenceEndedOn: on,
    subject,
    mitigating: question.mitigating,
    aggravating: question.aggravating,
    extraPersons: question.extraPersons,
    capacity: question.capacity,
  });
  const parts: Part[] = [partOf(FINE, fine, sayFine)];
  const amount = fine.ok ? fine.value.value.fine : null;
  if (typeof amount === "number") {
    const instalment = calculate("instalment", { fine: amount, subject, on });
    if (instalment.ok && instalment.value.value.eligible) parts.push(partOf(PAYING, instalment, sayPaying));
  }
  return { on, parts };
}

const months = (value: number): Text => {
  const [vi, en] = [String(value).replace(".", ","), String(value)];
  return text(`${vi} tháng`, `${en} months`);
};
const between = (least: Text, most: Text): Text => text(`${least.vi} – ${most.vi}`, `${least.en} – ${most.en}`);
const isNumber = (value: unknown): value is number => typeof value === "number";

function sayFine(value: Calculated["value"]): readonly Fact[] {
  const { bracketMin, bracketMax, fine, fineAbove, fineBelow, points, suspensionMonths, mainPenalty } = value;
  const facts: Fact[] = [];
  if (isNumber(fine)) facts.push({ label: FINE, value: moneyText(fine), main: true });
  else if (isNumber(fineAbove) && isNumber(fineBelow))
    facts.push({
      label: FINE,
      value: between(moneyText(fineAbove), moneyText(fineBelow)),
      note: text("Người có thẩm quyền chọn trong khoảng này.", "The officer chooses between these."),
      main: true,
    });
  else facts.push({ label: FINE, value: OTHER_PENALTIES[String(mainPenalty)] ?? text("–", "–"), main: true });
  if (isNumber(bracketMin) && isNumber(bracketMax))
    facts.push({ label: text("Khung phạt", "Bracket"), value: between(moneyText(bracketMin), moneyText(bracketMax)) });
  facts.push({
    label: text("Điểm giấy phép lái xe", "Licence points"),
    value: points === 0 ? text("Không trừ", "None deducted") : text(`Trừ ${points} điểm`, `${points} deducted`),
  });
  if (isNumber(suspensionMonths))
    facts.push({ label: text("Tước giấy phép lái xe", "Licence suspended"), value: months(suspensionMonths) });
  return facts;
}
const OTHER_PENALTIES: Readonly<Record<string, Text>> = {
  warning: text("Cảnh cáo", "A warning"),
  "confiscate-vehicle": text("Tịch thu phương tiện", "The vehicle is confiscated"),
};

const sayPaying = (value: Calculated["value"]): readonly Fact[] => [
  {
    label: PAYING,
    value: text(`Tối đa ${value.maxParts} lần`, `Up to ${value.maxParts} parts`),
    note: text("Khi khó khăn đặc biệt được xác nhận.", "Where special hardship is confirmed."),
  },
];
