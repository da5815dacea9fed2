import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlate, showPlate } from "./plate.ts";

const SEED = 20261123;

describe("number plates", () => {
  it.each([
    ["30A-123.45", "30A-123.45"],
    [" 30a 12345 ", "30A-123.45"],
    ["29-H1 234.56", "29H1-234.56"],
    ["29H123456", "29H1-234.56"],
    ["51F–0001", "51F-0001"],
    ["80NG-123.45", "80NG-123.45"],
    ["59-MĐ1 234.56", "59MĐ1-234.56"],
  ])("reads %j as %s", (written, shown) => {
    const plate = parsePlate(written);
    expect(plate && showPlate(plate)).toBe(shown);
  });

  it.each([
    "",
    "09A-123.45",
    "30I-123.45",
    "30A-123.4",
    "30A-123.456",
    "A30-123.45",
    "30A0-123.45",
    "3".repeat(1_000_000),
  ])("reads %.20j as none", (written) => expect(parsePlate(written)).toBeNull());

  it(`prints and reads back every plate (property, seed ${SEED})`, () => {
    const letter = fc.constantFrom(..."ABCDEFGHKLMNPSTUVXYZ");
    const plate = fc.record({
      code: fc.integer({ min: 10, max: 99 }).map(String),
      series: fc.oneof(
        letter,
        fc.tuple(letter, fc.integer({ min: 1, max: 9 })).map((parts) => parts.join("")),
        fc.tuple(letter, letter).map((parts) => parts.join("")),
      ),
      number: fc.integer({ min: 0, max: 99_999 }).map((one) => String(one).padStart(5, "0")),
    });
    fc.assert(
      fc.property(plate, (one) => {
        expect(parsePlate(showPlate(one))).toEqual(one);
        expect(parsePlate(showPlate(one).toLowerCase().replaceAll("-", " "))).toEqual(one);
      }),
      { seed: SEED },
    );
  });
});
