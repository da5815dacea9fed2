import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { SupervisionFailure, UnitKeys } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, CodeBlock, Details, ErrorSummary, Form, Input, Notice } from "../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";
import { PASSKEYS } from "./passkeys.tsx";

type Shown = {
  readonly error?: { readonly name: string; readonly sentence: Text };
  readonly code?: { readonly name: string; readonly code: string };
};

/** The second person: a lead revokes keys of the unit's officers and gives codes for new ones. */
export function unitKeyPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const here = (c: Ctx): string => href(c, `${PASSKEYS}/don-vi`);

  app.get("/khoa-bao-mat/don-vi", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, {}, 200);
  });

  app.post("/khoa-bao-mat/don-vi", async (c) => {
    const posted = await postedByOfficer(deps, c, here(c));
    if (posted instanceof Response) return posted;
    const { officer, raw } = posted;
    if (posted.stale) return show(c, officer, { error: { name: "reason", sentence: STALE } }, 403);
    const account = boxText(raw, "account");
    const id = boxText(raw, "key");
    if (!id) {
      const made = await deps.access.issueCode(officer, account);
      if (!made.ok) return show(c, officer, { error: { name: account, sentence: FAILURES[made.failure.tag] } }, 422);
      const name = (await deps.access.keysInUnit(officer))?.find((one) => one.account === account)?.name ?? "";
      // Shown in the answer itself and kept nowhere: a reload does not show it again.
      return show(c, officer, { code: { name, code: made.value } }, 200);
    }
    const gone = await deps.access.revokeKey(officer, { account, id, reason: boxText(raw, `${id}.reason`) });
    if (gone.ok) return c.redirect(`${here(c)}?xong=1`, 303);
    return show(c, officer, { error: { name: `${id}.reason`, sentence: FAILURES[gone.failure.tag] } }, 422);
  });

  const show = async (c: Ctx, officer: Officer, shown: Shown, status: 200 | 403 | 422) => {
    const lang = c.get("lang");
    const officers = await deps.access.keysInUnit(officer);
    if (!officers) throw notFound();
    return officePage(
      deps,
      c,
      officer,
      {
        title: TITLE,
        status,
        hasErrors: shown.error !== undefined,
        crumbs: [{ label: text("Khoá bảo mật", "Passkeys"), href: href(c, PASSKEYS) }, { label: TITLE }],
      },
      <>
        <ErrorSummary errors={shown.error ? { [shown.error.name]: shown.error.sentence } : {}} lang={lang} />
        {shown.code && (
          <Notice
            lang={lang}
            tone="success"
            title={text(
              `Mã một lần cho ${shown.code.name}, chỉ hiện một lần`,
              `One-time code for ${shown.code.name}, shown once`,
            )}
          >
            <CodeBlock code={shown.code.code} label={text("Mã một lần", "One-time code")} lang={lang} />
            <p class="govuk-body">
              {
                {
                  vi: "Trao tận tay cho cán bộ sau khi nhận đúng người. Mã dùng một lần trong 24 giờ.",
                  en: "Hand it to the officer in person, knowing who they are. Good once, within 24 hours.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        {c.req.query("xong") && status === 200 && !shown.code && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{{ vi: "Đã thu hồi khoá.", en: "The key was revoked." }[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        {officers.map((one) => (
          <OneOfficer c={c} officer={officer} of={one} error={shown.error} />
        ))}
      </>,
    );
  };

  function OneOfficer(props: { c: Ctx; officer: Officer; of: UnitKeys; error: Shown["error"] }) {
    const { c, officer, of } = props;
    const lang = c.get("lang");
    const own = of.account === officer.account;
    return (
      <section class="mc-card">
        <h2 class="govuk-heading-m">{of.name}</h2>
        {of.keys.length === 0 && <p class="govuk-body">{{ vi: "Chưa có khoá.", en: "No key." }[lang]}</p>}
        {of.keys.map((key) => (
          <>
            <p class="govuk-body">
              {key.label}, {{ vi: "thêm lúc", en: "added" }[lang]} {showInstant(key.createdAt)}
              {key.lastUsedAt !== null &&
                `; ${{ vi: "dùng lần cuối", en: "last used" }[lang]} ${showInstant(key.lastUsedAt)}`}
            </p>
            {!own && (
              <Details
                summary={text(`Thu hồi khoá “${key.label}”`, `Revoke the key “${key.label}”`)}
                lang={lang}
                open={props.error?.name === `${key.id}.reason`}
              >
                <Form csrf={csrfBox(officer)} action={here(c)}>
                  <input type="hidden" name="account" value={of.account} />
                  <input type="hidden" name="key" value={key.id} />
                  <Input
                    name={`${key.id}.reason`}
                    label={text("Lý do", "Reason")}
                    lang={lang}
                    autocomplete="off"
                    {...(props.error?.name === `${key.id}.reason` ? { error: props.error.sentence } : {})}
                  />
                  <Button label={text("Thu hồi", "Revoke")} about={key.label} lang={lang} kind="warning" small />
                </Form>
              </Details>
            )}
          </>
        ))}
        {own ? (
          <p class="govuk-body">
            {
              {
                vi: "Khoá của chính đồng chí do một lãnh đạo khác của đơn vị, hoặc người vận hành hệ thống, thu hồi.",
                en: "Your own keys are revoked by another lead of the unit or by the operator.",
              }[lang]
            }
          </p>
        ) : (
          of.keys.length === 0 && (
            <Form csrf={csrfBox(officer)} action={here(c)}>
              <input type="hidden" name="account" value={of.account} />
              <Button
                label={text("Cấp mã một lần", "Give a one-time code")}
                about={of.name}
                lang={lang}
                kind="secondary"
                small
              />
            </Form>
          )
        )}
      </section>
    );
  }

  return app;
}

const TITLE = text("Khoá bảo mật trong đơn vị", "Passkeys in the unit");
const STALE = text("Phiên làm việc đã thay đổi. Đề nghị bấm lại.", "Your session has changed. Please try again.");
const FAILURES: Record<SupervisionFailure["tag"], Text> = {
  "own-key": text(
    "Không ai thu hồi khoá hoặc cấp mã cho chính mình.",
    "Nobody revokes their own key or gives themselves a code.",
  ),
  "not-yours": text("Không tìm thấy khoá này trong đơn vị.", "There is no such key in the unit."),
  "reason-missing": text("Đề nghị ghi lý do thu hồi.", "Give the reason for revoking."),
};
