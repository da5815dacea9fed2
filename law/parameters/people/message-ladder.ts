import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn, rowsByKey } from "../table.ts";
import { type Limit, limitOf } from "../terms/limits.ts";

/**
 * How long a request that needs the person's answer waits on each way before the next one is tried. The decrees ask for
 * notices and name no waiting times for electronic ones: these figures are our own, dated so that an office may set others.
 * `portal` counts only where the person chose neither e-mail nor telephone; with them the next way is tried at once.
 * rung | count | unit | from | until | basis | evidence
 */
const ladderLines = `
portal|2|day|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|design
portal|2|day|2025-07-01||118/2025/NĐ-CP@17|design
email|1|day|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|design
email|1|day|2025-07-01||118/2025/NĐ-CP@17|design
sms|1|day|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|design
sms|1|day|2025-07-01||118/2025/NĐ-CP@17|design
letter|7|day|2018-06-21|2025-06-30|61/2018/NĐ-CP@17|design
letter|7|day|2025-07-01||118/2025/NĐ-CP@17|design
`;

export type LadderWaitKey = "portal" | "email" | "sms" | "letter";
export type LadderWait = Proven & { readonly key: string; readonly limit: Limit };

export const ladderWaits = lazily(() =>
  rowsByKey(
    parseTable(["key", "count", "unit", "from", "until", "basis", "evidence"], ladderLines).map((row): LadderWait => {
      const limit = limitOf(row.count, row.unit);
      if (!limit) throw new Error(`not a length of time: ${row.count} ${row.unit}`);
      return { key: row.key, limit, ...provenCells(row) };
    }),
    (row) => row.key,
  ),
);

/** How long a way is given on that day; null on a day without a row. */
export const ladderWaitOn = (key: LadderWaitKey, on: PlainDate): LadderWait | null =>
  rowOn(ladderWaits().get(key) ?? [], on);
