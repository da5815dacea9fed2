import { overrunCausesOn } from "../../../../law/index.ts";
import { boxText } from "../../../engine/form/index.ts";
import { openCooperations, originalsInHand } from "../../../engine/state/index.ts";
import { dayOfInstant, showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { DateInput, Fieldset, Input, InsetText, Radios, Select, Textarea } from "../../ui/index.ts";
import { box, type FormProps } from "./controls.ts";
import { type LifeAct, ORIGINAL_ROWS } from "./life-wanted.ts";
import { lastAct } from "./load.ts";
import { boxOf } from "./wanted.ts";
import { OPINION_NAMES, OUTCOME_NAMES, WAY_NAMES } from "./words.ts";

/** The boxes of the acts beside the straight way. */

type Props = Omit<FormProps, "act"> & { readonly act: LifeAct };

const said = (props: Props, words: Text) => <p class="govuk-body">{words[props.lang]}</p>;

export function LifeBoxes(props: Props) {
  switch (props.act) {
    case "consultation-answered":
      return <AnswerBoxes {...props} />;
    case "handed-back":
      return <Textarea {...box(props, "result", text("Kết quả xử lý", "What was done"))} lines={4} />;
    case "handed-over":
      return <NextLeg {...props} />;
    case "supplement-approved":
      return (
        <Textarea
          {...box(props, "reason", text("Vì sao cần yêu cầu thêm một lần", "Why a further request is needed"))}
          hint={text(
            "Phiếu yêu cầu lần đầu phải nêu đủ nội dung; lần này được đếm và ghi tên người duyệt.",
            "The first request should have named everything; this one is counted, with who allowed it.",
          )}
          lines={3}
        />
      );
    case "reappointed":
      return <AppointmentBoxes {...props} />;
    case "consulted":
      return <ConsultBoxes {...props} />;
    case "posted":
      return (
        <>
          <Input
            {...box(props, "carrier", text("Doanh nghiệp bưu chính", "Carrier"), "Bưu điện (VNPost)")}
            autocomplete="off"
          />
          <Input {...box(props, "tracking", text("Số hiệu bưu gửi", "Tracking number"))} autocomplete="off" />
        </>
      );
    case "originals-taken":
      return <OriginalRows {...props} />;
    case "originals-returned":
      return <ReturnOriginals {...props} />;
    case "transferred":
      return (
        <>
          <UnitBox {...props} label={text("Cơ quan có thẩm quyền", "The competent office")} />
          <Textarea
            {...box(props, "reason", text("Lý do chuyển", "Why"))}
            hint={text("Công dân đọc được nguyên văn.", "The citizen reads these very words.")}
            lines={3}
          />
        </>
      );
    case "replacement-decided":
      return <ReplacementBoxes {...props} />;
  }
}

/** Offices are too many for a list: the name is typed, and who is meant is said back where it is not clear. */
const UnitBox = ({ label, ...props }: Props & { label: Text }) => (
  <Input
    {...box(props, "unit", label)}
    hint={text(
      "Tên đầy đủ hoặc mã định danh. Ví dụ: Công an phường Thuận Hóa",
      "Its whole name or agency code. For example: Công an phường Thuận Hóa",
    )}
    autocomplete="off"
    longest={200}
  />
);

function ConsultBoxes(props: Props) {
  return (
    <>
      <UnitBox {...props} label={text("Cơ quan được lấy ý kiến", "The office asked")} />
      <Textarea {...box(props, "question", text("Nội dung lấy ý kiến", "What it is asked"))} lines={4} />
      <Input
        {...box(props, "days", text("Thời hạn trả lời (ngày làm việc)", "Time to answer (working days)"), "3")}
        hint={text("Thời hạn giải quyết hồ sơ vẫn tiếp tục tính.", "The time of the dossier itself goes on meanwhile.")}
        autocomplete="off"
      />
    </>
  );
}

function AnswerBoxes(props: Props) {
  const unit = props.desk.officer.post.unit.id;
  const asked = openCooperations(props.desk.view.state).find((one) => one.unit === unit);
  const question = props.desk.view.acts.find((act) => act.kind === "consulted" && act.data.id === asked?.id);
  return (
    <>
      {question?.kind === "consulted" && (
        <InsetText>
          {question.data.question}
          <br />
          <span class="mc-muted">
            {{ vi: "Trả lời trước", en: "Answer by" }[props.lang]} {showInstant(question.data.dueAt)}
          </span>
        </InsetText>
      )}
      <Radios
        {...box(props, "opinion", text("Ý kiến của đơn vị", "The unit's opinion"))}
        small
        options={(["agree", "disagree", "other"] as const).map((value) => ({ value, label: OPINION_NAMES[value] }))}
      />
      <Textarea {...box(props, "answer", text("Nội dung trả lời", "The answer"))} lines={5} />
    </>
  );
}

function NextLeg(props: Props) {
  const { edition, state } = props.desk.view;
  const leg = edition.interlinked?.[state.cooperations.filter(({ kind }) => kind === "leg").length];
  return leg
    ? said(
        props,
        text(
          `Chuyển đến ${leg.title.vi}; thời gian được phân bổ: ${leg.share} ngày làm việc.`,
          `To ${leg.title.en}; its share of the time is ${leg.share} working days.`,
        ),
      )
    : null;
}

/** The letter (form 04) is written from these three. */
function AppointmentBoxes(props: Props) {
  const { state } = props.desk.view;
  const name = boxOf(props.act, "newDay");
  const error = props.errors[`${name}.day`];
  const part = (key: string): string => (props.raw ? boxText(props.raw, `${name}.${key}`) : "");
  return (
    <>
      {state.dueAt !== null &&
        said(
          props,
          text(
            `Hạn đã hẹn: ${showInstant(state.dueAt)}. Chỉ hẹn lại một lần; hồ sơ vẫn tính trễ theo hạn này.`,
            `Promised for ${showInstant(state.dueAt)}. It is moved once; lateness stays judged by this time.`,
          ),
        )}
      <Textarea
        {...box(props, "reason", text("Lý do chậm", "Why it is late"))}
        hint={text("In nguyên văn vào văn bản xin lỗi.", "Printed in the apology word for word.")}
        lines={3}
      />
      <Input
        {...box(props, "unitAtFault", text("Đơn vị làm chậm", "The unit at fault"), props.desk.unitName)}
        autocomplete="off"
        longest={200}
      />
      <Select
        {...box(props, "cause", text("Nguyên nhân quá hạn", "Cause of the delay"))}
        hint={text("Để tổng hợp vào biểu II.07.", "Counted in Form II.07.")}
        options={overrunCausesOn(dayOfInstant(props.desk.now)).map(({ key, name: label }) => ({ value: key, label }))}
      />
      <DateInput
        name={name}
        label={text("Ngày hẹn mới", "The new date")}
        lang={props.lang}
        value={{ day: part("day"), month: part("month"), year: part("year") }}
        error={error}
      />
    </>
  );
}

function OriginalRows(props: Props) {
  return (
    <>
      {said(
        props,
        text(
          "Ghi các bản chính đơn vị giữ lại để đối chiếu; phải trả khi xong. Dòng để trống được bỏ qua.",
          "Name the originals kept for comparison; they go back at the end. Empty rows are passed over.",
        ),
      )}
      {Array.from({ length: ORIGINAL_ROWS }, (_, at) => (
        <Fieldset legend={text(`Giấy tờ ${at + 1}`, `Paper ${at + 1}`)} lang={props.lang}>
          <Input {...box(props, `papers.${at}.title`, text("Tên giấy tờ", "Paper"))} autocomplete="off" longest={200} />
          <Input {...box(props, `papers.${at}.count`, text("Số bản", "Copies"), "1")} autocomplete="off" />
        </Fieldset>
      ))}
    </>
  );
}

function ReturnOriginals(props: Props) {
  const held = originalsInHand(props.desk.view.state);
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {held.map(({ title, count }) => (
          <li>
            {title} ({count})
          </li>
        ))}
      </ul>
      <Radios
        {...box(props, "way", text("Cách trả", "How"), "desk")}
        small
        options={(["desk", "post"] as const).map((way) => ({ value: way, label: WAY_NAMES[way] }))}
      />
      <Input
        {...box(props, "to", text("Người nhận", "Received by"), props.desk.view.row.ownerName)}
        autocomplete="off"
        longest={200}
      />
    </>
  );
}

function ReplacementBoxes(props: Props) {
  const decided = lastAct(props.desk.view, "decided");
  return (
    <>
      {said(
        props,
        text(
          "Kết quả sai do cơ quan được sửa bằng một kết quả mới, cơ quan chịu chi phí. Kết quả mới được ký, vào sổ và phát hành lại; kết quả cũ vẫn lưu.",
          "A result that was wrong through the agency is put right by a new one at the agency's cost, signed, numbered and issued anew; the old one is kept.",
        ),
      )}
      <Textarea {...box(props, "reason", text("Lý do thay thế", "Why it is replaced"))} lines={3} />
      <Textarea
        {...box(props, "correction", text("Nội dung sai và nội dung đúng", "What is wrong and what is right"))}
        lines={3}
      />
      {decided?.data.outcome === "refuse" && (
        <Radios
          {...box(props, "outcome", text("Kết quả mới", "The new result"), props.desk.view.state.outcome ?? "")}
          small
          options={(["grant", "refuse"] as const).map((value) => ({ value, label: OUTCOME_NAMES[value] }))}
        />
      )}
    </>
  );
}
