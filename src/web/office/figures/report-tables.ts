import { overrunCausesOn, type ReportKey, reportFormOn } from "../../../../law/index.ts";
import { dayOfInstant, type Instant, showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type ReportPaper, renderReport } from "../../../modules/documents/index.ts";
import { type Line, type Question, regroup } from "../../../modules/figures/index.ts";
import type { WebDeps } from "../../context.ts";

/** The statutory reports of Circular 01/2020/TT-VPCP as tables: what the page shows, and every file of them. */

/** `title` stands on paper, under `group`; `label` on the page and in files, where it has to speak for itself. */
export type ReportColumn = {
  readonly label: Text;
  readonly title: string;
  readonly group: string;
  readonly wide?: true;
  readonly narrow?: true;
};
export type ReportTable = {
  readonly key: ReportKey;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
  readonly notes: readonly string[];
};

const TAKEN = "Số hồ sơ nhận giải quyết";
const DONE = "Số hồ sơ đã giải quyết";
const OPEN = "Số hồ sơ đang giải quyết";
const HANDLING: readonly ReportColumn[] = [
  { title: "STT (1)", group: "", narrow: true, label: text("STT (1)", "No. (1)") },
  {
    title: "Lĩnh vực, công việc giải quyết theo cấp (2)",
    group: "",
    wide: true,
    label: text("Lĩnh vực (2)", "Field (2)"),
  },
  { title: "Tổng số (3)", group: TAKEN, label: text("Nhận giải quyết: tổng số (3)", "Taken in: all (3)") },
  {
    title: "Trong kỳ: trực tuyến (4)",
    group: TAKEN,
    label: text("Trong kỳ: trực tuyến (4)", "In the period: online (4)"),
  },
  {
    title: "Trong kỳ: trực tiếp, dịch vụ bưu chính (5)",
    group: TAKEN,
    label: text("Trong kỳ: trực tiếp, bưu chính (5)", "In the period: at the desk, by post (5)"),
  },
  { title: "Từ kỳ trước (6)", group: TAKEN, label: text("Từ kỳ trước (6)", "Carried over (6)") },
  { title: "Tổng số (7)", group: DONE, label: text("Đã giải quyết: tổng số (7)", "Done: all (7)") },
  { title: "Trước hạn (8)", group: DONE, label: text("Trước hạn (8)", "Early (8)") },
  { title: "Đúng hạn (9)", group: DONE, label: text("Đúng hạn (9)", "On time (9)") },
  { title: "Quá hạn (10)", group: DONE, label: text("Quá hạn (10)", "Late (10)") },
  { title: "Tổng số (11)", group: OPEN, label: text("Đang giải quyết: tổng số (11)", "In hand: all (11)") },
  { title: "Trong hạn (12)", group: OPEN, label: text("Trong hạn (12)", "In time (12)") },
  { title: "Quá hạn (13)", group: OPEN, label: text("Quá hạn (13)", "Late (13)") },
];
const OVERRUNS: readonly ReportColumn[] = [
  { title: "STT", group: "", narrow: true, label: text("STT", "No.") },
  { title: "Lĩnh vực", group: "", wide: true, label: text("Lĩnh vực", "Field") },
  { title: "Số lượng hồ sơ", group: "", label: text("Số lượng hồ sơ", "Dossiers") },
  { title: "Nguyên nhân quá hạn", group: "", wide: true, label: text("Nguyên nhân quá hạn", "Cause") },
  { title: "Ghi chú", group: "", wide: true, label: text("Ghi chú", "Note") },
];

const fieldTitle = (deps: WebDeps, key: string): string =>
  deps.procedures.find(({ field }) => field.key === key)?.field.title.vi ?? key;
const fieldOf = (deps: WebDeps, procedure: string): string =>
  deps.procedures.find(({ key }) => key === procedure)?.field.key ?? procedure;

