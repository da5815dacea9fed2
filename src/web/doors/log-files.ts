import { Hono } from "hono";
import { findTile, latestCheckpoint } from "../../modules/transparency/index.ts";
import type { Vars, WebDeps } from "../context.ts";

/** The transparency log as files, at the addresses of https://c2sp.org/tlog-tiles: any monitor of such logs reads it. */

const FULL = 256;
/** 0 to 63, without zeros in front. */
const LEVEL = /^(?:0|[1-9]|[1-5]\d|6[0-3])$/;
const FOR_EVER = "public, max-age=31536000, immutable";

export function logFiles(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/", (c) => c.redirect("/minh-bach", 303));

  app.get("/checkpoint", async (c) => {
    const checkpoint = await latestCheckpoint(deps.db);
    if (!checkpoint) return c.text("", 404);
    c.header("cache-control", "public, max-age=2");
    return c.body(checkpoint.note, 200, { "content-type": "text/plain; charset=utf-8" });
  });

  app.get("/tile/:level/:path{.+}", async (c) => {
    const level = LEVEL.test(c.req.param("level")) ? Number(c.req.param("level")) : null;
    const place = readTilePath(c.req.param("path"));
    const tile = level !== null && place && (await findTile(deps.db, level, place.index, place.width));
    if (!tile) return c.text("", 404);
    c.header("cache-control", FOR_EVER);
    return c.body(new Uint8Array(tile), 200, { "content-type": "application/octet-stream" });
  });

  app.all("*", (c) => c.text("", 404));
  return app;
}

/** `x001/x234/067.p/12`: the tile's number in groups of three digits, and how many hashes of it; null for anything else. */
function readTilePath(path: string): { readonly index: number; readonly width: number } | null {
  const [, groups = "", last = "", width] = /^((?:x\d{3}\/){0,4})(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  if (last === "" || groups.startsWith("x000/") || Number(width ?? 1) >= FULL) return null;
  return { index: Number(groups.replaceAll(/[x/]/g, "") + last), width: width === undefined ? FULL : Number(width) };
}
