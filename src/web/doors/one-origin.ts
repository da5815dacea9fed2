import type { MiddlewareHandler } from "hono";
import type { Vars, WebSettings } from "../context.ts";

/**
 * Sends a browser that came by another name of this machine (127.0.0.1 for localhost) to the public address: cookies
 * and the way back from the identity service belong to one origin only. Machines that call the API are left alone.
 */
export function oneOrigin(settings: WebSettings): MiddlewareHandler<{ Variables: Vars }> {
  const home = new URL(settings.publicUrl);
  const others = new Set(["localhost", "127.0.0.1", "[::1]"]);
  others.delete(home.hostname);
  return async (c, next) => {
    const asked = new URL(c.req.url);
    if (c.req.method !== "GET" || !settings.demo || !others.has(asked.hostname)) return next();
    return c.redirect(`${home.origin}${asked.pathname}${asked.search}`, 307);
  };
}
