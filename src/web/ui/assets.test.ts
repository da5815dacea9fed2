import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Assets, openAssets } from "./assets.ts";

type Built = {
  readonly files: Readonly<
    Record<string, { readonly file: string; readonly bytes: number; readonly brotliBytes: number | null }>
  >;
};
const folder = mkdtempSync(join(tmpdir(), "motcua-assets-"));
let built: Built;
let assets: Assets;

beforeAll(async () => {
  const { buildAssets } = (await import("./assets/build.mjs" as string)) as {
    buildAssets: (outDir: string) => Promise<Built>;
  };
  built = await buildAssets(folder);
  assets = openAssets(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const size = (name: string): number => built.files[name]?.brotliBytes ?? Number.NaN;

describe("built assets", () => {
  test("stay within their weights over the wire", () => {
    expect(size("portal.css")).toBeLessThan(20 * 1024);
    expect(size("office.css")).toBeLessThan(24 * 1024);
    expect(size("portal.js")).toBeLessThan(4 * 1024);
    expect(size("office.js")).toBeLessThan(4 * 1024);
    expect(size("passkey.js")).toBeLessThan(4 * 1024);
  });

  test("carry the hash of their content in their name and may be kept for good", () => {
    const url = assets.url("portal.css");
    expect(url).toMatch(/^\/assets\/portal-[0-9a-f]{10}\.css$/);
    expect(assets.serve(url, "")?.headers["cache-control"]).toContain("immutable");
  });

  test("are answered in the coding the browser takes", () => {
    const url = assets.url("portal.css");
    const plain = assets.serve(url, "");
    const br = assets.serve(url, "gzip, deflate, br");
    expect(plain?.headers["content-encoding"]).toBeUndefined();
    expect(br?.headers["content-encoding"]).toBe("br");
    expect(Buffer.compare(brotliDecompressSync(br?.body ?? new Uint8Array()), Buffer.from(plain?.body ?? []))).toBe(0);
    expect(assets.serve(url, "br;q=0, gzip")?.headers["content-encoding"]).toBe("gzip");
  });

  test("never lead out of their folder, and an unknown one is no answer", () => {
    expect(assets.serve("/assets/../package.json", "")).toBeNull();
    expect(assets.serve("/assets/manifest.json", "")).toBeNull();
    expect(() => assets.url("none.css")).toThrow("none.css");
  });

  test("name no font of GDS and no address outside", () => {
    const css = Buffer.from(assets.serve(assets.url("office.css"), "")?.body ?? []).toString();
    expect(css).not.toContain("GDS Transport");
    expect(css).not.toMatch(/url\("?https?:/);
    expect(css).not.toContain("asset:");
  });
});
