import { comparePartialDates } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { nameKey, searchKey, withoutMarks } from "../../kernel/vietnamese.ts";
import type { Sql } from "../../platform/database/database.ts";
import * as rows from "./duplicates-rows.ts";

/** Why two entries of the register may be one person. */
export type SamePersonReason =
  | "same-name"
  | "same-birth"
  | "same-father"
  | "same-mother"
  | "same-old-number"
  | "same-document"
  | "cancelled-number";

/** Somebody who may be the same person as the one asked about. Shown to an officer; nothing is decided from it. */
export type LikelySame = {
  readonly number: string;
  readonly other: string;
  readonly otherName: string;
  readonly reasons: readonly SamePersonReason[];
};

export const samePersonReasons: { readonly [R in SamePersonReason]: Text } = {
  "same-name": text("trùng họ tên", "same name"),
  "same-birth": text("trùng ngày sinh", "same birth date"),
  "same-father": text("trùng họ tên cha", "same father's name"),
  "same-mother": text("trùng họ tên mẹ", "same mother's name"),
  "same-old-number": text("trùng số CMND cũ", "same old nine-digit number"),
  "same-document": text("trùng số giấy tờ", "same document number"),
  "cancelled-number": text("một số là số đã hủy của người kia", "one number is the other's cancelled number"),
};

/**
 * Others in the register who may be the same persons as these. A name and a birth date alone are no ground, since in a whole nation many
 * share both; they count together with parents or a document, and a document counts with either. A cancelled number counts alone. Personal
 * data: whoever asks records it for everybody found.
 */
export async function likelySamePersons(sql: Sql, numbers: readonly string[]): Promise<readonly LikelySame[]> {
  const pairs = await rows.pairsOf(sql, numbers);
  return pairs
    .map((pair) => ({ ...pair, reasons: reasonsOf(pair) }))
    .filter(({ reasons }) => isLikely(new Set(reasons)))
    .map(({ number, other, otherName, reasons }) => ({ number, other, otherName, reasons }));
}

function reasonsOf(pair: rows.Pair): readonly SamePersonReason[] {
  const said: readonly (readonly [SamePersonReason, boolean])[] = [
    ["same-name", isSameName(pair.name, pair.otherName)],
    ["same-birth", comparePartialDates(pair.birth, pair.otherBirth) !== "no-match"],
    ["same-father", sameKnown(pair.father, pair.otherFather)],
    ["same-mother", sameKnown(pair.mother, pair.otherMother)],
    ["same-old-number", pair.shared.includes("cmnd9")],
    ["same-document", pair.shared.some((kind) => kind !== "cmnd9" && kind !== "cancelled-number")],
    ["cancelled-number", pair.shared.includes("cancelled-number")],
  ];
  return said.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** The same legal name, or one that was written without any mark. */
function isSameName(a: string, b: string): boolean {
  const [one, other] = [nameKey(a), nameKey(b)];
  if (one === other) return true;
  const bare = one === withoutMarks(one) || other === withoutMarks(other);
  return bare && searchKey(a) === searchKey(b);
}
const sameKnown = (a: string | null, b: string | null): boolean => a !== null && b !== null && isSameName(a, b);

function isLikely(reasons: ReadonlySet<SamePersonReason>): boolean {
  const parents = reasons.has("same-father") && reasons.has("same-mother");
  const paper = reasons.has("same-old-number") || reasons.has("same-document");
  const who = reasons.has("same-name") && reasons.has("same-birth");
  return (
    reasons.has("cancelled-number") ||
    (who && parents) ||
    (paper && (reasons.has("same-name") || reasons.has("same-birth")))
  );
}
