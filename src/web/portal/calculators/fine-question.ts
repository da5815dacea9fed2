import { loadQuestions } from "../../../../law/index.ts";
import { text } from "../../../kernel/text.ts";
import type { AskedForm } from "./asked-form.ts";

/** What the calculator of fines asks, read from the address. */
export const FINE_NAMES = ["q", "loi", "nguoi", "vuot", "suc-chua", "giam-nhe", "tang-nang", "ngay"] as const;
export const FINE_LABELS = {
  vuot: text("Chở vượt bao nhiêu người", "Persons too many"),
  "suc-chua": text("Số người xe được phép chở", "Persons the vehicle may carry"),
  "giam-nhe": text("Số tình tiết giảm nhẹ", "Mitigating circumstances"),
  "tang-nang": text("Số tình tiết tăng nặng", "Aggravating circumstances"),
} as const;

export const SUBJECTS = {
  "ca-nhan": { key: "individual", label: text("Cá nhân", "An individual") },
  "to-chuc": { key: "organisation", label: text("Tổ chức", "An organisation") },
} as const;
export type SubjectName = keyof typeof SUBJECTS;
const SUBJECT_NAMES = Object.keys(SUBJECTS) as readonly SubjectName[];
const CIRCUMSTANCES_MOST = 20;
const PERSONS_MOST = 500;

export type FineQuestion = {
  readonly violation: string;
  readonly subject: SubjectName;
  readonly mitigating: number;
  readonly aggravating: number;
  /** Null where the bracket does not go by the persons too many. */
  readonly extraPersons: number | null;
  readonly capacity: number | null;
};

/** Reads every question about a chosen violation; null where none is chosen, or something is wrong or still to be asked. */
export async function readFine(form: AskedForm): Promise<FineQuestion | null> {
  const { violationsByCode } = await loadQuestions();
  const violation = form.typed("loi");
  if (violation === "") return null;
  const rows = violationsByCode().get(violation);
  if (!rows)
    form.errors.q = text(
      "Không có hành vi với mã này. Vui lòng tìm lại.",
      "There is no violation of that code. Search again.",
    );
  const subject = form.choice(
    "nguoi",
    SUBJECT_NAMES,
    "ca-nhan",
    text("Vui lòng chọn cá nhân hoặc tổ chức.", "Choose an individual or an organisation."),
  );
  const whole = (name: keyof typeof FINE_LABELS, least: number, most: number, needed = false) =>
    form.whole(name, { least, most }, FINE_LABELS[name], needed);
  const byPersons = rows?.some(({ perExtraPerson }) => perExtraPerson) ?? false;
  // Chosen from the list, nobody has been asked yet how many there were: the form asks first.
  const extraPersons = byPersons ? whole("vuot", 1, PERSONS_MOST, form.typed("nguoi") !== "") : null;
  const capacity = byPersons ? whole("suc-chua", 1, PERSONS_MOST) : null;
  const mitigating = whole("giam-nhe", 0, CIRCUMSTANCES_MOST);
  const aggravating = whole("tang-nang", 0, CIRCUMSTANCES_MOST);
  if (Object.keys(form.errors).length > 0 || subject === null || (byPersons && extraPersons === null)) return null;
  return { violation, subject, mitigating: mitigating ?? 0, aggravating: aggravating ?? 0, extraPersons, capacity };
}
