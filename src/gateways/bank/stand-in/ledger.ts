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

/** Money that left the beneficiary's account. */
export type Payout = {
  readonly id: string;
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
  readonly amount: Dong;
  readonly content: string;
};
export type BookedPayout = Payout & { readonly payout: string };

export type Ledger = {
  /** Pays out of the beneficiary's account; the same id again is the same payout, another content under it is refused. */
  payOut(order: Payout): Result<BookedPayout, "not-enough-money" | "other-order">;
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
  const lines = file ? readLines(file) : [];
  const bookings = lines.filter((line) => "order" in line);
  const payouts = new Map(lines.filter((line) => "payout" in line).map((line) => [line.id, line]));
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
    payOut(order) {
      const before = payouts.get(order.id);
      if (before) {
        const same = before.account === order.account && before.bin === order.bin && before.amount === order.amount;
        return same ? ok(before) : fail("other-order");
      }
      const left = dong(received - [...payouts.values()].reduce((sum, { amount }) => sum + amount, 0));
      if (order.amount > left) return fail("not-enough-money");
      const day = dayOfInstant(now()).slice(2).replaceAll("-", "");
      const booked: BookedPayout = { ...order, payout: `PO${day}${randomBytes(6).toString("hex").toUpperCase()}` };
      if (file) appendFileSync(file, `${JSON.stringify(booked)}\n`);
      payouts.set(order.id, booked);
      return ok(booked);
    },
    find: (bankTransaction) => byNumber.get(bankTransaction) ?? null,
    withReference: (reference) => bookings.filter((booking) => letters(booking.reference).includes(letters(reference))),
    since: (moment) => bookings.filter((booking) => booking.paidAt >= moment),
    latest: (most) => bookings.slice(-most).reverse(),
    balanceOfPayer,
    balanceOfBeneficiary: () =>
      addDong(received, dong(-[...payouts.values()].reduce((sum, { amount }) => sum + amount, 0))),
  };
}

/** Our own lines, read back; a last line cut short by a crash was never answered to anybody and is left out. */
function readLines(file: string): (Booking | BookedPayout)[] {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  if (lines.pop() !== "") appendFileSync(file, "\n");
  return lines.flatMap((line) => {
    try {
      const booking = JSON.parse(line) as Booking | BookedPayout;
      return [{ ...booking, amount: dong(booking.amount) }];
    } catch {
      return [];
    }
  });
}
