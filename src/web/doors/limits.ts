import type { MiddlewareHandler } from "hono";
import { text } from "../../kernel/text.ts";
import { tooOften } from "../api/bearer.ts";
import { answerProblem } from "../api/problem.ts";
import { createRateLimit, type RateLimit } from "../api/rate-limit.ts";
import type { Ctx, Vars, WebDeps } from "../context.ts";
import { PageProblem } from "../errors.ts";
import { visitorAddress } from "./address.ts";

/**
 * How often one visitor may ask: the signed-in by their account, all others by the address they come from, and the
 * look-up of codes and the way to the identity service by address more narrowly. Counted in each serving process, so a
 * visitor may have as many times the limit as there are processes: enough against endless trying, and nobody waits for a
 * database to be told so.
 */
export function visitorLimits(deps: WebDeps) {
  const { limits } = deps.settings;
  const byAddress = createRateLimit(limits.addressPagesPerMinute);
  const byAccount = createRateLimit(limits.pagesPerMinute);
  const lookUps = createRateLimit(limits.lookupsPerMinute);
  const signIns = createRateLimit(limits.lookupsPerMinute);
  const wrongKeys = createRateLimit(limits.lookupsPerMinute);
  const addressOf = (c: Ctx): string | null => visitorAddress(c, limits.trustedProxies);

  /** For whoever watches over the machine: that it was, in which request; never who. */
  const refused = (c: Ctx, why: "too-often" | "wrong-key"): void =>
    deps.log.warn({ request: c.get("requestId"), refused: why }, "request refused");

  const take = (c: Ctx, limit: RateLimit, visitor: string | null): void => {
    const wait = visitor === null ? null : limit.take(visitor, deps.clock.now());
    if (wait === null) return;
    refused(c, "too-often");
    c.header("retry-after", String(wait));
    throw tooManyPages(wait);
  };

  /** After the session is known, before any page. */
  const pages: MiddlewareHandler<{ Variables: Vars }> = async (c, next) => {
    const session = c.get("session");
    if (session) take(c, byAccount, session.account);
    else take(c, byAddress, addressOf(c));
    const path = c.req.path.replace(/^\/en(?=\/)/, "");
    // Whoever is signed in is counted already, by name.
    if (!session && path === "/tra-cuu" && c.req.query("ma")) take(c, lookUps, addressOf(c));
    if (SIGN_IN.test(path)) take(c, signIns, addressOf(c));
    await next();
  };

  /** In front of the API: whoever brings no key is counted by address, and so is every wrong key. */
  const machines: MiddlewareHandler<{ Variables: Vars }> = async (c, next) => {
    const address = addressOf(c);
    const now = deps.clock.now();
    if (address === null) return next();
    const keyless = c.req.header("authorization") === undefined && c.req.header("signature") === undefined;
    const wait = keyless ? byAddress.take(address, now) : wrongKeys.full(address, now);
    if (wait !== null) {
      refused(c, "too-often");
      return answerProblem(c, tooOften(wait));
    }
    await next();
    if (keyless || c.res.status !== 401) return;
    refused(c, "wrong-key");
    wrongKeys.take(address, now);
  };

  return { pages, machines };
}

/** The ways out to the identity service; coming back from it is not counted, it needs a sign-in that was begun. */
const SIGN_IN = /^(?:\/office)?\/dang-nhap(?:\/can-bo|\/nang-muc)?$/;

const tooManyPages = (seconds: number): PageProblem =>
  new PageProblem(
    429,
    text("Có quá nhiều yêu cầu", "Too many requests"),
    text(
      `Từ tài khoản hoặc mạng này đang có quá nhiều yêu cầu. Xin thử lại sau ${seconds} giây; những gì đã lưu không bị mất. Nếu dùng chung mạng với nhiều người, ông/bà có thể đăng nhập trước rồi thử lại.`,
      `Too many requests come from this account or network. Please try again in ${seconds} seconds; what you saved is not lost. If many people share your network, sign in first and try again.`,
    ),
  );
