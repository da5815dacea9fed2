import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable } from "../table.ts";
import { type Limit, limitOf } from "./limits.ts";

/**
 * Limits of the one-stop desk itself; those of answering people about their data stand in people/data-protection.ts: key | count | unit | from | until |
 * basis | evidence | name | English name. A length counted back from the due date carries its words. The figure for
 * checking an online file under Decree 118/2025/NĐ-CP is reported; the articles of Decree 61/2018/NĐ-CP are kept by it.
 */
const ROWS = `
return-not-eligible|3|working-day|2018-06-21|2025-06-30|61/2018/NĐ-CP@19(4)|read|trả hồ sơ chưa đủ điều kiện để bổ sung, tính từ khi tiếp nhận|return for supplement after appraisal, from acceptance
return-not-eligible|3|working-day|2025-07-01||118/2025/NĐ-CP@19|recalled|trả hồ sơ chưa đủ điều kiện để bổ sung, tính từ khi tiếp nhận|return for supplement after appraisal, from acceptance
apology|1|day|2018-06-21|2025-06-30|61/2018/NĐ-CP@19(9)|read|xin lỗi và hẹn lại, chậm nhất trước khi hết hạn, một lần|apology and new date, at the latest before the due date, once
apology|1|day|2025-07-01||118/2025/NĐ-CP@19|recalled|xin lỗi và hẹn lại, chậm nhất trước khi hết hạn, một lần|apology and new date, at the latest before the due date, once
online-check|8|working-hour|2025-07-01||118/2025/NĐ-CP@17(2)|reported|trả lời hồ sơ nộp trực tuyến|answer to an online submission
data-gap-online|8|working-hour|2026-01-01|2027-02-28|66.7/2025/NQ-CP@dữ liệu thay giấy tờ|read|báo dữ liệu không khai thác được, hồ sơ trực tuyến|notice of data that cannot be read, online files
data-gap-direct|1|working-day|2026-01-01|2027-02-28|66.7/2025/NQ-CP@dữ liệu thay giấy tờ|read|báo dữ liệu không khai thác được, hồ sơ trực tiếp, bưu chính|notice of data that cannot be read, files handed in or posted
petition-forward|5|working-day|2008-03-03||20/2008/NĐ-CP@9(1)(d)|read|chuyển phản ánh, kiến nghị|forwarding of a petition
maintenance-notice|7|working-day|2026-07-01||224/2026/NĐ-CP@13(1)(a)|read|thông báo trước khi tạm dừng dịch vụ trực tuyến|notice before online services pause
`;

export type OneStopLimit = Proven & {
  readonly key: string;
  readonly limit: Limit;
  readonly vi: string;
  readonly en: string;
};

export const oneStopLimits = lazily((): readonly OneStopLimit[] =>
  parseTable(["key", "count", "unit", "from", "until", "basis", "evidence", "vi", "en"], ROWS).map((row) => {
    const limit = limitOf(row.count, row.unit);
    if (!limit) throw new Error(`no length: ${row.key}`);
    return { key: row.key, limit, vi: row.vi, en: row.en, ...provenCells(row) };
  }),
);
