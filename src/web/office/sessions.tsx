import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { PageProblem } from "../errors.ts";
import { wholeNumber } from "../forms.ts";
import { csrfBox } from "../portal/page.tsx";
import { goToProvider } from "../portal/sign-in.tsx";
import { SESSIONS_TITLE, SessionList } from "../sessions.tsx";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";

const HERE = "/office/phien";

/** An officer's own sessions; a passkey used lately counts as proof. */
export function officeSessionPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/phien", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer);
  });

  app.post("/phien", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    if (posted.stale) return show(c, posted.officer);
    const ended = await deps.access.endOwnSessions(posted.officer, boxText(posted.raw, "phien"));
    return c.redirect(href(c, ended === null ? HERE : `${HERE}?xong=${ended}`), 303);
  });

  app.post("/phien/xac-nhan", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    if (posted.stale) return show(c, posted.officer);
    const gone = await goToProvider(deps, c, "officer", href(c, HERE), {
      fresh: true,
      account: posted.officer.account,
    });
    if (gone instanceof Response) return gone;
    throw new PageProblem(503, gone, gone);
  });

  const show = async (c: Ctx, officer: Officer) => {
    const done = c.req.query("xong");
    return officePage(
      deps,
      c,
      officer,
      { title: SESSIONS_TITLE },
      <SessionList
        lang={c.get("lang")}
        sessions={await deps.access.ownSessions(officer)}
        proven={deps.access.provenLately(officer)}
        csrf={csrfBox(officer)}
        proveAction={href(c, `${HERE}/xac-nhan`)}
        ended={done === undefined ? null : wholeNumber(done, 0, 200)}
      />,
    );
  };

  return app;
}