/** Form II.06: (3) = (4) + (5) + (6) = (7) + (11); a clock that stands still is not late, so it counts in (12). */
export async function handlingTable(deps: WebDeps, question: Question): Promise<ReportTable> {
  const { lines, total } = await deps.figures.table(question, "procedure");
  const cells = (line: Line): string[] =>
    [
      line.received,
      line.receivedOnline,
      line.receivedOtherwise,
      line.carriedOver,
      line.done,
      line.early,
      line.onTime,
      line.late,
      line.open,
      line.openInTime + line.openPaused,
      line.openLate,
    ].map(String);
  return {
    key: "handling",
    columns: HANDLING,
    rows: regroup(lines, (key) => fieldOf(deps, key)).map((line, n) => [
      String(n + 1),
      fieldTitle(deps, line.key),
      ...cells(line),
    ]),
    total: ["", "Tổng số", ...cells(total)],
    notes: [
      "Hồ sơ đang tạm dừng tính thời hạn được tính vào cột (12). Quá hạn tính theo thời hạn của pháp luật, kể cả khi đã hẹn lại.",
    ],
  };
}

/** Form II.07: late dossiers by field and cause. */
export async function overrunTable(deps: WebDeps, question: Question, now: Instant): Promise<ReportTable> {
  const counts = await deps.scores.overruns(question.units, question.from, question.until);
  const causes = overrunCausesOn(dayOfInstant(now));
  const grouped = Map.groupBy(counts, (one) => `${fieldOf(deps, one.procedure)}|${one.cause}`);
  const rows = [...grouped].map(([name, all], n) => {
    const [field = "", cause = ""] = name.split("|");
    const [count, told] = [sum(all.map((one) => one.count)), sum(all.map((one) => one.told))];
    return [
      String(n + 1),
      fieldTitle(deps, field),
      String(count),
      causes.find(({ key }) => key === cause)?.name.vi ?? cause,
      told === count ? "Đã có văn bản xin lỗi" : `${count - told} hồ sơ chưa có văn bản xin lỗi`,
    ];
  });
  return {
    key: "overruns",
    columns: OVERRUNS,
    rows,
    total: ["", "Tổng số", String(sum(counts.map(({ count }) => count))), "", ""],
    notes: [
      `Danh mục nguyên nhân: ${causes.map(({ name }) => name.vi).join("; ")}. Hồ sơ không nêu nguyên nhân trong văn bản xin lỗi: do cơ quan phối hợp khi ý kiến trả lời chậm, còn lại là khác.`,
    ],
  };
}
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** The report as an accessible PDF, a draft to sign. */
export function reportFile(
  deps: WebDeps,
  table: ReportTable,
  question: Question,
  by: { readonly unit: string; readonly name: string },
): Uint8Array {
  const now = deps.clock.now();
  const form = reportFormOn(table.key, dayOfInstant(now));
  // What several offices did is reported by the one above them.
  const [only, more] = question.units;
  const unit = deps.catalogue.getUnit(more === undefined && only !== undefined ? only : by.unit);
  const receiver = unit.parentId ? deps.catalogue.findUnit(unit.parentId)?.name.vi : null;
  const paper: ReportPaper = {
    number: form?.number ?? "",
    circular: form?.basis[0]?.source ?? "",
    title: form?.title.vi ?? "",
    unit: unit.name.vi,
    receiver: receiver ?? "Bộ Công an",
    period: `từ ngày ${showDate(question.from)} đến ngày ${showDate(question.until)}`,
    place: deps.catalogue.findProvince(unit.provinceCode, dayOfInstant(now))?.name ?? "Hà Nội",
    columns: table.columns.map(({ title, group, wide = false, narrow = false }) => ({ title, group, wide, narrow })),
    rows: table.rows.map((row) => [...row]),
    total: table.rows.length > 0 ? [...table.total] : [],
    notes: [...table.notes],
    preparer: by.name,
  };
  return renderReport(paper, now);
}
