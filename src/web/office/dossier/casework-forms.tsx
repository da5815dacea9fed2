import { claimFields } from "../../../kernel/person-claim.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { type Requirement, requirementsOf } from "../../../modules/dossiers/index.ts";
import { Fieldset, Input, InsetText, Radios, Select, Table, Tag, Textarea, type Tone } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { CaseworkAct } from "./casework-wanted.ts";
import { control, type FormProps, typed } from "./controls.ts";
import type { Checked, Desk } from "./load.ts";
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
      return <Requirements {...props} />;
  }
}

/** Every requirement with its verdict; what was found before is there, and what the register says is only told. */
function Requirements(props: FormProps) {
  const { desk, lang } = props;
  const all = requirementsOf(desk.view.edition, desk.view.row.answers, desk.form);
  const before = new Map(desk.view.state.examination?.findings.map((one) => [one.requirement, one]));
  return (
    <>
      <p class="govuk-body">
        {
          {
            vi: "Đánh giá từng yêu cầu. Nội dung chưa đạt được điền sẵn vào yêu cầu bổ sung hoặc căn cứ từ chối.",
            en: "Judge each one. What is not met is filled into the supplement request or the ground of refusal.",
          }[lang]
        }
      </p>
      {all.map((one) => {
        const found = before.get(one.key);
        return (
          <div class="mc-item">
            <Fieldset legend={one.title} lang={lang}>
              <Radios
                {...control(props, `${one.key}.verdict`, text("Kết luận", "Verdict"))}
                small
                hint={hintOf(desk, one) ?? undefined}
                options={(["met", "not-met", "not-applicable"] as const).map((value) => ({
                  value,
                  label: VERDICT_NAMES[value],
                }))}
                value={typed(props, `${one.key}.verdict`, found?.verdict)}
              />
              {one.fields.length > 0 && (
                <Select
                  {...control(props, `${one.key}.field`, text("Mục cần sửa", "Which answer"))}
                  options={one.fields.map(({ key, label }) => ({ value: key, label }))}
                  value={typed(props, `${one.key}.field`, found?.field)}
                  optional
                />
              )}
              <Input
                {...control(props, `${one.key}.reason`, REASON)}
                value={typed(props, `${one.key}.reason`, found?.reason)}
                optional
                autocomplete="off"
                longest={2_000}
              />
            </Fieldset>
          </div>
        );
      })}
    </>
  );
}

/** What the house knows of a requirement; the verdict stays the officer's. */
function hintOf(desk: Desk, { key, kind, basis }: Requirement) {
  if (kind === "person") {
    const checked = desk.checked.find(({ place }) => `person:${place}` === key);
    const words = {
      match: text("Cơ sở dữ liệu trả lời: khớp.", "The register says: match."),
      other: text(
        "Cơ sở dữ liệu chưa trả lời là khớp; xem phần đối chiếu.",
        "The register does not say match; see above.",
      ),
    };
    return checked && agrees(checked) ? words.match : words.other;
  }
  if (kind === "paper") {
    const paper = key.slice("paper:".length);
    const sent = desk.view.row.papers.filter((one) => one.paper === paper).length;
    if (desk.replaced.has(paper)) return text("Cơ sở dữ liệu đã có, không phải nộp.", "A register has it; not needed.");
    return text(`Đã gửi ${sent} tệp. ${basis}`, `${sent} files sent. ${basis}`);
  }
  return basis ? text(basis, basis) : null;
}

const agrees = ({ check: { verdict } }: Checked): boolean =>
  verdict?.living === true &&
  verdict.number === "match" &&
  claimFields.every((field) => verdict[field] === undefined || verdict[field] === "match");

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
              rows={examination.findings.map((one) => ({
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
