import { defineCalculation, isAbsent, RefusedInput } from "../../../src/engine/definition/index.ts";
import { type Dong, showDong, timesDong } from "../../../src/kernel/dong.ts";
import { covers, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type PenaltyBand, penaltyBands } from "../../parameters/terms/penalties.ts";
import { citedAll, step } from "../cite.ts";

export type Offender = "individual" | "organisation";
const ORGANISATION_TIMES = 2;

/** Band of a fine outside road traffic. */
export const penalty = defineCalculation({
  name: "penalty",
  title: text("Khung tiền phạt", "Band of a fine"),
  fields: {
    act: { kind: "text", needed: true, among: penaltyBands },
    on: { kind: "date", needed: true },
    offender: { kind: "text", oneOf: ["individual", "organisation"] },
    guests: { kind: "integer", least: 1 },
    weightKg: { kind: "number", least: 0 },
  },
  lacks({ act, guests, weightKg }) {
    const quantity = typeof act === "string" ? penaltyBands().get(act)?.[0]?.quantity : null;
    const given = { guests, weightKg };
    return quantity && isAbsent(given[quantity]) ? quantity : null;
  },
  reckon({ act, on, offender = "individual", guests, weightKg }) {
    const band = bandOn(act, on, { guests, weightKg });
    if (!band) throw new RefusedInput("no-rate-for-date", "on");
    const { min, max } = bandFor(band, offender);
    const amount = band.quantity === "guests" ? guests : weightKg;
    return {
      value: { min, max, warningPossible: band.warning },
      steps: () => [
        ...(band.quantity === null
          ? []
          : [
              step(
                "quantity",
                band.quantity === "guests"
                  ? `Số khách không được thông báo: ${amount}.`
                  : `Khối lượng: ${String(amount).replace(".", ",")} kg.`,
                band.quantity === "guests" ? `Guests not notified: ${amount}.` : `Weight: ${amount} kg.`,
                amount,
              ),
            ]),
        step(
          "band-of-date",
          `Khung phạt cá nhân vào ngày ${showDate(on)}: từ ${showDong(band.min)} đến ${showDong(band.max)}.`,
          `Band for an individual on ${showDate(on)}: ${showDong(band.min)} to ${showDong(band.max)}.`,
          { min: band.min, max: band.max },
        ),
        ...(offender === "individual"
          ? []
          : [
              step(
                "organisation-doubles",
                `Tổ chức: gấp hai lần mức của cá nhân, từ ${showDong(min)} đến ${showDong(max)}.`,
                `An organisation pays twice as much: ${showDong(min)} to ${showDong(max)}.`,
                { min, max },
              ),
            ]),
        ...(band.warning
          ? [step("warning-possible", "Có thể chỉ phạt cảnh cáo.", "A warning is possible instead.", true)]
          : []),
      ],
      citations: () => citedAll(band),
    };
  },
});

/** The band of an act on a day, or null where none was in force or the quantity falls in none. */
export function bandOn(
  act: string,
  on: PlainDate,
  given: { readonly guests?: number | undefined; readonly weightKg?: number | undefined },
): PenaltyBand | null {
  const fits = (band: PenaltyBand): boolean => {
    if (!covers(band, on)) return false;
    const amount = band.quantity === null ? 0 : (given[band.quantity] ?? -1);
    return band.least <= amount && amount < band.below;
  };
  return penaltyBands().get(act)?.find(fits) ?? null;
}

/** The band for an individual, or twice as much for an organisation. */
export function bandFor(
  band: { readonly min: Dong; readonly max: Dong },
  offender: Offender,
): { readonly min: Dong; readonly max: Dong } {
  const times = offender === "organisation" ? ORGANISATION_TIMES : 1;
  return { min: timesDong(band.min, times), max: timesDong(band.max, times) };
}
