import type { ClockRule, ClockRuleKey, ClockRules, PauseGround } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn } from "../table.ts";
import { type OneStopLimit, oneStopLimits } from "./one-stop-limits.ts";

/**
 * When the clock of a dossier starts, begins anew, and when the desk passes the dossier on; `forward` carries the minute of the
 * day (15:00) after which the next working day counts. The text of Decree 118/2025/NĐ-CP art. 19 was not found.
 * key | value | from | until | basis | evidence | name | English name
 */
const RULES = `
start||2018-06-21|2025-06-30|61/2018/NĐ-CP@17(1)(c)|recalled|thời hạn tính từ khi tiếp nhận, có giấy hẹn|time runs from acceptance with a receipt
start||2025-07-01|2026-08-04|118/2025/NĐ-CP@17|recalled|thời hạn tính từ khi tiếp nhận, có giấy hẹn|time runs from acceptance with a receipt
start||2026-08-05||309/2026/NĐ-CP@8(3)|read|thời hạn tính từ khi hồ sơ được tiếp nhận đầy đủ, đúng quy định|time runs from acceptance, complete and correct
not-started||2018-06-21|2025-06-30|61/2018/NĐ-CP@17(2)(a)|read|yêu cầu bổ sung khi tiếp nhận, chưa tính thời hạn|supplement asked at reception, no time runs
not-started||2025-07-01|2026-08-04|118/2025/NĐ-CP@17(2)(a)|recalled|yêu cầu bổ sung khi tiếp nhận, chưa tính thời hạn|supplement asked at reception, no time runs
not-started||2026-08-05||309/2026/NĐ-CP@8(1)|read|yêu cầu bổ sung khi tiếp nhận, chưa tính thời hạn|supplement asked at reception, no time runs
restart||2018-06-21|2025-06-30|61/2018/NĐ-CP@19(4)|read|bổ sung sau thẩm định, thời hạn tính lại từ đầu|supplement after appraisal, time begins anew
restart||2025-07-01||118/2025/NĐ-CP@19|recalled|bổ sung sau thẩm định, thời hạn tính lại từ đầu|supplement after appraisal, time begins anew
forward|900|2018-06-21|2025-06-30|61/2018/NĐ-CP@18(2)|read|chuyển hồ sơ trong ngày; sau 15 giờ thì đầu ngày làm việc sau|passed on the same day; after 15:00 at the start of the next working day
forward|900|2025-07-01|2026-08-04|118/2025/NĐ-CP@18(2)|reported|chuyển hồ sơ trong ngày; sau 15 giờ thì đầu ngày làm việc sau|passed on the same day; after 15:00 at the start of the next working day
forward|900|2026-08-05||309/2026/NĐ-CP@9|read|chuyển hồ sơ trong ngày; sau 15 giờ thì đầu ngày làm việc sau|passed on the same day; after 15:00 at the start of the next working day
`;

/**
 * Grounds on which the clock may stand still. `all`: for every procedure; `named`: where the edition of a procedure says so,
 * because the law of its field leaves the time out. `outage`: a fault of the system that was recorded. None of the general
 * grounds was found in the one-stop decree itself: force majeure is the Civil Code's, and both are entered by hand with
 * a deciding paper.
 * key | whom | outage | from | until | basis | evidence | name | English name
 */
const GROUNDS = `
force-majeure|all||2017-01-01||91/2015/QH13@156(1)|recalled|Sự kiện bất khả kháng|Force majeure
system-outage|all|outage|2018-06-21|2025-06-30|61/2018/NĐ-CP@19|recalled|Sự cố hệ thống đã được ghi nhận|Recorded fault of the system
system-outage|all|outage|2025-07-01||118/2025/NĐ-CP@19|recalled|Sự cố hệ thống đã được ghi nhận|Recorded fault of the system
payment|named||2018-06-21|2025-06-30|61/2018/NĐ-CP@22|recalled|Chờ thực hiện nghĩa vụ tài chính|Waiting for a payment the law asks for
payment|named||2025-07-01||118/2025/NĐ-CP@24|recalled|Chờ thực hiện nghĩa vụ tài chính|Waiting for a payment the law asks for
consultation|named||2018-06-21|2025-06-30|61/2018/NĐ-CP@19(5)|recalled|Lấy ý kiến cơ quan khác, không tính vào thời hạn|Consultation that is left out of the time
consultation|named||2025-07-01||118/2025/NĐ-CP@19|recalled|Lấy ý kiến cơ quan khác, không tính vào thời hạn|Consultation that is left out of the time
verification|named||2018-06-21|2025-06-30|61/2018/NĐ-CP@19(3)|recalled|Xác minh, không tính vào thời hạn|Verification that is left out of the time
verification|named||2025-07-01||118/2025/NĐ-CP@19|recalled|Xác minh, không tính vào thời hạn|Verification that is left out of the time
`;

type Named = Proven & { readonly key: string; readonly vi: string; readonly en: string };
type ClockRow = Named & { readonly value: number | null };
type GroundRow = Named & { readonly general: boolean; readonly needsOutage: boolean };

export const clockRows = lazily((): readonly ClockRow[] =>
  parseTable(["key", "value", "from", "until", "basis", "evidence", "vi", "en"], RULES).map((row) => ({
    key: row.key,
    value: row.value === "" ? null : Number(row.value),
    vi: row.vi,
    en: row.en,
    ...provenCells(row),
  })),
);

export const pauseGroundRows = lazily((): readonly GroundRow[] =>
  parseTable(["key", "whom", "outage", "from", "until", "basis", "evidence", "vi", "en"], GROUNDS).map((row) => ({
    key: row.key,
    general: row.whom === "all",
    needsOutage: row.outage === "outage",
    vi: row.vi,
    en: row.en,
    ...provenCells(row),
  })),
);

const cited = ({ basis, evidence }: Proven) => basis.map((place) => ({ ...place, evidence }));

/** What the engine needs to follow a clock: the rules of all days, and the grounds of a pause. */
export const clockRules = lazily(
  (): ClockRules => ({
    rules: [
      ...clockRows().map(
        (row): ClockRule => ({
          key: row.key as ClockRuleKey,
          from: row.from,
          until: row.until,
          value: row.value,
          citations: cited(row),
        }),
      ),
      ...oneStopLimits()
        .filter(({ key }) => key === "online-check")
        .map(
          (row): ClockRule => ({
            key: "online-answer",
            from: row.from,
            until: row.until,
            value: row.limit.count,
            citations: cited(row),
          }),
        ),
    ],
    grounds: pauseGroundRows().map(
      (row): PauseGround => ({
        key: row.key,
        from: row.from,
        until: row.until,
        title: text(row.vi, row.en),
        general: row.general,
        needsOutage: row.needsOutage,
        citations: cited(row),
      }),
    ),
  }),
);

/** Working days by which a planned stop is announced before it begins; null on a day without the rule. */
export const outageNoticeOn = (on: PlainDate): OneStopLimit | null =>
  rowOn(
    oneStopLimits().filter(({ key }) => key === "maintenance-notice"),
    on,
  );
