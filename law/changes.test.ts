import { describe, expect, it } from "vitest";
import { day } from "../src/kernel/plain-date.ts";
import { changesBetween } from "./changes.ts";
import { findSource, type LawChange, lawChanges } from "./index.ts";
import { lawTables } from "./tables.ts";

const between = (first: string, second: string) => changesBetween(lawTables, day(first), day(second));
const find = (changes: readonly LawChange[], table: string, key: string) =>
  changes.find((change) => change.table === table && change.key === key);
const told = (change: LawChange | undefined) =>
  change && [change.kind, change.before?.value.vi, change.after?.value.vi];

describe("what changed between two days", () => {
  it("is nothing on one and the same day, nor on two days with nothing between", () => {
    expect(between("2026-11-23", "2026-11-23")).toEqual([]);
    expect(between("2026-11-20", "2026-11-23")).toEqual([]);
  });

  it.each([
    ["2025-06-30", "2025-07-01"],
    ["2026-06-30", "2026-07-01"],
    ["2021-01-01", "2027-12-31"],
  ])("from %s to %s names a text that is known for everything", (first, second) => {
    const changes = between(first, second);
    expect(changes.length).toBeGreaterThan(20);
    for (const change of changes) {
      const places = [...(change.before?.basis ?? []), ...(change.after?.basis ?? [])];
      expect(places.length, change.key).toBeGreaterThan(0);
      expect(places.filter(({ source, article }) => !findSource(source) || article === "")).toEqual([]);
    }
  });

  it("on 01/07/2025 lists provinces, communes, fees, powers and texts", () => {
    const changes = between("2025-06-30", "2025-07-01");
    expect(told(find(changes, "provinces", "02"))).toEqual(["ended", "Tỉnh Hà Giang", undefined]);
    expect(changes.filter((change) => change.table === "communes")).toHaveLength(3_321);
    expect(told(find(changes, "communes", "00008"))).toEqual([
      "changed",
      expect.stringContaining("Phường Cống Vị, Quận Ba Đình, Thành phố Hà Nội (một phần)"),
      "Phường Ngọc Hà, Thành phố Hà Nội",
    ]);
    expect(told(find(changes, "fees", "id-exchange"))).toEqual(["changed", "50.000 đ", "25.000 đ"]);
    expect(told(find(changes, "sanction-terms", "nr-individual"))).toEqual(["changed", "250.000 đ", "500.000 đ"]);
    expect(find(changes, "competence", "commune-chair")?.kind).toBe("begun");
    expect(find(changes, "texts", "19/2025/QĐ-TTg")?.kind).toBe("begun");
    expect(told(find(changes, "plate-codes", "23"))).toEqual(["changed", "Hà Giang", "Tuyên Quang"]);
  });

  it("on 01/07/2026 lists editions, stay figures that another text restates, and visas", () => {
    const changes = between("2026-06-30", "2026-07-01");
    expect(find(changes, "editions", "stay-notification")?.kind).toBe("changed");
    expect(told(find(changes, "stay-figures", "stay-notice-evening-minute"))).toEqual(["restated", "23:00", "23:00"]);
    expect(find(changes, "visa-symbols", "UĐ1")?.kind).toBe("begun");
    expect(changes.some((change) => change.table === "communes")).toBe(false);
  });

  it("read backwards turns beginnings into ends", () => {
    const count = (changes: readonly LawChange[], kind: LawChange["kind"]) =>
      changes.filter((change) => change.kind === kind).length;
    const [there, back] = [between("2026-06-30", "2026-07-01"), between("2026-07-01", "2026-06-30")];
    expect(back).toHaveLength(there.length);
    expect(count(back, "ended")).toBe(count(there, "begun"));
  });

  it("stands at the door of the law", async () => {
    expect(await lawChanges(day("2026-04-29"), day("2026-04-30"))).toHaveLength(
      between("2026-04-29", "2026-04-30").length,
    );
    expect(between("2026-04-29", "2026-04-30").filter((change) => change.table === "communes")).toHaveLength(10);
  });
});
