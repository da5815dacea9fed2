import type { BuildOptions } from "esbuild";
import { lawValues } from "./law-values.ts";

/** How the program is bundled, whatever part of it: what is measured is made like what is served. */
export const programBundle = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node26",
  packages: "external",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: true,
  sourcesContent: false,
  chunkNames: "part-[name]-[hash]",
  loader: { ".typ": "text", ".csv": "text" },
  plugins: [lawValues],
  logLevel: "warning",
  metafile: true,
} as const satisfies BuildOptions;
