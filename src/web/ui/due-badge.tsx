import { type Instant, isoInstant, showInstant } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

export type DueState = "on-time" | "soon" | "late" | "paused" | "early" | "in-time" | "overdue-done";

/** Signs drawn, not typed: they differ in shape, so that colour is never needed to tell them apart. */
const DOT = "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z";
const TRIANGLE = "M6 1l5.500 10H.500z";
const SQUARE = "M1 1h10v10H1z";
const BARS = "M2 1h3v10H2zM7 1h3v10H7z";
const TICK = "M1.200 6.200l1.700-1.700L5 6.600 9.300 2.300 11 4 5 10z";
const CROSS = "M2.500 1L6 4.500 9.500 1 11 2.500 7.500 6 11 9.500 9.500 11 6 7.500 2.500 11 1 9.500 4.500 6 1 2.500z";

const WORDS: Readonly<Record<DueState, { readonly words: Words; readonly sign: string }>> = {
  "on-time": { words: { vi: "Trong hạn", en: "On time" }, sign: DOT },
  soon: { words: { vi: "Sắp đến hạn", en: "Due soon" }, sign: TRIANGLE },
  late: { words: { vi: "Quá hạn", en: "Overdue" }, sign: SQUARE },
  paused: { words: { vi: "Tạm dừng tính hạn", en: "Clock paused" }, sign: BARS },
  early: { words: { vi: "Xong trước hạn", en: "Done early" }, sign: TICK },
  "in-time": { words: { vi: "Xong đúng hạn", en: "Done on time" }, sign: TICK },
  "overdue-done": { words: { vi: "Xong sau hạn", en: "Done late" }, sign: CROSS },
};

/** Where a dossier stands against its due time: sign, words and colour say the same. `detail`: "còn 2 ngày". */
export function DueBadge(props: {
  state: DueState;
  lang: Language;
  dueAt?: Instant | null | undefined;
  detail?: Words | undefined;
}) {
  const { words, sign } = WORDS[props.state];
  return (
    <span class={`mc-due mc-due--${props.state}`}>
      <svg class="mc-due__sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={sign} fill="currentColor" />
      </svg>
      <span>
        {say(words, props.lang)}
        {props.detail && <>, {say(props.detail, props.lang)}</>}
        {typeof props.dueAt === "number" && (
          <time class="mc-due__when" datetime={isoInstant(props.dueAt)}>
            {" "}
            {showInstant(props.dueAt)}
          </time>
        )}
      </span>
    </span>
  );
}
