import { describe, expect, it } from "vitest";
import { figureOn } from "../../law/index.ts";
import { day, isoInstant, parseLocalDateTime } from "./plain-date.ts";
import { isStayNoticeLate, stayNoticeDue, stayNoticeHours } from "./stay-notice.ts";

const at = (moment: string): number => {
  const parsed = parseLocalDateTime(moment);
  if (parsed === null) throw new Error(moment);
  return parsed;
};

describe("when a stay must be notified", () => {
  it.each([
    ["E8: an afternoon", "2026-11-10T14:20", "2026-11-10T23:00"],
    ["E9: late in the evening", "2026-11-10T23:40", "2026-11-11T08:00"],
    ["the first minute of the day", "2026-11-10T00:00", "2026-11-10T23:00"],
    ["the last minute before 23:00", "2026-11-10T22:59", "2026-11-10T23:00"],
    ["23:00 itself counts as after", "2026-11-10T23:00", "2026-11-11T08:00"],
    ["the last evening of the year", "2026-12-31T23:30", "2027-01-01T08:00"],
  ])("%s: %s", (_what, arrived, due) => {
    expect(isoInstant(stayNoticeDue(at(arrived))).slice(0, 16)).toBe(due);
  });

  it("keeps the second before 23:00 in the evening", () => {
    const arrived = at("2026-11-10T22:59") + 59_999;
    expect(isoInstant(stayNoticeDue(arrived)).slice(0, 16)).toBe("2026-11-10T23:00");
  });

  it("is late at the due time and after it, not before", () => {
    const arrived = at("2026-11-10T14:20");
    const due = at("2026-11-10T23:00");
    expect([due - 1, due, due + 1].map((moment) => isStayNoticeLate(arrived, moment))).toEqual([false, true, true]);
  });

  it.each(["2021-07-01", "2026-06-30", "2026-07-01", "2026-11-23"])("uses the hours that the law has on %s", (date) => {
    const figure = (key: "stay-notice-evening-minute" | "stay-notice-morning-minute") => {
      const found = figureOn(key, day(date));
      return found.ok ? found.value.value : null;
    };
    expect(figure("stay-notice-evening-minute")).toBe(stayNoticeHours.eveningMinute);
    expect(figure("stay-notice-morning-minute")).toBe(stayNoticeHours.morningMinute);
  });
});
