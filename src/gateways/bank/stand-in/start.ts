import { createHash, timingSafeEqual } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { type Dong, dong } from "../../../kernel/dong.ts";
import type { Instant } from "../../../kernel/plain-date.ts";
import type { Language } from "../../../kernel/text.ts";
import { bankApp } from "./app.ts";
import { type Account, openLedger } from "./ledger.ts";
import { openNotices } from "./notices.ts";

export type BankStandInOptions = {
  /** Said by whoever starts it, so that no installation gets a bank of play money by accident. */
  readonly demonstration: true;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Where the notices go: the office's own door for its bank. */
  readonly callbackUrl: string;
  readonly secret: string;
  readonly apiKey: string;
  /** The one origin a payer may be sent back to, for example `http://127.0.0.1:3000`. */
  readonly publicReturnOrigin: string;
  readonly beneficiary: Account;
  readonly clock: { now(): Instant };
  /** Where the books are kept over restarts; in memory only when absent. */
  readonly dataDir?: string;
  readonly openingBalance?: Dong;
  readonly lateMs?: number;
  readonly heldMs?: number;
  readonly retryMs?: readonly number[];
};

export type BankStandIn = {
  readonly url: string;
  /** Switches the bank's API off and on: while off it answers 503, as a bank at night. */
  answerQueries(answering: boolean): void;
  balances(): { readonly payer: Dong; readonly beneficiary: Dong };
  close(): Promise<void>;
};

/** Starts the demonstration bank and answers once it listens. */
export async function startBankStandIn(options: BankStandInOptions): Promise<BankStandIn> {
  if (options.demonstration !== true) throw new Error("the stand-in bank belongs to demonstrations only");
  const now = () => options.clock.now();
  const ledger = openLedger({
    beneficiary: options.beneficiary,
    openingBalance: options.openingBalance ?? dong(10_000_000_000),
    file: options.dataDir === undefined ? undefined : join(options.dataDir, "bank-stand-in.jsonl"),
    now,
  });
  const notices = openNotices({
    callbackUrl: options.callbackUrl,
    secret: options.secret,
    now,
    lateMs: options.lateMs ?? 20_000,
    heldMs: options.heldMs ?? 60_000,
    retryMs: options.retryMs ?? [1_000, 5_000, 30_000, 120_000],
  });
  let answering = true;
  const app = bankApp({
    ledger,
    notices,
    beneficiary: options.beneficiary,
    isApiKey: sameAs(options.apiKey),
    answersQueries: () => answering,
    publicReturnOrigin: new URL(options.publicReturnOrigin).origin,
  });

  const host = options.host ?? "127.0.0.1";
  const server = await new Promise<Server>((listening, failed) => {
    const started = serve({ fetch: app.fetch, port: options.port, hostname: host }, () => listening(started as Server));
    started.once("error", failed);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    answerQueries(on) {
      answering = on;
    },
    balances: () => ({ payer: ledger.balanceOfPayer(), beneficiary: ledger.balanceOfBeneficiary() }),
    close() {
      notices.stop();
      return new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    },
  };
}

/** The address of the payer's page for a QR; `returnTo` is taken up only when it lies at the office's own origin. */
export function payPageUrl(standInUrl: string, payload: string, returnTo: string, language: Language): string {
  return `${standInUrl}/chuyen-khoan?${new URLSearchParams({ qr: payload, ve: returnTo, lang: language })}`;
}

const sameAs = (secret: string) => {
  const digest = (value: string): Buffer => createHash("sha256").update(value).digest();
  const expected = digest(secret);
  return (given: string): boolean => timingSafeEqual(digest(given), expected);
};
