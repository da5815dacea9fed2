import type { Child } from "hono/jsx";
import type { Edition } from "../../../engine/definition/index.ts";
import { type Language, text } from "../../../kernel/text.ts";
import type { FilingFailure } from "../../../modules/dossiers/index.ts";
import { Notice } from "../../ui/index.ts";
import { filingSentence } from "../filing-failure.ts";

type BusyFailure = Extract<FilingFailure, { kind: "busy" }>;

/**
 * Nothing is wrong and nothing is lost: the place in line, when to press again, and the time that will count. The page
 * does not reload by itself: that would take the reading place from whoever listens to it (WCAG 2.2.1), and sends nothing.
 */
export function Busy(props: { failure: BusyFailure; edition: Edition; lang: Language; children: Child }) {
  return (
    <div role="alert">
      <Notice lang={props.lang} title={text("Hồ sơ đang chờ đến lượt", "Your dossier waits for its turn")}>
        <p class="govuk-body">{filingSentence(props.failure, props.edition)[props.lang]}</p>
        <p class="govuk-body">
          {
            {
              vi: "Những gì đã khai vẫn được giữ nguyên. Xin đừng sửa trước khi gửi lại, để giữ thời điểm đã gửi.",
              en: "All you filled in is kept. To keep that time, change nothing before you send it again.",
            }[props.lang]
          }
        </p>
        {props.children}
      </Notice>
    </div>
  );
}
