import {
  type CalculationStep,
  defineCalculation,
  isAbsent,
  RefusedInput,
} from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { covers, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import type { Basis } from "../../parameters/basis.ts";
import {
  type AreaRule,
  areaRuleOn,
  type FeeArea,
  TWO_LEVELS_FROM,
  vehicleFees,
} from "../../parameters/fees/vehicle-fee-rows.ts";
import { citedAll, noRateOn, notDetermined, step } from "../cite.ts";
import { provinceCodes, provinceKindOn } from "./province-on.ts";

const KINDS = ["passenger-car", "passenger-pickup", "goods-pickup", "other-car", "trailer", "motorcycle"] as const;
type Kind = (typeof KINDS)[number];
const LOCALITIES = ["ward", "commune", "special-zone", "provincial-city", "town", "district-other"] as const;
type Locality = (typeof LOCALITIES)[number];
const OLD_LOCALITIES: ReadonlySet<Locality> = new Set(["provincial-city", "town", "district-other"]);
const FIRST_REGISTRATION = "first-registration-with-plate";
const SEATS_OF_OTHER_CAR = 10;
const MOTORCYCLE_TIERS = [
  { upTo: 15_000_000, group: "motorcycle-to-15" },
  { upTo: 40_000_000, group: "motorcycle-to-40" },
  { upTo: Number.POSITIVE_INFINITY, group: "motorcycle-over-40" },
] as const;

/** Registration and plate fee of a vehicle. */
export const vehicleFee = defineCalculation({
  name: "vehicle-fee",
  title: text("Lệ phí đăng ký, cấp biển số xe", "Registration and plate fee of a vehicle"),
  fields: {
    item: { kind: "text", needed: true, among: vehicleFees },
    vehicle: {
      kind: "object",
      needed: true,
      fields: {
        kind: { kind: "text", needed: true, oneOf: KINDS },
        seats: { kind: "integer", least: 1 },
        value: { kind: "integer", least: 0 },
      },
    },
    place: {
      kind: "object",
      needed: true,
      fields: {
        province: { kind: "text", needed: true, among: provinceCodes },
        locality: { kind: "text", needed: true, oneOf: LOCALITIES },
      },
    },
    on: { kind: "date", needed: true },
  },
  lacks({ item, vehicle }) {
    const { kind, value } = vehicle as { readonly kind?: unknown; readonly value?: unknown };
    const needed = item === FIRST_REGISTRATION && kind === "motorcycle";
    return needed && isAbsent(value) ? "vehicle.value" : null;
  },
  reckon({ item, vehicle, place, on }) {
    if (OLD_LOCALITIES.has(place.locality) && on >= TWO_LEVELS_FROM)
      throw new RefusedInput("not-allowed", "place.locality");
    const provinceKind = provinceKindOn(place.province, on, "place.province");
    const groups = groupsOf(vehicle.kind, vehicle.seats, vehicle.value);
    const ofAllDays = (vehicleFees().get(item) ?? []).filter((row) =>
      row.vehicles.some((group) => groups.names.has(group)),
    );
    const rows = ofAllDays.filter((row) => covers(row, on));
    const [first] = rows;
    if (!first) throw noRateOn("on", on, ofAllDays);

    const rule = first.area === null ? null : areaRuleOn(on);
    const area = first.area === null ? null : areaOf(rule, { ...place, provinceKind }, first.basis);
    const row = rows.find((one) => one.area === area);
    if (!row) throw noRateOn("on", on, ofAllDays);
    if (row.amount === null) throw notDetermined("item", row.basis);
    const amount = dong(row.amount);
    return {
      value: { fee: amount, area },
      steps: () => [
        groups.step,
        areaStep(area, on),
        step(
          "amount-of-date",
          `Mức thu vào ngày ${showDate(on)}: ${showDong(amount)}.`,
          `Amount on ${showDate(on)}: ${showDong(amount)}.`,
          amount,
        ),
      ],
      citations: () => [...citedAll(row), ...(rule ? citedAll(rule) : [])],
    };
  },
});

type Grouped = { readonly names: ReadonlySet<string>; readonly step: CalculationStep };
const grouped = (names: readonly string[], said: Text): Grouped => ({
  names: new Set([...names, "any"]),
  step: step("vehicle-group", said.vi, said.en, names[0]),
});

/** How the circulars group vehicles: the narrow group of a first registration, and the wide ones of the other items. */
function groupsOf(kind: Kind, seats: number | undefined, value: number | undefined): Grouped {
  const isLarge = kind === "passenger-car" && (seats ?? 0) >= SEATS_OF_OTHER_CAR;
  if ((kind === "passenger-car" && !isLarge) || kind === "passenger-pickup")
    return grouped(["car9", "car"], text("Xe ô tô chở người đến 9 chỗ.", "Passenger car of up to 9 seats."));
  if (kind === "trailer") return grouped(["trailer"], text("Rơ moóc, sơ mi rơ moóc.", "Trailer or semi-trailer."));
  if (kind !== "motorcycle") return grouped(["other-car", "car"], text("Xe ô tô khác.", "Other car."));
  const tier = MOTORCYCLE_TIERS.find(({ upTo }) => (value ?? 0) <= upTo);
  const worth = value === undefined ? "" : showDong(dong(value));
  return grouped(
    [tier?.group ?? "motorcycle", "motorcycle"],
    value === undefined
      ? text("Xe mô tô.", "Motorcycle.")
      : text(`Xe mô tô trị giá ${worth}.`, `Motorcycle worth ${worth}.`),
  );
}

type Place = { readonly province: string; readonly locality: Locality; readonly provinceKind: "city" | "province" };
/** The area of a place. @throws RefusedInput `not-determined` where the circular's words do not settle it */
function areaOf(rule: AreaRule | null, place: Place, basis: Basis): FeeArea {
  if (rule === null) throw notDetermined("place", basis);
  if (rule.areaOne.includes(place.province) && !rule.notAreaOne.includes(place.locality)) return "I";
  if (rule.elsewhere === "II") return "II";
  if (place.provinceKind === "city" || place.locality === "provincial-city" || place.locality === "town") return "II";
  if (place.locality === "district-other") return "III";
  throw notDetermined("place.locality", rule.basis);
}

const areaStep = (area: FeeArea | null, on: PlainDate): CalculationStep =>
  area === null
    ? step("one-amount-everywhere", "Một mức thu trong cả nước.", "One amount everywhere.", null)
    : step("area", `Khu vực ${area} vào ngày ${showDate(on)}.`, `Area ${area} on ${showDate(on)}.`, area);
