import { fail, ok, type Result } from "../../kernel/result.ts";
import type { CertificationFailure } from "./port.ts";

export type Asking = {
  readonly timeoutMs: number;
  readonly bytesMost: number;
  readonly body?: Uint8Array;
  readonly contentType?: string;
  readonly authorization?: string;
};

/** One HTTP exchange with a limit on time and size; redirections are not followed. */
export async function ask(url: string, asking: Asking): Promise<Result<Buffer, CertificationFailure>> {
  if (!/^https?:\/\//i.test(url)) return fail({ kind: "refused", cause: "not an HTTP address" });
  try {
    const response = await fetch(url, {
      redirect: "error",
      signal: AbortSignal.timeout(asking.timeoutMs),
      headers: {
        ...(asking.contentType ? { "content-type": asking.contentType } : {}),
        ...(asking.authorization ? { authorization: asking.authorization } : {}),
      },
      ...(asking.body ? { method: "POST", body: Uint8Array.from(asking.body) } : {}),
    });
    if (!response.ok) {
      await response.body?.cancel();
      const kind = response.status >= 500 || response.status === 429 ? "unavailable" : "refused";
      return fail({ kind, cause: `HTTP ${response.status}` });
    }
    return await limited(response, asking.bytesMost);
  } catch (cause) {
    if (cause instanceof Error && cause.name === "TimeoutError") return fail({ kind: "timeout" });
    return fail({ kind: "unavailable", cause: cause instanceof Error ? cause.message : "no answer" });
  }
}

async function limited(response: Response, bytesMost: number): Promise<Result<Buffer, CertificationFailure>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > bytesMost) return fail({ kind: "refused", cause: `an answer of more than ${bytesMost} bytes` });
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}
