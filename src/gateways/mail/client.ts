import { createTransport } from "nodemailer";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Mail, MailFailure } from "./port.ts";

export type MailClientOptions = {
  /** `smtp://user:secret@host:port`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** The sender, as people see it: `Một Cửa <no-reply@example.gov.vn>`. */
  readonly from: string;
  /** Longest wait for the server at each step. */
  readonly timeoutMs?: number;
  /** Lets letters leave without TLS; only for a server on this very machine. */
  readonly plain?: boolean;
};

/** Sends letters by SMTP (RFC 5321). A server that offers no TLS gets none, unless it stands on this machine. */
export function createMailClient({ url, from, timeoutMs = 15_000, plain = false }: MailClientOptions): Mail {
  const address = new URL(url);
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  const secure = address.protocol === "smtps:";
  const transport = createTransport({
    host: address.hostname,
    port: Number(address.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    ...(address.username
      ? { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }
      : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(letter) {
      try {
        const { response } = await transport.sendMail({
          from,
          to: { name: "", address: letter.to },
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          messageId: `<${letter.key}@${domain}>`,
          headers: {
            // Tells automatic answers to stay silent (RFC 3834).
            "Auto-Submitted": "auto-generated",
            ...(letter.unsubscribe ? { "List-Unsubscribe": `<${letter.unsubscribe}>` } : {}),
          },
        });
        return ok({ receipt: withoutAddresses(response) });
      } catch (cause) {
        return failureOf(cause);
      }
    },
  };
}

/** What a server says back may quote the address; a proof and a log hold none. */
const withoutAddresses = (said: string): string =>
  said
    .replace(/\S+@\S+/g, "…")
    .replace(/\s+/g, " ")
    .slice(0, 200);

/** Failures that happen before any letter is given. */
const BEFORE: ReadonlySet<string> = new Set(["EDNS", "ETLS", "ECONNREFUSED", "EAUTH", "ENOTFOUND"]);

function failureOf(cause: unknown): Result<never, MailFailure> {
  const { code, command, responseCode, syscall, message } = cause as {
    readonly code?: string;
    readonly command?: string;
    readonly responseCode?: number;
    readonly syscall?: string;
    readonly message?: string;
  };
  if (responseCode !== undefined) {
    // A refused sign-in is our own setting, not the person's address: somebody mends it, and the letter waits.
    const permanent = responseCode >= 500 && !command?.startsWith("AUTH");
    return fail({ kind: permanent ? "permanent" : "temporary", cause: `SMTP ${responseCode}` });
  }
  if (code === "EENVELOPE") return fail({ kind: "permanent", cause: code });
  // A line that broke is `CONN` at every step; only what surely came before the letter is safe to repeat.
  const early =
    syscall === "connect" ||
    BEFORE.has(code ?? "") ||
    /^(Connection timeout|Greeting never received)/.test(message ?? "") ||
    /^(AUTH|MAIL|RCPT|EHLO|STARTTLS)/.test(command ?? "");
  return fail({ kind: early ? "temporary" : "uncertain", cause: code ?? "unknown" });
}
