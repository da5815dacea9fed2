import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { text } from "../../../src/kernel/text.ts";
import { step } from "../cite.ts";
import { citedTerm, getTerm } from "./sanction-term.ts";

/** What is added to a fine paid late: a share of the unpaid amount for each day. */
export const latePayment = defineCalculation({
  name: "late-payment",
  title: text("Tiền chậm nộp phạt", "Charge for late payment of a fine"),
  fields: {
    unpaid: { kind: "integer", needed: true, least: 0 },
    lateDays: { kind: "integer", needed: true, least: 0 },
    on: { kind: "date", needed: true },
  },
  reckon({ unpaid, lateDays, on }) {
    const row = getTerm("late-interest", on);
    const charge = chargeOf(unpaid, lateDays, row.value);
    const total = unpaid + charge;
    if (!Number.isSafeInteger(total)) throw new RefusedInput("out-of-range", "unpaid");
    const rate = String(row.value).replace(".", ",");
    return {
      value: { charge, total },
      steps: () => [
        step(
          "charge-a-day",
          `${showDong(dong(unpaid))} × ${rate}% × ${lateDays} ngày = ${showDong(dong(charge))}; ngày nghỉ vẫn tính.`,
          `${showDong(dong(unpaid))} × ${row.value}% × ${lateDays} days = ${showDong(dong(charge))}; rest days count.`,
          charge,
        ),
        step(
          "total",
          `Tổng phải nộp: ${showDong(dong(total))}.`,
          `To be paid in all: ${showDong(dong(total))}.`,
          total,
        ),
      ],
      citations: () => citedTerm(row),
    };
  },
});

/** Rounded half up to the đồng; in big integers, since the product may leave the exact numbers. */
function chargeOf(unpaid: number, lateDays: number, percentADay: number): number {
  const perMillion = BigInt(Math.round(percentADay * 10_000));
  const charge = Number((BigInt(unpaid) * BigInt(lateDays) * perMillion + 500_000n) / 1_000_000n);
  if (!Number.isSafeInteger(charge)) throw new RefusedInput("out-of-range", "lateDays");
  return charge;
}
