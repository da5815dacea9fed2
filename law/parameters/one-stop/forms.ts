import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn, rowsByKey } from "../table.ts";
import type { FormsEdition } from "./regimes.ts";

/**
 * The forms of the one-stop desk: what each is called and numbered on a day. Circular 03/2025/TT-VPCP put the stop notice
 * in fifth place, so that control sheet and register moved on by one. Titles of 2018 were read, those of 2025 reported.
 */

/** form | number | title | title in English | from | until | basis | evidence */
const lines = `
receipt|01|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Receipt of a dossier and appointment for the result|2019-01-06|2025-09-14|01/2018/TT-VPCP@phụ lục|read
receipt|01|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Receipt of a dossier and appointment for the result|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
supplement-request|02|Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ|Request to complete a dossier|2019-01-06|2025-09-14|01/2018/TT-VPCP@phụ lục|read
supplement-request|02|Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ|Request to complete a dossier|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
refusal|03|Phiếu từ chối tiếp nhận giải quyết hồ sơ|Refusal to accept a dossier|2019-01-06|2025-09-14|01/2018/TT-VPCP@phụ lục|read
refusal|03|Phiếu từ chối tiếp nhận giải quyết hồ sơ|Refusal to accept a dossier|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
apology|04|Phiếu xin lỗi và hẹn lại ngày trả kết quả|Apology and new appointment|2019-01-06|2025-09-14|01/2018/TT-VPCP@phụ lục|read
apology|04|Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết|Apology and request for more time|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
stop-notice|05|Thông báo dừng giải quyết hồ sơ|Notice that a dossier is stopped|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
control-sheet|05|Phiếu kiểm soát quá trình giải quyết hồ sơ|Control sheet of the handling of a dossier|2019-01-06|2025-09-14|01/2018/TT-VPCP@phụ lục|read
control-sheet|06|Phiếu kiểm soát quá trình giải quyết hồ sơ|Control sheet of the handling of a dossier|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
register|06|Sổ theo dõi hồ sơ|Register of dossiers|2019-01-06|2025-09-14|01/2018/TT-VPCP@phụ lục|read
register|07|Sổ theo dõi hồ sơ|Register of dossiers|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
`;

export type OneStopFormKey =
  | "receipt"
  | "supplement-request"
  | "refusal"
  | "apology"
  | "stop-notice"
  | "control-sheet"
  | "register";
export type OneStopForm = Proven & {
  readonly key: string;
  /** Two digits, as printed after "Mẫu số". */
  readonly number: string;
  readonly title: Text;
  readonly circular: FormsEdition;
};

export const oneStopForms = lazily(() =>
  rowsByKey(
    parseTable(["key", "number", "vi", "en", "from", "until", "basis", "evidence"], lines).map((row): OneStopForm => {
      const proven = provenCells(row);
      const circular = proven.basis[0]?.source === "03/2025/TT-VPCP" ? "03/2025/TT-VPCP" : "01/2018/TT-VPCP";
      return { key: row.key, number: row.number, title: text(row.vi, row.en), circular, ...proven };
    }),
    (row) => row.key,
  ),
);

/** A form in the version of a day; null where there was none: the stop notice before 15/09/2025, any before 06/01/2019. */
export const oneStopFormOn = (key: OneStopFormKey, on: PlainDate): OneStopForm | null =>
  rowOn(oneStopForms().get(key) ?? [], on);
