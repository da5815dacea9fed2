import type { Language } from "../../kernel/text.ts";
import { Button } from "./button.tsx";
import { fieldId, say, type Words } from "./words.ts";

export type GroupItem = {
  readonly title: Words;
  readonly detail?: Words | undefined;
  readonly editHref?: string | undefined;
  /** The button that removes it, inside the form around the list. */
  readonly remove?: { readonly name: string; readonly value: string } | undefined;
  readonly removeHref?: string | undefined;
  readonly error?: Words | undefined;
};
export type GroupListProps = {
  readonly name: string;
  readonly title: Words;
  /** One of them in words: "người lưu trú". */
  readonly item: Words;
  readonly items: readonly GroupItem[];
  readonly addHref?: string | undefined;
  readonly add?: { readonly name: string; readonly value: string } | undefined;
  readonly most?: number | undefined;
  readonly hint?: Words | undefined;
  readonly error?: Words | undefined;
  readonly lang: Language;
};

const EDIT = { vi: "Sửa", en: "Change" };
const REMOVE = { vi: "Xóa", en: "Remove" };

/** Several of the same, e.g. guests: each with its name and ways to change or remove it, and a way to add one. */
export function GroupList(props: GroupListProps) {
  const { lang } = props;
  const id = fieldId(props.name);
  const item = say(props.item, lang);
  const count = props.items.length;
  const full = props.most !== undefined && count >= props.most;
  const none = lang === "vi" ? `Chưa có ${item}.` : `No ${item} yet.`;
  const addWords = lang === "vi" ? `Thêm ${item}` : `Add ${item}`;
  return (
    <section class="mc-group govuk-form-group" id={id} tabindex={-1} aria-labelledby={`${id}-title`}>
      <h2 class="govuk-heading-m mc-group__title" id={`${id}-title`}>
        {say(props.title, lang)}
        <span class="mc-group__count">{props.most ? `${count}/${props.most}` : count}</span>
      </h2>
      {props.hint && <p class="govuk-hint">{say(props.hint, lang)}</p>}
      {props.error && <p class="govuk-error-message">{say(props.error, lang)}</p>}
      {count === 0 ? (
        <p class="mc-group__none">{none}</p>
      ) : (
        <ol class="mc-group__items">
          {props.items.map((entry) => (
            <li class="mc-group__item">
              <div class="mc-group__words">
                <strong>{say(entry.title, lang)}</strong>
                {entry.detail && <span class="mc-group__detail">{say(entry.detail, lang)}</span>}
                {entry.error && <span class="govuk-error-message">{say(entry.error, lang)}</span>}
              </div>
              <div class="mc-group__acts">
                {entry.editHref && (
                  <a class="govuk-link" href={entry.editHref}>
                    {EDIT[lang]}
                    <span class="govuk-visually-hidden"> {say(entry.title, lang)}</span>
                  </a>
                )}
                {entry.removeHref && (
                  <a class="govuk-link" href={entry.removeHref}>
                    {REMOVE[lang]}
                    <span class="govuk-visually-hidden"> {say(entry.title, lang)}</span>
                  </a>
                )}
                {entry.remove && (
                  <Button
                    label={REMOVE}
                    about={entry.title}
                    lang={lang}
                    kind="secondary"
                    small
                    skipChecks
                    {...entry.remove}
                  />
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {!full && props.addHref !== undefined && (
        <Button label={addWords} lang={lang} kind="secondary" href={props.addHref} />
      )}
      {!full && props.add && <Button label={addWords} lang={lang} kind="secondary" skipChecks {...props.add} />}
    </section>
  );
}
