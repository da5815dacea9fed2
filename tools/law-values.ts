import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

const DEFINITION = /[\\/]law[\\/]procedures[\\/][^\\/]+[\\/][^\\/]+[\\/]definition\.ts$/;

/**
 * Puts procedures into a bundle as values: each is defined while bundling, so a mistake in one stops the build with all
 * that is wrong, and neither the shapes it was checked against nor zod travel to where it is only read.
 */
export const lawValues: Plugin = {
  name: "law-values",
  setup(build) {
    build.onLoad({ filter: DEFINITION }, async ({ path }) => {
      try {
        const defined = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
        return { contents: moduleOf(defined), loader: "js" };
      } catch (error) {
        return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
      }
    });
  },
};

/** From this many characters on, a part that stands in several places is written once and named. */
const WORTH_A_NAME = 40;

/**
 * Plain values as the text of a module, each exported under its name. What stands in several places is shared: editions
 * of a procedure repeat most of their pages.
 */
export function moduleOf(values: Readonly<Record<string, unknown>>): string {
  const counts = new Map<string, number>();
  for (const value of Object.values(values)) count(value, counts);
  const names = new Map<string, string>();
  const lines: string[] = [];
  const written = (value: unknown): string => {
    if (!isCompound(value)) return JSON.stringify(value);
    const key = JSON.stringify(value);
    const known = names.get(key);
    if (known !== undefined) return known;
    const text = Array.isArray(value)
      ? `[${value.map(written).join(",")}]`
      : `{${membersOf(value)
          .map(([name, inner]) => `${memberName(name)}:${written(inner)}`)
          .join(",")}}`;
    if (key.length < WORTH_A_NAME || (counts.get(key) ?? 0) < 2) return text;
    const name = `part${names.size}`;
    names.set(key, name);
    lines.push(`const ${name}=${text};`);
    return name;
  };
  const exported = Object.entries(values).map(([name, value]) => `export const ${name}=${written(value)};`);
  return [...lines, ...exported].join("\n");
}

function count(value: unknown, counts: Map<string, number>): void {
  if (!isCompound(value)) return;
  const key = JSON.stringify(value);
  const times = (counts.get(key) ?? 0) + 1;
  counts.set(key, times);
  if (times === 1) for (const inner of Object.values(value)) count(inner, counts);
}

/** Written as a name, `__proto__` would set the prototype. */
const memberName = (name: string): string => (name === "__proto__" ? `["__proto__"]` : JSON.stringify(name));

const isCompound = (value: unknown): value is object => typeof value === "object" && value !== null;
/** As JSON has it: what is undefined is not there. */
const membersOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, inner]) => inner !== undefined);
