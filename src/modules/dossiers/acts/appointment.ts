import { overrunCauseKeys, regimeOf } from "../../../../law/index.ts";
import { closingTime, isWorkingDay } from "../../../kernel/calendar.ts";
import { addDays, dayOfInstant, type PlainDate } from "../../../kernel/plain-date.ts";
import { fail, ok } from "../../../kernel/result.ts";
import type { Catalogue } from "../../catalogue/index.ts";
import { moveDebts } from "../../payments/index.ts";
import type { CalendarOf, Doing } from "../act.ts";
import { noteWorkElsewhere } from "../cooperation-rows.ts";
import { incomplete, numberOf, startClock } from "./intake.ts";

/** The appointment moves once with an apology; a misrouted dossier goes to the office it belongs to. */

export type NewAppointment = {
  readonly reason: string;
  readonly unitAtFault: string;
  /** As Form II.07 knows the causes; absent where nobody was asked. */
  readonly cause?: string;
  readonly day: PlainDate | null;
};

/** Form 04: reason, unit at fault, new date. The time of the law stays, and lateness is judged by it (61/2018 art. 19.9). */
export const reappoint =
  (calendarOf: CalendarOf, given: NewAppointment): Doing<"reappointed"> =>
  async (scene) => {
    const { at, state } = scene;
    if (state.dueAt === null) throw new Error("a new appointment without an old one");
    if (given.reason.trim() === "")
      return incomplete("reason", "Vui lòng nêu lý do chậm trả kết quả.", "Say why the result is late.");
    if (given.unitAtFault.trim() === "")
      return incomplete("unitAtFault", "Vui lòng nêu đơn vị làm chậm.", "Name the unit at fault.");
    const cause = overrunCauseKeys.find((one) => one === given.cause);
    if (given.cause !== undefined && !cause)
      return incomplete("cause", "Vui lòng chọn nguyên nhân quá hạn.", "Choose the cause of the delay.");
    if (given.day === null || given.day <= dayOfInstant(Math.max(state.dueAt, at)))
      return incomplete(
        "day",
        "Ngày hẹn mới phải sau hạn cũ và sau hôm nay.",
        "The new date comes after the old one and after today.",
      );
    const calendar = await calendarOf(scene.tx, state.unit);
    const working = isWorkingDay(calendar, given.day);
    if (!working.ok) return fail({ kind: "calendar-not-loaded", year: working.failure.year });
    if (!working.value) return incomplete("day", "Ngày hẹn mới là ngày nghỉ.", "The new date is a day off.");
    const days = regimeOf(dayOfInstant(state.acceptedAt ?? at))?.apologyDaysBefore ?? 1;
    return ok({
      data: {
        number: await numberOf(scene, "PXL"),
        reason: given.reason.trim(),
        unitAtFault: given.unitAtFault.trim(),
        ...(cause ? { cause } : {}),
        originalDueAt: state.dueAt,
        newDueAt: closingTime(calendar, given.day),
        inTime: dayOfInstant(at) <= addDays(dayOfInstant(state.dueAt), -days),
      },
    });
  };

/**
 * Passes a misrouted dossier on: code and history stay. An accepted one keeps its clock, or, by the law since 05/08/2026,
 * begins to count when the competent office has it.
 */
export const transfer =
  (
    parts: { readonly catalogue: Catalogue; calendarOf: CalendarOf },
    to: string | null,
    because: string,
  ): Doing<"transferred"> =>
  async (scene) => {
    const { at, state, edition, dossier } = scene;
    const unit = to === null ? null : parts.catalogue.findUnit(to);
    if (!unit || unit.id === state.unit)
      return incomplete("unit", "Vui lòng chọn cơ quan có thẩm quyền.", "Choose the competent office.");
    if (because.trim() === "")
      return incomplete("reason", "Vui lòng nêu vì sao chuyển; công dân đọc được.", "Say why; the citizen reads it.");
    const regime = regimeOf(dayOfInstant(state.acceptedAt ?? at));
    const fromReceipt = regime?.clockElsewhere === "competent-agency";
    const restarted =
      state.clockFrom !== null && fromReceipt
        ? startClock(edition, state, at, await parts.calendarOf(scene.tx, unit.id))
        : null;
    if (restarted && !restarted.ok) return restarted;
    const clock = state.status === "filed" ? "not-started" : restarted ? "from-receipt" : "goes-on";
    return ok({
      data: {
        from: state.unit,
        to: unit.id,
        province: unit.provinceCode,
        because: because.trim(),
        clock,
        clockFrom: restarted ? restarted.value.clockFrom : state.clockFrom,
        dueAt: restarted ? restarted.value.dueAt : state.dueAt,
      },
      after: async () => {
        if (!parts.catalogue.provincesOf(unit.id).includes(dossier.officeProvince))
          await noteWorkElsewhere(scene.tx, unit.id, dossier.officeProvince);
        await moveDebts(scene.tx, { officeProvince: dossier.officeProvince, dossierId: dossier.id }, unit.id, at);
      },
    });
  };
