import { CLOCK_ENDED, type Money, type Status } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import { dueState } from "../portal/status.ts";
import { DueBadge } from "../ui/index.ts";

export type Dated = {
  readonly status: Status;
  readonly dueAt: Instant | null;
  /** When the clock ended, where that is known. */
  readonly closedAt: Instant | null;
  readonly money: Money;
  /** A clock that has started and has no due time stands still. */
  readonly clockFrom?: Instant | null;
};

/** Why a dossier has no due time yet; null where it needs none any more. */
export function noDueYet(row: Dated): Text | null {
  if (CLOCK_ENDED.has(row.status)) return null;
  if (row.status === "filed") return text("chưa tiếp nhận", "not accepted yet");
  if (row.status === "supplement-awaited") return text("chờ công dân bổ sung", "waiting for the citizen");
  if (row.clockFrom) return text("theo căn cứ pháp luật", "on a ground of the law");
  return row.money === "due" ? text("chờ nộp lệ phí", "waiting for the fee") : null;
}

/** How a dossier stands with its time, in a sign, words and colour. */
export function Due(props: { row: Dated; now: Instant; lang: Language }) {
  const { row, now, lang } = props;
  if (row.dueAt === null) {
    const reason = noDueYet(row);
    if (!reason) return <span class="mc-muted">–</span>;
    // A clock that ran and stands still is told apart from one that has not begun.
    if (row.status === "supplement-awaited" || row.clockFrom)
      return <DueBadge state="paused" detail={reason} lang={lang} />;
    return <span class="mc-muted">{{ vi: `Chưa tính hạn, ${reason.vi}`, en: `Not running, ${reason.en}` }[lang]}</span>;
  }
  return <DueBadge state={dueState(row, now)} dueAt={row.dueAt} detail={timeLeft(row, now)} lang={lang} />;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** "còn 5 giờ", "quá 2 ngày"; nothing once the clock has ended. */
function timeLeft(row: Dated, now: Instant): Text | undefined {
  if (row.dueAt === null || CLOCK_ENDED.has(row.status)) return undefined;
  const left = Math.abs(row.dueAt - now);
  const [count, vi, en] =
    left >= DAY ? [Math.floor(left / DAY), "ngày", "days"] : [Math.max(1, Math.floor(left / HOUR)), "giờ", "hours"];
  const unit = count === 1 ? en.slice(0, -1) : en;
  return row.dueAt >= now
    ? text(`còn ${count} ${vi}`, `${count} ${unit} left`)
    : text(`quá ${count} ${vi}`, `${count} ${unit} over`);
}

/** Marks the row of a list that is late or nearly so. */
export function rowTone(row: Dated, now: Instant): "late" | "soon" | undefined {
  const state = dueState(row, now);
  return state === "late" || state === "soon" ? state : undefined;
}
