import type { Raw } from "../../engine/form/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { checkCsrf, readSessionCookie, type Session } from "../../modules/access/index.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { readForm } from "../forms.ts";
import { storable } from "../uploads.ts";
import { citizenSession } from "./page.tsx";

/** Private pages: whoever is not signed in is sent to sign in and comes back to where they were. */

/** The signed-in visitor, or the redirect to sign in. */
export function visitorOf(c: Ctx): Session | Response {
  const session = citizenSession(c);
  if (session) return session;
  const url = new URL(c.req.url);
  return c.redirect(href(c, `/dang-nhap?ve=${encodeURIComponent(url.pathname + url.search)}`), 303);
}

/**
 * A posted form with its sender. When the session has ended meanwhile, the answers are parked and shown again after
 * sign-in: nothing typed is lost. `stale` says that the form's token is of an earlier session or forged: the page is
 * then shown again with what was typed, and nothing is done.
 */
export type Posted = { readonly session: Session; readonly raw: Raw; readonly stale: boolean };

/** Who may post here, and where whoever is not signed in goes: citizens by themselves, officers by their own door. */
export type Door = { sessionOf(c: Ctx): Session | null; readonly signIn: string };
const CITIZENS: Door = { sessionOf: citizenSession, signIn: "/dang-nhap" };

export async function postedBy(
  deps: WebDeps,
  c: Ctx,
  showAt: string,
  door: Door = CITIZENS,
): Promise<Posted | Response> {
  const raw = storableForm(await readForm(c));
  const { _csrf: token, ...answers } = raw;
  const session = door.sessionOf(c);
  if (session) {
    const stale = !checkCsrf(session, token);
    if (stale) deps.log.warn({ request: c.get("requestId"), refused: "form-token" }, "request refused");
    return { session, raw: answers, stale };
  }
  const secure = { secure: deps.settings.publicUrl.startsWith("https:") };
  const parked = await deps.access.park({
    token: readSessionCookie(c.req.header("cookie"), secure),
    csrf: token,
    path: showAt,
    answers: answers as Json,
  });
  const back = parked.ok ? `${showAt}${showAt.includes("?") ? "&" : "?"}giu=${parked.value}` : showAt;
  return c.redirect(href(c, `${door.signIn}?ve=${encodeURIComponent(back)}`), 303);
}

/** What was posted after a session had ended and waits under the id in the address; null where nothing waits. */
export async function parkedAnswers(deps: WebDeps, c: Ctx, session: Session): Promise<Raw | null> {
  const id = c.req.query("giu");
  const parked = id ? await deps.access.unpark(id, session) : null;
  return parked ? (parked.answers as Raw) : null;
}

const storableForm = (raw: Raw): Raw =>
  Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      typeof value === "string" ? storable(value) : value?.map((one) => storable(one)),
    ]),
  ) as Raw;
