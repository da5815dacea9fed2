import type { Language } from "../../kernel/text.ts";
import { classes, fieldId, say, type Words } from "./words.ts";

const SEARCH = { vi: "Tìm", en: "Search" };

/** A search as a plain GET, so that its result has an address. */
export function SearchBox(props: {
  action: string;
  label: Words;
  lang: Language;
  name?: string | undefined;
  value?: string | undefined;
  hint?: Words | undefined;
  large?: boolean | undefined;
  /** The key that puts the cursor here, with script: "/". */
  shortcut?: string | undefined;
}) {
  const name = props.name ?? "q";
  const id = `search-${fieldId(name)}`;
  return (
    <search>
      <form class={classes("mc-search", props.large && "mc-search--large")} action={props.action} method="get">
        <label class="govuk-label govuk-label--s" for={id}>
          {say(props.label, props.lang)}
        </label>
        {props.hint && (
          <div class="govuk-hint" id={`${id}-hint`}>
            {say(props.hint, props.lang)}
          </div>
        )}
        <div class="mc-search__row">
          <input
            class="govuk-input mc-search__input"
            id={id}
            name={name}
            type="search"
            value={props.value}
            autocomplete="off"
            aria-describedby={props.hint ? `${id}-hint` : undefined}
            data-shortcut={props.shortcut}
          />
          <button class="govuk-button mc-search__button" type="submit">
            {SEARCH[props.lang]}
          </button>
        </div>
      </form>
    </search>
  );
}
