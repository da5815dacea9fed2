import { findSource, readingGroundOn, sourceName } from "../../../law/index.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";

/** Why personal data may be read. The list is closed: whoever reads for another reason has no reason. */
export const PURPOSES = {
  "handle-dossier": text("Giải quyết hồ sơ", "Handling the dossier"),
  "receive-dossier": text("Tiếp nhận hồ sơ", "Taking a dossier in at the desk"),
  "work-list": text("Xem danh sách hồ sơ cần giải quyết", "Looking through the list of dossiers to handle"),
  "verify-person": text("Đối chiếu thông tin với cơ sở dữ liệu", "Comparing data with the register"),
  "search-person": text("Tra cứu để giải quyết hồ sơ", "Searching in order to handle a dossier"),
  "notify-person": text("Báo tin về hồ sơ cho ông/bà", "Telling you about your dossier"),
  "stay-register": text("Quản lý lưu trú trên địa bàn", "Keeping the register of stays"),
  appointment: text("Tiếp người dân theo lịch hẹn", "Receiving people by appointment"),
  "data-request": text("Giải quyết yêu cầu về dữ liệu cá nhân", "Handling a request about personal data"),
  "look-question": text("Trả lời câu hỏi về lượt xem dữ liệu", "Answering a question about a reading"),
  disposal: text("Xét hủy tài liệu hết thời hạn lưu", "Deciding on the disposal of old papers"),
  "own-tracker": text(
    "Cổng tra cứu xem nhật ký theo yêu cầu của chính ông/bà",
    "A portal read this log because you asked it to",
  ),
  represent: text("Người đại diện lập hồ sơ, xét quyền đại diện", "Acting for you, and deciding who may"),
  "own-export": text("Chính ông/bà tải dữ liệu của mình về", "You took your own data away"),
  investigate: text("Phục vụ điều tra theo lệnh", "Investigation, by written order"),
} as const satisfies Readonly<Record<string, Text>>;
export type Purpose = keyof typeof PURPOSES;
/** The one purpose for which a reading may be sealed. */
export type OpenPurpose = Exclude<Purpose, "investigate">;

/** Which data a reading may touch, in words for the person. Values never stand here. */
export const DATA_FIELDS = {
  name: text("họ tên", "name"),
  number: text("số định danh", "personal number"),
  "birth-date": text("ngày sinh", "date of birth"),
  "document-number": text("số giấy tờ", "document number"),
  address: text("nơi cư trú", "address"),
  contact: text("số điện thoại, thư điện tử", "telephone, e-mail"),
  stay: text("nơi và thời gian lưu trú", "place and time of the stay"),
  answers: text("nội dung khai trong hồ sơ", "what the dossier declares"),
  papers: text("tên giấy tờ đã nộp", "names of the papers filed"),
  paper: text("một giấy tờ", "one paper"),
  fees: text("lệ phí", "fees"),
  history: text("quá trình giải quyết", "how the dossier was handled"),
  "identity-check": text(
    "kết quả đối chiếu số định danh, họ tên, ngày sinh, giới tính",
    "whether number, name, birth date and sex agree",
  ),
  "found-nobody": text("không có người nào phù hợp", "nobody was found"),
  "data-request": text("yêu cầu về dữ liệu", "request about data"),
  looks: text("nhật ký xem dữ liệu", "log of readings"),
  everything: text("toàn bộ dữ liệu của ông/bà", "all your data"),
} as const satisfies Readonly<Record<string, Text>>;
export type DataField = keyof typeof DATA_FIELDS;

const isPurpose = (key: string): key is Purpose => Object.hasOwn(PURPOSES, key);
const isField = (key: string): key is DataField => Object.hasOwn(DATA_FIELDS, key);

/** The words of a purpose; entries of former days name none and keep the words they were written with. */
export const purposeWords = (key: string | null, written: string): Text =>
  key !== null && isPurpose(key) ? PURPOSES[key] : text(written, written);
/** The words of a field; entries of former days carry words, not keys. */
export const fieldWords = (field: string): Text => (isField(field) ? DATA_FIELDS[field] : text(field, field));

/**
 * The article on which data are read for a purpose on the day of the reading.
 * @throws where the law gave none that day: such a reading must not happen
 */
export function groundOf(purpose: Purpose, at: Instant): { readonly source: string; readonly article: string } {
  const [ground] = readingGroundOn(purpose, dayOfInstant(at))?.basis ?? [];
  if (!ground) throw new Error(`no ground for reading: ${purpose}`);
  return ground;
}

/** `Điều 10 Luật 26/2023/QH15`; an article the sheets do not name is left out. */
export function groundWords(source: string, article: string): Text {
  const known = findSource(source);
  const name = known ? sourceName(known) : source;
  return /^\d/.test(article) ? text(`Điều ${article} ${name}`, `Article ${article}, ${name}`) : text(name, name);
}
