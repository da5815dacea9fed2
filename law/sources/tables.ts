import { text } from "../../src/kernel/text.ts";
import { type DatedTable, datedRow, noRule } from "../parameters/dated-table.ts";
import { sourceName, sources } from "./index.ts";

/** The legal texts themselves, each in the days it is in force; those whose first day nobody established are left out. */
export const tables: readonly DatedTable[] = [
  {
    id: "texts",
    field: "texts",
    title: text("Văn bản có hiệu lực", "Texts in force"),
    rows: () =>
      sources()
        .filter((source) => source.inForceFrom !== null)
        .map((source) =>
          datedRow(
            {
              from: source.inForceFrom,
              until: source.inForceUntil,
              basis: [{ source: source.id, article: "toàn văn" }],
              evidence: source.evidence,
            },
            source.id,
            source.title,
            text(sourceName(source), sourceName(source)),
          ),
        ),
    noRule: [
      noRule("all", null, null, text("Văn bản chỉ có trong thời gian hiệu lực.", "A text stands only while in force.")),
    ],
  },
];
