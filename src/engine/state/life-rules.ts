import { type Text, text } from "../../kernel/text.ts";
import type { Actor } from "./acts.ts";
import type { ActRefusal, ChosenAct, Subject } from "./allowed.ts";
import { openCooperations, originalsInHand } from "./life-steps.ts";

/** What stands in the way of an act beyond status and role. */
export function lifeBar(act: ChosenAct, subject: Subject, actor: Actor): ActRefusal | null {
  const { state, edition } = subject;
  switch (act) {
    case "supplement-requested":
      return secondRequestBar(subject, actor);
    case "supplement-approved":
      if (state.intakeSupplements === 0) return notNow(NO_FIRST_REQUEST);
      return state.supplementApproval ? notNow(ALREADY_APPROVED) : null;
    case "transferred":
      return edition.handling === "examined" ? null : notNow(AT_ONCE);
    case "handed-over":
      return handOverBar(subject);
    case "proposed":
      return legsLeft(subject) > 0 ? notNow(LEGS_LEFT) : null;
    case "reappointed":
      if (state.dueAt === null) return notNow(NO_CLOCK);
      return state.reappointments >= (subject.reappointmentsMost ?? 1) ? notNow(MOVED_BEFORE) : null;
    case "originals-returned":
      return originalsInHand(state).length === 0 ? notNow(NO_ORIGINALS) : null;
    case "posted":
      return state.posted ? notNow(POSTED_BEFORE) : null;
    case "replacement-decided":
      if (edition.handling !== "examined") return notNow(AT_ONCE);
      return state.replacement ? notNow(REPLACED_NOW) : null;
    default:
      return null;
  }
}

/** Everything that lacks belongs into the first request: a second at reception needs a superior, who is somebody else. */
function secondRequestBar({ state }: Subject, actor: Actor): ActRefusal | null {
  if (state.status !== "filed" || state.intakeSupplements === 0) return null;
  if (!state.supplementApproval) return { kind: "needs-approval", text: NEEDS_APPROVAL };
  return state.supplementApproval.by.account === actor.account ? { kind: "same-person", text: OWN_APPROVAL } : null;
}

/** Agencies of the plan that have not handed back. */
const legsLeft = ({ edition, state }: Subject): number =>
  (edition.interlinked?.length ?? 0) -
  state.cooperations.filter(({ kind, answeredAt }) => kind === "leg" && answeredAt !== null).length;

function handOverBar({ edition, state }: Subject): ActRefusal | null {
  const legs = state.cooperations.filter(({ kind }) => kind === "leg").length;
  if (legs >= (edition.interlinked?.length ?? 0)) return notNow(NO_MORE_LEGS);
  return openCooperations(state).some(({ kind }) => kind === "leg") ? notNow(LEG_OUT) : null;
}

const notNow = (words: Text): ActRefusal => ({ kind: "not-now", text: words });

const NO_FIRST_REQUEST = text(
  "Chưa có yêu cầu bổ sung nào khi tiếp nhận nên chưa cần duyệt lần thứ hai.",
  "Nothing was asked for at reception yet, so there is nothing to allow.",
);
const ALREADY_APPROVED = text(
  "Yêu cầu bổ sung thêm một lần đã được duyệt.",
  "A further request has been allowed already.",
);
const NEEDS_APPROVAL = text(
  "Hồ sơ đã được yêu cầu bổ sung một lần khi tiếp nhận. Lần thứ hai cần chỉ huy đơn vị hoặc người đứng đầu Bộ phận Một cửa duyệt trước.",
  "A supplement was asked for at reception before. A second request needs the leave of the unit's lead or the head of the desk.",
);
const OWN_APPROVAL = text(
  "Người duyệt không đồng thời là người yêu cầu bổ sung.",
  "Whoever allowed the request may not also make it.",
);
const AT_ONCE = text("Thủ tục này được giải quyết ngay khi nộp.", "This procedure is handled as soon as it is filed.");
const LEGS_LEFT = text(
  "Các cơ quan liên thông chưa trả đủ kết quả nên chưa đề xuất được.",
  "Not every agency of the interlinked procedure has handed back, so nothing can be proposed yet.",
);
const NO_MORE_LEGS = text(
  "Không còn cơ quan liên thông nào đến lượt.",
  "No agency of an interlinked procedure has its turn.",
);
const LEG_OUT = text(
  "Hồ sơ đang ở cơ quan liên thông trước; chờ cơ quan đó trả kết quả.",
  "The dossier lies with the agency before; wait until it is handed back.",
);
const NO_CLOCK = text(
  "Hồ sơ chưa có hạn trả kết quả nên chưa thể hẹn lại.",
  "The dossier has no due time yet, so the appointment cannot be moved.",
);
const MOVED_BEFORE = text(
  "Hồ sơ đã được hẹn lại. Pháp luật chỉ cho hẹn lại một lần.",
  "The appointment was moved before. The law allows it once.",
);
const NO_ORIGINALS = text("Đơn vị không giữ giấy tờ bản chính nào.", "The office holds no original of this dossier.");
const POSTED_BEFORE = text("Kết quả đã được giao bưu chính.", "The result lies with the post already.");
const REPLACED_NOW = text(
  "Kết quả thay thế đang được ký, vào sổ và phát hành.",
  "The replacement is being signed, numbered and issued.",
);
