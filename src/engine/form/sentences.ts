import { type Text, text } from "../../kernel/text.ts";

/** What a person reads when an answer cannot be taken: what is wrong, and what to do. The label comes from the form. */
const lower = (label: Text): Text =>
  text(label.vi.charAt(0).toLowerCase() + label.vi.slice(1), label.en.charAt(0).toLowerCase() + label.en.slice(1));

export const sentences = {
  missing: (label: Text) => text(`Vui lòng nhập ${lower(label).vi}.`, `Enter: ${lower(label).en}.`),
  notChosen: (label: Text) => text(`Vui lòng chọn ${lower(label).vi}.`, `Choose: ${lower(label).en}.`),
  notDeclared: text("Vui lòng đánh dấu vào ô cam đoan để tiếp tục.", "Tick the box of the declaration to continue."),
  tooLong: (label: Text, longest: number, now: number) =>
    text(
      `${label.vi} dài ${now} ký tự; chỉ nhận tối đa ${longest} ký tự. Vui lòng viết gọn lại.`,
      `${label.en} has ${now} characters; at most ${longest} can be taken. Please shorten it.`,
    ),
  unreadable: (label: Text) =>
    text(
      `${label.vi} có ký tự không đọc được. Vui lòng xóa và gõ lại.`,
      `${label.en} holds characters that cannot be read. Delete and type it again.`,
    ),
  notName: (label: Text) =>
    text(
      `${label.vi} chỉ gồm chữ cái, dấu cách, dấu gạch nối hoặc dấu nháy đơn. Vui lòng viết như trên giấy tờ.`,
      `${label.en} may hold letters, spaces, hyphens and apostrophes only. Write it as on the paper.`,
    ),
  notPersonNumber: (label: Text) =>
    text(
      `${label.vi} phải gồm đúng 12 chữ số, như in trên thẻ căn cước. Ví dụ: 079199000123.`,
      `${label.en} must be exactly 12 digits, as printed on the identity card. Example: 079199000123.`,
    ),
  notPassport: (label: Text) =>
    text(
      `${label.vi} gồm 5 đến 20 chữ cái không dấu và chữ số, như in trên hộ chiếu. Ví dụ: C1234567.`,
      `${label.en} is 5 to 20 letters and digits, as printed in the passport. Example: C1234567.`,
    ),
  notDate: (label: Text) =>
    text(
      `${label.vi} phải là một ngày có thật, viết ngày/tháng/năm. Ví dụ: 27/03/2026.`,
      `${label.en} must be a real date, written day/month/year. Example: 27/03/2026.`,
    ),
  notPartialDate: (label: Text) =>
    text(
      `${label.vi} phải có ít nhất năm gồm bốn chữ số; ngày và tháng ghi nếu biết. Ví dụ: 15/03/1948 hoặc 1948.`,
      `${label.en} needs at least a year of four digits; day and month if known. Example: 15/03/1948 or 1948.`,
    ),
  notTime: (label: Text) =>
    text(
      `${label.vi} phải có giờ và phút theo 24 giờ. Ví dụ: 21:30.`,
      `${label.en} needs hours and minutes on the 24-hour clock. Example: 21:30.`,
    ),
  tooEarly: (label: Text, limit: string) =>
    text(`${label.vi} không được trước ngày ${limit}.`, `${label.en} cannot be before ${limit}.`),
  tooLate: (label: Text, limit: string) =>
    text(`${label.vi} không được sau ngày ${limit}.`, `${label.en} cannot be after ${limit}.`),
  notOption: (label: Text) =>
    text(`${label.vi}: vui lòng chọn một giá trị trong danh sách.`, `${label.en}: choose one of the values listed.`),
  notCountry: (label: Text) =>
    text(`${label.vi}: vui lòng chọn một nước trong danh sách.`, `${label.en}: choose a country of the list.`),
  notNumber: (label: Text) =>
    text(`${label.vi} phải là số nguyên, ví dụ: 2.`, `${label.en} must be a whole number, e.g. 2.`),
  outOfRange: (label: Text, least: number | undefined, most: number | undefined) =>
    text(
      `${label.vi} phải từ ${least ?? 0}${most === undefined ? " trở lên" : ` đến ${most}`}.`,
      `${label.en} must be ${least ?? 0}${most === undefined ? " or more" : ` to ${most}`}.`,
    ),
  notMoney: (label: Text) =>
    text(`${label.vi} phải là số tiền, ví dụ: 1.500.000.`, `${label.en} must be an amount, e.g. 1.500.000.`),
  notPhone: (label: Text) =>
    text(
      `${label.vi} phải có 10 hoặc 11 chữ số, bắt đầu bằng 0, hoặc bắt đầu bằng + nếu là số nước ngoài. Ví dụ: 0912345678.`,
      `${label.en} must have 10 or 11 digits starting with 0, or start with + for a foreign number. Example: 0912345678.`,
    ),
  notEmail: (label: Text) =>
    text(`${label.vi} phải có dạng ten@vidu.vn.`, `${label.en} must look like name@example.vn.`),
  noCommune: (label: Text) =>
    text(
      `${label.vi}: vui lòng chọn tỉnh, thành phố rồi chọn phường, xã, đặc khu.`,
      `${label.en}: choose the province, then the ward or commune.`,
    ),
  noLine: (label: Text) =>
    text(
      `${label.vi}: vui lòng ghi số nhà, đường, thôn hoặc tổ dân phố.`,
      `${label.en}: write the house number, street, hamlet or quarter.`,
    ),
  tooFew: (label: Text, least: number) =>
    text(`${label.vi}: cần ít nhất ${least} mục.`, `${label.en}: at least ${least} needed.`),
  tooMany: (label: Text, most: number, now: number) =>
    text(
      `${label.vi}: có ${now} mục, chỉ nhận tối đa ${most}.`,
      `${label.en}: ${now} given, at most ${most} can be taken.`,
    ),
  notTheShape: (label: Text) =>
    text(`${label.vi}: dữ liệu gửi đến không đúng kiểu.`, `${label.en}: the value sent is not of the right type.`),
} as const;
