import { z } from "zod";
import { showPartialDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Answered, malformed, type PopulationFailure, type PopulationRegister, unavailable } from "./port.ts";

export type AgencyClientOptions = {
  /** Address of the other agency's `/api/v1/verifications`. */
  readonly url: string;
  /** Sends a request signed, and answers only where the answer was signed by that agency (main hands it in). */
  readonly send: (request: Request) => Promise<Response>;
  readonly ground: string;
};

const answers = z.enum(["match", "no-match", "partial-match", "absent", "error"]);
const AnswerShape = z.looseObject({
  callId: z.string(),
  answer: z.string(),
  fields: z.looseObject({
    number: z.enum(["match", "absent", "error"]),
    name: answers.optional(),
    birthDate: answers.optional(),
    sex: answers.optional(),
  }),
  living: z.boolean().nullable(),
});

/** Asks the register of another agency through its API, by signed messages (RFC 9421). The call id is the idempotency key. */
export const createAgencyRegister = ({ url, send, ground }: AgencyClientOptions): PopulationRegister => ({
  async verify(claim, call, signal) {
    const { birthDate, ...rest } = claim;
    try {
      const answer = await send(
        new Request(url, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": call.id },
          body: JSON.stringify({
            person: { ...rest, ...(birthDate ? { birthDate: showPartialDate(birthDate) } : {}) },
            procedure: call.procedure,
            purpose: call.purpose,
            ground,
            ...(call.dossier ? { dossier: call.dossier } : {}),
          }),
          redirect: "error",
          ...(signal ? { signal } : {}),
        }),
      );
      if (answer.status >= 500 || answer.status === 429) return fail(unavailable(`status ${answer.status}`));
      if (answer.status !== 200) return fail({ kind: "not-granted", cause: `status ${answer.status}` });
      return read(await answer.json());
    } catch (cause) {
      return fail(unavailable(cause instanceof Error ? cause.name : "unknown"));
    }
  },
});

function read(sent: unknown): Result<Answered, PopulationFailure> {
  const parsed = AnswerShape.safeParse(sent);
  if (!parsed.success) return fail(malformed(parsed.error.issues[0]?.path.join(".") || "body"));
  const { number, name, birthDate, sex } = parsed.data.fields;
  if (number === "error" || name === "error" || birthDate === "error" || sex === "error")
    return fail(unavailable("the other register does not answer"));
  return ok({
    number,
    ...(name ? { name } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
    living: parsed.data.living ?? true,
  });
}
