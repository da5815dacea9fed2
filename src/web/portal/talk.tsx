import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import { readOwn } from "../../modules/access/index.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { TALK_FAULTS, TALK_TITLE, TalkForm, TalkList, talkDossierOf } from "../talk-view.tsx";
import { ErrorSummary, InsetText } from "../ui/index.ts";
import { mine } from "./dossier/mine.ts";
import { STALE } from "./draft/page.tsx";
import { postedBy } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";

/** The citizen's side of the talk beside a dossier. */
export function talkPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code/trao-doi", async (c) => {
    const found = await mine(deps, c);
    return found instanceof Response ? found : show(c, found, "", undefined, 200);
  });

  app.post("/ho-so/:code/trao-doi", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const body = boxText(posted.raw, "body");
    if (posted.stale) return show(c, found, body, STALE, 403);
    const { session, view } = found;
    const by = { account: session.account, name: session.name };
    const done = await deps.messages.talk.write(talkDossierOf(view), "citizen", body, by);
    if (done.ok) return c.redirect(href(c, `/ho-so/${view.row.code}/trao-doi`), 303);
    return show(c, found, body, TALK_FAULTS[done.failure], done.failure === "too-often" ? 429 : 422);
  });

  const show = async (
    c: Ctx,
    { session, view }: Exclude<Awaited<ReturnType<typeof mine>>, Response>,
    typed: string,
    fault: Text | undefined,
    status: 200 | 403 | 422 | 429,
  ) => {
    const lang = c.get("lang");
    const dossier = talkDossierOf(view);
    const by = { account: session.account, name: session.name };
    const words = await deps.messages.talk.read(readOwn(deps.db), dossier, "citizen", by);
    return portalPage(
      deps,
      c,
      {
        title: TALK_TITLE,
        status,
        hasErrors: fault !== undefined,
        crumbs: crumbsOf(c, view),
      },
      <>
        <ErrorSummary errors={fault ? { body: fault } : {}} lang={lang} />
        <span class="govuk-caption-l">{view.row.code}</span>
        <h1 class="govuk-heading-l">{{ vi: "Trao đổi với cơ quan", en: "Messages with the office" }[lang]}</h1>
        <TalkList words={words} side="citizen" lang={lang} />
        {dossier.closed ? (
          <InsetText>{TALK_FAULTS.closed[lang]}</InsetText>
        ) : (
          <TalkForm
            csrf={csrfBox(session)}
            label={text("Viết cho cơ quan giải quyết", "Write to the office")}
            hint={text(
              "Thời hạn giải quyết vẫn tiếp tục. Giấy tờ bổ sung gửi tại trang hồ sơ khi được yêu cầu.",
              "The time goes on. Send papers on the page of the dossier when asked for them.",
            )}
            value={typed}
            error={fault}
            lang={lang}
          />
        )}
      </>,
    );
  };

  return app;
}

const crumbsOf = (c: Ctx, { row }: DossierView) => [
  { label: text("Hồ sơ của tôi", "My dossiers"), href: href(c, "/ho-so") },
  { label: row.code, href: href(c, `/ho-so/${row.code}`) },
  { label: TALK_TITLE },
];
