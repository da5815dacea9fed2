import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { errors } from "oidc-provider";
import type { Instant } from "../../../kernel/plain-date.ts";
import { createStandInAccounts, type StandInAccount } from "./accounts.ts";
import { newStandInKey, type StandInKey } from "./key.ts";
import { contentSecurityPolicy, languageOf, noticePage } from "./pages.ts";
import { createProvider, type StandInClient } from "./provider.ts";
import { serveSignIn } from "./sign-in.ts";

export type StandInOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** How browsers reach it; `http://localhost:<port>` when left out. */
  readonly publicUrl?: string;
  readonly clients: readonly StandInClient[];
  readonly accounts: readonly StandInAccount[];
  readonly now?: () => Instant;
  /** From `newStandInKey`; made anew at each start when left out. */
  readonly signingKey?: StandInKey;
  /** Is told of faults of the stand-in itself; they go to the console when left out. */
  readonly report?: (cause: unknown) => void;
  /** Says that whoever starts it knows that strangers will reach it. Without this it serves this machine only. */
  readonly beyondThisMachine?: boolean;
};

export type IdentityStandIn = { readonly issuer: string; close(): Promise<void> };

const THIS_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Starts the stand-in for the national sign-in: a real OpenID Connect provider with invented people. Its buttons sign in
 * without a password, so it refuses to serve beyond this machine unless told so.
 */
export async function start(options: StandInOptions): Promise<IdentityStandIn> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => {
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(options.port, options.host ?? "127.0.0.1", listening);
  });
  try {
    const { port } = server.address() as AddressInfo;
    const issuer = (options.publicUrl ?? `http://localhost:${port}`).replace(/\/$/, "");
    requireDemonstration(issuer, options.beyondThisMachine ?? false);
    handle = standInHandler(issuer, options);
    return { issuer, close: () => closeNow(server) };
  } catch (cause) {
    await closeNow(server);
    throw cause;
  }
}

function requireDemonstration(issuer: string, beyondThisMachine: boolean): void {
  if (beyondThisMachine || THIS_MACHINE.has(new URL(issuer).hostname)) return;
  throw new Error(
    `the identity stand-in would let anybody in at ${issuer}: set beyondThisMachine for a public demonstration`,
  );
}

function standInHandler(issuer: string, options: StandInOptions) {
  const now = options.now ?? Date.now;
  const report = options.report ?? ((cause) => console.error("identity stand-in:", cause));
  const accounts = createStandInAccounts(options.accounts, now);
  const provider = createProvider({
    issuer,
    clients: options.clients,
    accounts,
    key: options.signingKey ?? newStandInKey(),
  });
  const policy = contentSecurityPolicy(
    options.clients
      .flatMap((client) => [...client.redirectUris, ...client.postLogoutRedirectUris])
      .map((uri) => new URL(uri).origin),
  );
  const answerProvider = provider.callback();
  const answerSignIn = serveSignIn(provider, options.clients, accounts);

  return (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader("content-security-policy", policy);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("cache-control", "no-store");
    const path = new URL(request.url ?? "/", issuer).pathname;
    if (path === "/") sendPage(response, 200, welcome());
    else if (!path.startsWith("/sign-in/")) void answerProvider(request, response);
    else
      answerSignIn(request, response).catch((cause: unknown) => {
        const lost = cause instanceof errors.SessionNotFound;
        if (!lost) report(cause);
        sendPage(response, lost ? 400 : 500, expired());
      });
  };
}

const welcome = (): string =>
  noticePage(languageOf("vi"), {
    vi: "Hệ thống này thay cho dịch vụ đăng nhập quốc gia khi trình diễn. Vui lòng bắt đầu từ trang dịch vụ.",
    en: "This takes the place of the national sign-in in demonstrations. Please start from the service.",
  });

const expired = (): string =>
  noticePage(languageOf("vi"), {
    vi: "Lần đăng nhập này đã hết hạn. Vui lòng trở lại trang dịch vụ và đăng nhập lại.",
    en: "This sign-in has expired. Please go back to the service and sign in again.",
  });

function sendPage(response: ServerResponse, status: number, html: string): void {
  if (response.headersSent) response.end();
  else response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

const closeNow = (server: ReturnType<typeof createServer>): Promise<void> =>
  new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
