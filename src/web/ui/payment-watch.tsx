import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";

const WAITING = { vi: "Đang chờ ngân hàng xác nhận thanh toán…", en: "Waiting for the bank to confirm the payment…" };

/**
 * The part of a payment page that waits. The script asks `statusUrl` (`{ "status": "paid" | "due" }`) and goes to
 * `doneHref` once paid; without script the page refreshes itself (Layout `refreshSeconds`) or offers a link.
 */
export const PaymentWatch = (props: {
  statusUrl: string;
  doneHref: string;
  lang: Language;
  seconds?: number | undefined;
  children?: Child;
}) => (
  <div class="mc-watch" data-watch={props.statusUrl} data-done={props.doneHref} data-seconds={props.seconds ?? 4}>
    <p class="mc-watch__words" role="status" aria-live="polite">
      {WAITING[props.lang]}
    </p>
    {props.children}
  </div>
);
