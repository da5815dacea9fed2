import { type Instant, isoInstant, showTime } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import type { HiddenValue } from "./form.tsx";

/** The signed-in session: when it ends and where it is prolonged (POST, with the anti-forgery value). */
export type SessionEnd = { readonly endsAt: Instant; readonly extendUrl: string };

const ENDS = { vi: "Phiên đăng nhập kết thúc lúc", en: "Your session ends at" };
const SOON = {
  vi: "Phiên đăng nhập sắp kết thúc. Thông tin đã lưu không bị mất.",
  en: "Your session is about to end. What you saved is not lost.",
};
const STAY = { vi: "Tiếp tục đăng nhập", en: "Stay signed in" };
const STAYED = { vi: "Phiên đăng nhập đã được gia hạn.", en: "Your session has been extended." };
const OVER = {
  vi: "Phiên đăng nhập đã kết thúc. Vui lòng đăng nhập lại.",
  en: "Your session has ended. Please sign in again.",
};

/** Says when the session ends. With script it warns three minutes before, with a button to stay signed in. */
export const SessionNote = (props: { session: SessionEnd; csrf?: HiddenValue | undefined; lang: Language }) => (
  <div
    class="mc-session"
    data-session-ends={isoInstant(props.session.endsAt)}
    data-extend-url={props.session.extendUrl}
    data-csrf-name={props.csrf?.name}
    data-csrf-value={props.csrf?.value}
    data-soon={SOON[props.lang]}
    data-stay={STAY[props.lang]}
    data-stayed={STAYED[props.lang]}
    data-over={OVER[props.lang]}
  >
    {ENDS[props.lang]} <time datetime={isoInstant(props.session.endsAt)}>{showTime(props.session.endsAt)}</time>
  </div>
);
