import { type Text, text } from "../../../src/kernel/text.ts";
import { type DatedTable, datedRow, entriesOf, joined, length, NOT_FOUND, noRule, worded } from "../dated-table.ts";
import { oneStopForms } from "./forms.ts";
import { type OneStopRule, type OneStopRuleKey, oneStopRules } from "./regimes.ts";
import { overrunCauses, reportForms } from "./reports.ts";
import { scoreClasses, scoreFigures, scoreIndicators } from "./score-card.ts";
import { serviceClasses, serviceGroups, serviceIndicators } from "./service-index.ts";

const NAMES: { readonly [K in OneStopRuleKey]: Text } = {
  decree: text("Nghị định về cơ chế một cửa", "Decree on the one-stop mechanism"),
  forms: text("Thông tư ban hành biểu mẫu", "Circular that sets the forms"),
  "stop-notice": text("Mẫu thông báo dừng giải quyết", "Form of the stop notice"),
  "boundary-free": text("Phạm vi nộp không phụ thuộc địa giới", "Where a dossier may be handed in"),
  "wrong-place": text("Trả lời hồ sơ trực tuyến gửi nhầm nơi", "Answering a dossier sent online to the wrong place"),
  "clock-elsewhere": text(
    "Thời điểm tính thời hạn của hồ sơ nộp ở nơi khác",
    "When the clock of a dossier handed in elsewhere starts",
  ),
  "appraisal-notice-days": text(
    "Thời hạn trả lại để bổ sung sau thẩm định",
    "Time to return a dossier for a supplement after appraisal",
  ),
  reappointments: text("Số lần được hẹn lại", "How often the appointment may be moved"),
  "apology-days-before": text("Xin lỗi trước khi hết hạn", "Apology before the time is over"),
};

const WORDS: Readonly<Record<string, Text>> = {
  none: text("chưa có mẫu", "no form yet"),
  "by-decision": text("theo quyết định của cơ quan có thẩm quyền", "where the authority has so decided"),
  province: text("trong tỉnh, thành phố", "within the province"),
  nation: text("toàn quốc", "the whole country"),
  accepted: text("khi nơi nhận tiếp nhận đủ hồ sơ", "when accepted where it was handed in"),
  "competent-agency": text("khi cơ quan có thẩm quyền nhận được", "when the competent agency has it"),
};

const shownOf = ({ key, value }: OneStopRule): Text => {
  if (key === "appraisal-notice-days") return length(value, "working-day");
  if (key === "apology-days-before") return length(value, "day");
  return WORDS[value] ?? worded(value);
};

/** The one-stop mechanism: what changed on which day. */
export const tables: readonly DatedTable[] = [
  {
    id: "one-stop-mechanism",
    field: "procedures",
    title: text("Cơ chế một cửa, một cửa liên thông", "The one-stop mechanism"),
    rows: () =>
      entriesOf(oneStopRules()).map(([key, rule]) => datedRow(rule, key, shownOf(rule), NAMES[key as OneStopRuleKey])),
    noRule: [],
  },
  {
    id: "one-stop-forms",
    field: "procedures",
    title: text("Mẫu của Bộ phận Một cửa", "Forms of the one-stop desk"),
    rows: () =>
      entriesOf(oneStopForms()).map(([key, form]) =>
        datedRow(form, key, text(`Mẫu số ${form.number}`, `Form ${form.number}`), form.title),
      ),
    noRule: [
      noRule(
        ["stop-notice"],
        null,
        "2025-09-14",
        text("Mẫu mới từ ngày 15/09/2025.", "A form that is new since 15/09/2025."),
      ),
    ],
  },
  {
    id: "one-stop-score-card",
    field: "procedures",
    title: text("Chấm điểm giải quyết thủ tục hành chính", "Score card of the handling of procedures"),
    rows: () => [
      ...scoreIndicators().map((one) => datedRow(one, `indicator-${one.number}`, joined(one.points), one.name)),
      ...entriesOf(scoreFigures()).map(([key, one]) =>
        datedRow(one, key, length(one.value, one.unit), SHARES[key] ?? null),
      ),
      ...scoreClasses().map((one) =>
        datedRow(
          one,
          `class-${one.of}-${one.least}`,
          text(`từ ${one.least} điểm`, `${one.least} points or more`),
          one.name,
        ),
      ),
    ],
    noRule: [
      noRule(
        "all",
        "2025-09-15",
        null,
        text(
          "Thông tư 03/2025/TT-VPCP thay Thông tư 01/2018/TT-VPCP; chưa thấy bảng điểm mới.",
          "Circular 03/2025/TT-VPCP replaced 01/2018/TT-VPCP; no new card was found.",
        ),
      ),
    ],
  },
  {
    id: "service-index",
    field: "procedures",
    title: text("Bộ chỉ số phục vụ người dân, doanh nghiệp", "Index for serving people and businesses"),
    rows: () => [
      ...serviceGroups().map((one) => datedRow(one, one.key, most(one.most), one.name)),
      ...serviceIndicators().map((one) =>
        datedRow(one, `${one.group}-${one.key}`, one.most === null ? NOT_FOUND : most(one.most), one.name),
      ),
      ...serviceClasses().map((one) =>
        datedRow(one, `class-${one.least}`, text(`từ ${one.least} điểm`, `${one.least} points or more`), one.name),
      ),
    ],
    noRule: [
      noRule("all", null, "2022-06-22", text("Quyết định ban hành ngày 23/06/2022.", "The decision is of 23/06/2022.")),
    ],
  },
  {
    id: "statutory-reports",
    field: "procedures",
    title: text("Biểu mẫu báo cáo về thủ tục hành chính", "Statutory reports on procedures"),
    rows: () => [
      ...entriesOf(reportForms()).map(([key, form]) => datedRow(form, key, form.number, form.title)),
      ...overrunCauses().map((cause) => datedRow(cause, `cause-${cause.key}`, CAUSE, cause.name)),
    ],
    noRule: [],
  },
];

const most = (points: number) => text(`tối đa ${points} điểm`, `${points} points at most`);
const CAUSE = text("nguyên nhân quá hạn", "cause of an overrun");
const SHARES: Readonly<Record<string, Text>> = {
  "on-the-spot-share": text("Tỷ lệ thủ tục giải quyết tại chỗ", "Procedures handled on the spot"),
  "online-procedures-share": text("Tỷ lệ thủ tục trực tuyến", "Procedures online"),
  "online-share-full": text("Tỷ lệ hồ sơ trực tuyến để đạt 2 điểm", "Dossiers online for 2 points"),
  "online-share-part": text("Tỷ lệ hồ sơ trực tuyến để đạt 1 điểm", "Dossiers online for 1 point"),
};
