import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { placesByProvince } from "../law/places/places-of.ts";
import { procedures } from "../law/procedures/index.ts";
import { lawOf } from "../law/procedures/law-of.ts";
import { moduleOf } from "./law-values.ts";

const ROOT = join(import.meta.dirname, "..");
/** Browsers that have private class members and `Object.hasOwn`: Safari 15.4, Chrome 93, Firefox 92. */
const TARGET = "es2022";
const ENTRY = `export * from "./src/engine/browser.ts";\nexport * from "./law/browser.ts";`;

/**
 * Kernel, engine and law as modules for a browser without a server: one file of code, one file of law a procedure
 * (`law`, a `ProcedureLaw`), one of places a province (`places`, a `ProvincePlaces`). A page loads the code, the procedures
 * it serves and the provinces people choose.
 */
export type BrowserLaw = {
  readonly engine: string;
  readonly procedures: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  /** The files the code was made from, relative to the project. */
  readonly engineInputs: readonly string[];
};

/** @throws where the code needs what only the machine offers: a browser bundle cannot resolve it */
export async function buildBrowserLaw(entry = ENTRY): Promise<BrowserLaw> {
  const built = await build({
    stdin: { contents: entry, resolveDir: ROOT, loader: "ts", sourcefile: "browser-entry.ts" },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: TARGET,
    charset: "utf8",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const used = Object.values(built.metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    engine: built.outputFiles[0]?.text ?? "",
    engineInputs: used.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path),
    procedures: await written(procedures.map((procedure) => [procedure.key, { law: lawOf(procedure) }])),
    places: await written([...placesByProvince()].map(([code, places]) => [code, { places }])),
  };
}

const written = async (
  modules: readonly (readonly [name: string, values: Readonly<Record<string, unknown>>])[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      modules.map(async ([name, values]): Promise<[string, string]> => {
        const { code } = await transform(moduleOf(values), {
          minify: true,
          format: "esm",
          charset: "utf8",
          target: TARGET,
        });
        return [name, code];
      }),
    ),
  );

/** Bytes over the wire, each file compressed by itself as a server sends it. */
export const gzipped = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
export const brotlied = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

/** Of several texts the one that is most over the wire. */
export const heaviest = (files: Iterable<string>): string =>
  [...files].reduce((most, file) => (gzipped([file]) > gzipped([most]) ? file : most), "");
