import { type Text, text } from "../../kernel/text.ts";
import type { Deadline, Edition } from "./procedure.ts";

/** So many of a unit in which a deadline is given. */
export const DEADLINE_LENGTH: {
  readonly [U in Exclude<Deadline["unit"], "immediate">]: (count: number) => Text;
} = {
  "working-days": (count) => text(`${count} ngày làm việc`, `${count} working days`),
  "working-hours": (count) => text(`${count} giờ làm việc`, `${count} working hours`),
  days: (count) => text(`${count} ngày`, `${count} days`),
  months: (count) => text(`${count} tháng`, count === 1 ? "1 month" : `${count} months`),
};

/** The statutory time in words, as procedure pages and receipts print it. */
export function deadlineInWords({ deadline }: Pick<Edition, "deadline">): Text {
  if (deadline.unit === "immediate") return text("Ngay khi tiếp nhận", "At once");
  return DEADLINE_LENGTH[deadline.unit](deadline.count);
}
