import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { localPath, type Passkey, type PasskeyFailure } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { csrfBox } from "../portal/page.tsx";
import { goToProvider } from "../portal/sign-in.tsx";
import { Button, ErrorSummary, Form, Input, InsetText, Notice, PasskeyForm, Table } from "../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";

export const PASSKEYS = "/office/khoa-bao-mat";

/** An officer's own passkeys: using one at the door, adding one, seeing those there are. */
export function passkeyPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const here = (c: Ctx): string => href(c, PASSKEYS);
  const afterwards = (c: Ctx): string => localPath(c.req.query("ve")) ?? href(c, "/office");

  app.get("/khoa-bao-mat", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, {}, {}, 200);
  });

  app.post("/khoa-bao-mat", async (c) => {
    const posted = await postedByOfficer(deps, c, here(c));
    if (posted instanceof Response) return posted;
    const { officer, raw } = posted;
    if (posted.stale) return show(c, officer, raw, { label: STALE }, 403);
    const added = await deps.access.enrol(officer, {
      answer: boxText(raw, "_passkey"),
      label: boxText(raw, "label"),
      code: boxText(raw, "code"),
    });
    if (added.ok) return c.redirect(`${here(c)}?xong=1`, 303);
    const { box, sentence } = said(added.failure);
    return show(c, officer, raw, { [box]: sentence }, 422);
  });

  app.get("/khoa-bao-mat/dung", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : showUse(c, officer, null, 200);
  });

  app.post("/khoa-bao-mat/dung", async (c) => {
    const posted = await postedByOfficer(deps, c, `${here(c)}/dung`);
    if (posted instanceof Response) return posted;
    if (posted.stale) return showUse(c, posted.officer, STALE, 403);
    const used = await deps.access.useKey(posted.officer, boxText(posted.raw, "_passkey"));
    if (used.ok) return c.redirect(afterwards(c), 303);
    return showUse(c, posted.officer, said(used.failure).sentence, 422);
  });

  // A sign-in of now, from which a first key may be added where no code is asked for.
  app.post("/khoa-bao-mat/dang-nhap-lai", async (c) => {
    const posted = await postedByOfficer(deps, c, here(c));
    if (posted instanceof Response) return posted;
    const { account } = posted.officer;
    if (posted.stale) return show(c, posted.officer, {}, { label: STALE }, 403);
    const gone = await goToProvider(deps, c, "officer", here(c), { fresh: true, account });
    return gone instanceof Response ? gone : show(c, posted.officer, {}, { label: gone }, 422);
  });

  const showUse = async (c: Ctx, officer: Officer, error: Text | null, status: 200 | 403 | 422) => {
    const lang = c.get("lang");
    const options = await deps.access.askForUse(officer);
    if (!options) return c.redirect(here(c), 303);
    return officePage(
      deps,
      c,
      officer,
      { title: USE, status, hasErrors: error !== null },
      <>
        <ErrorSummary errors={{}} extra={error ? [error] : []} lang={lang} title={NOT_DONE} />
        <h1 class="govuk-heading-l">{USE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Chạm vào khoá bảo mật, hoặc dùng vân tay, khuôn mặt, mã PIN của máy. Sau 5 lần sai, khoá tạm dừng 15 phút.",
              en: "Touch your security key, or use the fingerprint, face or PIN of this device. Five wrong tries pause it for 15 minutes.",
            }[lang]
          }
        </p>
        <PasskeyForm kind="get" options={options} csrf={csrfBox(officer)} label={USE} lang={lang} />
        <p class="govuk-body">{LOST[lang]}</p>
      </>,
    );
  };

  const show = async (
    c: Ctx,
    officer: Officer,
    raw: Raw,
    errors: Readonly<Record<string, Text>>,
    status: 200 | 403 | 422,
  ) => {
    const lang = c.get("lang");
    const { keys, proof } = await deps.access.myPasskeys(officer);
    const options = await deps.access.askForKey(officer);
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: Object.keys(errors).length > 0 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {c.req.query("xong") && status === 200 && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {
                {
                  vi: "Đã thêm khoá. Từ nay đồng chí dùng khoá này để xác nhận trước khi quyết định và ký.",
                  en: "The key was added. From now on it confirms what you decide and sign.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <Keys keys={keys} lang={lang} />
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, "/office/phien")}>
            {{ vi: "Xem và kết thúc các phiên đăng nhập khác", en: "See and end other sessions" }[lang]}
          </a>
        </p>
        {officer.post.roles.includes("unitLead") && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${here(c)}/don-vi`}>
              {{ vi: "Khoá bảo mật của cán bộ trong đơn vị", en: "Passkeys of the unit's officers" }[lang]}
            </a>
          </p>
        )}
        <h2 class="govuk-heading-m">{{ vi: "Thêm khoá", en: "Add a key" }[lang]}</h2>
        <InsetText>{PROOFS[proof][lang]}</InsetText>
        {proof === "sign-in" && (
          <Form csrf={csrfBox(officer)} action={`${here(c)}/dang-nhap-lai`}>
            <Button label={text("Đăng nhập lại", "Sign in again")} lang={lang} kind="secondary" />
          </Form>
        )}
        {proof === "passkey" && (
          <Button
            label={text("Dùng khoá đang có", "Use the key you have")}
            lang={lang}
            kind="secondary"
            href={`${here(c)}/dung?ve=${encodeURIComponent(here(c))}`}
          />
        )}
        <PasskeyForm
          kind="create"
          options={options}
          csrf={csrfBox(officer)}
          label={text("Thêm khoá", "Add the key")}
          lang={lang}
        >
          <Input
            name="label"
            label={text("Tên để nhận ra khoá", "A name to know it by")}
            hint={text("Ví dụ: Khoá USB ở bàn làm việc.", "For example: USB key at my desk.")}
            lang={lang}
            value={boxText(raw, "label")}
            autocomplete="off"
            {...(errors.label ? { error: errors.label } : {})}
          />
          {proof === "code" && (
            <Input
              name="code"
              label={text("Mã một lần do lãnh đạo đơn vị cấp", "One-time code from the unit's lead")}
              hint={text("12 chữ và số, dùng trong 24 giờ.", "12 letters and digits, good for 24 hours.")}
              lang={lang}
              autocomplete="off"
              {...(errors.code ? { error: errors.code } : {})}
            />
          )}
        </PasskeyForm>
        <p class="govuk-body">{LOST[lang]}</p>
      </>,
    );
  };

  return app;
}

const Keys = (props: { keys: readonly Passkey[]; lang: "vi" | "en" }) => (
  <Table
    caption={text("Khoá của tôi", "My keys")}
    lang={props.lang}
    empty={text("Chưa có khoá nào.", "No keys yet.")}
    columns={[
      { key: "label", label: text("Tên", "Name") },
      { key: "made", label: text("Thêm lúc", "Added") },
      { key: "used", label: text("Dùng lần cuối", "Last used") },
      { key: "state", label: text("Trạng thái", "State") },
    ]}
    rows={props.keys.map((key) => ({
      cells: {
        label: key.label,
        made: showInstant(key.createdAt),
        used: key.lastUsedAt === null ? "" : showInstant(key.lastUsedAt),
        state: key.revoked
          ? { vi: `Đã thu hồi: ${key.revoked.reason}`, en: `Revoked: ${key.revoked.reason}` }[props.lang]
          : { vi: "Đang dùng", en: "In use" }[props.lang],
      },
    }))}
  />
);

/** The sentence for a failure, and the box it belongs to. */
function said(failure: PasskeyFailure): { readonly box: "label" | "code"; readonly sentence: Text } {
  switch (failure.tag) {
    case "locked":
      return {
        box: "label",
        sentence: text(
          `Đã sai nhiều lần nên khoá tạm dừng đến ${showInstant(failure.until)}.`,
          `Too many wrong tries: paused until ${showInstant(failure.until)}.`,
        ),
      };
    case "wrong":
      return {
        box: "label",
        sentence: text(
          "Câu trả lời của khoá không kiểm tra được. Đề nghị thử lại.",
          "The key's answer could not be verified. Please try again.",
        ),
      };
    case "wrong-code":
      return {
        box: "code",
        sentence: text(
          "Mã không đúng, đã dùng, hoặc quá 24 giờ. Đề nghị xin mã mới.",
          "The code is wrong, used, or older than 24 hours. Ask for a new one.",
        ),
      };
    case "proof-missing":
      return { box: "label", sentence: PROOFS[failure.proof] };
    case "label-missing":
      return { box: "label", sentence: text("Đề nghị đặt tên cho khoá.", "Give the key a name.") };
    case "too-many":
      return { box: "label", sentence: text("Tối đa 10 khoá đang dùng.", "Ten keys in use at most.") };
  }
}

const TITLE = text("Khoá bảo mật", "Passkeys");
const USE = text("Xác nhận bằng khoá bảo mật", "Confirm with a passkey");
const NOT_DONE = text("Chưa thực hiện được", "Not done");
const STALE = text("Phiên làm việc đã thay đổi. Đề nghị bấm lại.", "Your session has changed. Please try again.");
const LOST = text(
  "Mất khoá: báo ngay lãnh đạo đơn vị để thu hồi. Không còn khoá nào thì lãnh đạo cấp mã một lần để thêm khoá mới; không có cách nào khác.",
  "A key is lost: tell the unit's lead at once, who revokes it. With no key left the lead gives a one-time code for a new one; there is no other way.",
);
const PROOFS = {
  "sign-in": text(
    "Thêm khoá đầu tiên trong vòng 5 phút sau khi đăng nhập. Nếu đã lâu hơn, đề nghị đăng nhập lại.",
    "Add the first key within five minutes of signing in. If it was longer ago, sign in again.",
  ),
  passkey: text(
    "Muốn thêm khoá, trước hết dùng một khoá đang có (trong vòng 5 phút).",
    "To add a key, first use one you have (within five minutes).",
  ),
  code: text(
    "Khoá đầu tiên cần mã một lần do lãnh đạo đơn vị cấp trực tiếp cho đồng chí.",
    "The first key needs a one-time code that the unit's lead gives you in person.",
  ),
} as const;
