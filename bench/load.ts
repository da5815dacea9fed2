import { type ChildProcess, spawn } from "node:child_process";
import autocannon from "autocannon";

export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** Asks for one page as fast as the connections allow, or at a rate; anything but 200 stops the measuring. */
export async function askFor(
  url: string,
  how: { headers?: Record<string, string>; connections: number; seconds: number; rate?: number },
): Promise<Load> {
  const result = await autocannon({
    url,
    connections: how.connections,
    duration: how.seconds,
    ...(how.headers ? { headers: how.headers } : {}),
    ...(how.rate ? { overallRate: how.rate } : {}),
  });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${url}: ${result.non2xx} not 2xx, ${result.errors} errors, ${result.timeouts} timeouts`);
  const { p50, p99 } = result.latency;
  return { perSecond: result["2xx"] / result.duration, p50, p99 };
}

/** A bare Node server that sends the same bytes to whoever asks: the most that one process could do. */
export async function bareServer(
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<{ url: string; pid: number; stop(): void }> {
  const code = `
    const chunks = [];
    process.stdin.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
      const { headers, body } = JSON.parse(Buffer.concat(chunks));
      const bytes = Buffer.from(body, "base64");
      require("http").createServer((q, a) => { a.writeHead(200, headers); a.end(bytes); })
        .listen(0, "127.0.0.1", function () { process.stdout.write(String(this.address().port)); });
    });`;
  const child: ChildProcess = spawn(process.execPath, ["-e", code], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin?.end(JSON.stringify({ headers, body: Buffer.from(body).toString("base64") }));
  const port = await new Promise<string>((up) => child.stdout?.once("data", (chunk: Buffer) => up(chunk.toString())));
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, stop: () => void child.kill("SIGKILL") };
}
