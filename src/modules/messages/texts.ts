import { type Act, actName } from "../../engine/state/index.ts";
import { dong, showDong } from "../../kernel/dong.ts";
import { type Instant, showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Weight } from "./ladder.ts";

/** What the person reads in the inbox: a heading and short sentences, in both languages. */
export type Content = { readonly title: Text; readonly lines: readonly Text[] };

type Kind = Act["kind"];
/** An act that is not named here tells the person, under its own name: a new act is never silent by oversight. */
const WEIGHTS: { readonly [K in Kind]?: Weight | "none" } = {
  // Done by the filer, who sees the answer at once.
  filed: "none",
  acknowledged: "none",
  corrected: "none",
  cancelled: "none",
  supplemented: "note",
  withdrawn: "note",
  // Steps within the office.
  assigned: "note",
  claimed: "note",
  "passed-on": "note",
  "requirements-checked": "none",
  "returned-to-officer": "note",
  proposed: "note",
  decided: "note",
  signed: "note",
  numbered: "note",
  "supplement-requested": "answer",
};
export const weightOf = (kind: Kind): Weight | "none" => WEIGHTS[kind] ?? "tell";

/** Acts after which nobody waits for the person's answer any more. */
export const SETTLING: ReadonlySet<string> = new Set<Kind>(["supplemented", "withdrawn", "stopped", "refused-intake"]);

type Writer<K extends Kind> = (data: Extract<Act, { kind: K }>["data"]) => Content;
const due = (at: Instant | null): readonly Text[] =>
  at === null ? [] : [text(`Hạn trả kết quả: ${showInstant(at)}.`, `Result due: ${showInstant(at)}.`)];
const reason = (why: string): readonly Text[] =>
  why.trim() === "" ? [] : [text(`Lý do: ${sentence(why)}`, `Reason: ${sentence(why)}`)];
const sentence = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

const WRITERS: { readonly [K in Kind]?: Writer<K> } = {
  accepted: ({ dueAt }) => ({
    title: text("Hồ sơ đã được tiếp nhận", "Your dossier has been accepted"),
    lines:
      dueAt === null
        ? [
            text(
              "Thời hạn giải quyết bắt đầu khi lệ phí được xác nhận đã nộp.",
              "The time begins once the fee is confirmed as paid.",
            ),
          ]
        : due(dueAt),
  }),
  "fee-set": ({ debts }) => ({
    title: text("Hồ sơ có lệ phí cần nộp", "A fee is due"),
    lines: [
      text(
        `Số tiền: ${showDong(dong(debts.reduce((sum, debt) => sum + debt.amountDong, 0)))}. Ông/bà nộp bằng mã QR tại trang hồ sơ.`,
        `Amount: ${showDong(dong(debts.reduce((sum, debt) => sum + debt.amountDong, 0)))}. Pay by QR code on the page of the dossier.`,
      ),
    ],
  }),
  "fee-paid": ({ amountDong, dueAt }) => ({
    title: text("Đã nhận được lệ phí", "The fee has been received"),
    lines: [text(`Số tiền: ${showDong(dong(amountDong))}.`, `Amount: ${showDong(dong(amountDong))}.`), ...due(dueAt)],
  }),
  "due-moved": ({ dueAt, from, because }) => ({
    title: text("Hạn trả kết quả thay đổi", "The due date has moved"),
    lines: [
      text(
        `Hạn trước đây: ${showInstant(from)}. Hạn mới: ${showInstant(dueAt)}.`,
        `Was due: ${showInstant(from)}. Now due: ${showInstant(dueAt)}.`,
      ),
      ...reason(because),
    ],
  }),
  rerouted: ({ because }) => ({
    title: text("Hồ sơ chuyển sang cơ quan khác giải quyết", "Another office now handles your dossier"),
    lines: [
      text(
        "Ông/bà không phải nộp lại; mã hồ sơ và thời hạn giữ nguyên.",
        "You need not file again; the code and the due date stay.",
      ),
      ...reason(because),
    ],
  }),
  "supplement-requested": ({ items, reason: why }) => ({
    title: text("Ông/bà cần bổ sung hồ sơ", "Please supplement your dossier"),
    lines: [
      ...items.map((item, at) =>
        text(
          `${at + 1}. ${sentence(item.what)} ${sentence(item.how)} Căn cứ: ${sentence(item.basis)}`,
          `${at + 1}. ${sentence(item.what)} ${sentence(item.how)} Basis: ${sentence(item.basis)}`,
        ),
      ),
      ...reason(why),
    ],
  }),
  supplemented: () => ({
    title: text("Đã nhận nội dung bổ sung", "Your supplement has been received"),
    lines: [text("Cơ quan sẽ kiểm tra và trả lời ông/bà.", "The office checks it and answers you.")],
  }),
  "refused-intake": ({ reason: why, basis }) => ({
    title: text("Hồ sơ không được tiếp nhận", "Your dossier has not been accepted"),
    lines: [...reason(why), text(`Căn cứ: ${sentence(basis)}`, `Basis: ${sentence(basis)}`)],
  }),
  decided: () => ({
    title: text("Lãnh đạo đã xem xét hồ sơ", "The decision has been taken"),
    lines: [text("Kết quả sẽ được trả sau khi ký và vào sổ.", "The result follows once it is signed and entered.")],
  }),
  issued: () => ({
    title: text("Đã có kết quả", "Your result is ready"),
    lines: [text("Ông/bà xem và tải kết quả tại trang hồ sơ.", "See and download it on the page of the dossier.")],
  }),
  returned: ({ to }) => ({
    title: text("Đã trả kết quả", "The result has been handed over"),
    lines: [text(`Người nhận: ${sentence(to)}`, `Received by: ${sentence(to)}`)],
  }),
  stopped: ({ reason: why, basis }) => ({
    title: text("Hồ sơ đã dừng giải quyết", "Your dossier has been stopped"),
    lines: [...reason(why), text(`Căn cứ: ${sentence(basis)}`, `Basis: ${sentence(basis)}`)],
  }),
  withdrawn: () => ({
    title: text("Hồ sơ đã được rút", "Your dossier has been withdrawn"),
    lines: [text("Giấy tờ bản chính, nếu có, được trả lại.", "Original papers, if any, are given back.")],
  }),
};

/** The words an act leaves for whoever filed. */
export function contentOf(act: Act): Content {
  const write = WRITERS[act.kind] as Writer<Kind> | undefined;
  if (write) return write(act.data);
  const name = actName(act.kind);
  return { title: text(`Hồ sơ có thay đổi: ${lower(name.vi)}`, `News: ${lower(name.en)}`), lines: [] };
}
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** What a word of the office leaves in the inbox. The word itself stays with the dossier. */
export const wordContent: Content = {
  title: text("Cơ quan nhắn cho ông/bà", "The office wrote to you"),
  lines: [
    text("Ông/bà đọc và trả lời tại mục Trao đổi của hồ sơ.", "Read and answer it under Messages of the dossier."),
  ],
};
