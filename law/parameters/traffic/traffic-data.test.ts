import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { covers } from "../../../src/kernel/plain-date.ts";
import { provinceStates } from "../../places/index.ts";
import { findSource } from "../../sources/index.ts";
import {
  auctionFloors,
  competences,
  licenceClasses,
  licenceConversions,
  licencePoints,
  MEASURES,
  plateAnnex,
  plateCodes,
  plateSeries,
  REMARKS,
  sanctionTerms,
  scaleRules,
  TITLES,
  VEHICLE_NAMES,
  violations,
  violationsByCode,
} from "./index.ts";

const SHARED = join(import.meta.dirname, "../../../../shared/domain");

describe("the traffic rows", () => {
  it("never hold twice on one day", () => {
    const tables = [
      violations().map((row) => ({ ...row, key: row.code })),
      competences().map((row) => ({ ...row, key: row.title })),
      sanctionTerms().map((row) => ({ ...row, key: row.id })),
      scaleRules().map((row) => ({ ...row, key: "scale" })),
      auctionFloors().map((row) => ({ ...row, key: row.vehicle })),
    ];
    for (const table of tables)
      for (const row of table)
        for (const day of [row.from, row.until ?? row.from])
          expect(table.filter((other) => other.key === row.key && covers(other, day)).length, row.key).toBe(1);
  });

  it("cite only texts that are entered", () => {
    const cited = [...violations(), ...competences(), ...sanctionTerms(), ...scaleRules(), ...plateSeries()].flatMap(
      (row) => {
        const amended = "amendedBy" in row ? row.amendedBy : null;
        return [row.source, ...(amended ? [amended.source] : [])];
      },
    );
    expect([...new Set(cited)].filter((number) => findSource(number) === null)).toEqual([]);
  });

  it("use only words that are defined", () => {
    for (const row of violations()) {
      expect(Object.keys(VEHICLE_NAMES), row.code).toContain(row.vehicle);
      expect(row.source, row.code).not.toBe("");
      if (row.measure) expect(Object.keys(MEASURES), row.code).toContain(row.measure.key);
      for (const key of row.remarks) expect(Object.keys(REMARKS), row.code).toContain(key);
      expect(row.title.vi.length, row.code).toBeGreaterThan(8);
      expect(row.title.en.length, row.code).toBeGreaterThan(8);
      expect([0, ...licencePoints.sizes], row.code).toContain(row.points);
    }
    for (const row of competences()) expect(Object.keys(TITLES)).toContain(row.title);
  });

  it("end with the old decree on 31/12/2024 and begin with the new on 01/01/2025", () => {
    for (const row of violations()) {
      if (row.source === "100/2019/NĐ-CP") expect(row.until !== null && row.until <= "2024-12-31", row.code).toBe(true);
      else expect(row.from >= "2025-01-01", row.code).toBe(true);
    }
  });

  it("give a fine its bracket, and a suspension no points", () => {
    for (const row of violations()) {
      expect(row.bracket !== null, row.code).toBe(row.mainPenalty === "fine");
      if (row.suspensionMonths) expect(row.points, row.code).toBe(0);
      for (const bracket of [row.bracket, row.organisationBracket])
        if (bracket) expect(bracket.least, row.code).toBeLessThan(bracket.most);
    }
  });
});

/** Comma-separated text with quoted cells. */
function readCsv(path: string): Record<string, string>[] {
  const lines = readFileSync(join(SHARED, path), "utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter(Boolean);
  const cells = (line: string): string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)]
      .slice(0, line.endsWith(",") ? undefined : -1)
      .map((found) => (found[1] ?? "").replace(/^"|"$/g, "").replaceAll('""', '"'));
  const [head = "", ...rest] = lines;
  const columns = cells(head);
  return rest.map((line) => Object.fromEntries(columns.map((column, at) => [column, cells(line)[at] ?? ""])));
}
const cell = (value: number | string | null | undefined): string => (value == null ? "" : String(value));

