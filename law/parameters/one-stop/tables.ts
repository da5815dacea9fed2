import { type Text, text } from "../../../src/kernel/text.ts";
import { type DatedTable, datedRow, entriesOf, length, worded } from "../dated-table.ts";
import { type OneStopRule, type OneStopRuleKey, oneStopRules } from "./regimes.ts";

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
];
