import type { Child } from "hono/jsx";
import { text } from "../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import type { Officer } from "../office/guard.ts";
import { type OfficePage, officePage } from "../office/page.tsx";
import { DeskKeys } from "../ui/index.ts";

/** The frame of every page of the desk: that of the office, and the keys that work on all of them. */
export function deskPage(deps: WebDeps, c: Ctx, officer: Officer, page: OfficePage, children: Child) {
  return officePage(
    deps,
    c,
    officer,
    { ...page, ways: <Ways c={c} /> },
    <div class="mc-desk" data-desk>
      {children}
      <DeskKeys />
    </div>,
  );
}

const Ways = ({ c }: { readonly c: Ctx }) => {
  const lang = c.get("lang");
  return (
    <nav class="mc-desk-ways" aria-label={{ vi: "Bàn tiếp nhận", en: "Reception desk" }[lang]}>
      <a class="govuk-link" href={href(c, DESK)} accesskey="n">
        {{ vi: "Người tiếp theo", en: "Next person" }[lang]}
      </a>
      <a class="govuk-link" href={href(c, ENVELOPES)} accesskey="b">
        {{ vi: "Hồ sơ bưu chính", en: "By post" }[lang]}
      </a>
      <a class="govuk-link" href={href(c, HELP)} accesskey="h">
        {{ vi: "Phím tắt", en: "Keys" }[lang]}
      </a>
    </nav>
  );
};

export const DESK = "/desk";
export const ENVELOPES = "/desk/buu-chinh";
export const HELP = "/desk/phim-tat";
export const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa ghi nhận gì. Đề nghị kiểm tra và thực hiện lại.",
  "Your session has changed, so nothing was recorded. Check and do it again.",
);
