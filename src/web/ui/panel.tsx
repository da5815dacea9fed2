import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { CodeBlock } from "./code-block.tsx";
import { say, type Words } from "./words.ts";

/** The good end of a journey: what was done, under which code. */
export function Panel(props: {
  title: Words;
  lang: Language;
  code?: string | undefined;
  codeLabel?: Words | undefined;
  children?: Child;
}) {
  return (
    <div class="govuk-panel govuk-panel--confirmation mc-panel">
      <h1 class="govuk-panel__title">{say(props.title, props.lang)}</h1>
      {props.code && (
        <div class="govuk-panel__body">
          <CodeBlock
            code={props.code}
            label={props.codeLabel ?? { vi: "Mã hồ sơ", en: "Dossier code" }}
            lang={props.lang}
          />
        </div>
      )}
      {props.children && <div class="govuk-panel__body mc-panel__more">{props.children}</div>}
    </div>
  );
}
