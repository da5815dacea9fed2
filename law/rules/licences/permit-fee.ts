import { type Reasons, RefusedInput } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { covers, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { type FeeRow, feeRows } from "../../parameters/fees/fee-rows.ts";
import type { WeaponProcedure } from "../../parameters/licences/weapons.ts";
import { citedAll, step } from "../cite.ts";

type PermitFee = Reasons & {
  /** In đồng; null where the tariff has no figure, or the file does not tell the load or the pieces it counts. */
  readonly perPermit: number | null;
  readonly total: number | null;
};
type Counted = { readonly permits: number; readonly pieces: number; readonly loadTonnes: number | undefined };

/** What the permits of a file cost on a day. */
export function permitFee(procedure: WeaponProcedure, on: PlainDate, counted: Counted): PermitFee {
  if (procedure.fee === "none")
    return {
      perPermit: 0,
      total: 0,
      steps: () => [step("no-fee", "Thủ tục này không thu lệ phí.", "No fee is charged.", 0)],
      citations: () => [],
    };
  const rows = (feeRows().get(procedure.fee) ?? []).filter((row) => covers(row, on));
  const row = rows.find((one) => isInTier(one, counted.loadTonnes));
  if (!row || row.amount === null) return unknown(row);
  if (row.unit === "piece" && counted.pieces === 0) return perPiece(row, row.amount);
  const perPermit = row.amount * (row.unit === "piece" ? counted.pieces : 1);
  const total = perPermit * counted.permits;
  if (!Number.isSafeInteger(total)) throw new RefusedInput("out-of-range", "handguns");
  return {
    perPermit,
    total,
    steps: () => [
      step(
        "fee",
        `Lệ phí ${showDong(dong(perPermit))} một giấy phép, ${counted.permits} giấy phép: ${showDong(dong(total))}.`,
        `Fee of ${showDong(dong(perPermit))} a permit, permits: ${counted.permits}, in all ${showDong(dong(total))}.`,
        total,
      ),
    ],
    citations: () => citedAll(row),
  };
}

function isInTier({ tier }: FeeRow, load: number | undefined): boolean {
  if (tier === null) return true;
  if (tier.by !== "loadTonnes" || load === undefined) return false;
  return tier.bound === null || load < tier.bound || (tier.included && load === tier.bound);
}

const unknown = (row: FeeRow | undefined): PermitFee => ({
  perPermit: null,
  total: null,
  steps: () => [
    step(
      "fee-not-set",
      "Chưa có mức lệ phí được xác định cho hồ sơ này (thiếu mức trong biểu thu hoặc thiếu khối lượng).",
      "No fee is established for this file: the tariff gives no figure, or the load is not told.",
      null,
    ),
  ],
  citations: () => (row ? citedAll(row) : []),
});

const perPiece = (row: FeeRow, amount: number): PermitFee => ({
  perPermit: null,
  total: null,
  steps: () => [
    step(
      "fee-per-piece",
      `Lệ phí ${showDong(dong(amount))} mỗi khẩu hoặc mỗi chiếc; hồ sơ chưa nêu số lượng.`,
      `Fee of ${showDong(dong(amount))} a gun or piece; the file does not tell how many.`,
      amount,
    ),
  ],
  citations: () => citedAll(row),
});
