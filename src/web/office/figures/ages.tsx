import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { Age } from "../../../modules/figures/index.ts";
import { Table } from "../../ui/index.ts";

/** What is in hand now, by how long ago it was accepted. */
export const Ages = ({ ages, lang }: { ages: readonly Age[]; lang: Language }) => (
  <Table
    dense
    captionHidden
    caption={text("Hồ sơ đang giải quyết theo tuổi", "In hand, by age")}
    lang={lang}
    columns={[
      { key: "age", label: text("Đã tiếp nhận được", "Accepted") },
      { key: "inTime", label: text("Trong hạn", "In time"), figures: true },
      { key: "late", label: text("Quá hạn", "Late"), figures: true },
      { key: "paused", label: text("Tạm dừng tính hạn", "Clock not running"), figures: true },
    ]}
    rows={ages.map(({ days, inTime, late, paused }, at) => ({
      cells: {
        age: classOf(days, ages[at + 1]?.days ?? null)[lang],
        inTime: String(inTime),
        late: String(late),
        paused: String(paused),
      },
    }))}
  />
);

/** `2 đến 3 ngày`: from `days` up to the day before the next class. */
function classOf(days: number, next: number | null): Text {
  if (next === null) return text(`Trên ${days - 1} ngày`, `${days} days ago or more`);
  return days === 0
    ? text(`Dưới ${next} ngày`, `Less than ${next} days ago`)
    : text(`${days} đến ${next - 1} ngày`, `${days} to ${next - 1} days ago`);
}
