import { day, instantAt, type PlainDate, showDate, showTime, weekday } from "../kernel/plain-date.ts";
import { type Text, text } from "../kernel/text.ts";
import type {
  ArrivalFailure,
  BookingFailure,
  CallFailure,
  CounterFailure,
  DeskUnit,
  IssueFailure,
  SessionFailure,
  SessionKind,
  Ticket,
  TicketFailure,
} from "../modules/desk/index.ts";
import type { WebDeps } from "./context.ts";
import { notFound } from "./errors.ts";

/** What pages of the waiting room and the appointment book say alike. */

const WEEKDAYS: readonly Text[] = [
  text("Chủ nhật", "Sunday"),
  text("Thứ Hai", "Monday"),
  text("Thứ Ba", "Tuesday"),
  text("Thứ Tư", "Wednesday"),
  text("Thứ Năm", "Thursday"),
  text("Thứ Sáu", "Friday"),
  text("Thứ Bảy", "Saturday"),
];
/** `Thứ Hai, 30/11/2026`. */
export function dayWords(on: PlainDate): Text {
  const name = WEEKDAYS[weekday(on)] ?? text("", "");
  return text(`${name.vi}, ${showDate(on)}`, `${name.en}, ${showDate(on)}`);
}
const ANY_DAY = day("2026-01-01");
/** `08:30` of a minute of the day. */
export const minuteWords = (minute: number): string => showTime(instantAt(ANY_DAY, minute));
/** `08:30–09:00`. */
export const slotWords = (minute: number, slotMinutes: number): string =>
  `${minuteWords(minute)}–${minuteWords(minute + slotMinutes)}`;

export const KINDS: Readonly<Record<SessionKind, Text>> = {
  ordinary: text("Ngày thường", "Ordinary day"),
  saturday: text("Thứ Bảy", "Saturday"),
  mobile: text("Lưu động", "Mobile"),
};
export const STATES: Readonly<Record<Ticket["state"], Text>> = {
  waiting: text("Đang chờ", "Waiting"),
  called: text("Đang gọi", "Called"),
  serving: text("Đang phục vụ", "Being served"),
  served: text("Đã xong", "Served"),
  "no-show": text("Gọi không có mặt", "Did not come"),
  left: text("Đã trả số", "Left"),
};

/** The office of an address, as the desk knows it. @throws a page that says there is none */
export function deskUnitOf(deps: WebDeps, id: string): DeskUnit & { readonly name: Text } {
  const unit = deps.catalogue.findUnit(id);
  if (!unit || unit.until !== null) throw notFound();
  return unit;
}
/** The name of a service, or its key where the office has it no more. */
export const serviceWords = (deps: WebDeps, unit: DeskUnit, key: string): Text =>
  deps.desk.servicesOf(unit).find((service) => service.key === key)?.title ?? text(key, key);
export const procedureWords = (deps: WebDeps, key: string): Text =>
  deps.procedures.find((procedure) => procedure.key === key)?.title ?? text(key, key);

type Failure =
  | IssueFailure
  | CounterFailure
  | CallFailure
  | TicketFailure
  | SessionFailure
  | BookingFailure
  | ArrivalFailure;
