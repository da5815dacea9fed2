import type { Evidence } from "../../../src/engine/definition/index.ts";
import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowsByKey } from "../table.ts";
import { authorityRows, lineRows } from "./line-rows.ts";

/** A conditional business line of Decree 96/2016. */
export type BusinessLine = Proven & {
  /** Number in article 3; a letter where the software splits a line. */
  readonly no: string;
  readonly slug: string;
  readonly vi: string;
  readonly en: string;
  /** Who must file a security plan (art. 8). `part`: for a part of the line only. */
  readonly plan: "none" | "all" | "enterprise" | "part";
  readonly vsic: string;
};
const PLANS: readonly BusinessLine["plan"][] = ["none", "all", "enterprise", "part"];

/** The lines by slug. */
export const businessLines = lazily(
  (): ReadonlyMap<string, BusinessLine> =>
    new Map(
      parseTable(["no", "slug", "vi", "en", "plan", "vsic", "from", "until", "basis", "evidence"], lineRows).map(
        (row) => [row.slug, { ...row, plan: PLANS.find((plan) => plan === row.plan) ?? "none", ...provenCells(row) }],
      ),
    ),
);

export type Unit = "c06" | "provincial-police" | "district-police" | "commune-police";
const UNITS: readonly Unit[] = ["c06", "provincial-police", "district-police", "commune-police"];
/** When a unit is competent: for one kind of operator, from so many rooms or stars on, or in every case left over. */
export type Case = {
  readonly when:
    | { readonly kind: "always" }
    | { readonly kind: "operator"; readonly is: string }
    | { readonly kind: "rooms" | "stars"; readonly least: number };
  /** Null where the law names several units and no fact of ours tells them apart, or names none. */
  readonly unit: Unit | null;
};
/** Who is competent for a line in a period: the first case that holds. */
export type Authority = {
  readonly cases: readonly Case[];
  /** An exception of the text that no fact of a file tells us; see the words of `security-business`. */
  readonly except: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly evidence: Evidence;
};

/** The four readings of who is competent (art. 24), each from a day until a day. */
const PERIODS = [
  { key: "first", from: day("2016-07-01"), until: day("2023-08-14"), source: "96/2016/NĐ-CP", article: "24" },
  { key: "second", from: day("2023-08-15"), until: day("2025-02-28"), source: "56/2023/NĐ-CP", article: "1" },
  // No text was found that shares out the work of the district police; the split is known from notices of police offices.
  { key: "third", from: day("2025-03-01"), until: day("2026-03-14"), source: "56/2023/NĐ-CP", article: "1" },
  { key: "fourth", from: day("2026-03-15"), until: null, source: "58/2026/NĐ-CP", article: "1" },
] as const;

/** The readings of competence by slug, oldest first. */
export const lineAuthorities = lazily((): ReadonlyMap<string, readonly Authority[]> => {
  const rows = parseTable(["slug", "first", "second", "third", "fourth", "except", "read"], authorityRows).flatMap(
    (row) =>
      PERIODS.map(({ key, ...period }) => ({
        slug: row.slug,
        ...period,
        cases: row[key].split(" ").map(caseOf),
        except:
          row.except
            .split(" ")
            .find((one) => one.startsWith(`${key}:`))
            ?.slice(key.length + 1) ?? "",
        evidence: row.read.split(" ").includes(key) ? ("read" as const) : ("recalled" as const),
      })),
  );
  return rowsByKey(rows, (row) => row.slug);
});

/** `rooms>=30:provincial-police`, `household-business:commune-police`, `c06`, `?`. */
function caseOf(cell: string): Case {
  const [, condition, named] = /^(?:(.*):)?([^:]*)$/.exec(cell) ?? [];
  const unit = UNITS.find((known) => known === named) ?? null;
  if (unit === null && named !== "?") throw new Error(`no such unit: ${cell}`);
  if (condition === undefined) return { when: { kind: "always" }, unit };
  const [, kind, least] = /^(rooms|stars)>=(\d+)$/.exec(condition) ?? [];
  if (kind === "rooms" || kind === "stars") return { when: { kind, least: Number(least) }, unit };
  return { when: { kind: "operator", is: condition }, unit };
}
