import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, covers, day } from "../../src/kernel/plain-date.ts";
import { nameKey } from "../../src/kernel/vietnamese.ts";
import { communeStates } from "./index.ts";
import { findOldWards } from "./old-address.ts";
import { LAST_OLD_DAY, oldWards, oldWardTitle, unitOfOldWard } from "./old-units.ts";

const SEED = 20250701;
const all = [...oldWards().values()];
const titles = (text: string, within?: { province?: string; district?: string }) =>
  findOldWards(text, within).map(({ ward, exact }) => oldWardTitle(ward) + (exact ? "" : " ?"));

describe("the units before 01/07/2025", () => {
  it("are 63 provinces, 696 districts and 10,035 wards, and five districts without wards", () => {
    expect(all.filter((ward) => ward.kind !== "island")).toHaveLength(10_035);
    expect(all.filter((ward) => ward.kind === "island").map((ward) => ward.name)).toEqual([
      "Bạch Long Vĩ",
      "Cồn Cỏ",
      "Hoàng Sa",
      "Lý Sơn",
      "Côn Đảo",
    ]);
    expect(new Set(all.map((ward) => ward.district.code)).size).toBe(696);
    expect(new Set(all.map((ward) => ward.province.code)).size).toBe(63);
  });

  it("leave no unit of 01/07/2025 without a forerunner, and name none that does not exist", () => {
    const made = new Set(all.flatMap((ward) => ward.successors));
    const now = new Set(communeStates().map((state) => state.code));
    expect([...made].filter((code) => !now.has(code))).toEqual([]);
    expect([...now].filter((code) => !made.has(code))).toEqual([]);
  });

  it(`map to exactly one unit on any day, or say that they were divided (seed ${SEED})`, () => {
    const anyDay = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(day("2021-01-01"), days));
    fc.assert(
      fc.property(fc.constantFrom(...all), anyDay, (ward, on) => {
        const unit = unitOfOldWard(ward.code, on);
        if (on <= LAST_OLD_DAY) expect(unit).toMatchObject({ kind: "old-ward", ward, divided: false });
        else if (unit?.kind === "commune") {
          expect(ward.successors).toEqual([unit.commune.code]);
          expect(covers(unit.commune, on)).toBe(true);
        } else {
          const codes = unit?.kind === "communes" ? unit.communes.map(({ code }) => code) : [];
          expect(unit).toMatchObject({ kind: "communes", divided: true });
          expect(new Set(codes).size).toBeGreaterThan(1);
        }
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it("answer for every one of them on both sides of each change", () => {
    const kinds = (on: string) => {
      const found = all.map((ward) => unitOfOldWard(ward.code, day(on))?.kind);
      return ["old-ward", "commune", "communes"].map((kind) => found.filter((one) => one === kind).length);
    };
    expect(kinds("2025-06-30")).toEqual([10_040, 0, 0]);
    expect(kinds("2025-07-01")).toEqual([0, 9_569, 471]);
    expect(kinds("2026-04-30")).toEqual([0, 9_569, 471]);
  });

  it("say where the lists prove nothing: a ward that was formed after 10/04/2022, a day before it", () => {
    const established = (code: string, on: string) => {
      const unit = unitOfOldWard(code, day(on));
      return unit?.kind === "old-ward" && unit.established;
    };
    expect(established("00004", "2022-04-10")).toBe(true);
    expect(established("00004", "2022-04-09")).toBe(false);
    // Văn Miếu - Quốc Tử Giám was made of two wards in between.
    expect(established("00181", "2025-06-30")).toBe(true);
    expect(established("00181", "2024-06-30")).toBe(false);
    expect(unitOfOldWard("99999", LAST_OLD_DAY)).toBe(null);
  });

  it("follow a commune of Đồng Nai that became a ward on 30/04/2026", () => {
    const ward = all.find((one) => unitOfOldWard(one.code, day("2026-04-30"))?.kind === "commune" && isNewWard(one));
    const kindOn = (on: string) => {
      const unit = unitOfOldWard(ward?.code ?? "", day(on));
      return unit?.kind === "commune" ? unit.commune.kind : null;
    };
    expect([kindOn("2026-04-29"), kindOn("2026-04-30")]).toEqual(["commune", "ward"]);
  });
});

const changed = new Set(
  communeStates()
    .filter((state) => state.until !== null)
    .map((state) => state.code),
);
const isNewWard = (ward: { readonly successors: readonly string[] }) =>
  ward.successors.every((code) => changed.has(code));

describe("an old address", () => {
  it.each([
    ["P.12, Q. Tân Bình, TP.HCM", "Phường 12, Quận Tân Bình, Thành phố Hồ Chí Minh"],
    ["P.12 Q.10 TPHCM", "Phường 12, Quận 10, Thành phố Hồ Chí Minh"],
    ["P01, Q3, HCM", "Phường 1, Quận 3, Thành phố Hồ Chí Minh"],
    ["phuong 12 quan 10 tp hcm", "Phường 12, Quận 10, Thành phố Hồ Chí Minh"],
    ["12 Lê Lợi, P. Bến Nghé, Q.1, TP. Hồ Chí Minh", "Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh"],
    ["xã A Dơi huyện Hướng Hóa Quảng Trị", "Xã A Dơi, Huyện Hướng Hóa, Tỉnh Quảng Trị"],
    ["TT. Nước Hai, H. Hòa An, Cao Bằng", "Thị trấn Nước Hai, Huyện Hoà An, Tỉnh Cao Bằng"],
    ["Sà Phìn, Đồng Văn, Hà Giang", "Xã Xà Phìn, Huyện Đồng Văn, Tỉnh Hà Giang"],
    ["Văn Miếu - Quốc Tử Giám, Đống Đa, Hà Nội", "Phường Văn Miếu - Quốc Tử Giám, Quận Đống Đa, Thành phố Hà Nội"],
    ["Ea H'leo - Ea H'leo - Đắk Lắk", "Xã Ea H'leo, Huyện Ea H'leo, Tỉnh Đắk Lắk"],
    ["Phường Đúc, TP Huế", "Phường Phường Đúc, Quận Thuận Hóa, Thành phố Huế"],
    ["Quan Hoa, Cầu Giấy, Hà Nội", "Phường Quan Hoa, Quận Cầu Giấy, Thành phố Hà Nội"],
    ["Thanh Phong, Như Xuân, Thanh Hóa", "Xã Thanh Phong, Huyện Như Xuân, Tỉnh Thanh Hóa"],
    ["H. Côn Đảo, BRVT", "Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu"],
    ["P. An Khánh, Quận 2, TP HCM", "Phường An Khánh, Thành phố Thủ Đức, Thành phố Hồ Chí Minh ?"],
  ])("%s", (written, title) => {
    expect(titles(written)).toEqual([title]);
  });

  it("is narrowed by province and district, by code or by name", () => {
    expect(titles("Phường 7").length).toBeGreaterThan(10);
    expect(titles("P. 7", { province: "Vĩnh Long", district: "Vĩnh Long" })).toEqual([]);
    expect(titles("Tân Phú", { province: "79", district: "Quận 7" })).toEqual([
      "Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh",
    ]);
    expect(titles("tan phu", { province: "79", district: "778" })).toHaveLength(1);
  });

  it("gives nothing where nothing is near, and never another ward for one that had gone", () => {
    for (const text of ["", "???", "P. 7, Q. Gò Vấp, TP.HCM", "Luân Đôn", "x".repeat(1_000_000)])
      expect(titles(text)).toEqual([]);
  });

  it(`finds every ward by its own title, whatever accents and case (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.boolean(), (ward, upper) => {
        const title = oldWardTitle(ward);
        const found = findOldWards(upper ? title.toUpperCase() : title);
        expect(found.filter(({ exact }) => exact).map((one) => one.ward.code)).toContain(ward.code);
        expect(findOldWards(title.normalize("NFD"))).toEqual(findOldWards(title));
      }),
      { seed: SEED, numRuns: 1_500 },
    );
  });

  it(`never throws (seed ${SEED})`, () => {
    const words = fc.constantFrom(
      "P.",
      "Q.",
      "TP",
      "TX.",
      "-",
      ",",
      "(",
      ")",
      "12",
      "Huế",
      "xã",
      "Hà",
      " ",
      "é",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 6 }))), (parts) => {
        findOldWards(parts.join(""));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

const folder = new URL("../../../shared/vectors/admin-units/", import.meta.url);
describe.skipIf(!existsSync(folder))("against the lists of others (left out where ../shared is absent)", () => {
  const rowsOf = (file: string): Record<string, string>[] =>
    parse(readFileSync(new URL(file, folder), "utf8"), { columns: true, bom: true });

  it("has every ward of 30/06/2025, no more and no less", () => {
    const kinds: Record<string, string> = { "8": "ward", "9": "township", "10": "commune" };
    const theirs = rowsOf("wards_2025-06-30_legacy.csv").map((row) =>
      [row.code, kinds[row.administrative_unit_id ?? ""], nameKey(row.name ?? ""), row.district_code].join("|"),
    );
    const ours = all
      .filter((ward) => ward.kind !== "island")
      .map((ward) => [ward.code, ward.kind, nameKey(ward.name), ward.district.code].join("|"));
    expect(ours.sort()).toEqual(theirs.sort());
  });

  it("has every district and province", () => {
    const districts = new Map(all.map((ward) => [ward.district.code, ward]));
    const theirs = rowsOf("districts_2025-06-30_legacy.csv");
    expect(theirs).toHaveLength(696);
    for (const row of theirs) {
      const ours = districts.get(row.code ?? "");
      expect([nameKey(ours?.district.name ?? ""), ours?.province.code]).toEqual([
        nameKey(row.name ?? ""),
        row.province_code,
      ]);
    }
    const provinces = new Map(all.map(({ province }) => [province.code, province]));
    for (const row of rowsOf("provinces_2025-06-30_legacy.csv"))
      expect(nameKey(provinces.get(row.code ?? "")?.name ?? "")).toBe(nameKey(row.name ?? ""));
  });

  it("has every successor; Ba Chẽ is 06978, as the list of 01/07/2025 has it, where the map keeps the old township's code", () => {
    const theirs = rowsOf("ward-map_2025-07-01.csv").map((row) => {
      const old = row.old_ward_code === "" ? row.old_district_code : row.old_ward_code;
      const made = row.new_commune_code === "06970" ? "06978" : row.new_commune_code;
      return `${old}>${made}`;
    });
    const ours = all.flatMap((ward) => ward.successors.map((code) => `${ward.code}>${code}`));
    expect(ours.sort()).toEqual([...new Set(theirs)].sort());
  });

  it("resolves addresses as people wrote them", () => {
    const rows = rowsOf("legacy-address-strings.csv").filter((_, at) => at % 4 === 0);
    const stood = new Set(rowsOf("wards_2025-06-30_legacy.csv").map((row) => nameKey(row.name ?? "")));
    const tally = { one: 0, several: 0, unsure: 0, none: 0 };
    for (const row of rows) {
      const found = findOldWards(`${row.ward}, ${row.district}, ${row.province}`);
      const sure = found.filter(({ exact }) => exact).length;
      tally[sure === 1 ? "one" : sure > 1 ? "several" : found.length > 0 ? "unsure" : "none"] += 1;
    }
    console.log(`of ${rows.length} written addresses: ${JSON.stringify(tally)} (${stood.size} names of wards)`);
    // Many of the lists' wards had been merged before 2025; they are not to be found.
    expect(tally.one / rows.length).toBeGreaterThan(0.84);
  });
});
