import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { type Text, text } from "../../kernel/text.ts";
import { checkCsrf, type Session } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { readForm } from "../forms.ts";
import { Button, ErrorSummary, Form, Notice } from "../ui/index.ts";
import { visitorOf } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";
import { goToProvider } from "./sign-in.tsx";

/** Helping somebody who is present: the helper stands by, the citizen signs in and stays the filer. */
export function assistPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-tro", (c) => {
    const ended = c.req.query("het-gio") !== undefined;
    if (!c.get("session") && ended) return show(c, null, null);
    const session = visitorOf(c);
    return session instanceof Response ? session : show(c, session, null);
  });

  app.post("/ho-tro", async (c) => {
    const session = c.get("session");
    if (!session) return c.redirect(href(c, "/ho-tro"), 303);
    const raw = await readForm(c);
    if (!checkCsrf(session, raw._csrf)) return show(c, session, STALE);
    const gone = await startAssisting(deps, c, session);
    return gone instanceof Response ? gone : show(c, session, gone);
  });

  const show = (c: Ctx, session: Session | null, error: Text | null) => {
    const lang = c.get("lang");
    return portalPage(
      deps,
      c,
      { title: ASSIST_TITLE, hasErrors: error !== null, status: error ? 422 : 200 },
      <>
        <ErrorSummary errors={{}} extra={error ? [error] : []} lang={lang} />
        {c.req.query("het-gio") && (
          <Notice lang={lang} title={text("Phiên hỗ trợ đã kết thúc", "The assisted session has ended")}>
            <p class="govuk-body">
              {
                { vi: "Máy không giữ lại thông tin của công dân.", en: "This device kept nothing of the citizen." }[
                  lang
                ]
              }
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{ASSIST_TITLE[lang]}</h1>
        {session && session.place === "own" ? (
          <AssistForm action={href(c, "/ho-tro")} session={session} lang={lang} />
        ) : (
          <Button label={text("Đăng nhập", "Sign in")} lang={lang} href={href(c, "/dang-nhap?ve=/ho-tro")} />
        )}
      </>,
    );
  };

  return app;
}

/** Hands the device to the citizen: their own sign-in, with the helper's name kept beside it. */
export const startAssisting = (deps: WebDeps, c: Ctx, helper: Session): Promise<Response | Text> =>
  goToProvider(deps, c, "citizen", href(c, "/thu-tuc"), {
    place: "assisted",
    helper: deps.access.helperFrom(helper),
  });

export const ASSIST_TITLE = text("Hỗ trợ công dân nộp hồ sơ", "Help a citizen file");
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng bấm lại.", "Your session has changed. Please try again.");

/** What happens and what is recorded, and the button that hands over. */
export function AssistForm(props: { action: string; session: Session; lang: "vi" | "en"; note?: Child }) {
  const { lang } = props;
  const steps = [
    text(
      "Công dân có mặt và đồng ý được hỗ trợ. Bấm nút dưới đây rồi đưa máy cho công dân.",
      "The citizen is present and agrees. Press the button, then hand over the device.",
    ),
    text(
      "Công dân tự đăng nhập bằng tài khoản định danh của mình. Không đăng nhập thay, không hỏi mật khẩu.",
      "The citizen signs in with their own electronic identity. Never sign in for them or ask for a password.",
    ),
    text(
      `Công dân là người nộp. Tên người hỗ trợ (${props.session.name}) được ghi trong hồ sơ và trên giấy tiếp nhận.`,
      `The citizen files. The helper's name (${props.session.name}) is written in the dossier and on the receipt.`,
    ),
    text(
      "Xong việc, công dân bấm “Đăng xuất”. Phiên của người hỗ trợ trên máy này kết thúc khi công dân đăng nhập; muốn làm tiếp thì đăng nhập lại.",
      "When done, the citizen signs out. Your own session on this device ends when the citizen signs in; sign in again to go on.",
    ),
  ];
  return (
    <>
      <ol class="govuk-list govuk-list--number">
        {steps.map((step) => (
          <li>{step[lang]}</li>
        ))}
      </ol>
      <Form csrf={csrfBox(props.session)} action={props.action}>
        <Button label={text("Đưa máy cho công dân đăng nhập", "Hand over for the citizen to sign in")} lang={lang} />
      </Form>
    </>
  );
}
