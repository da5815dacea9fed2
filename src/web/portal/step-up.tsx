import type { Edition } from "../../engine/definition/index.ts";
import { text } from "../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { Button, InsetText } from "../ui/index.ts";
import { portalPage } from "./page.tsx";

/**
 * Says that a procedure needs a higher level of identity than this sign-in proved, and leads to proving it. The way back
 * is `returnTo`; drafts belong to the account and are there again.
 */
export function stepUpPage(deps: WebDeps, c: Ctx, edition: Edition, returnTo: string) {
  const lang = c.get("lang");
  const level = edition.assurance;
  return portalPage(
    deps,
    c,
    { title: text("Cần xác thực thêm", "A higher level is needed"), status: 403 },
    <>
      <h1 class="govuk-heading-l">
        {{ vi: `Cần xác thực mức ${level} để tiếp tục`, en: `Level ${level} is needed to go on` }[lang]}
      </h1>
      <p class="govuk-body">
        {
          {
            vi: `Thủ tục này yêu cầu tài khoản định danh điện tử mức ${level}. Lần đăng nhập hiện tại chưa đạt mức đó.`,
            en: `This procedure asks for an electronic identity of level ${level}. The present sign-in did not prove it.`,
          }[lang]
        }
      </p>
      <InsetText>
        {
          {
            vi: "Hồ sơ đang viết dở được giữ nguyên; xác thực xong, ông/bà trở lại đúng chỗ này.",
            en: "Your draft is kept as it is; afterwards you come back to this very place.",
          }[lang]
        }
      </InsetText>
      <Button
        label={text(`Xác thực mức ${level}`, `Prove level ${level}`)}
        lang={lang}
        href={href(c, `/dang-nhap/nang-muc?muc=${level}&ve=${encodeURIComponent(returnTo)}`)}
      />
    </>,
  );
}
