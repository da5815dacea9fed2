import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

const NOTICE = { vi: "Thông báo", en: "Notice" };
const DONE = { vi: "Đã thực hiện", en: "Done" };
const WARNING = { vi: "Chú ý", en: "Warning" };

/** News about the page or the act just done. `success` is announced to screen readers at once. */
export function Notice(props: {
  lang: Language;
  tone?: "info" | "success" | undefined;
  title?: Words | undefined;
  children: Child;
}) {
  const success = props.tone === "success";
  const title = say(props.title ?? (success ? DONE : NOTICE), props.lang);
  return (
    <section
      class={success ? "mc-notice mc-notice--success" : "mc-notice"}
      role={success ? "alert" : "region"}
      aria-label={title}
    >
      <p class="mc-notice__title">{title}</p>
      <div class="mc-notice__body">{props.children}</div>
    </section>
  );
}

/** What may go wrong, or what the law threatens. */
export const Warning = (props: { lang: Language; children: Child }) => (
  <div class="mc-warning">
    <span class="mc-warning__icon" aria-hidden="true">
      !
    </span>
    <div class="mc-warning__text">
      <span class="govuk-visually-hidden">{WARNING[props.lang]}: </span>
      {props.children}
    </div>
  </div>
);

/** Words set apart from the text around them. */
export const InsetText = (props: { children: Child }) => <div class="govuk-inset-text">{props.children}</div>;
