// Does the law answer on every day from 2021 to 2027, or say that it does not? All problems are named together.
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type CoverageProblem, lawCoverage } from "../law/coverage.ts";
import type { DatedTable } from "../law/parameters/dated-table.ts";
import { sources } from "../law/sources/index.ts";
import { lawTables } from "../law/tables.ts";

const root = resolve(import.meta.dirname, "..");
/** Figures that are another table's rows in another form. */
const DERIVED: readonly string[] = ["law/parameters/fees.ts fees"];

const files = readdirSync(join(root, "law"), { recursive: true, withFileTypes: true })
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => path.endsWith(".ts") && !/\.test(-support)?\.ts$/.test(path));
const modules = await Promise.all(
  files.map(async (path) => ({ path: relative(root, path), exported: await import(pathToFileURL(path).href) })),
);

const coverage = lawCoverage(lawTables, sources());
const wrong = [...coverage.problems.map(sentence), ...unlistedTables(), ...unregisteredRows()];
process.stdout.write(
  wrong.length === 0
    ? `${coverage.tables} tables, ${coverage.rows} rows, ${coverage.days} days: no gap, no overlap, every row cited\n`
    : `${wrong.join("\n")}\n${wrong.length} problems. How a table declares days without a rule: law/README.md\n`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

function sentence({ kind, table, key, from, until, said }: CoverageProblem): string {
  return `${kind}: ${table}, ${key}, ${from ?? "…"} to ${until ?? "…"}: ${said}`;
}

/** A `tables.ts` that law/tables.ts forgot. */
function unlistedTables(): string[] {
  const listed = new Set(lawTables);
  return modules
    .filter(({ path }) => /\/tables\.ts$/.test(path) && path !== "law/tables.ts")
    .flatMap(({ path, exported }) =>
      (exported.tables as readonly DatedTable[] | undefined)?.every((table) => listed.has(table))
        ? []
        : [`not-listed: ${path} exports no tables, or some that law/tables.ts does not list`],
    );
}

/** A dated row that a module of figures exports and no table holds would escape coverage, comparison and the list to confirm. */
function unregisteredRows(): string[] {
  const held = new Set(lawTables.flatMap((table) => table.rows().map((row) => row.of)));
  return modules
    .filter(({ path }) => path.startsWith("law/parameters/") && !path.endsWith("/tables.ts"))
    .flatMap(({ path, exported }) =>
      Object.entries(exported)
        .filter(([name]) => !DERIVED.includes(`${path} ${name}`))
        .flatMap(([name, value]) => {
          const free = datedRowsIn(typeof value === "function" && value.length === 0 ? value() : value).filter(
            (row) => !held.has(row),
          );
          return free.length === 0 ? [] : [`in-no-table: ${path} exports ${name} with ${free.length} dated rows`];
        }),
    );
}

function datedRowsIn(value: unknown): object[] {
  if (value instanceof Map) return [...value.values()].flatMap(datedRowsIn);
  if (Array.isArray(value)) return value.flatMap(datedRowsIn);
  const isRow =
    typeof value === "object" && value !== null && "from" in value && "until" in value && "evidence" in value;
  return isRow ? [value] : [];
}
