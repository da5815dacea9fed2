import type { Condition, GroupField, Option, SimpleField } from "../../../../src/engine/definition/index.ts";
import { type Text, text } from "../../../../src/kernel/text.ts";
import { papersSinceJuly2026, papersUntilJune2026, sexes, stayPermits, stayReasons } from "./lists.ts";

/** The entry of one guest. Column names in capitals are those of the Ministry's sheets, accepted as they are. */

const isVietnamese: Condition = { field: "nationality", is: "VNM" };
const isForeign: Condition = { not: isVietnamese };
const showsPassport: Condition = { any: [isForeign, { field: "document-kind", is: "passport" }] };
const showsOldCard: Condition = { field: "document-kind", is: "old-id-card" };

const numberColumns = ["SỐ GIẤY TỜ", "Số định danh cá nhân", "Số CCCD"];

const fullName: SimpleField = {
  kind: "person-name",
  key: "full-name",
  label: text("Họ, chữ đệm và tên", "Full name"),
  hint: text("Viết như trên giấy tờ của khách.", "As written on the guest's paper."),
  columns: ["HỌ TÊN", "Họ và tên", "Name"],
};
const birthDate: SimpleField = {
  kind: "partial-date",
  key: "birth-date",
  label: text("Ngày, tháng, năm sinh", "Date of birth"),
  hint: text(
    "Ví dụ: 27/03/1990. Nếu giấy tờ chỉ ghi năm thì chỉ ghi năm.",
    "For example 27/03/1990; the year alone if the paper has no more.",
  ),
  latest: { today: { days: 0 } },
  columns: ["NGÀY SINH", "Birth date"],
};
const sex: SimpleField = {
  kind: "choice",
  key: "sex",
  label: text("Giới tính", "Sex"),
  options: sexes,
  columns: ["GIỚI TÍNH"],
};
const nationality: SimpleField = {
  kind: "country",
  key: "nationality",
  label: text("Quốc tịch", "Nationality"),
  initial: "VNM",
  columns: ["QUỐC TỊCH", "MÃ QUỐC TỊCH"],
};

const documentKind = (options: Option[]): SimpleField => ({
  kind: "choice",
  key: "document-kind",
  label: text("Giấy tờ khách xuất trình", "Paper the guest shows"),
  hint: text(
    "Chỉ xem để ghi thông tin, không giữ giấy tờ của khách. Có thể xem trên ứng dụng VNeID.",
    "Look at it to take the details; do not keep it. VNeID on the guest's phone will do.",
  ),
  when: isVietnamese,
  options,
  show: "select",
  columns: ["LOẠI GIẤY TỜ"],
});
const personalNumber = (when: Condition): SimpleField => ({
  kind: "person-number",
  key: "personal-number",
  label: text("Số định danh cá nhân", "Personal identification number"),
  hint: text("12 chữ số.", "12 digits."),
  when,
  columns: numberColumns,
});
const oldCardNumber: SimpleField = {
  kind: "text",
  key: "old-card-number",
  label: text("Số CMND", "Number of the old ID card"),
  hint: text("9 chữ số.", "9 digits."),
  when: { all: [isVietnamese, showsOldCard] },
  longest: 9,
  columns: numberColumns,
};
const passportNumber: SimpleField = {
  kind: "passport-number",
  key: "passport-number",
  label: text("Số hộ chiếu", "Passport number"),
  when: showsPassport,
  columns: ["SỐ HỘ CHIẾU", "SỐ GIẤY TỜ", "Passport"],
};

const foreigner = (urgency: Text): SimpleField[] => [
  {
    kind: "choice",
    key: "permit-kind",
    label: text("Giấy tờ cho phép cư trú tại Việt Nam", "Ground of the stay in Viet Nam"),
    hint: urgency,
    when: isForeign,
    required: false,
    options: stayPermits,
    show: "select",
    columns: ["LOẠI THỊ THỰC"],
  },
  {
    kind: "text",
    key: "permit-number",
    label: text("Số thị thực hoặc thẻ", "Number of the visa or card"),
    when: isForeign,
    required: false,
    longest: 30,
    columns: ["SỐ THỊ THỰC"],
  },
  {
    kind: "date",
    key: "permitted-until",
    label: text("Ngày hết hạn được phép tạm trú", "Last day of the permitted stay"),
    hint: text(
      "Theo dấu kiểm chứng, thị thực hoặc thẻ; không phải ngày hết hạn hộ chiếu.",
      "By the stamp, visa or card; not the day the passport expires.",
    ),
    when: isForeign,
    columns: ["THỜI HẠN TẠM TRÚ"],
  },
  {
    kind: "date",
    key: "entered-on",
    label: text("Ngày nhập cảnh", "Day of entry into Viet Nam"),
    when: isForeign,
    required: false,
    latest: { today: { days: 0 } },
    columns: ["NGÀY NHẬP CẢNH"],
  },
  {
    kind: "text",
    key: "entry-gate",
    label: text("Cửa khẩu nhập cảnh", "Gate of entry"),
    hint: text("Ví dụ: sân bay Nội Bài.", "For example Noi Bai airport."),
    when: isForeign,
    required: false,
    longest: 100,
    columns: ["CỬA KHẨU"],
  },
];

