import type { Edition } from "../../../engine/definition/index.ts";
import { type Act, type ActKind, actName } from "../../../engine/state/index.ts";
import { dong, showDong } from "../../../kernel/dong.ts";
import { type Instant, showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { Timeline, type TimelineEntry } from "../../ui/index.ts";
import { caseworkLines, isCaseworkDone } from "./casework-history.ts";
import { lifeLines } from "./life-history.ts";
import type { Desk } from "./load.ts";
import { CHANNEL_NAMES, OUTCOME_NAMES, WAY_NAMES } from "./words.ts";

/** All acts of a dossier, the newest first: who, when, and what they carried, in words. */
export function History({ desk, lang }: { desk: Desk; lang: Language }) {
  const { acts, edition } = desk.view;
  return (
    <section class="mc-card" id="qua-trinh">
      <h2 class="govuk-heading-m">{{ vi: "Quá trình giải quyết", en: "What was done" }[lang]}</h2>
      <Timeline lang={lang} entries={[...acts].reverse().map((act) => entryOf(act, edition, lang))} />
    </section>
  );
}

const TONES: Partial<Record<ActKind, "seal" | "warning">> = {
  signed: "seal",
  numbered: "seal",
  "supplement-requested": "warning",
  "refused-intake": "warning",
  stopped: "warning",
  withdrawn: "warning",
  reappointed: "warning",
  "consultation-overdue": "warning",
  "returned-to-officer": "warning",
  "replacement-decided": "warning",
};

function entryOf(act: Act, edition: Edition, lang: Language): TimelineEntry {
  const lines = linesOf(act, edition);
  const tone = TONES[act.kind];
  return {
    title: actName(act.kind),
    at: act.at,
    by: act.by.as === "system" ? text("Hệ thống", "System") : act.by.name,
    ...(tone ? { tone } : {}),
    ...(lines.length > 0 ? { body: lines.map((line) => <p class="govuk-body">{line[lang]}</p>) } : {}),
  };
}

const same = (words: string): Text => text(words, words);
const reasonOf = (reason: string): Text[] => (reason ? [text(`Lý do: ${reason}`, `Reason: ${reason}`)] : []);
const certified = (by: string): Text[] => (by ? [text(`Chứng thư số: ${by}`, `Certificate: ${by}`)] : []);
const numberedAs = (number: string): Text => text(`Số: ${number}`, `Number: ${number}`);
const dueLine = (dueAt: Instant | null): Text[] =>
  dueAt === null ? [] : [text(`Hạn trả kết quả: ${showInstant(dueAt)}`, `Due: ${showInstant(dueAt)}`)];

/** What an act carries, a sentence a line. */
function linesOf(act: Act, edition: Edition): readonly Text[] {
  switch (act.kind) {
    case "filed": {
      const channel = CHANNEL_NAMES[act.data.channel as keyof typeof CHANNEL_NAMES] ?? same(act.data.channel);
      return [
        text(
          `Hình thức nộp: ${channel.vi}; ${act.data.papers.length} tệp giấy tờ.`,
          `Filed ${channel.en}; ${act.data.papers.length} files.`,
        ),
      ];
    }
    case "acknowledged": {
      const entries = text(`${act.data.entries} lượt được ghi nhận.`, `${act.data.entries} entries recorded.`);
      if (act.data.onTime === undefined) return [entries];
      return [
        entries,
        act.data.onTime
          ? text("Thông báo đúng hạn.", "Notified on time.")
          : text("Thông báo sau thời hạn.", "Notified late."),
      ];
    }
    case "accepted":
      return act.data.dueAt === null
        ? [text("Thời hạn bắt đầu tính khi lệ phí được xác nhận.", "The time starts once the fee is confirmed.")]
        : dueLine(act.data.dueAt);
    case "fee-set":
      return act.data.debts.map((debt) => {
        const amount = showDong(dong(debt.amountDong));
        return text(`${amount}, nội dung chuyển khoản ${debt.reference}`, `${amount}, reference ${debt.reference}`);
      });
    case "fee-waived": {
      const amount = showDong(dong(act.data.amountDong));
      return [
        text(`${amount}: ${act.data.ground} (${act.data.basis})`, `${amount}: ${act.data.ground} (${act.data.basis})`),
        same(act.data.reason),
      ];
    }
    case "fee-reopened":
      return [
        text(
          `Biên lai ${act.data.receipt} đã hủy: ${act.data.reason}`,
          `Receipt ${act.data.receipt} was cancelled: ${act.data.reason}`,
        ),
      ];
    case "fee-paid": {
      const amount = showDong(dong(act.data.amountDong));
      if (act.data.way === "cash")
        return [
          text(`${amount} tiền mặt, biên lai ${act.data.receipt}`, `${amount} in cash, receipt ${act.data.receipt}`),
          ...dueLine(act.data.dueAt),
        ];
      return [
        text(
          `${amount}, giao dịch ${act.data.bankTransaction}, lúc ${showInstant(act.data.paidAt)}`,
          `${amount}, transaction ${act.data.bankTransaction}, ${showInstant(act.data.paidAt)}`,
        ),
        ...dueLine(act.data.dueAt),
      ];
    }
    case "rerouted":
      return [text(act.data.because, act.data.because)];
    case "due-moved":
      return [
        text(`Lịch nghỉ thay đổi: ${act.data.because}.`, `The days off changed: ${act.data.because}.`),
        ...dueLine(act.data.dueAt),
      ];
    case "clock-paused":
      return [
        text(`Căn cứ: ${act.data.basis}`, `Ground: ${act.data.basis}`),
        text(`Văn bản: ${act.data.decision}`, `By: ${act.data.decision}`),
        ...reasonOf(act.data.reason),
      ];
    case "clock-resumed":
      return [...dueLine(act.data.dueAt), ...reasonOf(act.data.reason)];
    case "supplement-requested":
      return [
        numberedAs(act.data.number),
        ...act.data.items.map((item, at) =>
          text(
            `${at + 1}. ${item.what}. Căn cứ: ${item.basis}. Cách bổ sung: ${item.how}`,
            `${at + 1}. ${item.what}. Basis: ${item.basis}. How: ${item.how}`,
          ),
        ),
        ...reasonOf(act.data.reason),
        ...(act.data.approvedBy
          ? [text(`Người duyệt: ${act.data.approvedBy.name}`, `Allowed by ${act.data.approvedBy.name}`)]
          : []),
        ...(act.data.sectorBasis
          ? [text(`Quy định chuyên ngành: ${act.data.sectorBasis}`, `Rule of the sector: ${act.data.sectorBasis}`)]
          : []),
      ];
    case "supplemented": {
      const names = act.data.papers.map((paper) => paper.name).join("; ");
      return [
        ...(act.data.message ? [same(act.data.message)] : []),
        ...(names ? [text(`Giấy tờ gửi thêm: ${names}`, `Papers added: ${names}`)] : []),
        ...(act.data.answers ? [text("Có sửa câu trả lời.", "Answers were changed.")] : []),
      ];
    }
    case "refused-intake":
      return [
        numberedAs(act.data.number),
        text(`Căn cứ: ${act.data.basis}`, `Ground: ${act.data.basis}`),
        ...reasonOf(act.data.reason),
        ...(act.data.rightPlace
          ? [text(`Cơ quan có thẩm quyền: ${act.data.rightPlace}`, `Competent office: ${act.data.rightPlace}`)]
          : []),
      ];
    case "assigned":
      return [
        text(`Giao cho ${act.data.toName}`, `To ${act.data.toName}`),
        ...(act.data.suggested
          ? [text(`Hệ thống gợi ý: ${act.data.suggested}`, `The program suggested ${act.data.suggested}`)]
          : []),
      ];
    case "proposed":
    case "decided": {
      const ground = edition.refusalGrounds.find(({ key }) => key === act.data.ground)?.title;
      return [
        OUTCOME_NAMES[act.data.outcome],
        ...(ground ? [text(`Căn cứ: ${ground.vi}`, `Ground: ${ground.en}`)] : []),
        ...reasonOf(act.data.reason),
      ];
    }
    case "signed":
      return [numberedAs(act.data.number), ...certified(act.data.certificate)];
    case "numbered":
      return [numberedAs(act.data.number), ...certified(act.data.certificate)];
    case "issued":
      return [
        text("Chủ hồ sơ đã xem và tải được kết quả.", "The owner can now see and download the result."),
        ...(act.data.early
          ? [text("Sớm hơn ngày hẹn; đã báo chủ hồ sơ.", "Before the appointment; the owner is told.")]
          : []),
      ];
    case "returned": {
      const way = WAY_NAMES[act.data.way];
      return [
        text(`${way.vi}, cho ${act.data.to}`, `${way.en}, to ${act.data.to}`),
        ...(act.data.proof ? [text(`Căn cứ: ${act.data.proof}`, `Proof: ${act.data.proof}`)] : []),
      ];
    }
    case "stopped":
      return [
        numberedAs(act.data.number),
        ...reasonOf(act.data.reason),
        text(`Căn cứ: ${act.data.basis}`, `Basis: ${act.data.basis}`),
        ...(act.data.feeBasis
          ? [
              act.data.fee === "give-back"
                ? text(`Hoàn trả lệ phí: ${act.data.feeBasis}`, `Fee given back: ${act.data.feeBasis}`)
                : text(`Không hoàn trả lệ phí: ${act.data.feeBasis}`, `Fee kept: ${act.data.feeBasis}`),
            ]
          : []),
      ];
    case "withdrawn":
      return [numberedAs(act.data.number), ...reasonOf(act.data.reason)];
    case "corrected":
    case "cancelled":
      return reasonOf(act.data.reason);
    default:
      return isCaseworkDone(act) ? caseworkLines(act) : lifeLines(act);
  }
}
