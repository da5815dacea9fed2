import { showDong } from "../../../src/kernel/dong.ts";
import { text } from "../../../src/kernel/text.ts";
import { type DatedTable, datedRow, entriesOf, joined, length, noRule } from "../dated-table.ts";
import { figures } from "../term.ts";
import { clockRows, pauseGroundRows } from "./clock-rules.ts";
import { procedureLimits } from "./limits.ts";
import { documentName, dutyName, figureName, limitName, penaltyName } from "./names.ts";
import { oneStopLimits } from "./one-stop-limits.ts";
import { penaltyBands, penaltyKey } from "./penalties.ts";
import { own } from "./statutory-terms.ts";
import { validities } from "./validities.ts";

const NONE = text("theo mốc giờ, hoặc luật không ấn định", "by the hour of the day, or none is set");
const EVERY_PROCEDURE = text("mọi thủ tục", "every procedure");
const NAMED_PROCEDURES = text("thủ tục có quy định riêng", "procedures whose law says so");
const NO_EXPIRY = text("không thời hạn", "without expiry");
const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const IMPORT_BEFORE = text(
  "Hàng của văn bản bắt đầu từ 01/07/2025; quy định trước đó chưa nhập.",
  "The row of the text begins on 01/07/2025; the rule before is not entered.",
);

/** The tables of time, and of fines outside road traffic. */
export const tables: readonly DatedTable[] = [
  {
    id: "stay-figures",
    field: "terms",
    title: text("Thời hạn cư trú, lưu trú", "Terms of residence and stay"),
    rows: () =>
      figures().map((row) =>
        datedRow(
          row,
          row.key,
          row.unit === "minute-of-day" ? clockOf(row.value) : length(row.value, row.unit),
          figureName(row.key),
        ),
      ),
    noRule: [],
  },
  {
    id: "procedure-limits",
    field: "terms",
    title: text("Thời hạn giải quyết thủ tục", "Time limits of procedures"),
    rows: () =>
      procedureLimits().map((row) =>
        datedRow(row, row.key, row.limit ? length(row.limit.count, row.limit.unit) : NONE, limitName(row.key)),
      ),
    noRule: [noRule(["w-import"], null, "2025-06-30", IMPORT_BEFORE)],
  },
  {
    id: "one-stop-limits",
    field: "terms",
    title: text("Thời hạn của bộ phận một cửa", "Limits of the one-stop desk"),
    rows: () =>
      oneStopLimits().map((row) =>
        datedRow(row, row.key, length(row.limit.count, row.limit.unit), text(row.vi, row.en)),
      ),
    noRule: [],
  },
  {
    id: "clock-rules",
    field: "terms",
    title: text("Cách tính thời hạn giải quyết", "How the time of a dossier runs"),
    rows: () =>
      clockRows().map((row) =>
        datedRow(row, row.key, row.value === null ? text(row.vi, row.en) : clockOf(row.value), text(row.vi, row.en)),
      ),
    noRule: [],
  },
  {
    id: "pause-grounds",
    field: "terms",
    title: text("Căn cứ tạm dừng thời hạn", "Grounds on which a clock may be paused"),
    rows: () =>
      pauseGroundRows().map((row) =>
        datedRow(row, row.key, row.general ? EVERY_PROCEDURE : NAMED_PROCEDURES, text(row.vi, row.en)),
      ),
    noRule: [],
  },
  {
    id: "business-duties",
    field: "terms",
    title: text("Thời hạn báo cáo của cơ sở kinh doanh", "Duties of security businesses"),
    rows: () =>
      entriesOf(own()).map(([key, row]) => datedRow(row, key, length(row.limit.count, row.limit.unit), dutyName(key))),
    noRule: [],
  },
  {
    id: "validities",
    field: "terms",
    title: text("Giá trị của giấy tờ", "Validity of documents"),
    rows: () =>
      entriesOf(validities()).map(([kind, row]) =>
        datedRow(
          row,
          kind,
          joined([
            row.length ? length(row.length.count, row.length.unit) : NO_EXPIRY,
            ...(row.extensionDays === null
              ? []
              : [
                  text(
                    `gia hạn trong ${row.extensionDays} ngày cuối`,
                    `extended in the last ${row.extensionDays} days`,
                  ),
                ]),
          ]),
          documentName(kind),
        ),
      ),
    noRule: [noRule(["weapon-import-permit"], null, "2025-06-30", IMPORT_BEFORE)],
  },
  {
    id: "penalties",
    field: "terms",
    title: text("Mức phạt an ninh, trật tự", "Fines of security and order"),
    rows: () =>
      entriesOf(penaltyBands()).map(([, row]) =>
        datedRow(
          row,
          penaltyKey(row),
          joined([
            `${showDong(row.min)} – ${showDong(row.max)}`,
            ...(row.warning ? [text("hoặc cảnh cáo", "or a warning")] : []),
          ]),
          penaltyName(row),
        ),
      ),
    noRule: [],
  },
];
