import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import type { Log } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";

/** What a serving process has when it begins. `db` works in the application's role. */
export type WebDeps = {
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

export async function startWeb(_deps: WebDeps): Promise<Web> {
  return {
    fetch: () =>
      new Response("Không tìm thấy trang. / Page not found.\n", {
        status: 404,
        headers: { "content-type": "text/plain; charset=utf-8" },
      }),
    close: async () => undefined,
  };
}
