import { type Actor, SYSTEM } from "../../engine/state/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Agency } from "../../modules/verifications/index.ts";
import {
  AGE_MOST_SECONDS,
  digestHolds,
  fieldsOf,
  REQUEST_COVERED,
  type RequestParts,
  type SignatureFailure,
  signAnswer,
  TAG,
  verifyMessage,
} from "../../platform/http-signatures/index.ts";
import type { WebDeps } from "../context.ts";
import { type Bearer, tooOften } from "./bearer.ts";
import { type ApiContext, ApiProblem } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";

/** Which agency stands behind a request: by a signed message, or by an access key of its organisation. */
export type AgencyClient = { readonly agency: Agency; readonly actor: Actor };

export function createAgencyClients(deps: WebDeps, bearer: Bearer, rateLimit: RateLimit) {
  const { agencies, messageKey } = deps.verifications;
  /** Requests whose signature held: their answers are signed over them. */
  const signed = new WeakMap<Request, { readonly parts: RequestParts; readonly label: string }>();

  const bySignature = async (c: ApiContext, body: Uint8Array): Promise<AgencyClient> => {
    const parts = partsOf(deps, c);
    const verified = await verifyMessage(parts, {
      now: deps.clock.now(),
      keyOf: agencies.findKey,
      required: [...REQUEST_COVERED, '"idempotency-key"'],
      ageMostSeconds: AGE_MOST_SECONDS,
      nonceNeeded: true,
      tag: TAG,
    });
    if (!verified.ok) throw badSignature(verified.failure.kind);
    const { key, keyId, nonce, staleAt, label } = verified.value;
    signed.set(c.req.raw, { parts, label });
    if (!digestHolds(c.req.header("content-digest") ?? null, body)) throw badSignature("wrong-digest");
    const wait = rateLimit.take(`agency ${key.agency.code}`, deps.clock.now());
    if (wait !== null) throw tooOften(wait);
    // Last of all: a refused message has not used its nonce up.
    if (!(await agencies.takeNonce(keyId, nonce ?? "", staleAt))) throw badSignature("replayed");
    return { agency: key.agency, actor: { ...SYSTEM, name: key.agency.name } };
  };

  const byKey = async (c: ApiContext): Promise<AgencyClient> => {
    const client = await bearer.getClient(c);
    const organisation = client.account.organisation?.code;
    const agency = organisation ? await agencies.findByOrganisation(organisation) : null;
    if (!agency) throw notAnAgency();
    return { agency, actor: client.actor };
  };

  return {
    /** @throws ApiProblem 401, 403 or 429 */
    getAgency: (c: ApiContext, body: Uint8Array): Promise<AgencyClient> =>
      c.req.header("signature-input") === undefined ? byKey(c) : bySignature(c, body),

    /** Whoever asked by a signed message is answered by one, refusals included. */
    async signAnswer(c: ApiContext): Promise<void> {
      const request = signed.get(c.req.raw);
      if (request) c.res = await signAnswer(c.res, request.parts, request.label, messageKey, deps.clock.now());
    },
  };
}

/** The request as its sender addressed it: under our public address, whatever stands in between. */
const partsOf = (deps: WebDeps, c: ApiContext): RequestParts => ({
  method: c.req.method,
  targetUri: `${deps.settings.publicUrl}${c.req.path}${new URL(c.req.url).search}`,
  fields: fieldsOf(c.req.raw.headers),
});

const notAnAgency = (): ApiProblem =>
  new ApiProblem(
    403,
    "not-enough-ground",
    text("Chưa đủ căn cứ để đối chiếu", "Not enough ground"),
    text(
      "Chỉ cơ quan đã đăng ký kết nối mới được đối chiếu thông tin người dân. Vui lòng liên hệ đơn vị vận hành.",
      "Only agencies registered for it may verify people. Please contact the operator.",
    ),
  );

type Wrong = SignatureFailure["kind"] | "wrong-digest" | "replayed";
const SENTENCES: { readonly [kind in Wrong]?: Text } = {
  "unknown-key": text(
    "Khóa ký chưa được đăng ký hoặc đã hết hiệu lực.",
    "The signing key is not registered or has ended.",
  ),
  "too-little-covered": text(
    "Chữ ký phải bao gồm @method, @target-uri, content-digest, content-type và idempotency-key.",
    "The signature must cover @method, @target-uri, content-digest, content-type and idempotency-key.",
  ),
  expired: text("Chữ ký đã quá 5 phút. Vui lòng ký lại.", "The signature is more than 5 minutes old. Sign anew."),
  "not-yet": text("Đồng hồ của bên gửi chạy nhanh.", "The sender's clock is ahead."),
  replayed: text(
    "Thông điệp này đã được nhận. Mỗi lần gửi cần nonce mới.",
    "This message came before. Each needs a new nonce.",
  ),
  "wrong-digest": text("Nội dung không khớp Content-Digest.", "The body does not agree with Content-Digest."),
};
const OTHERWISE = text("Chữ ký của thông điệp không hợp lệ.", "The signature of the message is not valid.");

const badSignature = (kind: Wrong): ApiProblem =>
  new ApiProblem(401, `signature-${kind}`, text("Chữ ký không hợp lệ", "Bad signature"), SENTENCES[kind] ?? OTHERWISE);
