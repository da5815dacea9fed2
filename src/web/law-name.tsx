import { type Language, type Text, text } from "../kernel/text.ts";

type Figure = { readonly name: Text | null; readonly key: string };

/** What a row of the law is called, and below it, small, where it stands (`place`) and its key unless the name says it. */
export function LawName({ of: { name, key }, place, lang }: { of: Figure; place?: Text; lang: Language }) {
  const known = name ?? text(key, key);
  const below = [...(place ? [place[lang]] : []), ...(known[lang].includes(key) ? [] : [key])];
  return (
    <>
      {known[lang]}
      {below.length > 0 && (
        <>
          <br />
          <small class="govuk-hint">{below.join(" · ")}</small>
        </>
      )}
    </>
  );
}
