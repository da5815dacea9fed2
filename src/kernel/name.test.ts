import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNames, sortByGivenName, writtenWithI } from "./name.ts";
import { nameKey, searchKey, tidy, withoutMarks } from "./vietnamese.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);
console.log(`names: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
fc.configureGlobal({ seed });

const SHARED = `${import.meta.dirname}/../../../shared`;
const readShared = (path: string): string | null =>
  existsSync(`${SHARED}/${path}`) ? readFileSync(`${SHARED}/${path}`, "utf8") : null;

describe("two names", () => {
  it.each([
    ["Nguyễn Thị Hòa", "Nguyễn Thị Hòa", "exact"],
    ["Nguyễn Thị Hòa", "Nguyễn Thị Hoà", "equivalent"],
    ["Nguyễn Thị Hòa", "Nguyễn Thị Hoà".normalize("NFD"), "equivalent"],
    ["  NGUYỄN  THỊ\u200b HÒA ", "Nguyễn Thị Hòa", "equivalent"],
    ["Ðức", "Đức", "equivalent"],
    ["NGUYEN THI HOA", "Nguyễn Thị Hòa", "diacritics-missing"],
    ["Nguyễn Thị Hoa", "Nguyễn Thị Hòa", "different"],
    ["Nguyen Thị Hòa", "Nguyễn Thị Hòa", "different"],
    ["Trần Tuấn", "Trần Tuân", "different"],
    ["Đặng Minh Qúy", "Đặng Minh Quý", "different"],
    ["Lý Thị Mỹ", "Lí Thị Mĩ", "similar"],
    ["Nguyễn Văn An", "Nguyễn Văn Anh", "similar"],
    ["Nguyễn Văn An", "Nguyễn VănAn", "similar"],
    ["NGUYEN VAN ANH", "Nguyễn Văn An", "similar"],
    ["An Nguyễn Văn", "Nguyễn Văn An", "similar"],
    ["AN NGUYEN VAN", "Nguyễn Văn An", "similar"],
    ["Trần Thị Thủy", "Trần Thị Thủ", "similar"],
    ["Võ Văn An", "Vũ Văn An", "different"],
    ["VO VAN AN", "Vũ Văn An", "different"],
    ["Hoàng Văn An", "Huỳnh Văn An", "different"],
    ["Nguyễn Văn An", "Trần Thị Bình", "different"],
    ["", "A", "different"],
    ["", "", "exact"],
  ])("%s and %s: %s", (a, b, verdict) => {
    expect(compareNames(a, b)).toBe(verdict);
    expect(compareNames(b, a)).toBe(verdict);
  });

  const syllables = "Nguyễn nguyễn NGUYEN Thị Hòa Hoà Thủy Thuỷ Quý Quí Lý Lí Võ Vũ Hoàng Huỳnh Đức Duc An Ân y".split(
    " ",
  );
  const names = fc.oneof(
    fc.array(fc.constantFrom(...syllables), { maxLength: 4 }).map((words) => words.join(" ")),
    fc.string({ unit: "grapheme" }),
  );

  it("have one verdict, whichever comes first and however either is encoded", () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const verdict = compareNames(a, b);
        expect(compareNames(b, a)).toBe(verdict);
        if (verdict !== "exact" && a.normalize("NFD") !== b) expect(compareNames(a.normalize("NFD"), b)).toBe(verdict);
      }),
      { numRuns: 500 },
    );
  });

  it("are the same legal name as themselves, decomposed", () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(["exact", "equivalent"]).toContain(compareNames(name, name.normalize("NFD")));
      }),
    );
  });

  const pairs = readShared("domain/people/name-verdict-pairs.csv");
  it.skipIf(!pairs)("agree with every pair of name-verdict-pairs.csv", () => {
    const rows = (pairs ?? "")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","));
    expect(rows.length).toBeGreaterThan(10);
    // An alias is a matter of place names: as names of persons the two are different.
    for (const [a = "", b = "", verdict = ""] of rows)
      expect(compareNames(a, b), `${a} ${b}`).toBe(verdict === "place-alias" ? "different" : verdict);
  });
  if (!pairs) console.log("left out: pairs of names, ../shared/domain/people is not there");
});

describe("the forms of a name", () => {
  it("are found by one key, composed or not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        expect(searchKey(value.normalize("NFD"))).toBe(searchKey(value.normalize("NFC")));
        expect(tidy(tidy(value))).toBe(tidy(value));
      }),
    );
    expect(tidy("e\u200b\u0301")).toBe("é");
  });

  it("keep the tone after qu where it is", () => {
    expect(nameKey("Quý")).toBe("quý");
    expect(nameKey("Thúy Hóa Khỏe")).toBe("thuý hoá khoẻ");
    expect(nameKey("Hoàng Khuỷu")).toBe("hoàng khuỷu");
  });

  type Spelling = { readonly kind: string; readonly input: string; readonly want: string };
  const spellings = readShared("vectors/text/tone_and_spelling.json");
  const cases = spellings ? (JSON.parse(spellings) as readonly Spelling[]) : [];
  it.skipIf(!spellings)("agree with ../shared/vectors/text on i for y, and on marks taken off", () => {
    const ofKind = (start: string) => cases.filter((one) => one.kind.startsWith(start));
    expect([ofKind("i/y").length, ofKind("tone marks removed").length].map((count) => count > 30)).toEqual([
      true,
      true,
    ]);
    for (const { input, want } of ofKind("i/y"))
      expect(input.toLowerCase().split(" ").map(writtenWithI).join(" "), input).toBe(want.toLowerCase());
    for (const { input, want } of ofKind("tone marks removed")) expect(withoutMarks(input), input).toBe(want);
  });
  it.skipIf(!spellings)("hold both lawful places of the tone of an open syllable for one name", () => {
    const moved: ReadonlyMap<string, string> = new Map([
      ["thuỷ", "thủy"],
      ["oà", "òa"],
      ["oè", "òe"],
      ["nguỵ", "ngụy"],
      ["thuý", "thúy"],
      ["thuỹ", "thũy"],
      ["Hoà", "Hòa"],
    ]);
    for (const [newer, older] of moved) expect(compareNames(newer, older), newer).toBe("equivalent");
    for (const { input } of cases.filter((one) => one.kind.startsWith("tone mark placed")))
      expect(["exact", "equivalent"]).toContain(compareNames(input, input.normalize("NFD")));
  });
  if (!spellings) console.log("left out: spellings, ../shared/vectors/text is not there");
});

describe("a list of people", () => {
  it("goes by given name, then family name, then what stands between", () => {
    const ordered = ["Nguyễn Thị An", "Lê Hoàng Anh", "Trần Văn Ân", "Đỗ Dung", "Phạm Đức"];
    expect(sortByGivenName([...ordered].reverse())).toEqual(ordered);
    const families = ["Lê Văn An", "Nguyễn Bá An", "Nguyễn Văn An", "Trần An"];
    expect(sortByGivenName([...families].reverse())).toEqual(families);
  });

  it("has the letters and the tones in Vietnamese order", () => {
    const letters = "A Ă Â B C D Đ E Ê G H I K L M N O Ô Ơ P Q R S T U Ư V X Y".split(" ").map((one) => `Lê ${one}n`);
    expect(sortByGivenName([...letters].reverse())).toEqual(letters);
    const tones = ["Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ"];
    expect(sortByGivenName([...tones].reverse())).toEqual(tones);
  });

  it("does not mind case, encoding or one word, and leaves equals as they came", () => {
    const mixed = ["LÊ VĂN HÒA", "Nguyễn Văn Hoà", "Trần Văn Hòa".normalize("NFD")];
    expect(sortByGivenName([...mixed].reverse())).toEqual(mixed);
    expect(sortByGivenName(["Lê An", "An", "", "lê an"])).toEqual(["", "An", "Lê An", "lê an"]);
  });

  it("loses nobody, and does not change when ordered again", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 12 })), (list) => {
        const once = sortByGivenName(list);
        expect([...once].sort()).toEqual([...list].sort());
        expect(sortByGivenName(once)).toEqual(once);
      }),
    );
  });
});
