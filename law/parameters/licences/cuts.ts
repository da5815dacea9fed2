import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowsByKey } from "../table.ts";

/**
 * What is not carried out for a time, or no longer: procedure or line | effect | from | until | basis | evidence.
 * `cut`: not carried out until the day named; the old rule then returns by itself. `ended`: repealed for good.
 * `rewritten`: a newer text replaced the rule and was not read. A newer text on the same point ends a cut, so the rows
 * of Decree 347/2026 win from their first day on.
 */
const CUTS = `
t-trade|cut|2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1 mục 2.A.III–IV, 3.A|read
thiet-bi-uu-tien|cut|2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1 mục 3.B + 66.18/2026/NQ-CP@7.B.II|read
sung-ban-son|cut|2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1 mục 3.B + 66.18/2026/NQ-CP@7.B.I|read
gay-nhieu-pha-song|cut|2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1 mục 3.B + 66.18/2026/NQ-CP@7.B.III|read
fire-acceptance-check|ended|2026-09-15||347/2026/NĐ-CP@bãi bỏ 10 của 105/2025/NĐ-CP|read
fire-acceptance-check|cut|2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1|read
fire-old-approval-acceptance|rewritten|2026-09-15||347/2026/NĐ-CP@sửa đổi 46(3) của 105/2025/NĐ-CP|reported
fire-old-approval-acceptance|cut|2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1|read
fire-activity-resumption|ended|2026-09-15||347/2026/NĐ-CP@bãi bỏ 46(5) của 105/2025/NĐ-CP|read
fire-activity-resumption|cut|2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1|read
`;
export type Cut = Proven & { readonly key: string; readonly effect: "cut" | "ended" | "rewritten" };

/** The cuts by procedure or line, the newest text first. */
export const cuts = lazily(
  (): ReadonlyMap<string, readonly Cut[]> =>
    rowsByKey(
      parseTable(["key", "effect", "from", "until", "basis", "evidence"], CUTS).map((row) => ({
        key: row.key,
        effect: row.effect === "ended" || row.effect === "rewritten" ? row.effect : "cut",
        ...provenCells(row),
      })),
      (row) => row.key,
    ),
);

/** Procedures of fire safety that the police carried out: key | name | English name | from | until | basis | evidence. */
const FIRE = `
fire-acceptance-check|Kiểm tra công tác nghiệm thu về phòng cháy, chữa cháy|Check of the fire-safety acceptance|2025-07-01||105/2025/NĐ-CP@10|read
fire-old-approval-acceptance|Nghiệm thu công trình đã được thẩm duyệt theo quy định cũ|Acceptance of works approved under the old rules|2025-07-01||105/2025/NĐ-CP@46(3)|read
fire-activity-resumption|Phục hồi hoạt động|Resumption of activity|2025-07-01||105/2025/NĐ-CP@46(5)(b)|read
`;
export type FireProcedure = Proven & { readonly key: string; readonly vi: string; readonly en: string };
export const fireProcedures = lazily(
  (): ReadonlyMap<string, FireProcedure> =>
    new Map(
      parseTable(["key", "vi", "en", "from", "until", "basis", "evidence"], FIRE).map((row) => [
        row.key,
        { key: row.key, vi: row.vi, en: row.en, ...provenCells(row) },
      ]),
    ),
);
