import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { procedures } from "../law/procedures/index.ts";
import { moduleOf } from "./law-values.ts";
import { programBundle } from "./program-bundle.ts";

const ROOT = join(import.meta.dirname, "..");
const seed = Number(process.env["MOTCUA_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
console.log(`law values: seed ${seed}`);

/** What a module text exports, read as a program would. */
const read = (code: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);

const bundled = async (contents: string) => {
  const { splitting: _, ...options } = programBundle;
  const stdin = { contents, resolveDir: ROOT, loader: "ts" } as const;
  const built = await build({ ...options, stdin, write: false, sourcemap: false, logLevel: "silent" });
  return { code: built.outputFiles[0]?.text ?? "", inputs: Object.keys(built.metafile.inputs) };
};

describe("values as a module", () => {
  it("are read back as they were, whatever they hold", async () => {
    const values = fc.record({ first: fc.jsonValue(), second: fc.jsonValue(), both: fc.array(fc.jsonValue()) });
    await fc.assert(
      fc.asyncProperty(values, async ({ first, second, both }) => {
        const given = { first, again: [first, { second }], both: [second, ...both, { first }] };
        expect({ ...(await read(moduleOf(given))) }).toEqual(JSON.parse(JSON.stringify(given)));
      }),
      { seed, numRuns: 100 },
    );
  });

  it("share what stands in several places, and leave out what is undefined", async () => {
    const page = { key: "address", title: { vi: "Nơi tạm trú", en: "Address of the temporary residence" } };
    const code = moduleOf({
      editions: [
        { from: "2021", page },
        { from: "2026", page: structuredClone(page), note: undefined },
      ],
    });
    expect(code.split("temporary residence")).toHaveLength(2);
    const { editions } = (await read(code)) as { editions: [{ page: object }, { page: object }] };
    expect(editions[0].page).toBe(editions[1].page);
    expect(Object.keys(editions[1])).toEqual(["from", "page"]);
  });
});

describe("procedures in a bundle", () => {
  it("are the values that the definitions give, without zod", async () => {
    const { code, inputs } = await bundled(`export { procedures } from "./law/procedures/index.ts";`);
    expect((await read(code))["procedures"]).toEqual(procedures);
    expect(inputs.filter((path) => /engine\/definition|zod/.test(path))).toEqual([]);
  });

  const folder = mkdtempSync(join(tmpdir(), "motcua-law-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("stop the build with what is wrong in them", async () => {
    const path = join(folder, "law/procedures/residence/wrong/definition.ts");
    mkdirSync(dirname(path), { recursive: true });
    const definition = join(ROOT, "src/engine/definition/index.ts");
    writeFileSync(
      path,
      `import { defineProcedure } from ${JSON.stringify(definition)};\nexport const wrong = defineProcedure({ key: "Wrong" } as never);\n`,
    );
    await expect(bundled(`export * from ${JSON.stringify(path)};`)).rejects.toThrow(
      /procedure "Wrong" cannot be used:[\s\S]*a key is lower-case words[\s\S]*editions/,
    );
  });
});
