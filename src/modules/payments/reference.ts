import { sha256 } from "../../platform/ids.ts";

/**
 * The content a payer writes into the transfer: `MC`, the two digits of the office's province, twelve letters and digits
 * derived from the dossier and the fee, two check characters. Eighteen letters and digits, which every bank carries,
 * and the province in them says at once which part of the books to open.
 * @example referenceOf("01", "G01.079.1A-261123-010001", "seal", 0) is "MC01" and fourteen characters more
 */
export function referenceOf(officeProvince: string, dossierCode: string, feeKey: string, attempt: number): string {
  if (!/^\d{2}$/.test(officeProvince)) throw new Error(`not the two digits of a province: ${officeProvince}`);
  const digest = sha256(`${dossierCode}\n${feeKey}\n${attempt}`).subarray(0, 10).toString("hex");
  const letters = (BigInt(`0x${digest}`) % 36n ** 12n).toString(36).padStart(12, "0").toUpperCase();
  const stem = `MC${officeProvince}${letters}`;
  return stem + checkCharacters(stem);
}

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * ISO 7064 MOD 1271,36: two characters that give away every single changed character and every two that changed places.
 * @example checkCharacters("ISO79") === "3W"
 */
export function checkCharacters(stem: string): string {
  let rest = 0;
  for (const character of stem) rest = ((rest + ALPHABET.indexOf(character)) * 36) % 1271;
  const check = (1272 - ((rest * 36) % 1271)) % 1271;
  return ALPHABET.charAt(Math.floor(check / 36)) + ALPHABET.charAt(check % 36);
}

/**
 * The references that stand in the content of a transfer. Banks put words of their own around it, change case, break
 * lines and drop punctuation; only what passes the check counts.
 */
export function referencesIn(content: string): readonly string[] {
  const letters = content.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const found = [...letters.matchAll(/(?=(MC\d{2}[0-9A-Z]{14}))/g)].map((match) => match[1] ?? "");
  return [...new Set(found)].filter((reference) => checkCharacters(reference.slice(0, -2)) === reference.slice(-2));
}
