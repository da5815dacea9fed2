import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { signNotice, type Transfer } from "../../gateways/bank/index.ts";
import { dong } from "../../kernel/dong.ts";
import { isoInstant } from "../../kernel/plain-date.ts";
import { fail } from "../../kernel/result.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { createPayments, moneyInvariants, type Paid } from "./index.ts";

/**
 * Goal: no đồng is made or lost and no debt is paid twice, whatever the bank tells, how often, in which order and in
 * parallel, and whatever is withdrawn meanwhile.
 * Method: random transfers (right and wrong amounts, known and unknown references) told one to three times, mixed with
 * withdrawals and rounds of asking, run in random groups in parallel against a real database; then the books are held
 * against the transfers, which is all that the world knows. On failure fast-check prints the seed.
 */

const nothing = async () => undefined;
const deaf = { paid: nothing, waived: nothing, reopened: nothing };
const nothingOut = async () => fail({ kind: "unreachable", cause: "no payouts here" } as const);
const SECRET = "a secret for tests only, long enough";
const BENEFICIARY = { bin: "970436", account: "1234567890", holder: "X" };
const NOW = Date.parse("2026-11-23T09:00:00+07:00");
const DEBTS = 3;
const AMOUNT = 1_000;

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

const aTransfer = fc.record({
  debt: fc.nat(DEBTS), // the last one names no debt
  amount: fc.constantFrom(AMOUNT, AMOUNT, AMOUNT, AMOUNT + 1),
  told: fc.integer({ min: 0, max: 3 }),
});
const aCase = fc.record({
  transfers: fc.array(aTransfer, { minLength: 1, maxLength: 8 }),
  withdrawn: fc.option(fc.nat(DEBTS - 1), { nil: null }),
  askings: fc.nat(2),
  order: fc.infiniteStream(fc.nat(1_000)),
  atOnce: fc.integer({ min: 1, max: 6 }),
});

let run = 0;
async function owed(sum: number) {
  const payments: { reference: string; dossierId: string }[] = [];
  const desk = createPayments({
    db: t.db,
    clock: { now: () => NOW },
    bank: silent,
    settings,
    dossier: deaf,
  });
  for (let n = 0; n < sum; n++) {
    const dossierId = newId();
    const officeProvince = n === 0 ? "01" : "79";
    const [debt] = await t.db.inTransaction(async (tx) => {
      await tx.query(
        "test.insert-dossier",
        `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count, head_hash,
                               owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at)
         values ($1, $2, $3, 'p', 'e', 'u', 'online', 'filed', 1, '', 'x', 'x', 'x', $2, 'x', '{}', '[]', now())`,
        [officeProvince, dossierId, `run ${run} dossier ${n}`],
      );
      const fee = {
        officeProvince,
        dossierId,
        dossierCode: `run ${run} dossier ${n}`,
        feeKey: "fee",
        title: "Lệ phí",
        unitId: "u",
      };
      return desk.raiseDebts(tx, [{ ...fee, amount: dong(AMOUNT) }]);
    });
    payments.push({ reference: debt?.reference ?? "", dossierId });
  }
  return payments;
}
const settings = { beneficiary: BENEFICIARY, noticeSecret: SECRET, askAfterMinutes: 0 };
const silent = { findTransfers: async () => ({ ok: true, value: [] }) as const, payOut: nothingOut };

test("no đồng is made or lost, and each debt is paid at most once", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(aCase, async ({ transfers, withdrawn, askings, order, atOnce }) => {
      run += 1;
      const debts = await owed(DEBTS);
      const booked = transfers.map(
        ({ debt, amount }, n): Transfer => ({
          bankTransaction: `RUN${run}-${n}`,
          reference: debts[debt]?.reference ?? "nobody knows",
          amount: dong(amount),
          paidAt: NOW - n * 1_000,
          account: BENEFICIARY.account,
        }),
      );
      const paid: Paid[] = [];
      const payments = createPayments({
        db: t.db,
        clock: { now: () => NOW },
        bank: { findTransfers: async () => ({ ok: true, value: booked }), payOut: nothingOut },
        settings,
        dossier: { ...deaf, paid: async (_tx: Tx, told: Paid) => void paid.push(told) },
      });
      const verdicts = new Map<string, Set<string>>();
      const tell = async (transfer: Transfer) => {
        const body = Buffer.from(JSON.stringify({ ...transfer, paidAt: isoInstant(transfer.paidAt) }));
        const outcome = await payments.receiveNotice(body, new Headers(signNotice(body, SECRET, NOW)));
        if (!outcome.ok) throw new Error(outcome.failure.kind);
        verdicts.set(
          transfer.bankTransaction,
          (verdicts.get(transfer.bankTransaction) ?? new Set()).add(outcome.value.verdict),
        );
      };
      const withdraw = async (which: number) => {
        const officeProvince = which === 0 ? "01" : "79";
        const dossierId = debts[which]?.dossierId ?? "";
        await t.db.inTransaction((tx) => payments.cancelDebts(tx, { officeProvince, dossierId, paidFees: "keep" }));
      };

      const events: (() => Promise<unknown>)[] = [
        ...booked.flatMap((transfer, n) => Array.from({ length: transfers[n]?.told ?? 0 }, () => () => tell(transfer))),
        ...(withdrawn === null ? [] : [() => withdraw(withdrawn)]),
        ...Array.from({ length: askings }, () => () => payments.sweep(0)),
      ];
      const shuffled = events.map((event) => ({ event, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      for (let at = 0; at < shuffled.length; at += atOnce) {
        await Promise.all(shuffled.slice(at, at + atOnce).map(({ event }) => event()));
      }
      await payments.sweep(0); // in the end the bank is asked, so every transfer is known

      const notices = await t.db.query<{
        bank_transaction: string;
        amount_dong: number;
        verdict: string;
        reference: string;
      }>(
        "test.notices-of-run",
        "select bank_transaction, amount_dong, verdict, reference from bank_notices where bank_transaction like $1",
        [`RUN${run}-%`],
      );
      // Every transfer stands in the books once, with its own amount.
      const told = (rows: { bankTransaction: string; amount: number }[]) =>
        rows.map((row) => `${row.bankTransaction} ${row.amount}`).sort();
      expect(told(notices.map((row) => ({ bankTransaction: row.bank_transaction, amount: row.amount_dong })))).toEqual(
        told(booked),
      );
      // All copies of a notice were judged alike.
      for (const [number, seen] of verdicts)
        expect([...seen]).toEqual([notices.find((row) => row.bank_transaction === number)?.verdict]);
      // A debt is paid once if somebody sent the right sum, unless it was withdrawn before; the dossier heard of it once.
      debts.forEach(({ reference, dossierId }, which) => {
        const matched = notices.filter((row) => row.reference === reference && row.verdict === "matched");
        const right = booked.some((transfer) => transfer.reference === reference && transfer.amount === AMOUNT);
        if (which !== withdrawn) expect(matched).toHaveLength(right ? 1 : 0);
        else expect(matched.length).toBeLessThanOrEqual(right ? 1 : 0);
        expect(paid.filter((each) => each.dossierId === dossierId).map((each) => each.bankTransaction)).toEqual(
          matched.map((row) => row.bank_transaction),
        );
      });
      expect((await moneyInvariants(t.db)).broken).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
