import type { FieldAnswer } from "../../kernel/person-claim.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { FormCodeFailure, ScanFailure, ScanFinding } from "../../modules/reception/index.ts";
import type { Tone } from "../ui/index.ts";

/** Words of the desk. */

export const VERDICTS: { readonly [K in FieldAnswer]: { readonly label: Text; readonly tone: Tone } } = {
  match: { label: text("Khớp", "Agrees"), tone: "done" },
  "partial-match": { label: text("Khớp một phần, đề nghị xem", "Agrees in part: look"), tone: "attention" },
  "no-match": { label: text("Không khớp", "Differs"), tone: "refused" },
  absent: { label: text("Chưa có dữ liệu", "Not known"), tone: "neutral" },
};

export const DOUBTS: Readonly<Record<string, Text>> = {
  document: text("số giấy tờ", "document number"),
  optional: text("số định danh", "personal number"),
  birth: text("ngày sinh", "date of birth"),
  expiry: text("ngày hết hạn", "day of expiry"),
  composite: text("số kiểm tra chung", "overall check digit"),
};

const CARD_FIELDS: Readonly<Record<string, Text>> = {
  text: text("số trường", "number of fields"),
  personalNumber: text("số định danh", "personal number"),
  oldNumber: text("số CMND cũ", "old number"),
  name: text("họ tên", "name"),
  sex: text("giới tính", "sex"),
  bornOn: text("ngày sinh", "date of birth"),
  issuedOn: text("ngày cấp", "day of issue"),
};

export function scanSentence(failure: ScanFailure): Text {
  switch (failure.kind) {
    case "empty":
      return text("Quét thẻ, hoặc nhập số định danh.", "Scan a card, or type a personal number.");
    case "too-long":
      return text(
        "Nội dung quét dài hơn mọi loại thẻ. Đề nghị xóa ô và quét lại một thẻ.",
        "What was scanned is longer than any card. Empty the box and scan one card.",
      );
    case "unknown":
      return text(
        "Đây không phải mã QR của thẻ, dòng MRZ hay số định danh 12 chữ số. Đề nghị quét lại.",
        "This is no card QR, machine-readable zone or number of 12 digits. Scan again.",
      );
    case "old-number":
      return text(
        "Đây là số CMND 9 số, không còn giá trị sử dụng. Đề nghị dùng số định danh 12 chữ số.",
        "This is a number of nine digits, no longer valid. Use the personal number of 12 digits.",
      );
    case "unreadable-characters":
      return text(
        "Nội dung quét có ký tự không đọc được. Đề nghị đặt bàn phím máy tính về tiếng Anh rồi quét lại.",
        "The scan has unreadable characters. Set the keyboard to English and scan again.",
      );
    case "card-unreadable": {
      const field = CARD_FIELDS[failure.field] ?? CARD_FIELDS["text"] ?? text(failure.field, failure.field);
      return text(
        `Mã QR của thẻ đọc không đúng ở phần ${field.vi}. Đề nghị quét lại; nếu bộ gõ tiếng Việt đang bật, đề nghị tắt.`,
        `The card's QR was misread at the ${field.en}. Scan again; turn off a Vietnamese input method.`,
      );
    }
    case "zone-unreadable":
      return text(
        "Dòng MRZ đọc không đúng. Đề nghị quét lại đủ các dòng, hoặc nhập thông tin bằng tay.",
        "The machine-readable zone was misread. Scan all its lines again, or enter the person by hand.",
      );
    case "zone-incomplete":
      return text(
        `Còn thiếu ${failure.lines} dòng MRZ. Đề nghị quét tiếp vào ô này.`,
        `${failure.lines} more line(s) of the zone are missing. Scan on into this box.`,
      );
  }
}

export function formCodeSentence(failure: FormCodeFailure): Text {
  switch (failure.kind) {
    case "not-a-code":
      return text(
        "Mã trên tờ khai đọc không đúng. Đề nghị xóa ô và quét lại.",
        "The form's code was misread. Empty the box and scan again.",
      );
    case "altered":
      return text(
        "Mã trên tờ khai không do hệ thống này in hoặc đã bị thay đổi, nên không dùng được. Đề nghị nhập theo tờ giấy hoặc nhờ người nộp khai lại.",
        "The form's code was not printed by this house or was altered, so it is not used. Enter the form by hand or have it filled in again.",
      );
    case "unreadable":
      return text(
        "Mã trên tờ khai bị hỏng hoặc thiếu. Đề nghị nhập theo tờ giấy.",
        "The form's code is damaged. Enter the form by hand.",
      );
    case "newer":
      return text(
        "Tờ khai in bằng phiên bản mới hơn của hệ thống. Đề nghị báo quản trị viên cập nhật.",
        "The form was printed by a newer version. Tell the administrator to upgrade.",
      );
    case "several":
      return text(
        "Các mã vừa quét thuộc hai tờ khai khác nhau. Đề nghị xóa ô và quét từng tờ.",
        "These codes belong to two forms. Empty the box and scan one form.",
      );
    case "parts-missing":
      return text(
        `Tờ khai có ${failure.of} mã, còn thiếu mã ${failure.parts.join(", ")}. Đề nghị quét tiếp vào ô này.`,
        `The form has ${failure.of} codes; missing: ${failure.parts.join(", ")}. Scan on into this box.`,
      );
  }
}

export const FINDINGS: { readonly [K in ScanFinding]: Text } = {
  small: text("Ảnh quá nhỏ, chữ khó đọc: đề nghị quét lại từ 150 dpi.", "Too small to read: scan again at 150 dpi."),
  blank: text("Trang trắng: có thể đã quét nhầm mặt.", "Blank page: perhaps the wrong side."),
  dark: text("Ảnh quá tối: đề nghị quét hoặc chụp lại.", "Too dark: scan or photograph again."),
  blurred: text("Ảnh bị nhòe: đề nghị quét hoặc chụp lại.", "Blurred: scan or photograph again."),
  unchecked: text(
    "Loại tệp này chưa kiểm tra được tự động, đề nghị mở xem.",
    "Cannot be checked by itself: open and look.",
  ),
  unreadable: text("Tệp không mở được: đề nghị quét lại.", "The file does not open: scan again."),
};
