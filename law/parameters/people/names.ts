import { type Text, text } from "../../../src/kernel/text.ts";
import { nameOf } from "../names.ts";
import type { Demand, EIdLevels } from "./e-identity.ts";
import type { CardAppointment, Filer, FilingChannel } from "./identity-cards.ts";
import { type ProvinceRow, provincesByCode } from "./provinces.ts";
import { PRIORITY_CLASSES, type PriorityClass, type QueueFigureKey } from "./queue.ts";
import type { VisaSymbol } from "./visa-symbols.ts";

export const EXCHANGE_AGES_NAME = text("Các tuổi phải đổi thẻ căn cước", "Ages at which an identity card is exchanged");
export const PROLONGATION_NAME = text("Thẻ hết hạn được dùng đến ngày", "Expired cards may be used until");

/** Ages in whole years, both bounds included. */
function agesName({ least, most }: { readonly least: number; readonly most: number | null }): Text {
  if (most === null) return text(`từ ${least} tuổi`, `${least} and older`);
  return least === 0
    ? text(`dưới ${most + 1} tuổi`, `under ${most + 1}`)
    : text(`từ ${least} đến dưới ${most + 1} tuổi`, `${least} to under ${most + 1}`);
}

const CHANNELS = {
  vneid: text("VNeID", "VNeID"),
  portal: text("cổng dịch vụ công", "portal"),
  desk: text("trực tiếp", "counter"),
} as const satisfies Readonly<Record<FilingChannel, Text>>;
const FILERS = {
  self: text("tự nộp", "filed by oneself"),
  representative: text("người đại diện nộp", "filed by a representative"),
} as const satisfies Readonly<Record<Filer, Text>>;

/** `Làm căn cước, dưới 6 tuổi, cách nộp: VNeID, cổng dịch vụ công`. Who files is told only where it makes a difference. */
export function appointmentName(row: CardAppointment): Text | null {
  const ways = nameOf(row.channels.map((channel) => CHANNELS[channel]));
  return nameOf([
    text("Làm căn cước", "Identity card"),
    agesName(row),
    ...(row.filedBy.length > 1 ? [] : row.filedBy.map((filer) => FILERS[filer])),
    nameOf([text("cách nộp", "way of filing"), ways], ": "),
  ]);
}

const APPLICANTS = {
  citizen: text("Công dân Việt Nam", "Vietnamese citizen"),
  foreigner: text("Người nước ngoài", "Foreigner"),
} as const satisfies Readonly<Record<EIdLevels["applicant"], Text>>;
export const eIdName = (row: EIdLevels): Text | null => nameOf([APPLICANTS[row.applicant], agesName(row)]);

const DEMANDS = {
  "paper-confirmation-of-old-number": text(
    "Đòi giấy xác nhận số định danh, số chứng minh cũ",
    "Asking for a paper that confirms the old number",
  ),
  "paper-integrated-in-e-id": text(
    "Đòi giấy tờ đã tích hợp vào căn cước điện tử",
    "Asking for a paper that the electronic identity holds",
  ),
} as const satisfies Readonly<Record<Demand, Text>>;
export const demandName = (demand: Demand): Text => DEMANDS[demand];

/** `Thị thực ĐT3: nhà đầu tư góp vốn từ 3 đến dưới 50 tỷ đồng`. */
export const visaName = ({ symbol, holder }: VisaSymbol): Text =>
  text(`Thị thực ${symbol}: ${holder.vi}`, `Visa ${symbol}: ${holder.en}`);

/** `Tỉnh Hà Giang`, as the unit was called then. */
export const provinceRowName = ({ kind, name }: ProvinceRow): Text =>
  kind === "city" ? text(`Thành phố ${name}`, `${name} City`) : text(`Tỉnh ${name}`, `${name} Province`);
/** What the unit of a code was called last. */
export function provinceCodeName(code: string): Text | null {
  const row = provincesByCode().get(code)?.at(-1);
  return row ? provinceRowName(row) : null;
}

