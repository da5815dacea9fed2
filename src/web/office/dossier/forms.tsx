import { findSource, sourceName } from "../../../../law/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { WRONG_PLACE } from "../../../modules/dossiers/index.ts";
import { type Ctx, href } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import {
  Button,
  Checkboxes,
  type ChoiceOption,
  Form,
  Input,
  InsetText,
  Radios,
  Select,
  Textarea,
  Warning,
} from "../../ui/index.ts";
import { CaseworkBoxes } from "./casework-forms.tsx";
import { control, type FormProps, typed } from "./controls.ts";
import { ReturnBoxes, StopBoxes } from "./ending-forms.tsx";
import { groundFromExamination } from "./from-examination.ts";
import { LifeBoxes } from "./life-forms.tsx";
import { type Desk, lastAct } from "./load.ts";
import { choicesFor, choiceWords } from "./staff.ts";
import { SupplementRows } from "./supplement-rows.tsx";
import { TemplateChoice } from "./template-choice.tsx";
import { ACT_WORDS, OUTCOME_NAMES } from "./words.ts";

/** The form of one act. It names the state of the dossier it was drawn from, so that a second officer is told of the first. */
export function ActForm(props: FormProps & { c: Ctx; parked: string | null }) {
  const { desk, act, lang, c } = props;
  const { row, state } = desk.view;
  const words = ACT_WORDS[act];
  if (act === "requirements-checked")
    return (
      <Button
        label={text("Mở danh sách yêu cầu", "Open the list of requirements")}
        href={href(c, `/office/ho-so/${row.code}/kiem-tra`)}
        kind="secondary"
        lang={lang}
      />
    );
  return (
    <Form csrf={csrfBox(desk.officer)} action={href(c, `/office/ho-so/${row.code}/viec/${act}`)} id={`viec-${act}`}>
      <input type="hidden" name="seen" value={String(state.version)} />
      {/* Enter in any box means this one: a form's first button is its default. */}
      <button hidden type="submit">
        {words.button[lang]}
      </button>
      {props.parked && <input type="hidden" name="_giu" value={props.parked} />}
      <TemplateChoice {...props} />
      <Boxes {...props} />
      <Button
        label={words.button}
        lang={lang}
        kind={act === "refused-intake" || act === "stopped" ? "warning" : "primary"}
      />
    </Form>
  );
}

const REASON = text("Lý do", "Reason");

function Boxes(props: FormProps & { c: Ctx }) {
  const { desk, lang, act } = props;
  const found = groundFromExamination(desk);
  switch (act) {
    case "accepted":
      return <AcceptNote desk={desk} lang={lang} />;
    case "refused-intake":
      return (
        <>
          <Grounds {...props} before={found?.ground} wrongPlace />
          <Textarea
            {...control(props, "reason", REASON)}
            hint={text(
              "Ghi rõ, đầy đủ; công dân nhận được nguyên văn.",
              "In full; the citizen receives these very words.",
            )}
            value={typed(props, "reason", found?.reason)}
            lines={4}
          />
        </>
      );
    case "supplement-requested":
      return (
        <>
          <SupplementRows {...props} />
          {desk.view.state.status !== "filed" && (
            <Input
              {...control(props, "sectorBasis", text("Quy định chuyên ngành", "Rule of the sector"))}
              hint={text(
                "Chỉ ghi khi trả hồ sơ sau 03 ngày làm việc kể từ ngày tiếp nhận.",
                "Only where the dossier goes back more than 3 working days after it was accepted.",
              )}
              optional
              value={typed(props, "sectorBasis")}
              autocomplete="off"
            />
          )}
          <Textarea
            {...control(props, "reason", text("Lý do chung", "General reason"))}
            optional
            value={typed(props, "reason")}
            lines={3}
          />
        </>
      );
    case "assigned":
      return <AssignBox {...props} />;
    case "proposed":
    case "decided":
      return (
        <>
          {act === "decided" && <DraftLink c={props.c} desk={desk} lang={lang} />}
          <OutcomeBoxes {...props} />
        </>
      );
    case "signed":
      return (
        <>
          <OutcomeNote desk={desk} lang={lang} />
          <DraftLink c={props.c} desk={desk} lang={lang} />
          <Checkboxes
            {...control(props, "confirm", text("Xác nhận", "Confirmation"))}
            small
            options={[{ value: "yes", label: text("Tôi xác nhận ký số", "I confirm that I sign") }]}
            values={typed(props, "confirm") === "yes" ? ["yes"] : []}
          />
        </>
      );
    case "numbered":
      return (
        <p class="govuk-body">
          {
            {
              vi: "Văn bản đã ký được vào sổ và đóng dấu số của cơ quan.",
              en: "The signed paper is entered in the book and sealed.",
            }[lang]
          }
        </p>
      );
    case "issued":
      return (
        <Warning lang={lang}>
          {
            {
              vi: "Sau khi phát hành, chủ hồ sơ xem được kết quả và sổ đăng ký được ghi. Không thu hồi được bằng nút bấm.",
              en: "Once issued, the owner sees the result and the register is written. No button takes it back.",
            }[lang]
          }
        </Warning>
      );
    case "returned":
      return <ReturnBoxes {...props} />;
    case "clock-paused":
    case "clock-resumed":
      return <ClockBoxes {...props} />;
    case "stopped":
      return <StopBoxes {...props} />;
    case "claimed":
    case "requirements-checked":
    case "returned-to-officer":
    case "passed-on":
      return <CaseworkBoxes {...props} act={act} />;
    default:
      return <LifeBoxes {...props} act={act} />;
  }
}

