import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Session } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { Button, CodeBlock, ErrorSummary, Form, Input, InsetText, Notice, Table } from "../ui/index.ts";
import { postedBy, visitorOf } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";

const KEY_DAYS = 365;

/** Keys for an establishment's own software, so that it can file by the API in its name. A key is shown once. */
export function connectionPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ket-noi", async (c) => {
    const session = visitorOf(c);
    return session instanceof Response ? session : show(c, session, {}, null, null);
  });

  app.post("/ket-noi", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const { session, raw } = posted;
    if (posted.stale) return show(c, session, raw, STALE, null);
    const revoked = boxText(raw, "thu-hoi");
    if (revoked) {
      await deps.access.revokeApiToken(session.account, revoked);
      return c.redirect(href(c, "/ket-noi"), 303);
    }
    const made = await deps.access.createApiToken({
      account: session.account,
      label: boxText(raw, "label"),
      days: KEY_DAYS,
    });
    if (!made.ok) return show(c, session, raw, WRONG_LABEL, null);
    // Shown in the answer itself and kept nowhere: a reload does not show it again.
    return show(c, session, {}, null, made.value.token);
  });

  const show = async (c: Ctx, session: Session, raw: Raw, error: Text | null, key: string | null) => {
    const lang = c.get("lang");
    const keys = await deps.access.listApiTokens(session.account);
    const now = deps.clock.now();
    return portalPage(
      deps,
      c,
      {
        title: text("Kết nối phần mềm", "Connect software"),
        wide: true,
        hasErrors: error !== null,
        status: error ? 422 : 200,
        crumbs: [
          { label: text("Trang chủ", "Home"), href: href(c, "/") },
          { label: text("Kết nối phần mềm", "Connect software") },
        ],
      },
      <>
        <ErrorSummary errors={error ? { label: error } : {}} lang={lang} />
        <h1 class="govuk-heading-xl">{{ vi: "Kết nối phần mềm", en: "Connect software" }[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Phần mềm khách sạn hoặc phần mềm của cơ quan có thể gửi hồ sơ thay ông/bà bằng một khóa kết nối. Hồ sơ gửi bằng khóa đứng tên tài khoản đang đăng nhập.",
              en: "A hotel's or an office's own software may file for you with a key. What it files stands in the name of this account.",
            }[lang]
          }{" "}
          <a class="govuk-link" href="/api/v1/openapi.json">
            {{ vi: "Tài liệu kỹ thuật (OpenAPI)", en: "Technical description (OpenAPI)" }[lang]}
          </a>
        </p>
        {key && (
          <Notice lang={lang} tone="success" title={text("Khóa mới, chỉ hiện một lần", "The new key, shown once only")}>
            <CodeBlock code={key} label={text("Khóa kết nối", "Key")} lang={lang} />
            <p class="govuk-body">
              {
                {
                  vi: "Hãy chép khóa vào phần mềm ngay bây giờ và không gửi cho người khác.",
                  en: "Copy it into the software now, and give it to nobody else.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        <Form csrf={csrfBox(session)}>
          <Input
            name="label"
            label={text("Tên phần mềm dùng khóa", "Name of the software")}
            hint={text(
              "Ví dụ: Phần mềm lễ tân tầng 1. Khóa dùng được trong một năm.",
              "For example: reception desk, floor 1. A key is good for one year.",
            )}
            lang={lang}
            value={boxText(raw, "label")}
            error={error ?? undefined}
          />
          <Button label={text("Tạo khóa", "Make a key")} lang={lang} />
        </Form>
        <Form csrf={csrfBox(session)}>
          <Table
            caption={text("Các khóa đã tạo", "Keys")}
            lang={lang}
            empty={text("Chưa có khóa nào.", "No keys yet.")}
            columns={[
              { key: "label", label: text("Phần mềm", "Software") },
              { key: "made", label: text("Tạo lúc", "Made") },
              { key: "until", label: text("Dùng đến", "Good until") },
              { key: "act", label: text("Thao tác", "Actions") },
            ]}
            rows={keys.map((token) => ({
              cells: {
                label: token.label,
                made: showInstant(token.createdAt),
                until: showInstant(token.expiresAt),
                act:
                  token.revokedAt !== null ? (
                    { vi: "Đã thu hồi", en: "Revoked" }[lang]
                  ) : token.expiresAt <= now ? (
                    { vi: "Đã hết hạn", en: "Expired" }[lang]
                  ) : (
                    <Button
                      name="thu-hoi"
                      value={token.id}
                      label={text("Thu hồi", "Revoke")}
                      about={token.label}
                      lang={lang}
                      kind="secondary"
                      small
                    />
                  ),
              },
            }))}
          />
        </Form>
        <InsetText>
          {
            {
              vi: "Khi nghi ngờ lộ khóa, hãy thu hồi ngay; phần mềm ngừng gửi được sau vài giây.",
              en: "Revoke a key you think has leaked; it stops working within seconds.",
            }[lang]
          }
        </InsetText>
      </>,
    );
  };

  return app;
}

const WRONG_LABEL = text(
  "Vui lòng ghi tên phần mềm, tối đa 100 ký tự.",
  "Name the software, in at most 100 characters.",
);
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng bấm lại.", "Your session has changed. Please try again.");
