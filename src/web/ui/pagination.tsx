import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

const LABEL = { vi: "Phân trang", en: "Pagination" };
const PREVIOUS = { vi: "Trang trước", en: "Previous" };
const NEXT = { vi: "Trang sau", en: "Next" };

/** Ways to the neighbouring pages of a list; keyset lists have no page numbers, so none are promised. */
export function Pagination(props: {
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** "1–50 trong 1.204 hồ sơ". */
  position?: Words | undefined;
  lang: Language;
}) {
  if (!props.previousHref && !props.nextHref && !props.position) return null;
  return (
    <nav class="mc-pagination" aria-label={LABEL[props.lang]}>
      {props.previousHref && (
        <a class="govuk-link mc-pagination__link" href={props.previousHref} rel="prev">
          <span aria-hidden="true">← </span>
          {PREVIOUS[props.lang]}
        </a>
      )}
      {props.position && <span class="mc-pagination__position">{say(props.position, props.lang)}</span>}
      {props.nextHref && (
        <a class="govuk-link mc-pagination__link" href={props.nextHref} rel="next">
          {NEXT[props.lang]}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}
