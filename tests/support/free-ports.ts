import { createServer } from "node:net";

/**
 * The first of eight free ports in a row: for the pages, and for the stand-ins behind them. Below those that the
 * system gives to outgoing connections (from 32,768), so that none of these takes one in between.
 */
export async function freePorts(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all(Array.from({ length: 8 }, (_, at) => isFree(port + at)));
    if (free.every(Boolean)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => answer(true)));
  });
