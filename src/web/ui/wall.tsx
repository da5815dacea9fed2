import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { Document } from "./document.tsx";
import { say, type Words } from "./words.ts";

/** A counter on the screen of a waiting room. */
export type WallCounter = { readonly label: Words; readonly state: Words; readonly number: string | null };

/**
 * The screen of a waiting room: a page without ways to anywhere, in letters that are read from the last row. It asks again
 * by itself, with script and without; what is new is told to screen readers.
 */
export function Wall(props: {
  title: Words;
  lang: Language;
  refreshSeconds: number;
  /** The last call as a sentence. */
  call: Words;
  counters: readonly WallCounter[];
  countersTitle: Words;
  children: Child;
}) {
  const { lang } = props;
  return (
    <Document
      title={props.title}
      lang={lang}
      sheet="portal.css"
      script="portal.js"
      bodyClass="mc-wall"
      refreshSeconds={props.refreshSeconds}
    >
      <main class="mc-wall__main" id="main-content" data-live={String(props.refreshSeconds)}>
        <h1 class="mc-wall__title">{say(props.title, lang)}</h1>
        <p class="mc-wall__call" role="status" aria-live="polite" data-live-part="call">
          {say(props.call, lang)}
        </p>
        <div class="mc-wall__parts" data-live-part="parts">
          <section aria-labelledby="wall-counters">
            <h2 class="mc-wall__heading" id="wall-counters">
              {say(props.countersTitle, lang)}
            </h2>
            <ul class="mc-wall__counters">
              {props.counters.map(({ label, state, number }) => (
                <li class={number ? "mc-wall__counter mc-wall__counter--calling" : "mc-wall__counter"}>
                  <span class="mc-wall__label">{say(label, lang)}</span>{" "}
                  {number ? (
                    <strong class="mc-wall__number">{number}</strong>
                  ) : (
                    <span class="mc-wall__state">{say(state, lang)}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
          {props.children}
        </div>
      </main>
    </Document>
  );
}
