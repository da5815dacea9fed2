import type { Raw } from "../../engine/form/index.ts";
import { actorOf, type Post, type Session } from "../../modules/access/index.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { type Door, postedBy } from "../portal/guard.ts";

/** An officer at work: signed in, from a post in a unit. */
export type Officer = Session & { readonly post: Post };

export const officerSession = (c: Ctx): Officer | null => {
  const session = c.get("session");
  return session?.kind === "officer" && session.post ? { ...session, post: session.post } : null;
};

const DOOR: Door = { sessionOf: officerSession, signIn: "/dang-nhap/can-bo" };

/** The officer, or the redirect to sign in as one. */
export function officerOf(c: Ctx): Officer | Response {
  const officer = officerSession(c);
  if (officer) return officer;
  const url = new URL(c.req.url);
  return c.redirect(href(c, `${DOOR.signIn}?ve=${encodeURIComponent(url.pathname + url.search)}`), 303);
}

export type OfficerPosted = { readonly officer: Officer; readonly raw: Raw; readonly stale: boolean };

/** A posted form with its officer; what was posted after the session had ended is kept and shown again at `showAt`. */
export async function postedByOfficer(deps: WebDeps, c: Ctx, showAt: string): Promise<OfficerPosted | Response> {
  const posted = await postedBy(deps, c, showAt, DOOR);
  if (posted instanceof Response) return posted;
  const officer = officerSession(c);
  if (!officer) throw new Error("an officer's form without an officer");
  return { officer, raw: posted.raw, stale: posted.stale };
}

/** Who reads, as the log of readings names them. */
export const whoOf = (officer: Officer) => ({
  officeProvince: officer.post.unit.provinceCode,
  actor: actorOf(officer),
});
