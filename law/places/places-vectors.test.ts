import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { covers, day } from "../../src/kernel/plain-date.ts";
import { nameKey, searchKey } from "../../src/kernel/vietnamese.ts";
import { communeStates, communeTitle, provinceStates, provinceTitle } from "./index.ts";
import { oldWards } from "./old-units.ts";

const FOLDER = new URL("../../../shared/vectors/admin-units/", import.meta.url);
type Row = Readonly<Record<string, string>>;
const rowsOf = (file: string): Row[] =>
  // Some lists write the name of their column in quotes three deep.
  parse(readFileSync(new URL(file, FOLDER), "utf8"), {
    columns: (names: string[]) => names.map((name) => name.replaceAll('"', "")),
    bom: true,
  });
const at = (row: Row, column: string): string => row[column] ?? "";
const communesOn = (on: string) =>
  new Map(
    communeStates()
      .filter((one) => covers(one, day(on)))
      .map((one) => [one.code, one]),
  );

describe.skipIf(!existsSync(FOLDER))("the other lists of ../shared/vectors/admin-units (left out where absent)", () => {
  it.each(["2025-07-01", "2026-04-30"])("34 provinces of %s, by code, title and kind", (on) => {
    const theirs = rowsOf(`provinces_${on}.csv`).map((row) => [at(row, "code"), nameKey(at(row, "full_name"))]);
    const ours = provinceStates
      .filter((one) => covers(one, day(on)))
      .map((one) => [one.code, nameKey(provinceTitle(one).vi)]);
    expect(ours.sort()).toEqual(theirs.sort());
    expect(ours).toHaveLength(34);
  });

  it("202 names that changed to 30/04/2026: ten new wards and one correction, else the place of a tone", () => {
    const [before, after] = [communesOn("2025-07-01"), communesOn("2026-04-30")];
    const rows = rowsOf("commune-name-changes_2025-07-01_to_2026-04-30.csv");
    expect(rows).toHaveLength(202);
    let changed = 0;
    for (const row of rows) {
      const [old, now] = [before.get(at(row, "code")), after.get(at(row, "code"))];
      if (!old || !now) throw new Error(at(row, "code"));
      expect(nameKey(communeTitle(now).vi)).toBe(nameKey(at(row, "name_2026_04_30")));
      if (at(row, "code") !== "00745") expect(nameKey(communeTitle(old).vi)).toBe(nameKey(at(row, "name_2025_07_01")));
      if (old !== now) changed += 1;
    }
    expect(changed).toBe(10);
  });

  it("3,321 communes, each with its resolution, under our titles and in our provinces", () => {
    const ours = communesOn("2025-07-01");
    const rows = rowsOf("commune-decrees_2025-07-01.csv");
    expect(rows).toHaveLength(3321);
    const odd = rows.filter((row) => {
      const one = ours.get(at(row, "code"));
      const named = one && searchKey(communeTitle(one).vi) === searchKey(at(row, "name"));
      return !named || one.provinceCode !== at(row, "provinceCode") || !/\d+\/NQ-UBTVQH15/.test(at(row, "decree"));
    });
    // It keeps the code of the old township; the list of 01/07/2025 has 06978.
    expect(odd.map((row) => `${at(row, "code")} ${at(row, "name")}`)).toEqual(["06970 Xã Ba Chẽ"]);
  });

  it("what each unit was formed of: the forerunners we name stand in its official wording", () => {
    const forerunners = Map.groupBy(
      [...oldWards().values()].flatMap((ward) => ward.successors.map((code) => ({ code, ward }))),
      ({ code }) => code,
    );
    const rows = rowsOf("predecessors_text.csv").filter(
      (row) => at(row, "code").length === 5 && forerunners.has(at(row, "code")),
    );
    const pairs = rows.flatMap((row) =>
      (forerunners.get(at(row, "code")) ?? []).map(({ ward }) => [nameKey(at(row, "predecessors")), ward] as const),
    );
    const named = pairs.filter(
      ([said, ward]) =>
        said.includes("giữ nguyên") ||
        said.includes(nameKey(ward.name)) ||
        said.includes(nameKey(ward.otherName ?? ward.name)),
    );
    console.log(`forerunners named in the wording: ${named.length} of ${pairs.length}, of ${rows.length} units`);
    expect(rows.length).toBeGreaterThan(3000);
    expect(named.length / pairs.length).toBeGreaterThan(0.97);
  });

  it("the older list: a ward is said to have been the same only where it stands alike on 10/04/2022", () => {
    const kinds: Readonly<Record<string, string>> = { "8": "ward", "9": "township", "10": "commune" };
    const older = new Map(rowsOf("wards_2022-04-10_legacy.csv").map((row) => [at(row, "code"), row]));
    expect([
      older.size,
      rowsOf("districts_2022-04-10_legacy.csv").length,
      rowsOf("provinces_2022-04-10_legacy.csv").length,
    ]).toEqual([10_599, 705, 63]);
    let same = 0;
    for (const ward of oldWards().values()) {
      if (!ward.asBefore || ward.kind === "island") continue;
      const row = older.get(ward.code);
      same += 1;
      expect([at(row ?? {}, "district_code"), kinds[at(row ?? {}, "administrative_unit_id")]], ward.code).toEqual([
        ward.district.code,
        ward.kind,
      ]);
      // With its kind word: of "Phường Phường Đúc" the list's own short name keeps only the last word.
      const full = searchKey(at(row ?? {}, "full_name"));
      const names = [ward.name, ward.otherName ?? ward.name].map(searchKey);
      expect(
        names.some((name) => full.endsWith(name)),
        `${ward.code} ${full}`,
      ).toBe(true);
    }
    expect(same).toBeGreaterThan(9000);
  });

  it("the kinds of unit are those we have words for", () => {
    const names = [...rowsOf("unit-kinds.csv"), ...rowsOf("unit-kinds_legacy.csv")].map((row) => at(row, "short_name"));
    expect(new Set(names)).toEqual(
      new Set(["Thành phố", "Tỉnh", "Phường", "Xã", "Đặc khu", "Quận", "Thị xã", "Huyện", "Thị trấn"]),
    );
  });
});
