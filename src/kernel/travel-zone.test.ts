import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessKeySeed, checkDigit } from "./mrz.ts";
import { readTravelZone } from "./travel-zone.ts";

const SEED = 20261123;
const read = (lines: readonly string[]) => {
  const found = readTravelZone(lines);
  if (!found.ok) throw new Error(`${found.failure.kind} of line ${found.failure.line}`);
  return found.value;
};

describe("zones of passports and older cards", () => {
  it("reads the worked passport of Doc 9303 part 4", () => {
    const found = read([
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
      "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ]);
    expect(found).toMatchObject({
      size: "TD3",
      zone: { surname: "ERIKSSON", givenNames: "ANNA MARIA", documentNumber: "L898902C3", personalNumber: "ZE184226B" },
      checks: { document: true, optional: true, birth: true, expiry: true, composite: true },
    });
  });

  it.each([
    [[], "invalid-length", null],
    [["P<UTO", "L89"], "invalid-length", 0],
    [["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36"], "invalid-length", 1],
    [
      ["p<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"],
      "invalid-character",
      0,
    ],
    [
      ["9<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"],
      "invalid-format",
      0,
    ],
    [
      ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO74A8122F1204159ZE184226B<<<<<10"],
      "invalid-format",
      1,
    ],
  ])("refuses %j", (lines, kind, line) => {
    expect(readTravelZone(lines)).toEqual({ ok: false, failure: { kind, line } });
  });

  it(`reads back what was printed, and finds every changed digit (property, seed ${SEED})`, () => {
    const letters = (least: number, most: number) =>
      fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), minLength: least, maxLength: most });
    const digits = (count: number) =>
      fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
    fc.assert(
      fc.property(
        letters(1, 12),
        letters(1, 12),
        digits(9),
        digits(6),
        digits(6),
        fc.nat(43),
        (family, given, number, birth, expiry, at) => {
          const first = `P<VNM${family}<<${given}`.padEnd(44, "<");
          const open = `${number}${checkDigit(number)}VNM${birth}${checkDigit(birth)}M${expiry}${checkDigit(expiry)}${"<".repeat(15)}`;
          const second = open + checkDigit(open.slice(0, 10) + open.slice(13, 20) + open.slice(21, 43));
          const { zone, checks } = read([first, second]);
          expect([zone.surname, zone.givenNames, zone.documentNumber]).toEqual([family, given, number]);
          expect(Object.values(checks)).toEqual([true, true, true, true, true]);
          const spoilt = second.replace(/./g, (one, place: number) =>
            place === at && /\d/.test(one) ? String((Number(one) + 1) % 10) : one,
          );
          if (spoilt !== second) expect(Object.values(read([first, spoilt]).checks)).toContain(false);
        },
      ),
      { seed: SEED },
    );
  });
});

const FOLDER = new URL("../../../shared/vectors/emrtd/", import.meta.url);
const absent = !existsSync(FOLDER);
if (absent) console.log("left out: zones of other states, ../shared/vectors/emrtd is not there");
const json = (file: string) => (absent ? [] : JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")));

describe.skipIf(absent)("every zone of ../shared/vectors/emrtd", () => {
  type Case = {
    readonly title: string;
    readonly format: string;
    readonly lines: readonly string[];
    readonly expect_fields: { readonly [field: string]: string | null } | null;
    readonly check_digits_recomputed: {
      readonly [part: string]: { readonly printed: string; readonly computed: string };
    };
  };
  const cases = json("mrz-cases.json") as readonly Case[];
  it("is told by its size: eight cards, one of two lines, four passports", () => {
    const counted = ["TD1", "TD2", "TD3"].map((size) => cases.filter((one) => one.format === size).length);
    expect(counted).toEqual([8, 1, 4]);
  });
  it.each(cases.map((one, at) => [`${at} ${one.format} ${one.title}`, one] as const))("%s", (_title, one) => {
    const { size, zone, checks } = read(one.lines);
    expect(size).toBe(one.format);
    for (const [part, name] of [
      ["number", "document"],
      ["birth", "birth"],
      ["expiry", "expiry"],
      ["composite", "composite"],
    ] as const) {
      const digits = one.check_digits_recomputed[part];
      expect(checks[name], part).toBe(digits?.printed === digits?.computed);
    }
    if (one.expect_fields)
      expect([zone.surname, zone.givenNames, zone.birth, zone.expiry, zone.documentNumber]).toEqual(
        ["lastName", "firstName", "birthDate", "expirationDate", "documentNumber"].map(
          (field) => one.expect_fields?.[field],
        ),
      );
  });

  type Worked = {
    readonly case: string;
    readonly values: readonly { readonly name?: string; readonly text?: unknown; readonly hex?: string }[];
  };
  it("gives the access key of the worked zones and files (worked/dg1.json, worked/bac.json)", () => {
    const values =
      (json("worked/dg1.json") as readonly Worked[]).find((one) => one.case === "TestNewDG1")?.values ?? [];
    const zones = values.filter((one) => one.name === "rawMrz").map((one) => String(one.text));
    const keyed = values.filter((one) => one.name === "mrzi").map((one) => String(one.text));
    expect(zones.length).toBeGreaterThan(1);
    for (const [at, raw] of zones.entries()) {
      const length = { 72: 36, 88: 44, 90: 30 }[raw.length] ?? 0;
      const lines = raw.match(new RegExp(`.{${length}}`, "g")) ?? [];
      expect(read(lines).accessText, raw).toBe(keyed[at]);
    }
    const seed =
      (json("worked/bac.json") as readonly Worked[]).find((one) => one.case === "TestGenerateKseed")?.values ?? [];
    const number = "L898902C<";
    const text = `${number + checkDigit(number)}690806${checkDigit("690806")}940623${checkDigit("940623")}`;
    expect(accessKeySeed(text)).toBe(seed.find((one) => one.name === "exp")?.hex);
  });
});
