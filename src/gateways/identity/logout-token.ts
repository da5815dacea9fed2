import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { IdentityFailure } from "./failures.ts";

/** The provider's word that a session of its own has ended (OpenID Connect Back-Channel Logout 1.0). */
export type LogoutOrder = {
  readonly issuer: string;
  /** At least one of the two is told; with a session only that one ends, else all of the account. */
  readonly subject: string | null;
  readonly providerSession: string | null;
  /** Names this order; it is obeyed once. */
  readonly tokenId: string;
  /** Until then the name must be remembered; after it the token is too old anyway. */
  readonly goodUntil: Instant;
};

/** An order older than this is none, whatever its own end says: names need not be remembered longer. */
const AGE_MAX_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 30;
const EVENT = "http://schemas.openid.net/event/backchannel-logout";

const Payload = z
  .object({
    iss: z.string(),
    iat: z.number(),
    jti: z.string().min(1).max(300),
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    events: z.record(z.string(), z.unknown()),
    // A logout token bears none, so that it cannot pass for an id_token nor an id_token for it.
    nonce: z.undefined().optional(),
  })
  .refine(({ events }) => typeof events[EVENT] === "object" && events[EVENT] !== null)
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

export type LogoutReader = (token: string) => Promise<Result<LogoutOrder, IdentityFailure>>;

/** Reads logout tokens of one provider for one client. Unknown keys are fetched again at most every half minute. */
export function createLogoutReader(of: {
  readonly issuer: string;
  readonly clientId: string;
  readonly algorithm: string;
  readonly jwksUri: string;
  readonly timeoutSeconds: number;
}): LogoutReader {
  const keys = createRemoteJWKSet(new URL(of.jwksUri), {
    timeoutDuration: of.timeoutSeconds * 1000,
    cooldownDuration: 30_000,
  });
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: of.issuer,
        audience: of.clientId,
        algorithms: [of.algorithm],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        maxTokenAge: AGE_MAX_SECONDS,
        requiredClaims: ["exp", "iat", "jti"],
      });
      const type = protectedHeader.typ?.toLowerCase() ?? "jwt";
      if (type !== "logout+jwt" && type !== "jwt") return untrusted("typ");
      const read = Payload.safeParse(payload);
      if (!read.success) return untrusted(read.error.issues[0]?.path.join(".") || "events");
      const { iss, iat, jti, sub, sid } = read.data;
      return ok({
        issuer: iss,
        subject: sub ?? null,
        providerSession: sid ?? null,
        tokenId: jti,
        goodUntil: (iat + AGE_MAX_SECONDS + 2 * CLOCK_TOLERANCE_SECONDS) * 1000,
      });
    } catch (cause) {
      if (cause instanceof errors.JWKSTimeout) return fail({ tag: "provider-unreachable", detail: cause.code });
      if (cause instanceof errors.JOSEError) return untrusted(cause.code);
      if (cause instanceof TypeError) return fail({ tag: "provider-unreachable", detail: "network" });
      throw cause;
    }
  };
}

const untrusted = (detail: string): { readonly ok: false; readonly failure: IdentityFailure } =>
  fail({ tag: "untrusted-answer", detail });
