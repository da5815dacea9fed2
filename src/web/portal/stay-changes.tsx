import { Hono } from "hono";
import type { GroupField } from "../../engine/definition/index.ts";
import {
  boxText,
  checkEntry,
  holds,
  type ItemAnswers,
  type Problem,
  type Raw,
  readItem,
  writeField,
} from "../../engine/form/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { actorOf, readOwn, type Session } from "../../modules/access/index.ts";
import { type DossierView, formContext } from "../../modules/dossiers/index.ts";
import { groupOf, stayEntries, staysOfDossier } from "../../modules/registers/index.ts";
import type { Ctx, Vars, WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { Button, ErrorSummary, FieldControl, Form, Input, InsetText } from "../ui/index.ts";
import { actOn, actSentence, dossierHref, type ReasonWords, reasonPages } from "./acting-on-dossier.tsx";
import { mine } from "./dossier/mine.ts";
import { fieldContext, withProvinces } from "./draft/load.ts";
import { STALE } from "./draft/page.tsx";
import { postedBy } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";

/** What a lodging may still do with a stay it notified: correct it, or say that the guest did not come. */
export function stayChangePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.route(
    "/",
    reasonPages(deps, "/ho-so/:code/luu-tru/:entry/huy", CANCEL_STAY, (c, reason) => ({
      act: "cancelled",
      entry: c.req.param("entry") ?? "",
      reason,
    })),
  );

  // Correct one stay.
  app.get("/ho-so/:code/luu-tru/:entry/dinh-chinh", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { group, details } = await stayOf(c, found.view);
    const raw = Object.assign({}, ...group.fields.map((field) => writeField(field, details[field.key])));
    return correctionPage(c, found.session, found.view, group, raw, []);
  });
  app.post("/ho-so/:code/luu-tru/:entry/dinh-chinh", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { session, view } = found;
    const { group } = await stayOf(c, view);
    if (posted.stale) return correctionPage(c, session, view, group, posted.raw, [{ name: WHY, text: STALE }]);
    // The rules of the day on which it was notified decide what a stay must say.
    const context = contextOf(view, session);
    const reading = readItem(group, posted.raw, view.row.answers, context);
    const problems =
      reading.problems.length > 0
        ? reading.problems
        : checkEntry(view.edition, group, reading.answers, view.row.answers, context);
    if (problems.length > 0) return correctionPage(c, session, view, group, posted.raw, problems);
    const [replacement] = stayEntries(
      view.edition,
      { ...view.row.answers, [group.key]: [reading.answers] },
      view.row.ownerNumber,
    );
    if (!replacement) throw notFound();
    const done = await actOn(
      deps,
      view,
      session,
      { act: "corrected", entry: c.req.param("entry"), replacement, reason: boxText(posted.raw, WHY) },
      null,
    );
    if (!done.ok)
      return correctionPage(c, session, view, group, posted.raw, [{ name: WHY, text: actSentence(done.failure) }]);
    return c.redirect(dossierHref(c, view), 303);
  });

  const contextOf = (view: DossierView, session: Session) =>
    formContext(deps.dossiers.filing, dayOfInstant(view.row.filedAt), actorOf(session));

  const stayOf = async (c: Ctx, view: DossierView): Promise<{ group: GroupField; details: ItemAnswers }> => {
    const stays = await staysOfDossier(readOwn(deps.db), view.row.officeProvince, view.row.id);
    const stay = stays.find((s) => s.id === c.req.param("entry") && s.ended === null);
    const group = view.edition.pages
      .flatMap((page) => page.fields)
      .find((field): field is GroupField => field.kind === "group" && field.key === groupOf(view.edition));
    if (!stay || !group) throw notFound();
    return { group, details: stay.details as ItemAnswers };
  };

  const correctionPage = (
    c: Ctx,
    session: Session,
    view: DossierView,
    group: GroupField,
    typed: Raw,
    problems: readonly Problem[],
  ) => {
    const lang = c.get("lang");
    const raw = withProvinces(deps, typed);
    const context = contextOf(view, session);
    const known = { ...view.row.answers, ...readItem(group, raw, view.row.answers, context).answers };
    const fields = group.fields.filter((field) => holds(field.when, known, context));
    const errors = Object.fromEntries(problems.map((problem) => [problem.name, problem.text]));
    const title = text("Đính chính thông tin lưu trú", "Correct a stay");
    return portalPage(
      deps,
      c,
      {
        title,
        back: { href: dossierHref(c, view) },
        hasErrors: problems.length > 0,
        status: problems.length > 0 ? 422 : 200,
      },
      <>
        <ErrorSummary errors={errors} fields={fields} lang={lang} />
        <span class="govuk-caption-l">{view.row.code}</span>
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <InsetText>
          {
            { vi: "Thông tin cũ vẫn được lưu kèm lý do đính chính.", en: "The old entry is kept with the reason." }[
              lang
            ]
          }
        </InsetText>
        <Form csrf={csrfBox(session)}>
          {fields.map((field) => (
            <FieldControl field={field} raw={raw} errors={errors} lang={lang} context={fieldContext(deps, c)} />
          ))}
          <Input
            name={WHY}
            label={text("Lý do đính chính", "Reason of the correction")}
            lang={lang}
            value={boxText(raw, WHY)}
            error={errors[WHY]}
          />
          <Button label={text("Lưu đính chính", "Save the correction")} lang={lang} />
        </Form>
      </>,
    );
  };

  return app;
}

/** Why a stay is corrected. A box of the page, not of the guest, who has a `reason` for the stay. */
const WHY = "_reason";

const CANCEL_STAY: ReasonWords = {
  title: text("Hủy thông báo lưu trú của khách này", "Cancel the notification of this guest"),
  warning: text(
    "Dùng khi khách không đến hoặc thông báo nhầm. Thông tin đã gửi vẫn được lưu kèm lý do hủy.",
    "For guests who did not come or were notified by mistake. What was sent is kept with the reason.",
  ),
  button: text("Hủy thông báo", "Cancel the notification"),
  optional: false,
};
