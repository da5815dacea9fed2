import type { Child } from "hono/jsx";
import type { Raw } from "../../../engine/form/index.ts";
import { actName } from "../../../engine/state/index.ts";
import type { Json } from "../../../kernel/canonical-json.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { type ConfirmFailure, csrfToken, digestOfActs, readSessionCookie } from "../../../modules/access/index.ts";
import type { ActWanted } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { goToProvider } from "../../portal/sign-in.tsx";
import { Button, ErrorSummary, Form, InsetText, PasskeyForm, SummaryList } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import type { OfficeAct } from "./wanted.ts";
import { OUTCOME_NAMES } from "./words.ts";

/** Acts that bind the office: the officer confirms each once more, in person, before it is done. */
const TO_CONFIRM: ReadonlySet<OfficeAct> = new Set<OfficeAct>(["decided", "signed", "numbered", "replacement-decided"]);
export const isToConfirm = (act: OfficeAct): boolean => TO_CONFIRM.has(act);

/** What is to be confirmed: the act on the dossier as the officer saw it, with its content. */
export type ToConfirm = {
  readonly code: string;
  readonly act: OfficeAct;
  readonly seen: number;
  readonly wanted: ActWanted;
  readonly raw: Raw;
};

/** The digest that a confirmation is bound to. */
export const digestOf = (officer: Officer, of: ToConfirm): Buffer =>
  digestOfActs(officer, [
    {
      dossier: of.code,
      act: of.act,
      content: { seen: of.seen, wanted: JSON.parse(JSON.stringify(of.wanted)) as Json },
    },
  ]);

/** Boxes that speak of the confirming itself and not of the act. */
const OWN_BOXES = new Set(["_passkey", "_signin", "_csrf"]);

/** Asks the officer to confirm: what is about to be done, a passkey, or signing in again. */
export async function confirmPage(
  deps: WebDeps,
  c: Ctx,
  officer: Officer,
  of: ToConfirm,
  failure: ConfirmFailure,
  problem: Text | null = null,
) {
  const lang = c.get("lang");
  const ways = failure.tag === "locked" ? [] : failure.ways;
  const options = ways.includes("passkey")
    ? await deps.access.askForConfirmation(officer, digestOf(officer, of))
    : null;
  const sentence = problem ?? confirmSentence(failure);
  const action = href(c, `/office/ho-so/${of.code}/viec/${of.act}`);
  const hidden = Object.entries(of.raw).flatMap(([name, value]) =>
    OWN_BOXES.has(name) ? [] : [value].flat().map((one) => <input type="hidden" name={name} value={one ?? ""} />),
  );
  return officePage(
    deps,
    c,
    officer,
    {
      title: CONFIRM_TITLE,
      status: sentence ? 422 : 403,
      hasErrors: sentence !== null,
      crumbs: [
        { label: text("Hồ sơ", "Dossiers"), href: href(c, "/office") },
        { label: of.code, href: href(c, `/office/ho-so/${of.code}`) },
        { label: CONFIRM_TITLE },
      ],
    },
    <>
      <ErrorSummary errors={{}} extra={sentence ? [sentence] : []} lang={lang} title={NOT_CONFIRMED} />
      <h1 class="govuk-heading-l">{CONFIRM_TITLE[lang]}</h1>
      <SummaryList
        lang={lang}
        rows={[
          { label: text("Hồ sơ", "Dossier"), value: of.code },
          { label: text("Việc", "Act"), value: actName(of.act)[lang] },
          ...("outcome" in of.wanted && of.wanted.outcome
            ? [{ label: text("Quyết định", "Decision"), value: OUTCOME_NAMES[of.wanted.outcome][lang] }]
            : []),
        ]}
      />
      <ConfirmWays officer={officer} options={options} ways={ways} action={action} lang={lang}>
        {hidden}
      </ConfirmWays>
    </>,
  );
}

/** The ways to confirm, one form each; `children` are the boxes both carry. `options` is what a passkey is asked. */
export function ConfirmWays(props: {
  officer: Officer;
  options: string | null;
  ways: readonly ("passkey" | "sign-in")[];
  action: string;
  lang: Language;
  children: Child;
}) {
  const { officer, options, ways, action, lang } = props;
  return (
    <>
      {options && (
        <PasskeyForm
          kind="get"
          options={options}
          csrf={csrfBox(officer)}
          action={action}
          label={text("Xác nhận bằng khoá bảo mật", "Confirm with a passkey")}
          lang={lang}
        >
          {props.children}
        </PasskeyForm>
      )}
      {ways.includes("sign-in") && (
        <>
          <InsetText>
            {options
              ? {
                  vi: "Không dùng được khoá trên trình duyệt này? Đăng nhập lại cũng là một cách xác nhận; nội dung đã nhập được giữ.",
                  en: "No way to use a key in this browser? Signing in again confirms as well; what you typed is kept.",
                }[lang]
              : {
                  vi: "Đăng nhập lại để xác nhận, rồi bấm lại nút của việc này. Nội dung đã nhập được giữ.",
                  en: "Sign in again to confirm, then press the act's button once more. What you typed is kept.",
                }[lang]}
          </InsetText>
          <Form csrf={csrfBox(officer)} action={action}>
            {props.children}
            <input type="hidden" name="_signin" value="1" />
            <Button
              label={text("Đăng nhập lại để xác nhận", "Sign in again to confirm")}
              lang={lang}
              kind={options ? "secondary" : "primary"}
            />
          </Form>
        </>
      )}
    </>
  );
}

/** Goes to sign in for these very acts; what was typed waits and is shown again afterwards. */
export async function confirmBySigningIn(
  deps: WebDeps,
  c: Ctx,
  officer: Officer,
  of: ToConfirm,
): Promise<Response | Text> {
  const secure = { secure: deps.settings.publicUrl.startsWith("https:") };
  const showAt = href(c, `/office/ho-so/${of.code}?viec=${of.act}`);
  const answers = Object.fromEntries(Object.entries(of.raw).filter(([name]) => !OWN_BOXES.has(name)));
  const parked = await deps.access.park({
    token: readSessionCookie(c.req.header("cookie"), secure),
    // The form's own token held, or nothing would have come so far.
    csrf: csrfToken(officer),
    path: showAt,
    answers: answers as Json,
  });
  return goToProvider(deps, c, "officer", parked.ok ? `${showAt}&giu=${parked.value}` : showAt, {
    fresh: true,
    account: officer.account,
    confirms: digestOf(officer, of),
  });
}

/** What is said to a confirmation that did not hold; nothing where it was only not asked for yet. */
export function confirmSentence(failure: ConfirmFailure): Text | null {
  if (failure.tag === "needed") return null;
  if (failure.tag === "wrong") {
    return text(
      "Khoá bảo mật chưa xác nhận được đúng việc này, hoặc đã quá 5 phút. Chưa có gì được ghi; đề nghị xác nhận lại.",
      "The passkey did not confirm this very act, or it took longer than five minutes. Nothing was done; please confirm again.",
    );
  }
  return text(
    `Đã sai nhiều lần nên khoá tạm dừng đến ${showInstant(failure.until)}. Chưa có gì được ghi.`,
    `Too many wrong tries: paused until ${showInstant(failure.until)}. Nothing was done.`,
  );
}

export const CONFIRM_TITLE = text("Xác nhận trước khi thực hiện", "Confirm before it is done");
export const NOT_CONFIRMED = text("Chưa xác nhận được", "Not confirmed");
