import type { Act } from "../../../engine/state/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type CaseworkAct, isCaseworkAct } from "./casework-wanted.ts";
import { VERDICT_NAMES } from "./words.ts";

type CaseworkDone = Extract<Act, { kind: CaseworkAct }>;
export const isCaseworkDone = (act: Act): act is CaseworkDone => isCaseworkAct(act.kind);

/** What an act of the work on a case carries, a sentence a line. */
export function caseworkLines(act: CaseworkDone): readonly Text[] {
  switch (act.kind) {
    case "claimed":
      return [];
    case "passed-on":
      return [
        text(`Giao cho ${act.data.toName}`, `To ${act.data.toName}`),
        text(`Lý do: ${act.data.reason}`, `Reason: ${act.data.reason}`),
      ];
    case "returned-to-officer":
      return [text(`Cần làm lại: ${act.data.reason}`, `To be done again: ${act.data.reason}`)];
    case "requirements-checked": {
      const { findings } = act.data;
      const count = (verdict: (typeof findings)[number]["verdict"]): number =>
        findings.filter((one) => one.verdict === verdict).length;
      return [
        text(
          `Đạt ${count("met")}, chưa đạt ${count("not-met")}, không áp dụng ${count("not-applicable")}`,
          `${count("met")} met, ${count("not-met")} not met, ${count("not-applicable")} not applicable`,
        ),
        ...findings
          .filter(({ verdict }) => verdict === "not-met")
          .map(({ title, reason }) =>
            text(
              `${VERDICT_NAMES["not-met"].vi}: ${title}. ${reason}`,
              `${VERDICT_NAMES["not-met"].en}: ${title}. ${reason}`,
            ),
          ),
      ];
    }
  }
}
