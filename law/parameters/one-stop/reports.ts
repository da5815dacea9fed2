import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn, rowsByKey } from "../table.ts";

/**
 * The statutory reports on administrative procedures (Circular 01/2020/TT-VPCP): what each form is called, and the causes
 * of an overrun that Form II.07 knows. Columns and title of II.06 were read in a public system; those of II.07 are recalled.
 */

/** form | number | title | title in English | evidence */
const forms = `
handling|II.06/VPCP/KSTT|Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết|State and results of the handling of procedures|reported
overruns|II.07a/VPCP/KSTT|Nguyên nhân quá hạn đối với các trường hợp chậm giải quyết|Causes of overruns|recalled
`;
/** cause | name | name in English */
const causes = `
rules|Quy định, văn bản|Rules and texts
officers|Cán bộ, công chức|Officers
cooperating|Cơ quan phối hợp|A cooperating agency
applicants|Tổ chức, cá nhân|Organisations and people
systems|Hạ tầng, hệ thống|Infrastructure and systems
other|Khác|Other
`;

const of = (article: string, evidence: string) =>
  provenCells({ from: "2020-12-15", until: "", basis: `01/2020/TT-VPCP@${article}`, evidence });

export type ReportKey = "handling" | "overruns";
export type ReportForm = Proven & { readonly key: string; readonly number: string; readonly title: Text };
export const reportForms = lazily(() =>
  rowsByKey(
    parseTable(["key", "number", "vi", "en", "evidence"], forms).map(
      (row): ReportForm => ({
        key: row.key,
        number: row.number,
        title: text(row.vi, row.en),
        ...of("phụ lục", row.evidence),
      }),
    ),
    (row) => row.key,
  ),
);

export const overrunCauseKeys = ["rules", "officers", "cooperating", "applicants", "systems", "other"] as const;
export type OverrunCauseKey = (typeof overrunCauseKeys)[number];
export type OverrunCause = Proven & { readonly key: OverrunCauseKey; readonly name: Text };
export const overrunCauses = lazily((): readonly OverrunCause[] =>
  parseTable(["key", "vi", "en"], causes).map((row) => ({
    key: row.key as OverrunCauseKey,
    name: text(row.vi, row.en),
    ...of("biểu II.07", "recalled"),
  })),
);

/** A report's form in the version of a day; null before 15/12/2020. */
export const reportFormOn = (key: ReportKey, on: PlainDate): ReportForm | null =>
  rowOn(reportForms().get(key) ?? [], on);
/** The causes of overrun that may be reported on a day. */
export const overrunCausesOn = (on: PlainDate): readonly OverrunCause[] =>
  overrunCauses().filter((cause) => rowOn([cause], on) !== null);
