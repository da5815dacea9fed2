import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import type { Log } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { createWeb } from "../web/app.tsx";
import { buildHouse } from "./house.ts";

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

export async function startWeb(parts: WebParts): Promise<Web> {
  const app = createWeb(await buildHouse(parts));
  return { fetch: (request, bindings) => app.fetch(request, bindings), close: async () => undefined };
}
