import { RefusedInput } from "../../../src/engine/definition/index.ts";
import type { QrFailure } from "../../../src/kernel/card-qr.ts";
import { text } from "../../../src/kernel/text.ts";

/** The refusal of a QR: by its field where one is wrong in itself, by the whole text where it does not parse. */
export function qrRefusal({ kind, field }: QrFailure): RefusedInput {
  if (kind !== "invalid-format") return new RefusedInput(kind, field);
  return new RefusedInput(kind, "text", UNREAD[field]);
}

const UNREAD: { readonly [field: string]: ReturnType<typeof text> } = {
  sex: text("Giới tính trong mã phải là Nam hoặc Nữ.", "The sex in the code must be Nam or Nữ."),
  declaration: text("Loại định danh trong mã phải là 0 hoặc 1.", "The kind of declaration must be 0 or 1."),
};