const DATA_NAMES: { readonly [key: string]: Text } = {
  answer: text("Trả lời lần đầu yêu cầu về dữ liệu", "First word on a request about data"),
  stop: text("Ngừng xử lý dữ liệu theo yêu cầu", "Stopping on request"),
  "stop-by-processor": text(
    "Ngừng xử lý dữ liệu, có bên xử lý hoặc bên thứ ba",
    "Stopping, with processors or third parties",
  ),
  provide: text("Cung cấp dữ liệu theo yêu cầu", "Providing data on request"),
  erase: text("Xóa dữ liệu theo yêu cầu", "Erasing on request"),
  "breach-notice": text("Thông báo vi phạm dữ liệu", "Notice of a breach of data"),
  "handle-dossier": text("Đọc dữ liệu để giải quyết hồ sơ", "Reading in order to handle a dossier"),
  "receive-dossier": text("Đọc dữ liệu khi tiếp nhận hồ sơ", "Reading in order to take a dossier in"),
  "work-list": text("Đọc danh sách hồ sơ cần giải quyết", "Reading the list of dossiers to handle"),
  "verify-person": text("Đối chiếu với cơ sở dữ liệu dân cư", "Comparing with the population register"),
  "notify-person": text("báo tin về hồ sơ cho người nộp", "telling whoever filed about their dossier"),
  "search-person": text("Tra cứu người trong sổ dân cư", "Searching for a person"),
  "stay-register": text("Đọc sổ lưu trú trên địa bàn", "Reading the register of stays"),
  "data-request": text("Đọc để giải quyết yêu cầu về dữ liệu", "Reading for a request about data"),
  "look-question": text("Đọc để trả lời câu hỏi về lượt xem", "Reading for a question about a reading"),
  represent: text("Đọc khi thay mặt người khác", "Reading in order to act for somebody"),
  disposal: text("Đọc để xét hủy tài liệu", "Reading for the disposal of papers"),
  "own-export": text("Người dân tải dữ liệu của mình", "Taking one's own data away"),
  "own-tracker": text("Người dân xem nhật ký qua cổng khác", "One's own log through another portal"),
  investigate: text("Đọc theo lệnh điều tra", "Reading by order of an investigation"),
  "no-consent-needed": text("Từ chối: luật cho xử lý không cần đồng ý", "Refused: the law asks no consent"),
  "kept-by-law": text("Từ chối: luật buộc phải lưu giữ", "Refused: the law has it kept"),
  "not-the-subject": text("Từ chối: không phải chủ thể dữ liệu", "Refused: not the data subject"),
  "harms-others": text("Từ chối: ảnh hưởng người khác", "Refused: it would harm others"),
  "stay-notification": text("Lưu hồ sơ thông báo lưu trú", "Keeping stay notices"),
  "temporary-residence": text("Lưu hồ sơ đăng ký tạm trú", "Keeping dossiers of temporary residence"),
  "seal-new": text("Lưu hồ sơ đăng ký mẫu con dấu", "Keeping dossiers of seals"),
  "draft-sent": text("Lưu bản nháp đã nộp", "Keeping drafts that were sent"),
  appointment: text("Xem lịch hẹn để tiếp người dân", "Reading the appointment book to receive people"),
  "draft-left": text("Lưu bản nháp bỏ dở", "Keeping drafts left undone"),
};
const QUEUE_NAMES: Readonly<Record<QueueFigureKey, Text>> = {
  "ahead-in-row": text(
    "Số người được gọi trước liên tiếp trước khi gọi một người hàng thường",
    "How many go ahead in a row before one of the ordinary line",
  ),
  "late-minutes": text("Được đến trễ so với giờ hẹn", "How late one may come to a booked slot"),
  "booking-days-ahead": text("Số ngày được đặt lịch trước", "How many days ahead one may book"),
  "booking-kept-days": text("Giữ thông tin người đặt lịch", "How long a booking keeps its person"),
};
/** Names of the rows of queue.ts. */
export const queueFigureName = ({ key }: { readonly key: QueueFigureKey }): Text => QUEUE_NAMES[key];
export const priorityName = ({ key }: { readonly key: PriorityClass }): Text => PRIORITY_CLASSES[key];
type Keyed = { readonly key: string };
/** Names of the rows of data-protection.ts: terms, grounds, periods. */
export const dataName = ({ key }: Keyed): Text | null => DATA_NAMES[key] ?? null;

const LADDER_NAMES: Readonly<Record<string, Text>> = {
  portal: text(
    "hộp thư trên cổng, khi không có cách điện tử khác",
    "the portal's inbox, where no other electronic way is chosen",
  ),
  email: text("thư điện tử", "e-mail"),
  sms: text("tin nhắn", "text message"),
  letter: text("thư giấy", "letter on paper"),
};
/** Names of the rows of message-ladder.ts. */
export const ladderName = ({ key }: Keyed): Text | null => LADDER_NAMES[key] ?? null;
