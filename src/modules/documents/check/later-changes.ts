import { objectsIn, type PdfObject } from "./objects.ts";

/**
 * Whether what was appended after a signature may stand: further signatures with their fields and marks, proofs for
 * keeping (DSS), metadata. Pages that show something else, other annotations, scripts may not (cf. ISO 32000-2, 12.8.2).
 */

/** What makes a document do or show something that no signature field brings. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|OpenAction|AA|XFA)\b/;

export function onlyAddsSignatures(pdf: Buffer, signedUntil: number): boolean {
  const tail = pdf.subarray(signedUntil);
  if (tail.every((byte) => byte <= 0x20)) return true;
  const objects = objectsIn(tail);
  const before = objectsIn(pdf.subarray(0, signedUntil));
  if (!objects || !before) return false;
  const newest = new Map(before.map((object) => [object.number, object.text]));
  return objects.every((object) => mayStand(object, newest.get(object.number) ?? null));
}

function mayStand({ text, stream }: PdfObject, before: string | null): boolean {
  if (/\/Type\s*\/(XRef|ObjStm|Metadata)\b/.test(text)) return true;
  if (stream) {
    // Marks and proofs are new streams; a stream written anew is a page that reads otherwise.
    return before === null;
  }
  if (/\/Type\s*\/(Sig|DocTimeStamp)\b/.test(text) || /\/ByteRange\s*\[/.test(text)) return before === null;
  if (/\/Subtype\s*\/(?!Widget\b|Form\b|Type|CIDFont|TrueType|Image)\w+/.test(text) && /\/Rect\s*\[/.test(text))
    return false;
  if (ACTIVE.test(text) && !(before !== null && ACTIVE.test(before))) return false;
  if (/\/Subtype\s*\/Widget\b/.test(text))
    return /\/FT\s*\/Sig\b/.test(text) && (before === null || sameBut(before, text, FIELD_KEYS));
  if (/\/Type\s*\/Page\b/.test(text)) return before !== null && sameBut(before, text, ["Annots", "Tabs"]);
  if (/\/Type\s*\/Catalog\b/.test(text))
    return before === null || sameBut(before, text, ["AcroForm", "DSS", "Extensions", "Perms", "Metadata", "Version"]);
  if (before === null) return true;
  // The structure tree, the form, the DSS grow; whatever else is written anew has to say the same.
  return (
    /\/(SigFlags|Fields|VRI|ParentTreeNextKey|StructElem|StructTreeRoot|ProcSet|ModDate)\b/.test(text + before) ||
    squeezed(before) === squeezed(text)
  );
}

const FIELD_KEYS = ["V", "AP", "Lock", "SV", "F", "M", "MK", "AS"];

/** Whether two dictionaries say the same besides the values of these keys. */
function sameBut(before: string, after: string, keys: readonly string[]): boolean {
  const without = (text: string): string =>
    keys.reduce((left, key) => removeKey(left, key), squeezed(text.replace(/^[\s\S]*?(?=<<)/, "")));
  return without(before) === without(after);
}

const squeezed = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ ?([[\]<>/()]) ?/g, "$1")
    .trim();

/** Takes `/Key value` out of a dictionary's text; a value may be nested. */
function removeKey(text: string, key: string): string {
  const at = text.search(new RegExp(`/${key}(?![A-Za-z0-9])`));
  if (at < 0) return text;
  let depth = 0;
  let end = at + key.length + 1;
  for (; end < text.length; end++) {
    const char = text[end] ?? "";
    if (char === "[" || char === "<") depth++;
    else if ((char === "]" || char === ">") && depth > 0) depth--;
    else if (depth === 0 && (char === "/" || char === ">") && end > at + key.length + 1) break;
  }
  return text.slice(0, at) + text.slice(end);
}
