import { defineCalculation, isAbsent, RefusedInput } from "../../../src/engine/definition/index.ts";
import { type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { nameKey } from "../../../src/kernel/vietnamese.ts";
import {
  LAST_DAY_OF_63,
  type ProvinceRow,
  predecessorsByCode,
  provinceOn,
  provincesByCode,
  provincesByName,
  unitCountsByCode,
} from "../../parameters/people/provinces.ts";
import { dayCell, rowOn } from "../../parameters/table.ts";
import { citation, cited, step } from "../cite.ts";

const FIRST_DAY_OF_34 = dayCell("2025-07-01");

/** The provincial unit a code or a name meant on a date, what it was made of, and what became of it. */
export const province = defineCalculation({
  name: "province",
  title: text("Tỉnh, thành phố theo mã hoặc tên vào một ngày", "A province by code or name on a date"),
  fields: { code: { kind: "text" }, name: { kind: "text" }, on: { kind: "date", needed: true } },
  lacks: ({ code, name }) => (isAbsent(code) && isAbsent(name) ? "code" : null),
  reckon({ code, name, on }) {
    const row = code === undefined ? findByName(name, on) : findByCode(code, name, on);
    const old = on <= LAST_DAY_OF_63;
    const counts = old ? null : countsOn(row.code, on);
    const predecessors = old ? [] : (predecessorsByCode().get(row.code) ?? []).map(shortly);
    const successor = old ? successorOf(row) : null;
    return {
      value: {
        code: row.code,
        name: row.name,
        kind: row.kind,
        units: counts?.units ?? null,
        wards: counts?.wards ?? null,
        communes: counts?.communes ?? null,
        specialZones: counts?.specialZones ?? null,
        predecessors,
        successor,
      },
      steps: () => [
        step(
          "unit-on-date",
          `Ngày ${showDate(on)}, mã ${row.code} là ${row.kind === "city" ? "thành phố" : "tỉnh"} ${row.name}.`,
          `On ${showDate(on)} code ${row.code} is ${row.name}, a ${row.kind === "city" ? "centrally run city" : "province"}.`,
          { code: row.code, name: row.name, kind: row.kind },
        ),
        ...(counts
          ? [
              step(
                "units-below",
                `Có ${counts.units} đơn vị cấp xã: ${counts.wards} phường, ${counts.communes} xã, ${counts.specialZones} đặc khu.`,
                `${counts.units} units below: ${counts.wards} wards, ${counts.communes} communes, ${counts.specialZones} special zones.`,
                counts.units,
              ),
              step(
                "predecessors",
                `Hình thành từ ${predecessors.map((one) => one.name).join(", ")}.`,
                `Made of ${predecessors.map((one) => one.name).join(", ")}.`,
                predecessors,
              ),
            ]
          : []),
        ...(successor
          ? [
              step(
                "successor",
                `Từ 01/07/2025 thuộc ${successor.name} (mã ${successor.code}).`,
                `From 01/07/2025 part of ${successor.name} (code ${successor.code}).`,
                successor,
              ),
            ]
          : []),
      ],
      citations: () => [cited(row), citation("202/2025/QH15", "1")],
    };
  },
});

function findByCode(code: string, name: string | undefined, on: PlainDate): ProvinceRow {
  if (name !== undefined) throw new RefusedInput("not-allowed", "name", ONE_OF_BOTH);
  return stateOn(provincesByCode().get(code), on, "code");
}

function findByName(name: string | undefined, on: PlainDate): ProvinceRow {
  if (name === undefined) throw new RefusedInput("missing-field", "code", ONE_OF_BOTH);
  return stateOn(provincesByName().get(nameKey(name)), on, "name");
}

const ONE_OF_BOTH = text("Cần đúng một trong hai: mã hoặc tên.", "Exactly one of code and name is needed.");

function stateOn(rows: readonly ProvinceRow[] | undefined, on: PlainDate, field: string): ProvinceRow {
  if (!rows) throw new RefusedInput("not-allowed", field);
  const row = provinceOn(rows, on);
  if (!row) throw new RefusedInput("not-in-force", field);
  return row;
}

const shortly = (row: ProvinceRow): { code: string; name: string } => ({ code: row.code, name: row.name });

function countsOn(code: string, on: PlainDate) {
  const counts = rowOn(unitCountsByCode().get(code) ?? [], on);
  if (!counts) throw new Error(`the units of ${code} are not entered for ${on}`);
  return counts;
}

function successorOf(row: ProvinceRow): { code: string; name: string; units: number } {
  const held = provinceOn(provincesByCode().get(row.heldBy) ?? [], FIRST_DAY_OF_34);
  if (!held) throw new Error(`the land of ${row.name} is held by no province`);
  return { ...shortly(held), units: countsOn(held.code, FIRST_DAY_OF_34).units };
}
