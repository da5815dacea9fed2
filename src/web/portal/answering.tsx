import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import { actorOf, checkCsrf, type Session } from "../../modules/access/index.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { TalkForm, talkDossierOf } from "../talk-view.tsx";
import { Button, ErrorSummary, FileUpload, Form, InsetText, Textarea, Warning } from "../ui/index.ts";
import { FILE_BYTES_MOST, receiveUpload } from "../uploads.ts";
import { actOn, actSentence, dossierHref, type ReasonWords, reasonPages } from "./acting-on-dossier.tsx";
import { mine } from "./dossier/mine.ts";
import { STALE } from "./draft/page.tsx";
import { takePapers } from "./draft/papers.tsx";
import { visitorOf } from "./guard.ts";
import { MendBoxes, placeOnPage, readMended } from "./mending.tsx";
import { csrfBox, portalPage } from "./page.tsx";

/** What a filer may still do with a dossier that was sent: answer a request to supplement, withdraw. */
export function answeringPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

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
    if (!view.state.supplement) return answeredAlready(c, session, view, boxText(received.raw, "message"));
    if (!checkCsrf(session, received.raw._csrf))
      return supplementPage(c, session, view, received.raw, { message: STALE });
    const taken = await takePapers(deps, view, [], received);
    const mended = readMended(deps, view, actorOf(session), received.raw);
    const wrong = { ...taken.errors, ...mended.errors };
    if (Object.keys(wrong).length > 0) return supplementPage(c, session, view, received.raw, wrong);
    const done = await actOn(
      deps,
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
    return c.redirect(dossierHref(c, view), 303);
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
    if (!items) return c.redirect(dossierHref(c, view), 303);
    return portalPage(
      deps,
      c,
      {
        title: text("Bổ sung hồ sơ", "Supplement the dossier"),
        back: { href: dossierHref(c, view) },
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

  /** Somebody else was faster, or the office went on: nothing was sent, and what was written is not lost. */
  const answeredAlready = (c: Ctx, session: Session, view: DossierView, message: string) => {
    const lang = c.get("lang");
    const title = text("Yêu cầu bổ sung không còn mở", "The request is no longer open");
    return portalPage(
      deps,
      c,
      { title, back: { href: dossierHref(c, view) }, status: 409 },
      <>
        <span class="govuk-caption-l">{view.row.code}</span>
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <Warning lang={lang}>
          {
            {
              vi: "Giấy tờ và nội dung vừa gửi chưa được nhận: yêu cầu này đã được trả lời hoặc cơ quan đã xử lý tiếp. Vui lòng xem lại hồ sơ trước khi gửi thêm.",
              en: "The papers and words just sent were not taken: this request has been answered, or the office has gone on. Look at the dossier before you send more.",
            }[lang]
          }
        </Warning>
        {talkDossierOf(view).closed ? (
          <InsetText>
            <span class="mc-typed">{message}</span>
          </InsetText>
        ) : (
          <TalkForm
            csrf={csrfBox(session)}
            action={href(c, `/ho-so/${view.row.code}/trao-doi`)}
            label={text("Nội dung ông/bà vừa viết", "What you wrote")}
            hint={text("Có thể gửi thành tin nhắn cho cơ quan.", "You may send it to the office as a message.")}
            value={message}
            error={undefined}
            lang={lang}
          />
        )}
      </>,
    );
  };

  app.route(
    "/",
    reasonPages(deps, "/ho-so/:code/rut", WITHDRAW, (_c, reason) => ({ act: "withdrawn", reason })),
  );

  return app;
}

const WITHDRAW: ReasonWords = {
  title: text("Rút hồ sơ", "Withdraw the dossier"),
  warning: text(
    "Hồ sơ đã rút không mở lại được; khi cần, ông/bà nộp hồ sơ mới. Lệ phí đã nộp được xử lý theo pháp luật về phí và lệ phí.",
    "A withdrawn dossier cannot be opened again; you may file a new one. Fees paid are treated as the fee law says.",
  ),
  button: text("Rút hồ sơ", "Withdraw"),
  optional: true,
};
