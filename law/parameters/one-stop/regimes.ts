import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn, rowsByKey } from "../table.ts";

/**
 * The one-stop mechanism (cơ chế một cửa) as it stands on a day: which decree, which forms, how far away a dossier may be
 * handed in, when its clock starts. The texts of articles 19 and 20 of Decree 118/2025 were not seen: figures taken over
 * from Decree 61/2018 are recalled.
 */

/** key | value | from | until | basis | evidence */
const lines = `
decree|61/2018/NĐ-CP|2018-06-21|2025-06-30|61/2018/NĐ-CP@toàn văn|read
decree|118/2025/NĐ-CP|2025-07-01|2026-08-04|118/2025/NĐ-CP@toàn văn|reported
decree|309/2026/NĐ-CP|2026-08-05||118/2025/NĐ-CP@toàn văn + 309/2026/NĐ-CP@toàn văn|read
forms|01/2018/TT-VPCP|2019-01-06|2025-09-14|01/2018/TT-VPCP@9|read
forms|03/2025/TT-VPCP|2025-09-15||03/2025/TT-VPCP@phụ lục I|reported
stop-notice|none|2019-01-06|2025-09-14|01/2018/TT-VPCP@9|read
stop-notice|05|2025-09-15||118/2025/NĐ-CP@21 + 03/2025/TT-VPCP@7|reported
boundary-free|by-decision|2018-06-21|2025-06-30|61/2018/NĐ-CP@toàn văn + 107/2021/NĐ-CP@toàn văn|recalled
boundary-free|province|2025-07-01|2026-08-04|118/2025/NĐ-CP@14|reported
boundary-free|nation|2026-08-05||118/2025/NĐ-CP@14(4) + 309/2026/NĐ-CP@7|read
wrong-place|Điều 17 khoản 2|2018-06-21|2025-06-30|61/2018/NĐ-CP@17(2)(a)|read
wrong-place|Điều 17 khoản 2|2025-07-01||118/2025/NĐ-CP@17(2)(a)|reported
clock-elsewhere|accepted|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|recalled
clock-elsewhere|accepted|2025-07-01|2026-08-04|118/2025/NĐ-CP@17|recalled
clock-elsewhere|competent-agency|2026-08-05||118/2025/NĐ-CP@17(3) + 309/2026/NĐ-CP@8(3)|read
appraisal-notice-days|3|2018-06-21|2025-06-30|61/2018/NĐ-CP@19(4)|read
appraisal-notice-days|3|2025-07-01||118/2025/NĐ-CP@19|recalled
reappointments|1|2018-06-21|2025-06-30|61/2018/NĐ-CP@19(9)|read
reappointments|1|2025-07-01||118/2025/NĐ-CP@19|recalled
apology-days-before|1|2018-06-21|2025-06-30|61/2018/NĐ-CP@19(9)|read
apology-days-before|1|2025-07-01||118/2025/NĐ-CP@19|recalled
`;

export type OneStopRuleKey =
  | "decree"
  | "forms"
  | "stop-notice"
  | "boundary-free"
  | "wrong-place"
  | "clock-elsewhere"
  | "appraisal-notice-days"
  | "reappointments"
  | "apology-days-before";
export type OneStopRule = Proven & { readonly key: string; readonly value: string };

export const oneStopRules = lazily(() =>
  rowsByKey(
    parseTable(["key", "value", "from", "until", "basis", "evidence"], lines).map(
      (row): OneStopRule => ({ key: row.key, value: row.value, ...provenCells(row) }),
    ),
    (row) => row.key,
  ),
);

/** The circular that sets the forms: 6 of them, or 7 with the stop notice. */
export type FormsEdition = "01/2018/TT-VPCP" | "03/2025/TT-VPCP";

/** The rules of one day. Every one of them rests on a row of the table above. */
export type OneStopRegime = {
  /** The decree that last changed the mechanism by that day. */
  readonly decree: string;
  readonly forms: FormsEdition;
  /** The number of the stop notice among the forms; null while there was none. */
  readonly stopNotice: string | null;
  /** How far from the competent agency a dossier may be handed in. */
  readonly boundaryFree: "by-decision" | "province" | "nation";
  /** Where the law says that a dossier sent online to the wrong place is answered with the right address. */
  readonly wrongPlaceBasis: string;
  /** When the clock of a dossier handed in elsewhere starts: when it is accepted there, or when the competent agency has it. */
  readonly clockElsewhere: "accepted" | "competent-agency";
  /** Working days after acceptance within which a dossier may be returned for a supplement, unless sector law says otherwise. */
  readonly appraisalNoticeDays: number;
  /** How often the appointment may be moved. */
  readonly reappointments: number;
  /** Days before the due time by which the apology must have been written. */
  readonly apologyDaysBefore: number;
};

/** The rules of the one-stop mechanism on a day; null before 06/01/2019, when the forms of today's kind began. */
export function regimeOf(on: PlainDate): OneStopRegime | null {
  const value = (key: OneStopRuleKey): string | null => rowOn(oneStopRules().get(key) ?? [], on)?.value ?? null;
  const wrongPlace = rowOn(oneStopRules().get("wrong-place") ?? [], on);
  const [decree, forms, stop] = [value("decree"), value("forms"), value("stop-notice")];
  if (decree === null || forms === null || !wrongPlace) return null;
  const scope = value("boundary-free");
  return {
    decree,
    forms: forms === "03/2025/TT-VPCP" ? forms : "01/2018/TT-VPCP",
    stopNotice: stop === "none" ? null : stop,
    boundaryFree: scope === "nation" || scope === "province" ? scope : "by-decision",
    wrongPlaceBasis: `${wrongPlace.value} ${wrongPlace.basis[0]?.source ?? ""}`,
    clockElsewhere: value("clock-elsewhere") === "competent-agency" ? "competent-agency" : "accepted",
    appraisalNoticeDays: Number(value("appraisal-notice-days")),
    reappointments: Number(value("reappointments")),
    apologyDaysBefore: Number(value("apology-days-before")),
  };
}
