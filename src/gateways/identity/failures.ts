import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";

/**
 * Everything expected to go wrong between us and the provider. `detail` is a code for the log, never a personal datum.
 * - `provider-unreachable`: no answer in time, or an answer of a server in trouble. Trying again later helps.
 * - `refused`: the person or the provider said no.
 * - `expired`: the code was used or is too old. Signing in again helps.
 * - `untrusted-answer`: a signature, state, nonce, issuer or audience is not what it must be. Nobody is let in.
 * - `claims-missing`: the provider vouches for somebody but does not say enough to know who it is.
 * - `assurance-too-low`: the identity is proven, but below the level this office asks for.
 */
export type IdentityFailure =
  | { readonly tag: "provider-unreachable"; readonly detail: string }
  | { readonly tag: "refused"; readonly detail: string }
  | { readonly tag: "expired"; readonly detail: string }
  | { readonly tag: "untrusted-answer"; readonly detail: string }
  | { readonly tag: "claims-missing"; readonly detail: string }
  | { readonly tag: "assurance-too-low"; readonly has: number; readonly needs: number };

const UNREACHABLE_CODES = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_JSON", "OAUTH_PARSE_ERROR"]);
const PROVIDER_IN_TROUBLE = new Set(["server_error", "temporarily_unavailable"]);

/**
 * Names a failure of the OpenID Connect library in our words.
 * @throws what is not a failure of the exchange but a mistake of our own (a wrong argument).
 */
export function identityFailureOf(cause: unknown): IdentityFailure {
  if (cause instanceof AuthorizationResponseError) {
    if (PROVIDER_IN_TROUBLE.has(cause.error)) return { tag: "provider-unreachable", detail: cause.error };
    return { tag: "refused", detail: cause.error };
  }
  if (cause instanceof ResponseBodyError) {
    if (cause.status >= 500) return { tag: "provider-unreachable", detail: `${cause.status}` };
    return { tag: cause.error === "invalid_grant" ? "expired" : "refused", detail: cause.error };
  }
  if (cause instanceof WWWAuthenticateChallengeError) return { tag: "refused", detail: `challenge ${cause.status}` };
  if (cause instanceof ClientError) {
    const code = cause.code ?? "unknown";
    if (UNREACHABLE_CODES.has(code) || isNetworkError(cause.cause))
      return { tag: "provider-unreachable", detail: code };
    const response = cause.cause;
    if (response instanceof Response && response.status >= 500) {
      return { tag: "provider-unreachable", detail: `${response.status}` };
    }
    return { tag: "untrusted-answer", detail: code };
  }
  if (isNetworkError(cause)) return { tag: "provider-unreachable", detail: "network" };
  throw cause;
}

/** fetch says `TypeError: fetch failed` with the socket's error as its cause, and a DOMException when time is up. */
const isNetworkError = (cause: unknown): boolean =>
  (cause instanceof TypeError && cause.message === "fetch failed") ||
  (cause instanceof DOMException && (cause.name === "TimeoutError" || cause.name === "AbortError")) ||
  (cause instanceof Error && "code" in cause && typeof cause.code === "string" && /^E[A-Z]{4,}$/.test(cause.code));
