import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Instant } from "../../../kernel/plain-date.ts";
import { certificateInfo, type HeldKey, heldCredential, PINS_WRONG_MOST, signDigest } from "./credentials.ts";

/** What the service can do wrong, each to be asked for by name. `garbled` answers what no one agreed. */
const REMOTE_SIGNING_FAULTS = ["none", "down", "slow", "silent", "garbled", "token-ended"] as const;
export type RemoteSigningFault = (typeof REMOTE_SIGNING_FAULTS)[number];

export type RemoteSigningStandInOptions = {
  /** Said by whoever starts it, so that no installation signs with invented keys by accident. */
  readonly demonstration: true;
  /** 0 takes any free port. */
  readonly port: number;
  readonly clients: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, HeldKey>>;
  readonly clock: { now(): Instant };
  readonly multisign?: number;
  readonly sadSeconds?: number;
  readonly slowMs?: number;
};

export type RemoteSigningStandIn = {
  /** The base address, `http://127.0.0.1:…/csc/v2`. */
  readonly url: string;
  /** From now on, until told otherwise. */
  err(fault: RemoteSigningFault): void;
  /** How often each path was called. */
  calls(): ReadonlyMap<string, number>;
  close(): Promise<void>;
};

const REQUEST_BYTES_MOST = 262_144;
const TOKEN_SECONDS = 600;
const SHA256 = "2.16.840.1.101.3.4.2.1";
const SIGN_ALGORITHM = "1.2.840.113549.1.1.11";

const hashes = z.array(z.string()).min(1);
const authorizeShape = z.object({
  credentialID: z.string(),
  numSignatures: z.number().int().positive(),
  hashes,
  hashAlgorithmOID: z.string(),
  authData: z.array(z.object({ id: z.string(), value: z.string() })).optional(),
});
const signShape = z.object({
  credentialID: z.string(),
  SAD: z.string(),
  hashes,
  hashAlgorithmOID: z.string(),
  signAlgo: z.string(),
});
const namedShape = z.object({ credentialID: z.string() });

/** An answer of the service; a refusal carries the error words of the specification. */
type Said = { readonly status: number; readonly json: object };
const said = (json: object): Said => ({ status: 200, json });
const refused = (error_description: string, error = "invalid_request"): Said => ({
  status: error === "invalid_token" ? 401 : 400,
  json: { error, error_description },
});

