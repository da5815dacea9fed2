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
import { dayOfInstant, showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { actorOf, checkCsrf, readOwn, type Session } from "../../modules/access/index.ts";
import { type ActFailure, type ActWanted, type DossierView, formContext } from "../../modules/dossiers/index.ts";
import { groupOf, stayEntries, staysOfDossier } from "../../modules/registers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { Button, ErrorSummary, FieldControl, FileUpload, Form, Input, InsetText, Textarea } from "../ui/index.ts";
import { FILE_BYTES_MOST, receiveUpload } from "../uploads.ts";
import { mine } from "./dossiers.tsx";
import { fieldContext, withProvinces } from "./draft/load.ts";
import { STALE } from "./draft/page.tsx";
import { takePapers } from "./draft/papers.tsx";
import { postedBy, visitorOf } from "./guard.ts";
import { MendBoxes, placeOnPage, readMended } from "./mending.tsx";
import { csrfBox, portalPage } from "./page.tsx";

/** What a filer may still do with a dossier that was sent: answer a request, withdraw, correct or cancel a stay. */
export function answeringPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  const act = (view: DossierView, session: Session, wanted: ActWanted, seen: number | null) =>
    deps.dossiers.act({ officeProvince: view.row.officeProvince, id: view.row.id, seen }, actorOf(session), wanted);
  const back = (c: Ctx, view: DossierView): string => href(c, `/ho-so/${view.row.code}`);

  // Answer a request to supplement.
  app.get("/ho-so/:code/bo-sung", async (c) => {
    const found = await mine(deps, c);
    return found instanceof Response ? found : supplementPage(c, found.session, found.view, {}, {});
  });

  app.post("/ho-so/:code/bo-sung", async (c) => {
    const visitor = visitorOf(c);
    if (visitor instanceof Response) return visitor;
    const received = await receiveUpload(c, { filesMost: 10 });
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { session, view } = found;
    if (!checkCsrf(session, received.raw._csrf))
      return supplementPage(c, session, view, received.raw, { message: STALE });
    const taken = await takePapers(deps, view, [], received);
    const mended = readMended(deps, view, actorOf(session), received.raw);
    const wrong = { ...taken.errors, ...mended.errors };
    if (Object.keys(wrong).length > 0) return supplementPage(c, session, view, received.raw, wrong);
    const done = await act(
      view,
      session,
      {
        act: "supplemented",
        message: boxText(received.raw, "message"),
        papers: taken.papers,
        ...(mended.answers ? { answers: mended.answers } : {}),
      },
      Number(boxText(received.raw, "seen")) || null,
    );
    if (!done.ok) return supplementPage(c, session, view, received.raw, { message: actSentence(done.failure) });
    return c.redirect(back(c, view), 303);
  });

  const supplementPage = (
    c: Ctx,
    session: Session,
    view: DossierView,
    raw: Raw,
    errors: Readonly<Record<string, Text>>,
  ) => {
    const lang = c.get("lang");
    const failed = Object.keys(errors).length > 0;
    const items = view.state.supplement?.items;
    if (!items) return c.redirect(back(c, view), 303);
    return portalPage(
      deps,
      c,
      {
        title: text("Bổ sung hồ sơ", "Supplement the dossier"),
        back: { href: back(c, view) },
        hasErrors: failed,
        status: failed ? 422 : 200,
      },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <span class="govuk-caption-l">{view.row.code}</span>
        <h1 class="govuk-heading-l">{{ vi: "Bổ sung hồ sơ", en: "Supplement the dossier" }[lang]}</h1>
        <ol class="govuk-list govuk-list--number">
          {items.map((item) => {
            const place = placeOnPage(view, item);
            return (
              <li>
                <strong>{item.what}</strong>
                <br />
                {item.how} <span class="mc-muted">({item.basis})</span>
                {place && (
                  <>
                    {" "}
                    <a class="govuk-link" href={`#${place}`}>
                      {{ vi: "Đến mục cần sửa", en: "Go to where it is put right" }[lang]}
                    </a>
                  </>
                )}
              </li>
            );
          })}
        </ol>
        <Form csrf={csrfBox(session)} files>
          <input type="hidden" name="seen" value={String(view.state.version)} />
          <MendBoxes deps={deps} c={c} view={view} raw={raw} errors={errors} lang={lang} />
          {view.edition.papers.map((paper) => (
            <FileUpload
              name={paper.key}
              label={paper.title}
              lang={lang}
              optional
              files={[]}
              accept=".pdf,.jpg,.jpeg,.png,.webp,.heic"
              most={paper.most}
              sizeBytesMost={FILE_BYTES_MOST}
              error={errors[paper.key]}
            />
          ))}
          <Textarea
            name="message"
            label={text("Nội dung trả lời cán bộ", "Your answer to the officer")}
            lang={lang}
            optional
            value={boxText(raw, "message")}
            lines={4}
            error={errors.message}
          />
          <Button label={text("Gửi bổ sung", "Send")} lang={lang} />
        </Form>
      </>,
    );
  };

  // Withdraw.
  app.get("/ho-so/:code/rut", async (c) => {
    const found = await mine(deps, c);
    return found instanceof Response ? found : reasonPage(c, found.session, found.view, WITHDRAW, {}, null);
  });
  app.post("/ho-so/:code/rut", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { session, view } = found;
    if (posted.stale) return reasonPage(c, session, view, WITHDRAW, posted.raw, STALE);
    const done = await act(view, session, { act: "withdrawn", reason: boxText(posted.raw, "reason") }, null);
    return done.ok
      ? c.redirect(back(c, view), 303)
      : reasonPage(c, session, view, WITHDRAW, posted.raw, actSentence(done.failure));
  });

  // Cancel one stay.
  app.get("/ho-so/:code/luu-tru/:entry/huy", async (c) => {
    const found = await mine(deps, c);
    return found instanceof Response ? found : reasonPage(c, found.session, found.view, CANCEL_STAY, {}, null);
  });
  app.post("/ho-so/:code/luu-tru/:entry/huy", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { session, view } = found;
    if (posted.stale) return reasonPage(c, session, view, CANCEL_STAY, posted.raw, STALE);
    const done = await act(
      view,
      session,
      { act: "cancelled", entry: c.req.param("entry"), reason: boxText(posted.raw, "reason") },
      null,
    );
    return done.ok
      ? c.redirect(back(c, view), 303)
      : reasonPage(c, session, view, CANCEL_STAY, posted.raw, actSentence(done.failure));
  });

  const reasonPage = (
    c: Ctx,
    session: Session,
    view: DossierView,
    words: ReasonWords,
    raw: Raw,
    error: Text | null,
  ) => {
    const lang = c.get("lang");
    return portalPage(
      deps,
      c,
      { title: words.title, back: { href: back(c, view) }, hasErrors: error !== null, status: error ? 422 : 200 },
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
  };

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
    const done = await act(
      view,
      session,
      { act: "corrected", entry: c.req.param("entry"), replacement, reason: boxText(posted.raw, WHY) },
      null,
    );
    if (!done.ok)
      return correctionPage(c, session, view, group, posted.raw, [{ name: WHY, text: actSentence(done.failure) }]);
    return c.redirect(back(c, view), 303);
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
      { title, back: { href: back(c, view) }, hasErrors: problems.length > 0, status: problems.length > 0 ? 422 : 200 },
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

type ReasonWords = { readonly title: Text; readonly warning: Text; readonly button: Text; readonly optional: boolean };
const WITHDRAW: ReasonWords = {
  title: text("Rút hồ sơ", "Withdraw the dossier"),
  warning: text(
    "Hồ sơ đã rút không mở lại được; khi cần, ông/bà nộp hồ sơ mới. Lệ phí đã nộp được xử lý theo pháp luật về phí và lệ phí.",
    "A withdrawn dossier cannot be opened again; you may file a new one. Fees paid are treated as the fee law says.",
  ),
  button: text("Rút hồ sơ", "Withdraw"),
  optional: true,
};
const CANCEL_STAY: ReasonWords = {
  title: text("Hủy thông báo lưu trú của khách này", "Cancel the notification of this guest"),
  warning: text(
    "Dùng khi khách không đến hoặc thông báo nhầm. Thông tin đã gửi vẫn được lưu kèm lý do hủy.",
    "For guests who did not come or were notified by mistake. What was sent is kept with the reason.",
  ),
  button: text("Hủy thông báo", "Cancel the notification"),
  optional: false,
};

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
