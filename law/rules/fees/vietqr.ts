import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { buildVietQr } from "../../../src/kernel/vietqr.ts";
import { cited, step } from "../cite.ts";

/** No law: the payment industry's own specifications. */
const SPECIFICATION = cited({
  source: "EMVCo QRCPS v1.1; NAPAS VietQR",
  article: "00–63",
  from: "2021-01-01",
  until: null,
  evidence: "read",
});

/** The text of a bank QR (EMVCo, NAPAS). */
export const vietqr = defineCalculation({
  name: "vietqr",
  title: text("Mã VietQR", "VietQR code"),
  fields: {
    bin: { kind: "text", needed: true },
    account: { kind: "text", needed: true },
    amount: { kind: "integer" },
    purpose: { kind: "text" },
    service: { kind: "text", oneOf: ["account", "card"] },
  },
  reckon(input) {
    const built = buildVietQr(input);
    if (!built.ok) throw new RefusedInput(built.failure.code, built.failure.field);
    return {
      value: built.value,
      steps: () => [
        step(
          "payload",
          "Ghép các thẻ EMVCo và mã kiểm tra CRC.",
          "EMVCo tags joined and closed by their CRC.",
          built.value.payload,
        ),
      ],
      citations: () => [SPECIFICATION],
    };
  },
});
