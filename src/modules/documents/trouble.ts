import { type Text, text } from "../../kernel/text.ts";

/** Where signing stopped, with what the other side said. Nothing was kept: the act it belonged to has not happened. */
export type SigningFailure =
  | { readonly kind: "signer"; readonly passing: boolean; readonly cause: string }
  | { readonly kind: "certificate-ended"; readonly name: string }
  | { readonly kind: "certificate-revoked"; readonly name: string }
  | { readonly kind: "timestamp"; readonly cause: string }
  | { readonly kind: "proofs"; readonly name: string };

/** Carries the failure out of the transaction of the act, which it undoes; pages show `said`, the log gets the message. */
export class SigningTrouble extends Error {
  readonly failure: SigningFailure;
  readonly said: Text;
  constructor(failure: SigningFailure) {
    super("cause" in failure ? `${failure.kind}: ${failure.cause}` : failure.kind);
    this.name = "SigningTrouble";
    this.failure = failure;
    this.said = said(failure);
  }
}

const NOTHING_CHANGED = text("Chưa có gì thay đổi.", "Nothing has changed.");

function said(failure: SigningFailure): Text {
  const sentence = sentenceOf(failure);
  return text(`${sentence.vi} ${NOTHING_CHANGED.vi}`, `${sentence.en} ${NOTHING_CHANGED.en}`);
}

function sentenceOf(failure: SigningFailure): Text {
  switch (failure.kind) {
    case "signer":
      return failure.passing
        ? text(
            "Dịch vụ hoặc thiết bị ký số chưa trả lời. Vui lòng thử lại sau ít phút.",
            "The signing service or token did not answer. Please try again in a few minutes.",
          )
        : text(
            "Dịch vụ hoặc thiết bị ký số từ chối ký. Vui lòng báo quản trị viên kiểm tra cấu hình ký số.",
            "The signing service or token refused. Please ask the administrator to check the signing settings.",
          );
    case "certificate-ended":
      return text(
        `Chứng thư số của “${failure.name}” đã hết hạn. Vui lòng báo quản trị viên thay chứng thư.`,
        `The certificate of “${failure.name}” has ended. Please ask the administrator to replace it.`,
      );
    case "certificate-revoked":
      return text(
        `Chứng thư số của “${failure.name}” đã bị thu hồi nên không ký được. Vui lòng báo quản trị viên.`,
        `The certificate of “${failure.name}” was revoked and cannot sign. Please tell the administrator.`,
      );
    case "timestamp":
      return text(
        "Chưa lấy được dấu thời gian cho chữ ký. Vui lòng thử lại sau ít phút.",
        "No time stamp could be had for the signature. Please try again in a few minutes.",
      );
    case "proofs":
      return text(
        `Chưa lấy được trạng thái thu hồi của chứng thư “${failure.name}”. Vui lòng thử lại sau ít phút.`,
        `The revocation state of the certificate “${failure.name}” could not be had. Please try again in a few minutes.`,
      );
  }
}
