import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import type { Session } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound, PageProblem } from "../errors.ts";
import { wholeNumber } from "../forms.ts";
import { SESSIONS_TITLE, SessionList } from "../sessions.tsx";
import { postedBy, visitorOf } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";
import { goToProvider } from "./sign-in.tsx";

const HERE = "/phien";

/** A citizen's own sessions. On a device of others nobody is told where else somebody is signed in. */
export function sessionPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(HERE, async (c) => {
    const session = visitorOf(c);
    return session instanceof Response ? session : show(c, session);
  });

  app.post(HERE, async (c) => {
    const posted = await postedBy(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    if (posted.stale || posted.session.place !== "own") return show(c, posted.session);
    const ended = await deps.access.endOwnSessions(posted.session, boxText(posted.raw, "phien"));
    return c.redirect(href(c, ended === null ? HERE : `${HERE}?xong=${ended}`), 303);
  });

  app.post(`${HERE}/xac-nhan`, async (c) => {
    const posted = await postedBy(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    if (posted.stale) return show(c, posted.session);
    const gone = await goToProvider(deps, c, "citizen", href(c, HERE), {
      fresh: true,
      account: posted.session.account,
    });
    if (gone instanceof Response) return gone;
    throw new PageProblem(503, gone, gone);
  });

  const show = async (c: Ctx, session: Session) => {
    if (session.place !== "own") throw notFound();
    const done = c.req.query("xong");
    return portalPage(
      deps,
      c,
      { title: SESSIONS_TITLE, wide: true },
      <SessionList
        lang={c.get("lang")}
        sessions={await deps.access.ownSessions(session)}
        proven={deps.access.provenLately(session)}
        csrf={csrfBox(session)}
        proveAction={href(c, `${HERE}/xac-nhan`)}
        ended={done === undefined ? null : wholeNumber(done, 0, 200)}
      />,
    );
  };

  return app;
}
