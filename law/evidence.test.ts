import { describe, expect, it } from "vitest";
import { csvSheet, evidenceOf, type SheetRow, sheet } from "../tests/support/shared-sheets.ts";
import { feeRows } from "./parameters/fees/fee-rows.ts";
import { localRates, RATE_UNIT, taxRates } from "./parameters/fees/tax-rate-rows.ts";
import { areaRules, vehicleFees } from "./parameters/fees/vehicle-fee-rows.ts";
import { sealProcedures } from "./parameters/licences/seals.ts";
import { weaponProcedures } from "./parameters/licences/weapons.ts";
import { visaSymbols } from "./parameters/people/visa-symbols.ts";
import { procedureLimits } from "./parameters/terms/limits.ts";
import { penaltyBands } from "./parameters/terms/penalties.ts";
import {
  competences,
  licenceClasses,
  licenceConversions,
  plateSeries,
  sanctionTerms,
  violations,
} from "./parameters/traffic/index.ts";
import { policies } from "./parameters/utilities/resolution-68.ts";

type Marked = { readonly from: string; readonly evidence: string };
const flat = <T>(byKey: ReadonlyMap<string, readonly T[]>): readonly T[] => [...byKey.values()].flat();
const keyed = <T extends Marked>(rows: readonly T[], keyOf: (row: T) => string): readonly string[] =>
  rows.map((row) => `${keyOf(row)} ${row.from}: ${row.evidence}`);

/** Each sheet with marks: how a row of it is called, what our rows say, and where its remarks stand. */
type Sheet = {
  readonly path: string;
  nameOf(row: SheetRow): string;
  ours(): readonly string[];
  noteOf?(row: SheetRow, before: string): string;
};
const note = (row: SheetRow): string => row("note");
const SHEETS: readonly Sheet[] = [
  {
    path: "people/fees.csv",
    nameOf: (row) => `${row("fee_key")} ${row("channel")}`,
    ours: () => keyed(flat(feeRows()), (row) => `${row.item} ${row.channel}`),
  },
  {
    path: "people/time-limits.csv",
    nameOf: (row) => row("procedure_key"),
    ours: () => keyed(procedureLimits(), (row) => row.key),
  },
  {
    path: "people/visa-types.csv",
    nameOf: (row) => row("symbol"),
    ours: () => keyed(flat(visaSymbols()), (row) => row.symbol),
  },
  {
    path: "licences/seal-procedures.csv",
    nameOf: (row) => row("proc_id"),
    ours: () => keyed(sealProcedures(), (row) => row.id),
  },
  {
    path: "licences/weapons-procedures.csv",
    nameOf: (row) => row("proc_id"),
    ours: () => keyed(flat(weaponProcedures()), (row) => row.id),
  },
  {
    path: "traffic/fees.csv",
    nameOf: (row) => `${row("item")} ${row("area")} ${row("amount_vnd")}`,
    ours: () => keyed(flat(vehicleFees()), (row) => `${row.item} ${row.area ?? "ALL"} ${row.amount ?? ""}`),
    noteOf: note,
  },
  {
    path: "traffic/fee-areas.csv",
    nameOf: (row) => row("circular"),
    ours: () => keyed(areaRules(), (row) => row.basis[0]?.source ?? ""),
  },
  {
    path: "traffic/rates.csv",
    nameOf: (row) => row("key"),
    ours: () => keyed(flat(taxRates()), (row) => row.key),
    noteOf: note,
  },
  {
    path: "traffic/rates-province.csv",
    nameOf: (row) => `${row("province_code")} ${row("rate_percent")}`,
    ours: () => keyed(flat(localRates()), (row) => `${row.province} ${row.rate / RATE_UNIT}`),
    noteOf: note,
  },
  {
    path: "traffic/violations.csv",
    nameOf: (row) => row("code"),
    ours: () => keyed(violations(), (row) => row.code),
    noteOf: note,
  },
  {
    path: "traffic/deadlines.csv",
    nameOf: (row) => row("id"),
    ours: () => keyed(sanctionTerms(), (row) => row.id),
    noteOf: (row, before) => (row("note") === "same" ? before : row("note")),
  },
  {
    path: "traffic/sanction-competence.csv",
    nameOf: (row) => row("max_fine_individual_vnd"),
    ours: () => keyed(competences(), (row) => String(row.individual)),
    noteOf: note,
  },
  {
    path: "traffic/plate-series.csv",
    nameOf: (row) => row("kind"),
    ours: () => keyed(plateSeries(), (row) => row.kind),
    noteOf: note,
  },
];

describe.each(SHEETS)("the marks of $path", ({ path, nameOf, ours, noteOf }) => {
  const rows = csvSheet(path);
  it.skipIf(!rows)("are ours, by one reading of the sheets' words", () => {
    const marks = new Set(ours());
    let remark = "";
    const wrong = (rows ?? []).filter((row) => {
      remark = noteOf?.(row, remark) ?? "";
      return !marks.has(`${nameOf(row)} ${row("valid_from")}: ${evidenceOf(row("confidence"), remark)}`);
    });
    expect(wrong.map((row) => `${nameOf(row)} ${row("confidence")}`)).toEqual([]);
    expect(rows?.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!sheet("licences/resolution68.json"))("marks that stand elsewhere", () => {
  it("of licence classes: that of the vehicles, and that of the conversion", () => {
    expect([...licenceClasses().values()].map((row) => [row.name, row.evidence])).toEqual(
      csvSheet("people/driving-licence-classes-2024.csv")?.map((row) => [
        row("class"),
        evidenceOf(row("confidence").split(";")[0]?.replace("vehicles ", "") ?? ""),
      ]),
    );
    expect(licenceConversions().map((row) => row.evidence)).toEqual(
      csvSheet("people/driving-licence-conversion.csv")?.map((row) => evidenceOf(row("confidence"))),
    );
  });

  it("of fines on stays, of licence fees and of the policies of Resolution 68", () => {
    const stays = flat(penaltyBands()).filter((row) => row.act.startsWith("stay-"));
    expect(new Set(keyed(stays, () => ""))).toEqual(
      new Set(
        csvSheet("people/residence-penalties.csv")?.map(
          (row) => ` ${row("valid_from")}: ${evidenceOf(row("confidence"))}`,
        ),
      ),
    );
    const { policies: read } = JSON.parse(sheet("licences/resolution68.json") ?? "") as {
      policies: readonly { readonly no: number; readonly confidence: string }[];
    };
    expect([...policies().values()].map((row) => [row.no, row.evidence])).toEqual(
      read.map(({ no, confidence }) => [no, evidenceOf(confidence)]),
    );
  });
});
