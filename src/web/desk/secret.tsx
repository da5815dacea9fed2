import { text } from "../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import type { Officer } from "../office/guard.ts";
import { Button, Panel } from "../ui/index.ts";
import { deskPage } from "./page.tsx";

/** State secrets never enter this house (Law 117/2025/QH15; Decree 309/2026/NĐ-CP art. 9): what to do instead. */
export function secretPage(deps: WebDeps, c: Ctx, officer: Officer) {
  const lang = c.get("lang");
  const steps = {
    vi: [
      "Không quét, không chụp, không gửi qua mạng. Không ghi nội dung giấy tờ vào hệ thống này.",
      "Những gì đã nhập và quét của hồ sơ này vừa được xóa khỏi hệ thống; chỉ còn lại việc có hồ sơ đóng dấu mật, ngày giờ và người tiếp nhận.",
      "Báo ngay người phụ trách Bộ phận Một cửa và cán bộ bảo mật của đơn vị.",
      "Giao nhận bản giấy qua mạng bưu chính phục vụ cơ quan Đảng, Nhà nước, có ký nhận.",
    ],
    en: [
      "Do not scan, photograph or send it. Write nothing of the papers into this system.",
      "What had been entered and scanned of this dossier was just removed; all that is left is that there was a marked dossier, when, and who noticed.",
      "Tell the head of the desk and the officer for secrecy at once.",
      "Hand the paper over through the postal network for Party and State agencies, against signature.",
    ],
  }[lang];
  return deskPage(
    deps,
    c,
    officer,
    { title: TITLE, path: href(c, "/desk") },
    <>
      <Panel title={TITLE} lang={lang} />
      <ol class="govuk-list govuk-list--number">
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Button label={text("Người tiếp theo", "Next person")} lang={lang} href={href(c, "/desk")} />
    </>,
  );
}

const TITLE = text("Không tiếp nhận hồ sơ có dấu mật", "A dossier with a secret mark is not taken");
