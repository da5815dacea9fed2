import { z } from "zod";
import { dong, showDong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { compile } from "./compiler.ts";
import { inWords } from "./in-words.ts";
import { printable } from "./printable.ts";

/** Papers of the cash desk: they belong to no dossier's list and bear no electronic signature. */

const Line = z.string().max(2_000).transform(printable);
const shapes = {
  "cash-receipt": z
    .strictObject({
      office: Line,
      label: Line,
      series: Line,
      number: Line,
      payer: Line,
      dossier: Line,
      title: Line,
      amountDong: z.number().int().positive(),
      takenAt: Line,
      cashier: Line,
      /** Why it was cancelled; empty where it was not. */
      cancelled: Line,
    })
    .transform((paper) => {
      const words = `${inWords(paper.amountDong)} đồng`;
      const amount = {
        amount: showDong(dong(paper.amountDong)),
        inWords: words.charAt(0).toUpperCase() + words.slice(1),
      };
      return { ...paper, ...amount, file: { title: `Biên lai thu tiền ${paper.label}`, author: paper.office } };
    }),
  "fee-report": z
    .strictObject({
      office: Line,
      period: Line,
      columns: z.array(Line).min(1).max(20),
      rows: z.array(z.array(Line)).max(2_000),
      total: z.array(Line),
      printedAt: Line,
    })
    .transform((paper) => ({
      ...paper,
      file: { title: `Báo cáo thu phí, lệ phí ${paper.period}`, author: paper.office },
    })),
} as const;

export type MoneyPaperKind = keyof typeof shapes;

/** Renders one as PDF/A-2a. @throws when the data do not fit: they come from our own modules */
export const renderMoneyPaper = <K extends MoneyPaperKind>(
  kind: K,
  data: z.input<(typeof shapes)[K]>,
  at: Instant,
): Uint8Array => compile(kind, shapes[kind].parse(data), Math.floor(at / 1000)).pdf;
