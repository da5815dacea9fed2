import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { assetUrl } from "./assets.ts";
import { Button } from "./button.tsx";
import type { HiddenValue } from "./form.tsx";
import type { Words } from "./words.ts";

const FAILED = {
  vi: "Khoá bảo mật chưa trả lời. Có thể đã bấm huỷ, hết giờ, hoặc khoá này chưa được đăng ký. Đề nghị thử lại.",
  en: "The passkey did not answer. It may have been cancelled, timed out, or not be registered here. Please try again.",
};
const NEEDS_SCRIPT = {
  vi: "Dùng khoá bảo mật cần trình duyệt cho chạy JavaScript. Trình duyệt này đang tắt.",
  en: "A passkey needs a browser that runs JavaScript. This one does not.",
};

/** A form that a passkey signs on its way. `options` is what the browser is asked, as JSON; the answer is in `_passkey`. */
export function PasskeyForm(props: {
  kind: "create" | "get";
  options: string;
  csrf: HiddenValue | undefined;
  label: Words;
  lang: Language;
  action?: string | undefined;
  children?: Child;
}) {
  const { lang } = props;
  return (
    <>
      <form
        action={props.action}
        method="post"
        novalidate
        data-once
        data-passkey={props.kind}
        data-passkey-options={props.options}
        data-passkey-failed={FAILED[lang]}
      >
        {props.csrf && <input type="hidden" name={props.csrf.name} value={props.csrf.value} />}
        <input type="hidden" name="_passkey" value="" />
        {props.children}
        <p class="govuk-error-message" role="alert" data-passkey-problem />
        <Button label={props.label} lang={lang} />
      </form>
      <script type="module" src={assetUrl("passkey.js")} />
      <noscript>
        <p class="govuk-inset-text">{NEEDS_SCRIPT[lang]}</p>
      </noscript>
    </>
  );
}
