import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { covers, day } from "../../src/kernel/plain-date.ts";
import { nameKey } from "../../src/kernel/vietnamese.ts";
import { communeStates, communeTitle, numberPrefixes, policeOffices, provinceStates, provinceTitle } from "../index.ts";

const days = ["2025-07-01", "2026-04-29", "2026-04-30", "2026-11-23"].map(day);
const communesOn = (on: string) => communeStates().filter((state) => covers(state, day(on)));
const countKinds = (on: string) =>
  (["ward", "commune", "special-zone"] as const).map((kind) => communesOn(on).filter((c) => c.kind === kind).length);

describe("the places", () => {
  it("are as many as the resolutions say, on both sides of 30/04/2026", () => {
    expect(countKinds("2025-07-01")).toEqual([687, 2621, 13]);
    expect(countKinds("2026-04-29")).toEqual([687, 2621, 13]);
    expect(countKinds("2026-04-30")).toEqual([697, 2611, 13]);
    for (const on of days) expect(provinceStates.filter((state) => covers(state, on))).toHaveLength(34);
  });

  it("have one state a day, each in a province that exists", () => {
    const provinces = new Set(provinceStates.map((province) => province.code));
    for (const on of days) {
      const held = communesOn(on);
      expect(new Set(held.map((c) => c.code)).size).toBe(held.length);
      expect(held.filter((c) => !provinces.has(c.provinceCode))).toEqual([]);
    }
    expect(communesOn("2025-06-30")).toEqual([]);
  });

  it("E19: Đồng Nai is a province with 23 wards, then a city with 33", () => {
    const dongNai = (on: string) => {
      const province = provinceStates.find((p) => p.code === "75" && covers(p, day(on)));
      const communes = communesOn(on).filter((c) => c.provinceCode === "75");
      return [province?.kind, communes.filter((c) => c.kind === "ward").length, communes.length];
    };
    expect(dongNai("2026-04-29")).toEqual(["province", 23, 95]);
    expect(dongNai("2026-04-30")).toEqual(["city", 33, 95]);
  });

  it("are titled in both languages", () => {
    expect(provinceTitle({ name: "Hà Nội", kind: "city" })).toEqual({ vi: "Thành phố Hà Nội", en: "Hanoi City" });
    expect(provinceTitle({ name: "Đắk Lắk", kind: "province" }).en).toBe("Dak Lak Province");
    expect(communeTitle({ name: "Phú Quốc", kind: "special-zone" }).vi).toBe("Đặc khu Phú Quốc");
  });

  it("E18: a number prefix names the province of its own time", () => {
    expect(numberPrefixes).toHaveLength(63);
    expect(numberPrefixes.find((p) => p.prefix === "024")).toEqual({
      prefix: "024",
      name: "Bắc Giang",
      provinceCode: "24",
    });
    expect(numberPrefixes.find((p) => p.prefix === "027")?.provinceCode).toBe("24");
  });
});

describe("the police offices", () => {
  const offices = policeOffices();

  it("are the ministry, C06, two in each province and one in each commune", () => {
    expect(offices).toHaveLength(2 + 34 * 2 + 3321);
    expect(new Set(offices.map((o) => o.id)).size).toBe(offices.length);
    expect(new Set(offices.map((o) => o.agencyCode)).size).toBe(offices.length);
  });

  it("bear codes of the right shape, and a commune never the code of a division", () => {
    for (const office of offices.filter((o) => o.id !== "bca"))
      expect(office.agencyCode).toMatch(/^G01\.\d{3}\.[0-9A-Z]{2}$/);
    expect(offices.filter((o) => o.level === "commune" && /\.0[06]$/.test(o.agencyCode))).toEqual([]);
  });

  it("stand below an office that comes before them", () => {
    const seen = new Set<string | null>([null]);
    for (const office of offices) {
      expect(seen.has(office.parentId)).toBe(true);
      seen.add(office.id);
    }
  });

  it("keep the codes they were given", () => {
    expect(offices.find((o) => o.id === "ca-26740")?.agencyCode).toBe("G01.079.1X");
    expect(offices.find((o) => o.id === "ca-00070")?.agencyCode).toBe("G01.001.04");
    expect(offices.find((o) => o.id === "ca-19789")?.name.vi).toBe("Công an phường Thuận Hóa");
  });
});

const folder = new URL("../../../shared/vectors/admin-units/", import.meta.url);
describe.skipIf(!existsSync(folder))("against the lists of others (left out where ../shared is absent)", () => {
  const kinds: Record<string, string> = { "3": "ward", "4": "commune", "5": "special-zone" };

  it.each(["2025-07-01", "2026-04-30"])("agrees with every commune of %s", (on) => {
    const [, ...lines] = readFileSync(new URL(`communes_${on}.csv`, folder), "utf8")
      .trim()
      .split(/\r?\n/);
    const theirs = lines.map((line) => {
      const [code = "", name = "", , , , , province = "", kind = ""] = line.split(",");
      // 00745: the list of 2025 says Phó Bảng, that of 2026 corrects it.
      return [code, province, kinds[kind], code === "00745" ? nameKey("Phố Bảng") : nameKey(name)].join("|");
    });
    const ours = communesOn(on).map((c) => [c.code, c.provinceCode, c.kind, nameKey(c.name)].join("|"));
    expect(theirs).toHaveLength(3321);
    expect(ours.sort()).toEqual(theirs.sort());
  });
});
