import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import { calculate } from "../index.ts";

/** The value of an answer, or its error's code and field. */
function ask(name: string, input: unknown): unknown {
  const answer = calculate(name, input);
  return answer.ok ? answer.value.value : { error: answer.failure.code, field: answer.failure.field };
}
type Case = readonly [name: string, input: Record<string, unknown>, expected: Record<string, unknown>];
const check = (cases: readonly Case[]): void =>
  it.each(cases.map(([name, input, expected]) => [`${name} ${JSON.stringify(input)}`, name, input, expected] as const))(
    "%s",
    (_title, name, input, expected) => expect(ask(name, input)).toMatchObject(expected),
  );
const refused = (error: string, field: string) => ({ error, field });

describe("fee", () => {
  const fee = (item: string, on: string, more: Record<string, unknown>, expected: Record<string, unknown>): Case => [
    "fee",
    { item, on, ...more },
    expected,
  ];
  const online = { channel: "online" };
  check([
    fee("passport-ordinary-new", "2023-12-31", online, { amount: 200_000, currency: "VND", exemption: null }),
    fee("passport-ordinary-new", "2024-01-01", online, { amount: 180_000 }),
    fee("passport-ordinary-new", "2025-12-31", online, { amount: 180_000 }),
    fee("passport-ordinary-new", "2026-01-01", online, { amount: 200_000 }),
    fee("passport-ordinary-new", "2025-12-31", { channel: "counter" }, { amount: 200_000 }),
    fee("passport-ordinary-new", "2025-12-31", {}, refused("missing-field", "channel")),
    fee("passport-ordinary-new", "2026-04-01", {}, { amount: 200_000 }),
    fee("passport-ordinary-new", "2021-05-21", online, refused("no-rate-for-date", "on")),
    fee("id-exchange", "2026-12-31", {}, { amount: 25_000 }),
    fee("id-exchange", "2027-01-01", {}, { amount: 50_000 }),
    fee("id-exchange", "2026-11-20", { age: 15 }, { amount: 0, exemption: "child" }),
    fee("id-exchange", "2026-11-20", { age: 16 }, { amount: 25_000, exemption: null }),
    fee("id-exchange", "2026-11-20", { age: 59, groups: ["merit"] }, { amount: 0, exemption: "merit" }),
    fee("id-exchange", "2015-01-01", { age: 61 }, { amount: 0, exemption: "elderly" }),
    fee("id-exchange", "2015-01-01", { age: 30 }, refused("no-rate-for-date", "on")),
    fee("passport-ordinary-new", "2026-11-20", { age: 61 }, { amount: 200_000, exemption: null }),
    fee("id-exchange-boundary-change", "2026-11-20", online, { amount: 0 }),
    fee("id-exchange-boundary-change", "2026-11-20", { channel: "counter" }, refused("no-rate-for-date", "on")),
    fee("id-exchange-boundary-change", "2026-11-20", {}, refused("missing-field", "channel")),
    fee("residence-temporary-list", "2026-10-05", { ...online, quantity: 12 }, { amount: 60_000 }),
    fee("residence-temporary", "2026-10-05", { ...online, quantity: 12 }, { amount: 7_000 }),
    fee("residence-temporary", "2023-02-04", online, refused("no-rate-for-date", "on")),
    fee("visa-single", "2026-10-05", {}, { amount: 25, currency: "USD" }),
    fee("abtc-card-new", "2026-06-30", {}, { amount: 840_000 }),
    fee("abtc-card-new", "2026-07-01", {}, { amount: 700_000 }),
    fee("security-condition-appraisal", "2026-06-01", {}, { amount: 300_000 }),
    fee("weapon-purchase", "2026-06-01", { quantity: 3 }, { amount: 30_000 }),
    fee("weapon-purchase", "2019-06-03", {}, refused("no-rate-for-date", "on")),
    fee("weapon-equip-permit", "2026-06-01", {}, refused("not-determined", "item")),
    fee("explosives-transport", "2026-06-01", {}, refused("missing-field", "loadTonnes")),
    fee("explosives-transport", "2026-06-01", { loadTonnes: 4.999 }, { amount: 50_000 }),
    fee("explosives-transport", "2026-06-01", { loadTonnes: 5 }, { amount: 100_000 }),
    fee("explosives-transport", "2026-06-01", { loadTonnes: 15 }, { amount: 100_000 }),
    fee("explosives-transport", "2026-06-01", { loadTonnes: 15.01 }, { amount: 150_000 }),
    fee("ammunition-carry", "2026-06-01", { quantity: 499 }, { amount: 50_000 }),
    fee("ammunition-carry", "2026-06-01", { quantity: 500 }, { amount: 100_000 }),
    fee("ammunition-carry", "2026-06-01", { quantity: 5_000 }, { amount: 100_000 }),
    fee("ammunition-carry", "2026-06-01", { quantity: 5_001 }, { amount: 150_000 }),
    fee("seal-registration", "2026-06-01", {}, { amount: 0 }),
    fee("vaccine-passport", "2021-12-19", {}, refused("no-rate-for-date", "on")),
    fee("parking", "2021-13-19", { channel: "fax" }, refused("not-allowed", "item")),
    fee("id-exchange", "2021-13-19", { groups: ["disabled", "rich"] }, refused("not-allowed", "groups[1]")),
    fee("id-exchange", "2021-13-19", { quantity: 0 }, refused("out-of-range", "quantity")),
    fee("id-exchange", "2021-13-19", {}, refused("invalid-date", "on")),
    fee("visa-single", "2026-10-05", { quantity: Number.MAX_SAFE_INTEGER }, refused("out-of-range", "quantity")),
  ]);
});

