import { serve } from "@hono/node-server";
import { expect, it } from "vitest";
import { guest, stage, stay } from "../../../tests/support/api-stage.ts";
import { performance } from "node:perf_hooks";
import { Agent, request } from "node:http";
it("bench", async () => {
  const s = await stage();
  const app = s.open({ requestsPerMinute: 1e9 });
  const server = serve({ fetch: app.fetch, port: 0 });
  await new Promise((r) => server.once("listening", r));
  const { port } = server.address() as { port: number };
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  let n = 0;
  const one = () => new Promise<number>((ok, no) => {
    n += 1;
    const q = request({ port, agent, method: "POST", path: "/api/v1/dossiers", headers: { "content-type": "application/json", "idempotency-key": `b${n}`, authorization: `Bearer ${s.keys.hotel}` } }, (a) => { a.resume(); a.on("end", () => ok(a.statusCode ?? 0)); });
    q.on("error", no); q.end(JSON.stringify(stay([guest(n)])));
  });
  const run = async (total: number, at: number) => { const t = performance.now(); let left = total; const st: Record<number, number> = {}; await Promise.all(Array.from({ length: at }, async () => { while (left-- > 0) { const c = await one(); st[c] = (st[c] ?? 0) + 1; } })); const ms = performance.now() - t; console.log(st, Math.round(total / ms * 1000), "/s"); };
  await run(2000, 96); const c0 = process.cpuUsage(); await run(6000, 96); const c = process.cpuUsage(c0); console.log("cpu ms per request", (c.user + c.system) / 1000 / 6000);
  let t = performance.now(); for (let i = 0; i < 5000; i++) { n++; }
  const { readAnswers } = await import("../../engine/form/index.ts"); const ed = s.deps.procedures[0]!.editions.at(-1)!;
  const a = (stay([guest(1)]) as any).answers; t = performance.now(); for (let i = 0; i < 20000; i++) readAnswers(ed, a); console.log("readAnswers us", (performance.now() - t) / 20);
  server.close(); agent.destroy(); await s.close(); expect(1).toBe(1);
}, 60_000);
