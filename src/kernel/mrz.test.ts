import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessKeySeed, birthOf, type CardZone, checkDigit, expiryOf, printCardZone, readCardZone } from "./mrz.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);
console.log(`zones: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
fc.configureGlobal({ seed });

const CARD = ["IDVNM1990001239079199000123<<9", "9903159F3903157VNM<<<<<<<<<<<2", "TRAN<<THI<DUYEN<<<<<<<<<<<<<<<"];

function readingOf(lines: readonly string[]) {
  const read = readCardZone(lines);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}
const failureOf = (lines: readonly string[]) => {
  const read = readCardZone(lines);
  return read.ok ? null : read.failure;
};
const withLine = (at: number, line: string) => CARD.map((own, index) => (index === at ? line : own));

describe("the zone of a Vietnamese card", () => {
  it("gives its fields, its five checks and the seed of its access keys", () => {
    const { zone, checks, accessText } = readingOf(CARD);
    expect(zone).toEqual({
      documentCode: "ID",
      issuer: "VNM",
      documentNumber: "199000123",
      personalNumber: "079199000123",
      birth: "990315",
      sex: "F",
      expiry: "390315",
      nationality: "VNM",
      remark: "",
      surname: "TRAN",
      givenNames: "THI DUYEN",
    });
    expect(Object.values(checks)).toEqual([true, true, true, true, true]);
    expect([birthOf(zone), expiryOf(zone)]).toEqual(["1999-03-15", "2039-03-15"]);
    expect(accessText).toBe("199000123999031593903157");
    expect(accessKeySeed(accessText)).toBe("AB4A66E390CC7E32FCC1ED2603C04EA7");
  });

  it.each([
    ["document", 0, "IDVNM1990001238079199000123<<9"],
    ["optional", 0, "IDVNM1990001239079199000123<<8"],
    ["birth", 1, "9903158F3903157VNM<<<<<<<<<<<2"],
    ["expiry", 1, "9903159F3903158VNM<<<<<<<<<<<2"],
    ["composite", 1, "9903159F3903157VNM<<<<<<<<<<<3"],
  ] as const)("a wrong digit of %s is told by its own check", (check, at, line) => {
    const { checks } = readingOf(withLine(at, line));
    expect(checks[check]).toBe(false);
    // A digit of line 1 or 2 is itself among what the composite covers, so that one may fail with it, and no other.
    const others = (["document", "optional", "birth", "expiry"] as const).filter((other) => other !== check);
    expect(others.map((other) => checks[other])).toEqual(others.map(() => true));
  });

  it("names a person of one name, and sex not said", () => {
    expect(readingOf(withLine(2, "Y".padEnd(30, "<"))).zone).toMatchObject({ surname: "Y", givenNames: "" });
    expect(readingOf(withLine(1, "9903159<3903157VNM<<<<<<<<<<<2")).zone.sex).toBe("X");
  });

  it("takes the latest birth before the expiry, at most a hundred years before", () => {
    const birth = (born: string, expires: string) => birthOf({ ...readingOf(CARD).zone, birth: born, expiry: expires });
    expect(birth("390314", "390315")).toBe("2039-03-14");
    expect(birth("390315", "390315")).toBe("1939-03-15");
    expect(birth("390316", "390315")).toBe("1939-03-16");
    expect(birth("000229", "400229")).toBe("2000-02-29");
    expect(birth("990229", "390315")).toBeNull();
    expect(birth("990315", "391315")).toBeNull();
  });

  it("takes the century from the number where the card has no expiry", () => {
    const zone = { ...readingOf(CARD).zone, expiry: "991231", birth: "600101" };
    expect(birthOf({ ...zone, personalNumber: "079160000123" })).toBe("1960-01-01");
    expect(birthOf({ ...zone, personalNumber: "079161000123" })).toBe("2060-01-01");
  });

  it("leaves a birth of which the day is not known without a date", () => {
    const { zone } = readingOf(withLine(1, "9903<<9F3903157VNM<<<<<<<<<<<2"));
    expect([zone.birth, birthOf(zone)]).toEqual(["9903<<", null]);
  });

  it.each([
    ["two lines", CARD.slice(0, 2), "invalid-length", null],
    ["four lines", [...CARD, ""], "invalid-length", null],
    ["a short line", withLine(1, "9903159F"), "invalid-length", 1],
    ["a small letter", withLine(2, "TRAN<<THI<DUYEN<<<<<<<<<<<<<<a"), "invalid-character", 2],
    ["a passport's first letter", withLine(0, "P<VNM1990001239079199000123<<9"), "invalid-format", 0],
    ["letters in the person number", withLine(0, "IDVNM1990001239O79199000123<<9"), "invalid-format", 0],
    ["another sex", withLine(1, "9903159Z3903157VNM<<<<<<<<<<<2"), "invalid-format", 1],
    ["letters in a day", withLine(1, "99O3159F3903157VNM<<<<<<<<<<<2"), "invalid-format", 1],
    ["no surname", withLine(2, "<<THI<DUYEN".padEnd(30, "<")), "invalid-format", 2],
    ["digits in a name", withLine(2, "TRAN<<THI<DUY3N".padEnd(30, "<")), "invalid-format", 2],
  ])("refuses %s", (_what, lines, kind, line) => {
    expect(failureOf(lines)).toEqual({ kind, line });
  });
});

describe("zones printed and read", () => {
  const word = fc.stringMatching(/^[A-Z]{1,6}$/);
  const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
  const day = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2098-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(2, 10).replaceAll("-", ""));
  const zones: fc.Arbitrary<CardZone> = fc
    .record({
      number: digits(12),
      birth: day,
      sex: fc.constantFrom("M", "F", "X"),
      expiry: day,
      surname: word,
      given: fc.array(word, { maxLength: 3 }),
    })
    .map(({ number, given, ...rest }) => ({
      ...rest,
      documentCode: "ID",
      issuer: "VNM",
      documentNumber: number.slice(3),
      personalNumber: number,
      nationality: "VNM",
      remark: "",
      givenNames: given.join(" "),
    }));

  it("come back as they were, with every check right", () => {
    fc.assert(
      fc.property(zones, (zone) => {
        const { zone: back, checks } = readingOf(printCardZone(zone));
        expect(back).toEqual(zone);
        expect(Object.values(checks).every((right) => right)).toBe(true);
        expect(printCardZone(back)).toEqual(printCardZone(zone));
      }),
    );
    expect(printCardZone(readingOf(CARD).zone)).toEqual(CARD);
  });

  it("show any one changed digit of a day or a number in a check", () => {
    fc.assert(
      fc.property(zones, fc.constantFrom(5, 9, 13, 15, 20, 26), fc.integer({ min: 1, max: 9 }), (zone, at, added) => {
        const [first, second, third] = printCardZone(zone);
        const digit = String((Number(first[at]) + added) % 10);
        // Weights 7, 3 and 1 have no factor with ten, so no single digit can hide.
        const { checks } = readingOf([first.slice(0, at) + digit + first.slice(at + 1), second, third]);
        expect(checks.document && checks.optional).toBe(false);
      }),
    );
  });
});

describe("check digits", () => {
  it("are those of ICAO's examples", () => {
    expect(checkDigit("520727")).toBe("3");
    expect(checkDigit("AB2134<<<")).toBe("5");
    expect(checkDigit("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<")).toBe("2");
  });
});

const VECTORS = `${import.meta.dirname}/../../../shared/vectors/emrtd/mrz-cases.json`;
describe.skipIf(!existsSync(VECTORS))("zones of other states (../shared/vectors/emrtd)", () => {
  type Digits = { readonly printed: string; readonly computed: string };
  type Case = {
    readonly title: string;
    readonly format: string;
    readonly lines: readonly string[];
    readonly expect_fields: { readonly [field: string]: string | null } | null;
    readonly check_digits_recomputed: { readonly [part: string]: Digits };
  };
  const cases = existsSync(VECTORS) ? (JSON.parse(readFileSync(VECTORS, "utf8")) as readonly Case[]) : [];
  const cards = cases.filter((one) => one.format === "TD1");

  it.each(cards.map((one, at) => [`${at} ${one.title}`, one] as const))("%s", (_title, one) => {
    const { zone, checks } = readingOf(one.lines);
    const right = (part: string) => {
      const digits = one.check_digits_recomputed[part];
      return digits?.printed === digits?.computed;
    };
    expect([checks.document, checks.birth, checks.expiry, checks.composite]).toEqual(
      ["number", "birth", "expiry", "composite"].map(right),
    );
    const fields = one.expect_fields;
    if (!fields) return;
    expect([zone.birth, zone.expiry, zone.surname, zone.givenNames, zone.documentCode]).toEqual([
      fields.birthDate,
      fields.expirationDate,
      fields.lastName,
      fields.firstName,
      fields.documentCode,
    ]);
    expect(zone.documentNumber).toBe(fields.documentNumber);
  });

  it("refuses the other sizes", () => {
    const others = cases.filter((one) => one.format !== "TD1");
    expect(others.length).toBeGreaterThan(0);
    for (const one of others) expect(failureOf(one.lines)?.kind).toBe("invalid-length");
  });
});
if (!existsSync(VECTORS)) console.log("left out: zones of other states, ../shared/vectors/emrtd is not there");