/** Pausing asks for a ground of the law and the deciding paper; going on asks why. */
function ClockBoxes(props: FormProps) {
  return (
    <>
      {props.act === "clock-paused" && (
        <>
          <Radios
            {...control(props, "ground", text("Căn cứ tạm dừng", "Ground"))}
            small
            options={props.desk.pauseGrounds.map(({ key, title, citations }) => ({
              value: key,
              label: title,
              hint: citations.map(({ article, source }) => `${article} ${sourceWords(source)}`).join("; "),
            }))}
            value={typed(props, "ground")}
          />
          <Input
            {...control(props, "decision", text("Số, ký hiệu văn bản quyết định", "Deciding paper"))}
            value={typed(props, "decision")}
            autocomplete="off"
            longest={200}
          />
        </>
      )}
      <Textarea {...control(props, "reason", REASON)} value={typed(props, "reason")} lines={3} />
    </>
  );
}

function AcceptNote({ desk, lang }: { desk: Desk; lang: Language }) {
  const { deadline } = desk.view.edition;
  const waits =
    deadline.unit !== "immediate" && deadline.from === "accepted-and-paid" && desk.view.state.money === "due";
  if (waits) {
    return (
      <p class="govuk-body">
        {
          {
            vi: "Thời hạn bắt đầu tính khi lệ phí được xác nhận đã nộp.",
            en: "The time starts once the fee is confirmed paid.",
          }[lang]
        }
      </p>
    );
  }
  if (desk.dueIfAcceptedNow === null) return null;
  const due = showInstant(desk.dueIfAcceptedNow);
  return (
    <p class="govuk-body">
      {{ vi: `Tiếp nhận bây giờ thì hạn trả kết quả là ${due}.`, en: `Accepted now, the result is due ${due}.` }[lang]}
    </p>
  );
}

/** The legal text as a paper cites it. */
const sourceWords = (id: string): string => {
  const source = findSource(id);
  return source ? sourceName(source) : id;
};

/** The edition's grounds of refusal, each with where the law says so. */
function Grounds(props: FormProps & { before?: string | undefined; wrongPlace?: boolean }) {
  const options = props.desk.view.edition.refusalGrounds.map((ground): ChoiceOption => {
    const basis = ground.basis.map(({ article, source }) => `${article} ${sourceWords(source)}`).join("; ");
    return { value: ground.key, label: ground.title, hint: basis };
  });
  if (props.wrongPlace && props.desk.view.row.channel !== "desk")
    options.push({
      value: WRONG_PLACE,
      label: text("Gửi nhầm nơi: báo cơ quan có thẩm quyền", "Sent to the wrong place: name the competent office"),
      conditional: (
        <Input
          {...control(props, "unit", text("Cơ quan có thẩm quyền", "The competent office"))}
          hint={text("Tên đầy đủ hoặc mã định danh.", "Its whole name or agency code.")}
          value={typed(props, "unit")}
          autocomplete="off"
          longest={200}
        />
      ),
    });
  return (
    <Radios
      {...control(props, "ground", text("Căn cứ từ chối", "Ground of refusal"))}
      small
      options={options}
      value={typed(props, "ground", props.before)}
    />
  );
}

