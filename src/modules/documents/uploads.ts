import type { Scanner, ScanVerdict } from "../../gateways/malware/index.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { detectMediaType, HEAD_BYTES, type MediaType } from "../../platform/media-type.ts";

/** What people send is judged by its content before it is kept: what it is, and whether a scanner finds harm in it. */
export type Uploads = {
  /** The kind of file, or the sentence that says why it is not taken. */
  judge(bytes: Uint8Array): Promise<Result<MediaType, Text>>;
};

export function createUploads(parts: {
  /** Null: nothing is scanned. */
  readonly scanner: Scanner | null;
  /** While the scanner cannot be asked: are files refused, or taken unseen? */
  readonly whenDown: "refuse" | "take";
  /** Hears what an operator should know; nothing of the file or of who sent it. */
  readonly tell: (verdict: Exclude<ScanVerdict, { kind: "clean" }>) => void;
}): Uploads {
  const { scanner, whenDown, tell } = parts;
  return {
    async judge(bytes) {
      const type = await detectMediaType(bytes.subarray(0, HEAD_BYTES));
      if (!type.ok) return fail(type.failure.message);
      const verdict = scanner ? await scanner.scan(bytes) : CLEAN;
      if (verdict.kind !== "clean") tell(verdict);
      if (verdict.kind === "infected") return fail(INFECTED);
      if (verdict.kind === "down" && whenDown === "refuse") return fail(NOT_SCANNED);
      return ok(type.value);
    },
  };
}

const CLEAN: ScanVerdict = { kind: "clean" };
const INFECTED = text(
  "Chương trình quét vi-rút phát hiện mã độc trong tệp này nên tệp không được nhận. Vui lòng quét vi-rút thiết bị, chụp lại hoặc quét lại giấy tờ rồi gửi tệp mới.",
  "The virus scanner found malware in this file, so it was not taken. Scan your device, photograph or scan the paper anew, and send the new file.",
);
const NOT_SCANNED = text(
  "Hiện chưa quét được vi-rút nên chưa nhận tệp. Các thông tin đã lưu không bị mất; vui lòng gửi lại tệp sau ít phút.",
  "Files cannot be scanned for viruses just now, so this one was not taken. What was saved is not lost; please send it again in a few minutes.",
);