if (existsSync(SHARED)) {
  describe("the traffic rows beside the sheets", () => {
    it("violations.csv: every row and every cell", () => {
      const sheet = readCsv("traffic/violations.csv");
      expect(violations().length).toBe(sheet.length);
      for (const given of sheet) {
        const row = violationsByCode()
          .get(given["code"] ?? "")
          ?.find((one) => one.from === given["valid_from"]);
        expect(row, given["code"]).toBeDefined();
        if (!row) continue;
        const article = `${given["article"]}(${given["clause"]})${given["point"] ? `(${given["point"]})` : ""}`;
        const { amendedBy } = row;
        const more = !amendedBy
          ? ""
          : amendedBy.source === row.source
            ? `, art. ${amendedBy.article}`
            : ` as amended by Decree ${amendedBy.source}${amendedBy.article.startsWith("sửa đổi") ? "" : ` art. ${amendedBy.article}`}`;
        expect({
          decree: row.source,
          article: row.article,
          vehicle_class: row.vehicle as string,
          fine_min: cell(row.bracket?.least),
          fine_max: cell(row.bracket?.most),
          fine_org_min: cell(row.organisationBracket?.least),
          fine_org_max: cell(row.organisationBracket?.most),
          fine_unit: row.perExtraPerson ? "VND per extra person, total capped at 75,000,000" : "VND",
          points_deducted: cell(row.points),
          suspension_min_months: cell(row.suspensionMonths?.least),
          suspension_max_months: cell(row.suspensionMonths?.most),
          main_penalty: row.mainPenalty.replace("-", " "),
          measure: row.measure?.article ?? "",
          temporary_hold: row.vehicleHeld === null ? "" : row.vehicleHeld ? "yes" : "no",
          valid_to: cell(row.until),
          source: `Decree ${row.source} art. ${row.article}${more}`,
          recalled: row.evidence === "recalled",
          remarked: row.remarks.length > 0,
        }).toEqual({
          decree: given["decree"],
          article,
          vehicle_class: given["vehicle_class"],
          fine_min: given["fine_min"],
          fine_max: given["fine_max"],
          fine_org_min: given["fine_org_min"],
          fine_org_max: given["fine_org_max"],
          fine_unit: given["fine_unit"],
          points_deducted: given["points_deducted"],
          suspension_min_months: given["suspension_min_months"],
          suspension_max_months: given["suspension_max_months"],
          main_penalty: given["main_penalty"],
          measure: /\(art\. (.*)\)$/.exec(given["other_measures"] ?? "")?.[1] ?? "",
          temporary_hold: given["temporary_hold"],
          valid_to: given["valid_to"],
          source: given["source"],
          recalled: given["confidence"] === "medium",
          remarked: given["note"] !== "",
        });
      }
    });

    it("sanction-competence.csv", () => {
      expect(
        competences().map((row) => [
          cell(row.individual),
          cell(row.organisation),
          cell(row.confiscation).replace("no-limit", "no limit"),
          row.maySuspendLicence ? "yes" : "no",
          row.from,
          cell(row.until),
        ]),
      ).toEqual(
        readCsv("traffic/sanction-competence.csv").map((given) => [
          given["max_fine_individual_vnd"],
          given["max_fine_organisation_vnd"],
          given["confiscation_value_limit_vnd"],
          given["may_suspend_licence"],
          given["valid_from"],
          given["valid_to"],
        ]),
      );
    });

    it("deadlines.csv", () => {
      const unit = (given: string): string =>
        given.startsWith("parts") ? "part" : given.startsWith("percent") ? "percent-a-day" : given.replace(" ", "-");
      const ours = (given: string): string => ({ dong: "VND" })[given] ?? given;
      expect(
        sanctionTerms().map((row) => [
          row.id,
          cell(row.value),
          ours(row.unit).replace(/s$/, ""),
          row.from,
          cell(row.until),
        ]),
      ).toEqual(
        readCsv("traffic/deadlines.csv").map((given) => [
          given["id"],
          given["value"],
          unit(given["unit"] ?? "").replace(/s$/, ""),
          given["valid_from"],
          given["valid_to"],
        ]),
      );
      for (const [at, given] of readCsv("traffic/deadlines.csv").entries()) {
        const row = sanctionTerms()[at];
        expect(given["source"], row?.id).toContain(row?.source);
        expect(given["source"], row?.id).toContain(row?.article);
        if (given["confidence"] === "medium") expect(row?.evidence, row?.id).toBe("recalled");
      }
    });

    it("licence-points.json", () => {
      const sheet = JSON.parse(readFileSync(join(SHARED, "traffic/licence-points.json"), "utf8"));
      expect([licencePoints.start, licencePoints.most, licencePoints.sizes, licencePoints.from]).toEqual([
        sheet.start,
        sheet.max,
        sheet.deduction_sizes,
        sheet.valid_from,
      ]);
    });

    it("plate-codes.csv, with the names of provinces-34.csv", () => {
      const names = new Map(readCsv("people/provinces-34.csv").map((given) => [given["code"], given["name"]]));
      const sheet = readCsv("traffic/plate-codes.csv");
      expect(plateCodes().size).toBe(sheet.length);
      for (const given of sheet) {
        const row = plateCodes().get(given["plate_code"] ?? "");
        expect([row?.allotted, cell(row?.former), cell(row?.province)], given["plate_code"]).toEqual([
          given["valid_from"] !== "",
          given["old_province"],
          given["new_province_code"],
        ]);
        if (row?.allotted) expect(given["valid_from"]).toBe(plateAnnex().from);
        if (!row?.province) continue;
        expect(given["new_province"]).toBe(names.get(row.province));
        expect(provinceStates.find((state) => state.code === row.province)?.name).toBe(given["new_province"]);
      }
    });

    it("plate-series.csv", () => {
      expect(
        plateSeries().map((row) => [row.kind, row.background, row.characters, row.series, row.from, cell(row.until)]),
      ).toEqual(
        readCsv("traffic/plate-series.csv").map((given) =>
          ["kind", "background", "characters", "series", "valid_from", "valid_to"].map((column) => given[column]),
        ),
      );
    });

    it("driving-licence-classes-2024.csv and driving-licence-conversion.csv", () => {
      expect(
        [...licenceClasses().values()].map((row) => [
          row.name,
          row.years === null ? "none" : `${row.years} years`,
          cell(row.age),
          row.vehicles.en,
        ]),
      ).toEqual(
        readCsv("people/driving-licence-classes-2024.csv").map((given) => [
          given["class"],
          given["validity"],
          given["minimum_age"],
          given["vehicles"],
        ]),
      );
      const tractor = (extra: string): string | null => {
        const found = /tractors? (to|above) ([\d,]+) kg/.exec(extra);
        return found ? `tractor-${found[1] === "to" ? "to" : "over"}-${found[2]?.replace(",", "")}-kg` : null;
      };
      expect(
        licenceConversions().map((row) => [
          `${row.name}${row.automaticOnly ? " (automatic)" : ""}`,
          row.classes.join(" or "),
          row.certificate,
        ]),
      ).toEqual(
        readCsv("people/driving-licence-conversion.csv").map((given) => [
          given["class_2008"],
          given["class_2024"]?.replace("certificate", ""),
          tractor(given["restriction_or_extra"] ?? ""),
        ]),
      );
    });
  });
} else {
  console.log("left out: the traffic sheets of ../shared/domain, which do not stand beside the project");
}
