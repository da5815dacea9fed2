import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { actorOf, type Session } from "../../modules/access/index.ts";
import type { ActFailure, ActWanted, DossierView } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { Button, ErrorSummary, Form, InsetText, Textarea } from "../ui/index.ts";
import { mine } from "./dossier/mine.ts";
import { STALE } from "./draft/page.tsx";
import { postedBy } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";

/** What the pages share on which a filer acts on a dossier that was sent. */

/** Does it on the dossier as it was seen; null where it does not matter what came between. */
export const actOn = (deps: WebDeps, view: DossierView, session: Session, wanted: ActWanted, seen: number | null) =>
  deps.dossiers.act({ officeProvince: view.row.officeProvince, id: view.row.id, seen }, actorOf(session), wanted);

export const dossierHref = (c: Ctx, { row }: DossierView): string => href(c, `/ho-so/${row.code}`);

export type ReasonWords = {
  readonly title: Text;
  readonly warning: Text;
  readonly button: Text;
  readonly optional: boolean;
};

/** The page of an act that takes nothing but a reason: it warns, asks, and does it. */
export function reasonPages(
  deps: WebDeps,
  path: string,
  words: ReasonWords,
  wanted: (c: Ctx, reason: string) => ActWanted,
) {
  const app = new Hono<{ Variables: Vars }>();
  app.get(path, async (c) => {
    const found = await mine(deps, c);
    return found instanceof Response ? found : reasonPage(deps, c, found.session, found.view, words, {}, null);
  });
  app.post(path, async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { session, view } = found;
    if (posted.stale) return reasonPage(deps, c, session, view, words, posted.raw, STALE);
    const done = await actOn(deps, view, session, wanted(c, boxText(posted.raw, "reason")), null);
    return done.ok
      ? c.redirect(dossierHref(c, view), 303)
      : reasonPage(deps, c, session, view, words, posted.raw, actSentence(done.failure));
  });
  return app;
}

function reasonPage(
  deps: WebDeps,
  c: Ctx,
  session: Session,
  view: DossierView,
  words: ReasonWords,
  raw: Raw,
  error: Text | null,
) {
  const lang = c.get("lang");
  return portalPage(
    deps,
    c,
    { title: words.title, back: { href: dossierHref(c, view) }, hasErrors: error !== null, status: error ? 422 : 200 },
    <>
      <ErrorSummary errors={error ? { reason: error } : {}} lang={lang} />
      <span class="govuk-caption-l">{view.row.code}</span>
      <h1 class="govuk-heading-l">{words.title[lang]}</h1>
      <InsetText>{words.warning[lang]}</InsetText>
      <Form csrf={csrfBox(session)}>
        <Textarea
          name="reason"
          label={text("Lý do", "Reason")}
          lang={lang}
          optional={words.optional}
          value={boxText(raw, "reason")}
          lines={3}
          error={error ?? undefined}
        />
        <Button label={words.button} kind="warning" lang={lang} />
      </Form>
    </>,
  );
}

/** What the person is told when their act could not be done. */
export function actSentence(failure: ActFailure): Text {
  switch (failure.kind) {
    case "not-found":
      return text("Không tìm thấy hồ sơ.", "The dossier was not found.");
    case "conflict":
      return text(
        `Hồ sơ vừa thay đổi: ${failure.by} đã thực hiện “${failure.act.vi}” lúc ${showInstant(failure.at)}. Vui lòng xem lại rồi thực hiện tiếp.`,
        `The dossier has just changed: ${failure.by} did “${failure.act.en}” at ${showInstant(failure.at)}. Look at it again, then go on.`,
      );
    case "refused":
      return failure.refusal.text;
    case "incomplete":
      return failure.text;
    case "calendar-not-loaded":
      return text(
        `Chưa có lịch làm việc năm ${failure.year} nên chưa tính được hạn. Đề nghị quản trị viên nạp lịch.`,
        `No calendar of ${failure.year} is loaded, so no due date can be named. Ask the administrator.`,
      );
  }
}
