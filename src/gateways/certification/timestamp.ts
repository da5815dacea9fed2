import { randomBytes } from "node:crypto";
import { Integer, OctetString } from "asn1js";
import {
  AlgorithmIdentifier,
  type ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { ask } from "./ask.ts";
import type { CertificationFailure, TimestampAuthority } from "./port.ts";

const SHA256 = "2.16.840.1.101.3.4.2.1";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const ANSWER_BYTES_MOST = 65_536;
const ATTEMPTS = 2;

/** Asks a time-stamping authority over HTTP (RFC 3161, 3.4). A second attempt is a request of its own: stamping twice harms nothing. */
export function createTimestampAuthority(options: {
  readonly url: string;
  readonly account?: { readonly user: string; readonly password: string } | null;
  readonly timeoutMs?: number;
}): TimestampAuthority {
  const { url, account, timeoutMs = 5_000 } = options;
  const authorization = account
    ? `Basic ${Buffer.from(`${account.user}:${account.password}`).toString("base64")}`
    : undefined;
  const once = async (sha256: Uint8Array): Promise<Result<Uint8Array, CertificationFailure>> => {
    const nonce = randomBytes(16);
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40; // Positive, and of one length in DER.
    const answer = await ask(url, {
      timeoutMs,
      bytesMost: ANSWER_BYTES_MOST,
      body: requestFor(sha256, nonce),
      contentType: "application/timestamp-query",
      ...(authorization ? { authorization } : {}),
    });
    return answer.ok ? readAnswer(answer.value, sha256, nonce) : answer;
  };
  return {
    async stamp(sha256) {
      for (let attempt = 1; ; attempt++) {
        const stamped = await once(sha256);
        if (stamped.ok || stamped.failure.kind === "refused" || attempt === ATTEMPTS) return stamped;
      }
    },
  };
}

function requestFor(sha256: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new OctetString({ valueHex: exact(sha256) }),
    }),
    nonce: new Integer({ valueHex: exact(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** Takes a token only where it answers this very request. */
function readAnswer(
  answer: Uint8Array,
  sha256: Uint8Array,
  nonce: Uint8Array,
): Result<Uint8Array, CertificationFailure> {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(exact(answer));
    // 0 granted, 1 granted with modifications (RFC 3161, 2.4.2).
    if (status.status > 1 || !timeStampToken) return fail({ kind: "refused", cause: `status ${status.status}` });
    const stamped = stampedIn(timeStampToken);
    if (
      stamped.messageImprint.hashAlgorithm.algorithmId !== SHA256 ||
      !same(stamped.messageImprint.hashedMessage, sha256)
    )
      return fail({ kind: "refused", cause: "a token over something else" });
    if (!stamped.nonce || !Buffer.from(stamped.nonce.valueBlock.valueHexView).equals(nonce))
      return fail({ kind: "refused", cause: "a token for another request" });
    return ok(new Uint8Array(timeStampToken.toSchema().toBER()));
  } catch {
    return fail({ kind: "refused", cause: "no answer of a time-stamping authority" });
  }
}

function stampedIn(token: ContentInfo): TSTInfo {
  if (token.contentType !== SIGNED_DATA) throw new Error("no signed data");
  const content = new SignedData({ schema: token.content }).encapContentInfo.eContent;
  if (!content) throw new Error("nothing inside");
  return TSTInfo.fromBER(content.getValue());
}

const same = (found: OctetString, expected: Uint8Array): boolean =>
  Buffer.from(found.valueBlock.valueHexView).equals(expected);
const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
