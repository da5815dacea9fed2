import { defineLaterCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { decodeBase45 } from "../../../src/kernel/base45.ts";
import { bytesOfBase64, sameBytes } from "../../../src/kernel/bytes.ts";
import { type CoseSign1, checkCoseSign1, hasSignatureShape, openCoseSign1 } from "../../../src/kernel/cose.ts";
import { inflate } from "../../../src/kernel/inflate.ts";
import { dayOfInstant, instantAt, isoInstant, showDate, showInstant } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { citation, step } from "../cite.ts";
import { readHealthClaims } from "./health-claims.ts";

const PREFIX = "HC1:";
/** A QR code holds 4296 characters; a certificate of some kilobytes unpacked is a long one. */
const [TEXT_MOST, BYTES_MOST] = [20_000, 100_000];

/**
 * Opens and checks a health certificate: prefix, form, signature by a trusted key, expiry, in this order. Without keys
 * nothing is trusted. It answers later, because the platform's signature check does.
 */
export const healthCertificate = defineLaterCalculation({
  name: "health-certificate",
  title: text("Chứng nhận sức khỏe HC1", "Health certificate HC1"),
  fields: {
    text: { kind: "text", needed: true },
    trustedKeys: {
      kind: "list",
      of: {
        kind: "object",
        fields: { kid: { kind: "text", needed: true }, publicKey: { kind: "text", needed: true } },
      },
    },
    on: { kind: "date", needed: true },
  },
  async reckonLater({ text: written, trustedKeys, on }) {
    const message = await openCertificate(written);
    const claims = readHealthClaims(message.payload);
    if (!claims) throw new RefusedInput("invalid-format", "text");
    await checkSignature(message, (trustedKeys ?? []).map(readKey));
    if (claims.expiresAt <= instantAt(on, 0)) throw new RefusedInput("expired", "text");
    const { issuer, name, bornOn, kind } = claims;
    const [issuedAt, expiresAt] = [isoInstant(claims.issuedAt), isoInstant(claims.expiresAt)];
    return {
      value: { issuer, issuedAt, expiresAt, name, bornOn, kind },
      steps: () => [
        step("opened", "Đọc được nội dung chứng nhận.", "The certificate was opened.", kind),
        step(
          "signature-right",
          "Chữ ký đúng với khóa nằm trong danh sách tin cậy.",
          "The signature is right, by a trusted key.",
          true,
        ),
        step(
          "not-expired",
          `Còn hiệu lực vào ngày ${showDate(on)}: cấp lúc ${showInstant(claims.issuedAt)}, hết hạn lúc ${showInstant(claims.expiresAt)}.`,
          `Valid on ${showDate(on)}: issued at ${showInstant(claims.issuedAt)}, expires at ${showInstant(claims.expiresAt)}.`,
          expiresAt,
        ),
        // The specification lets nobody refuse for this; the officer should know.
        ...(dayOfInstant(claims.issuedAt) > on
          ? [
              step(
                "issued-later",
                "Lưu ý: chứng nhận được cấp sau ngày kiểm tra.",
                "Note: the certificate was issued after the day of the check.",
                issuedAt,
              ),
            ]
          : []),
      ],
      citations: () => [citation("5772/QĐ-BYT", "toàn văn"), citation("eHN HCERT 1.0", "3"), citation("RFC 9285", "4")],
    };
  },
});

/** @throws RefusedInput `unknown-prefix`, `invalid-format` */
async function openCertificate(written: string): Promise<CoseSign1> {
  if (!written.startsWith(PREFIX)) throw new RefusedInput("unknown-prefix", "text");
  if (written.length > TEXT_MOST) throw new RefusedInput("invalid-format", "text");
  const packed = decodeBase45(written.slice(PREFIX.length));
  const unpacked = packed.ok ? await inflate(packed.value, BYTES_MOST) : packed;
  const message = unpacked.ok ? openCoseSign1(unpacked.value) : unpacked;
  if (!message.ok) throw new RefusedInput("invalid-format", "text");
  return message.value;
}

type Key = { readonly id: Uint8Array; readonly publicKey: Uint8Array<ArrayBuffer>; readonly path: string };
/** @throws RefusedInput `invalid-format` for what is not Base64 */
function readKey(given: { readonly kid: string; readonly publicKey: string }, at: number): Key {
  const path = `trustedKeys[${at}]`;
  const id = bytesOfBase64(given.kid);
  if (id === null) throw new RefusedInput("invalid-format", `${path}.kid`);
  const publicKey = bytesOfBase64(given.publicKey);
  if (publicKey === null) throw new RefusedInput("invalid-format", `${path}.publicKey`);
  return { id, publicKey, path };
}

/**
 * The signature must be right by a key of the list that carries the message's key id. Several keys may share an id of
 * eight bytes; one that fits is enough.
 * @throws RefusedInput `bad-signature`, `untrusted-key`, `invalid-format` for a key that cannot be one
 */
async function checkSignature(message: CoseSign1, keys: readonly Key[]): Promise<void> {
  if (!hasSignatureShape(message)) throw new RefusedInput("bad-signature", "text");
  const { keyId } = message;
  const named = keys.filter((key) => keyId !== null && sameBytes(key.id, keyId));
  if (named.length === 0) throw new RefusedInput("untrusted-key", "text");
  for (const key of named) {
    const checked = await checkCoseSign1(message, key.publicKey);
    if (checked === "right") return;
    if (checked === "not-a-key") throw new RefusedInput("invalid-format", `${key.path}.publicKey`);
  }
  throw new RefusedInput("bad-signature", "text");
}
