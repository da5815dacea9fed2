import { aggregated, type Metrics } from "../platform/metrics.ts";
import { sayToPrimary, type ToChild } from "./messages.ts";

/** The figures of all serving processes as one page, whichever of them is asked for it. */
export type Measuring = {
  page(): Promise<string>;
  hear(message: ToChild): void;
};

const WAIT_MS = 2_000;

/** A monitor reaches one process only; that one asks the primary, which asks all. Alone, it tells its own figures. */
export function createMeasuring(metrics: Metrics): Measuring {
  const waiting = new Map<number, (parts: readonly object[]) => void>();
  let asked = 0;
  const own = async (): Promise<object> => metrics.registry.getMetricsAsJSON();

  return {
    async page() {
      if (!process.connected) return metrics.registry.metrics();
      const number = ++asked;
      const parts = await new Promise<readonly object[]>((done) => {
        const late = setTimeout(() => done([]), WAIT_MS);
        waiting.set(number, (found) => {
          clearTimeout(late);
          done(found);
        });
        sayToPrimary({ kind: "measure-all", asked: number });
      });
      waiting.delete(number);
      return parts.length === 0 ? metrics.registry.metrics() : aggregated(parts);
    },
    hear(message) {
      if (message.kind === "measured") waiting.get(message.asked)?.(message.parts);
      if (message.kind === "measure") {
        void own().then((measures) => sayToPrimary({ kind: "my-measures", asked: message.asked, measures }));
      }
    },
  };
}
