import { type Instant, isoInstant, type PlainDate, showDate, showInstant } from "../../kernel/plain-date.ts";

/** A legal day or a moment, read the same by people and by machines. */
export const DateText = (props: { on: PlainDate } | { at: Instant }) =>
  "on" in props ? (
    <time class="mc-date" datetime={props.on}>
      {showDate(props.on)}
    </time>
  ) : (
    <time class="mc-date" datetime={isoInstant(props.at)}>
      {showInstant(props.at)}
    </time>
  );
