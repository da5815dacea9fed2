// Builds what browsers fetch: style sheets, scripts, fonts, pictures. Names carry a hash of the content, so a page can
// be cached for good; each text comes compressed beside it; manifest.json says which name stands for what.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const ui = dirname(here);
const root = join(ui, "../../..");
const packages = join(root, "node_modules");
const fontFolder = join(packages, "@fontsource/be-vietnam-pro/files");

/** Folders from the root whose change asks for a new build. */
export const inputs = ["src/web/ui/assets", "src/web/ui/theme", "src/web/ui/scripts"];

const PICTURES = ["favicon.svg", "mask.svg", "tick.svg"];
const SCRIPTS = ["portal", "office", "passkey", "desk"];
const FONTS = ["400", "600"].flatMap((weight) =>
  ["latin", "latin-ext", "vietnamese"].map((part) => `be-vietnam-pro-${part}-${weight}-normal.woff2`),
);
/** Most letters of a Vietnamese page are plain Latin ones: this is the font every page needs first. */
const PRELOAD = ["be-vietnam-pro-latin-400-normal.woff2"];

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Writes all assets and manifest.json into `outDir`, emptied before.
 * @param {string} outDir
 * @returns {Promise<{files: Record<string, {file: string, type: string, encodings: string[], bytes: number, brotliBytes: number | null}>, preload: string[]}>}
 */
export async function buildAssets(outDir) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const files = {};
  const keep = async (name, bytes) => {
    files[name] = await write(outDir, name, bytes);
  };

  const scripts = bundleScripts();
  await Promise.all([
    ...FONTS.map(async (name) => keep(name, await readFile(join(fontFolder, name)))),
    ...PICTURES.map(async (name) => keep(name, await readFile(join(here, name)))),
  ]);
  const withNames = (css) => css.replace(/asset:([\w.-]+)/g, (_, name) => files[name]?.file ?? missing(name));
  const sheets = await compileSheets();
  await Promise.all([
    ...Object.entries(sheets).map(([name, css]) => keep(name, Buffer.from(withNames(css)))),
    ...Object.entries(await scripts).map(([name, code]) => keep(name, Buffer.from(code))),
  ]);

  const manifest = { files: sorted(files), preload: PRELOAD.map((name) => `/assets/${files[name].file}`) };
  await writeFile(join(outDir, "manifest.json"), JSON.stringify(manifest, null, 1));
  return manifest;
}

async function write(outDir, name, bytes) {
  const extension = extname(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const file = `${name.slice(0, -extension.length)}-${hash}${extension}`;
  await writeFile(join(outDir, file), bytes);
  const entry = { file, type: TYPES[extension], encodings: [], bytes: bytes.length, brotliBytes: null };
  if (extension === ".woff2") return entry;
  const [br, gz] = await Promise.all([
    brotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
    gzipped(bytes, { level: 9 }),
  ]);
  await Promise.all([writeFile(join(outDir, `${file}.br`), br), writeFile(join(outDir, `${file}.gz`), gz)]);
  return { ...entry, encodings: ["br", "gzip"], brotliBytes: br.length };
}

/** The office's sheet is the portal's with its own rules after it: compiled once, joined here. */
async function compileSheets() {
  const sass = await import("sass");
  const { transform } = await import("esbuild");
  const compile = (name) =>
    sass.compile(join(ui, "theme", name), { loadPaths: [packages, join(ui, "theme")], quietDeps: true }).css;
  const small = async (css) =>
    (
      await transform(css, {
        loader: "css",
        minify: true,
        target: ["chrome90", "firefox90", "safari15"],
        legalComments: "none",
      })
    ).code;
  const portal = compile("portal.scss");
  const office = compile("office.scss");
  const [portalSmall, officeSmall] = await Promise.all([small(portal), small(`${portal}\n${office}`)]);
  return { "portal.css": portalSmall, "office.css": officeSmall };
}

async function bundleScripts() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: SCRIPTS.map((name) => join(ui, "scripts", `${name}.ts`)),
    bundle: true,
    minify: true,
    write: false,
    outdir: "out",
    format: "esm",
    target: ["chrome90", "firefox90", "safari15"],
    legalComments: "none",
    logLevel: "warning",
  });
  return Object.fromEntries(outputFiles.map((file, at) => [`${SCRIPTS[at]}.js`, file.text]));
}

const sorted = (entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

function missing(name) {
  throw new Error(`a style sheet asks for ${name}, which the build does not make`);
}
