import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { Button } from "./button.tsx";
import { say, type Words } from "./words.ts";

/** A filter now in force, with the address of the list without it. */
export type ChosenFilter = { readonly label: Words; readonly removeHref: string };

const TITLE = { vi: "Lọc", en: "Filter" };
const APPLY = { vi: "Áp dụng", en: "Apply" };
const CLEAR = { vi: "Xóa bộ lọc", en: "Clear filters" };
const CHOSEN = { vi: "Đang lọc theo", en: "Filtered by" };
const REMOVE = { vi: "Bỏ lọc", en: "Remove filter" };

/** Filters of a list as a GET form: every filtered list has an address that can be kept and sent. */
export function Filters(props: {
  action: string;
  chosen: readonly ChosenFilter[];
  clearHref: string;
  lang: Language;
  open?: boolean | undefined;
  children: Child;
}) {
  const { lang } = props;
  return (
    <details class="mc-filters" open={props.open ?? true}>
      <summary class="mc-filters__title">
        {TITLE[lang]}
        {props.chosen.length > 0 && <span class="mc-group__count">{props.chosen.length}</span>}
      </summary>
      <form class="mc-filters__form" action={props.action} method="get">
        {props.chosen.length > 0 && (
          <div class="mc-filters__chosen">
            <p class="mc-filters__label">{CHOSEN[lang]}</p>
            <ul>
              {props.chosen.map((filter) => (
                <li>
                  <a class="mc-chip" href={filter.removeHref}>
                    <span class="govuk-visually-hidden">{REMOVE[lang]} </span>
                    {say(filter.label, lang)}
                    <span aria-hidden="true"> ×</span>
                  </a>
                </li>
              ))}
            </ul>
            <a class="govuk-link" href={props.clearHref}>
              {CLEAR[lang]}
            </a>
          </div>
        )}
        {props.children}
        <Button label={APPLY} lang={lang} kind="secondary" />
      </form>
    </details>
  );
}
