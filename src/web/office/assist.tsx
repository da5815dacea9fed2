import { Hono } from "hono";
import type { Text } from "../../kernel/text.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { ASSIST_TITLE, AssistForm, startAssisting } from "../portal/assist.tsx";
import { STALE } from "../portal/draft/page.tsx";
import { ErrorSummary } from "../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";

/** An officer at the desk helps a citizen who is present; the citizen stays the filer. */
export function officeAssistPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-tro", (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null);
  });

  app.post("/ho-tro", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, "/office/ho-tro"));
    if (posted instanceof Response) return posted;
    if (posted.stale) return show(c, posted.officer, STALE);
    const gone = await startAssisting(deps, c, posted.officer);
    return gone instanceof Response ? gone : show(c, posted.officer, gone);
  });

  const show = (c: Ctx, officer: Officer, error: Text | null) => {
    const lang = c.get("lang");
    return officePage(
      deps,
      c,
      officer,
      { title: ASSIST_TITLE, hasErrors: error !== null, status: error ? 422 : 200 },
      <>
        <ErrorSummary errors={{}} extra={error ? [error] : []} lang={lang} />
        <h1 class="govuk-heading-l">{ASSIST_TITLE[lang]}</h1>
        <AssistForm action={href(c, "/office/ho-tro")} session={officer} lang={lang} />
      </>,
    );
  };

  return app;
}