describe("vehicle-fee", () => {
  const FIRST = "first-registration-with-plate";
  type Place = readonly [province: string, locality: string];
  const fee = (
    item: string,
    vehicle: Record<string, unknown>,
    [province, locality]: Place,
    on: string,
    expected: Record<string, unknown>,
  ): Case => ["vehicle-fee", { item, vehicle, place: { province, locality }, on }, expected];
  const car = { kind: "passenger-car", seats: 5 };
  const hanoi: Place = ["01", "ward"];
  check([
    fee(FIRST, car, hanoi, "2025-12-31", { fee: 20_000_000, area: "I" }),
    fee(FIRST, car, hanoi, "2026-01-01", { fee: 14_000_000, area: "I" }),
    fee(FIRST, car, ["79", "special-zone"], "2025-12-31", { fee: 20_000_000, area: "I" }),
    fee(FIRST, car, ["79", "special-zone"], "2026-01-01", { fee: 140_000, area: "II" }),
    fee(FIRST, { kind: "passenger-pickup" }, hanoi, "2026-01-01", { fee: 14_000_000 }),
    fee(FIRST, { kind: "passenger-car", seats: 10 }, hanoi, "2026-01-01", { fee: 350_000 }),
    fee(FIRST, { kind: "goods-pickup" }, ["04", "commune"], "2026-01-01", { fee: 100_000, area: "II" }),
    fee(FIRST, { kind: "trailer" }, hanoi, "2026-01-01", { fee: 140_000 }),
    fee(FIRST, { kind: "trailer" }, ["04", "commune"], "2026-01-01", refused("not-determined", "item")),
    fee(FIRST, { kind: "motorcycle" }, hanoi, "2026-99-01", refused("missing-field", "vehicle.value")),
    fee(FIRST, { kind: "motorcycle", value: 15_000_000 }, hanoi, "2026-01-01", { fee: 700_000 }),
    fee(FIRST, { kind: "motorcycle", value: 15_000_001 }, hanoi, "2026-01-01", { fee: 1_400_000 }),
    fee(FIRST, { kind: "motorcycle", value: 40_000_000 }, hanoi, "2025-12-31", { fee: 2_000_000 }),
    fee(FIRST, { kind: "motorcycle", value: 40_000_001 }, ["48", "ward"], "2025-12-31", { fee: 800_000, area: "II" }),
    fee(FIRST, { kind: "motorcycle", value: 1 }, ["48", "ward"], "2026-01-01", refused("not-determined", "item")),
    fee(FIRST, car, ["46", "town"], "2024-12-31", { fee: 1_000_000, area: "II" }),
    fee(FIRST, car, ["46", "district-other"], "2024-12-31", { fee: 200_000, area: "III" }),
    fee(FIRST, car, ["46", "district-other"], "2025-01-01", { fee: 1_000_000, area: "II" }),
    fee(FIRST, car, ["04", "commune"], "2025-06-30", refused("not-determined", "place.locality")),
    fee(FIRST, car, ["04", "ward"], "2025-12-31", refused("not-determined", "place.locality")),
    fee(FIRST, car, ["04", "town"], "2025-06-30", { area: "II" }),
    fee(FIRST, car, ["04", "town"], "2025-07-01", refused("not-allowed", "place.locality")),
    fee(FIRST, car, ["77", "ward"], "2025-07-01", refused("not-in-force", "place.province")),
    fee(FIRST, car, ["03", "ward"], "2025-07-01", refused("not-allowed", "place.province")),
    fee(FIRST, car, hanoi, "2023-10-21", refused("not-determined", "place")),
    fee(FIRST, car, hanoi, "2016-12-31", refused("no-rate-for-date", "on")),
    fee("certificate-only", { kind: "motorcycle" }, hanoi, "2025-12-31", { fee: 50_000, area: null }),
    fee("certificate-only", { kind: "motorcycle" }, hanoi, "2026-01-01", refused("not-determined", "item")),
    fee("certificate-only", car, hanoi, "2022-01-01", { fee: 30_000, area: null }),
    fee("certificate-only", { kind: "trailer" }, hanoi, "2022-01-01", refused("no-rate-for-date", "on")),
    fee("plate-only", { kind: "trailer" }, hanoi, "2024-01-01", { fee: 100_000 }),
    fee("plate-only", { kind: "motorcycle" }, hanoi, "2024-01-01", { fee: 50_000 }),
    fee("plate-only", car, hanoi, "2022-01-01", refused("no-rate-for-date", "on")),
    fee("temporary-registration", car, hanoi, "2022-01-01", { fee: 50_000 }),
    fee("temporary-registration", car, hanoi, "2024-01-01", refused("no-rate-for-date", "on")),
    fee("change-or-reissue-certificate-and-plate", { kind: "trailer" }, hanoi, "2024-01-01", { fee: 100_000 }),
  ]);
});

