import { describe, expect, it } from "vitest";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { csvSheet } from "../../../tests/support/shared-sheets.ts";
import { findSource } from "../../sources/index.ts";
import type { Proven } from "../basis.ts";
import { rowOn } from "../table.ts";
import { procedureLimits } from "../terms/limits.ts";
import { borderHandgunsMost, guardTraining, pawnFines, weaponExamMarks } from "./conditions.ts";
import { cuts, fireProcedures } from "./cuts.ts";
import { type Authority, businessLines, lineAuthorities } from "./lines.ts";
import { sealProcedures } from "./seals.ts";
import { supportTools, TOOL_KINDS } from "./support-tools.ts";
import { weaponPapers, weaponProcedures } from "./weapons.ts";

const lines = csvSheet("licences/conditional-business-lines.csv");
const seals = csvSheet("licences/seal-procedures.csv");
const weapons = csvSheet("licences/weapons-procedures.csv");

const all: readonly Proven[] = [
  ...businessLines().values(),
  ...sealProcedures(),
  ...[...weaponProcedures().values()].flat(),
  ...[...weaponPapers().values()].flat(),
  ...[...cuts().values()].flat(),
  ...fireProcedures().values(),
  ...supportTools().values(),
  ...[borderHandgunsMost, guardTraining, pawnFines, weaponExamMarks],
];

it("cites only texts that are entered", () => {
  const cited = [
    ...all.flatMap((row) => row.basis.map((place) => place.source)),
    ...[...lineAuthorities().values()].flat().map((row) => row.source),
  ];
  expect([...new Set(cited)].filter((source) => findSource(source) === null)).toEqual([]);
});

it("has one row for a day at most", () => {
  for (const rows of [...weaponProcedures().values(), ...lineAuthorities().values()])
    for (const [at, row] of rows.entries()) {
      const next = rows[at + 1];
      if (next) expect(row.until !== null && row.until < next.from, row.from).toBe(true);
    }
});

it("knows every kind of tool once", () => {
  expect([...supportTools().keys()].sort()).toEqual([...TOOL_KINDS].sort());
});

describe.skipIf(!lines)("business lines", () => {
  it("are those of the sheet, field by field", () => {
    expect(lines?.map((row) => row("slug"))).toEqual([...businessLines().keys()]);
    for (const row of lines ?? []) {
      const line = businessLines().get(row("slug"));
      expect(line).toMatchObject({
        no: row("line_no"),
        vi: row("name_vi"),
        vsic: row("vsic2025_hint"),
        from: row("valid_from"),
        until: row("valid_to") || null,
        plan: PLANS[row("security_plan_required")],
      });
      expect(
        (cuts().get(row("slug")) ?? []).map((cut) => [cut.from, cut.until]),
        row("slug"),
      ).toEqual(row("suspended_from") === "" ? [] : [[row("suspended_from"), row("suspended_to")]]);
    }
  });

  it("go to the units the sheet names in each period", () => {
    for (const row of lines ?? []) {
      const slug = row("slug");
      if (slug === "doi-no") continue; // a period of its own: banned from 01/01/2021
      for (const [column, on] of COLUMNS) {
        const authority = rowOn(lineAuthorities().get(slug) ?? [], on);
        expect(cellsOf(authority), `${slug} ${column}`).toBe(
          CELLS[`${slug}: ${row(column)}`] ?? CELLS[row(column)] ?? row(column),
        );
      }
    }
  });
});
const PLANS: { readonly [cell: string]: string } = {
  no: "none",
  yes: "all",
  "only if the operator is an enterprise": "enterprise",
  "yes for small hand-held guns": "part",
};
const COLUMNS = [
  ["authority_2016-07-01_to_2023-08-14", "2023-08-14"],
  ["authority_2023-08-15_to_2025-02-28", "2025-02-28"],
  ["authority_from_2025-03-01", "2026-03-14"],
  ["authority_from_2026-03-15", "2026-03-15"],
] as unknown as readonly (readonly [string, PlainDate])[];
const cellsOf = (authority: Authority | null): string =>
  (authority?.cases ?? [])
    .map(({ when, unit }) => {
      const condition =
        when.kind === "always" ? "" : when.kind === "operator" ? `${when.is}:` : `${when.kind}>=${when.least}:`;
      return `${condition}${unit ?? "?"}`;
    })
    .join(" ");
/** Our reading of each cell of the sheet. */
const CELLS: { readonly [cell: string]: string } = {
  PROVINCE_PC06: "provincial-police",
  C06: "c06",
  DISTRICT: "district-police",
  COMMUNE: "commune-police",
  "C06/PC06 by unit": "?",
  "C06 trade / DISTRICT service": "household-business:district-police ?",
  "PROVINCE trade / COMMUNE service": "household-business:commune-police ?",
  "PROVINCE_PC06 trade / COMMUNE service": "household-business:commune-police ?",
  "PROVINCE/DISTRICT": "?",
  "PROVINCE; DISTRICT; COMMUNE when a household business": "household-business:commune-police ?",
  "kinh-doanh-khi: PROVINCE / COMMUNE": "household-business:commune-police ?",
  "dich-vu-in: PROVINCE / COMMUNE": "enterprise:provincial-police commune-police",
  "not named in Đ24": "?",
  "C06 when licensed centrally, foreign element or several provinces; other cases not named in Đ24": "?",
  "PROVINCE_PC06; C06 when licensed centrally, foreign element or several provinces": "provincial-police",
  "PROVINCE_PC06; C06 when licensed centrally, foreign element or several provinces (transport: PROVINCE_PC06)":
    "provincial-police",
  "PROVINCE_PC06; C06 with a foreign element or a guard-training function": "provincial-police",
  "PROVINCE_PC06 (clothing, insignia); C06 hand-held guns and rounds when licensed centrally, foreign element or several provinces":
    "provincial-police",
  "C06 (continental shelf) / PC06": "provincial-police",
  "C06 (continental shelf exploration, oil and gas) / PC06": "provincial-police",
  "PROVINCE (enterprise) / DISTRICT (other)": "enterprise:provincial-police district-police",
  "PROVINCE / DISTRICT": "enterprise:provincial-police district-police",
  "C06: 5 stars; PROVINCE: more than 20 rooms; DISTRICT: 10-20 rooms; COMMUNE: fewer than 10 rooms":
    "stars>=5:c06 rooms>=21:provincial-police rooms>=10:district-police commune-police",
  "PROVINCE: 5 stars and more than 20 rooms; COMMUNE: 20 rooms or fewer":
    "stars>=5:provincial-police rooms>=21:provincial-police commune-police",
  "PROVINCE_PC06: 30 rooms or more, or 5 stars; COMMUNE: 29 rooms or fewer; C06: 5-star hotels licensed centrally, with a foreign element or in several provinces":
    "stars>=5:provincial-police rooms>=30:provincial-police commune-police",
};

