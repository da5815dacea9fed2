import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { birthdayAt, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { exchangeAges, prolongation, YEARS_BEFORE_EXCHANGE } from "../../parameters/people/identity-cards.ts";
import { rowOn } from "../../parameters/table.ts";
import { cited, step } from "../cite.ts";
import { calendarEnd } from "../terms/count.ts";

/** Until when an identity card is valid: to the next birthday of exchange, by the law of the day of issue. */
export const cardValidity = defineCalculation({
  name: "card-validity",
  title: text("Thời hạn sử dụng của thẻ căn cước", "Validity of an identity card"),
  fields: { bornOn: { kind: "date", needed: true }, issuedOn: { kind: "date", needed: true } },
  reckon({ bornOn, issuedOn }) {
    if (issuedOn < bornOn) throw new RefusedInput("out-of-range", "issuedOn", BEFORE_BIRTH);
    const rule = rowOn(exchangeAges, issuedOn);
    if (!rule) throw new RefusedInput("no-rate-for-date", "issuedOn");

    // Issued later than two years before an exchange birthday, the card skips it; issued after it, too.
    const twoYearsOn = calendarEnd(issuedOn, { count: YEARS_BEFORE_EXCHANGE, unit: "year" });
    if (!twoYearsOn) throw new RefusedInput("out-of-range", "issuedOn");
    const passedOver = (age: number): boolean => birthday(bornOn, age) <= twoYearsOn;
    const age = rule.ages.find((one) => !passedOver(one)) ?? null;
    const skipped = rule.ages.find((one) => passedOver(one) && issuedOn <= birthday(bornOn, one));
    const validTo = age === null ? null : birthday(bornOn, age);
    const prolonged = validTo !== null && prolongation.from <= validTo && validTo <= prolongation.until;
    const prolongedTo = prolonged ? prolongation.prolongedTo : null;
    return {
      value: { validTo, prolongedTo },
      steps: () => [
        step(
          "exchange-ages",
          `Thẻ cấp ngày ${showDate(issuedOn)}: đổi thẻ khi đủ ${rule.ages.join(", ")} tuổi.`,
          `Issued on ${showDate(issuedOn)}: exchanged at the ages of ${rule.ages.join(", ")}.`,
          rule.ages,
        ),
        ...(skipped === undefined
          ? []
          : [
              step(
                "within-two-years",
                `Cấp trong ${YEARS_BEFORE_EXCHANGE} năm trước ngày đủ ${skipped} tuổi (${showDate(birthday(bornOn, skipped))}): dùng đến tuổi đổi thẻ tiếp theo.`,
                `Issued within ${YEARS_BEFORE_EXCHANGE} years before the age of ${skipped} (${showDate(birthday(bornOn, skipped))}): valid to the next age.`,
                skipped,
              ),
            ]),
        validTo === null
          ? step(
              "valid-to",
              "Không còn tuổi đổi thẻ nào: thẻ không có thời hạn.",
              "No age of exchange is left: no expiry.",
              null,
            )
          : step(
              "valid-to",
              `Thẻ có giá trị đến ngày đủ ${age} tuổi: ${showDate(validTo)}.`,
              `Valid to the ${age}th birthday: ${showDate(validTo)}.`,
              validTo,
            ),
        ...(prolongedTo === null
          ? []
          : [
              step(
                "prolonged",
                `Thẻ hết hạn từ ${showDate(prolongation.from)} đến ${showDate(prolongation.until)} được dùng tiếp đến ${showDate(prolongedTo)}.`,
                `A card that ended from ${showDate(prolongation.from)} to ${showDate(prolongation.until)} stays valid to ${showDate(prolongedTo)}.`,
                prolongedTo,
              ),
            ]),
      ],
      citations: () => [cited(rule), ...(prolonged ? [cited(prolongation)] : [])],
    };
  },
});

const BEFORE_BIRTH = text("Ngày cấp trước ngày sinh.", "Issued before the birth.");

/** @throws RefusedInput where the birthday lies beyond the years that dates can name */
function birthday(bornOn: PlainDate, age: number): PlainDate {
  const reached = birthdayAt(bornOn, age);
  if (!reached) throw new RefusedInput("invalid-date", "bornOn");
  return reached;
}
