import { Hono } from "hono";
import { isoInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import {
  checkCsrf,
  clearedSessionCookie,
  localPath,
  readSessionCookie,
  readSignInCookie,
  sessionCookie,
  signInCookie,
  signInFailureText,
} from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { readForm } from "../forms.ts";
import { Button } from "../ui/index.ts";
import { portalPage } from "./page.tsx";

/** The ways in and out. The identity service proves who somebody is; the session here is ours. */
export function signInPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const secure = { secure: deps.settings.publicUrl.startsWith("https:") };

  const begin = async (c: Ctx, realm: "citizen" | "officer") => {
    const begun = await deps.access.beginSignIn({
      realm,
      returnTo: localPath(c.req.query("ve")),
      language: c.get("lang"),
      browser: readSignInCookie(c.req.header("cookie"), secure),
    });
    if (!begun.ok) return refused(c, signInFailureText(begun.failure), realm);
    c.header("set-cookie", signInCookie(begun.value.browser, secure), { append: true });
    return c.redirect(begun.value.url, 303);
  };

  const refused = (c: Ctx, sentence: { vi: string; en: string }, realm: "citizen" | "officer") => {
    const lang = c.get("lang");
    return portalPage(
      deps,
      c,
      { title: text("Chưa đăng nhập được", "Not signed in"), status: 403 },
      <>
        <h1 class="govuk-heading-l">{{ vi: "Chưa đăng nhập được", en: "Not signed in" }[lang]}</h1>
        <p class="govuk-body">{sentence[lang]}</p>
        <Button
          label={text("Đăng nhập lại", "Sign in again")}
          lang={lang}
          href={realm === "officer" ? "/office/dang-nhap" : href(c, "/dang-nhap")}
        />
      </>,
    );
  };

  app.get("/dang-nhap", (c) => begin(c, "citizen"));
  app.get("/dang-nhap/can-bo", (c) => begin(c, "officer"));

  app.get("/dang-nhap/ket-qua", async (c) => {
    const cookies = c.req.header("cookie");
    const callback = new URL(c.req.url).searchParams;
    const done = await deps.access.completeSignIn({
      callback,
      browser: readSignInCookie(cookies, secure),
      replaces: readSessionCookie(cookies, secure),
    });
    if (!done.ok)
      return refused(c, signInFailureText(done.failure), done.failure.tag === "no-post" ? "officer" : "citizen");
    c.header("set-cookie", sessionCookie(done.value.token, secure), { append: true });
    return c.redirect(done.value.returnTo, 303);
  });

  app.post("/dang-xuat", async (c) => {
    const session = c.get("session");
    const raw = await readForm(c);
    if (session && !checkCsrf(session, raw._csrf)) return c.redirect(href(c, "/"), 303);
    const away = await deps.access.signOut(readSessionCookie(c.req.header("cookie"), secure));
    c.header("set-cookie", clearedSessionCookie(secure), { append: true });
    return c.redirect(away ?? href(c, "/"), 303);
  });

  app.post("/phien/gia-han", async (c) => {
    const session = c.get("session");
    const raw = await readForm(c);
    if (!session || !checkCsrf(session, raw._csrf)) return c.json({ signedIn: false }, 401);
    await deps.access.keepAlive(session);
    const now = await deps.access.findSession(readSessionCookie(c.req.header("cookie"), secure));
    return c.json({ signedIn: now !== null, endsAt: now ? isoInstant(now.expiresAt) : null });
  });

  return app;
}
