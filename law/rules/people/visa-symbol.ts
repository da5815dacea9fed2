import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { tidy } from "../../../src/kernel/vietnamese.ts";
import { visaSymbols } from "../../parameters/people/visa-symbols.ts";
import { rowOn } from "../../parameters/table.ts";
import { citation, citedAll, step } from "../cite.ts";

/** Whether a visa symbol exists on a date, and the longest validity of such a visa. */
export const visaSymbol = defineCalculation({
  name: "visa-symbol",
  title: text("Ký hiệu thị thực", "Visa symbol"),
  fields: { symbol: { kind: "text", needed: true }, on: { kind: "date", needed: true } },
  reckon({ symbol: given, on }) {
    const symbol = tidy(given);
    const row = rowOn(visaSymbols().get(symbol) ?? [], on);
    const shown = showDate(on);
    if (!row)
      return {
        value: { accepted: false, longestValidity: null },
        steps: () => [
          step(
            "no-such-symbol",
            `Không có ký hiệu này trong danh mục đã nhập cho ngày ${shown}.`,
            `No such symbol is entered for ${shown}.`,
            false,
          ),
        ],
        citations: () => [citation("47/2014/QH13", "8")],
      };
    return {
      value: { accepted: true, longestValidity: row.longest },
      steps: () => [
        step("symbol", `${symbol}: ${row.holder.vi}.`, `${symbol}: ${row.holder.en}.`, true),
        step(
          "longest-validity",
          `Thời hạn dài nhất: ${duration(row.longest).vi}.`,
          `At most ${duration(row.longest).en}.`,
          row.longest,
        ),
      ],
      citations: () => citedAll(row),
    };
  },
});

/** `P5Y` as `5 năm`, `P90D` as `90 ngày`. */
function duration(iso: string): { vi: string; en: string } {
  const count = iso.slice(1, -1);
  const [vi, en] = iso.endsWith("Y") ? ["năm", "year"] : ["ngày", "day"];
  return { vi: `${count} ${vi}`, en: `${count} ${en}${count === "1" ? "" : "s"}` };
}
