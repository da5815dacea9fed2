import { describe, expect, it } from "vitest";
import { covers, day, type PlainDate } from "../src/kernel/plain-date.ts";
import {
  calendarYears,
  countries,
  feeOn,
  fees,
  figureOn,
  figures,
  findCountry,
  findSource,
  getSource,
  parseCountry,
  sourceName,
  sources,
} from "./index.ts";

describe("fees", () => {
  it("of temporary residence: 7.000 đ online and 15.000 đ at the desk, from 05/02/2023", () => {
    for (const [channel, amount] of [
      ["online", 7000],
      ["kiosk", 7000],
      ["desk", 15000],
      ["post", 15000],
    ] as const) {
      expect(feeOn("residence-temporary", channel, day("2023-02-04"))).toMatchObject({
        ok: false,
        failure: { kind: "no-rate-for-date" },
      });
      expect(feeOn("residence-temporary", channel, day("2023-02-05"))).toMatchObject({ ok: true, value: { amount } });
    }
  });

  it("E16: 5.000 đ a person by list, so 60.000 đ for twelve", () => {
    const found = feeOn("residence-temporary-list", "online", day("2026-10-05"));
    expect(found.ok && found.value.amount * 12).toBe(60_000);
    expect(found).toMatchObject({ value: { unit: "person" } });
  });

  it("are nothing for a stay notice and a seal", () => {
    for (const key of ["stay-notification", "seal"]) {
      expect(feeOn(key, "online", day("2026-11-23"))).toMatchObject({ ok: true, value: { amount: 0 } });
    }
    expect(feeOn("stay-notification", "online", day("2021-06-30")).ok).toBe(false);
  });

  it("are never guessed for a key nobody entered", () => {
    expect(feeOn("parking", "online", day("2026-11-23"))).toMatchObject({
      ok: false,
      failure: { kind: "unknown-fee" },
    });
  });
});

describe("figures", () => {
  it("E17: two years at most, extended in the last 15 days", () => {
    expect(figureOn("temporary-residence-months-most", day("2026-11-20"))).toMatchObject({ value: { value: 24 } });
    expect(figureOn("temporary-residence-renewal-days", day("2026-11-20"))).toMatchObject({ value: { value: 15 } });
  });

  it("cite the text of their day", () => {
    const article = (on: string) => {
      const found = figureOn("stay-notice-evening-minute", day(on));
      return found.ok ? found.value.source : found.failure.kind;
    };
    expect(article("2021-06-30")).toBe("no-figure-for-date");
    expect(article("2026-06-30")).toBe("68/2020/QH14");
    expect(article("2026-07-01")).toBe("118/2025/QH15");
  });
});

describe("dated rows", () => {
  type Row = { readonly key: string; readonly from: PlainDate; readonly until: PlainDate | null };
  const rows: Row[] = [...figures(), ...fees().map((fee) => ({ ...fee, key: `${fee.key} ${fee.channel}` }))];

  it("never hold twice on one day", () => {
    const edges = new Set(rows.flatMap((row) => [row.from, ...(row.until ? [row.until] : [])]));
    for (const key of new Set(rows.map((row) => row.key))) {
      for (const on of edges)
        expect(rows.filter((row) => row.key === key && covers(row, on)).length, `${key} ${on}`).toBeLessThan(2);
    }
  });

  it("leave no day out between their first and today", () => {
    for (const key of new Set(rows.map((row) => row.key))) {
      const own = rows.filter((row) => row.key === key).sort((a, b) => (a.from < b.from ? -1 : 1));
      own.slice(1).forEach((row, at) => {
        const before = own[at]?.until;
        expect(before && new Date(Date.parse(before) + 86_400_000).toISOString().slice(0, 10), key).toBe(row.from);
      });
      expect(own.at(-1)?.until).toBeNull();
    }
  });
});

describe("legal texts", () => {
  it("stand once each, and every text they name exists or is outside our field", () => {
    expect(new Set(sources().map((s) => s.id)).size).toBe(sources().length);
    for (const source of sources()) {
      if (source.replacedBy) expect(findSource(source.replacedBy), source.id).not.toBeNull();
      if (source.inForceFrom && source.inForceUntil)
        expect(source.inForceFrom < source.inForceUntil, source.id).toBe(true);
      for (const id of source.amendedBy ?? []) expect(findSource(id), `${source.id} amended by ${id}`).not.toBeNull();
    }
  });

  it("hold every text that figures, fees and calendars cite", () => {
    const cited = [
      ...figures(),
      ...fees(),
      ...calendarYears().flatMap((year) => [...year.daysOff, ...year.workingSaturdays]),
    ];
    for (const row of cited) expect(findSource(row.source), row.source).not.toBeNull();
  });

  it("are in force on the days of the fees and figures that rest on them", () => {
    for (const row of [...figures(), ...fees()]) {
      const source = getSource(row.source);
      expect(source.inForceFrom !== null && source.inForceFrom <= row.from, `${row.key} ${row.source}`).toBe(true);
    }
  });

  it("are cited as a paper cites them", () => {
    expect(sourceName(getSource("68/2020/QH14"))).toBe("Luật 68/2020/QH14");
    expect(sourceName(getSource("91/2015/QH13"))).toBe("Bộ luật 91/2015/QH13");
    expect(() => getSource("1/1900")).toThrow("1/1900");
  });
});

describe("countries", () => {
  it("have a code once and a name in both languages, Việt Nam first", () => {
    expect(countries()[0]).toEqual({ code: "VNM", name: { vi: "Việt Nam", en: "Vietnam" } });
    expect(new Set(countries().map((c) => c.code)).size).toBe(countries().length);
    expect(countries().length).toBeGreaterThan(200);
    for (const { code, name } of countries()) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      // A runtime without full language data gives the code back instead of a name.
      expect(
        [name.vi, name.en].every((n) => n !== code && !/^[A-Z]{2}$/.test(n)),
        code,
      ).toBe(true);
    }
  });

  it("are read as sheets write them", () => {
    for (const typed of ["KOR", "kr", "Hàn Quốc", "han quoc", "South Korea"])
      expect(parseCountry(typed)?.code).toBe("KOR");
    expect(parseCountry("TW")?.code).toBe("TWN");
    expect(parseCountry("Atlantis")).toBeNull();
    expect(findCountry("XXA")?.name.en).toBe("Stateless person");
  });
});
