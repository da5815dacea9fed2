import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Instant } from "../../../kernel/plain-date.ts";
import { headerHash } from "../national/authorization.ts";
import type { NationalProfile } from "../national/profile.ts";
import { readXml } from "../national/xml.ts";
import { existsXml, faultXml, hostileXml, namelessXml, nobodyXml, personXml } from "./answer.ts";
import { createLedger, isExactly, isMeant, type Registered } from "./register.ts";
import { readRequest } from "./request.ts";

/** What the service can do wrong, each to be asked for by name. `silent` counts the call and drops the answer. */
export const POPULATION_FAULTS = ["none", "down", "slow", "silent", "nameless", "hostile", "x-road", "broken"] as const;
export type PopulationFault = (typeof POPULATION_FAULTS)[number];

export type PopulationStandInOptions = {
  /** Said by whoever starts it, so that no installation asks invented people by accident. */
  readonly demonstration: true;
  /** 0 takes any free port. */
  readonly port: number;
  readonly users: Readonly<Record<string, string>>;
  readonly units: readonly string[];
  /** The address askers hash, where it is not the one they reach (a platform in between). */
  readonly publicUrl?: string;
  readonly timestamp?: NationalProfile["timestamp"];
  readonly wrapping?: NationalProfile["wrapping"];
  readonly find: (number: string) => Promise<Registered | null> | Registered | null;
  readonly clock: { now(): Instant };
  readonly slowMs?: number;
};

export type PopulationStandIn = {
  readonly url: string;
  /** From now on, until told otherwise. */
  err(fault: PopulationFault): void;
  /** By the askers' ids: how often each came. One id is counted once. */
  calls(): ReadonlyMap<string, { readonly times: number }>;
  close(): Promise<void>;
};

const CODES = { "037": "lookup", "003": "verify", "033": "verify" } as const;
/** A header older or newer than this has been kept by somebody. */
const STALE_MS = 5 * 60_000;
const REQUEST_BYTES_MOST = 65_536;

/** Starts a service that speaks the national protocol over invented people, and refuses what the real one refuses. */
export async function startPopulationStandIn(options: PopulationStandInOptions): Promise<PopulationStandIn> {
  if (options.demonstration !== true) throw new Error("the stand-in register belongs to demonstrations only");
  const ledger = createLedger();
  let fault: PopulationFault = "none";
  let here = "";

  const reply = (response: ServerResponse, status: number, xml: string): void => {
    const wrapped = options.wrapping === "hub-json";
    response.writeHead(status, { "content-type": wrapped ? "application/json" : "text/xml; charset=utf-8" });
    response.end(wrapped ? JSON.stringify({ error_code: status === 200 ? 0 : status, message: xml }) : xml);
  };

  /** 401 for anything wrong with who asks: which part it was is nobody's business. */
  const isKnown = (request: IncomingMessage): boolean => {
    const timestamp = String(request.headers.timestamp ?? "");
    const at = Number(timestamp) * (options.timestamp === "seconds" ? 1000 : 1);
    if (!/^\d{10,13}$/.test(timestamp) || Math.abs(options.clock.now() - at) > STALE_MS) return false;
    const basic = /^Basic ([A-Za-z0-9+/=]+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const [user = "", hash = ""] = Buffer.from(basic, "base64").toString("utf8").split(":", 2);
    const secret = Object.hasOwn(options.users, user) ? options.users[user] : undefined;
    const address = `${options.publicUrl ?? here}${request.url ?? ""}`;
    return secret !== undefined && same(hash, headerHash(address, user, timestamp, secret));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (fault === "down") return void response.writeHead(503).end();
    if (fault === "x-road")
      return void response.writeHead(500, { "x-road-error": "Server.ServerProxy.ServiceFailed" }).end("{}");
    if (request.method !== "POST") return void response.writeHead(405, { allow: "POST" }).end();
    const body = await bodyOf(request);
    if (body === null) return void response.writeHead(413).end();
    if (!isKnown(request)) return void response.writeHead(401).end();
    const asked = readRequest(readXml(body), { units: options.units, codes: CODES });
    if (typeof asked === "string") return reply(response, 500, faultXml("Client", asked));
    if (!ledger.count(asked.id, JSON.stringify([asked.operation, asked.claim])))
      return reply(response, 500, faultXml("Client", "MaYeuCau"));

    if (fault === "slow") await pause(options.slowMs ?? 10_000, undefined, { ref: false });
    if (fault === "silent") return void request.socket.destroy();
    if (fault === "broken") return reply(response, 500, faultXml("Server", "Lỗi hệ thống"));
    if (fault === "hostile") return reply(response, 200, hostileXml());
    const found = await options.find(asked.claim.number);
    if (asked.operation === "verify")
      return reply(response, 200, existsXml(found !== null && isExactly(found, asked.claim)));
    if (found && isMeant(found, asked.claim)) return reply(response, 200, personXml(found));
    return reply(response, 200, fault === "nameless" ? namelessXml() : nobodyXml());
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(options.port, "127.0.0.1", listening);
  });
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: here,
    err(next) {
      fault = next;
    },
    calls: () => ledger.calls(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > REQUEST_BYTES_MOST) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function same(given: string, expected: string): boolean {
  const digest = (value: string): Buffer => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