const SENTENCES = {
  "no-such-service": text("Hãy chọn việc cần làm.", "Choose what you have come for."),
  "no-counter": text(
    "Hôm nay không có quầy nào nhận việc này. Vui lòng hỏi cán bộ tại Bộ phận Một cửa.",
    "No counter takes this today. Please ask at the desk.",
  ),
  "not-your-counter": text(
    "Quầy này không còn mở dưới tên đồng chí. Hãy mở quầy rồi làm lại.",
    "This counter is not open under your name any more. Open a counter and try again.",
  ),
  taken: text("Quầy đang có đồng chí khác ngồi.", "A colleague has this counter open."),
  "number-used": text("Số quầy phải từ 1 đến 99 và chưa dùng.", "The number is 1 to 99 and not used yet."),
  services: text("Hãy chọn ít nhất một việc quầy nhận.", "Choose at least one service."),
  "not-allowed": text(
    "Vị trí công tác của đồng chí không có quyền thực hiện việc này.",
    "Your post does not include this.",
  ),
  "nobody-waits": text("Không còn ai đang chờ quầy này.", "Nobody waits for this counter."),
  "not-now": text(
    "Số này đã được xử lý. Trang đang hiển thị tình trạng mới nhất.",
    "This number has been dealt with. The page shows how it stands now.",
  ),
  "no-such-dossier": text("Đơn vị không có hồ sơ mang mã này.", "The unit has no dossier of this code."),
  "other-counter": text("Hãy chọn một quầy khác.", "Choose another counter."),
  "not-found": text("Không tìm thấy. Vui lòng kiểm tra lại mã.", "Not found. Please check the code."),
  day: text("Ngày phải từ hôm nay đến một năm tới.", "The day is today or within a year."),
  "not-a-saturday": text("Buổi thứ Bảy phải vào ngày thứ Bảy.", "A Saturday session is on a Saturday."),
  "not-a-working-day": text(
    "Ngày này là ngày nghỉ. Hãy chọn buổi thứ Bảy hoặc lưu động.",
    "This is a day off. Choose a Saturday or mobile session.",
  ),
  hours: text(
    "Giờ bắt đầu phải trước giờ kết thúc; mỗi lượt từ 5 đến 480 phút và nằm trọn trong buổi.",
    "The start is before the end; a slot has 5 to 480 minutes and fits into the session.",
  ),
  capacity: text("Số người mỗi lượt từ 1 đến 1.000.", "A slot takes 1 to 1,000 people."),
  place: text("Hãy ghi địa điểm.", "Enter the place."),
  procedures: text("Hãy chọn ít nhất một thủ tục.", "Choose at least one procedure."),
  reason: text("Hãy ghi lý do để người đã đặt được biết.", "Give the reason, for those who have booked."),
  ended: text("Buổi hoặc lịch hẹn này đã kết thúc.", "This session or booking has ended."),
  full: text("Khung giờ này vừa hết chỗ. Hãy chọn khung giờ khác.", "This slot is full now. Choose another one."),
  "already-booked": text(
    "Ông/bà đã có một lịch hẹn cho thủ tục này trong buổi này. Có thể đổi giờ trong lịch hẹn đó.",
    "You have a booking for this procedure in this session. You can move that one.",
  ),
  "too-late": text("Khung giờ này đã bắt đầu.", "This slot has begun."),
  "too-early": text("Ngày này chưa mở đặt lịch.", "This day cannot be booked yet."),
  procedure: text("Hãy chọn thủ tục được nhận trong buổi này.", "Choose a procedure that this session takes."),
  name: text("Hãy ghi họ và tên.", "Enter the full name."),
  phone: text("Hãy ghi số điện thoại, ví dụ 0912 345 678.", "Enter a telephone number, such as 0912 345 678."),
} as const satisfies Partial<Record<Failure["kind"], Text>>;

/** What went wrong and what to do next. */
export function failureWords(failure: Failure): Text {
  switch (failure.kind) {
    case "closed":
      return text(
        `Ngày ${showDate(failure.on)} đơn vị không làm việc nên không cấp số. Ông/bà có thể đặt lịch hẹn.`,
        `The office is closed on ${showDate(failure.on)} and gives no numbers. You can book an appointment.`,
      );
    case "has-number":
      return text(
        `Ông/bà đang giữ số ${failure.number} tại đơn vị này.`,
        `You hold number ${failure.number} of this office.`,
      );
    case "busy":
      return text(
        "Quầy đang có người. Hãy kết thúc số đang phục vụ trước.",
        "Somebody is at the counter. End that number first.",
      );
    case "below-booked":
      return text(
        `Khung giờ này đã có ${failure.booked} người đặt; sức chứa không thể thấp hơn.`,
        `${failure.booked} people have booked this slot; it cannot take fewer.`,
      );
    case "other-day":
      return text(
        `Lịch hẹn này vào ngày ${showDate(failure.on)}. Vui lòng đến đúng ngày hoặc đổi lịch.`,
        `This booking is for ${showDate(failure.on)}. Come on that day or move it.`,
      );
    default:
      return SENTENCES[failure.kind];
  }
}
