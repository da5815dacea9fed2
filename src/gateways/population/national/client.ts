import { type Claim, compareClaim, type Verification } from "../../../kernel/person-claim.ts";
import type { Instant } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Answered, malformed, type PopulationFailure, type PopulationRegister, unavailable } from "../port.ts";
import { authorization } from "./authorization.ts";
import { type Asker, type Read, readAnswer, requestXml } from "./messages.ts";
import type { NationalProfile } from "./profile.ts";
import { readXml } from "./xml.ts";

export type NationalClientOptions = {
  readonly profile: NationalProfile;
  readonly user: string;
  readonly secret: string;
  readonly asker: Asker;
  readonly now: () => Instant;
};

const ANSWER_BYTES_MOST = 1_048_576;

/**
 * Asks the national population service. It wants number, name and birth date each time; a claim without them cannot be
 * asked there (`not-granted`). A record that comes back is compared and forgotten: only the answers leave this file.
 */
export function createNationalRegister(options: NationalClientOptions): PopulationRegister {
  const { profile } = options;
  return {
    async verify(claim, call, signal) {
      if (!claim.name || !claim.birthDate)
        return fail({ kind: "not-granted", cause: "name and birth date are needed" });
      const timestamp = String(profile.timestamp === "seconds" ? Math.floor(options.now() / 1000) : options.now());
      try {
        const answer = await fetch(profile.serviceUrl, {
          method: "POST",
          headers: {
            "content-type": "application/xml; charset=utf-8",
            soapaction: '""',
            timestamp,
            authorization: authorization(profile.serviceUrl, options.user, timestamp, options.secret),
            ...(profile.apiKey ? { apikey: profile.apiKey } : {}),
            ...(profile.xRoadClient
              ? {
                  "x-road-client": profile.xRoadClient,
                  "x-road-id": call.id,
                  ...(call.dossier ? { "x-road-issue": encodeURIComponent(call.dossier) } : {}),
                }
              : {}),
          },
          body: requestXml(profile, claim, call, options.asker),
          redirect: "error", // the secret's hash goes to this address and nowhere else
          ...(signal ? { signal } : {}),
        });
        return await readResponse(profile, claim, answer);
      } catch (cause) {
        return fail(unavailable(cause instanceof Error ? cause.name : "unknown"));
      }
    },
  };
}

async function readResponse(
  profile: NationalProfile,
  claim: Claim,
  answer: Response,
): Promise<Result<Answered, PopulationFailure>> {
  const written = await textWithin(answer, ANSWER_BYTES_MOST);
  // An error of X-Road is an error of the way, whatever the status.
  if (answer.headers.has("x-road-error")) return fail(unavailable("x-road"));
  if (answer.status === 401 || answer.status === 403)
    return fail({ kind: "not-granted", cause: `status ${answer.status}` });
  if (written === null) return fail(malformed("too long"));
  const xml = profile.wrapping === "hub-json" ? unwrapped(written) : written;
  const read = xml === null ? ({ kind: "unreadable" } as const) : readAnswer(readXml(xml));
  if (read.kind !== "fault" && answer.status !== 200) return fail(unavailable(`status ${answer.status}`));
  return verdictOf(claim, read);
}

/** A fault of our request is a refusal, one of the server is none: SOAP 1.1 tells them apart by `Client` and `Server`. */
function verdictOf(claim: Claim, read: Read): Result<Answered, PopulationFailure> {
  switch (read.kind) {
    case "person":
      return ok(compareClaim(claim, read.known));
    case "nobody":
      return ok({ ...compareClaim(claim, null), reason: read.reason });
    case "exists":
      return ok(read.exists ? allMatch(claim) : { ...compareClaim(claim, null), reason: "not-existing" });
    case "fault":
      return /(^|:)Client(\.|$)/.test(read.code)
        ? fail({ kind: "not-granted", cause: "fault" })
        : fail(unavailable("fault"));
    case "unreadable":
      return fail(malformed("no answer of this service"));
  }
}

/** `TonTai` true: a person with exactly these data exists. Sex is not among the data sent, so nothing is known of it. */
const allMatch = (claim: Claim): Verification => ({
  number: "match",
  name: "match",
  birthDate: "match",
  ...(claim.sex === undefined ? {} : { sex: "absent" as const }),
  living: true,
});

/** The XML in the hub's JSON; null where it says an error or is not that JSON. */
function unwrapped(written: string): string | null {
  try {
    const hub: unknown = JSON.parse(written);
    const message = typeof hub === "object" && hub !== null && "message" in hub ? hub.message : null;
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}

async function textWithin(answer: Response, bytesMost: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > bytesMost) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
