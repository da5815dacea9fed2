import { showInstant } from "../kernel/plain-date.ts";
import { type Text, text } from "../kernel/text.ts";
import type { CheckedSignature, SignatureReport, Verdict } from "../modules/documents/index.ts";
import type { Tone } from "./ui/index.ts";

/** What a verdict on a signed file means for a person: a word or two, its colour, the sentence, and what can be done. */
type Meaning = { readonly label: Text; readonly tone: Tone; readonly sentence: Text; readonly advice: Text | null };

const SIGN_AGAIN = text(
  "Vui lòng ký lại tệp rồi tải lên, hoặc nộp bản giấy.",
  "Please sign the file again and upload it, or hand in the paper.",
);
const OFFICE_LOOKS = text(
  "Tệp vẫn được nhận; cán bộ sẽ đối chiếu khi xử lý.",
  "The file is taken all the same; the officer will compare it.",
);

export const MEANINGS: Readonly<Record<Verdict, Meaning>> = {
  valid: {
    label: text("Chữ ký số hợp lệ", "Valid signature"),
    tone: "done",
    sentence: text("Nội dung không bị thay đổi từ khi ký.", "Nothing was changed since it was signed."),
    advice: null,
  },
  "not-signed": {
    label: text("Chưa ký số", "Not signed"),
    tone: "neutral",
    sentence: text("Tệp không có chữ ký số.", "The file has no digital signature."),
    advice: null,
  },
  "expired-since": {
    label: text("Chứng thư nay đã hết hạn", "Certificate has ended since"),
    tone: "attention",
    sentence: text(
      "Chứng thư số đã hết hạn và chữ ký không có dấu thời gian, nên không xác định được tệp ký trước hay sau ngày hết hạn.",
      "The certificate has ended, and no time stamp shows whether the file was signed before or after.",
    ),
    advice: OFFICE_LOOKS,
  },
  weak: {
    label: text("Chữ ký yếu", "Weak signature"),
    tone: "attention",
    sentence: text(
      "Chữ ký dùng thuật toán hoặc độ dài khoá không còn an toàn.",
      "The signature uses an algorithm or a key length that is no longer safe.",
    ),
    advice: SIGN_AGAIN,
  },
  "unknown-issuer": {
    label: text("Chưa rõ nơi cấp chứng thư", "Unknown issuer"),
    tone: "attention",
    sentence: text(
      "Chứng thư số không do tổ chức mà cơ quan này tin cậy cấp, nên chưa xác định được người ký là ai.",
      "The certificate is by no issuer that this office trusts, so who signed is not established.",
    ),
    advice: OFFICE_LOOKS,
  },
  expired: {
    label: text("Chứng thư hết hạn khi ký", "Expired when signing"),
    tone: "refused",
    sentence: text(
      "Chứng thư số không còn hoặc chưa có hiệu lực vào lúc ký.",
      "The certificate was not in force when the file was signed.",
    ),
    advice: SIGN_AGAIN,
  },
  revoked: {
    label: text("Chứng thư đã bị thu hồi", "Revoked certificate"),
    tone: "refused",
    sentence: text(
      "Chứng thư số đã bị thu hồi, và không có dấu thời gian cho thấy tệp được ký trước khi bị thu hồi.",
      "The certificate was revoked, and no time stamp shows that the file was signed before.",
    ),
    advice: SIGN_AGAIN,
  },
  "changed-later": {
    label: text("Có thay đổi sau khi ký", "Changed after signing"),
    tone: "refused",
    sentence: text(
      "Chữ ký đúng với phần đã ký, nhưng sau đó tệp được bổ sung nội dung mà người ký chưa ký.",
      "The signature fits what was signed, but something was added to the file afterwards.",
    ),
    advice: SIGN_AGAIN,
  },
  unreadable: {
    label: text("Không đọc được chữ ký", "Unreadable signature"),
    tone: "attention",
    sentence: text(
      "Chữ ký bị hỏng hoặc thuộc loại hệ thống chưa kiểm tra được.",
      "The signature is damaged, or of a kind that cannot be checked here.",
    ),
    advice: OFFICE_LOOKS,
  },
  altered: {
    label: text("Tệp đã bị sửa", "Altered file"),
    tone: "refused",
    sentence: text("Nội dung tệp không còn đúng với nội dung đã ký.", "The file is no longer what was signed."),
    advice: text(
      "Vui lòng tải lên đúng tệp gốc đã ký, hoặc ký lại.",
      "Please upload the original signed file, or sign again.",
    ),
  },
};

/** Who signed and when, as far as the certificate and the clock say. */
export function signedBy(one: CheckedSignature): Text {
  const name = one.signer ?? "";
  const who = one.organisation && one.organisation !== one.signer ? `${name}, ${one.organisation}` : name;
  const [vi, en] = who ? [`Người ký: ${who}`, `Signed by: ${who}`] : ["Không rõ người ký", "Signer unknown"];
  if (one.signedAt === null) return text(`${vi}.`, `${en}.`);
  const at = showInstant(one.signedAt);
  return one.timeFrom === "timestamp"
    ? text(`${vi}, lúc ${at} (có dấu thời gian).`, `${en}, at ${at} (with a time stamp).`)
    : text(
        `${vi}, lúc ${at} (theo máy của người ký, không có dấu thời gian).`,
        `${en}, at ${at} (by the signer's own clock, no time stamp).`,
      );
}

/** Whether anybody could say that the certificate was not revoked. */
export const revocationWords = ({ revocation }: CheckedSignature): Text | null =>
  revocation === "unknown"
    ? text(
        "Chưa kiểm tra được chứng thư có bị thu hồi hay không.",
        "Whether the certificate was revoked could not be checked.",
      )
    : null;

/** The verdict on a file in one paragraph, for lists that have room for a note only. */
export function reportSentence({ verdict, signatures }: SignatureReport): Text {
  const { label, sentence, advice } = MEANINGS[verdict];
  const parts = (lang: keyof Text): string =>
    [
      `${label[lang]}.`,
      verdict === "valid" ? "" : sentence[lang],
      ...signatures.map((one) => (one.signer ? signedBy(one)[lang] : "")),
      advice?.[lang] ?? "",
    ]
      .filter(Boolean)
      .join(" ");
  return text(parts("vi"), parts("en"));
}
