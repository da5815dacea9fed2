import { type Text, text } from "../../src/kernel/text.ts";
import { lazily, parseTable } from "./table.ts";

/**
 * What the keys of a table are called, from lines `key | Vietnamese | English`, read at the first question. Names
 * come with the tables, so that neither the house at its start nor a calculation loads them.
 */
export function namesOf(lines: string): (key: string) => Text | null {
  const byKey = lazily(
    () => new Map(parseTable(["key", "vi", "en"], lines).map((row) => [row.key, text(row.vi, row.en)] as const)),
  );
  return (key) => byKey().get(key) ?? null;
}

/** One name of several parts; null where a part has no words, for half a name would be taken for the name of another key. */
export function nameOf(parts: readonly (Text | null)[], between = ", "): Text | null {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return text(known.map(({ vi }) => vi).join(between), known.map(({ en }) => en).join(between));
}

/** Whole numbers as people write them: `5.000` in Vietnamese, `5,000` in English. */
const vietnamese = new Intl.NumberFormat("vi-VN");
const english = new Intl.NumberFormat("en-GB");

/** A bound of a tier, and whether the number itself still belongs to what lies below it. */
export type Bound = { readonly at: number; readonly included: boolean };
/** `dưới 5 tấn`, `từ 5 đến 15 tấn`, `trên 15 tấn`: a tier between the bound of the tier before and its own. */
export function tierName(below: Bound | null, own: Bound | null, unit: Text): Text | null {
  const told = (at: number) => ({ vi: vietnamese.format(at), en: english.format(at) });
  const low = below && told(below.at);
  const high = own && told(own.at);
  if (low && high) {
    const [viLow, enLow] = below.included ? ["trên", "over"] : ["từ", "from"];
    const [viHigh, enHigh] = own.included ? ["đến", "to"] : ["đến dưới", "to under"];
    return text(
      `${viLow} ${low.vi} ${viHigh} ${high.vi} ${unit.vi}`,
      `${enLow} ${low.en} ${enHigh} ${high.en} ${unit.en}`,
    );
  }
  if (high)
    return own.included
      ? text(`đến ${high.vi} ${unit.vi}`, `to ${high.en} ${unit.en}`)
      : text(`dưới ${high.vi} ${unit.vi}`, `under ${high.en} ${unit.en}`);
  if (!low) return null;
  return below.included
    ? text(`trên ${low.vi} ${unit.vi}`, `over ${low.en} ${unit.en}`)
    : text(`từ ${low.vi} ${unit.vi} trở lên`, `${low.en} ${unit.en} or more`);
}
