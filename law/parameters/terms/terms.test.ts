import { describe, expect, it } from "vitest";
import { csvSheet, type SheetRow, sheet } from "../../../tests/support/shared-sheets.ts";
import { findSource } from "../../sources/index.ts";
import { limitCases, limitsByName, procedureLimits } from "./limits.ts";
import { oneStopLimits } from "./one-stop-limits.ts";
import { penaltyBands } from "./penalties.ts";
import { PROCEDURE_GROUPS, procedureTitles } from "./procedure-titles.ts";
import { statutoryTerms } from "./statutory-terms.ts";
import { validities } from "./validities.ts";

/** A row as one line, so that nothing lost and nothing changed is one comparison of two lists. */
const line = (...cells: readonly (string | number | null | undefined)[]): string =>
  cells.map((cell) => cell ?? "").join("|");
const limitLines = (keys: (key: string) => boolean): string[] =>
  procedureLimits()
    .filter((row) => keys(row.key))
    .map((row) => line(row.key, row.codes.join(" "), row.limit?.count, row.limit?.unit, row.from, row.until))
    .sort();

const people = csvSheet("people/time-limits.csv");
const seals = csvSheet("licences/seal-procedures.csv");
const weapons = csvSheet("licences/weapons-procedures.csv");
const penalties = csvSheet("people/residence-penalties.csv");
const vehicles = sheet("traffic/procedures.json");

describe.skipIf(!people)("limits beside the sheets", () => {
  it("of people: every row, none more", () => {
    const keys = new Set(people?.map((row) => row("procedure_key")));
    const expected = people?.map((row) => {
      const clock = row("unit") === "clock";
      return line(
        row("procedure_key"),
        "",
        clock ? "" : row("limit"),
        clock ? "" : row("unit"),
        row("valid_from"),
        row("valid_to"),
      );
    });
    expect(limitLines((key) => keys.has(key))).toEqual(expected?.sort());
    expect(expected?.length).toBe(44);
  });

  it("of seals and weapons: every row, none more", () => {
    const limitLine = (row: SheetRow, inDays: string): string => {
      const count = inDays || /^\d+/.exec(row("time_limit_working_days"))?.[0] || "";
      const unit = count === "" ? "" : inDays ? "day" : "working-day";
      return line(row("proc_id"), row("code_national"), count, unit, row("valid_from"), row("valid_to"));
    };
    const expected = [
      ...(seals ?? []).map((row) => limitLine(row, row("time_limit_days"))),
      ...(weapons ?? []).map((row) => limitLine(row, "")),
    ];
    const keys = new Set([...(seals ?? []), ...(weapons ?? [])].map((row) => row("proc_id")));
    expect(limitLines((key) => keys.has(key))).toEqual(expected.sort());
    expect(expected.length).toBe(17 + 26);
  });

  it("of vehicles: every code, and every figure of its text", () => {
    const procedures = JSON.parse(vehicles ?? "[]") as readonly {
      readonly code: string;
      readonly time_limit: string;
      readonly valid_from: string;
    }[];
    for (const procedure of procedures) {
      const [row] = limitsByName().get(procedure.code) ?? [];
      expect(row?.from, procedure.code).toBe(procedure.valid_from);
      const ours = [row?.limit, ...(limitCases().get(procedure.code) ?? []).map((one) => one.limit)];
      const figures = new Set(ours.map((limit) => String(limit?.count)).filter((count) => count !== "0"));
      expect(new Set(procedure.time_limit.match(/\d+/g)), procedure.code).toEqual(figures);
    }
    expect(procedures.length).toBe(11);
  });

  it("bands on stays: every row", () => {
    const acts: Readonly<Record<string, string>> = {
      "no stay notification / absence declaration (person)": "stay-not-notified-person 0",
      "establishment fails to notify 1-3 guests": "stay-not-notified-establishment 1",
      "establishment fails to notify 4-8 guests": "stay-not-notified-establishment 4",
      "establishment fails to notify 9 or more guests": "stay-not-notified-establishment 9",
    };
    const expected = penalties?.map((row) =>
      line(
        acts[row("act")],
        row("min_vnd_person"),
        row("max_vnd_person"),
        row("mode"),
        row("valid_from"),
        row("valid_to"),
      ),
    );
    const ours = [...penaltyBands().values()]
      .flat()
      .filter((band) => band.act.startsWith("stay-"))
      .map((band) =>
        line(`${band.act} ${band.least}`, band.min, band.max, band.warning ? "warning or" : "", band.from, band.until),
      );
    expect(ours.sort()).toEqual(expected?.sort());
  });
});

