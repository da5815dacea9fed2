import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { addDong, type Dong, dong } from "../../../kernel/dong.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import type { Transfer } from "../port.ts";

/** A bank's account. The payer's is the demonstration's own; the beneficiary's is the office's. */
export type Account = { readonly bin: string; readonly account: string; readonly holder: string };

export type PaymentOrder = {
  /** Made with the page: the same order sent twice moves money once. */
  readonly id: string;
  readonly bin: string;
  readonly account: string;
  readonly amount: Dong;
  readonly content: string;
};

export type OrderRefusal = "no-such-account" | "not-enough-money";

/** A transfer as booked: what leaves the payer arrives at the beneficiary, nothing is made or lost between. */
export type Booking = Transfer & { readonly order: string };

export type Ledger = {
  pay(order: PaymentOrder): Result<{ readonly booking: Booking; readonly repeated: boolean }, OrderRefusal>;
  find(bankTransaction: string): Booking | null;
  /** Oldest first. A reference is found wherever it stands in the content, as banks search it. */
  withReference(reference: string): readonly Booking[];
  since(moment: Instant): readonly Booking[];
  /** The `most` latest, newest first. */
  latest(most: number): readonly Booking[];
  balanceOfPayer(): Dong;
  balanceOfBeneficiary(): Dong;
};

const letters = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, "");

/** Opens the books: in memory, and in a file of one line a booking when one is named. */
export function openLedger(options: {
  readonly beneficiary: Account;
  readonly openingBalance: Dong;
  readonly file?: string | undefined;
  readonly now: () => Instant;
}): Ledger {
  const { beneficiary, openingBalance, file, now } = options;
  const bookings = file ? readBookings(file) : [];
  const byOrder = new Map(bookings.map((booking) => [booking.order, booking]));
  const byNumber = new Map(bookings.map((booking) => [booking.bankTransaction, booking]));
  let received = addDong(...bookings.map((booking) => booking.amount));
  const balanceOfPayer = (): Dong => addDong(openingBalance, dong(-received));

  return {
    pay(order) {
      const before = byOrder.get(order.id);
      if (before) return ok({ booking: before, repeated: true });
      if (order.bin !== beneficiary.bin || order.account !== beneficiary.account) return fail("no-such-account");
      if (order.amount > balanceOfPayer()) return fail("not-enough-money");

      const at = now();
      const booking: Booking = {
        bankTransaction: `FT${dayOfInstant(at).slice(2).replaceAll("-", "")}${randomBytes(6).toString("hex").toUpperCase()}`,
        reference: order.content,
        amount: order.amount,
        paidAt: at,
        account: order.account,
        order: order.id,
      };
      if (file) appendFileSync(file, `${JSON.stringify(booking)}\n`);
      bookings.push(booking);
      byOrder.set(order.id, booking);
      byNumber.set(booking.bankTransaction, booking);
      received = addDong(received, booking.amount);
      return ok({ booking, repeated: false });
    },
    find: (bankTransaction) => byNumber.get(bankTransaction) ?? null,
    withReference: (reference) => bookings.filter((booking) => letters(booking.reference).includes(letters(reference))),
    since: (moment) => bookings.filter((booking) => booking.paidAt >= moment),
    latest: (most) => bookings.slice(-most).reverse(),
    balanceOfPayer,
    balanceOfBeneficiary: () => received,
  };
}

/** Our own lines, read back; a last line cut short by a crash was never answered to anybody and is left out. */
function readBookings(file: string): Booking[] {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  if (lines.pop() !== "") appendFileSync(file, "\n");
  return lines.flatMap((line) => {
    try {
      const booking = JSON.parse(line) as Booking;
      return [{ ...booking, amount: dong(booking.amount) }];
    } catch {
      return [];
    }
  });
}
