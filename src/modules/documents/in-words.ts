/**
 * A whole amount in Vietnamese words, as receipts must spell it: `1234000` → "một triệu hai trăm ba mươi bốn nghìn".
 * Reading rules: mốt after mươi, lăm after a ten, lẻ over an empty ten, "không trăm" inside a number.
 * @throws on negative or fractional amounts: no receipt carries one.
 */
export function inWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`not an amount to spell: ${amount}`);
  if (amount === 0) return "không";
  const groups: number[] = [];
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  const words: string[] = [];
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at] ?? 0;
    if (group > 0) words.push(...threeDigits(group, at < groups.length - 1));
    const scale = SCALES[at % 3] ?? "";
    if (group > 0 && scale) words.push(scale);
    // Above a billion the scales repeat: "nghìn tỷ", "triệu tỷ".
    if (at === 3 || (at > 3 && at % 3 === 0 && group > 0)) words.push("tỷ");
  }
  return words.join(" ");
}

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const SCALES = ["", "nghìn", "triệu"];

function threeDigits(group: number, inside: boolean): string[] {
  const [hundreds, tens, units] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words: string[] = [];
  if (hundreds > 0 || inside) words.push(digit(hundreds), "trăm");
  if (tens > 1) words.push(digit(tens), "mươi");
  if (tens === 1) words.push("mười");
  if (tens === 0 && units > 0 && words.length > 0) words.push("lẻ");
  if (units === 1 && tens > 1) words.push("mốt");
  else if (units === 5 && tens > 0) words.push("lăm");
  else if (units > 0) words.push(digit(units));
  return words;
}

const digit = (value: number): string => DIGITS[value] ?? "";
