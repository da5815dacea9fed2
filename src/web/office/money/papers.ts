import { dong, showDong } from "../../../kernel/dong.ts";
import { showDate, showInstant } from "../../../kernel/plain-date.ts";
import { renderMoneyPaper } from "../../../modules/documents/index.ts";
import {
  type CashReceipt,
  type ReportLine,
  type ReportQuery,
  receiptLabel,
  totalOf,
} from "../../../modules/payments/index.ts";
import type { WebDeps } from "../../context.ts";
import { FIGURE_WORDS, feeName } from "./figures.ts";
import { unitName } from "./frame.tsx";

/** The receipt on half a sheet, as the payer takes it along; a cancelled one says so. */
export const receiptPdf = (deps: WebDeps, receipt: CashReceipt): Uint8Array =>
  renderMoneyPaper(
    "cash-receipt",
    {
      office: unitName(deps, receipt.unitId, "vi"),
      label: receiptLabel(receipt),
      series: receipt.series,
      number: String(receipt.number).padStart(7, "0"),
      payer: receipt.payerName,
      dossier: receipt.dossierCode,
      title: receipt.title,
      amountDong: receipt.amount,
      takenAt: showInstant(receipt.takenAt),
      cashier: receipt.takenByName,
      cancelled: receipt.cancelReason ?? "",
    },
    receipt.takenAt,
  );

/** The report of fees as a paper to be signed by hand. */
export function reportPdf(deps: WebDeps, query: ReportQuery, lines: readonly ReportLine[], at: number): Uint8Array {
  const names = Object.keys(FIGURE_WORDS) as (keyof typeof FIGURE_WORDS)[];
  const total = totalOf(lines);
  const cells = (line: { readonly [F in (typeof names)[number]]: number }): string[] =>
    names.map((name) => showDong(dong(line[name])).replace(" đ", ""));
  return renderMoneyPaper(
    "fee-report",
    {
      office: unitName(deps, query.unitId ?? "", "vi"),
      period: `${showDate(query.from)} – ${showDate(query.until)}`,
      columns: ["Đơn vị", "Khoản thu", ...names.map((name) => FIGURE_WORDS[name].vi)],
      rows: lines.map((line) => [unitName(deps, line.unitId, "vi"), feeName(line.feeKey, "vi"), ...cells(line)]),
      total: ["Tổng", "", ...cells(total)],
      printedAt: showInstant(at),
    },
    at,
  );
}
