import { type Text, text } from "../../../kernel/text.ts";

/** What a bank can get wrong, each to be asked for by name. Nothing else in the stand-in errs. */
export const FAULTS = {
  none: text("Báo ngay, đúng một lần", "Tell the office at once, one time"),
  late: text("Báo muộn", "Tell the office late"),
  doubled: text("Báo hai lần cùng lúc", "Tell the office twice at the same time"),
  "out-of-order": text("Báo sau giao dịch kế tiếp", "Tell the office only after the next transfer"),
  "wrong-amount": text("Chuyển sai số tiền (thừa 1.000 đ)", "Transfer a wrong amount (1.000 đ too much)"),
  "unknown-reference": text("Chuyển sai nội dung", "Transfer with a wrong content"),
  "bad-signature": text("Báo với chữ ký sai", "Tell the office with a wrong signature"),
  lost: text("Không báo (thông báo bị mất)", "Never tell the office (the notice gets lost)"),
} as const satisfies Record<string, Text>;

export type Fault = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as readonly Fault[];
