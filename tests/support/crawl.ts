import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "./browserless.ts";

/** One answer met on a walk. */
export type Visit = { readonly address: string; readonly status: number; readonly type: string; readonly body: string };

const VARIANTS_MOST = 6;
const ASSET = /^\/(assets|favicon)/;

/**
 * Follows every link of ours that the pages offer to this browser, with GET, files included. Of addresses that differ only
 * in ids, codes or numbers some are taken; a list of a thousand dossiers is one page to this walk.
 */
export async function crawl(
  base: string,
  browser: Browser,
  starts: readonly string[],
  options: { readonly variants?: number } = {},
): Promise<readonly Visit[]> {
  const most = options.variants ?? VARIANTS_MOST;
  const waiting = [...starts];
  const met = new Set(starts);
  const variants = new Map<string, number>();
  const visits: Visit[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const visit = await visitOf(base, browser, address);
    visits.push(visit);
    if (!visit.type.startsWith("text/html")) continue;
    for (const next of linksOf(base, address, visit.body)) {
      const pattern = patternOf(next);
      const taken = variants.get(pattern) ?? 0;
      if (met.has(next) || taken >= most) continue;
      met.add(next);
      variants.set(pattern, taken + 1);
      waiting.push(next);
    }
  }
  return visits;
}

/** How often a busy house is asked again. */
const ASKED_AGAIN = 4;

/** One GET as the browser's owner, whatever comes back; who is told to come back in a moment does. */
export async function visitOf(base: string, browser: Browser | null, address: string): Promise<Visit> {
  const url = new URL(address, base);
  const cookie = browser?.jar.header(url) ?? "";
  const ask = () => fetch(url, { redirect: "manual", headers: cookie ? { cookie, accept: "text/html" } : {} });
  let response = await ask();
  for (let times = 0; response.status === 503 && response.headers.has("retry-after") && times < ASKED_AGAIN; times++) {
    await response.arrayBuffer();
    await pause(Number(response.headers.get("retry-after")) * 1_000);
    response = await ask();
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].map(([name, value]) => `${name}: ${decodeURIComponent(value)}`).join("\n");
  return {
    address,
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    body: `${bytes.toString("utf8")}\n${headers}`,
  };
}

function linksOf(base: string, from: string, html: string): readonly string[] {
  const here = new URL(from, base);
  return [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].flatMap(([, link = ""]) => {
    const url = URL.parse(link.replaceAll("&amp;", "&"), here);
    if (url?.origin !== here.origin || ASSET.test(url.pathname)) return [];
    return [url.pathname + url.search];
  });
}

const patternOf = (address: string): string =>
  address
    .replace(/[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…")
    .replace(/G01\.[\w.-]+/g, "CODE")
    .replace(/=[^&]*/g, "=")
    .replace(/\d+/g, "0");
