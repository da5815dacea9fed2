import { expect, test } from "vitest";
import { day } from "../../../src/kernel/plain-date.ts";
import { regimeOf } from "./regimes.ts";

/** One-stop-shop.md 1.1: four days, four sets of rules. */

test("the same input on four days meets four different regimes (one-stop 1)", () => {
  expect(regimeOf(day("2025-06-30"))).toMatchObject({
    decree: "61/2018/NĐ-CP",
    forms: "01/2018/TT-VPCP",
    stopNotice: null,
    boundaryFree: "by-decision",
    clockElsewhere: "accepted",
  });
  expect(regimeOf(day("2025-07-01"))).toMatchObject({
    decree: "118/2025/NĐ-CP",
    forms: "01/2018/TT-VPCP",
    stopNotice: null,
    boundaryFree: "province",
    clockElsewhere: "accepted",
  });
  expect(regimeOf(day("2025-09-15"))).toMatchObject({
    decree: "118/2025/NĐ-CP",
    forms: "03/2025/TT-VPCP",
    stopNotice: "05",
    boundaryFree: "province",
    clockElsewhere: "accepted",
  });
  expect(regimeOf(day("2026-08-05"))).toMatchObject({
    decree: "309/2026/NĐ-CP",
    forms: "03/2025/TT-VPCP",
    stopNotice: "05",
    boundaryFree: "nation",
    clockElsewhere: "competent-agency",
  });
});

test("a regime holds to its last day and begins on its first (one-stop 1)", () => {
  const first = ["2025-07-01", "2025-09-15", "2026-08-05"].map(day);
  const before = ["2025-06-30", "2025-09-14", "2026-08-04"].map(day);
  for (const [at, on] of first.entries()) {
    const eve = before[at];
    if (eve) expect(regimeOf(eve)).not.toEqual(regimeOf(on));
  }
  expect(regimeOf(day("2025-07-01"))).toEqual(regimeOf(day("2025-09-14")));
  expect(regimeOf(day("2025-09-15"))).toEqual(regimeOf(day("2026-08-04")));
  expect(regimeOf(day("2018-01-01"))).toBeNull();
});

test("on every day since 2019 the figures that a notice, an apology and a re-appointment need are there (one-stop 1)", () => {
  for (const on of ["2019-01-06", "2022-01-01", "2025-07-01", "2026-11-23", "2027-12-31"].map(day))
    expect(regimeOf(on)).toMatchObject({ appraisalNoticeDays: 3, reappointments: 1, apologyDaysBefore: 1 });
});
