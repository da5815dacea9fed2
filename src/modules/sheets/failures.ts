import { type Text, text } from "../../kernel/text.ts";

/** Why a file could not be read as a sheet at all. A single bad row never stands here. */
export type SheetFailure =
  | { readonly kind: "too-large"; readonly bytesMax: number }
  | { readonly kind: "unpacks-too-large" }
  | { readonly kind: "not-a-sheet" }
  | { readonly kind: "old-or-locked-workbook" }
  | { readonly kind: "broken-text" }
  | { readonly kind: "broken-file"; readonly line?: number }
  | { readonly kind: "too-many-rows"; readonly rowsMax: number }
  | { readonly kind: "no-header" }
  | { readonly kind: "columns-missing"; readonly columns: readonly Text[] };

const megabytes = (bytes: number): string => String(Math.floor(bytes / 1024 / 1024));
const list = (labels: readonly Text[], language: keyof Text): string =>
  labels.map((label) => `“${label[language]}”`).join(", ");

/** The sentence for the person who sent the file: what happened, and what to do. */
export function sheetFailureText(failure: SheetFailure): Text {
  switch (failure.kind) {
    case "too-large":
      return text(
        `Tệp lớn hơn ${megabytes(failure.bytesMax)} MB. Vui lòng chia thành nhiều tệp nhỏ hơn.`,
        `The file is larger than ${megabytes(failure.bytesMax)} MB. Please split it into smaller files.`,
      );
    case "unpacks-too-large":
      return text(
        "Tệp giải nén ra quá lớn nên không được mở. Vui lòng chép danh sách sang tệp mẫu của chúng tôi rồi gửi lại.",
        "The file unpacks to far too much and was not opened. Please copy the list into our template and send it again.",
      );
    case "not-a-sheet":
      return text(
        "Tệp này không phải bảng tính. Vui lòng gửi tệp Excel (.xlsx) hoặc tệp CSV.",
        "This file is not a spreadsheet. Please send an Excel file (.xlsx) or a CSV file.",
      );
    case "old-or-locked-workbook":
      return text(
        "Tệp Excel kiểu cũ (.xls) hoặc có đặt mật khẩu. Vui lòng bỏ mật khẩu và lưu lại dạng .xlsx rồi gửi.",
        "An old Excel file (.xls), or one with a password. Please remove the password, save it as .xlsx and send it.",
      );
    case "broken-text":
      return text(
        "Chữ trong tệp bị hỏng hoặc không theo bảng mã UTF-8. Khi lưu từ Excel, vui lòng chọn “CSV UTF-8” hoặc lưu dạng .xlsx.",
        "The letters in the file are broken or not in UTF-8. In Excel choose “CSV UTF-8”, or save it as .xlsx.",
      );
    case "broken-file":
      return failure.line === undefined
        ? text(
            "Tệp bị hỏng, không đọc được. Vui lòng mở lại bằng Excel, lưu và gửi lại.",
            "The file is damaged and cannot be read. Open it in Excel, save and send it again.",
          )
        : text(
            `Tệp bị hỏng gần dòng ${failure.line}: có thể thiếu dấu ngoặc kép đóng. Vui lòng sửa rồi gửi lại.`,
            `The file is damaged near line ${failure.line}: perhaps a closing quotation mark is missing. Mend it and send it again.`,
          );
    case "too-many-rows":
      return text(
        `Tệp có hơn ${failure.rowsMax} dòng. Vui lòng chia thành nhiều tệp.`,
        `The file has more than ${failure.rowsMax} rows. Please split it into several files.`,
      );
    case "no-header":
      return text(
        "Không tìm thấy dòng tên cột trong 10 dòng đầu. Vui lòng dùng tệp mẫu và giữ nguyên dòng tên cột.",
        "No row of column names was found in the first 10 rows. Please use the template and keep its row of names.",
      );
    case "columns-missing":
      return text(
        `Tệp thiếu cột bắt buộc: ${list(failure.columns, "vi")}.`,
        `The file lacks required columns: ${list(failure.columns, "en")}.`,
      );
  }
}
