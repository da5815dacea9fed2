import { describe, expect, it } from "vitest";
import { day } from "../../../src/kernel/plain-date.ts";
import { csvSheet } from "../../../tests/support/shared-sheets.ts";
import { findSource } from "../../sources/index.ts";
import { fees } from "../fees.ts";
import { feeRows } from "./fee-rows.ts";
import { localRates, RATE_UNIT, taxRates } from "./tax-rate-rows.ts";
import { areaRuleOn, vehicleFees } from "./vehicle-fee-rows.ts";

const line = (...cells: readonly (string | number | null | undefined)[]): string =>
  cells.map((cell) => cell ?? "").join("|");
const all = <T>(rows: ReadonlyMap<string, readonly T[]>): T[] => [...rows.values()].flat();

const people = csvSheet("people/fees.csv");
const licences = csvSheet("licences/fees.csv");
const vehicles = csvSheet("traffic/fees.csv");
const rates = csvSheet("traffic/rates.csv");
const provinces = csvSheet("traffic/rates-province.csv");
const areas = csvSheet("traffic/fee-areas.csv");

describe.skipIf(!people)("fees and rates beside the sheets", () => {
  it("of people: every row, none more", () => {
    const names = new Set(people?.map((row) => row("fee_key")));
    const ours = all(feeRows())
      .filter((row) => names.has(row.item))
      .map((row) => line(row.item, row.channel, row.amount, row.currency, `per ${row.unit}`, row.from, row.until));
    const expected = people?.map((row) =>
      line(
        row("fee_key"),
        row("channel"),
        row("amount"),
        row("currency"),
        row("unit").replace(" per registration", ""),
        row("valid_from"),
        row("valid_to"),
      ),
    );
    expect(ours.sort()).toEqual(expected?.sort());
    expect(expected?.length).toBe(119);
  });

  it("of licences: every amount, tier and period; the reductions nobody established are no row", () => {
    const names = new Set(people?.map((row) => row("fee_key")));
    const ours = all(feeRows())
      .filter((row) => !names.has(row.item))
      .map((row) => line(row.amount, row.tier?.bound, row.from, row.until));
    const expected = licences
      ?.filter((row) => row("fee_id") !== "F-REDUCTION")
      .map((row) => line(row("amount_vnd"), /\d+/.exec(row("tier_to"))?.[0], row("valid_from"), row("valid_to")));
    expect(ours.sort()).toEqual(expected?.sort());
    expect(expected?.length).toBe(17);
  });

  it("of vehicles: every row, none more", () => {
    const ours = all(vehicleFees()).map((row) =>
      line(row.item, row.basis[0]?.source, row.area ?? "ALL", row.amount, row.from, row.until),
    );
    const expected = vehicles?.map((row) =>
      line(row("item"), row("circular"), row("area"), row("amount_vnd"), row("valid_from"), row("valid_to")),
    );
    expect(ours.sort()).toEqual(expected?.sort());
    expect(expected?.length).toBe(67);
  });

  it("areas: the periods of every circular", () => {
    for (const row of areas ?? []) {
      const rule = areaRuleOn(day(row("valid_from")));
      expect(line(rule?.basis[0]?.source, rule?.from, rule?.until)).toBe(
        line(row("circular"), row("valid_from"), row("valid_to")),
      );
    }
  });

  it("of the registration tax: every row, none more", () => {
    const ours = all(taxRates()).map((row) =>
      line(row.key, row.rate === null ? (row.share ?? row.cap) : row.rate / RATE_UNIT, row.from, row.until),
    );
    const expected = rates?.map((row) =>
      line(
        row("key"),
        row("key") === "cap" ? "500000000" : /^\d+/.exec(row("rate_percent"))?.[0],
        row("valid_from"),
        row("valid_to"),
      ),
    );
    expect(ours.sort()).toEqual(expected?.sort());
    expect(expected?.length).toBe(18);
  });

  it("of provinces: every row, none more", () => {
    const ours = all(localRates()).map((row) =>
      line(row.province, row.name, row.rate / RATE_UNIT, row.from, row.until),
    );
    const expected = provinces?.map((row) =>
      line(
        row("province_code"),
        row("province").replace(" (pre-merger unit)", ""),
        row("rate_percent"),
        row("valid_from"),
        row("valid_to"),
      ),
    );
    expect(ours.sort()).toEqual(expected?.sort());
    expect(expected?.length).toBe(42);
  });
});

describe("fees and rates", () => {
  it("rest on texts that are entered", () => {
    for (const row of [...all(feeRows()), ...all(vehicleFees()), ...all(taxRates()), ...all(localRates())])
      for (const place of row.basis) expect(findSource(place.source), place.source).not.toBeNull();
  });

  it("that dossiers ask are those of the tables, in both ways of filing", () => {
    expect(fees().map((fee) => line(fee.key, fee.channel, fee.amount, fee.unit))).toEqual([
      "residence-temporary|desk|15000|registration",
      "residence-temporary|online|7000|registration",
      "residence-temporary-extension|desk|15000|registration",
      "residence-temporary-extension|online|7000|registration",
      "residence-temporary-list|desk|10000|person",
      "residence-temporary-list|online|5000|person",
      "residence-temporary-list-extension|desk|10000|person",
      "residence-temporary-list-extension|online|5000|person",
      "stay-notification|online|0|filing",
      "stay-notification|desk|0|filing",
      "seal|online|0|filing",
      "seal|desk|0|filing",
    ]);
  });
});
