import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { covers, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type PlateCode, plateAnnex, plateCodes } from "../../parameters/traffic/index.ts";
import { provinceStates } from "../../places/index.ts";
import { citation, step } from "../cite.ts";

/** Who a two-digit plate code belongs to: its former province always, its province of today since the merger. */
export const plateCode = defineCalculation({
  name: "plate-code",
  title: text("Mã biển số xe", "Number plate code"),
  fields: { code: { kind: "text", needed: true }, on: { kind: "date", needed: true } },
  reckon({ code, on }) {
    const row = readCode(code);
    const annex = plateAnnex();
    if (on < annex.from) throw new RefusedInput("no-rate-for-date", "on");
    const province = on < annex.provincesFrom ? null : provinceOf(row, on);
    return {
      value: { valid: row.allotted, formerProvince: row.former, province },
      steps: () => [
        row.allotted
          ? step("allotted", `Mã ${code} đã được cấp.`, `Code ${code} is allotted.`, true)
          : step("not-allotted", `Mã ${code} không có trong danh mục.`, `Code ${code} is not in the list.`, false),
        ...(row.former === null
          ? []
          : [
              step(
                "former-holder",
                `Trước ${showDate(annex.provincesFrom)}: ${row.former}.`,
                `Before ${showDate(annex.provincesFrom)}: ${row.former}.`,
                row.former,
              ),
            ]),
        ...(province === null
          ? []
          : [
              step(
                "province",
                `Từ ${showDate(annex.provincesFrom)}: ${province.name}; mã và biển đã cấp không đổi.`,
                `Since ${showDate(annex.provincesFrom)}: ${province.name}; the code and issued plates stay.`,
                province,
              ),
            ]),
      ],
      citations: () =>
        on < annex.provincesFrom
          ? annex.formerSources
              .filter(({ from }) => from <= on)
              .slice(0, 1)
              .map(({ source }) => citation(source, annex.article))
          : [citation(annex.source, annex.article), citation(annex.amendedBy, annex.article)],
    };
  },
});

/** @throws RefusedInput for anything but two digits from 10 to 99 */
function readCode(code: string): PlateCode {
  if (code.length !== 2) throw new RefusedInput("invalid-length", "code");
  if (!/^\d\d$/.test(code)) throw new RefusedInput("invalid-character", "code");
  const row = plateCodes().get(code);
  if (!row) throw new RefusedInput("out-of-range", "code");
  return row;
}

function provinceOf(row: PlateCode, on: PlainDate): { code: string; name: string } | null {
  const state = provinceStates.find((candidate) => candidate.code === row.province && covers(candidate, on));
  return state ? { code: state.code, name: state.name } : null;
}
