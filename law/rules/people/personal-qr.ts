import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { maskPersonalQr, readPersonalQr } from "../../../src/kernel/card-qr.ts";
import { text } from "../../../src/kernel/text.ts";
import { citation, step } from "../cite.ts";
import { qrRefusal } from "./qr-refusal.ts";

/** The personal QR of the epidemic years, with what a screen shows of it at first. */
export const personalQr = defineCalculation({
  name: "personal-qr",
  title: text("Đọc mã QR cá nhân thời kỳ phòng, chống dịch", "Reading the personal QR of the epidemic years"),
  fields: { text: { kind: "text", needed: true } },
  reckon({ text: given }) {
    const read = readPersonalQr(given);
    if (!read.ok) throw qrRefusal(read.failure);
    const person = read.value;
    const display = maskPersonalQr(person);
    const forSelf = person.declaration === "self";
    return {
      value: {
        documentNumber: person.documentNumber,
        name: person.name,
        bornOn: person.bornOn,
        declaration: person.declaration,
        qid: person.qid,
        extra: person.extra,
        display,
      },
      steps: () => [
        step(
          "declaration",
          forSelf ? "Người khai tự khai cho mình." : "Khai hộ người khác.",
          forSelf ? "Declared by the person." : "Declared for another.",
          person.declaration,
        ),
        step(
          "display",
          "Khi hiển thị: che sáu ký tự đầu của số giấy tờ, ngày và tháng sinh.",
          "On display the first six characters of the number and the month and day of birth are hidden.",
          display,
        ),
      ],
      citations: () => [citation("1405/QĐ-BTTTT", "cấu trúc mã, phiên bản 1.1")],
    };
  },
});
