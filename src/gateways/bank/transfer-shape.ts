import { z } from "zod";
import { type Dong, dong } from "../../kernel/dong.ts";
import type { Transfer } from "./port.ts";

/** Control characters would break the database's text or a line of a file; the bank's content is free text. */
const plainLine = (value: string): string => value.replace(/\p{Cc}+/gu, " ").trim();

/** One transfer on the wire, in a notice as in an answer to a query. Members the bank adds later are passed over. */
export const TransferShape = z
  .object({
    bankTransaction: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
    reference: z.string().max(500).transform(plainLine),
    amount: z
      .number()
      .int()
      .positive()
      .max(9_999_999_999_999)
      .transform((amount): Dong => dong(amount)),
    paidAt: z.iso.datetime({ offset: true }).transform((at) => Date.parse(at)),
    account: z.string().regex(/^[0-9A-Za-z]{1,19}$/),
    payerName: z.string().max(140).transform(plainLine).optional(),
  })
  .transform(({ payerName, ...transfer }): Transfer => (payerName ? { ...transfer, payerName } : transfer));

/** The answer to an order to pay out. */
export const PayoutShape = z.object({ bankTransaction: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/) });

/** An answer to a query: a page of transfers, and where the next page starts. */
export const TransferPageShape = z.object({
  transfers: z.array(TransferShape).max(1_000),
  next: z.string().min(1).max(200).nullable(),
});
