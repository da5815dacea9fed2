import { Hono } from "hono";
import type { Vars, WebDeps } from "../context.ts";
import { ASSETS_PATH, serveAsset } from "../ui/index.ts";
import { securityHeaders } from "./headers.ts";

/** Styles, scripts, fonts, and the list of communes the address box asks for. */
export function assetPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  // These doors stand before what gives all others their headers, so that an asset costs nothing else.
  for (const path of [`${ASSETS_PATH}*`, "/places/*"]) {
    app.use(path, async (c, next) => {
      await next();
      securityHeaders(c, deps.settings);
    });
  }

  app.get(`${ASSETS_PATH}:file`, (c) => {
    const asset = serveAsset(c.req.path, c.req.header("accept-encoding") ?? "");
    if (!asset) return c.text("", 404);
    return new Response(asset.body as Uint8Array<ArrayBuffer>, { headers: asset.headers });
  });

  app.get("/places/communes", (c) => {
    const province = c.req.query("province") ?? "";
    const communes = deps.catalogue
      .listCommunes(province)
      .map((commune) => ({ code: commune.code, name: commune.title.vi }));
    c.header("cache-control", "public, max-age=3600");
    return c.json(communes);
  });

  return app;
}
