import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { readCardQr } from "../../../src/kernel/card-qr.ts";
import { showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { citation, step } from "../cite.ts";
import { qrRefusal } from "./qr-refusal.ts";

const FIELDS_OF_2021 = 7;

/** What the QR of a citizen or identity card says. It is not signed: it fills in a form and proves nothing. */
export const cardQr = defineCalculation({
  name: "card-qr",
  title: text("Đọc mã QR trên thẻ căn cước", "Reading the QR of an identity card"),
  fields: { text: { kind: "text", needed: true } },
  reckon({ text: given }) {
    const read = readCardQr(given);
    if (!read.ok) throw qrRefusal(read.failure);
    const card = read.value;
    const fieldCount = FIELDS_OF_2021 + card.extra.length;
    return {
      value: {
        personalNumber: card.personalNumber,
        oldNumber: card.oldNumber,
        name: card.name,
        bornOn: card.bornOn,
        sex: card.sex,
        residence: card.residence,
        issuedOn: card.issuedOn,
        fieldCount,
        extra: card.extra,
        trust: "unverified",
      },
      steps: () => [
        step(
          "fields",
          `Mã có ${fieldCount} trường; bảy trường đầu theo thứ tự đã biết, các trường sau giữ nguyên.`,
          `${fieldCount} fields; the first seven by their known order, the others kept as they stand.`,
          fieldCount,
        ),
        step(
          "issued",
          `Thẻ cấp ngày ${showDate(card.issuedOn)}.`,
          `Card issued on ${showDate(card.issuedOn)}.`,
          card.issuedOn,
        ),
        step(
          "not-signed",
          "Mã QR không có chữ ký: chỉ để điền sẵn, phải đối chiếu với Cơ sở dữ liệu quốc gia về dân cư.",
          "The QR is not signed: it only fills in, and is to be checked against the population database.",
          "unverified",
        ),
      ],
      citations: () => [
        fieldCount === FIELDS_OF_2021 ? citation("06/2021/TT-BCA", "mẫu thẻ") : citation("16/2024/TT-BCA", "mẫu thẻ"),
      ],
    };
  },
});
