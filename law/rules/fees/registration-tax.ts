import {
  type CalculationCitation,
  type CalculationStep,
  defineCalculation,
} from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { day, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { localRates, RATE_UNIT, type TaxRate, taxRates } from "../../parameters/fees/tax-rate-rows.ts";
import { rowOn } from "../../parameters/table.ts";
import { citedAll, noRateOn, notDetermined, step } from "../cite.ts";
import { provinceCodes, provinceKindOn } from "./province-on.ts";

const KINDS = [
  "passenger-car",
  "passenger-pickup",
  "goods-pickup-double-cab",
  "cargo-van-two-rows",
  "other-car",
  "trailer",
  "motorcycle",
] as const;
type Kind = (typeof KINDS)[number];
const SEATS_OF_OTHER_CAR = 10;
/** Decree 10/2022/NĐ-CP puts the passenger pick-up with the passenger cars; the rows before do not place it. */
const PICKUP_IS_CAR_FROM = day("2022-03-01");

/** Registration tax (lệ phí trước bạ) of a vehicle. */
export const registrationTax = defineCalculation({
  name: "registration-tax",
  title: text("Lệ phí trước bạ xe", "Registration tax of a vehicle"),
  fields: {
    vehicle: {
      kind: "object",
      needed: true,
      fields: {
        kind: { kind: "text", needed: true, oneOf: KINDS },
        seats: { kind: "integer", least: 1 },
        power: { kind: "text", oneOf: ["combustion", "hybrid", "battery-electric"] },
        domestic: { kind: "boolean" },
      },
    },
    occasion: { kind: "text", needed: true, oneOf: ["first", "later"] },
    price: { kind: "integer", needed: true, least: 0 },
    place: {
      kind: "object",
      needed: true,
      fields: {
        province: { kind: "text", needed: true, among: provinceCodes },
        provincialSeat: { kind: "boolean" },
      },
    },
    on: { kind: "date", needed: true },
  },
  reckon({ vehicle, occasion, price, place, on }) {
    const isCity = provinceKindOn(place.province, on, "place.province") === "city";
    const isLarge = vehicle.kind === "passenger-car" && (vehicle.seats ?? 0) >= SEATS_OF_OTHER_CAR;
    const asked: Asked = {
      kind: isLarge ? "other-car" : vehicle.kind,
      isFirst: occasion === "first",
      isElectric: vehicle.power === "battery-electric",
      isUrban: isCity || place.provincialSeat === true,
      province: place.province,
      on,
    };
    const base = baseRate(asked);
    const halved = asked.isFirst && vehicle.domestic && vehicle.kind !== "motorcycle" ? domesticCut(base, on) : base;
    const tax = taxOf(price, halved.rate);
    const final = capped(tax, asked);
    const shown = showDong(dong(tax));
    return {
      value: { ratePercent: halved.rate / RATE_UNIT, tax: final.tax, capped: final.isCapped },
      steps: () => [
        ...halved.steps(),
        step(
          "tax",
          `${showDong(dong(price))} × ${showRate(halved.rate).vi} = ${shown}, làm tròn đến đồng.`,
          `${showDong(dong(price))} × ${showRate(halved.rate).en} = ${shown}, rounded to the đồng.`,
          tax,
        ),
        ...final.steps(),
      ],
      citations: () => [...halved.citations(), ...final.citations()],
    };
  },
});

type Asked = {
  readonly kind: Kind;
  readonly isFirst: boolean;
  readonly isElectric: boolean;
  readonly isUrban: boolean;
  readonly province: string;
  readonly on: PlainDate;
};
/** A rate in whole ten-thousandths of a percent and the way to it. */
type Reached = {
  readonly rate: number;
  readonly steps: () => readonly CalculationStep[];
  readonly citations: () => readonly CalculationCitation[];
};

/** `7,2%` in Vietnamese, `7.2%` in English. */
const showRate = (rate: number): Text => text(`${String(rate / RATE_UNIT).replace(".", ",")}%`, `${rate / RATE_UNIT}%`);
const findRate = (key: string, on: PlainDate): TaxRate | null => rowOn(taxRates().get(key) ?? [], on);

/** The rate before any temporary cut. @throws RefusedInput `no-rate-for-date`, `not-determined` */
function baseRate(asked: Asked): Reached {
  const { kind, isFirst, on } = asked;
  if (kind === "motorcycle") {
    if (!isFirst) return ofRow("motorcycle-later", on, MOTORCYCLE_LATER);
    const urban = asked.isUrban && findRate("motorcycle-first-urban", on) !== null;
    return urban
      ? ofRow("motorcycle-first-urban", on, MOTORCYCLE_URBAN)
      : ofRow("motorcycle-first", on, MOTORCYCLE_FIRST);
  }
  if (kind === "trailer") return ofRow("other-car", on, OTHER_CAR);
  if (isFirst && asked.isElectric && findRate("ev-first", on)) return ofRow("ev-first", on, ELECTRIC_FIRST);
  if (kind === "other-car") return ofRow("other-car", on, OTHER_CAR);
  if (!isFirst) return ofRow("car-later", on, CAR_LATER);
  if (kind === "passenger-car") return localRate(asked);
  if (kind === "passenger-pickup") {
    if (on >= PICKUP_IS_CAR_FROM) return localRate(asked);
    const general = findRate("car9-first", on);
    throw general ? notDetermined("on", general.basis) : noRateOn("on", on, taxRates().get("car9-first") ?? []);
  }
  return findRate("pickup-van-first", on) ? shareOfLocal(asked) : ofRow("other-car", on, OTHER_CAR);
}

type Said = readonly [rule: string, vi: string, en: string];
const MOTORCYCLE_FIRST: Said = ["motorcycle-first", "Xe mô tô, nộp lần đầu", "Motorcycle, first registration"];
const MOTORCYCLE_URBAN: Said = [
  "motorcycle-first-urban",
  "Xe mô tô, nộp lần đầu, chủ xe ở thành phố trực thuộc trung ương hoặc nơi đặt trụ sở tỉnh",
  "Motorcycle, first registration, owner in a centrally run city or a provincial seat",
];
const MOTORCYCLE_LATER: Said = ["motorcycle-later", "Xe mô tô, nộp từ lần hai", "Motorcycle, second and later"];
const CAR_LATER: Said = ["car-later", "Xe ô tô, nộp từ lần hai", "Car, second and later"];
const OTHER_CAR: Said = ["other-car", "Xe ô tô khác, rơ moóc", "Other car or trailer"];
const ELECTRIC_FIRST: Said = [
  "electric-first",
  "Xe ô tô điện chạy pin, nộp lần đầu",
  "Battery electric car, first registration",
];

function ofRow(key: string, on: PlainDate, [rule, vi, en]: Said): Reached {
  const row = findRate(key, on);
  if (!row || row.rate === null) throw noRateOn("on", on, taxRates().get(key) ?? []);
  const { rate } = row;
  return {
    rate,
    steps: () => [step(rule, `${vi}: ${showRate(rate).vi}.`, `${en}: ${showRate(rate).en}.`, rate / RATE_UNIT)],
    citations: () => citedAll(row),
  };
}

/** The rate the province has set for passenger cars. The national ten percent never stands in for a missing row. */
function localRate({ province, on }: Asked): Reached {
  const row = rowOn(localRates().get(province) ?? [], on);
  if (!row || !findRate("car9-first", on))
    throw noRateOn("on", on, localRates().get(province) ?? taxRates().get("car9-first") ?? []);
  const shown = showRate(row.rate);
  return {
    rate: row.rate,
    steps: () => [
      step(
        "local-rate",
        `Xe ô tô chở người đến 9 chỗ, nộp lần đầu tại ${row.name}, ngày ${showDate(on)}: ${shown.vi}.`,
        `Passenger car of up to 9 seats, first registration in ${row.name} on ${showDate(on)}: ${shown.en}.`,
        row.rate / RATE_UNIT,
      ),
    ],
    citations: () => citedAll(row),
  };
}

function shareOfLocal(asked: Asked): Reached {
  const local = localRate(asked);
  return shared(local, "pickup-van-first", asked.on, [
    "pickup-or-van-share",
    "Xe bán tải ca-bin kép, xe tải VAN có từ hai hàng ghế",
    "Double-cab goods pick-up or van with two seat rows",
  ]);
}

/** Half the rate while a temporary cut for vehicles made in Vietnam runs, otherwise the rate as it was. */
function domesticCut(base: Reached, on: PlainDate): Reached {
  if (!findRate("domestic-cut", on)) return base;
  return shared(base, "domestic-cut", on, [
    "domestic-cut",
    "Xe sản xuất, lắp ráp trong nước, được giảm",
    "Made or assembled in Vietnam, cut",
  ]);
}

function shared(base: Reached, key: string, on: PlainDate, [rule, vi, en]: Said): Reached {
  const row = findRate(key, on);
  if (!row || row.share === null) throw noRateOn("on", on, taxRates().get(key) ?? []);
  const rate = (base.rate * row.share) / 100;
  const [before, after] = [showRate(base.rate), showRate(rate)];
  return {
    rate,
    steps: () => [
      ...base.steps(),
      step(
        rule,
        `${vi}: ${row.share}% × ${before.vi} = ${after.vi}.`,
        `${en}: ${row.share}% × ${before.en} = ${after.en}.`,
        rate / RATE_UNIT,
      ),
    ],
    citations: () => [...base.citations(), ...citedAll(row)],
  };
}

const WHOLE = 100n * BigInt(RATE_UNIT);
/** Half up to the đồng, in whole numbers throughout. */
function taxOf(price: number, rate: number): number {
  return Number((BigInt(price) * BigInt(rate) * 2n + WHOLE) / (2n * WHOLE));
}

type Capped = {
  readonly tax: number;
  readonly isCapped: boolean;
  readonly steps: () => readonly CalculationStep[];
  readonly citations: () => readonly CalculationCitation[];
};
/** The cap on everything but passenger cars of up to 9 seats, to which passenger pick-ups belong. */
function capped(tax: number, { kind, on }: Asked): Capped {
  const row = findRate("cap", on);
  const exempt = kind === "passenger-car" || kind === "passenger-pickup";
  if (!row || row.cap === null || exempt || tax <= row.cap)
    return { tax, isCapped: false, steps: () => [], citations: () => [] };
  const most = showDong(dong(row.cap));
  return {
    tax: row.cap,
    isCapped: true,
    steps: () => [step("cap", `Mức thu tối đa một lần: ${most}.`, `At most ${most} each time.`, row.cap)],
    citations: () => citedAll(row),
  };
}
