/**
 * A civilian number plate: the code of a province or of the central bodies, a series, and the number. Newer plates have five
 * digits, written `123.45`, older ones four (Circular 79/2024/TT-BCA; old plates are replaced at transfer). A series is a
 * letter, a letter and a digit on motorcycles, or two letters; I, J, O, Q, R, W never stand alone (Circular 24/2023/TT-BCA).
 */
export type Plate = { readonly code: string; readonly series: string; readonly number: string };

const SERIES = "(?:[A-HK-NPS-VX-Z][1-9]?|[A-ZĐ]{2}[1-9]?)";
const PLATE = new RegExp(`^([1-9]\\d)-?(${SERIES})-?(\\d{3}\\.?\\d{2}|\\d{4})$`, "u");

/**
 * Reads a plate as people write it: `30A-123.45`, `29-H1 234.56`, `51f12345`. Null for anything else. A digit after the
 * letter belongs to the series where a bar or a space divides it from the number, or where five digits still follow.
 */
export function parsePlate(value: string): Plate | null {
  const written = value.normalize("NFC").trim().toUpperCase();
  if (written.length > 20) return null;
  const [, code, series, number] =
    PLATE.exec(written.replace(/[\s.–-]+/g, "-").replace(/(\d{3})-(\d{2})$/, "$1.$2")) ?? [];
  return code && series && number ? { code, series, number: number.replace(".", "") } : null;
}

/** `30A-123.45`, `29H1-234.56`; four digits stand together. */
export const showPlate = ({ code, series, number }: Plate): string =>
  `${code}${series}-${number.length === 5 ? `${number.slice(0, 3)}.${number.slice(3)}` : number}`;
