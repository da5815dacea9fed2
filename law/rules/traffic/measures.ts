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

/** Above every bracket of the breath reading: what people call `kịch khung`. */
const TOP_READING = 9;
/** A breath reading is below one and written without its unit: `cồn 0,3`. */
const READING = /(?:^|\s)(0[.,]\d+)(?![\d.,])/u;
/** Kilometres over the limit, written without their unit: `quá tốc độ 25`. */
const OVER = /(?:tốc độ|toc do|quá|qua)\s+(\d{1,3})(?=$|\s(?!tấn|tan|người|nguoi|tiếng|tieng|giờ|gio|khách|khach))/iu;

/** The measure a question names, or null: a number with its unit, or one whose unit the words beside it leave no doubt of. */
export function measureIn(question: string): { readonly unit: Unit; readonly value: number } | null {
  const found = ASKED.exec(question);
  if (found) return { unit: unitOf(found[2]), value: read(found[1]) };
  if (/kịch khung|kich khung/iu.test(question)) return { unit: "mg", value: TOP_READING };
  const reading = READING.exec(question);
  if (reading) return { unit: "mg", value: read(reading[1]) };
  const over = OVER.exec(question);
  return over ? { unit: "km", value: read(over[1]) } : null;
}

/** Whether a value lies in a range: `trên` leaves its end out, `từ` takes it in. */
export const isWithin = (range: Range, value: number): boolean =>
  (value > range.above || value >= range.from) && value <= range.most;
