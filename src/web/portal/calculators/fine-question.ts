import { loadQuestions } from "../../../../law/index.ts";
import { text } from "../../../kernel/text.ts";
import type { AskedForm } from "./asked-form.ts";

/** What the calculator of fines asks, read from the address. */
export const FINE_NAMES = ["q", "loi", "nguoi", "giam-nhe", "tang-nang", "vuot", "suc-chua", "ngay"] as const;

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

/** Reads every question about a chosen violation; null where none is chosen or something is wrong. */
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
  const mitigating = form.whole("giam-nhe", { least: 0, most: CIRCUMSTANCES_MOST });
  const aggravating = form.whole("tang-nang", { least: 0, most: CIRCUMSTANCES_MOST });
  const byPersons = rows?.some(({ perExtraPerson }) => perExtraPerson) ?? false;
  const extraPersons = byPersons
    ? form.whole("vuot", { least: 1, most: PERSONS_MOST }, form.typed("nguoi") !== "")
    : null;
  const capacity = byPersons ? form.whole("suc-chua", { least: 1, most: PERSONS_MOST }) : null;
  if (Object.keys(form.errors).length > 0 || subject === null) return null;
  return { violation, subject, mitigating: mitigating ?? 0, aggravating: aggravating ?? 0, extraPersons, capacity };
}
