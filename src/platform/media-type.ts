import { fileTypeFromBuffer } from "file-type";
import { fail, ok, type Result } from "../kernel/result.ts";
import { type Text, text } from "../kernel/text.ts";

/** What people may attach: papers and pictures of papers. Nothing that runs, links out or carries macros. */
export const MEDIA_TYPES = ["application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** `found` is what the bytes are known as; null when they are known as nothing (text, HTML, SVG, scripts). */
export type NotAccepted = { readonly kind: "type-not-accepted"; readonly found: string | null; readonly message: Text };

/** How much of a file's beginning is needed. */
export const HEAD_BYTES = 4100;

/** Tells a file by its first bytes, never by its name or what the sender calls it. */
export async function detectMediaType(head: Uint8Array): Promise<Result<MediaType, NotAccepted>> {
  const found = await known(head);
  const accepted = MEDIA_TYPES.find((type) => type === (SAME_AS[found ?? ""] ?? found));
  // A PDF may by tradition begin after other bytes; such a file can be two things at once, so ours begin at once.
  const plain = accepted !== "application/pdf" || Buffer.from(head.subarray(0, 5)).toString("latin1") === "%PDF-";
  if (accepted && plain) return ok(accepted);
  return fail({
    kind: "type-not-accepted",
    found,
    message: text(
      "Tệp này không phải là PDF hoặc ảnh JPEG, PNG, WebP, HEIC. Vui lòng chụp ảnh giấy tờ hoặc lưu thành PDF rồi gửi lại.",
      "This file is not a PDF or a JPEG, PNG, WebP or HEIC picture. Please photograph the paper or save it as PDF, and send it again.",
    ),
  });
}

const ENDINGS: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
};

/**
 * The name with an ending of what the file is: whoever saves it gets a file that opens as what it was checked to be. A name
 * that ends otherwise, or not at all, gets the usual ending behind it.
 */
export function nameOfType(name: string, type: MediaType): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return ENDINGS[type].includes(ending) ? name : `${name}.${ENDINGS[type][0]}`;
}

/** HEIF is the container, HEIC its usual content: phones write both names. */
const SAME_AS: Readonly<Record<string, MediaType>> = { "image/heif": "image/heic" };

async function known(head: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null;
  } catch {
    // The reader stumbles over some broken files: they are nothing it knows.
    return null;
  }
}
