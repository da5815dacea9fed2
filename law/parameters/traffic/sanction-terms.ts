import type { Evidence } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { amended } from "../amendments.ts";
import { amendmentCell, type Place } from "../basis.ts";
import { dayCell, lazily, numberCell, parseTable, rowOn, rowsByKey } from "../table.ts";

/** A time limit, a threshold or a rate of the sanctioning procedure. `countedFrom` is the event it starts with. */
export type SanctionTerm = {
  readonly id: string;
  readonly value: number;
  readonly unit: "year" | "month" | "working-day" | "day" | "hour" | "dong" | "percent-a-day" | "part";
  readonly countedFrom: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  /** What replaced or detailed the article. */
  readonly amendedBy: Place | null;
  readonly evidence: Evidence;
  /** What a reader must know beside the figure. */
  readonly note: string;
};

const COLUMNS = [
  "id",
  "value",
  "unit",
  "countedFrom",
  "from",
  "until",
  "source",
  "article",
  "amendedBy",
  "evidence",
  "note",
] as const;

const ROWS = `
statute|1|year|end of the offence; for device evidence the moment recorded|2025-01-01||168/2024/NĐ-CP|4(1),(3)||read|
nr-individual|250000|dong||2013-07-01|2025-06-30|15/2012/QH13|56(1)||read|
nr-organisation|500000|dong||2013-07-01|2025-06-30|15/2012/QH13|56(1)||read|
nr-individual|500000|dong||2025-07-01||15/2012/QH13|56(1)(a)|88/2025/QH15|read|an offence found by technical equipment always needs a record: article 56(2)
nr-organisation|1000000|dong||2025-07-01||15/2012/QH13|56(1)(a)|88/2025/QH15|read|an offence found by technical equipment always needs a record: article 56(2)
record-make|2|working-day|detection|2022-01-01||118/2021/NĐ-CP|12(2)||reported|first text; the amendments by Decrees 68/2025 and 190/2025 were not compared
record-make-complex|5|working-day|detection|2022-01-01||118/2021/NĐ-CP|12(2)||reported|many facts or a wide area; amendments not compared
record-make-expertise|3|working-day|day the result is received|2022-01-01||118/2021/NĐ-CP|12(2)||recalled|amendments not compared
record-forward|24|hour|record made|2022-01-01|2025-06-30|15/2012/QH13|58(5)||read|since 01/07/2025 without a figure: promptly
explain-written|5|working-day|record|2022-01-01||15/2012/QH13|61(2)||recalled|one extension of up to 5 working days; untouched by Law 88/2025/QH15
explain-inperson-request|2|working-day|record|2022-01-01||15/2012/QH13|61(3)||recalled|untouched by Law 88/2025/QH15
decision-normal|7|working-day|record|2022-01-01||15/2012/QH13|66(1)(a)||read|untouched by Law 88/2025/QH15
decision-transferred|10|working-day|record|2022-01-01||15/2012/QH13|66(1)(a)||read|untouched by Law 88/2025/QH15
decision-explanation|1|month|record|2022-01-01||15/2012/QH13|66(1)(b)||read|untouched by Law 88/2025/QH15
decision-complex|2|month|record|2022-01-01||15/2012/QH13|66(1)(c)||read|untouched by Law 88/2025/QH15
send-decision|2|working-day|decision|2013-07-01|2025-06-30|15/2012/QH13|70||recalled|
send-decision|3|working-day|decision|2025-07-01||15/2012/QH13|70|88/2025/QH15|read|by hand, guaranteed post, electronic means, else public posting
pay|10|day|receipt of the decision|2013-07-01||15/2012/QH13|68(2), 73||reported|unless the decision sets a later day; article 68(2) read in a quotation
late-interest|0.05|percent-a-day|first day after the term of payment|2013-07-01||15/2012/QH13|78(1)||read|of what is unpaid, rest days included; without proof of receipt after 12 days from the decision (Circular 18/2023/TT-BTC, article 5(4)); none while execution is postponed or a reduction or instalments are being decided (article 5(2))
execute-limit|1|year|decision|2013-07-01||15/2012/QH13|74(1)||read|confiscation and remedies are still enforced; runs anew when evasion stops
instalment-individual|15000000|dong||2022-01-01||15/2012/QH13|79(1)(a)||read|
instalment-organisation|150000000|dong||2022-01-01||15/2012/QH13|79(1)(a)||read|
instalment-terms|3|part|decision in effect|2022-01-01||15/2012/QH13|79(2)||reported|within 6 months at most, the first part at least 40 percent; read in a quotation
camera-notice|10|day|detection of the offence|2025-01-01||73/2024/TT-BCA|24(1)||read|the same 10 days in Circular 32/2023/TT-BCA, article 28(1)
camera-forward|0|day|term of appointment or execution has passed|2025-01-01||168/2024/NĐ-CP|47(11)||read|registry services are closed until the case is cleared
transfer-recall|30|day|transfer papers|2025-01-01||79/2024/TT-BCA|6||reported|article by analogy with Circular 24/2023/TT-BCA, article 6(4); the 30 days stand in procedure 1.013076
end-of-life|7|working-day|end of service life|2025-01-01||79/2024/TT-BCA|recall procedure||read|
plate-keep|5|year|recall|2023-08-15||36/2024/QH15|36(3)(b)||read|the law holds from 01/01/2025; before, Circular 24/2023/TT-BCA, article 3(5)
auction-pay|30|day|notice of result|2025-01-01||36/2024/QH15|38(2)(a)||read|
auction-register|12|month|decision of confirmation|2025-01-01||36/2024/QH15|38(2)(b)||read|up to 6 months more for force majeure
points-restore|12|month|last deduction|2025-01-01||36/2024/QH15|58(2)|168/2024/NĐ-CP 51(2)|read|detailed by Decree 168/2024/NĐ-CP, article 51(2)
points-test|6|month|day the points reached zero|2025-01-01||36/2024/QH15|58(3)||read|
`;

export const sanctionTerms: () => readonly SanctionTerm[] = lazily(() =>
  amended(
    "sanction-terms",
    parseTable(COLUMNS, ROWS).map((cells) => ({
      ...cells,
      value: numberCell(cells.value) ?? Number.NaN,
      unit: cells.unit as SanctionTerm["unit"],
      from: dayCell(cells.from),
      until: cells.until === "" ? null : dayCell(cells.until),
      amendedBy: amendmentCell(cells.amendedBy, cells),
      evidence: cells.evidence as Evidence,
    })),
    (row) => row.id,
  ),
);
const byId = lazily(() => rowsByKey(sanctionTerms(), (row) => row.id));

/** The row of that id on a day, or null where none holds then. */
export const findSanctionTerm = (id: string, on: PlainDate): SanctionTerm | null => rowOn(byId().get(id) ?? [], on);

/** The least share of the first part of a fine paid in parts, in percent (article 79(2)), and the months for all. */
export const FIRST_PART_PERCENT = 40;
export const INSTALMENT_MONTHS = 6;
