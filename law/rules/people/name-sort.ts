import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { sortByGivenName } from "../../../src/kernel/name.ts";
import { text } from "../../../src/kernel/text.ts";
import { step } from "../cite.ts";
import { houseRule } from "./house-rules.ts";

/** People in the order of Vietnamese lists: given name, family name, middle names. */
export const nameSort = defineCalculation({
  name: "name-sort",
  title: text("Sắp xếp danh sách theo tên", "Ordering a list of people"),
  fields: { names: { kind: "list", needed: true, of: { kind: "text" } } },
  reckon({ names }) {
    const ordered = sortByGivenName(names);
    return {
      value: { names: ordered },
      steps: () => [
        step(
          "order",
          "Xếp theo tên (từ cuối), rồi họ (từ đầu), rồi chữ đệm, theo thứ tự chữ cái và dấu thanh tiếng Việt.",
          "By given name (last word), then family name (first), then middle names, in the Vietnamese order of letters and tones.",
          ordered.length,
        ),
      ],
      citations: () => [houseRule("thứ tự họ tên")],
    };
  },
});