const oneStop = sheet("one-stop-shop.json");
describe.skipIf(!oneStop)("limits of the one-stop desk beside the sheet", () => {
  type Rule = { readonly id: string; readonly limit?: { readonly n: number; readonly unit: string } };
  it("every rule that has a length", () => {
    const rules: readonly Rule[] = JSON.parse(oneStop ?? "{}").deadlineRules ?? [];
    const timed = rules.flatMap(({ id, limit }) => (limit ? [{ id, ...limit }] : []));
    expect(timed).toHaveLength(7);
    for (const { id, n, unit } of timed) {
      const ours = oneStopLimits().filter((row) => row.key === id.toLowerCase().replaceAll("_", "-"));
      const units: Readonly<Record<string, string>> = {
        workingDay: "working-day",
        workingHour: "working-hour",
        day: "day",
      };
      expect(ours.length, id).toBeGreaterThan(0);
      for (const { limit } of ours) expect([limit.count, limit.unit], id).toEqual([Math.abs(n), units[unit]]);
    }
  });
});

describe("terms, limits and bands", () => {
  const dated = [
    ...procedureLimits(),
    ...[...validities().values()].flat(),
    ...[...penaltyBands().values()].flat(),
    ...Object.values(statutoryTerms).flatMap((term) => term.rows()),
  ];

  it("rest on texts that are entered", () => {
    for (const row of dated)
      for (const place of row.basis) expect(findSource(place.source), place.source).not.toBeNull();
  });

  it("never hold twice on one day for one key", () => {
    for (const [key, rows] of validities()) expect(overlap(rows), key).toBe(false);
    for (const [key, term] of Object.entries(statutoryTerms)) expect(overlap(term.rows()), key).toBe(false);
    const byKey = Map.groupBy(procedureLimits(), (row) => row.key);
    for (const [key, rows] of byKey) expect(overlap(rows), key).toBe(false);
  });

  it("of one national code agree, whichever procedure of it is meant", () => {
    for (const [code, rows] of limitsByName()) {
      const lengths = new Set(rows.map((row) => line(row.limit?.count, row.limit?.unit, row.from, row.until)));
      expect(lengths.size, code).toBe(new Set(rows.map((row) => line(row.from, row.until))).size);
    }
  });

  it("of every procedure that an office decides have one title, in a group", () => {
    const titled = procedureTitles().map(({ key }) => key);
    expect(new Set(titled).size).toBe(titled.length);
    for (const { key, group } of procedureTitles()) {
      expect(limitsByName().has(key), key).toBe(true);
      expect(Object.keys(PROCEDURE_GROUPS)).toContain(group);
    }
    const untitled = procedureLimits().filter(({ key }) => !titled.includes(key));
    expect([...new Set(untitled.map(({ key }) => key))]).toEqual([
      "residence-confirmation-ct07-validity-old",
      "residence-confirmation-ct07-validity",
      "residence-confirmation-ct07-half-day",
      "residence-deletion-citizen-duty",
      "residence-deletion-after-data",
      "residence-deletion-after-cancel",
      "residence-child-duty",
      "stay-notification",
      "foreigner-declaration-paper",
      "foreigner-declaration-electronic",
      "foreigner-declaration-paper-remote",
      "passport-lost-report-citizen-duty",
      "seal-lost-report",
      "x-surrender",
    ]);
  });

  it("of a quantity leave no gap between bands", () => {
    for (const [act, rows] of penaltyBands()) {
      for (const [from, bands] of Map.groupBy(rows, (row) => row.from)) {
        const sorted = bands.toSorted((a, b) => a.least - b.least);
        sorted.slice(1).forEach((band, at) => {
          expect(band.least, `${act} ${from}`).toBe(sorted[at]?.below);
        });
        expect(sorted.at(-1)?.below, act).toBe(Number.POSITIVE_INFINITY);
      }
    }
  });
});

type Period = { readonly from: string; readonly until: string | null };
const overlap = (rows: readonly Period[]): boolean =>
  rows.some((a, at) => rows.slice(at + 1).some((b) => a.from <= (b.until ?? "9999") && b.from <= (a.until ?? "9999")));
