import { regimeOf } from "../../../../law/index.ts";
import type { Edition } from "../../../engine/definition/index.ts";
import type { Answers } from "../../../engine/form/index.ts";
import { reckonDeadline } from "../../../engine/reckoning/deadline.ts";
import type { DossierState, PaperSent, SupplementItem } from "../../../engine/state/index.ts";
import { addWorkingDays, type Calendar } from "../../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { text } from "../../../kernel/text.ts";
import type { Payments } from "../../payments/index.ts";
import type { CalendarOf, Doing, Scene } from "../act.ts";
import type { ActFailure } from "../failures.ts";
import { replaceContent, takeSerials } from "../rows.ts";

/** Reception: accept, refuse, ask for what is missing, and take what was sent. */

/** The clock and due time once accepted at `at`; both null while the edition waits for the fee to be confirmed paid. */
export function startClock(
  edition: Edition,
  state: Pick<DossierState, "money">,
  at: Instant,
  calendar: Calendar,
): Result<{ clockFrom: Instant | null; dueAt: Instant | null }, ActFailure> {
  const waits =
    edition.deadline.unit !== "immediate" && edition.deadline.from === "accepted-and-paid" && state.money === "due";
  if (waits) return ok({ clockFrom: null, dueAt: null });
  const reckoned = reckonDeadline(edition, at, calendar);
  return reckoned.ok ? ok({ clockFrom: at, dueAt: reckoned.value.dueAt }) : reckoned;
}

export const accept =
  (calendarOf: CalendarOf): Doing<"accepted"> =>
  async (scene) => {
    const { tx, edition, state, at } = scene;
    const clock = startClock(edition, state, at, await calendarOf(tx, state.unit));
    return clock.ok ? ok({ data: { ...clock.value, number: await numberOf(scene, "TNHS") } }) : clock;
  };

/** The ground for a dossier sent online to an office that is not competent; the filer is told the right one. */
export const WRONG_PLACE = "wrong-place";

/** Refusal needs one of the edition's grounds and a reason in words (Circular 03/2025/TT-VPCP form 03). */
export const refuseIntake =
  (
    payments: Payments,
    { ground, reason, rightPlace }: { ground: string; reason: string; rightPlace?: string | null },
  ): Doing<"refused-intake"> =>
  async (scene) => {
    const basis = basisOf(scene, ground);
    if (basis === null) return incomplete("ground", "Vui lòng chọn căn cứ từ chối.", "Choose the ground of refusal.");
    if (reason.trim() === "") return incomplete("reason", "Vui lòng nêu rõ lý do từ chối.", "Say why it is refused.");
    if (ground === WRONG_PLACE && !rightPlace)
      return incomplete("unit", "Vui lòng ghi cơ quan có thẩm quyền.", "Name the competent office.");
    const { officeProvince, id: dossierId } = scene.dossier;
    return ok({
      data: {
        ground,
        basis,
        reason: reason.trim(),
        number: await numberOf(scene, "TCHS"),
        ...(ground === WRONG_PLACE && rightPlace ? { rightPlace } : {}),
      },
      after: async () => {
        await payments.cancelDebts(scene.tx, { officeProvince, dossierId, paidFees: "give-back" });
      },
    });
  };

function basisOf({ edition, dossier, at }: Scene, ground: string): string | null {
  if (ground === WRONG_PLACE) {
    const basis = dossier.channel === "desk" ? null : regimeOf(dayOfInstant(at))?.wrongPlaceBasis;
    return basis ? `Không thuộc thẩm quyền của cơ quan nhận (${basis})` : null;
  }
  const named = edition.refusalGrounds.find((g) => g.key === ground);
  return named ? `${named.title.vi} (${named.basis.map((c) => `${c.article} ${c.source}`).join("; ")})` : null;
}

export type Lacking = {
  readonly items: readonly SupplementItem[];
  readonly reason: string;
  readonly sectorBasis?: string;
};

