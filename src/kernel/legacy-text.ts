/**
 * Text of before Unicode, as fonts of the nineties wrote it, made Unicode. Which of the two a text is must be known: a
 * guess would change names silently, so nothing here guesses, and an import keeps the bytes it came with.
 */
export type LegacyEncoding = "tcvn3" | "vni";

/** TCVN 5712:1993, the third set of characters, also called ABC: one character for another, capitals without tones. */
const TCVN3 = new Map(
  [
    ["¡¢£¤¥¦§¨©ª«¬\u00ad®", "ĂÂÊÔƠƯĐăâêôơưđ"],
    ["µ¸¶·¹»¾¼½ÆÇÊÈÉË", "àáảãạằắẳẵặầấẩẫậ"],
    ["ÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞ", "èéẻẽẹềếểễệìíỉĩị"],
    ["ßãáâäåèæçéêíëìî", "òóỏõọồốổỗộờớởỡợ"],
    ["ïóñòôõøö÷ùúýûüþ", "ùúủũụừứửữựỳýỷỹỵ"],
  ].flatMap(([from = "", to = ""]) => [...from].map((one, at): [string, string] => [one, [...to][at] ?? one])),
);

const [GRAVE, ACUTE, CIRCUMFLEX, TILDE, BREVE, HOOK, DOT] = [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x323].map(
  (code) => String.fromCharCode(code),
);
/** VNI writes a letter and after it a character that stands for its marks. */
const VNI_TONES: Readonly<Record<string, string | undefined>> = { ø: GRAVE, ù: ACUTE, û: HOOK, õ: TILDE, ï: DOT };
const VNI_HATS: Readonly<Record<string, string>> = {
  ...{ â: `${CIRCUMFLEX}`, à: `${CIRCUMFLEX}${GRAVE}`, á: `${CIRCUMFLEX}${ACUTE}`, å: `${CIRCUMFLEX}${HOOK}` },
  ...{ ã: `${CIRCUMFLEX}${TILDE}`, ä: `${CIRCUMFLEX}${DOT}` },
};
const VNI_BREVES: Readonly<Record<string, string>> = {
  ...{ ê: `${BREVE}`, è: `${BREVE}${GRAVE}`, é: `${BREVE}${ACUTE}`, ú: `${BREVE}${HOOK}` },
  ...{ ü: `${BREVE}${TILDE}`, ë: `${BREVE}${DOT}` },
};
const VNI_ALONE: Readonly<Record<string, string>> = { ô: "ơ", ö: "ư", ñ: "đ", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };
const VNI = /([aeiouyôö])([øùûõï])|([aeo])([âàáåãä])|(a)([êèéúüë])|[ôöñæóòî]/giu;

function fromVni(found: string, ...parts: readonly (string | undefined)[]): string {
  const [toned, tone = "", hatted, hat = "", , breve = ""] = parts;
  const letter = toned ?? hatted ?? (breve === "" ? found : "a");
  const marks = VNI_TONES[tone.toLowerCase()] ?? VNI_HATS[hat.toLowerCase()] ?? VNI_BREVES[breve.toLowerCase()] ?? "";
  const base = VNI_ALONE[letter.toLowerCase()] ?? letter.toLowerCase();
  const made = `${base}${marks}`.normalize("NFC");
  const isCapital = found.charAt(0) !== found.charAt(0).toLowerCase();
  return isCapital ? made.toUpperCase() : made;
}

/** A text of an old encoding as Unicode, NFC. Characters the encoding does not have stay. */
export function fromLegacyText(value: string, encoding: LegacyEncoding): string {
  const made =
    encoding === "vni"
      ? value.normalize("NFC").replace(VNI, fromVni)
      : [...value].map((one) => TCVN3.get(one) ?? one).join("");
  return made.normalize("NFC");
}
