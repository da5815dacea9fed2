import { procedures } from "../../../../law/index.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { FigureName } from "../../../modules/payments/index.ts";

/** The columns of the report of fees, in the words of the trade. */
export const FIGURE_WORDS: { readonly [F in FigureName]: Text } = {
  opening: text("Còn phải thu đầu kỳ", "Owed before"),
  raised: text("Phải thu trong kỳ", "Levied"),
  dropped: text("Hủy, chuyển đi", "Dropped"),
  waived: text("Miễn, giảm", "Waived"),
  bank: text("Thu chuyển khoản", "By transfer"),
  cash: text("Thu tiền mặt", "In cash"),
  reversed: text("Hủy biên lai", "Receipts cancelled"),
  refunded: text("Hoàn trả", "Given back"),
  closing: text("Còn phải thu cuối kỳ", "Owed after"),
};

/** The title of a fee by the key procedures give it today: each, where several mean different things by it. */
export function feeName(key: string, lang: Language): string {
  const titles = new Set(
    procedures.flatMap(({ editions }) =>
      (editions.at(-1)?.fees ?? []).filter((fee) => fee.key === key).map((fee) => fee.title[lang]),
    ),
  );
  return titles.size > 0 ? [...titles].join(" / ") : key;
}

export const KIND_WORDS: Readonly<Record<string, Text>> = {
  "debt-raised": text("Phát sinh khoản thu", "Levied"),
  "debt-cancelled": text("Hủy khoản thu", "Cancelled"),
  "debt-moved-out": text("Chuyển sang đơn vị khác", "Handed to another office"),
  "debt-moved-in": text("Nhận từ đơn vị khác", "Taken from another office"),
  waived: text("Miễn, giảm", "Waived"),
  "bank-matched": text("Thu chuyển khoản", "By transfer"),
  "cash-received": text("Thu tiền mặt", "In cash"),
  "cash-cancelled": text("Hủy biên lai", "Receipt cancelled"),
  "refund-of-fee": text("Duyệt hoàn trả", "Refund approved"),
};
