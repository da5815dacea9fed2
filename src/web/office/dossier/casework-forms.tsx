import type { Finding } from "../../../engine/state/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { InsetText, Select, Table, Tag, Textarea, type Tone } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { CaseworkAct } from "./casework-wanted.ts";
import { control, type FormProps, typed } from "./controls.ts";
import type { Desk } from "./load.ts";
import { choicesFor, choiceWords } from "./staff.ts";
import { VERDICT_NAMES } from "./words.ts";

const REASON = text("Lý do", "Reason");

/** The boxes of the acts of the work on a case. */
export function CaseworkBoxes(props: Omit<FormProps, "act"> & { act: CaseworkAct }) {
  const { act, lang, desk } = props;
  switch (act) {
    case "claimed":
      return (
        <p class="govuk-body">
          {
            {
              vi: "Hồ sơ chưa giao cho ai. Nhận xử lý thì đồng chí là người thụ lý.",
              en: "Nobody works on it. Taking it on makes you the examining officer.",
            }[lang]
          }
        </p>
      );
    case "returned-to-officer":
      return (
        <Textarea
          {...control(props, "reason", text("Cần làm lại nội dung gì", "What has to be done again"))}
          hint={text("Cán bộ thụ lý thấy ngay trên hồ sơ.", "The officer sees it on the dossier.")}
          value={typed(props, "reason")}
          lines={3}
        />
      );
    case "passed-on": {
      const others = choicesFor({ officer: desk.officer, ...desk.staffing }).filter(
        ({ account }) => account !== desk.view.state.assignedTo?.account,
      );
      return (
        <>
          <Select
            {...control(props, "to", text("Đồng nghiệp nhận", "To whom"))}
            options={others.map((one) => ({ value: one.account, label: choiceWords(one, desk.officer.account) }))}
            value={typed(props, "to")}
          />
          <Textarea {...control(props, "reason", REASON)} value={typed(props, "reason")} lines={2} />
        </>
      );
    }
    case "requirements-checked":
      return null;
  }
}

const ORDER = ["not-met", "met", "not-applicable"] as const;
const gravestFirst = (findings: readonly Finding[]): readonly Finding[] =>
  ORDER.flatMap((verdict) => findings.filter((one) => one.verdict === verdict));

const TONES: Readonly<Record<keyof typeof VERDICT_NAMES, Tone>> = {
  met: "done",
  "not-met": "refused",
  "not-applicable": "neutral",
};
const CAPTION = text("Kết quả kiểm tra từng yêu cầu", "What was found, requirement by requirement");

/** What was found last, for whoever reviews and decides; earlier examinations stand in the history. */
export function Examination({ desk, lang }: { desk: Desk; lang: Language }) {
  const { examination, handedBack } = desk.view.state;
  if (!examination && !handedBack) return null;
  return (
    <section class="mc-card" id="kiem-tra-yeu-cau">
      <h2 class="govuk-heading-m">{CAPTION[lang]}</h2>
      {handedBack && (
        <InsetText>
          {
            {
              vi: `${handedBack.by} trả lại lúc ${showInstant(handedBack.at)}: ${handedBack.reason}`,
              en: `${handedBack.by} returned it at ${showInstant(handedBack.at)}: ${handedBack.reason}`,
            }[lang]
          }
        </InsetText>
      )}
      {examination && (
        <>
          <p class="govuk-body">
            {examination.by}, {showInstant(examination.at)}
          </p>
          <Wide label={CAPTION} lang={lang}>
            <Table
              dense
              captionHidden
              caption={CAPTION}
              lang={lang}
              columns={[
                { key: "what", label: text("Yêu cầu", "Requirement") },
                { key: "verdict", label: text("Kết luận", "Verdict") },
                { key: "reason", label: REASON },
              ]}
              rows={gravestFirst(examination.findings).map((one) => ({
                cells: {
                  what: one.title,
                  verdict: <Tag label={VERDICT_NAMES[one.verdict]} tone={TONES[one.verdict]} lang={lang} />,
                  reason: one.reason || "–",
                },
              }))}
            />
          </Wide>
        </>
      )}
    </section>
  );
}
