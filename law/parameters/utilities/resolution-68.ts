import { day } from "../../../src/kernel/plain-date.ts";
import { type Proven, provenCells } from "../basis.ts";
import { dayCell, lazily, numberCell, parseTable } from "../table.ts";
import { amountRows, conditionRows, policyRows } from "./resolution-68-rows.ts";

/** A condition on a fact. Facts carry the names of the contract. */
export type FactCondition = {
  readonly policy: number;
  /** Conditions of one alternative must all hold; one alternative is enough. */
  readonly alternative: number;
  readonly fact: string;
  readonly holds: (value: unknown) => boolean;
  readonly wanted: string;
  readonly from: string;
  readonly until: string;
};

/** One of the twelve policies of Resolution 68/NQ-CP. */
export type Policy = Proven & {
  readonly no: number;
  readonly slug: string;
  readonly vi: string;
  readonly en: string;
  /** Last day a file is received; null where the sheet names none. */
  readonly receiveUntil: string | null;
  /**
   * How the amount comes about: a sum, a sum by days, a sum a day up to so many days, the supplement alone; or a rate,
   * a loan or a figure of the province, which no file tells.
   */
  readonly paid: "once" | "by-days" | "per-day" | "supplement" | "elsewhere";
};
const PAID: readonly Policy["paid"][] = ["once", "by-days", "per-day", "supplement", "elsewhere"];

export const policies = lazily(
  (): ReadonlyMap<number, Policy> =>
    new Map(
      parseTable(
        ["no", "slug", "vi", "en", "paid", "receiveUntil", "from", "until", "basis", "evidence"],
        policyRows,
      ).map((row) => [
        Number(row.no),
        {
          no: Number(row.no),
          slug: row.slug,
          vi: row.vi,
          en: row.en,
          paid: PAID.find((paid) => paid === row.paid) ?? "elsewhere",
          receiveUntil: row.receiveUntil === "" ? null : dayCell(row.receiveUntil),
          ...provenCells(row),
        },
      ]),
    ),
);

export const conditions = lazily((): readonly FactCondition[] =>
  parseTable(["policy", "alternative", "fact", "wanted", "from", "until"], conditionRows).map((row) => ({
    policy: Number(row.policy),
    alternative: Number(row.alternative),
    fact: row.fact,
    wanted: row.wanted,
    holds: testOf(row.wanted),
    from: dayCell(row.from),
    until: row.until === "" ? "9999-12-31" : dayCell(row.until),
  })),
);

/** `yes`, `no`, `>= 15`, `< 16`, `>= 2021-04-27`, `2021-05-01..2021-12-31`, or the values allowed, between commas. */
function testOf(wanted: string): (value: unknown) => boolean {
  if (wanted === "yes" || wanted === "no") return (value) => value === (wanted === "yes");
  const [, sign, bound = ""] = /^(>=|<) (.*)$/.exec(wanted) ?? [];
  if (sign !== undefined) {
    const asked = Number.isNaN(Number(bound)) ? dayCell(bound) : Number(bound);
    const reaches = (value: unknown): boolean =>
      typeof asked === "number"
        ? typeof value === "number" && value >= asked
        : typeof value === "string" && value >= asked;
    return sign === ">=" ? reaches : (value) => typeof value === typeof asked && !reaches(value);
  }
  const [first, last] = wanted.split("..");
  if (first !== undefined && last !== undefined) {
    const [from, until] = [dayCell(first), dayCell(last)];
    return (value) => typeof value === "string" && from <= value && value <= until;
  }
  const allowed = wanted.split(",");
  return (value) => allowed.includes(String(value));
}

export type Amount = {
  readonly policy: number;
  /** What it is for; for `by-days` and `per-day` with the days it begins with, or that are paid at most. */
  readonly name: string;
  readonly days: number | null;
  readonly amount: number;
};
export const amounts = lazily((): readonly Amount[] =>
  parseTable(["policy", "name", "days", "amount"], amountRows).map((row) => ({
    policy: Number(row.policy),
    name: row.name,
    days: numberCell(row.days),
    amount: Number(row.amount),
  })),
);

/** The resolution as a whole: cash policies closed on 31/01/2022. */
export const resolution: Proven = {
  from: day("2021-07-01"),
  until: null,
  basis: [
    { source: "68/NQ-CP", article: "II" },
    { source: "23/2021/QĐ-TTg", article: "toàn văn" },
  ],
  evidence: "read",
};