describe.skipIf(!seals)("procedures on seals", () => {
  it("are those of the sheet, field by field", () => {
    expect(
      sealProcedures().map(({ id, code, vi, level, fee, from, until }) => [id, code, vi, level, `${fee}`, from, until]),
    ).toEqual(
      seals?.map((row) => [
        row("proc_id"),
        row("code_national"),
        row("name_vi"),
        row("level").toLowerCase(),
        row("fee_vnd"),
        row("valid_from"),
        row("valid_to") || null,
      ]),
    );
  });
  it("have the time limits of the sheet", () => {
    for (const row of seals ?? []) {
      const limit = procedureLimits().find(
        (one) => one.key === row("proc_id") && one.from === row("valid_from"),
      )?.limit;
      const [count, unit] = row("time_limit_working_days")
        ? [row("time_limit_working_days"), "working-day"]
        : [row("time_limit_days"), "day"];
      expect(limit ?? null, row("proc_id")).toEqual(count === "" ? null : { count: Number(count), unit });
    }
  });
});

describe.skipIf(!weapons)("procedures on weapons", () => {
  it("are those of the sheet, field by field", () => {
    expect([...weaponProcedures().keys()]).toEqual(weapons?.map((row) => row("proc_id")));
    for (const row of weapons ?? []) {
      const procedure = weaponProcedures().get(row("proc_id"))?.[0];
      const [, days] = /^(\d+) days/.exec(row("result_validity")) ?? [];
      const [, portal] = /^(\d{4}-\d{2}-\d{2})/.exec(row("online_from")) ?? [];
      const [, vneid] = /VNeID from (\d{4}-\d{2}-\d{2})/.exec(row("online_from")) ?? [];
      const any = row("online_from") === "any" ? row("valid_from") : null;
      expect(procedure, row("proc_id")).toMatchObject({
        code: row("code_national"),
        vi: row("name_vi"),
        receiver: RECEIVERS[row("receiving_unit")],
        validDays: days === undefined ? null : Number(days),
        fee: FEES[row("fee_ref")],
        portalFrom: portal ?? any,
        vneidFrom: vneid ?? any,
        from: row("valid_from"),
      });
      const limit = procedureLimits().find((one) => one.key === row("proc_id"))?.limit;
      expect(limit?.count, row("proc_id")).toBe(Number.parseInt(row("time_limit_working_days"), 10));
    }
  });
  it("ask for the papers the sheet names", () => {
    for (const row of weapons ?? []) {
      const papers = new Set((weaponPapers().get(row("proc_id")) ?? []).map((one) => one.paper));
      const named = row("papers");
      expect(papers.has("request"), row("proc_id")).toBe(/^(Request|As e-move)/.test(named));
      expect(papers.has("declaration"), row("proc_id")).toBe(named.startsWith("Declaration"));
      expect(papers.has("superior-consent"), row("proc_id")).toBe(/consent of/.test(named));
      expect(papers.has("guard-force-decision"), row("proc_id")).toBe(/founding the dedicated guard force/.test(named));
      expect(papers.has("proof-of-origin"), row("proc_id")).toBe(/proof of origin(?! if any)/.test(named));
    }
  });
});
const RECEIVERS: { readonly [cell: string]: string } = {
  C06: "c06",
  "C06 for ministry-level holders; PC06 of the province for the rest (TT 75/2024 Đ4)": "by-holder",
  "Commune police of seat or residence": "commune-police",
  "C06 or PC06 (who issued the permit)": "by-holder",
  "PC06; C06 for transit, import, export": "provincial-police",
  "C06, PC06, Logistics dept, police schools": "by-holder",
  "C06 or PC06": "by-holder",
  "Until 2026-06-30 the issuing unit; 2026-07-01..2027-02-28 PC06 of the seat": "by-holder",
  "Commune police or military": "commune-police",
};
const FEES: { readonly [cell: string]: string } = {
  "F-EQUIP": "weapon-equip-permit",
  "F-USE": "weapon-use-permit",
  "F-BUY": "weapon-purchase",
  "F-MOVE-W": "weapon-transport",
  "F-REPAIR": "weapon-repair",
  "F-CARRY|F-AMMO1|F-AMMO2|F-AMMO3": "weapon-carry",
  "F-MOVE-E1|F-MOVE-E2|F-MOVE-E3": "explosives-transport",
  "F-FIRE": "fireworks-permit",
  none: "none",
  "": "",
};
