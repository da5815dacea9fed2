import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built style sheets, scripts, fonts and pictures. `npm run build` makes them; names carry a hash of the content. */

type Entry = { readonly file: string; readonly type: string; readonly encodings: readonly ("br" | "gzip")[] };
export type Manifest = { readonly files: Readonly<Record<string, Entry>>; readonly preload: readonly string[] };

export type ServedAsset = {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
};

export const ASSETS_PATH = "/assets/";
/** A year: the name changes with the content. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const EXTENSION = { br: ".br", gzip: ".gz" } as const;

/** Opens a folder that `buildAssets` wrote. @throws when there is no manifest in it: the build has not run. */
export function openAssets(folder: string) {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const byFile = new Map(Object.values(manifest.files).map((entry) => [entry.file, entry]));
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();

  const read = (name: string): Uint8Array<ArrayBuffer> => {
    const known = kept.get(name);
    if (known) return known;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    kept.set(name, bytes);
    return bytes;
  };

  return {
    /** Where the browser finds an asset. @throws on a name that was not built. */
    url(name: string): string {
      const entry = manifest.files[name];
      if (!entry) throw new Error(`no asset is called ${name}`);
      return ASSETS_PATH + entry.file;
    },
    /** Fonts worth fetching before the style sheet asks for them. */
    preloads: (): readonly string[] => manifest.preload,
    /**
     * The bytes for a path below `/assets/`, in the best encoding the browser accepts; null when there is no such
     * asset. Only names of the manifest are read, so no path can leave the folder.
     */
    serve(path: string, acceptEncoding: string): ServedAsset | null {
      const entry = byFile.get(path.startsWith(ASSETS_PATH) ? path.slice(ASSETS_PATH.length) : path);
      if (!entry) return null;
      const encoding = entry.encodings.find((candidate) => accepts(acceptEncoding, candidate));
      const body = read(entry.file + (encoding ? EXTENSION[encoding] : ""));
      return {
        body,
        headers: {
          "content-type": entry.type,
          "content-length": String(body.byteLength),
          "cache-control": IMMUTABLE,
          "x-content-type-options": "nosniff",
          ...(entry.encodings.length > 0 ? { vary: "accept-encoding" } : {}),
          ...(encoding ? { "content-encoding": encoding } : {}),
        },
      };
    },
  };
}
export type Assets = ReturnType<typeof openAssets>;

/** Whether an Accept-Encoding header allows a coding; `q=0` forbids it. */
function accepts(header: string, coding: string): boolean {
  return header.split(",").some((item) => {
    const [name = "", ...settings] = item.trim().toLowerCase().split(";");
    return name.trim() === coding && !settings.some((setting) => /^\s*q=0(\.0*)?\s*$/.test(setting));
  });
}

let opened: Assets | null = null;
function assets(): Assets {
  opened ??= openAssets(join(projectFolder(), "dist", "assets"));
  return opened;
}

function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("no package.json above the program");
    folder = parent;
  }
  return folder;
}

/** Where the browser finds an asset of the build, e.g. `assetUrl("portal.css")`. */
export const assetUrl = (name: string): string => assets().url(name);
/** Fonts every page preloads. */
export const assetPreloads = (): readonly string[] => assets().preloads();
/** What to answer to `GET /assets/…`; null is a 404. */
export const serveAsset = (path: string, acceptEncoding = ""): ServedAsset | null =>
  assets().serve(path, acceptEncoding);
