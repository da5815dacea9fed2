import { expect, test } from "vitest";
import { day } from "../../../src/kernel/plain-date.ts";
import { type OneStopFormKey, oneStopFormOn } from "./forms.ts";
import { overrunCauseKeys, overrunCausesOn, reportFormOn } from "./reports.ts";

const KEYS: readonly OneStopFormKey[] = [
  "receipt",
  "supplement-request",
  "refusal",
  "apology",
  "stop-notice",
  "control-sheet",
  "register",
];
const numbersOn = (on: string) => KEYS.map((key) => oneStopFormOn(key, day(on))?.number ?? null);

test("six forms until 14/09/2025, seven since: the stop notice moves control sheet and register on (one-stop 1, 27)", () => {
  expect(numbersOn("2019-01-05")).toEqual(KEYS.map(() => null));
  expect(numbersOn("2019-01-06")).toEqual(["01", "02", "03", "04", null, "05", "06"]);
  expect(numbersOn("2025-09-14")).toEqual(["01", "02", "03", "04", null, "05", "06"]);
  expect(numbersOn("2025-09-15")).toEqual(["01", "02", "03", "04", "05", "06", "07"]);
  expect(oneStopFormOn("apology", day("2025-09-14"))?.title.vi).toBe("Phiếu xin lỗi và hẹn lại ngày trả kết quả");
  expect(oneStopFormOn("apology", day("2025-09-15"))?.title.vi).toContain("đề nghị gia hạn");
});

test("the reports and the causes of overruns begin with their circular (one-stop 29)", () => {
  expect(reportFormOn("handling", day("2020-12-14"))).toBeNull();
  expect(reportFormOn("handling", day("2020-12-15"))?.number).toBe("II.06/VPCP/KSTT");
  expect(overrunCausesOn(day("2020-12-14"))).toEqual([]);
  expect(overrunCausesOn(day("2026-11-23")).map(({ key }) => key)).toEqual(overrunCauseKeys);
});
