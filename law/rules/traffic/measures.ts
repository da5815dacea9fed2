/** A measure people know from the slip: the kilometres over, the breath reading, the percent of overload. */
export type Unit = "km" | "mg" | "%";
type Range = { readonly unit: Unit; readonly above: number; readonly from: number; readonly most: number };

const UNIT = "(km|mg\\s*\\/\\s*l|%)";
const NUMBER = "(\\d+(?:[.,]\\d+)?)";
const RANGE = new RegExp(`(trên|từ|đến)?\\s*(?:${NUMBER}\\s*(?:đến|-)\\s*)?(dưới\\s+)?${NUMBER}\\s*${UNIT}`, "iu");
const ASKED = new RegExp(`${NUMBER}\\s*(km|mg|%|phần trăm)`, "iu");

const read = (value: string | undefined): number => Number((value ?? "").replace(",", "."));
const unitOf = (written: string | undefined): Unit =>
  written?.toLowerCase().startsWith("km") ? "km" : written?.toLowerCase().startsWith("mg") ? "mg" : "%";

/** The first range a title writes: `từ 10 đến 20 km/h`, `trên 0,25 đến 0,4 mg/l`, `trên 150%`; null where none. */
export function rangeIn(title: string): Range | null {
  const found = RANGE.exec(title);
  if (!found) return null;
  const [, word = "", low, under, high, unit] = found;
  const upper = read(high);
  const open = low === undefined;
  if (open && word.toLowerCase() !== "đến")
    return { unit: unitOf(unit), above: upper, from: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const lower = open ? 0 : read(low);
  const most = under === undefined ? upper : upper - Number.EPSILON * upper;
  return word.toLowerCase() === "từ"
    ? { unit: unitOf(unit), above: Number.POSITIVE_INFINITY, from: lower, most }
    : { unit: unitOf(unit), above: lower, from: Number.POSITIVE_INFINITY, most };
}

/** The number with a unit that a question names, or null. */
export function measureIn(question: string): { readonly unit: Unit; readonly value: number } | null {
  const found = ASKED.exec(question);
  return found ? { unit: unitOf(found[2]), value: read(found[1]) } : null;
}

/** Whether a value lies in a range: `trên` leaves its end out, `từ` takes it in. */
export const isWithin = (range: Range, value: number): boolean =>
  (value > range.above || value >= range.from) && value <= range.most;
