import { type Dong, dong } from "../../../src/kernel/dong.ts";
import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, numberCell, parseTable, rowsByKey } from "../table.ts";

/**
 * Bands of fines outside road traffic, for an individual: act | quantity | least | below | from đồng | to đồng | warning |
 * from | until | basis | evidence. A band by quantity runs from `least` to less than `below`. Decree 347/2026/NĐ-CP art. 35
 * rewords the acts on stays from 15/09/2026 and leaves the bands.
 */
const rows = `
stay-not-notified-person||||500000|1000000|yes|2022-01-01|2025-12-14|144/2021/NĐ-CP@9(1)|recalled
stay-not-notified-person||||500000|1000000|yes|2025-12-15||282/2025/NĐ-CP@10(1)(b)|read
stay-not-notified-establishment|guests|1|4|1000000|2000000|no|2022-01-01|2025-12-14|144/2021/NĐ-CP@9(2)|recalled
stay-not-notified-establishment|guests|4|9|2000000|4000000|no|2022-01-01|2025-12-14|144/2021/NĐ-CP@9(3)|recalled
stay-not-notified-establishment|guests|9||4000000|6000000|no|2022-01-01|2025-12-14|144/2021/NĐ-CP@9(4)|recalled
stay-not-notified-establishment|guests|1|4|2000000|4000000|no|2025-12-15||282/2025/NĐ-CP@10(2)(đ)|read
stay-not-notified-establishment|guests|4|9|4000000|8000000|no|2025-12-15||282/2025/NĐ-CP@10(3)(b)|read
stay-not-notified-establishment|guests|9||8000000|12000000|no|2025-12-15||282/2025/NĐ-CP@10(4)(d)|read
seal-certificate-reissue-late||||500000|1000000|no|2025-12-15||282/2025/NĐ-CP@16(1)(a)|read
seal-loss-report-late||||2000000|3000000|no|2025-12-15||282/2025/NĐ-CP@16(2)(d)|read
seal-not-reregistered||||2000000|3000000|no|2025-12-15||282/2025/NĐ-CP@16|read
seal-inspection-refused||||2000000|3000000|no|2025-12-15||282/2025/NĐ-CP@16|read
seal-not-handed-in||||3000000|5000000|no|2025-12-15||282/2025/NĐ-CP@16|read
recovered-seal-not-handed-in||||3000000|5000000|no|2025-12-15||282/2025/NĐ-CP@16(g)|read
seal-lent-or-pawned||||3000000|5000000|no|2025-12-15||282/2025/NĐ-CP@16|read
seal-unregistered-used||||3000000|5000000|no|2025-12-15||282/2025/NĐ-CP@16|read
seal-maker-delivers-to-customer||||5000000|10000000|no|2025-12-15||282/2025/NĐ-CP@15(3)(g)|read
seal-file-forged||||5000000|10000000|no|2025-12-15||282/2025/NĐ-CP@16|read
seal-made-without-transfer-slip||||10000000|20000000|no|2025-12-15||282/2025/NĐ-CP@15(4)(c)|read
security-report-late||||2000000|3000000|no|2025-12-15||282/2025/NĐ-CP@15|read
security-register-missing||||3000000|5000000|no|2025-12-15||282/2025/NĐ-CP@15|read
security-certificate-missing||||10000000|20000000|no|2025-12-15||282/2025/NĐ-CP@15|read
weapon-use-permit-lost||||4000000|10000000|no|2025-12-15||282/2025/NĐ-CP@12–14|read
weapon-carried-without-permit||||4000000|10000000|no|2025-12-15||282/2025/NĐ-CP@12–14|read
support-tool-lost||||10000000|20000000|no|2025-12-15||282/2025/NĐ-CP@12–14|read
military-or-sport-weapon-lost||||20000000|30000000|no|2025-12-15||282/2025/NĐ-CP@12–14|read
illegal-fireworks|weightKg|0|5|2000000|5000000|no|2025-12-15||282/2025/NĐ-CP@13|read
illegal-fireworks|weightKg|5|10|5000000|10000000|no|2025-12-15||282/2025/NĐ-CP@13|read
illegal-fireworks|weightKg|10|20|10000000|20000000|no|2025-12-15||282/2025/NĐ-CP@13|read
illegal-fireworks|weightKg|20|40|20000000|30000000|no|2025-12-15||282/2025/NĐ-CP@13|read
illegal-fireworks|weightKg|40|50|30000000|35000000|no|2025-12-15||282/2025/NĐ-CP@13|read
illegal-fireworks|weightKg|50||35000000|40000000|no|2025-12-15||282/2025/NĐ-CP@13|read
`;

/** A band of an act in a period. */
export type PenaltyBand = Proven & {
  readonly act: string;
  /** What the band is chosen by, null where the act has one band. */
  readonly quantity: "guests" | "weightKg" | null;
  readonly least: number;
  readonly below: number;
  readonly min: Dong;
  readonly max: Dong;
  readonly warning: boolean;
};

const COLUMNS = [
  "act",
  "quantity",
  "least",
  "below",
  "min",
  "max",
  "warning",
  "from",
  "until",
  "basis",
  "evidence",
] as const;

const entered = (): PenaltyBand[] =>
  parseTable(COLUMNS, rows).map((row) => ({
    act: row.act,
    quantity: row.quantity === "guests" || row.quantity === "weightKg" ? row.quantity : null,
    least: numberCell(row.least) ?? 0,
    below: numberCell(row.below) ?? Number.POSITIVE_INFINITY,
    min: dong(Number(row.min)),
    max: dong(Number(row.max)),
    warning: row.warning === "yes",
    ...provenCells(row),
  }));

/** `stay-not-notified / guests ≥ 4`. */
export const penaltyKey = ({ act, quantity, least }: PenaltyBand): string =>
  quantity === null ? act : `${act} / ${quantity} ≥ ${least}`;

/** The bands by act. */
export const penaltyBands = lazily(
  (): ReadonlyMap<string, readonly PenaltyBand[]> =>
    rowsByKey(amended("penalties", entered(), penaltyKey), (row) => row.act),
);
