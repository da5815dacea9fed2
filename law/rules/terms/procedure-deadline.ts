import { type CalculationStep, defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { rowOn } from "../../parameters/table.ts";
import { type Limit, type LimitCase, limitCases, limitsByName } from "../../parameters/terms/limits.ts";
import { citation, citedAll, notDetermined, step } from "../cite.ts";
import { type Ended, endOfDays, showLimit } from "./count.ts";

const HOURS_A_WORKING_DAY = 8;
const HOURS_A_DAY = 24;
/** Rows of the table that are no limits to act but how long a paper is valid: they end on their day. */
const VALIDITY = /-validity(-old)?$/;

/** When an administrative procedure must be decided, from the day of the complete file (for vehicles: and the paid fee). */
export const procedureDeadline = defineCalculation({
  name: "procedure-deadline",
  title: text("Hạn giải quyết thủ tục hành chính", "Time limit of an administrative procedure"),
  fields: {
    procedure: { kind: "text", needed: true, among: limitsByName },
    receivedOn: { kind: "date", needed: true },
  },
  reckon({ procedure, receivedOn }) {
    const row = rowOn(limitsByName().get(procedure) ?? [], receivedOn);
    if (!row) throw new RefusedInput("not-in-force", "procedure");
    if (!row.limit) throw notDetermined("procedure", row.basis);
    const ended = dueOn(receivedOn, row.limit, !VALIDITY.test(row.key));
    const length = showLimit(row.limit);
    return {
      value: { dueOn: ended.due, limit: row.limit },
      steps: () => [
        step(
          "limit",
          `Hồ sơ nhận đủ ngày ${showDate(receivedOn)}: thời hạn giải quyết là ${length.vi}.`,
          `Complete file of ${showDate(receivedOn)}: it must be decided within ${length.en}.`,
          row.limit,
        ),
        ...(limitCases().get(row.key) ?? []).map(otherCase),
        ...ended.steps(),
        step("due-on", `Hạn giải quyết: ${showDate(ended.due)}.`, `Due on ${showDate(ended.due)}.`, ended.due),
      ],
      citations: () => [...citedAll(row), citation("91/2015/QH13", "145–148")],
    };
  },
});

/**
 * Only the day of receipt is known. Hours are therefore counted from its end, the latest moment the file can have come
 * in: eight working hours are the next working day, 48 hours the second day after.
 */
function dueOn(receivedOn: PlainDate, limit: Limit, rolls: boolean): Ended<PlainDate> {
  if (limit.unit === "working-hour") {
    const count = Math.ceil(limit.count / HOURS_A_WORKING_DAY);
    return endOfDays(receivedOn, { count, unit: "working-day" }, "receivedOn");
  }
  if (limit.unit === "hour") {
    const count = Math.ceil(limit.count / HOURS_A_DAY);
    return endOfDays(receivedOn, { count, unit: "day" }, "receivedOn", false);
  }
  return endOfDays(receivedOn, limit, "receivedOn", rolls);
}

const CASES: { readonly [name: string]: readonly [vi: string, en: string] } = {
  "auction-or-identification-plate": [
    "biển số trúng đấu giá hoặc biển số định danh",
    "auction or identification plate",
  ],
  plate: ["cấp biển số", "the plate"],
  certificate: ["cấp chứng nhận đăng ký", "the certificate"],
  "verification-before": ["thời gian xác minh, không tính vào thời hạn", "verification, which is not counted"],
  "lost-verification-before": ["bị mất: thời gian xác minh trước đó", "where lost: verification before"],
  "lost-after-verification": ["bị mất: sau khi xác minh", "where lost: after the verification"],
  "certificate-copy-verification-before": [
    "bản sao chứng nhận: thời gian xác minh trước đó",
    "copy of the certificate: verification before",
  ],
};

function otherCase({ name, limit }: LimitCase): CalculationStep {
  const [vi, en] = CASES[name] ?? [name, name];
  if (!limit || limit.count === 0)
    return step("other-case", `Trường hợp khác – ${vi}: thực hiện ngay.`, `Other case – ${en}: at once.`, limit);
  const length = showLimit(limit);
  return step("other-case", `Trường hợp khác – ${vi}: ${length.vi}.`, `Other case – ${en}: ${length.en}.`, limit);
}
