import type { Actor } from "../../engine/state/index.ts";
import { text } from "../../kernel/text.ts";
import { type Access, type ApiAccount, actorOf, continueAs } from "../../modules/access/index.ts";
import type { Clock } from "../../platform/clock.ts";
import { type ApiContext, ApiProblem } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";

/** Whoever stands behind a request with a key, as acts name them and in whose name they file. */
export type Client = {
  readonly account: ApiAccount;
  readonly actor: Actor;
  readonly owner: { readonly name: string; readonly number: string };
};

/** A key that was good is taken for good so long: a revoked key works on for five seconds at most. */
const TRUSTED_MS = 5_000;
const KEPT_MOST = 10_000;

export type Bearer = {
  /** The client; refuses who has no good key, or asks too often. @throws ApiProblem 401 or 429 */
  getClient(c: ApiContext): Promise<Client>;
  /** The client, or null for a request without a key. A wrong key is refused all the same. @throws ApiProblem */
  findClient(c: ApiContext): Promise<Client | null>;
};

export function createBearer(deps: {
  readonly access: Pick<Access, "findApiAccount">;
  readonly clock: Clock;
  readonly rateLimit: RateLimit;
}): Bearer {
  const kept = new Map<string, { readonly client: Client; readonly until: number }>();

  const clientOf = async (token: string): Promise<Client> => {
    const now = deps.clock.now();
    const known = kept.get(token);
    if (known && known.until > now) return known.client;
    kept.delete(token);
    const account = await deps.access.findApiAccount(token);
    if (!account) throw badKey();
    const client = { account, actor: actorOf(account), owner: ownerOf(account) };
    if (kept.size >= KEPT_MOST) kept.clear();
    kept.set(token, { client, until: now + TRUSTED_MS });
    return client;
  };

  const findClient = async (c: ApiContext): Promise<Client | null> => {
    const header = c.req.header("authorization");
    if (header === undefined) return null;
    const token = /^Bearer +(\S+) *$/i.exec(header)?.[1];
    if (!token) throw badKey();
    const client = await clientOf(token);
    const wait = deps.rateLimit.take(client.account.tokenId, deps.clock.now());
    if (wait !== null) throw tooOften(wait);
    continueAs(client.account);
    return client;
  };

  return {
    findClient,
    async getClient(c) {
      const client = await findClient(c);
      if (!client) throw noKey();
      return client;
    },
  };
}

/** In whose name it is filed: the organisation, or the person. */
const ownerOf = (account: ApiAccount): Client["owner"] =>
  account.organisation
    ? { name: account.organisation.name, number: account.organisation.code }
    : { name: account.name, number: account.number ?? account.account };

const UNKNOWN = text("Chưa xác thực", "Not authenticated");
const noKey = (): ApiProblem =>
  new ApiProblem(
    401,
    "no-key",
    UNKNOWN,
    text(
      "Yêu cầu này cần khóa truy cập: Authorization: Bearer <khóa>.",
      "This request needs a key: Authorization: Bearer <key>.",
    ),
    {},
    { "www-authenticate": 'Bearer realm="motcua"' },
  );
const badKey = (): ApiProblem =>
  new ApiProblem(
    401,
    "bad-key",
    UNKNOWN,
    text(
      "Khóa truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Vui lòng tạo khóa mới.",
      "The key is wrong, expired or revoked. Please make a new one.",
    ),
    {},
    { "www-authenticate": 'Bearer realm="motcua", error="invalid_token"' },
  );
export const tooOften = (seconds: number): ApiProblem =>
  new ApiProblem(
    429,
    "too-many-requests",
    text("Gửi quá nhiều yêu cầu", "Too many requests"),
    text(`Vui lòng gửi lại sau ${seconds} giây.`, `Try again in ${seconds} seconds.`),
    {},
    { "retry-after": String(seconds) },
  );
