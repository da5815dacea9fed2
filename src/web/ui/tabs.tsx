import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

export type Tab = {
  readonly label: Words;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
};

/** Sides of one thing, each with its own address; real links, so they work everywhere and can be kept. One is no choice. */
export const Tabs = (props: { tabs: readonly Tab[]; label: Words; lang: Language }) =>
  props.tabs.length < 2 ? null : (
    <nav class="mc-tabs" aria-label={say(props.label, props.lang)}>
      <ul class="mc-tabs__list">
        {props.tabs.map((tab) => (
          <li>
            <a class="mc-tabs__tab" href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {say(tab.label, props.lang)}
              {tab.count !== undefined && <span class="mc-group__count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