/** Everything that is missing stands in one notice, each with its basis and what to do (Decree 309/2026/NĐ-CP art. 8.1). */
export const requestSupplement =
  (calendarOf: CalendarOf, { items, reason, sectorBasis = "" }: Lacking): Doing<"supplement-requested"> =>
  async (scene) => {
    const given = items.filter((item) => item.what.trim() !== "");
    if (given.length === 0)
      return incomplete(
        "items.0.what",
        "Vui lòng ghi ít nhất một nội dung cần bổ sung.",
        "Write at least one thing to add.",
      );
    const bare = given.findIndex((item) => item.basis.trim() === "" || item.how.trim() === "");
    if (bare >= 0) {
      return incomplete(
        `items.${bare}.basis`,
        "Mỗi nội dung cần nêu căn cứ và cách bổ sung.",
        "Each item needs its legal basis and what to do.",
      );
    }
    const { status, supplementApproval } = scene.state;
    const stage = status === "filed" ? "intake" : "appraisal";
    const late = stage === "appraisal" ? isLateReturn(scene, await calendarOf(scene.tx, scene.state.unit)) : ok(false);
    if (!late.ok) return late;
    if (late.value && sectorBasis.trim() === "") return tooLate;
    return ok({
      data: {
        items: given,
        stage,
        reason: reason.trim(),
        number: await numberOf(scene, "HDHS"),
        ...(stage === "intake" && supplementApproval
          ? { approvedBy: { account: supplementApproval.by.account, name: supplementApproval.by.name } }
          : {}),
        ...(late.value ? { sectorBasis: sectorBasis.trim() } : {}),
      },
    });
  };

/** After appraisal a dossier goes back within some working days of its acceptance (Decree 61/2018/NĐ-CP art. 19.4). */
function isLateReturn({ state, at }: Scene, calendar: Calendar): Result<boolean, ActFailure> {
  if (state.acceptedAt === null) return ok(false);
  const accepted = dayOfInstant(state.acceptedAt);
  const regime = regimeOf(accepted);
  if (!regime) return ok(false);
  const last = addWorkingDays(calendar, accepted, regime.appraisalNoticeDays);
  return last.ok ? ok(dayOfInstant(at) > last.value) : fail({ kind: "calendar-not-loaded", year: last.failure.year });
}

/** The filer's answer: papers, words, or both; answers may be mended with it. */
export const supplement =
  (
    message: string,
    papers: readonly PaperSent[],
    answers: Answers | undefined,
    checkAnew: (scene: Scene, answers: Answers) => Promise<void>,
  ): Doing<"supplemented"> =>
  async (scene) => {
    if (message.trim() === "" && papers.length === 0 && !answers) {
      return incomplete(
        "message",
        "Vui lòng gửi giấy tờ hoặc ghi nội dung bổ sung.",
        "Send a paper or write your answer.",
      );
    }
    const all = [...scene.dossier.papers, ...papers];
    return ok({
      data: { message: message.trim(), papers, ...(answers ? { answers } : {}) },
      after: async () => {
        await replaceContent(scene.tx, scene.dossier, answers ?? scene.dossier.answers, all);
        if (answers) await checkAnew(scene, answers);
      },
    });
  };

/** The next number of a book of the unit, counted anew each year: `12/HDHS`. */
export async function numberOf(scene: Scene, symbol: string): Promise<string> {
  const { unit } = scene.state;
  const officeProvince = scene.state.unitProvince ?? scene.dossier.officeProvince;
  const year = new Date(scene.at + 7 * 3_600_000).getUTCFullYear();
  const last = await takeSerials(scene.tx, [{ officeProvince, unit, book: symbol, period: String(year), count: 1 }]);
  return `${last.get(unit) ?? 1}/${symbol}`;
}

export const incomplete = (field: string, vi: string, en: string): Result<never, ActFailure> =>
  fail({ kind: "incomplete", field, text: text(vi, en) });

const tooLate = incomplete(
  "sectorBasis",
  "Đã quá thời hạn trả lại hồ sơ để bổ sung kể từ khi tiếp nhận. Chỉ trả lại được khi nêu quy định chuyên ngành cho phép.",
  "The time to return the dossier for a supplement has passed. It goes back only where a rule of the sector, which you name, allows it.",
);
