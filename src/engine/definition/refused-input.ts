import { type Text, text } from "../../kernel/text.ts";

export type CalculationError = { readonly code: RefusalCode; readonly field: string; readonly message: Text };

/** Carries the refusal of an input, or of a question the law's tables do not answer, out of a calculation. */
export class RefusedInput extends Error {
  readonly error: CalculationError;
  /** `field` is the dotted path, e.g. `place.province` or `deductions[1]`; `message` replaces the usual sentence. */
  constructor(code: RefusalCode, field: string, message: Text = SENTENCES[code]) {
    super(code);
    this.error = { code, field, message };
  }
}

const SENTENCES = {
  "missing-field": text("Thiếu trường bắt buộc.", "A required field is missing."),
  "unknown-field": text("Không có trường này.", "There is no such field."),
  "wrong-type": text("Giá trị không đúng kiểu.", "The value is not of the right type."),
  "not-allowed": text("Giá trị không có trong danh sách được phép.", "The value is not among those allowed."),
  "out-of-range": text("Số nằm ngoài giới hạn cho phép.", "The number is out of range."),
  "invalid-length": text("Độ dài không đúng.", "The length is wrong."),
  "invalid-character": text("Có ký tự không được phép.", "A character may not stand there."),
  "invalid-date": text(
    "Không phải là một ngày có thật, viết YYYY-MM-DD.",
    "Not a day of the calendar written YYYY-MM-DD.",
  ),
  "invalid-instant": text(
    "Không phải là thời điểm có múi giờ theo RFC 3339.",
    "Not an RFC 3339 instant with an offset.",
  ),
  "invalid-format": text("Nội dung không đúng khuôn dạng.", "The text does not parse."),
  "not-in-force": text(
    "Quy định chưa có hoặc không còn hiệu lực vào ngày này.",
    "The rule is not in force on this date.",
  ),
  "no-rate-for-date": text(
    "Chưa có mức được nhập cho ngày này. Không lấy mức của ngày khác thay thế.",
    "No figure is entered for this date. A figure of another date is never taken instead.",
  ),
  "not-determined": text(
    "Pháp luật có quy định nhưng con số chưa được xác định chắc chắn. Vui lòng tra văn bản được viện dẫn.",
    "The rule exists but its figure is not established. Consult the text named.",
  ),
  "calendar-not-loaded": text(
    "Chưa có lịch làm việc của năm liên quan.",
    "The calendar of a year concerned is not loaded.",
  ),
  "unknown-prefix": text("Mã không có tiền tố đã biết.", "The text has no known prefix."),
  "bad-signature": text("Chữ ký không đúng.", "The signature is wrong."),
  "untrusted-key": text("Khóa ký không nằm trong danh sách tin cậy.", "The signing key is not trusted."),
  expired: text("Chứng nhận đã hết hạn.", "The certificate has expired."),
  "unknown-calculation": text("Không có phép tính này.", "There is no such calculation."),
} as const;
export type RefusalCode = keyof typeof SENTENCES;
