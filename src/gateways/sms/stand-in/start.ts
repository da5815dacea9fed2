import { createHash, timingSafeEqual } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Instant, isoInstant } from "../../../kernel/plain-date.ts";
import { signReport } from "../report.ts";
import { smsApp } from "./app.tsx";

/** A text as the provider took it. */
export type KeptSms = {
  readonly id: string;
  readonly key: string;
  readonly to: string;
  readonly text: string;
  readonly at: Instant;
};

/** `busy` answers 503; `lost-answer` takes the text and answers nothing; `undelivered` reports that it did not arrive. */
export type SmsFault = "none" | "busy" | "lost-answer" | "undelivered" | "silent";

export type SmsStandInOptions = {
  /** Said by whoever starts it, so that no installation gets a provider of play by accident. */
  readonly demonstration: true;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly apiKey: string;
  /** Where reports go: the office's own door for them. */
  readonly reportUrl: string;
  readonly secret: string;
  readonly clock: { now(): Instant };
};

export type SmsStandIn = {
  readonly url: string;
  texts(): readonly KeptSms[];
  /** How many requests came, repeated ones counted. */
  asked(): number;
  err(fault: SmsFault): void;
  /** Settles when every report under way has been answered. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** Starts a provider of texts that keeps them in memory; numbers that end in 000 are unknown to it. */
export async function startSmsStandIn(options: SmsStandInOptions): Promise<SmsStandIn> {
  if (options.demonstration !== true) throw new Error("the stand-in of texts belongs to demonstrations only");
  const host = options.host ?? "127.0.0.1";
  const kept: KeptSms[] = [];
  const reports = new Set<Promise<unknown>>();
  let fault: SmsFault = "none";
  let asked = 0;

  const report = async (sms: KeptSms, state: "delivered" | "undelivered"): Promise<void> => {
    const at = options.clock.now();
    const said = JSON.stringify({ id: sms.id, reference: sms.key, state, at: isoInstant(at) });
    const body = new TextEncoder().encode(said);
    const headers = { "content-type": "application/json", ...signReport(body, options.secret, at) };
    const answer = await fetch(options.reportUrl, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(3_000),
    });
    await answer.body?.cancel();
  };

  const app = smsApp({
    isKey: (given) => timingSafeEqual(digest(given), digest(options.apiKey)),
    fault: () => fault,
    texts: () => kept,
    count: () => {
      asked += 1;
    },
    take(sms) {
      const known = kept.find(({ key }) => key === sms.key);
      if (known) return known.to === sms.to && known.text === sms.text ? known : null;
      const taken = { ...sms, id: `SM${digest(sms.key).toString("hex").slice(0, 16)}`, at: options.clock.now() };
      kept.push(taken);
      if (fault !== "silent") {
        const sent = report(taken, fault === "undelivered" ? "undelivered" : "delivered")
          .catch(() => undefined)
          .finally(() => reports.delete(sent));
        reports.add(sent);
      }
      return taken;
    },
  });

  const server = await new Promise<Server>((up, failed) => {
    const started = serve({ fetch: app.fetch, port: options.port, hostname: host }, () => up(started as Server));
    started.once("error", failed);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    texts: () => [...kept],
    asked: () => asked,
    err(wanted) {
      fault = wanted;
    },
    settled: async () => void (await Promise.all(reports)),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const digest = (value: string): Buffer => createHash("sha256").update(value).digest();
