import type { Instant } from "../../kernel/plain-date.ts";
import { newSecret } from "../ids.ts";
import { contentDigest, digestHolds } from "./digest.ts";
import type { SigningKey, VerifyingKey } from "./keys.ts";
import type { Fields, RequestParts } from "./message.ts";
import { signMessage } from "./sign.ts";
import { type SignatureFailure, verifyMessage } from "./verify.ts";

/** How requests and answers between agencies are signed: what must be covered, and how old a message may be. */
export const REQUEST_COVERED = ['"@method"', '"@target-uri"', '"content-digest"', '"content-type"'] as const;
const ANSWER_COVERED = [
  '"@status"',
  '"content-digest"',
  '"content-type"',
  '"@method";req',
  '"@target-uri";req',
] as const;
export const AGE_MOST_SECONDS = 300;
export const TAG = "motcua";

export const fieldsOf = (headers: Headers): Fields => [...headers];

/** An answer that was not signed as agreed, by whom it should have been. */
export class UnsignedAnswer extends Error {
  readonly failure: SignatureFailure["kind"] | "wrong-digest";
  constructor(failure: SignatureFailure["kind"] | "wrong-digest") {
    super(`the answer is not signed: ${failure}`);
    this.failure = failure;
  }
}

/**
 * Sends requests signed and takes only answers that the other side signed over this very request.
 * @returns a function like `fetch`. It throws UnsignedAnswer, or whatever `fetch` throws.
 */
export function signedFetch(options: {
  readonly key: SigningKey;
  readonly answerKey: (id: string) => Promise<VerifyingKey | null>;
  readonly now: () => Instant;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = new Uint8Array(await request.clone().arrayBuffer());
    const headers = new Headers(request.headers);
    headers.set("content-digest", contentDigest(body));
    const parts: RequestParts = { method: request.method, targetUri: request.url, fields: fieldsOf(headers) };
    const extra = headers.has("idempotency-key") ? ['"idempotency-key"'] : [];
    const signed = signMessage(parts, {
      key: options.key,
      components: [...REQUEST_COVERED, ...extra],
      created: options.now(),
      expires: options.now() + AGE_MOST_SECONDS * 1000,
      nonce: newSecret(),
      tag: TAG,
    });
    for (const [name, value] of Object.entries(signed)) headers.set(name, value);
    const sent: RequestParts = { ...parts, fields: fieldsOf(headers) };
    const answer = await fetch(new Request(request, { headers }));
    const answered = new Uint8Array(await answer.arrayBuffer());
    const verified = await verifyMessage(
      { status: answer.status, fields: fieldsOf(answer.headers), request: sent },
      {
        now: options.now(),
        keyOf: options.answerKey,
        required: [...ANSWER_COVERED, '"signature";req;key="sig1"'],
        ageMostSeconds: AGE_MOST_SECONDS,
      },
    );
    if (!verified.ok) throw new UnsignedAnswer(verified.failure.kind);
    if (!digestHolds(answer.headers.get("content-digest"), answered)) throw new UnsignedAnswer("wrong-digest");
    return new Response(answered, { status: answer.status, headers: answer.headers });
  };
}

/** Signs an answer over itself and the request it answers; `label` is that of the request's signature. */
export async function signAnswer(
  answer: Response,
  request: RequestParts,
  label: string,
  key: SigningKey,
  now: Instant,
): Promise<Response> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const headers = new Headers(answer.headers);
  if (!headers.has("content-type")) headers.set("content-type", "application/octet-stream");
  headers.set("content-digest", contentDigest(body));
  const signed = signMessage(
    { status: answer.status, fields: fieldsOf(headers), request },
    { key, components: [...ANSWER_COVERED, `"signature";req;key="${label}"`], created: now },
  );
  for (const [name, value] of Object.entries(signed)) headers.set(name, value);
  return new Response(body, { status: answer.status, headers });
}
