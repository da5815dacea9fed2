import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import type { Instant } from "../../../kernel/plain-date.ts";
import { mailPages } from "./pages.tsx";
import { readLetter } from "./read-letter.ts";

/** A letter as the server took it. */
export type KeptLetter = {
  readonly at: Instant;
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
};

/** `busy` answers 451; `broken-line` takes the letter and hangs up without a word, as a server that dies just then. */
export type MailFault = "none" | "busy" | "broken-line";

export type MailStandInOptions = {
  /** Said by whoever starts it, so that no installation gets a mail server of play by accident. */
  readonly demonstration: true;
  /** 0 takes any free port; the page of what was taken stands on `pagePort`. */
  readonly port: number;
  readonly pagePort: number;
  readonly host?: string;
  readonly user: string;
  readonly password: string;
  readonly clock: { now(): Instant };
};

export type MailStandIn = {
  /** With user and password, as the office's settings name a server. */
  readonly url: string;
  readonly pageUrl: string;
  letters(): readonly KeptLetter[];
  err(fault: MailFault): void;
  close(): Promise<void>;
};

const KEPT_MOST = 500;
const LETTER_BYTES_MOST = 1_000_000;

/** Starts an SMTP server that keeps what it takes in memory; boxes named `khong-co…` do not exist there. */
export async function startMailStandIn(options: MailStandInOptions): Promise<MailStandIn> {
  if (options.demonstration !== true) throw new Error("the stand-in mail server belongs to demonstrations only");
  const host = options.host ?? "127.0.0.1";
  const kept: KeptLetter[] = [];
  let fault: MailFault = "none";

  const smtp = new SMTPServer({
    name: "thu.ban-thu",
    size: LETTER_BYTES_MOST,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === options.user && password === options.password) done(null, { user: username });
      else done(refusal(535, "wrong user or password"));
    },
    onRcptTo({ address }, _session, done) {
      if (fault === "busy") done(refusal(451, "try again later"));
      else if (/^khong-co/i.test(address)) done(refusal(550, "no such box"));
      else done();
    },
    onData(stream, session, done) {
      readAll(stream).then(
        (raw) => {
          const to = session.envelope.rcptTo[0]?.address ?? "";
          kept.push({ at: options.clock.now(), to, ...readLetter(raw) });
          if (kept.length > KEPT_MOST) kept.shift();
          if (fault !== "broken-line") return done(null, `2.0.0 taken as ${session.id}`);
          for (const line of smtp.connections) if (isOf(line, session.id)) line.close();
        },
        () => done(refusal(451, "not read")),
      );
    },
  });
  smtp.on("error", () => undefined);
  await new Promise<void>((up, failed) => {
    smtp.server.once("error", failed);
    smtp.listen(options.port, host, () => up());
  });
  const page = await new Promise<Server>((up, failed) => {
    const started = serve({ fetch: mailPages(() => kept).fetch, port: options.pagePort, hostname: host }, () =>
      up(started as Server),
    );
    started.once("error", failed);
  });
  const port = (smtp.server.address() as AddressInfo).port;
  return {
    url: `smtp://${encodeURIComponent(options.user)}:${encodeURIComponent(options.password)}@${host}:${port}`,
    pageUrl: `http://${host}:${(page.address() as AddressInfo).port}`,
    letters: () => [...kept],
    err(wanted) {
      fault = wanted;
    },
    async close() {
      await Promise.all([
        new Promise<void>((closed) => smtp.close(() => closed())),
        new Promise<void>((closed) => {
          page.close(() => closed());
          page.closeAllConnections();
        }),
      ]);
    },
  };
}

const isOf = (line: object, session: string): boolean => "id" in line && line.id === session;

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

async function readAll(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
