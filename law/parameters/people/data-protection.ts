import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn, rowsByKey } from "../table.ts";
import { type Limit, limitOf } from "../terms/limits.ts";

/**
 * Personal data: how long an office may take with a person's request, on which ground it reads, how long it keeps.
 * The articles of Decree 356/2025 were not seen, only its figures; the form of 2026 neither.
 */

/**
 * `answer`: the first word on any request. `stop`: withdrawing consent, restricting, objecting, with processors or third
 * parties `stop-by-processor`. The second pair of cells is the one extension the law allows.
 * term | count | unit | extension | unit | from | until | basis | evidence
 */
const termLines = `
answer|72|hour|||2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
answer|2|working-day|||2026-01-01||356/2025/NĐ-CP@toàn văn|reported
stop|72|hour|||2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
stop|15|day|15|day|2026-01-01||356/2025/NĐ-CP@toàn văn|reported
stop-by-processor|72|hour|||2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
stop-by-processor|20|day|15|day|2026-01-01||356/2025/NĐ-CP@toàn văn|reported
provide|72|hour|||2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
provide|10|day|10|day|2026-01-01||356/2025/NĐ-CP@toàn văn|recalled
erase|72|hour|||2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
erase|20|day|20|day|2026-01-01||356/2025/NĐ-CP@toàn văn|recalled
breach-notice|72|hour|||2023-07-01|2025-12-31|13/2023/NĐ-CP@23|recalled
breach-notice|72|hour|||2026-01-01||91/2025/QH15@23|recalled
`;

/** Why personal data may be read. purpose | from | until | basis | evidence */
const groundLines = `
handle-dossier|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|recalled
handle-dossier|2025-07-01||118/2025/NĐ-CP@17|reported
receive-dossier|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|recalled
receive-dossier|2025-07-01||118/2025/NĐ-CP@17|reported
work-list|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|recalled
work-list|2025-07-01||118/2025/NĐ-CP@17|reported
verify-person|2024-07-01||26/2023/QH15@10|reported
search-person|2024-07-01||26/2023/QH15@10|reported
notify-person|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|recalled
notify-person|2025-07-01||118/2025/NĐ-CP@17|reported
stay-register|2021-07-01||68/2020/QH14@30|reported
appointment|2025-07-01||118/2025/NĐ-CP@16|reported
data-request|2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
data-request|2026-01-01||91/2025/QH15@4|reported
look-question|2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
look-question|2026-01-01||91/2025/QH15@4|reported
represent|2017-01-01||91/2015/QH13@134|recalled
disposal|2025-07-01||33/2024/QH15@toàn văn|reported
own-export|2023-07-01|2025-12-31|13/2023/NĐ-CP@toàn văn|reported
own-export|2026-01-01||91/2025/QH15@4|reported
own-tracker|2026-01-01||91/2025/QH15@4|reported
investigate|2018-01-01||101/2015/QH13@88|recalled
`;

/** Why a request may be refused. ground | from | until | basis | evidence */
const refusalLines = `
no-consent-needed|2026-01-01||91/2025/QH15@19|reported
kept-by-law|2025-07-01||33/2024/QH15@toàn văn|reported
not-the-subject|2026-01-01||91/2025/QH15@4|reported
harms-others|2026-01-01||91/2025/QH15@4|recalled
`;

/**
 * How long what a procedure left is kept after the dossier was closed. The ministry's tables of periods were not seen, so
 * these figures are our own and long; two people decide on every list.
 * key | count | unit | from | until | basis | evidence
 */
const retentionLines = `
stay-notification|5|year|2025-07-01||33/2024/QH15@toàn văn|design
temporary-residence|20|year|2025-07-01||33/2024/QH15@toàn văn|design
seal-new|20|year|2025-07-01||33/2024/QH15@toàn văn|design
draft-sent|30|day|2025-07-01||33/2024/QH15@toàn văn|design
draft-left|365|day|2025-07-01||33/2024/QH15@toàn văn|design
`;

export type DataTermKey = "answer" | "stop" | "stop-by-processor" | "provide" | "erase" | "breach-notice";
export type DataTerm = Proven & {
  readonly key: string;
  readonly limit: Limit;
  /** By how much it may be prolonged, once; null where it may not. */
  readonly extension: Limit | null;
};
export type DataRule = Proven & { readonly key: string };
export type Retention = DataRule & { readonly limit: Limit };

export const dataTerms = lazily(() =>
  rowsByKey(
    parseTable(["key", "count", "unit", "more", "moreUnit", "from", "until", "basis", "evidence"], termLines).map(
      (row): DataTerm => ({
        key: row.key,
        limit: whole(row.count, row.unit),
        extension: limitOf(row.more, row.moreUnit),
        ...provenCells(row),
      }),
    ),
    (row) => row.key,
  ),
);
const rules = (lines: string) =>
  lazily(() =>
    rowsByKey(
      parseTable(["key", "from", "until", "basis", "evidence"], lines).map(
        (row): DataRule => ({ key: row.key, ...provenCells(row) }),
      ),
      (row) => row.key,
    ),
  );
export const readingGrounds = rules(groundLines);
export const refusalGrounds = rules(refusalLines);
export const retentions = lazily(() =>
  rowsByKey(
    parseTable(["key", "count", "unit", "from", "until", "basis", "evidence"], retentionLines).map(
      (row): Retention => ({ key: row.key, limit: whole(row.count, row.unit), ...provenCells(row) }),
    ),
    (row) => row.key,
  ),
);

/** The time for a person's request, or null on a day without a rule. */
export const dataTermOn = (key: DataTermKey, on: PlainDate): DataTerm | null => rowOn(dataTerms().get(key) ?? [], on);
/** The article on which data are read for a purpose; null on a day without one. */
export const readingGroundOn = (purpose: string, on: PlainDate): DataRule | null =>
  rowOn(readingGrounds().get(purpose) ?? [], on);
/** The article on which a person's request is refused; null on a day without one. */
export const refusalGroundOn = (ground: string, on: PlainDate): DataRule | null =>
  rowOn(refusalGrounds().get(ground) ?? [], on);
/** How long what a procedure left is kept; null where no rule is known, and then nothing may be disposed of. */
export const retentionOn = (procedure: string, on: PlainDate): Retention | null =>
  rowOn(retentions().get(procedure) ?? [], on);

function whole(count: string, unit: string): Limit {
  const limit = limitOf(count, unit);
  if (!limit) throw new Error(`not a length of time: ${count} ${unit}`);
  return limit;
}
