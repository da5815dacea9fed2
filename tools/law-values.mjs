// Puts the law into a bundle as values: a procedure is defined while bundling, so a mistake in it stops the build with all
// that is wrong, and neither the shapes it is checked against nor zod travel to where it is only read.
import { pathToFileURL } from "node:url";

const DEFINITION = /[\\/]law[\\/]procedures[\\/][^\\/]+[\\/][^\\/]+[\\/]definition\.ts$/;

/** The esbuild plugin. Needs a Node that runs TypeScript. */
export const lawValues = {
  name: "law-values",
  setup(build) {
    build.onLoad({ filter: DEFINITION }, async ({ path }) => {
      try {
        return { contents: moduleOf(await import(pathToFileURL(path).href)), loader: "js" };
      } catch (error) {
        return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
      }
    });
  },
};

/** From this many characters on, a part that stands in several places is written once and named. */
const WORTH_A_NAME = 40;

/** Plain values as the text of a module, each exported under its name. Editions repeat most of their pages: those are shared. */
export function moduleOf(values) {
  const counts = new Map();
  for (const value of Object.values(values)) count(value, counts);
  const names = new Map();
  const lines = [];
  const written = (value) => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const key = JSON.stringify(value);
    const known = names.get(key);
    if (known) return known;
    const text = Array.isArray(value)
      ? `[${value.map(written).join(",")}]`
      : `{${membersOf(value).map(([name, inner]) => `${JSON.stringify(name)}:${written(inner)}`).join(",")}}`;
    if (key.length < WORTH_A_NAME || counts.get(key) < 2) return text;
    const name = `part${names.size}`;
    names.set(key, name);
    lines.push(`const ${name}=${text};`);
    return name;
  };
  const exported = Object.entries(values).map(([name, value]) => `export const ${name}=${written(value)};`);
  return [...lines, ...exported].join("\n");
}

function count(value, counts) {
  if (typeof value !== "object" || value === null) return;
  const key = JSON.stringify(value);
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.get(key) === 1) for (const inner of Object.values(value)) count(inner, counts);
}

const membersOf = (value) => Object.entries(value).filter(([, inner]) => inner !== undefined);