/** Starts a signing service that speaks CSC API v2 with keys of its own, and refuses what a real one refuses. */
export async function startRemoteSigningStandIn(options: RemoteSigningStandInOptions): Promise<RemoteSigningStandIn> {
  if (options.demonstration !== true) throw new Error("the signing stand-in belongs to demonstrations only");
  const { clock, multisign = 100, sadSeconds = 120 } = options;
  const held = new Map(Object.entries(options.credentials).map(([id, key]) => [id, heldCredential(key)]));
  const tokens = new Map<string, Instant>();
  /** What each activation was given for; it serves once. */
  const activations = new Map<string, { credential: string; hashes: string; until: Instant }>();
  const calls = new Map<string, number>();
  let fault: RemoteSigningFault = "none";

  const doors: Readonly<Record<string, (body: unknown) => Said>> = {
    info: () =>
      said({
        specs: "2.0.0.2",
        name: "Ký số từ xa (thử nghiệm, không có giá trị pháp lý)",
        logo: "",
        region: "VN",
        lang: "vi-VN",
        description: "",
        authType: ["oauth2client"],
        methods: [
          "oauth2/token",
          "credentials/list",
          "credentials/info",
          "credentials/authorize",
          "signatures/signHash",
        ],
      }),
    "credentials/list": () => said({ credentialIDs: [...held.keys()] }),
    "credentials/info": (body) => {
      const asked = namedShape.safeParse(body);
      const found = asked.success ? held.get(asked.data.credentialID) : undefined;
      if (!found) return refused("Invalid parameter credentialID");
      return said({
        key: {
          status: found.wrongPins >= PINS_WRONG_MOST ? "disabled" : "enabled",
          algo: ["1.2.840.113549.1.1.1", SIGN_ALGORITHM],
          len: found.lengthBits,
        },
        cert: certificateInfo(found.chain),
        auth:
          found.pin === null
            ? { mode: "implicit" }
            : { mode: "explicit", expression: "PIN", objects: [{ type: "Password", id: "PIN", format: "N" }] },
        SCAL: "2",
        multisign,
      });
    },
    "credentials/authorize": (body) => {
      const asked = authorizeShape.safeParse(body);
      if (!asked.success) return refused("Missing or invalid parameter");
      const found = held.get(asked.data.credentialID);
      if (!found) return refused("Invalid parameter credentialID");
      if (asked.data.hashAlgorithmOID !== SHA256) return refused("Invalid parameter hashAlgorithmOID");
      if (asked.data.hashes.length !== asked.data.numSignatures || asked.data.hashes.length > multisign)
        return refused("Numbers of signatures is too high");
      if (!asked.data.hashes.every(isDigest)) return refused("Invalid parameter hashes");
      if (found.wrongPins >= PINS_WRONG_MOST) return refused("The credential is locked", "invalid_pin");
      const pin = asked.data.authData?.find(({ id }) => id === "PIN")?.value ?? "";
      if (found.pin !== null && !same(pin, found.pin)) {
        found.wrongPins += 1;
        return refused("The PIN is invalid", "invalid_pin");
      }
      found.wrongPins = 0;
      const sad = randomBytes(24).toString("base64url");
      activations.set(sad, {
        credential: asked.data.credentialID,
        hashes: JSON.stringify(asked.data.hashes),
        until: (clock.now() + sadSeconds * 1_000) as Instant,
      });
      return said({ SAD: sad, expiresIn: sadSeconds });
    },
    "signatures/signHash": (body) => {
      const asked = signShape.safeParse(body);
      if (!asked.success) return refused("Missing or invalid parameter");
      const found = held.get(asked.data.credentialID);
      if (!found) return refused("Invalid parameter credentialID");
      if (asked.data.hashAlgorithmOID !== SHA256 || asked.data.signAlgo !== SIGN_ALGORITHM)
        return refused("Invalid parameter signAlgo");
      const activation = activations.get(asked.data.SAD);
      if (activation?.credential !== asked.data.credentialID) return refused("Invalid parameter SAD");
      if (activation.until <= clock.now()) return refused("SAD expired");
      if (activation.hashes !== JSON.stringify(asked.data.hashes)) return refused("Hash is not authorized by the SAD");
      activations.delete(asked.data.SAD);
      const signatures = asked.data.hashes.map((one) =>
        signDigest(found, Buffer.from(one, "base64")).toString("base64"),
      );
      return said({ signatures });
    },
  };

  const grantToken = (body: string): Said => {
    const asked = new URLSearchParams(body);
    const id = asked.get("client_id") ?? "";
    const secret = Object.hasOwn(options.clients, id) ? options.clients[id] : undefined;
    if (asked.get("grant_type") !== "client_credentials") return refused("grant_type", "unsupported_grant_type");
    if (secret === undefined || !same(asked.get("client_secret") ?? "", secret))
      return refused("client", "invalid_client");
    const token = randomBytes(24).toString("base64url");
    tokens.set(token, (clock.now() + TOKEN_SECONDS * 1_000) as Instant);
    return said({ access_token: token, token_type: "Bearer", expires_in: TOKEN_SECONDS });
  };

  const mayCome = (request: IncomingMessage): boolean => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    if (fault === "token-ended") {
      fault = "none";
      tokens.clear();
    }
    return (tokens.get(token) ?? 0) > clock.now();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? "").replace(/^\/csc\/v2\//, "");
    calls.set(path, (calls.get(path) ?? 0) + 1);
    if (fault === "down") return void response.writeHead(503).end();
    if (fault === "silent") return void request.socket.destroy();
    if (fault === "slow") await pause(options.slowMs ?? 10_000, undefined, { ref: false });
    if (request.method !== "POST") return void response.writeHead(405, { allow: "POST" }).end();
    const body = await bodyOf(request);
    if (body === null) return void response.writeHead(413).end();
    const reply = ({ status, json }: Said): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(fault === "garbled" ? '{"signatures":"?"}' : JSON.stringify(json));
    };
    if (path === "oauth2/token") return reply(grantToken(body));
    const door = Object.hasOwn(doors, path) ? doors[path] : undefined;
    if (!door) return void response.writeHead(404).end();
    // Whoever the service is may be asked by anybody.
    if (path !== "info" && !mayCome(request)) return reply(refused("The access token is not valid", "invalid_token"));
    reply(door(jsonOf(body)));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(options.port, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/csc/v2`,
    err(next) {
      fault = next;
    },
    calls: () => calls,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const isDigest = (value: string): boolean => Buffer.from(value, "base64").length === 32;

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
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
