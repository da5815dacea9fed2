import { expect, test } from "vitest";
import { day } from "../src/kernel/plain-date.ts";
import { text } from "../src/kernel/text.ts";
import { feeTitle } from "./amendable.ts";
import { type LawAmendment, withAmendments } from "./parameters/amendments.ts";
import type { DatedTable } from "./parameters/dated-table.ts";
import { tierName } from "./parameters/names.ts";
import { lawTables } from "./tables.ts";

const rowsOf = (id: string) => lawTables.find((table) => table.id === id)?.rows() ?? [];
const named = (table: string, key: string) => rowsOf(table).find((row) => row.key === key)?.name;

test("every row of every table has a name in both languages, which is not its bare key", () => {
  const nameless = lawTables.flatMap((table) =>
    table
      .rows()
      .filter(({ key, name }) => [name?.vi, name?.en].some((said) => !said?.trim() || said === key))
      .map(({ key }) => `${table.id}: ${key}`),
  );
  expect(nameless).toEqual([]);
});

/** Tables in which several keys rightly share a name. */
const SHARED: Readonly<Record<string, string>> = {
  provinces: "a unit of 01/07/2025 may bear the name of one before, under another code",
  "local-tax-rates": "the same",
  violations: "an act stands in Decree 100/2019 and in Decree 168/2024, sometimes at two points; the code tells which",
};
const shared = (table: DatedTable): string[] =>
  [...Map.groupBy(table.rows(), ({ part, name }) => `${part?.vi ?? ""} ${name?.vi}`)]
    .filter(([, rows]) => new Set(rows.map(({ key }) => key)).size > 1)
    .map(([name]) => `${table.id}: ${name}`);

test("no two keys of a table share a name, except where that is declared, and no declaration is idle", () => {
  expect(lawTables.filter(({ id }) => !(id in SHARED)).flatMap(shared)).toEqual([]);
  const inUse = lawTables.filter((table) => table.id in SHARED && shared(table).length > 0);
  expect(inUse.map(({ id }) => id).sort()).toEqual(Object.keys(SHARED).sort());
});

test("channels, vehicles, areas and tiers are told in words", () => {
  expect(named("fees", "residence-temporary / online")).toEqual(
    text("Đăng ký tạm trú, nộp trực tuyến", "Temporary residence, filed online"),
  );
  expect(named("fees", "explosives-transport / loadTonnes ≤ 15")?.vi).toContain("từ 5 đến 15 tấn");
  expect(named("fees", "explosives-transport / loadTonnes ≤ ∞")?.vi).toContain("trên 15 tấn");
  expect(named("fees", "ammunition-carry / quantity ≤ 5000")).toMatchObject({
    vi: expect.stringContaining("từ 500 đến 5.000 viên"),
    en: expect.stringContaining("from 500 to 5,000 rounds"),
  });
  expect(named("vehicle-fees", "first-registration-with-plate / motorcycle-to-40 / II")?.vi).toBe(
    "Đăng ký lần đầu, cấp biển số: xe máy trên 15 đến 40 triệu đồng, khu vực II",
  );
  expect(named("penalties", "stay-not-notified-establishment / guests ≥ 1")?.vi).toContain("từ 1 đến 3 người");
  expect(named("penalties", "stay-not-notified-establishment / guests ≥ 9")?.vi).toContain("từ 9 người trở lên");
  expect(named("penalties", "illegal-fireworks / weightKg ≥ 0")?.vi).toContain("dưới 5 kg");
  expect(named("violations", "168-7-7-c")?.vi).toContain("(xe máy, mô tô)");
  expect(feeTitle("seal")?.vi).toBe("Đăng ký mẫu con dấu");
  expect(feeTitle("not-a-fee")).toBeNull();
});

test("a tier says on which side its bounds lie", () => {
  const dongs = text("đồng", "đồng");
  const [to, under] = [
    { at: 1_000, included: true },
    { at: 1_000, included: false },
  ];
  const higher = { at: 2_000, included: true };
  const said = (...bounds: readonly [typeof to | null, typeof to | null]) => tierName(...bounds, dongs)?.vi;
  expect(said(null, to)).toBe("đến 1.000 đồng");
  expect(said(null, under)).toBe("dưới 1.000 đồng");
  expect(said(to, higher)).toBe("trên 1.000 đến 2.000 đồng");
  expect(said(under, higher)).toBe("từ 1.000 đến 2.000 đồng");
  expect(said(under, { ...higher, included: false })).toBe("từ 1.000 đến dưới 2.000 đồng");
  expect(said(to, null)).toBe("trên 1.000 đồng");
  expect(said(under, null)).toBe("từ 1.000 đồng trở lên");
  expect(said(null, null)).toBeUndefined();
});

test("a figure an office has published keeps its name", () => {
  const key = "explosives-transport / loadTonnes ≤ 15";
  const one: LawAmendment = {
    kind: "figures",
    table: "fees",
    key,
    from: day("2027-01-01"),
    until: null,
    figures: { amount: 120_000 },
    source: "999/2026/TT-BTC",
    article: "Điều 4",
    evidence: "read",
  };
  const rows = withAmendments([one], () => rowsOf("fees").filter((row) => row.key === key));
  expect(rows).toHaveLength(2);
  expect(new Set(rows.map(({ name }) => name?.vi))).toEqual(
    new Set(["Giấy phép vận chuyển vật liệu nổ, từ 5 đến 15 tấn"]),
  );
});
