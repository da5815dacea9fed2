import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { dayOfInstant, isoInstant } from "../../../src/kernel/plain-date.ts";
import { stayNoticeDue } from "../../../src/kernel/stay-notice.ts";
import { text } from "../../../src/kernel/text.ts";
import { citation, step } from "../cite.ts";

/** Residence Law 68/2020/QH14 in force; art. 30 as replaced by Law 118/2025/QH15. */
const RESIDENCE_LAW_FROM = "2021-07-01";
const REPLACED_FROM = "2026-07-01";
const RESIDENCE_NIGHTS = 30;

/** The latest moment of a stay notification: 23:00, or 08:00 of the next day. */
export const stayDeadline = defineCalculation({
  name: "stay-deadline",
  title: text("Hạn thông báo lưu trú", "Time limit of a stay notification"),
  fields: {
    arrivedAt: { kind: "instant", needed: true },
    plannedNights: { kind: "integer", least: 0 },
    guestRelation: { kind: "text", oneOf: ["none", "close-relative"] },
    lastNotifiedOn: { kind: "date" },
  },
  reckon({ arrivedAt, plannedNights, guestRelation, lastNotifiedOn }) {
    const nights = plannedNights ?? 0;
    const arrivedOn = dayOfInstant(arrivedAt);
    if (arrivedOn < RESIDENCE_LAW_FROM) throw new RefusedInput("not-in-force", "arrivedAt");

    const onceOnly = arrivedOn < REPLACED_FROM && guestRelation === "close-relative" && lastNotifiedOn !== undefined;
    const duty = nights >= RESIDENCE_NIGHTS ? "register-temporary-residence" : onceOnly ? "none" : "notify-stay";
    const notify = duty === "notify-stay";
    const dueBefore = notify ? isoInstant(stayNoticeDue(arrivedAt)) : null;
    return {
      value: { duty, notificationRequired: notify, arrivedAtLocal: isoInstant(arrivedAt), dueBefore },
      steps: () => [
        step("duty", ...DUTIES[duty], duty),
        ...(notify
          ? [
              step(
                "due-before",
                "Đến trước 23 giờ: hạn là 23 giờ cùng ngày; từ 23 giờ: 8 giờ ngày hôm sau.",
                "Arrival before 23:00: 23:00 that day; from 23:00: 08:00 the next day.",
                dueBefore,
              ),
            ]
          : []),
      ],
      citations: () => [
        citation("68/2020/QH14", arrivedOn < REPLACED_FROM ? "30(4)" : "30(3)"),
        ...(arrivedOn < REPLACED_FROM ? [] : [citation("118/2025/QH15", "4(9)")]),
      ],
    };
  },
});

const DUTIES: { readonly [duty in "notify-stay" | "register-temporary-residence" | "none"]: [string, string] } = {
  "notify-stay": ["Phải thông báo lưu trú.", "The stay must be notified."],
  "register-temporary-residence": [
    "Ở từ 30 đêm trở lên: đăng ký tạm trú.",
    "30 nights or more: register temporary residence.",
  ],
  none: [
    "Người thân ruột thịt đã được thông báo trước đó: không phải thông báo lại.",
    "A close relative notified before: no further notification.",
  ],
};
