import { deadlineInWords, type Edition, type Evidence } from "../../src/engine/definition/index.ts";
import { type Text, text } from "../../src/kernel/text.ts";
import { type DatedTable, datedRow, joined } from "../parameters/dated-table.ts";
import { procedures } from "./index.ts";

const WORST: readonly Evidence[] = ["recalled", "reported", "design", "read"];

function wordsOf(edition: Edition): Text {
  const papers = edition.papers.map((paper) => paper.key).join(", ") || "–";
  const term = edition.deadline.unit === "immediate" ? text("giải quyết ngay", "at once") : deadlineInWords(edition);
  const form = edition.result.officialForm ?? "–";
  return joined([
    text(`phiên bản ${edition.id}, mã ${edition.code}`, `edition ${edition.id}, code ${edition.code}`),
    term,
    text(`nộp: ${edition.channels.join(", ")}`, `channels: ${edition.channels.join(", ")}`),
    text(`giấy tờ: ${papers}`, `papers: ${papers}`),
    text(`mẫu kết quả: ${form}`, `result form: ${form}`),
  ]);
}

/** The editions of the procedures: what is asked, by which form, until when it is answered. */
export const tables: readonly DatedTable[] = [
  {
    id: "editions",
    field: "procedures",
    title: text("Phiên bản thủ tục", "Editions of procedures"),
    rows: () =>
      procedures.flatMap((procedure) =>
        procedure.editions.map((edition) => {
          const evidence = WORST.find((worst) => edition.basis.some((place) => place.evidence === worst)) ?? "recalled";
          const basis = edition.basis.map(({ source, article }) => ({ source, article }));
          const { from, until } = edition;
          return datedRow({ from, until, basis, evidence }, procedure.key, wordsOf(edition), procedure.title);
        }),
      ),
    noRule: [],
  },
];
