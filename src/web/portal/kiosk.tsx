import { Hono } from "hono";
import { text } from "../../kernel/text.ts";
import { clearedSessionCookie, kioskCookie, readSessionCookie } from "../../modules/access/index.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { wipeDevice } from "../doors/headers.ts";
import { Button, Cards, Form, Notice } from "../ui/index.ts";
import { portalPage } from "./page.tsx";

/** A screen that many use one after the other: it starts here, and comes back here with nothing of the last person. */
export function kioskPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const secure = { secure: deps.settings.publicUrl.startsWith("https:") };

  app.get("/kiosk", (c) => {
    const lang = c.get("lang");
    c.header("set-cookie", kioskCookie(true, secure), { append: true });
    c.set("kiosk", true);
    return portalPage(
      deps,
      c,
      { title: text("Ki-ốt tự phục vụ", "Self-service kiosk"), wide: true },
      <>
        {c.req.query("het-gio") && (
          <Notice lang={lang} title={text("Phiên trước đã kết thúc", "The last session has ended")}>
            <p class="govuk-body">
              {
                {
                  vi: "Máy không giữ lại thông tin. Hồ sơ đang viết dở nằm trong tài khoản của người viết, mở tiếp được ở bất kỳ máy nào.",
                  en: "This device kept nothing. A draft stays in its writer's account and can be opened on any device.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-xl">{{ vi: "Ông/bà cần làm gì?", en: "What do you need?" }[lang]}</h1>
        <Cards
          lang={lang}
          level={2}
          cards={[
            {
              title: text("Nộp hồ sơ", "File a dossier"),
              body: text("Đăng nhập bằng VNeID trên điện thoại của mình.", "Sign in with VNeID on your own phone."),
              href: href(c, "/thu-tuc"),
            },
            {
              title: text("Lấy số thứ tự", "Take a number"),
              body: text(
                "Đã đặt lịch hẹn thì nhập mã để nhận số.",
                "With a booking, type its code to get your number.",
              ),
              href: href(c, "/quay"),
            },
            {
              title: text("Tra cứu hồ sơ", "Look up a dossier"),
              body: text("Chỉ cần mã hồ sơ, không phải đăng nhập.", "With its code, without signing in."),
              href: href(c, "/tra-cuu"),
            },
            {
              title: text("Hồ sơ và kết quả của tôi", "My dossiers and results"),
              body: text("Xem, bổ sung, nộp lệ phí, lấy kết quả.", "See, supplement, pay, collect."),
              href: href(c, "/ho-so"),
            },
          ]}
        />
        <p class="govuk-body">
          {
            {
              vi: "Xong việc, bấm “Đăng xuất” ở đầu trang. Nếu quên, máy tự kết thúc sau 5 phút.",
              en: "When you have finished, press “Sign out” at the top. If you forget, the device ends by itself after 5 minutes.",
            }[lang]
          }
        </p>
        <Form action={href(c, "/kiosk/thoat")}>
          <Button
            label={text("Máy này không phải ki-ốt", "This device is no kiosk")}
            lang={lang}
            kind="secondary"
            small
          />
        </Form>
      </>,
    );
  });

  // Where a shared device goes by itself. It ends only sessions of shared devices: a link to it harms nobody.
  app.get("/kiosk/het-gio", async (c) => {
    const session = c.get("session");
    if (session && session.place !== "own") {
      await deps.access.signOut(readSessionCookie(c.req.header("cookie"), secure));
      c.header("set-cookie", clearedSessionCookie(secure), { append: true });
    }
    wipeDevice(c);
    return c.redirect(href(c, c.get("kiosk") ? "/kiosk?het-gio=1" : "/ho-tro?het-gio=1"), 303);
  });

  app.post("/kiosk/thoat", async (c) => {
    const session = c.get("session");
    if (session && session.place !== "own") {
      await deps.access.signOut(readSessionCookie(c.req.header("cookie"), secure));
      c.header("set-cookie", clearedSessionCookie(secure), { append: true });
    }
    c.header("set-cookie", kioskCookie(false, secure), { append: true });
    return c.redirect(href(c, "/"), 303);
  });

  return app;
}
