import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSource } from "../../index.ts";
import { calculate } from "../index.ts";
import { people } from "./index.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);
console.log(`people: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
fc.configureGlobal({ seed });

type Value = { readonly [key: string]: unknown };
const answerTo = (name: string, input: Value): Value => {
  const answer = calculate(name, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value.value;
};
const refusalOf = (name: string, input: unknown): string => {
  const answer = calculate(name, input);
  return answer.ok
    ? `no refusal: ${JSON.stringify(answer.value.value)}`
    : `${answer.failure.code} ${answer.failure.field}`;
};

const LINES = ["IDVNM1990001239079199000123<<9", "9903159F3903157VNM<<<<<<<<<<<2", "TRAN<<THI<DUYEN<<<<<<<<<<<<<<<"];
const QR = "079199000123|023456789|Trần Thị Duyên|15031999|Nữ|12 Lê Lợi, Phường Sài Gòn|10082025";

/** One input a calculation answers, for the tests that go over all of them. */
const ANSWERED: { readonly [name: string]: Value } = {
  "person-number": { number: "079199000123" },
  mrz: { lines: LINES },
  "card-qr": { text: QR },
  "personal-qr": { text: "001090000123|NGUYEN VAN A|1990-12-01|0|Q1|" },
  "name-match": { a: "Nguyễn Văn An", b: "NGUYEN VAN AN", bSource: "bank" },
  "name-sort": { names: ["Lê Bình", "Trần An"] },
  "birth-date-match": { given: "1999", recorded: "01/01/1999" },
  "verification-result": { answer: "timeout" },
  province: { code: "24", on: "2026-01-01" },
  "card-validity": { bornOn: "1999-03-15", issuedOn: "2022-05-10" },
  "id-card-appointment": { age: 20, filedBy: "self", channel: "portal", on: "2026-02-10" },
  "e-id-level": { applicant: "citizen", age: 30, document: "identity-card", on: "2026-02-10" },
  "form-rule": { requires: "paper-integrated-in-e-id", on: "2026-07-01" },
  "visa-symbol": { symbol: "UĐ1", on: "2026-07-01" },
};

describe("every calculation on people", () => {
  it("answers with its reasons in both languages and with texts that are entered", () => {
    expect(people.map(({ name }) => name)).toEqual(Object.keys(ANSWERED));
    for (const [name, input] of Object.entries(ANSWERED)) {
      const answer = calculate(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
      const { steps, citations } = answer.value;
      expect(steps.length, name).toBeGreaterThan(0);
      for (const { rule, text } of steps) {
        expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(text.vi !== "" && text.en !== "" && text.vi !== text.en, `${name} ${rule}`).toBe(true);
      }
      expect(citations.length, name).toBeGreaterThan(0);
      for (const { document, confidence } of citations) {
        if (confidence !== "design") expect(findSource(document), `${name}: ${document}`).not.toBeNull();
      }
    }
  });

  it("refuses bad input with a code and a field, and never throws", () => {
    const odd = fc.oneof(
      fc.anything(),
      fc.constantFrom(
        "",
        "<".repeat(30),
        "|".repeat(9),
        "2026-02-30",
        "9999-12-31",
        "0001-01-01",
        "X".repeat(50),
        -1,
        1e300,
      ),
    );
    for (const [name, input] of Object.entries(ANSWERED)) {
      for (const field of Object.keys(input)) {
        expect(refusalOf(name, { ...input, surplus: 1 }), name).toBe("unknown-field surplus");
        fc.assert(
          fc.property(odd, (value) => {
            const answer = calculate(name, { ...input, [field]: value });
            if (answer.ok) return;
            const { code, field: path, message } = answer.failure;
            expect(code).toMatch(/^[a-z-]+$/);
            expect(typeof path).toBe("string");
            expect(message.vi !== "" && message.en !== "").toBe(true);
          }),
          { numRuns: 60 },
        );
      }
    }
    for (const name of Object.keys(ANSWERED)) {
      for (const input of [null, [], "x", 3, {}]) expect(calculate(name, input).ok, `${name} ${input}`).toBe(false);
    }
  });

  it("takes a megabyte of text in stride", () => {
    const long = "Nguyễn ".repeat(150_000);
    expect(refusalOf("person-number", { number: long })).toBe("invalid-length number");
    expect(refusalOf("mrz", { lines: [long, long, long] })).toBe("invalid-length lines[0]");
    expect(refusalOf("card-qr", { text: long })).toBe("invalid-format text");
    expect(refusalOf("personal-qr", { text: long })).toBe("invalid-format text");
    expect(refusalOf("birth-date-match", { given: long, recorded: "1999" })).toBe("invalid-format given");
    expect(refusalOf("province", { name: long, on: "2026-01-01" })).toBe("not-allowed name");
    expect(answerTo("name-match", { a: long, b: `${long}x` })).toEqual({ verdict: "different", automatic: false });
    expect(answerTo("visa-symbol", { symbol: long, on: "2026-01-01" })).toMatchObject({ accepted: false });
  }, 10_000);
});

describe("person-number", () => {
  it("names the province of the time of birth and the unit of today, a country, or nothing", () => {
    expect(answerTo("person-number", { number: "046301000456" })).toEqual({
      code: "046",
      codeKind: "province",
      name: "Thừa Thiên Huế",
      iso: null,
      currentProvince: { code: "46", name: "Huế" },
      sex: "F",
      birthYear: 2001,
      serial: "000456",
      warnings: [],
    });
    for (const number of ["113099000001", "114099000001"])
      expect(answerTo("person-number", { number })).toMatchObject({
        codeKind: "country",
        iso: "AZ",
        currentProvince: null,
      });
    for (const number of ["000099000001", "005099000001", "097099000001", "296099000001", "999999000001"])
      expect(answerTo("person-number", { number })).toMatchObject({
        codeKind: "unknown",
        name: null,
        iso: null,
        currentProvince: null,
        warnings: ["unknown-birth-code"],
      });
    expect(answerTo("person-number", { number: "079999000001" })).toMatchObject({ sex: "F", birthYear: 2399 });
  });

  it("refuses what is not twelve ASCII digits", () => {
    expect(refusalOf("person-number", { number: "07919900012" })).toBe("invalid-length number");
    expect(refusalOf("person-number", { number: "07919900012O" })).toBe("invalid-character number");
    expect(refusalOf("person-number", { number: "٠٧٩١٩٩٠٠٠١٢٣" })).toBe("invalid-character number");
    expect(refusalOf("person-number", { number: 79199000123 })).toBe("wrong-type number");
    expect(refusalOf("person-number", {})).toBe("missing-field number");
  });
});

describe("mrz and the QR of cards", () => {
  it("tell a wrong digit and a number that is another's, and refuse only what cannot be read", () => {
    const line = "IDVNM1990001239079199000124<<6";
    expect(answerTo("mrz", { lines: [line, LINES[1], LINES[2]] })).toMatchObject({ consistent: false });
    expect(refusalOf("mrz", { lines: LINES.slice(1) })).toBe("invalid-length lines");
    expect(refusalOf("mrz", { lines: [LINES[0], LINES[1], "é".repeat(30)] })).toBe("invalid-character lines[2]");
    expect(refusalOf("mrz", { lines: [LINES[0], "9913159F3903157VNM<<<<<<<<<<<2", LINES[2]] })).toBe(
      "invalid-format lines[1]",
    );
    expect(refusalOf("mrz", { lines: [LINES[0], "9903<<9F3903157VNM<<<<<<<<<<<2", LINES[2]] })).toBe(
      "invalid-format lines[1]",
    );
    expect(refusalOf("mrz", { lines: [LINES[0], 1, LINES[2]] })).toBe("wrong-type lines[1]");
  });

  it("count the fields and name the one that is wrong", () => {
    expect(answerTo("card-qr", { text: `${QR}|012345678901|||` })).toMatchObject({
      fieldCount: 11,
      extra: ["012345678901", "", "", ""],
      trust: "unverified",
    });
    expect(refusalOf("card-qr", { text: QR.replace("15031999", "31021999") })).toBe("invalid-date bornOn");
    expect(refusalOf("card-qr", { text: QR.replace("10082025", "2025-08-10") })).toBe("invalid-date issuedOn");
    expect(refusalOf("card-qr", { text: QR.replace("Nữ", "F") })).toBe("invalid-format text");
    expect(refusalOf("card-qr", { text: QR.replace("079199000123", "07919900012") })).toBe(
      "invalid-length personalNumber",
    );
    expect(refusalOf("personal-qr", { text: "1|A|1990-13-01|0|Q1|" })).toBe("invalid-date bornOn");
    expect(refusalOf("personal-qr", { text: "1|A|1990-12-01|2|Q1|" })).toBe("invalid-format text");
  });
});

describe("name-match and birth-date-match", () => {
  it("take a name without marks only from a machine-readable zone or a bank", () => {
    const match = (bSource?: string) =>
      answerTo("name-match", { a: "Nguyễn Thị Hòa", b: "NGUYEN THI HOA", ...(bSource ? { bSource } : {}) });
    expect(match()).toEqual({ verdict: "diacritics-missing", automatic: false });
    expect(match("person")).toEqual({ verdict: "diacritics-missing", automatic: false });
    expect(match("mrz")).toEqual({ verdict: "diacritics-missing", automatic: true });
    expect(match("bank")).toEqual({ verdict: "diacritics-missing", automatic: true });
    expect(answerTo("name-match", { a: "Nguyễn Thị Hòa", b: "NGUYEN<<THI<HOA", bSource: "mrz" })).toMatchObject({
      verdict: "diacritics-missing",
    });
    expect(answerTo("name-match", { a: "Lý An", b: "Lí An" })).toEqual({ verdict: "similar", automatic: false });
    expect(refusalOf("name-match", { a: "A", b: "B", bSource: "phone" })).toBe("not-allowed bSource");
  });

  it("compare as much of a birth date as both know", () => {
    const verdict = (given: string, recorded: string) => answerTo("birth-date-match", { given, recorded }).verdict;
    expect(verdict("15/03/1999", "15/03/1999")).toBe("match");
    expect(verdict("1999", "1999")).toBe("match");
    expect(verdict("15/03/1999", "03/1999")).toBe("partial-match");
    expect(verdict("01/01/1999", "1999")).toBe("partial-match");
    expect(verdict("01/01/1999", "15/03/1999")).toBe("no-match");
    expect(verdict("1998", "01/01/1999")).toBe("no-match");
    expect(refusalOf("birth-date-match", { given: "5/3/1999", recorded: "1999" })).toBe("invalid-format given");
    expect(refusalOf("birth-date-match", { given: "1999", recorded: "1999-03-15" })).toBe("invalid-format recorded");
    expect(refusalOf("birth-date-match", { given: "29/02/1999", recorded: "1999" })).toBe("invalid-date given");
    expect(refusalOf("birth-date-match", { given: "1999", recorded: "13/1999" })).toBe("invalid-date recorded");
  });
});

describe("verification-result", () => {
  it("keeps a failure apart from a mismatch and never stops a filing", () => {
    const kept = ["match", "no-match", "partial-match", "no-data", "timeout", "unavailable", "not-granted"].map(
      (answer) => answerTo("verification-result", { answer }),
    );
    expect(kept.map(({ result }) => result)).toEqual([
      "match",
      "no-match",
      "partial-match",
      "absent",
      "error",
      "error",
      "error",
    ]);
    expect(kept.some(({ filingBlocked }) => filingBlocked)).toBe(false);
    expect(refusalOf("verification-result", { answer: "error" })).toBe("not-allowed answer");
  });
});

describe("province", () => {
  it("on both sides of 01/07/2025", () => {
    expect(answerTo("province", { code: "24", on: "2025-06-30" })).toEqual({
      code: "24",
      name: "Bắc Giang",
      kind: "province",
      units: null,
      wards: null,
      communes: null,
      specialZones: null,
      predecessors: [],
      successor: { code: "24", name: "Bắc Ninh", units: 99 },
    });
    expect(answerTo("province", { code: "24", on: "2025-07-01" })).toEqual({
      code: "24",
      name: "Bắc Ninh",
      kind: "province",
      units: 99,
      wards: 33,
      communes: 66,
      specialZones: 0,
      predecessors: [
        { code: "24", name: "Bắc Giang" },
        { code: "27", name: "Bắc Ninh" },
      ],
      successor: null,
    });
    expect(answerTo("province", { name: "Bắc Ninh", on: "2025-06-30" })).toMatchObject({ code: "27" });
    expect(answerTo("province", { name: "bắc ninh".normalize("NFD"), on: "2025-07-01" })).toMatchObject({ code: "24" });
    expect(refusalOf("province", { code: "27", on: "2025-07-01" })).toBe("not-in-force code");
    expect(refusalOf("province", { name: "Bắc Giang", on: "2025-07-01" })).toBe("not-in-force name");
  });

  it("46 on both sides of 01/01/2025, and 75 on both sides of 30/04/2026", () => {
    expect(answerTo("province", { code: "46", on: "2024-12-31" })).toMatchObject({
      name: "Thừa Thiên Huế",
      kind: "province",
      successor: { code: "46", name: "Huế", units: 40 },
    });
    expect(answerTo("province", { code: "46", on: "2025-01-01" })).toMatchObject({
      name: "Huế",
      kind: "city",
      units: null,
    });
    expect(answerTo("province", { name: "Huế", on: "2025-07-01" })).toMatchObject({
      kind: "city",
      predecessors: [{ code: "46", name: "Huế" }],
      successor: null,
    });
    expect(refusalOf("province", { name: "Huế", on: "2024-12-31" })).toBe("not-in-force name");
    expect(refusalOf("province", { name: "Thừa Thiên Huế", on: "2025-01-01" })).toBe("not-in-force name");
    const dongNai = (on: string) => answerTo("province", { code: "75", on });
    expect(dongNai("2026-04-29")).toMatchObject({ kind: "province", wards: 23, communes: 72 });
    expect(dongNai("2026-04-30")).toMatchObject({ kind: "city", wards: 33, communes: 62 });
  });

  it("takes exactly one of code and name, and only what there has been", () => {
    expect(refusalOf("province", { on: "2026-01-01" })).toBe("missing-field code");
    expect(refusalOf("province", { code: "01", name: "Hà Nội", on: "2026-01-01" })).toBe("not-allowed name");
    expect(refusalOf("province", { code: "99", on: "2026-01-01" })).toBe("not-allowed code");
    expect(refusalOf("province", { name: "Tỉnh Cao Bằng", on: "2026-01-01" })).toBe("not-allowed name");
    expect(refusalOf("province", { code: "01" })).toBe("missing-field on");
  });
});

describe("card-validity", () => {
  const validTo = (bornOn: string, issuedOn: string) => answerTo("card-validity", { bornOn, issuedOn }).validTo;

  it("runs to the next birthday of exchange, or the one after within two years before it", () => {
    expect(validTo("1999-03-15", "2022-03-14")).toBe("2024-03-15");
    expect(validTo("1999-03-15", "2022-03-15")).toBe("2039-03-15");
    expect(validTo("1999-03-15", "2024-03-15")).toBe("2039-03-15");
    expect(validTo("1999-03-15", "2024-03-16")).toBe("2039-03-15");
    expect(validTo("1966-08-20", "2024-08-19")).toBe("2026-08-20");
    expect(validTo("1966-08-20", "2024-08-20")).toBeNull();
    expect(validTo("1950-01-01", "2026-01-01")).toBeNull();
  });

  it("knows the age of 14 only for cards issued from 01/07/2024", () => {
    expect(validTo("2015-01-01", "2024-07-01")).toBe("2029-01-01");
    expect(validTo("2015-01-01", "2027-01-01")).toBe("2040-01-01");
    expect(validTo("2010-06-01", "2024-06-30")).toBe("2035-06-01");
    expect(validTo("2015-01-01", "2024-06-30")).toBe("2040-01-01");
  });

  it("prolongs what ended from 15/01/2024 to 29/06/2024, and nothing else", () => {
    const prolongedTo = (born: string) =>
      answerTo("card-validity", { bornOn: born, issuedOn: "2021-01-01" }).prolongedTo;
    expect(["1999-01-14", "1999-01-15", "1999-06-29", "1999-06-30"].map(prolongedTo)).toEqual([
      null,
      "2024-06-30",
      "2024-06-30",
      null,
    ]);
  });

  it("takes 29 February for 1 March in common years", () => {
    expect(validTo("2000-02-29", "2020-01-01")).toBe("2025-03-01");
    expect(validTo("2000-02-29", "2023-02-28")).toBe("2025-03-01");
    expect(validTo("2000-02-29", "2023-03-01")).toBe("2040-02-29");
  });

  it("refuses a card before the law or before the birth", () => {
    expect(refusalOf("card-validity", { bornOn: "1999-03-15", issuedOn: "2015-12-31" })).toBe(
      "no-rate-for-date issuedOn",
    );
    expect(refusalOf("card-validity", { bornOn: "2020-01-02", issuedOn: "2020-01-01" })).toBe("out-of-range issuedOn");
  });

  it("never ends before the issue, and a later issue never ends sooner", () => {
    const day = (from: string, to: string) =>
      fc
        .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day("1940-01-01", "2020-12-31"),
        day("2024-07-01", "2060-12-31"),
        day("2024-07-01", "2060-12-31"),
        (born, a, b) => {
          const [sooner, later] = [a, b].sort().map((issued) => String(validTo(born, issued) ?? "9999-12-31"));
          expect(String(sooner) <= String(later)).toBe(true);
          expect(String(sooner) > String([a, b].sort()[0])).toBe(true);
        },
      ),
    );
  });
});

describe("id-card-appointment", () => {
  const asked = (age: number, filedBy: string, channel: string, on = "2026-02-10") =>
    answerTo("id-card-appointment", { age, filedBy, channel, on });
  const all = ["face", "fingerprints", "iris"];

  it("by age", () => {
    expect(asked(5, "representative", "vneid")).toEqual({ inPerson: false, attendees: [], biometrics: [] });
    expect(asked(5, "representative", "desk")).toEqual({
      inPerson: true,
      attendees: ["representative"],
      biometrics: [],
    });
    expect(asked(6, "representative", "portal")).toEqual({
      inPerson: true,
      attendees: ["child", "representative"],
      biometrics: all,
    });
    expect(asked(13, "representative", "desk")).toMatchObject({ attendees: ["child", "representative"] });
    expect(asked(14, "self", "portal")).toEqual({ inPerson: true, attendees: ["applicant"], biometrics: all });
    expect(asked(70, "representative", "portal")).toMatchObject({ attendees: ["representative", "applicant"] });
  });

  it("from 01/07/2024", () => {
    const input = { age: 20, filedBy: "self", channel: "desk" };
    expect(refusalOf("id-card-appointment", { ...input, on: "2024-06-30" })).toBe("not-in-force on");
    expect(asked(20, "self", "desk", "2024-07-01")).toMatchObject({ inPerson: true });
    expect(refusalOf("id-card-appointment", { ...input, age: -1, on: "2026-01-01" })).toBe("out-of-range age");
  });
});

describe("e-id-level", () => {
  const levels = (applicant: string, age: number | undefined, document: string, on = "2026-02-10") =>
    answerTo("e-id-level", { applicant, age, document, on }).levels;

  it("by applicant, age and paper", () => {
    expect([5, 6, 13, 14].map((age) => levels("citizen", age, "identity-card"))).toEqual([[1], [1, 2], [1, 2], [1, 2]]);
    expect([5, 6].map((age) => levels("foreigner", age, "temporary-residence-card"))).toEqual([[1], [1, 2]]);
    expect(levels("foreigner", 40, "permanent-residence-card")).toEqual([1, 2]);
    expect(levels("foreigner", 40, "identity-card")).toEqual([]);
    expect(levels("citizen", 40, "none")).toEqual([]);
    expect(levels("organisation", undefined, "none")).toEqual([]);
  });

  it("from 01/07/2024, with the age of a person", () => {
    const input = { applicant: "citizen", age: 30, document: "identity-card" };
    expect(refusalOf("e-id-level", { ...input, on: "2024-06-30" })).toBe("not-in-force on");
    expect(levels("citizen", 30, "identity-card", "2024-07-01")).toEqual([1, 2]);
    expect(refusalOf("e-id-level", { ...input, age: null, on: "2026-01-01" })).toBe("missing-field age");
  });
});

describe("form-rule and visa-symbol", () => {
  it("bar the old-number paper from 15/03/2026 and the integrated paper from 01/07/2026", () => {
    const allowed = (requires: string, on: string, disagreementRecorded = false) =>
      answerTo("form-rule", { requires, on, disagreementRecorded }).allowed;
    const [oldNumber, integrated] = ["paper-confirmation-of-old-number", "paper-integrated-in-e-id"];
    expect([allowed(oldNumber, "2026-03-14"), allowed(oldNumber, "2026-03-15")]).toEqual([true, false]);
    expect(allowed(oldNumber, "2026-03-15", true)).toBe(false);
    expect([allowed(integrated, "2026-06-30"), allowed(integrated, "2026-07-01")]).toEqual([true, false]);
    expect(allowed(integrated, "2026-07-01", true)).toBe(true);
  });

  it("accept a symbol from its first day", () => {
    const validity = (symbol: string, on: string) => answerTo("visa-symbol", { symbol, on }).longestValidity;
    expect([validity("UĐ2", "2026-06-30"), validity("UĐ2", "2026-07-01")]).toEqual([null, "P5Y"]);
    expect([validity("EV", "2023-08-14"), validity("EV", "2023-08-15")]).toEqual([null, "P90D"]);
    expect([validity("DL", "2020-06-30"), validity("DL", "2020-07-01")]).toEqual([null, "P90D"]);
    expect(validity("ĐT3".normalize("NFD"), "2026-01-01")).toBe("P3Y");
    expect(answerTo("visa-symbol", { symbol: "ZZ", on: "2026-01-01" })).toEqual({
      accepted: false,
      longestValidity: null,
    });
  });
});
