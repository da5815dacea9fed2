import { Certificate, OCSPRequest } from "pkijs";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { ask } from "./ask.ts";
import type { CertificationFailure, RevocationServices } from "./port.ts";

const OCSP_BYTES_MOST = 65_536;
/** Lists of national authorities grow to some megabytes. */
const CRL_BYTES_MOST = 16_777_216;
const ANSWERS_MOST = 500;

type Answer = Result<Uint8Array, CertificationFailure>;

/**
 * Asks OCSP responders and fetches revocation lists. An answer is kept for `keptMs`, a failure for a tenth of that: a
 * pile of papers by one signer is one question, and a service that is down does not hold up each of them.
 */
export function createRevocationServices(options: {
  readonly now: () => number;
  readonly timeoutMs?: number;
  readonly keptMs?: number;
}): RevocationServices {
  const { now, timeoutMs = 4_000, keptMs = 600_000 } = options;
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>();

  const once = (key: string, asked: () => Promise<Answer>): Promise<Answer> => {
    const found = kept.get(key);
    if (found && found.until > now()) return found.answer;
    const answer = asked().then((result) => {
      if (!result.ok) kept.set(key, { until: now() + keptMs / 10, answer });
      return result;
    });
    kept.delete(key);
    kept.set(key, { until: now() + keptMs, answer });
    for (const oldest of kept.keys()) {
      if (kept.size <= ANSWERS_MOST) break;
      kept.delete(oldest);
    }
    return answer;
  };

  return {
    ocsp: (url, certificate, issuer) =>
      once(`${url} ${Buffer.from(certificate).toString("base64")}`, async () => {
        const body = await requestFor(certificate, issuer);
        if (!body) return fail({ kind: "refused", cause: "no certificate" });
        return ask(url, { timeoutMs, bytesMost: OCSP_BYTES_MOST, body, contentType: "application/ocsp-request" });
      }),
    crl: (url) =>
      once(url, async () => {
        const list = await ask(url, { timeoutMs, bytesMost: CRL_BYTES_MOST });
        return list.ok ? ok(derOf(list.value)) : list;
      }),
  };
}

/** Without a nonce: responders answer from what they signed beforehand, and the answer says how long it holds. */
async function requestFor(certificate: Uint8Array, issuer: Uint8Array): Promise<Uint8Array | null> {
  try {
    const request = new OCSPRequest();
    await request.createForCertificate(Certificate.fromBER(exact(certificate)), {
      hashAlgorithm: "SHA-1",
      issuerCertificate: Certificate.fromBER(exact(issuer)),
    });
    return new Uint8Array(request.toSchema(true).toBER());
  } catch {
    return null;
  }
}

/** Some authorities publish the list as PEM. */
function derOf(list: Buffer): Uint8Array {
  if (list[0] === 0x30) return list;
  const pem = /-----BEGIN X509 CRL-----([\s\S]*?)-----END/.exec(list.toString("latin1"))?.[1];
  return pem ? Buffer.from(pem, "base64") : list;
}

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
