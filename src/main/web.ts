import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import type { Log } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { createWeb } from "../web/app.tsx";
import { buildHouse } from "./house.ts";
import { watchKeys } from "./keys/watch.ts";

/** What a serving process has when it begins. `db` works in the application's role. */
export type WebParts = {
  readonly settings: Settings;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly secrets: Pick<Secrets, "get">;
};

/** Pages and API as one function. /healthz, /readyz and /metrics are answered before it is asked. */
export type Web = {
  fetch(request: Request, bindings: object): Response | Promise<Response>;
  /** What is still to be closed after the last answer; the pool of `db` is not its business. */
  close(): Promise<void>;
};

/** So long after its publication in another process a change of the law is heard here at the latest. */
const HEAR_LAW_MS = 2_000;

export async function startWeb(parts: WebParts): Promise<Web> {
  const house = await buildHouse(parts);
  watchKeys(parts.settings, parts.metrics, () => parts.clock.now());
  const app = createWeb(house);
  const listening = setInterval(() => {
    house.regulations.refresh().catch((err: unknown) => parts.log.warn({ err }, "published law not read, tried again"));
  }, HEAR_LAW_MS).unref();
  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    close: async () => clearInterval(listening),
  };
}
