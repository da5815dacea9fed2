import type { Evidence } from "../../src/engine/definition/index.ts";
import type { PlainDate } from "../../src/kernel/plain-date.ts";
import { dayCell } from "./table.ts";

/** A place in a legal text. */
export type Place = { readonly source: string; readonly article: string };
/** The places in legal texts a row rests on, the one that sets the figure first. */
export type Basis = readonly Place[];
/** The place in an amending text, named by what it amends where its own article was not found. */
export const amending = (amender: string, { source, article }: Place): Place => ({
  source: amender,
  article: `sửa đổi ${article} của ${source}`,
});
/** What every dated row carries: its period, its texts and how far it is proven. */
export type Proven = {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly basis: Basis;
  readonly evidence: Evidence;
};

/** `68/2025/NĐ-CP` or `68/2025/NĐ-CP 3(1)`; empty is none. */
export function amendmentCell(cell: string, amended: Place): Place | null {
  const [source = "", ...article] = cell.split(" ");
  if (source === "") return null;
  return article.length === 0 ? amending(source, amended) : { source, article: article.join(" ") };
}

const EVIDENCE: readonly Evidence[] = ["read", "reported", "recalled", "design"];

/** Reads `73/2024/TT-BTC@4 + 64/2025/TT-BTC@1`. @throws where a text stands without its article: our own mistake */
export function basisCell(cell: string): Basis {
  return cell.split(" + ").map((place) => {
    const [source, article] = place.split("@");
    if (!source || !article) throw new Error(`not a place in a legal text: ${place}`);
    return { source, article };
  });
}

/** The four cells that every dated row ends with. */
export function provenCells(row: {
  readonly from: string;
  readonly until: string;
  readonly basis: string;
  readonly evidence: string;
}): Proven {
  const evidence = EVIDENCE.find((known) => known === row.evidence);
  if (!evidence) throw new Error(`no such evidence: ${row.evidence}`);
  return {
    from: dayCell(row.from),
    until: row.until === "" ? null : dayCell(row.until),
    basis: basisCell(row.basis),
    evidence,
  };
}
