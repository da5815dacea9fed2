import type { Edition } from "../../../engine/definition/index.ts";
import type { Language } from "../../../kernel/text.ts";
import type { FilingFailure } from "../../../modules/dossiers/index.ts";
import { Warning } from "../../ui/index.ts";
import { filingSentence } from "../filing-failure.ts";

type BusyFailure = Extract<FilingFailure, { kind: "busy" }>;

/**
 * Nothing is wrong and nothing is lost: the place in line, when to press again, and the time that will count. The page
 * does not reload by itself: that would take the reading place from whoever listens to it (WCAG 2.2.1), and sends nothing.
 */
export function Busy(props: { failure: BusyFailure; edition: Edition; lang: Language }) {
  return (
    <div role="alert">
      <Warning lang={props.lang}>
        {filingSentence(props.failure, props.edition)[props.lang]}{" "}
        {
          {
            vi: "Những gì đã khai vẫn được giữ nguyên; xin đừng sửa trước khi gửi lại, để giữ thời điểm đã gửi. Nút “Gửi lại” ở cuối trang này.",
            en: "All you filled in is kept; to keep that time, change nothing before you send it again with the button at the end of this page.",
          }[props.lang]
        }
      </Warning>
    </div>
  );
}
