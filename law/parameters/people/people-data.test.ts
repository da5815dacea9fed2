import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { communeStates, findSource, numberPrefixes } from "../../index.ts";
import { eIdLevels, formBars } from "./e-identity.ts";
import { cardAppointments, exchangeAges, prolongation } from "./identity-cards.ts";
import { countryCodesByCode } from "./number-countries.ts";
import { predecessorsByCode, provinceRowsOfAllTimes, unitCountsByCode } from "./provinces.ts";
import { visaSymbols } from "./visa-symbols.ts";

const SHARED = `${import.meta.dirname}/../../../../shared/domain/people`;
type Cells = { readonly [column: string]: string };
const readTable = (name: string): readonly Cells[] =>
  parse(readFileSync(`${SHARED}/${name}.csv`, "utf8"), { columns: true, skip_empty_lines: true, bom: true });

describe.skipIf(!existsSync(SHARED))("our rows and those of ../shared/domain/people", () => {
  it("name the same places for every number code", () => {
    const provinces = numberPrefixes.map(({ prefix, name, provinceCode }) => [
      "province",
      prefix,
      name,
      provinceCode,
      "VN",
    ]);
    const countries = [...countryCodesByCode().values()].map(({ code, name, iso }) => ["country", code, name, "", iso]);
    expect([provinces.length, countries.length]).toEqual([63, 195]);
    expect([...provinces, ...countries]).toEqual(
      readTable("id-province-codes").map((row) => [
        row.kind,
        row.code,
        row.name_vi,
        row["new_province_code_2025-07-01"],
        row.iso3166_alpha2,
      ]),
    );
  });

  it("say the same of the units before 01/07/2025", () => {
    const old = provinceRowsOfAllTimes().filter((row) => row.until !== null && row.until <= "2025-06-30");
    expect(old.map((row) => [row.code, row.name, row.kind, row.from ?? "", row.until, row.heldBy])).toEqual(
      readTable("provinces").map((row) => [
        row.old_code,
        row.old_name,
        row.old_kind,
        row.old_valid_from,
        row.old_valid_to,
        row.new_code,
      ]),
    );
    const sources = readTable("provinces").map((row) => row.old_code_source ?? "");
    for (const [at, row] of old.entries()) expect(sources[at]).toContain(row.source);
  });

  it("say the same of the 34 units, their parts and their counts", () => {
    for (const row of readTable("provinces-34")) {
      const states = provinceRowsOfAllTimes().filter(
        (one) => one.code === row.code && (one.from ?? "") >= "2025-07-01",
      );
      expect([states[0]?.name, states.at(-1)?.kind]).toEqual([row.name, row.kind]);
      expect((predecessorsByCode().get(row.code ?? "") ?? []).map((one) => one.code)).toEqual(
        row.formed_from_old_codes?.split("+"),
      );
      const counts = unitCountsByCode().get(row.code ?? "") ?? [];
      const columns = (year: string, total: string) =>
        [total, `wards_${year}`, `communes_${year}`, `special_zones_${year}`].map((column) => Number(row[column]));
      const asList = (at: number) => {
        const count = counts.at(at);
        return [count?.units, count?.wards, count?.communes, count?.specialZones];
      };
      expect(asList(0), row.name).toEqual(columns("2025", "units_2025-07-01"));
      expect(asList(-1), row.name).toEqual(columns("2026", "units_2026-04-30"));
    }
  });

  it("say the same of every visa symbol", () => {
    const duration = (words: string) => {
      const [count, unit] = words.split(" ");
      return `P${count}${unit?.startsWith("year") ? "Y" : "D"}`;
    };
    const ours = [...visaSymbols().values()].flat();
    expect(ours.map((row) => [row.symbol, row.longest, row.from, row.until ?? "", row.evidence])).toEqual(
      readTable("visa-types").map((row) => [
        row.symbol,
        duration(row.longest_validity ?? ""),
        row.valid_from,
        row.valid_to,
        row.confidence === "from memory" ? "recalled" : "reported",
      ]),
    );
  });
});
if (!existsSync(SHARED)) console.log("left out: the comparison with ../shared/domain/people, which is not there");

describe("our rows on people", () => {
  it("count the units of a province as the list of communes does", () => {
    for (const [code, counts] of unitCountsByCode()) {
      for (const count of counts) {
        const below = communeStates().filter(
          (one) =>
            one.provinceCode === code && one.from <= count.from && (one.until === null || count.from <= one.until),
        );
        const ofKind = (kind: string) => below.filter((one) => one.kind === kind).length;
        expect([ofKind("ward"), ofKind("commune"), ofKind("special-zone")], `${code} ${count.from}`).toEqual([
          count.wards,
          count.communes,
          count.specialZones,
        ]);
      }
    }
  });

  it("know two states for 46 and one for each other code before 01/07/2025", () => {
    const old = provinceRowsOfAllTimes().filter((row) => row.until !== null && row.until <= "2025-06-30");
    expect(old.filter((row) => row.code === "46").map((row) => [row.name, row.kind, row.from, row.until])).toEqual([
      ["Thừa Thiên Huế", "province", null, "2024-12-31"],
      ["Huế", "city", "2025-01-01", "2025-06-30"],
    ]);
    expect(old).toHaveLength(64);
  });

  it("cite texts that are entered", () => {
    const cited = [
      ...provinceRowsOfAllTimes(),
      ...exchangeAges,
      prolongation,
      ...cardAppointments,
      ...eIdLevels,
      ...formBars,
      ...[...visaSymbols().values()].flat().flatMap((row) => row.basis),
    ].map((row) => row.source);
    expect([...new Set(cited)].filter((source) => findSource(source) === null)).toEqual([]);
  });
});
