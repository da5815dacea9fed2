import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** A number drawn in a waiting room, as large as it matters; printed it is a slip of 80 millimetres. */
export const TicketSlip = (props: { label: Words; number: string; state: Words; lang: Language; children?: Child }) => (
  <div class="mc-ticket">
    <p class="mc-ticket__label">{say(props.label, props.lang)}</p>
    <p class="mc-ticket__number">{props.number}</p>
    <p class="mc-ticket__state" role="status" data-live-part="state">
      {say(props.state, props.lang)}
    </p>
    {props.children}
  </div>
);
