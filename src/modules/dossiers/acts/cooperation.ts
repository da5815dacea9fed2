import type { Edition } from "../../../engine/definition/index.ts";
import { isAddress } from "../../../engine/form/index.ts";
import { type Cooperation, openCooperations } from "../../../engine/state/index.ts";
import { addWorkingDays, type Calendar, closingTime } from "../../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { newId } from "../../../platform/ids.ts";
import type { Catalogue } from "../../catalogue/index.ts";
import type { CalendarOf, Doing, Scene } from "../act.ts";
import type { ActFailure } from "../failures.ts";
import { incomplete } from "./intake.ts";

/** Other offices: asked for an opinion in their own time, or agencies of an interlinked procedure in their turn. */

export type CooperationParts = { readonly catalogue: Catalogue; calendarOf: CalendarOf };
const DAYS_MOST = 30;

/** The question and the time for it are stated (Decree 61/2018/NĐ-CP art. 19.5); several offices may be asked at once. */
export const consult =
  (
    parts: CooperationParts,
    given: { unit: string | null; question: string; days: number | null },
  ): Doing<"consulted"> =>
  async ({ tx, state, at }) => {
    const unit = given.unit === null ? null : parts.catalogue.findUnit(given.unit);
    if (!unit || unit.id === state.unit)
      return incomplete("unit", "Vui lòng chọn một cơ quan khác để lấy ý kiến.", "Choose another office to ask.");
    if (openCooperations(state).some((one) => one.unit === unit.id))
      return incomplete(
        "unit",
        "Cơ quan này đang được lấy ý kiến và chưa trả lời.",
        "This office was asked and has not answered yet.",
      );
    if (given.question.trim() === "")
      return incomplete("question", "Vui lòng ghi rõ nội dung lấy ý kiến.", "Say what the office is asked.");
    if (given.days === null || !Number.isInteger(given.days) || given.days < 1 || given.days > DAYS_MOST)
      return incomplete(
        "days",
        `Thời hạn trả lời từ 1 đến ${DAYS_MOST} ngày làm việc.`,
        `The time is 1 to ${DAYS_MOST} working days.`,
      );
    const dueAt = closingAfter(await parts.calendarOf(tx, unit.id), at, given.days);
    if (!dueAt.ok) return dueAt;
    const data = { id: newId(), unit: unit.id, unitName: unit.name.vi, question: given.question.trim() };
    return ok({ data: { ...data, dueAt: dueAt.value } });
  };

export type Opinion = "agree" | "disagree" | "other";
export const answerConsultation =
  (opinion: Opinion | null, answer: string): Doing<"consultation-answered"> =>
  async (scene) => {
    if (opinion === null)
      return incomplete("opinion", "Vui lòng chọn ý kiến của đơn vị.", "Choose the unit's opinion.");
    if (answer.trim() === "") return incomplete("answer", "Vui lòng ghi nội dung trả lời.", "Write the answer.");
    const { id, dueAt } = askedOf(scene, "opinion");
    return ok({ data: { id, opinion, answer: answer.trim(), onTime: scene.at <= dueAt } });
  };

/** The next agency of the plan gets its share of the time. @throws never: where nobody is competent the act is refused */
export const handOver =
  (parts: CooperationParts): Doing<"handed-over"> =>
  async (scene) => {
    const { tx, edition, state, at } = scene;
    const leg = state.cooperations.filter(({ kind }) => kind === "leg").length;
    const planned = edition.interlinked?.[leg];
    const unit = planned && unitOfLeg(parts.catalogue, edition, scene.dossier.answers, planned);
    if (!planned || !unit)
      return incomplete("unit", "Chưa xác định được cơ quan liên thông.", "The agency could not be told.");
    const dueAt = closingAfter(await parts.calendarOf(tx, unit.id), at, planned.share);
    if (!dueAt.ok) return dueAt;
    const data = { id: newId(), leg, unit: unit.id, unitName: unit.name.vi, shareDays: planned.share };
    return ok({ data: { ...data, dueAt: dueAt.value } });
  };

/** The agency's result comes back to the receiving desk. */
export const handBack =
  (result: string): Doing<"handed-back"> =>
  async (scene) => {
    if (result.trim() === "") return incomplete("result", "Vui lòng ghi kết quả xử lý.", "Say what was done.");
    const { id, dueAt } = askedOf(scene, "leg");
    return ok({ data: { id, result: result.trim(), onTime: scene.at <= dueAt } });
  };

/** What the actor's unit was asked. @throws where it was not: the table of acts let nobody else come so far */
function askedOf({ state, actor }: Scene, kind: Cooperation["kind"]): Cooperation {
  const found = openCooperations(state).find((one) => one.kind === kind && one.unit === actor.unit);
  if (!found) throw new Error(`nothing was asked of ${actor.unit ?? "nobody"}`);
  return found;
}

function unitOfLeg(
  catalogue: Catalogue,
  edition: Edition,
  answers: Scene["dossier"]["answers"],
  leg: NonNullable<Edition["interlinked"]>[number],
) {
  const place = answers[edition.competence.byAddress];
  return isAddress(place) ? catalogue.competentUnit(leg.level, place.commune, leg.unit) : null;
}

/** The end of office hours after so many working days. */
function closingAfter(calendar: Calendar, at: Instant, days: number): Result<Instant, ActFailure> {
  const day = addWorkingDays(calendar, dayOfInstant(at), days);
  return day.ok ? ok(closingTime(calendar, day.value)) : fail({ kind: "calendar-not-loaded", year: day.failure.year });
}
