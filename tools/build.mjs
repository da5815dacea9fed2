// Bundles the program to dist/ and lets the pages' assets be built beside it. Does nothing where nothing changed.
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesIn, hashOf, lastBuild, noteBuild, root, sourceHash } from "./ensure.mjs";
import { programBundle } from "./program-bundle.ts";

const dist = join(root, "dist");
const assets = join(dist, "assets");
const assetsBuilder = join(root, "src/web/ui/assets/build.mjs");

/** What starts as a process of its own. */
const ENTRIES = ["cli", "web-worker", "stand-ins-worker", "token-worker"];

const started = performance.now();
const before = lastBuild();
const source = sourceHash();
mkdirSync(dist, { recursive: true });
const [code, assetsHash] = await Promise.all([buildCode(), buildPageAssets()]);
noteBuild({ source, assets: assetsHash });
process.stderr.write(`dist: ${code}, ${Math.round(performance.now() - started)} ms\n`);

async function buildCode() {
  if (before.source === source && existsSync(join(dist, "cli.js"))) return "unchanged";
  const { build } = await import("esbuild");
  const entryPoints = ENTRIES.map((name) => join(root, `src/main/${name}.ts`)).filter((path) => existsSync(path));
  const result = await build({
    entryPoints,
    outdir: dist,
    absWorkingDir: root,
    ...programBundle,
  });
  const written = new Set(Object.keys(result.metafile.outputs).map((path) => path.slice("dist/".length)));
  for (const name of readdirSync(dist)) {
    if (/\.js(\.map)?$/.test(name) && !written.has(name)) rmSync(join(dist, name));
  }
  return `${written.size / 2} files`;
}

/** The builder may say what else it reads (`inputs`, folders from the root); styles and scripts of the ui always count. */
async function buildPageAssets() {
  if (!existsSync(assetsBuilder)) return null;
  const { buildAssets, inputs = [] } = await import(pathToFileURL(assetsBuilder).href);
  const read = ["src/web/ui", ...inputs].flatMap((folder) => filesIn(join(root, folder)));
  const hash = hashOf([
    join(root, "package-lock.json"),
    join(root, "package.json"),
    ...new Set(read.filter((path) => !path.endsWith(".tsx"))),
  ]);
  if (hash !== before.assets || !existsSync(assets)) await buildAssets(assets);
  return hash;
}
