import { type Text, text } from "../kernel/text.ts";
import { groundWords } from "../modules/access/index.ts";
import type { RequestState, Right } from "../modules/data-rights/index.ts";
import type { Tone } from "./ui/index.ts";

/** Words of a person's requests, the same on the portal and in the office. */

export const RIGHT_WORDS: Readonly<Record<Right, { readonly name: Text; readonly hint: Text }>> = {
  see: {
    name: text("Xem, nhận dữ liệu của tôi", "See or receive my data"),
    hint: text("Phần có trong hệ thống này có thể tải về ngay.", "What this house holds can be taken away at once."),
  },
  correct: {
    name: text("Chỉnh sửa dữ liệu sai", "Correct wrong data"),
    hint: text(
      "Có dữ liệu phải sửa bằng một thủ tục riêng; cơ quan sẽ chỉ rõ.",
      "Some data are corrected by a procedure of their own; the office says which.",
    ),
  },
  restrict: {
    name: text("Hạn chế xử lý dữ liệu", "Restrict processing"),
    hint: text("Cán bộ mở hồ sơ sẽ thấy dấu hạn chế.", "Officers who open your dossier see the mark."),
  },
  erase: {
    name: text("Xóa dữ liệu", "Erase data"),
    hint: text("Hồ sơ phải lưu theo luật thì chưa xóa được.", "What the law keeps cannot be erased yet."),
  },
  "withdraw-consent": {
    name: text("Rút lại sự đồng ý", "Withdraw consent"),
    hint: text("Đối với việc trước đây ông/bà đã đồng ý.", "For what you agreed to before."),
  },
  object: {
    name: text("Phản đối xử lý dữ liệu", "Object to processing"),
    hint: text("Nêu rõ việc xử lý nào và lý do.", "Say which processing, and why."),
  },
};

export const REQUEST_STATES: Readonly<Record<RequestState, { readonly label: Text; readonly tone: Tone }>> = {
  asked: { label: text("Chờ trả lời", "Waiting for the answer"), tone: "waiting" },
  accepted: { label: text("Đang thực hiện", "Being done"), tone: "progress" },
  extended: { label: text("Đang thực hiện", "Being done"), tone: "progress" },
  refused: { label: text("Từ chối", "Refused"), tone: "refused" },
  done: { label: text("Đã thực hiện", "Done"), tone: "done" },
  lifted: { label: text("Đã bỏ hạn chế", "Restriction lifted"), tone: "neutral" },
  withdrawn: { label: text("Người yêu cầu rút lại", "Taken back"), tone: "neutral" },
};

/** What a step is called once it is done. */
export const STEP_WORDS: Readonly<Record<Exclude<RequestState, "asked">, Text>> = {
  accepted: text("Chấp nhận yêu cầu", "Request accepted"),
  refused: text("Từ chối yêu cầu", "Request refused"),
  extended: text("Gia hạn thực hiện", "Time prolonged"),
  done: text("Đã thực hiện xong", "Done"),
  lifted: text("Bỏ dấu hạn chế", "Mark lifted"),
  withdrawn: text("Người yêu cầu rút lại", "Taken back by the person"),
};

export const REFUSAL_WORDS: Readonly<Record<string, Text>> = {
  "no-consent-needed": text(
    "Việc xử lý theo luật, không cần sự đồng ý",
    "The law demands this processing; no consent is needed",
  ),
  "kept-by-law": text("Tài liệu còn trong thời hạn lưu trữ", "The papers are still within their time of keeping"),
  "not-the-subject": text("Dữ liệu không phải của người yêu cầu", "The data are not the asker's"),
  "harms-others": text("Ảnh hưởng quyền của người khác", "It would harm the rights of others"),
};

/** `Điều 19 Luật 91/2025/QH15`, from the place in a text that a rule rests on. */
export const placeWords = (place: { readonly source: string; readonly article: string } | undefined): Text | null =>
  place ? groundWords(place.source, place.article) : null;
