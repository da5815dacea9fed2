import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { day, instantAt } from "../../kernel/plain-date.ts";
import { type Database, openDatabase } from "../../platform/database/database.ts";
import { type Catalogue, loadReferenceData, openCatalogue } from "./index.ts";

describe("the catalogue of places and offices", () => {
  let t: TestDatabase;
  let owner: Database;
  let catalogue: Catalogue;
  const clock = { now: () => instantAt(day("2026-11-23"), 600) };

  beforeAll(async () => {
    t = await testDatabase();
    owner = openDatabase({ url: t.ownerUrl, most: 4 });
    // Two starters at once: one loads, the other finds it done.
    const outcomes = await Promise.all([loadReferenceData(owner), loadReferenceData(owner)]);
    expect(outcomes.sort()).toEqual(["loaded", "unchanged"]);
    catalogue = await openCatalogue({ sql: t.db, clock });
  });
  afterAll(async () => {
    await owner.close();
    await t.drop();
  });

  it("loads nothing a second time", async () => {
    expect(await loadReferenceData(owner)).toBe("unchanged");
  });

  it("mends a changed row when the edition differs, and keeps an address an office has set", async () => {
    await owner.query("spoil", "update reference_versions set hash = 'old'");
    await owner.query("spoil commune", "update communes set name = 'Sai' where code = '26740'");
    await owner.query("own address", "update units set address = '45 Lê Duẩn' where id = 'ca-26740'");
    expect(await loadReferenceData(owner)).toBe("loaded");
    await catalogue.reload();
    expect(catalogue.findCommune("26740")?.name).toBe("Sài Gòn");
    expect(catalogue.getUnit("ca-26740").address).toBe("45 Lê Duẩn");
  });

  it("knows a commune by the day", () => {
    expect(catalogue.findCommune("26368", day("2026-04-29"))?.title.vi).toBe("Xã Long Thành");
    expect(catalogue.findCommune("26368", day("2026-04-30"))?.title).toEqual({
      vi: "Phường Long Thành",
      en: "Long Thanh Ward",
    });
    expect(catalogue.findCommune("26368", day("2025-06-30"))).toBeNull();
    expect(catalogue.findCommune("99999")).toBeNull();
    expect(catalogue.findProvince("75", day("2026-04-29"))?.title.vi).toBe("Tỉnh Đồng Nai");
    expect(catalogue.findProvince("75")?.title.en).toBe("Dong Nai City");
  });

  it("lists every province and commune of today once", () => {
    const provinces = catalogue.listProvinces();
    expect(provinces).toHaveLength(34);
    expect(provinces[0]?.name).toBe("An Giang");
    const communes = provinces.flatMap((province) => catalogue.listCommunes(province.code));
    expect(communes).toHaveLength(3321);
    expect(new Set(communes.map((commune) => commune.code)).size).toBe(3321);
    expect(catalogue.listCommunes("79")).toHaveLength(168);
  });

  it("finds communes however they are typed, the marks typed first", () => {
    expect(catalogue.searchCommunes("sai gon")[0]?.code).toBe("26740");
    expect(catalogue.searchCommunes("Phường SÀI GÒN, Hồ Chí Minh")[0]?.code).toBe("26740");
    expect(catalogue.searchCommunes("thuận hoá", "46")[0]?.code).toBe("19789");
    expect(catalogue.searchCommunes("Phú Xuân", "46").every((commune) => commune.provinceCode === "46")).toBe(true);
    const tan = catalogue.searchCommunes("Tân Phú");
    expect(tan[0]?.name).toBe("Tân Phú");
    expect(catalogue.searchCommunes("  ")).toEqual([]);
    expect(catalogue.searchCommunes("xyzxyz")).toEqual([]);
    expect(catalogue.searchCommunes("a").length).toBeLessThanOrEqual(20);
  });

  it("names the competent office at each level", () => {
    expect(catalogue.competentUnit("commune", "26740")?.name).toEqual({
      vi: "Công an phường Sài Gòn",
      en: "Police of Sai Gon Ward",
    });
    expect(catalogue.competentUnit("province", "26740", "PC06")?.agencyCode).toBe("G01.079.06");
    expect(catalogue.competentUnit("province", "26740")?.agencyCode).toBe("G01.079.00");
    expect(catalogue.competentUnit("ministry", "26740", "C06")?.agencyCode).toBe("G01.000.06");
    expect(catalogue.competentUnit("province", "26740", "PC99")).toBeNull();
    expect(catalogue.competentUnit("commune", "00000")).toBeNull();
    expect(catalogue.findUnitByAgencyCode("G01.046.06")?.id).toBe("pc06-46");
  });

  it("writes an address in both languages", () => {
    const address = { commune: "19789", line: "Số 5 đường Lê Lợi" };
    expect(catalogue.showAddress(address, "vi")).toBe("Số 5 đường Lê Lợi, Phường Thuận Hóa, Thành phố Huế");
    expect(catalogue.showAddress(address, "en")).toBe("Số 5 đường Lê Lợi, Thuan Hoa Ward, Hue City");
  });

  it("lets the application read places but never change them", async () => {
    await expect(t.db.query("spoil as app", "delete from communes")).rejects.toThrow(/permission denied/);
    expect(await t.db.query("app reads", "select hash from reference_versions")).toHaveLength(1);
  });
});
