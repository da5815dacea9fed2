import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import type { Actor } from "../../engine/state/index.ts";
import { type Bank, signNotice, type Transfer } from "../../gateways/bank/index.ts";
import { dong } from "../../kernel/dong.ts";
import { dayOfInstant, isoInstant } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { newId } from "../../platform/ids.ts";
import { createPayments, moneyInvariants } from "./index.ts";

/**
 * Goal: no đồng is created or lost, whatever comes together: notices doubled, late, lost and in any order, lines of
 * statements, cash, cancelled receipts, waivers, matches by hand, refunds approved and paid, closed days, withdrawals.
 * Method: random acts of a bank and an office, in random groups in parallel, against a real database; afterwards every
 * rule of the books holds, and what the books say came in is what the bank booked, what they say went out is what it
 * paid out. On failure fast-check prints the seed.
 */

const SECRET = "a secret for tests only, long enough";
const BENEFICIARY = { bin: "970436", account: "1234567890", holder: "X" };
const START = Date.parse("2026-11-23T09:00:00+07:00");
const AMOUNT = 10_000;
const nothing = async () => undefined;

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

const DEBTS = 4;
const aTransfer = fc.record({
  debt: fc.nat(DEBTS), // the last one names no debt
  amount: fc.constantFrom(AMOUNT, AMOUNT, 4_000, 6_000, 13_000),
  notices: fc.nat(2),
  stated: fc.boolean(),
});
const aDeed = fc.oneof(
  fc.record({ kind: fc.constant("cash" as const), debt: fc.nat(DEBTS - 1) }),
  fc.record({ kind: fc.constant("cancel" as const) }),
  fc.record({
    kind: fc.constant("match" as const),
    debt: fc.nat(DEBTS - 1),
    amount: fc.constantFrom(4_000, 6_000, AMOUNT),
  }),
  fc.record({ kind: fc.constant("waive" as const), debt: fc.nat(DEBTS - 1) }),
  fc.record({
    kind: fc.constant("refund" as const),
    debt: fc.nat(DEBTS - 1),
    amount: fc.constantFrom(1_000, 7_000),
    way: fc.constantFrom("bank" as const, "cash" as const),
  }),
  fc.record({ kind: fc.constant("surplus" as const) }),
  fc.record({ kind: fc.constant("close" as const), off: fc.constantFrom(0, 0, -1, 3) }),
  fc.record({ kind: fc.constant("hand-over" as const), amount: fc.constantFrom(1_000, 8_000) }),
  fc.record({ kind: fc.constant("withdraw" as const), debt: fc.nat(DEBTS - 1), back: fc.boolean() }),
);
type Deed = typeof aDeed extends fc.Arbitrary<infer D> ? D : never;
const aCase = fc.record({
  transfers: fc.array(aTransfer, { maxLength: 6 }),
  deeds: fc.array(aDeed, { maxLength: 14 }),
  order: fc.infiniteStream(fc.nat(1_000)),
  atOnce: fc.integer({ min: 1, max: 5 }),
});

const officer = (...roles: NonNullable<Actor["roles"]>) => ({
  account: newId(),
  name: "X",
  as: "officer" as const,
  unit: "u",
  roles,
});
let run = 0;

