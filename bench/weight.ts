import { get, type IncomingMessage } from "node:http";
import { withServer } from "./house.ts";
import type { Figure } from "./report.ts";

type Fetched = { readonly path: string; readonly type: string; readonly wire: number; readonly text: string };

/** What a browser that comes for the first time loads for the home page, over the wire with Brotli, fonts left out. */
export const weightFigures = (): Promise<readonly Figure[]> =>
  withServer({ WEB_PROCESSES: "1" }, async (server) => {
    const page = await fetchOnWire(server.url, "/");
    const linked = [...page.text.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="(\/[^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/rel="(canonical|alternate)"|as="font"/.test(tag))
      .map(([, path]) => path ?? "");
    const parts = await Promise.all([...new Set(linked)].map((path) => fetchOnWire(server.url, path)));
    const all = [page, ...parts.filter((part) => !part.type.startsWith("font/"))];
    const kb = (bytes: number): number => bytes / 1024;
    const plain = all.reduce((sum, part) => sum + part.text.length, 0);
    return [
      {
        what: `first page: ${all.map((part) => `${part.path.replace(/^\/assets\//, "")} ${kb(part.wire).toFixed(1)}`).join(", ")}`,
        value: kb(all.reduce((sum, part) => sum + part.wire, 0)),
        unit: "KB",
        baseline: { what: "the same uncompressed", value: kb(plain) },
        budget: { must: 60, aim: 35, less: true },
      },
    ];
  });

/** Headers and body as they cross the wire, and the body as text after decoding. */
async function fetchOnWire(base: string, path: string): Promise<Fetched> {
  const answer = await new Promise<IncomingMessage>((done, failed) =>
    get(new URL(path, base), { headers: { "accept-encoding": "br, gzip" } }, done).on("error", failed),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
  const head = answer.rawHeaders.reduce((sum, part) => sum + part.length + 2, 17);
  const { brotliDecompressSync } = await import("node:zlib");
  const text = answer.headers["content-encoding"] === "br" ? brotliDecompressSync(body) : body;
  return { path, type: answer.headers["content-type"] ?? "", wire: head + body.length, text: text.toString("latin1") };
}
