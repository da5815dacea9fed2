import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPersonalQr, printCardQr, printPersonalQr, readCardQr, readPersonalQr } from "./card-qr.ts";
import { dateOf } from "./plain-date.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);
console.log(`card QR: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
fc.configureGlobal({ seed });

const CARD = ["079199000123", "023456789", "Trần Thị Duyên", "15031999", "Nữ", "12 Lê Lợi, Phường Sài Gòn", "10082025"];
const cardText = (changes: { readonly [at: number]: string } = {}) =>
  CARD.map((own, at) => changes[at] ?? own).join("|");
const failureOf = (text: string) => {
  const read = readCardQr(text);
  return read.ok ? null : `${read.failure.kind} ${read.failure.field}`;
};

describe("the QR of a card", () => {
  it("has seven fields, and keeps what follows", () => {
    const read = readCardQr(`${cardText()}||||`);
    expect(read).toEqual({
      ok: true,
      value: {
        personalNumber: "079199000123",
        oldNumber: "023456789",
        name: "Trần Thị Duyên",
        bornOn: "1999-03-15",
        sex: "F",
        residence: "12 Lê Lợi, Phường Sài Gòn",
        issuedOn: "2025-08-10",
        extra: ["", "", "", ""],
      },
    });
    expect(readCardQr(cardText({ 1: "" }))).toMatchObject({ value: { oldNumber: null, extra: [] } });
    expect(readCardQr(`\ufeff${cardText()}\r\n`)).toMatchObject({ value: { issuedOn: "2025-08-10" } });
    expect(readCardQr(cardText({ 4: "Nữ".normalize("NFD") }))).toMatchObject({ value: { sex: "F" } });
  });

  it.each([
    ["six fields", CARD.slice(0, 6).join("|"), "invalid-format text"],
    ["nothing", "", "invalid-format text"],
    ["eleven digits", cardText({ 0: "07919900012" }), "invalid-length personalNumber"],
    ["a letter in the number", cardText({ 0: "07919900012a" }), "invalid-character personalNumber"],
    ["an old number of twelve", cardText({ 1: "079199000123" }), "invalid-length oldNumber"],
    ["an old number with a letter", cardText({ 1: "02345678x" }), "invalid-character oldNumber"],
    ["another sex", cardText({ 4: "F" }), "invalid-format sex"],
    ["31 February", cardText({ 3: "31021999" }), "invalid-date bornOn"],
    ["no birth", cardText({ 3: "" }), "invalid-date bornOn"],
    ["29 February of a common year", cardText({ 6: "29022025" }), "invalid-date issuedOn"],
  ])("refuses %s", (_what, text, failure) => {
    expect(failureOf(text)).toBe(failure);
  });

  const text = fc.string().map((value) => value.replace(/[|\r\n\ufeff]/g, ""));
  const dates = fc
    .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => dateOf(year, month, day))
    .filter((date) => date !== null);
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));

  it("printed and read comes back as it was", () => {
    const cards = fc.record({
      personalNumber: digits(12),
      oldNumber: fc.option(digits(9)),
      name: text,
      bornOn: dates,
      sex: fc.constantFrom("M" as const, "F" as const),
      residence: text,
      issuedOn: dates,
      extra: fc.array(text, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(cards, (card) => {
        expect(readCardQr(printCardQr(card))).toEqual({ ok: true, value: card });
      }),
    );
  });

  it("of the epidemic years, printed and read, comes back too", () => {
    const persons = fc.record({
      documentNumber: digits(9),
      name: text,
      bornOn: dates,
      declaration: fc.constantFrom("self" as const, "for-another" as const),
      qid: text,
      extra: fc.tuple(text, text).map((parts) => parts.join("|")),
    });
    fc.assert(
      fc.property(persons, (person) => {
        expect(readPersonalQr(printPersonalQr(person))).toEqual({ ok: true, value: person });
      }),
    );
  });
});

describe("the personal QR", () => {
  const person = "001090000123|NGUYEN VAN A|1990-12-01|0|Q1|";
  it("hides the first six characters of the number, and month and day of birth", () => {
    const read = readPersonalQr(person);
    expect(read).toMatchObject({ value: { declaration: "self", qid: "Q1", extra: "" } });
    expect(read.ok && maskPersonalQr(read.value)).toEqual({ documentNumber: "******000123", bornOn: "1990-**-**" });
  });

  it("hides a short number whole", () => {
    const read = readPersonalQr("B12|NGUYEN VAN A|1990-12-01|1|Q1|x|y");
    expect(read.ok && maskPersonalQr(read.value).documentNumber).toBe("***");
    expect(read).toMatchObject({ value: { declaration: "for-another", extra: "x|y" } });
  });

  it.each([
    ["five parts", "1|A|1990-12-01|0|Q1", "invalid-format", "text"],
    ["no number", "|A|1990-12-01|0|Q1|", "invalid-format", "text"],
    ["another kind", "1|A|1990-12-01|2|Q1|", "invalid-format", "declaration"],
    ["30 February", "1|A|1990-02-30|0|Q1|", "invalid-date", "bornOn"],
    ["a day the other way round", "1|A|01-12-1990|0|Q1|", "invalid-date", "bornOn"],
  ])("refuses %s", (_what, text, kind, field) => {
    expect(readPersonalQr(text)).toEqual({ ok: false, failure: { kind, field } });
  });
});
