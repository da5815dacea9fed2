import type { Instant } from "../../kernel/plain-date.ts";
import { dayOfInstant, daysBetween } from "../../kernel/plain-date.ts";
import { readKeyLedger } from "../../platform/key-ledger.ts";
import type { Metrics } from "../../platform/metrics.ts";
import type { Settings } from "../../platform/settings.ts";
import { ownKeys } from "./report.ts";

const HOUR_MS = 3_600_000;

/** `/metrics`: how many days are left for each key of ours with a term; negative when it is overdue. Looked up hourly. */
export function watchKeys(settings: Settings, metrics: Pick<Metrics, "gauge">, now: () => Instant): void {
  let readAt = Number.NEGATIVE_INFINITY;
  metrics.gauge("motcua_key_days_left", "Days until a key or certificate is to be changed.", ["key"], {
    // Each process knows the same: the figures of all of them are one figure.
    aggregator: "min",
    async collect() {
      if (now() - readAt < HOUR_MS) return;
      readAt = now();
      const lines = await ownKeys(settings, readKeyLedger(settings.dataDir), now());
      this.reset();
      for (const { name, due } of lines)
        if (due !== null) this.set({ key: name }, daysBetween(dayOfInstant(now()), due));
    },
  });
}