test("no đồng is created or lost, whatever the bank and the office do at the same time (one-stop 18)", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(aCase, async ({ transfers, deeds, order, atOnce }) => {
      run += 1;
      const paidOut = new Map<string, number>();
      let now = START + run * 86_400_000 * 40;
      const [cashier, treasurer, head] = [officer("cashier"), officer("treasurer"), officer("unitLead")];
      const bank: Bank = {
        findTransfers: async () => ok(booked),
        async payOut({ id, amount }) {
          paidOut.set(id, amount);
          return ok({ bankTransaction: `PO-${id}` });
        },
      };
      const payments = createPayments({
        db: t.db,
        clock: { now: () => now },
        bank,
        settings: { beneficiary: BENEFICIARY, noticeSecret: SECRET },
        dossier: { paid: nothing, waived: nothing, reopened: nothing },
      });
      const debts = await raise(payments);
      const booked = transfers.map(
        ({ debt, amount }, n): Transfer => ({
          bankTransaction: `R${run}-${n}`,
          reference: debts[debt]?.reference ?? "nobody knows",
          amount: dong(amount),
          paidAt: now - n * 1_000,
          account: BENEFICIARY.account,
        }),
      );
      const opened = await payments.cash.openBook(treasurer, {
        officeProvince: "79",
        series: `R${run}`,
        from: 1,
        to: 6,
        holder: cashier,
      });
      if (!opened.ok) throw new Error(opened.failure.en);

      const tell = (transfer: Transfer) => async () => {
        const body = Buffer.from(JSON.stringify({ ...transfer, paidAt: isoInstant(transfer.paidAt) }));
        await payments.receiveNotice(body, new Headers(signNotice(body, SECRET, now)));
      };
      const stated = booked.filter((_one, n) => transfers[n]?.stated);
      const state = async () => {
        const taken = await payments.statements.take(treasurer, "79", Buffer.from(statementOf(stated)));
        expect(taken.ok).toBe(true);
      };
      const events = [
        ...booked.flatMap((transfer, n) => Array.from({ length: transfers[n]?.notices ?? 0 }, () => tell(transfer))),
        ...(stated.length > 0 ? [state, state] : []),
        ...deeds.map((deed) => () => doIt(payments, { cashier, treasurer, head }, deed, debts, now)),
      ];
      const shuffled = events.map((event) => ({ event, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      for (let at = 0; at < shuffled.length; at += atOnce) {
        await Promise.all(shuffled.slice(at, at + atOnce).map(({ event }) => event()));
        now += 3_600_000;
      }
      await payments.sweep(0); // in the end the bank is asked, so every transfer is known

      expect((await moneyInvariants(t.db)).broken).toEqual([]);
      const [sums] = await t.db.query<{ came: number; went: number }>(
        "test.sums",
        `select coalesce(sum(m.amount_dong) filter (where m.kind = 'bank-received' and n.bank_transaction like $1), 0)::bigint as came,
                coalesce(sum(m.amount_dong) filter (where m.kind = 'refund-paid-bank' and m.refund_id = any ($2)), 0)::bigint as went
           from money_movements m left join bank_notices n on n.id = m.notice_id`,
        [`R${run}-%`, [...paidOut.keys()]],
      );
      expect(sums).toEqual({
        came: booked.reduce((sum, { amount }) => sum + amount, 0),
        went: [...paidOut.values()].reduce((sum, amount) => sum + amount, 0),
      });
    }),
    { numRuns: 40 },
  );
});

type Payments = ReturnType<typeof createPayments>;
type Owed = { readonly id: string; readonly dossierId: string; readonly reference: string };

async function raise(payments: Payments): Promise<readonly Owed[]> {
  const raised: Owed[] = [];
  for (let n = 0; n < DEBTS; n++) {
    const [dossierId, dossierCode] = [newId(), `r${run}d${n}`];
    const [debt] = await t.db.inTransaction(async (tx) => {
      await tx.query(
        "test.insert-dossier",
        `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count, head_hash,
                               owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at)
         values ('79', $1, $2, 'p', 'e', 'u', 'online', 'filed', 1, '', 'x', 'x', 'x', $1, 'x', '{}', '[]', now())`,
        [dossierId, dossierCode],
      );
      const fee = {
        officeProvince: "79",
        dossierId,
        dossierCode,
        unitId: "u",
        feeKey: "fee",
        title: "Lệ phí",
        amount: dong(AMOUNT),
      };
      return payments.raiseDebts(tx, [fee]);
    });
    raised.push({ id: debt?.id ?? "", dossierId, reference: debt?.reference ?? "" });
  }
  return raised;
}

function statementOf(transfers: readonly Transfer[]): string {
  const sum = transfers.reduce((all, { amount }) => all + amount, 0);
  return [
    ...[`tai_khoan;${BENEFICIARY.account}`, `so_sao_ke;S${run}`, "so_du_dau_ky;0", `so_du_cuoi_ky;${sum}`],
    "so_giao_dich;thoi_diem;ghi_co;ghi_no;nguoi_chuyen;noi_dung",
    ...transfers.map((one) => `${one.bankTransaction};23/11/2026;${one.amount};;A;${one.reference}`),
  ].join("\n");
}

type Who = { readonly [W in "cashier" | "treasurer" | "head"]: ReturnType<typeof officer> };
/** One deed of the office; a refusal is an answer like any other, as long as the books hold. */
async function doIt(payments: Payments, who: Who, deed: Deed, debts: readonly Owed[], now: number): Promise<void> {
  const officeProvince = "79";
  const { cashier, treasurer, head } = who;
  const debt = "debt" in deed ? debts[deed.debt] : undefined;
  const pick = async (sql: string): Promise<string> =>
    (await t.db.query<{ id: string }>(`test.${sql.length}`, sql, [debts.map(({ id }) => id), `R${run}-%`]))[0]?.id ??
    newId();
  if (deed.kind === "cash" && debt)
    await payments.cash.take(cashier, { officeProvince, debtId: debt.id, amount: dong(AMOUNT), payerName: "A" });
  if (deed.kind === "cancel") {
    const id = await pick(
      "select id from cash_receipts where debt_id = any ($1) and $2 <> '' and cancelled_at is null limit 1",
    );
    await payments.cash.cancel(cashier, { officeProvince, id, reason: "x" });
  }
  const notice =
    "select id from bank_notices where (office_province = '00' or verdict <> 'matched') and cardinality($1::text[]) > 0 and bank_transaction like $2 limit 1";
  if (deed.kind === "match" && debt)
    await payments.matching.confirm(treasurer, {
      officeProvince,
      notice: await pick(notice),
      debt: debt.id,
      amount: dong(deed.amount),
    });
  if (deed.kind === "waive" && debt) {
    const wish = { officeProvince, debtId: debt.id, ground: "disabled", amount: null, evidence: "x", reason: "x" };
    const asked = await payments.waivers.ask(treasurer, wish);
    if (asked.ok)
      await Promise.all(
        [1, 2].map(() => payments.waivers.decide(head, { officeProvince, id: asked.value, grant: true, reason: "" })),
      );
  }
  if (deed.kind === "refund" || deed.kind === "surplus") {
    const of = debt ? { debt: debt.id } : { notice: await pick(notice) };
    const [amount, way] = deed.kind === "refund" ? [deed.amount, deed.way] : [3_000, "bank" as const];
    const payee = way === "bank" ? { way, bin: "970436", account: "1" } : { way };
    const asked = await payments.refunds.ask(treasurer, {
      officeProvince,
      of,
      amount: dong(amount),
      reason: "x",
      payeeName: "A",
      payee,
    });
    if (!asked.ok) return;
    const wish = { officeProvince, id: asked.value };
    await payments.refunds.decide(head, { ...wish, approve: true, reason: "" });
    if (way === "bank") await Promise.all([1, 2].map(() => payments.refunds.payByBank(treasurer, wish)));
    else await Promise.all([1, 2].map(() => payments.refunds.payInCash(cashier, { ...wish, voucher: "PC" })));
  }
  if (deed.kind === "close") {
    const day = dayOfInstant(now);
    const [drawer] = await t.db.query<{ sum: number }>(
      "test.drawer",
      "select coalesce(sum(case when debit = 'received-cash' then amount_dong else -amount_dong end), 0)::bigint as sum from money_movements where drawer = $1",
      [cashier.account],
    );
    const counted = dong(Math.max(0, (drawer?.sum ?? 0) + deed.off));
    await payments.cash.close(cashier, { officeProvince, day, counted, reason: "x" });
  }
  if (deed.kind === "hand-over")
    await payments.cash.handOver(cashier, { officeProvince, way: "cash", amount: dong(deed.amount), slip: newId() });
  if (deed.kind === "withdraw" && debt)
    await t.db.inTransaction((tx) =>
      payments.cancelDebts(tx, {
        officeProvince,
        dossierId: debt.dossierId,
        paidFees: deed.back ? "give-back" : "keep",
      }),
    );
}
