import { dayOfInstant, yearOf } from "../../src/kernel/plain-date.ts";
import type { Kept } from "./invariants.ts";
import type { World } from "./world.ts";

/** Numbers of papers: in each book of a unit and year from 1 on, each once, none left out. */
export function checkNumbers({ tally }: World, kept: readonly Kept[], serials: ReadonlyMap<string, number>): void {
  const books = new Map<string, number[]>();
  for (const { row, acts, states } of kept) {
    for (const [at, act] of acts.entries()) {
      const state = states[at - 1];
      const number = "number" in act.data && act.kind !== "numbered" ? act.data.number : null;
      if (!state || typeof number !== "string") continue;
      const [serial = "", ...symbol] = number.split("/");
      const book = [
        state.unitProvince ?? row.office_province,
        state.unit,
        symbol.join("/"),
        yearOf(dayOfInstant(act.at)),
      ];
      books.set(book.join(" "), [...(books.get(book.join(" ")) ?? []), Number(serial)]);
    }
  }
  for (const [book, numbers] of books) {
    const sorted = numbers.sort((a, b) => a - b);
    if (sorted.some((number, at) => number !== at + 1))
      tally.violation("numbers of a book follow one another, each once", `${book}: ${sorted.join(" ")}`);
    if (serials.get(book) !== sorted.length)
      tally.violation("the book stands at its last number", `${book}: ${serials.get(book)}, ${sorted.length} acts`);
    tally.count("numbers of papers", sorted.length);
  }
  const codes = new Set(kept.map(({ row }) => row.code));
  if (codes.size !== kept.length)
    tally.violation("every dossier has a code of its own", `${codes.size} of ${kept.length}`);
}
