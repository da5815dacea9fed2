import { type Act, actName } from "../../../engine/state/index.ts";
import { dong, showDong } from "../../../kernel/dong.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import type { DossierView } from "../../../modules/dossiers/index.ts";
import type { TimelineEntry } from "../../ui/index.ts";
import { lifeWords } from "../life-words.ts";

/** What a person reads of each act; the office's inner steps are told, its inner words are not. */
export function timeline(view: DossierView, lang: Language): readonly TimelineEntry[] {
  return view.acts
    .map(
      (act): TimelineEntry => ({
        title: actName(act.kind),
        at: act.at,
        by: act.by.as === "system" ? undefined : act.by.name,
        body: bodyOf(act, view, lang),
        ...(act.kind === "issued"
          ? { tone: "seal" as const }
          : act.kind === "supplement-requested" || act.kind === "refused-intake"
            ? { tone: "warning" as const }
            : {}),
      }),
    )
    .reverse();
}

function bodyOf(act: Act, view: DossierView, lang: Language) {
  switch (act.kind) {
    case "accepted":
      return act.data.dueAt
        ? { vi: `Hẹn trả kết quả: ${showInstant(act.data.dueAt)}`, en: `Due: ${showInstant(act.data.dueAt)}` }[lang]
        : null;
    case "rerouted":
      return act.data.because;
    case "due-moved":
      return {
        vi: `Lịch nghỉ thay đổi (${act.data.because}). Hẹn trả kết quả: ${showInstant(act.data.dueAt)}`,
        en: `The days off changed (${act.data.because}). Due: ${showInstant(act.data.dueAt)}`,
      }[lang];
    case "clock-paused":
      return `${act.data.reason} (${act.data.basis}; ${act.data.decision})`;
    case "clock-resumed":
      return act.data.dueAt
        ? { vi: `Hẹn trả kết quả: ${showInstant(act.data.dueAt)}`, en: `Due: ${showInstant(act.data.dueAt)}` }[lang]
        : null;
    case "fee-waived":
      return {
        vi: `${act.data.ground} (${act.data.basis}): ${showDong(dong(act.data.amountDong))}. ${act.data.reason}`,
        en: `${act.data.ground} (${act.data.basis}): ${showDong(dong(act.data.amountDong))}. ${act.data.reason}`,
      }[lang];
    case "fee-reopened":
      return {
        vi: `Biên lai ${act.data.receipt} đã hủy: ${act.data.reason}`,
        en: `Receipt ${act.data.receipt} was cancelled: ${act.data.reason}`,
      }[lang];
    case "fee-paid":
      if (act.data.way === "cash")
        return { vi: `Tiền mặt, biên lai ${act.data.receipt}`, en: `Cash, receipt ${act.data.receipt}` }[lang];
      return {
        vi: `Ngân hàng đã xác nhận. Mã giao dịch ${act.data.bankTransaction}`,
        en: `Confirmed by the bank, transaction ${act.data.bankTransaction}`,
      }[lang];
    case "supplement-requested":
      return (
        <ul class="govuk-list govuk-list--bullet">
          {act.data.items.map((item) => (
            <li>{item.what}</li>
          ))}
        </ul>
      );
    case "supplemented":
      return [act.data.message, ...act.data.papers.map((paper) => paper.name)].filter(Boolean).join("; ");
    case "refused-intake":
      return [
        `${act.data.reason} (${act.data.basis})`,
        act.data.rightPlace &&
          { vi: `Nơi nhận đúng: ${act.data.rightPlace}`, en: `File at ${act.data.rightPlace}` }[lang],
      ]
        .filter(Boolean)
        .join(". ");
    case "stopped":
      return `${act.data.reason} (${act.data.basis})`;
    case "withdrawn":
      return act.data.reason;
    case "assigned":
      return { vi: `Cán bộ thụ lý: ${act.data.toName}`, en: `Case officer: ${act.data.toName}` }[lang];
    case "numbered":
      return { vi: `Số ${act.data.number}`, en: `No. ${act.data.number}` }[lang];
    case "decided": {
      const granted =
        act.data.outcome === "grant" ? text("Chấp thuận", "Granted") : text("Không chấp thuận", "Not granted");
      return view.state.endedAt ? granted[lang] : null;
    }
    case "corrected":
    case "cancelled":
      return act.data.reason;
    default:
      return lifeWords(act)?.[lang] ?? null;
  }
}
