import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

type Tree = { [key: string]: unknown };
export type CalculationCase = { readonly calculation: string; readonly input: Tree; readonly expected: Tree };

const CASES = join(import.meta.dirname, "../../law/rules/contract-cases");
/** Our own cases of the contract, by file. */
export const contractCases: ReadonlyMap<string, readonly CalculationCase[]> = new Map(
  readdirSync(CASES)
    .sort()
    .map((file) => [
      file,
      readFileSync(join(CASES, file), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as CalculationCase),
    ]),
);
/** Sound inputs of each calculation. */
export const soundInputs: ReadonlyMap<string, readonly Tree[]> = new Map(
  [
    ...Map.groupBy(
      [...contractCases.values()].flat().filter((one) => !("error" in one.expected)),
      (one) => one.calculation,
    ),
  ].map(([name, cases]) => [name, cases.map((one) => one.input)]),
);

export const MEGABYTE = "9".repeat(1_048_576);
/** A list in a list in a list, deeper than a program that calls itself can follow. */
export const deeplyNested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** What has broken programs before, as JSON can say it. */
export const NASTY: readonly unknown[] = [
  ...["", " ", "\0", "\ud800", "\u202e", "__proto__", "constructor", "toString", "hasOwnProperty"],
  ...["0000-00-00", "0000-01-01", "1000-01-01", "2026-02-30", "2999-12-31", "9999-12-31", "-000001-01-01"],
  ...["1000-01-01T00:00:00+14:00", "2999-12-31T23:59:59-14:00", "2026-01-01T24:00:00Z", "2026-01-01T00:00:60Z"],
  ...[-1, -0, 0, 0.1, 1.5, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
  ...[true, false, null, [], [null], [[]], [{}], {}, { kind: "x" }, { length: 1 }, Array(3000).fill("a")],
];
const nasty = fc.oneof(fc.jsonValue({ maxDepth: 3, noUnicodeString: false }), fc.constantFrom(...NASTY));

/** A sound input with one to three places changed, added or left out, at any depth. */
export const almostSound = (inputs: readonly Tree[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...inputs),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("put", "add", "drop"), nasty), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([input, changes]) => {
      const changed = structuredClone(input);
      for (const [pick, deep, what, value] of changes) {
        const places = containersOf(changed);
        const place = places[pick % places.length] ?? changed;
        const names = Object.keys(place);
        const name = names[deep % Math.max(1, names.length)] ?? "more";
        if (what === "drop") delete place[name];
        // As a key of its own, which is how a parser of JSON makes it.
        else
          Object.defineProperty(place, what === "add" ? (ADDED[deep % ADDED.length] ?? "more") : name, {
            value: structuredClone(value),
            ...OWN,
          });
      }
      return changed;
    });
const ADDED = ["__proto__", "constructor", "more", "", "x".repeat(5000)];
const OWN = { enumerable: true, writable: true, configurable: true };

function containersOf(tree: Tree): Tree[] {
  const inside = Object.values(tree).filter((value): value is Tree => typeof value === "object" && value !== null);
  return [tree, ...inside.flatMap(containersOf)];
}

/** The codes of the contract, and no others. */
export const REFUSAL_CODES: ReadonlySet<string> = new Set([
  ...["missing-field", "unknown-field", "wrong-type", "not-allowed", "out-of-range", "invalid-length"],
  ...["invalid-character", "invalid-date", "invalid-instant", "invalid-format", "not-in-force", "no-rate-for-date"],
  ...["not-determined", "calendar-not-loaded", "unknown-prefix", "bad-signature", "untrusted-key", "expired"],
]);

/** What is wrong with a refusal by the contract, or null. */
export function wrongRefusal(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return "no object";
  const { code, field, message, ...more } = error as Tree;
  if (Object.keys(more).length > 0) return `more than the contract: ${Object.keys(more)}`;
  if (typeof code !== "string" || !REFUSAL_CODES.has(code)) return `no code of the contract: ${String(code)}`;
  if (typeof field !== "string" || field.length > 200) return "no path of a field";
  const { vi, en } = (message ?? {}) as Tree;
  return typeof vi === "string" && vi !== "" && typeof en === "string" && en !== "" ? null : "no message";
}
