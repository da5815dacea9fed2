import { isIPv6 } from "node:net";
import type { Ctx } from "../context.ts";

/** As @hono/node-server hands it over; a request without a socket (in tests) has none. */
type Bindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined;

/**
 * The network address a request came from; null where there is no socket. With `trustedProxies` proxies of our own in
 * front it is what the outermost of them wrote: as many entries from the right of X-Forwarded-For. Everything left of it
 * may have been written by the visitor and is not believed. Addresses of IPv6 count by their /64: one line, one visitor.
 */
export function visitorAddress(c: Ctx, trustedProxies: number): string | null {
  const own = (c.env as Bindings)?.incoming?.socket?.remoteAddress ?? null;
  const told = (c.req.header("x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  const address = trustedProxies > 0 ? told.at(-trustedProxies) || own : own;
  return address === null ? null : network(address);
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  // The host of a URL is the one place where Node writes an address in its shortest form.
  const [head = "", tail] = new URL(`http://[${plain.split("%", 1)[0]}]/`).hostname.slice(1, -1).split("::", 2);
  const front = head === "" ? [] : head.split(":");
  const back = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array<string>(Math.max(0, gap)).fill("0"), ...back].slice(0, 4).join(":");
}
