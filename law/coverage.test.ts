import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { day, type PlainDate } from "../src/kernel/plain-date.ts";
import { text } from "../src/kernel/text.ts";
import { type CoverageProblem, lawCoverage } from "./coverage.ts";
import { type DatedRow, type DatedTable, noRule } from "./parameters/dated-table.ts";
import { calculateAny, calculations } from "./rules/index.ts";
import { sources } from "./sources/index.ts";
import { lawTables } from "./tables.ts";

const row = (key: string, from: string | null, until: string | null, source = "68/2020/QH14"): DatedRow => ({
  key,
  name: null,
  part: null,
  value: text("1", "1"),
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
  basis: source === "" ? [] : [{ source, article: "1" }],
  evidence: "read",
  of: {},
});
const table = (rows: readonly DatedRow[], declared: DatedTable["noRule"] = []): DatedTable => ({
  id: "sample",
  field: "terms",
  title: text("Thử", "Sample"),
  rows: () => rows,
  noRule: declared,
});
const found = (rows: readonly DatedRow[], declared?: DatedTable["noRule"]): readonly CoverageProblem[] =>
  lawCoverage([table(rows, declared)], sources()).problems;
const brief = (problems: readonly CoverageProblem[]) => problems.map(({ kind, from, until }) => [kind, from, until]);

describe("the coverage of the law", () => {
  it("finds nothing wrong with the law as it stands", () => {
    const { problems, rows, days } = lawCoverage(lawTables, sources());
    expect(problems).toEqual([]);
    expect(rows).toBeGreaterThan(7_000);
    expect(days).toBeGreaterThan(28);
  });

  it("is content with a row that holds all the years, and with one that begins with its own text", () => {
    expect(found([row("a", "2020-01-01", null)])).toEqual([]);
    expect(found([row("a", null, null)])).toEqual([]);
    // Law 68/2020/QH14 is in force from 01/07/2021.
    expect(found([row("a", "2021-07-01", null)])).toEqual([]);
  });

  it("finds a gap, an undeclared beginning and an undeclared end", () => {
    expect(brief(found([row("a", "2020-01-01", "2023-03-31"), row("a", "2023-04-02", null)]))).toEqual([
      ["no-rule", "2023-04-01", "2023-04-01"],
    ]);
    expect(brief(found([row("a", "2022-02-02", null)]))).toEqual([["no-rule", "2021-01-01", "2022-02-01"]]);
    expect(brief(found([row("a", "2020-01-01", "2023-03-30")]))).toEqual([["no-rule", "2023-03-31", "2027-12-31"]]);
  });

  it("accepts a gap that is declared, for the keys and days that are meant and no others", () => {
    const gap = [row("a", "2020-01-01", "2023-03-31"), row("a", "2023-04-02", null)];
    const declared = (keys: "all" | readonly string[] | RegExp, on: string) => [
      noRule(keys, on, on, text("Vì", "Why")),
    ];
    expect(found(gap, declared("all", "2023-04-01"))).toEqual([]);
    expect(found(gap, declared(["a"], "2023-04-01"))).toEqual([]);
    expect(found(gap, declared(/^a/, "2023-04-01"))).toEqual([]);
    expect(found(gap, declared(/^b/, "2023-04-01"))).toHaveLength(1);
    expect(found(gap, declared("all", "2023-04-02"))).toHaveLength(1);
    expect(found(gap, declared(["b"], "2023-04-01")).map(({ kind }) => kind)).toEqual(["no-rule", "no-such-key"]);
  });

  it("finds two rows of one key on one day, and all other problems together", () => {
    const problems = found([
      row("a", "2020-01-01", "2023-03-31"),
      row("a", "2023-03-31", null),
      row("b", "2020-01-01", null, ""),
      row("c", "2020-01-01", null, "1/1900/ND"),
      row("d", "2024-01-01", "2023-01-01"),
    ]);
    expect(new Set(problems.map(({ kind }) => kind))).toEqual(
      new Set(["overlap", "no-citation", "unknown-source", "ends-before-it-begins", "no-rule"]),
    );
    expect(brief(problems.filter(({ kind }) => kind === "overlap"))).toEqual([["overlap", "2023-03-31", "2023-03-31"]]);
  });
});

/** What a calculation may answer on a day the law has no rule for, or its facts do not fit. */
const DECLARED = new Set([
  "no-rate-for-date",
  "not-in-force",
  "not-determined",
  "calendar-not-loaded",
  "not-allowed",
  "out-of-range",
  "invalid-date",
  "expired",
]);
const EXAMPLES = join(import.meta.dirname, "../../shared/domain/examples.json");

describe.skipIf(!existsSync(EXAMPLES))("every calculation (left out where ../shared is absent)", () => {
  const quarters = [2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
    ["02", "05", "08", "11"].map((month) => day(`${year}-${month}-15`)),
  );
  type Example = { readonly calculation: string; readonly input: unknown };
  const read = JSON.parse(existsSync(EXAMPLES) ? readFileSync(EXAMPLES, "utf8") : "[]");
  const examples: readonly Example[] = Array.isArray(read) ? read : read.examples;
  const firsts = [...Map.groupBy(examples, (one) => one.calculation)].flatMap(([name, all]) =>
    all.slice(0, 4).map((one) => [name, one.input] as const),
  );

  it("runs on a day in each quarter from 2021 to 2027, or declares that there is no rule", async () => {
    const odd: unknown[] = [];
    for (const [name, input] of firsts.filter(([one]) => calculations.has(one))) {
      for (const on of quarters) {
        const answer = await calculateAny(name, onDay(input, on));
        const before = await calculateAny(name, input);
        if (!answer.ok && before.ok && !DECLARED.has(answer.failure.code)) odd.push([name, on, answer.failure]);
      }
    }
    expect(odd).toEqual([]);
  });
});

/** The deciding day of an input put to another day. */
const onDay = (input: unknown, on: PlainDate): unknown =>
  typeof input === "object" && input !== null && "on" in input ? { ...input, on } : input;
