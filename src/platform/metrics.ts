import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What one process measures. The labels are routes and states of the program, never anything about a person. */
export type Metrics = {
  readonly registry: Registry;
  /** `route` is the pattern (`/dossiers/:code`), not the path: paths hold codes of dossiers. */
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Metrics of a module's own, made once at the start. */
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(
    name: string,
    help: string,
    labels?: readonly string[],
    /** `aggregator`: what the figures of several processes become; their sum unless given. `collect` is asked at each reading. */
    how?: { readonly aggregator?: "sum" | "min" | "max"; readonly collect?: (this: Gauge) => void | Promise<void> },
  ): Gauge;
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `pool` is asked at each reading how many connections are open, idle, and waited for. */
export function createMetrics(pool?: () => { open: number; idle: number; waiting: number }): Metrics {
  const registry = new Registry();
  // prom-client collects on demand; the event-loop delay monitor is the one part that runs all the time.
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "How long requests took, by method, route and status.",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  if (pool) {
    new Gauge({
      name: "database_connections",
      help: "Connections of the pools, by state.",
      labelNames: ["state"],
      registers: [registry],
      aggregator: "sum",
      collect() {
        for (const [state, count] of Object.entries(pool())) this.set({ state }, count);
      },
    });
  }
  return {
    registry,
    observeRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers: [registry] }),
    gauge: (name, help, labels = [], how = {}) =>
      new Gauge({ name, help, labelNames: [...labels], registers: [registry], ...how }),
  };
}

/** One text for the whole machine from what each process handed in. */
export async function aggregated(parts: readonly object[]): Promise<string> {
  return AggregatorRegistry.aggregate(parts.map((part) => Object.values(part))).metrics();
}