describe("registration-tax", () => {
  const tax = (
    vehicle: Record<string, unknown>,
    occasion: string,
    price: number,
    place: Record<string, unknown>,
    on: string,
    expected: Record<string, unknown>,
  ): Case => ["registration-tax", { vehicle, occasion, price, place, on }, expected];
  const car = { kind: "passenger-car", seats: 5 };
  const hanoi = { province: "01" };
  const M = 1_000_000;
  check([
    tax(car, "first", 700 * M, hanoi, "2026-03-02", { ratePercent: 12, tax: 84 * M, capped: false }),
    tax(car, "first", 700 * M, hanoi, "2025-06-30", { ratePercent: 12 }),
    tax(car, "first", 700 * M, hanoi, "2025-07-01", refused("no-rate-for-date", "on")),
    tax(car, "first", 700 * M, hanoi, "2025-12-31", refused("no-rate-for-date", "on")),
    tax(car, "first", 700 * M, { province: "31" }, "2026-08-07", refused("no-rate-for-date", "on")),
    tax(car, "first", 700 * M, { province: "31" }, "2026-08-08", { ratePercent: 12 }),
    tax(car, "first", 10_000 * M, hanoi, "2026-03-02", { tax: 1_200 * M, capped: false }),
    tax(car, "later", 700 * M, hanoi, "2025-08-01", { ratePercent: 2, tax: 14 * M }),
    tax(car, "later", 700 * M, hanoi, "2016-12-31", refused("no-rate-for-date", "on")),
    tax({ ...car, domestic: true }, "first", 700 * M, hanoi, "2024-08-31", { ratePercent: 12 }),
    tax({ ...car, domestic: true }, "first", 700 * M, hanoi, "2024-09-01", { ratePercent: 6, tax: 42 * M }),
    tax({ ...car, domestic: true }, "first", 700 * M, hanoi, "2024-11-30", { ratePercent: 6 }),
    tax({ ...car, domestic: true }, "first", 700 * M, hanoi, "2024-12-01", { ratePercent: 12 }),
    tax({ ...car, domestic: true }, "later", 700 * M, hanoi, "2024-10-01", { ratePercent: 2 }),
    tax({ kind: "goods-pickup-double-cab" }, "first", 700 * M, hanoi, "2026-03-02", { ratePercent: 7.2 }),
    tax({ kind: "cargo-van-two-rows" }, "first", 333_333_333, { province: "42" }, "2026-03-02", {
      ratePercent: 6.6,
      tax: 22_000_000,
    }),
    tax({ kind: "cargo-van-two-rows", domestic: true }, "first", 700 * M, hanoi, "2024-10-01", { ratePercent: 3.6 }),
    tax({ kind: "goods-pickup-double-cab" }, "first", 10_000 * M, hanoi, "2026-03-02", { tax: 500 * M, capped: true }),
    tax({ kind: "passenger-pickup" }, "first", 100 * M, hanoi, "2022-02-28", refused("not-determined", "on")),
    tax({ kind: "passenger-pickup" }, "first", 100 * M, hanoi, "2022-03-01", { ratePercent: 12 }),
    tax({ kind: "passenger-car", seats: 10 }, "first", 100 * M, hanoi, "2025-09-01", { ratePercent: 2 }),
    tax({ kind: "other-car" }, "first", 25_000 * M, hanoi, "2026-03-02", { tax: 500 * M, capped: false }),
    tax({ kind: "other-car" }, "first", 25_000 * M + 50, hanoi, "2026-03-02", { tax: 500 * M, capped: true }),
    tax({ kind: "trailer", domestic: true }, "first", 100 * M, hanoi, "2023-12-31", { ratePercent: 1 }),
    tax({ ...car, power: "battery-electric" }, "first", 700 * M, hanoi, "2022-02-28", { ratePercent: 12 }),
    tax({ ...car, power: "battery-electric" }, "first", 700 * M, hanoi, "2022-03-01", { ratePercent: 0, tax: 0 }),
    tax({ ...car, power: "battery-electric" }, "first", 700 * M, hanoi, "2025-08-01", { ratePercent: 0 }),
    tax({ ...car, power: "battery-electric" }, "first", 700 * M, hanoi, "2030-12-31", { ratePercent: 0 }),
    tax({ ...car, power: "battery-electric" }, "first", 700 * M, hanoi, "2031-01-01", { ratePercent: 12 }),
    tax({ ...car, power: "battery-electric" }, "later", 700 * M, hanoi, "2026-01-01", { ratePercent: 2 }),
    tax({ ...car, power: "hybrid" }, "first", 700 * M, hanoi, "2026-01-01", { ratePercent: 12 }),
    tax({ kind: "motorcycle" }, "first", 40 * M, { province: "48" }, "2025-06-30", { ratePercent: 5, tax: 2 * M }),
    tax({ kind: "motorcycle" }, "first", 40 * M, { province: "48" }, "2025-07-01", { ratePercent: 2 }),
    tax({ kind: "motorcycle" }, "first", 40 * M, { province: "46" }, "2024-12-31", { ratePercent: 2 }),
    tax({ kind: "motorcycle" }, "first", 40 * M, { province: "46" }, "2025-01-01", { ratePercent: 5 }),
    tax({ kind: "motorcycle" }, "first", 40 * M, { province: "04", provincialSeat: true }, "2025-06-30", {
      ratePercent: 5,
    }),
    tax({ kind: "motorcycle", power: "battery-electric", domestic: true }, "first", 25, hanoi, "2024-10-01", {
      ratePercent: 5,
      tax: 1,
    }),
    tax({ kind: "motorcycle" }, "later", 49, hanoi, "2026-01-01", { ratePercent: 1, tax: 0 }),
    tax({ kind: "motorcycle" }, "later", 50, hanoi, "2026-01-01", { ratePercent: 1, tax: 1 }),
    tax(car, "first", -1, hanoi, "2026-01-01", refused("out-of-range", "price")),
    tax(car, "first", 1.5, hanoi, "2026-01-01", refused("wrong-type", "price")),
    tax({ kind: "boat" }, "third", 1, hanoi, "2026-01-01", refused("not-allowed", "vehicle.kind")),
  ]);

  it("is half up to the đồng whatever the price (property, seed 20261123)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (price) => {
        const input = { vehicle: { kind: "cargo-van-two-rows" }, occasion: "first", price, place: { province: "42" } };
        const answer = ask("registration-tax", { ...input, on: "2026-03-02" }) as { tax: number; capped: boolean };
        // 6.6 percent: 66 thousandths of the price, and half a đồng more rounded down.
        const exact = (BigInt(price) * 66n + 500n) / 1000n;
        expect(answer.tax).toBe(exact > 500_000_000n ? 500_000_000 : Number(exact));
        expect(answer.capped).toBe(exact > 500_000_000n);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});

describe("vietqr", () => {
  check([
    ["vietqr", { bin: "970416", account: "257678859" }, { crc: "AE9F", initiation: "static" }],
    ["vietqr", { bin: "97041", account: "" }, refused("invalid-length", "bin")],
    ["vietqr", { bin: "97041x", account: "" }, refused("invalid-character", "bin")],
    ["vietqr", { bin: "970416", account: "1".repeat(20) }, refused("invalid-length", "account")],
    ["vietqr", { bin: "970416", account: "1", amount: 0 }, refused("out-of-range", "amount")],
    ["vietqr", { bin: "970416", account: "1", purpose: "" }, refused("invalid-length", "purpose")],
    ["vietqr", { bin: "970416", account: "1", purpose: "phạt" }, refused("invalid-character", "purpose")],
    ["vietqr", { bin: "97041", account: "1", service: "cash" }, refused("not-allowed", "service")],
  ]);

  type Tags = readonly (readonly [string, string | Tags])[];
  const inside = (tags: string | Tags | undefined, name: string): string | Tags | undefined =>
    Array.isArray(tags) ? (tags.find((tag) => tag[0] === name)?.[1] as string | Tags | undefined) : undefined;
  const vectors = JSON.parse(sheet("../vectors/qr/payloads.json") ?? "[]") as readonly {
    readonly payload: string;
    readonly verdict: string;
    readonly tags?: Tags;
  }[];

  it.skipIf(vectors.length === 0)("builds every transfer of the collected payloads that has only our tags", () => {
    let built = 0;
    for (const { payload, verdict, tags } of vectors) {
      if (verdict !== "well-formed" || !tags) continue;
      const napas = inside(tags, "38");
      const input = {
        bin: inside(inside(napas, "01"), "00"),
        account: inside(inside(napas, "01"), "01"),
        service: inside(napas, "02") === "QRIBFTTC" ? "card" : "account",
        amount: inside(tags, "54") === undefined ? null : Number(inside(tags, "54")),
        purpose: inside(inside(tags, "62"), "08") ?? null,
      };
      const ours = ask("vietqr", input) as { payload?: string };
      const plain = tags.every(([name]) => ["00", "01", "38", "53", "54", "58", "62", "63"].includes(name));
      const extra = inside(tags, "62");
      const onlyPurpose = extra === undefined || (Array.isArray(extra) && extra.every(([name]) => name === "08"));
      const matching = inside(tags, "01") === (input.amount === null ? "11" : "12");
      const service = ["QRIBFTTA", "QRIBFTTC"].includes(String(inside(napas, "02")));
      if (!plain || !onlyPurpose || !matching || !service || ours.payload === undefined) continue;
      // Some writers spell the checksum in small letters.
      expect(ours.payload, payload).toBe(payload.slice(0, -4) + payload.slice(-4).toUpperCase());
      built += 1;
    }
    expect(built).toBeGreaterThan(5);
  });
});