const stay: SimpleField[] = [
  {
    kind: "text",
    key: "present-residence",
    label: text("Nơi cư trú hiện nay của khách", "The guest's present residence"),
    required: false,
    longest: 300,
    columns: ["ĐỊA CHỈ CHI TIẾT", "PHƯỜNG/ XÃ/ ĐẶC KHU", "TỈNH/ THÀNH PHỐ"],
  },
  {
    kind: "date-time",
    key: "arrived-at",
    label: text("Ngày, giờ đến", "Day and time of arrival"),
    hint: text("Ví dụ: 21:30 ngày 23/11/2026.", "For example 21:30 on 23/11/2026."),
    earliest: { today: { months: -12 } },
    latest: { today: { days: 0 } },
    columns: ["NGÀY ĐẾN", "GIỜ ĐẾN", "Đến lúc"],
  },
  {
    kind: "date",
    key: "leaves-on",
    label: text("Ngày đi dự kiến", "Expected day of leaving"),
    hint: text(
      "Ở từ 30 ngày trở lên thì đăng ký tạm trú, không thông báo lưu trú.",
      "Who stays 30 days or more registers temporary residence instead.",
    ),
    columns: ["NGÀY ĐI DỰ KIẾN"],
  },
  {
    kind: "text",
    key: "room",
    label: text("Số phòng", "Room"),
    required: false,
    longest: 50,
    columns: ["SỐ PHÒNG/ KHOA", "SỐ PHÒNG"],
  },
  {
    kind: "choice",
    key: "reason",
    label: text("Lý do lưu trú", "Reason for the stay"),
    options: stayReasons,
    show: "select",
    columns: ["LÝ DO CƯ TRÚ", "LÝ DO LƯU TRÚ"],
  },
  {
    kind: "text",
    key: "reason-text",
    label: text("Lý do cụ thể", "The reason in words"),
    when: { field: "reason", is: "other" },
    longest: 200,
    columns: ["NHẬP LÝ DO"],
  },
  {
    kind: "text",
    key: "note",
    label: text("Ghi chú", "Note"),
    required: false,
    longest: 500,
    columns: ["GHI CHÚ"],
  },
];

const guestGroup = (fields: SimpleField[]): GroupField => ({
  kind: "group",
  key: "guests",
  label: text("Người lưu trú", "Guests"),
  hint: text(
    "Có nhiều khách? Hãy gửi tệp Excel hoặc CSV: dòng nào sai sẽ được chỉ rõ, các dòng đúng vẫn được nhận.",
    "Many guests? Send an Excel or CSV file: each wrong row is pointed out, the right ones are kept.",
  ),
  item: text("người lưu trú", "guest"),
  fields,
  least: 1,
  most: 1000,
  titleOf: ["full-name", "room"],
  import: {
    sheet: "KHACH_LUU_TRU",
    timeOfDay: "14:00",
    example: {
      "full-name": "Nguyễn Thị Hoa",
      "birth-date": "27/03/1990",
      sex: "Nữ",
      nationality: "VNM",
      "document-kind": "Thẻ Căn Cước",
      "personal-number": "001190000123",
      "present-residence": "Số 5 phố Hàng Bài, phường Cửa Nam, Hà Nội",
      "arrived-at": "23/11/2026 14:00",
      "leaves-on": "25/11/2026",
      room: "301",
      reason: "Du lịch",
    },
  },
});

const urgencyBefore = text(
  "Khách nước ngoài: khai báo trong 12 giờ kể từ khi khách đến (24 giờ ở vùng sâu, vùng xa).",
  "Foreign guests: declare within 12 hours of arrival (24 in remote areas).",
);
const urgencySince24July2026 = text(
  "Khách nước ngoài: khai báo điện tử ngay khi khách đến.",
  "Foreign guests: declare electronically at once on arrival.",
);

/** Birth date and sex were no part of what art. 30.3 asked: they may be left out. */
export const guestsUntilJune2026 = guestGroup([
  fullName,
  { ...birthDate, required: false },
  { ...sex, required: false },
  nationality,
  documentKind(papersUntilJune2026),
  personalNumber({ all: [isVietnamese, { not: { field: "document-kind", in: ["passport", "old-id-card"] } }] }),
  oldCardNumber,
  passportNumber,
  ...foreigner(urgencyBefore),
  ...stay,
]);

const guestsSinceJuly2026 = (urgency: Text): GroupField =>
  guestGroup([
    fullName,
    birthDate,
    sex,
    nationality,
    documentKind(papersSinceJuly2026),
    personalNumber({ all: [isVietnamese, { not: { field: "document-kind", is: "passport" } }] }),
    passportNumber,
    ...foreigner(urgency),
    ...stay,
  ]);
export const guestsJuly2026 = guestsSinceJuly2026(urgencyBefore);
export const guestsSince24July2026 = guestsSinceJuly2026(urgencySince24July2026);