function AssignBox(props: FormProps) {
  const choices = choicesFor({ officer: props.desk.officer, ...props.desk.staffing });
  const self = props.desk.officer.account;
  const others = choices.some(({ account }) => account !== self);
  return (
    <>
      <Select
        {...control(props, "to", text("Cán bộ thụ lý", "Case officer"))}
        hint={text(
          "Người đang giữ ít hồ sơ nhất đứng đầu; gợi ý không tự giao hồ sơ.",
          "The least loaded stands first; a suggestion assigns nothing by itself.",
        )}
        options={choices.map((choice) => ({ value: choice.account, label: choiceWords(choice, self) }))}
        value={typed(props, "to", props.desk.view.state.assignedTo?.account)}
      />
      {!others && (
        <InsetText>
          {
            {
              vi: "Chưa có cán bộ thụ lý nào của đơn vị đăng nhập hệ thống. Đề nghị cán bộ đăng nhập một lần để có trong danh sách.",
              en: "No case officer of the unit has signed in yet. Whoever signs in once appears in this list.",
            }[props.lang]
          }
        </InsetText>
      )}
    </>
  );
}

/** Grant or refuse. The decision starts from the words of the proposal, but the choice itself is made anew. */
function OutcomeBoxes(props: FormProps) {
  const { desk, act, lang } = props;
  const proposal = act === "decided" ? lastAct(desk.view, "proposed") : undefined;
  const found = act === "proposed" ? groundFromExamination(desk) : null;
  const refusal = <Grounds {...props} before={proposal?.data.ground ?? found?.ground} />;
  return (
    <>
      {proposal && (
        <InsetText>
          {
            {
              vi: `${proposal.by.name} đề xuất: ${OUTCOME_NAMES[proposal.data.outcome].vi}.`,
              en: `${proposal.by.name} proposes: ${OUTCOME_NAMES[proposal.data.outcome].en}.`,
            }[lang]
          }{" "}
          {proposal.data.reason}
        </InsetText>
      )}
      <Radios
        {...control(props, "outcome", act === "decided" ? text("Quyết định", "Decision") : text("Đề xuất", "Proposal"))}
        small
        options={[
          { value: "grant", label: OUTCOME_NAMES.grant },
          { value: "refuse", label: OUTCOME_NAMES.refuse, conditional: refusal },
        ]}
        value={typed(props, "outcome")}
      />
      <Textarea
        {...control(props, "reason", REASON)}
        hint={text("Bắt buộc khi từ chối.", "Required when refusing.")}
        value={typed(props, "reason", proposal?.data.reason ?? found?.reason)}
        lines={4}
      />
    </>
  );
}

/** The result as it stands now, before anybody signs it. */
function DraftLink({ c, desk, lang }: { c: Ctx; desk: Desk; lang: Language }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href(c, `/office/ho-so/${desk.view.row.code}/du-thao`)}>
        {{ vi: "Xem dự thảo kết quả (PDF)", en: "See the draft of the result (PDF)" }[lang]}
      </a>
    </p>
  );
}

function OutcomeNote({ desk, lang }: { desk: Desk; lang: Language }) {
  const decided = lastAct(desk.view, "decided");
  if (!decided) return null;
  const { vi, en } = OUTCOME_NAMES[decided.data.outcome];
  return (
    <p class="govuk-body">
      {
        {
          vi: `Nội dung ký: ${desk.view.edition.result.title.vi}. Quyết định: ${vi}.`,
          en: `To sign: ${desk.view.edition.result.title.en}. Decision: ${en}.`,
        }[lang]
      }
    </p>
  );
}
