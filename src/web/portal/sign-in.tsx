import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { isoInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import {
  checkCsrf,
  clearedSessionCookie,
  localPath,
  readSessionCookie,
  readSignInCookie,
  type SignInPurpose,
  sessionCookie,
  signInCookie,
  signInFailureText,
} from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { deviceName } from "../device-name.ts";
import { wipeDevice } from "../doors/headers.ts";
import { readForm, wholeNumber } from "../forms.ts";
import { Button } from "../ui/index.ts";
import { citizenSession, portalPage } from "./page.tsx";

/** The ways in and out. The identity service proves who somebody is; the session here is ours. */
export function signInPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const secure = { secure: deps.settings.publicUrl.startsWith("https:") };

  const begin = async (c: Ctx, realm: Realm, purpose: SignInPurpose = {}) => {
    const gone = await goToProvider(deps, c, realm, localPath(c.req.query("ve")), purpose);
    return gone instanceof Response ? gone : refused(c, gone, realm);
  };

  const refused = (c: Ctx, sentence: Text, realm: Realm) => {
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
        {c.get("session") && (
          <p class="govuk-body">
            <a class="govuk-link" href={href(c, realm === "officer" ? "/office" : "/ho-so")}>
              {
                {
                  vi: "Trở lại; phiên đang mở và hồ sơ viết dở vẫn còn nguyên",
                  en: "Go back; the session you have and your drafts are as they were",
                }[lang]
              }
            </a>
          </p>
        )}
      </>,
    );
  };

  app.get("/dang-nhap", (c) => begin(c, "citizen", c.get("kiosk") ? { place: "kiosk" } : {}));

  app.get("/dang-nhap/nang-muc", (c) => {
    const session = citizenSession(c);
    const assurance = wholeNumber(c.req.query("muc"), 2, LEVEL_MOST);
    if (!session) return begin(c, "citizen", { assurance, ...(c.get("kiosk") ? { place: "kiosk" as const } : {}) });
    const { account, place, helper } = session;
    return begin(c, "citizen", { assurance, account, place, ...(helper ? { helper } : {}) });
  });
  app.get("/dang-nhap/can-bo", (c) => begin(c, "officer"));

  app.get("/dang-nhap/ket-qua", async (c) => {
    const cookies = c.req.header("cookie");
    const callback = new URL(c.req.url).searchParams;
    const done = await deps.access.completeSignIn({
      callback,
      browser: readSignInCookie(cookies, secure),
      replaces: readSessionCookie(cookies, secure),
      device: deviceName(c.req.header("user-agent")),
    });
    const request = c.get("requestId");
    if (!done.ok) {
      deps.log.warn({ request, refused: done.failure.tag }, "sign-in refused");
      return refused(c, signInFailureText(done.failure), done.failure.tag === "no-post" ? "officer" : "citizen");
    }
    deps.log.info({ request, place: done.value.place }, "signed in");
    c.header("set-cookie", sessionCookie(done.value.token, secure), { append: true });
    return c.redirect(done.value.returnTo, 303);
  });

  app.post("/dang-xuat", async (c) => {
    const session = c.get("session");
    const raw = await readForm(c);
    if (session && !checkCsrf(session, raw._csrf)) return c.redirect(href(c, "/"), 303);
    const away = await deps.access.signOut(readSessionCookie(c.req.header("cookie"), secure));
    c.header("set-cookie", clearedSessionCookie(secure), { append: true });
    if (session && session.place !== "own") wipeDevice(c);
    return c.redirect(away ?? href(c, "/"), 303);
  });

  // From the provider itself (OpenID Connect Back-Channel Logout 1.0, 2.5): no cookie, no form of ours; its signature is the proof.
  app.post("/dang-xuat/tu-xa", async (c) => {
    const token = boxText(await readForm(c), "logout_token");
    const ended = await deps.access.endByProvider(token);
    if (ended.ok) return c.body(null, 200);
    deps.log.warn({ request: c.get("requestId"), refused: ended.failure.tag }, "order to end sessions refused");
    const away = ended.failure.tag === "provider-unreachable";
    return c.json({ error: away ? "temporarily_unavailable" : "invalid_request" }, away ? 503 : 400);
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

type Realm = "citizen" | "officer";
const LEVEL_MOST = 4;

/** Sends a browser to the identity service; where that is not possible, the sentence to show. */
export async function goToProvider(
  deps: WebDeps,
  c: Ctx,
  realm: Realm,
  returnTo: string | null,
  purpose: SignInPurpose,
): Promise<Response | Text> {
  const secure = { secure: deps.settings.publicUrl.startsWith("https:") };
  const begun = await deps.access.beginSignIn({
    realm,
    returnTo,
    language: c.get("lang"),
    browser: readSignInCookie(c.req.header("cookie"), secure),
    purpose,
  });
  if (!begun.ok) return signInFailureText(begun.failure);
  c.header("set-cookie", signInCookie(begun.value.browser, secure), { append: true });
  return c.redirect(begun.value.url, 303);
}
