import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { createBankClient, signNotice } from "../../gateways/bank/index.ts";
import { type BankStandIn, startBankStandIn } from "../../gateways/bank/stand-in/index.ts";
import { dong } from "../../kernel/dong.ts";
import { isoInstant } from "../../kernel/plain-date.ts";
import { parseVietQr } from "../../kernel/vietqr.ts";
import { newId } from "../../platform/ids.ts";
import { answerToBank, createPayments, debtState, listReconciliation, moneyInvariants, type Paid } from "./index.ts";

/** The bank's stand-in, an HTTP door of ours and a real database, over real sockets. */

const SECRET = "a secret for tests only, long enough";
const BENEFICIARY = { bin: "970436", account: "1234567890", holder: "KHO BAC TRINH DIEN" };
const START = Date.parse("2026-11-23T09:00:00+07:00");
const nothing = async () => undefined;
const HOUR = 3_600_000;

let t: TestDatabase;
let office: Server;
let officeUrl: string;
let bank: BankStandIn;
let payments: ReturnType<typeof createPayments>;
let now = START;
let paid: Paid[] = [];
let answers: { status: number; body: string }[] = [];
let dossierFails = false;
const clock = { now: () => now };

beforeAll(async () => {
  t = await testDatabase();
  office = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    try {
      const outcome = await payments.receiveNotice(
        Buffer.concat(parts),
        new Headers(request.headers as Record<string, string>),
      );
      const { status, body } = answerToBank(outcome);
      answers.push({ status, body });
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    } catch {
      answers.push({ status: 500, body: "" });
      response.writeHead(500).end();
    }
  });
  await new Promise<void>((up) => office.listen(0, "127.0.0.1", up));
  officeUrl = `http://127.0.0.1:${(office.address() as AddressInfo).port}/`;
  bank = await startBankStandIn({
    demonstration: true,
    port: 0,
    callbackUrl: officeUrl,
    secret: SECRET,
    apiKey: "a key for tests",
    publicReturnOrigin: officeUrl,
    beneficiary: BENEFICIARY,
    clock,
    lateMs: 500,
    retryMs: [50, 100, 200, 400, 800],
  });
  payments = createPayments({
    db: t.db,
    clock,
    bank: createBankClient({ baseUrl: bank.url, apiKey: "a key for tests", pauseMs: 1 }),
    settings: { beneficiary: BENEFICIARY, noticeSecret: SECRET },
    dossier: {
      waived: nothing,
      reopened: nothing,
      async paid(tx, told, at) {
        if (dossierFails) throw new Error("the dossier cannot be written");
        await tx.query(
          "test.touch-dossier",
          "update dossiers set money = 'paid' where office_province = $1 and id = $2",
          [told.officeProvince, told.dossierId],
        );
        expect(at).toBe(now);
        paid.push(told);
      },
    },
  });
});
afterAll(async () => {
  await bank.close();
  office.closeAllConnections();
  await new Promise((down) => office.close(down));
  await t.drop();
});
beforeEach(() => {
  now = START;
  paid = [];
  answers = [];
  dossierFails = false;
});

let serial = 0;
/** A dossier as it must stand before a debt can lean on it, and one debt. */
async function owed(amount = 50_000, officeProvince = "79") {
  serial += 1;
  const dossier = {
    officeProvince,
    dossierId: newId(),
    dossierCode: `G01.0${officeProvince}.1A-261123-01${String(serial).padStart(4, "0")}`,
  };
  await t.db.inTransaction(async (tx) => {
    await tx.query(
      "test.insert-dossier",
      `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count, head_hash,
                             owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at)
       values ($1, $2, $3, 'p', 'e', 'u', 'online', 'filed', 1, '', 'x', 'x', 'x', $2, 'x', '{}', '[]', now())`,
      [dossier.officeProvince, dossier.dossierId, dossier.dossierCode],
    );
    await payments.raiseDebts(tx, [{ ...dossier, unitId: "u", feeKey: "fee", title: "Lệ phí", amount: dong(amount) }]);
  });
  return (await debtOf(dossier.dossierId, officeProvince)) ?? Promise.reject(new Error("no debt"));
}
const debtOf = async (dossierId: string, officeProvince = "79") =>
  (await payments.debtsOf(t.db, officeProvince, dossierId))[0];
const stateOf = async (debt: { dossierId: string; officeProvince: string }) => {
  const found = await debtOf(debt.dossierId, debt.officeProvince);
  return found && debtState(found);
};

/** The payer's bank, told what to get wrong. */
const transfer = async (
  reference: string,
  amount: number,
  fault = "none",
): Promise<{ bankTransaction: string; amount: number; paidAt: string }> => {
  const answer = await fetch(`${bank.url}/thu-nghiem/transfers`, {
    method: "POST",
    headers: { authorization: "Bearer a key for tests", "content-type": "application/json" },
    body: JSON.stringify({ reference, amount, fault }),
  });
  expect(answer.status).toBe(201);
  return answer.json() as Promise<{ bankTransaction: string; amount: number; paidAt: string }>;
};

/** A notice by our own hand, so that it can be bent. */
const notice = (more: object) =>
  Buffer.from(JSON.stringify({ paidAt: isoInstant(START), account: BENEFICIARY.account, ...more }));
const post = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  fetch(officeUrl, { method: "POST", headers, body });
const tell = (more: object) => {
  const body = notice(more);
  return post(body, signNotice(body, SECRET, now));
};
const verdictOf = async (bankTransaction: string) => {
  const found = await listReconciliation(t.db, { page: 1, sort: "received-desc", search: bankTransaction });
  return found.lines.map((line) => line.verdict);
};
const until = async (condition: () => boolean) => {
  for (let n = 0; n < 200 && !condition(); n++) await new Promise((next) => setTimeout(next, 10));
  expect(condition()).toBe(true);
};
const booksAreRight = async () => expect((await moneyInvariants(t.db)).broken).toEqual([]);

describe("paying a debt", () => {
  test("from the QR to the receipt", async () => {
    const debt = await owed(1_234_000);
    const read = parseVietQr(payments.vietQrFor(debt).payload);
    expect(read).toMatchObject({
      ok: true,
      value: { account: BENEFICIARY.account, amount: 1_234_000, purpose: debt.reference },
    });
    const { bankTransaction } = await transfer(`NGUYEN VAN A CT ${debt.reference}`, 1_234_000);
    expect(answers).toEqual([{ status: 200, body: '{"received":true}' }]);
    expect(paid).toEqual([
      {
        officeProvince: "79",
        dossierId: debt.dossierId,
        debtId: debt.id,
        way: "bank",
        feeKey: "fee",
        amountDong: 1_234_000,
        bankTransaction,
        paidAt: START,
        receiptNumber: expect.stringMatching(/^79-2026-\d{7}$/),
        allPaid: true,
      },
    ]);
    expect(await debtOf(debt.dossierId)).toMatchObject({
      paidAt: START,
      payment: { bankTransaction, amount: 1_234_000 },
    });
    await booksAreRight();
  });

  test("late changes nothing but the time we hear of it", async () => {
    const debt = await owed();
    await transfer(debt.reference, 50_000, "late");
    expect(await stateOf(debt)).toBe("open");
    now += HOUR;
    await until(() => answers.length === 1);
    expect(await debtOf(debt.dossierId)).toMatchObject({ paidAt: START });
    await booksAreRight();
  });

  test("ten copies at the same moment pay once and are all answered alike", async () => {
    const debt = await owed();
    const body = notice({ bankTransaction: "FT-TEN", reference: debt.reference, amount: 50_000 });
    const headers = signNotice(body, SECRET, now);
    await Promise.all(Array.from({ length: 10 }, () => post(body, headers)));
    await transfer((await owed()).reference, 50_000, "doubled");
    expect(answers).toHaveLength(12);
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1);
    expect(paid).toHaveLength(2);
    expect(await verdictOf("FT-TEN")).toEqual(["matched"]);
    await booksAreRight();
  });

  test("ten different transfers for one debt at the same moment pay it once; the other nine are to be given back", async () => {
    const debt = await owed();
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        tell({ bankTransaction: `FT-MANY-${n}-`, reference: debt.reference, amount: 50_000 }),
      ),
    );
    const verdicts = await verdictOf("FT-MANY-");
    expect(verdicts.filter((verdict) => verdict === "matched")).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === "already-paid")).toHaveLength(9);
    expect(paid).toHaveLength(1);
    await booksAreRight();
  });

  test("a wrong amount pays nothing, and the right one afterwards does", async () => {
    const debt = await owed();
    const wrong = await transfer(debt.reference, 50_000, "wrong-amount");
    expect(await verdictOf(wrong.bankTransaction)).toEqual(["wrong-amount"]);
    expect(await stateOf(debt)).toBe("open");
    await transfer(debt.reference, 50_000);
    expect(await stateOf(debt)).toBe("paid");
    await booksAreRight();
  });

  test("money without a known reference is kept in the list under no province", async () => {
    const unknown = await transfer("whatever", 70_000, "unknown-reference");
    const stranger = await transfer("MC79ABCDEFGHIJKL00", 70_000);
    expect(await verdictOf(unknown.bankTransaction)).toEqual(["unknown-reference"]);
    expect(await verdictOf(stranger.bankTransaction)).toEqual(["unknown-reference"]);
    const [row] = await t.db.query<{ office_province: string }>(
      "test.province-of-notice",
      "select office_province from bank_notices where bank_transaction = $1",
      [unknown.bankTransaction],
    );
    expect(row?.office_province).toBe("00");
    const [one, other] = [await owed(), await owed()];
    const both = await transfer(`${one.reference} ${other.reference}`, 100_000);
    expect(await verdictOf(both.bankTransaction)).toEqual(["unknown-reference"]);
    await booksAreRight();
  });

  test("the order of arrival does not matter", async () => {
    const [first, second] = [await owed(), await owed()];
    await transfer(first.reference, 50_000, "out-of-order");
    await transfer(second.reference, 50_000);
    expect(paid.map((each) => each.dossierId)).toEqual([second.dossierId, first.dossierId]);
    await booksAreRight();
  });

  test("a number that comes again with another amount or content changes nothing", async () => {
    const [debt, other] = [await owed(), await owed()];
    await tell({ bankTransaction: "FT-AGAIN", reference: debt.reference, amount: 50_000 });
    await tell({ bankTransaction: "FT-AGAIN", reference: other.reference, amount: 50_000 });
    const body = notice({ bankTransaction: "FT-AGAIN", reference: debt.reference, amount: 60_000 });
    const outcome = await payments.receiveNotice(body, new Headers(signNotice(body, SECRET, now)));
    expect(outcome).toEqual({ ok: true, value: { verdict: "matched", repeated: true, contradicts: true } });
    expect(await stateOf(other)).toBe("open");
    expect(await verdictOf("FT-AGAIN")).toEqual(["matched"]);
    await booksAreRight();
  });

  test("the same fee asked for again gets a reference of its own, also within one call", async () => {
    const debt = await owed();
    const { officeProvince, dossierId, dossierCode, feeKey, title, amount } = debt;
    const again = { officeProvince, dossierId, dossierCode, unitId: "u", feeKey, title, amount };
    await t.db.inTransaction((tx) => payments.raiseDebts(tx, [again, again, { ...again, feeKey: "other" }]));
    const debts = await payments.debtsOf(t.db, "79", dossierId);
    expect(new Set(debts.map((each) => each.reference)).size).toBe(4);
    await transfer(debts[2]?.reference ?? "", 50_000);
    expect(paid).toMatchObject([{ debtId: debts[2]?.id, allPaid: false }]);
    const none = t.db.inTransaction((tx) => payments.raiseDebts(tx, [{ ...again, amount: dong(0) }]));
    await expect(none).rejects.toThrow(/nothing/);
  });

  test("receipts are numbered one after another, without a gap where a payment failed", async () => {
    const debts = await Promise.all([owed(1_000, "01"), owed(1_000, "01"), owed(1_000, "01")]);
    dossierFails = true;
    await tell({ bankTransaction: "FT-R0", reference: debts[0]?.reference, amount: 1_000 });
    dossierFails = false;
    await Promise.all(
      debts.map((debt, n) => tell({ bankTransaction: `FT-R${n}`, reference: debt.reference, amount: 1_000 })),
    );
    expect(paid.map((each) => each.receiptNumber).sort()).toEqual([
      "01-2026-0000001",
      "01-2026-0000002",
      "01-2026-0000003",
    ]);
    await booksAreRight();
  });
});

describe("what must not count", () => {
  test("a wrong signature, a moment long past, changed bytes, another account, no message", async () => {
    const debt = await owed();
    await transfer(debt.reference, 50_000, "bad-signature");
    const body = notice({ bankTransaction: "FT-BENT", reference: debt.reference, amount: 50_000 });
    await post(body, signNotice(body, SECRET, now - 6 * 60_000));
    await post(Buffer.from(body.toString().replace("50000", "50001")), signNotice(body, SECRET, now));
    await tell({ bankTransaction: "FT-BENT", reference: debt.reference, amount: 50_000, account: "999" });
    await tell({ bankTransaction: "FT-BENT", reference: debt.reference, amount: 0.5 });
    expect(answers).toEqual([
      { status: 401, body: '{"received":false,"reason":"bad-signature"}' },
      { status: 401, body: '{"received":false,"reason":"stale"}' },
      { status: 401, body: '{"received":false,"reason":"bad-signature"}' },
      { status: 422, body: '{"received":false,"reason":"other-account"}' },
      { status: 400, body: '{"received":false,"reason":"malformed"}' },
    ]);
    expect(await verdictOf("FT-BENT")).toEqual([]);
    expect(await stateOf(debt)).toBe("open");

    // The money behind the badly signed notice is real all the same: asking finds it, and only it.
    now += HOUR;
    expect((await payments.reconcile()).learned).toEqual({ matched: 1 });
    expect(await stateOf(debt)).toBe("paid");
    await booksAreRight();
  });

  test("a notice whose dossier cannot be written is not entered, and is told again until it is", async () => {
    const debt = await owed();
    dossierFails = true;
    const { bankTransaction } = await transfer(debt.reference, 50_000);
    expect(answers[0]).toEqual({ status: 500, body: "" });
    expect(await verdictOf(bankTransaction)).toEqual([]);
    dossierFails = false;
    await until(() => answers.some((answer) => answer.status === 200));
    expect(await stateOf(debt)).toBe("paid");
    await booksAreRight();
  });
});

describe("lost notices", () => {
  test("are found by asking, after a while, and only once", async () => {
    const debt = await owed();
    await transfer(debt.reference, 50_000, "lost");
    await payments.reconcile();
    expect(await stateOf(debt)).toBe("open");
    now += HOUR;
    expect(await payments.reconcile()).toMatchObject({ learned: { matched: 1 }, failure: null });
    expect(await debtOf(debt.dossierId)).toMatchObject({ paidAt: START, payment: { amount: 50_000 } });
    expect((await payments.reconcile()).learned).toEqual({});
    const line = (await listReconciliation(t.db, { page: 1, sort: "received-desc", search: debt.reference })).lines[0];
    expect(line).toMatchObject({ learnedBy: "query", verdict: "matched" });
    await booksAreRight();
  });

  test("a query and the late notice at the same moment pay once", async () => {
    const debt = await owed();
    const sent = await transfer(debt.reference, 50_000, "lost");
    now += HOUR;
    await Promise.all([
      payments.reconcile(),
      tell({ ...sent, reference: debt.reference }),
      payments.sweep(START),
      tell({ ...sent, reference: debt.reference }),
    ]);
    expect(paid.filter((each) => each.debtId === debt.id)).toHaveLength(1);
    await booksAreRight();
  });

  test("every open debt gets its turn, however many never pay", async () => {
    const few = createPayments({
      db: t.db,
      clock,
      bank: createBankClient({ baseUrl: bank.url, apiKey: "a key for tests" }),
      settings: { beneficiary: BENEFICIARY, noticeSecret: SECRET, askAtMost: 2 },
      dossier: { paid: nothing, waived: nothing, reopened: nothing },
    });
    const debts = [await owed(), await owed(), await owed(), await owed(), await owed()];
    await transfer(debts[4]?.reference ?? "", 50_000, "lost");
    for (let round = 0; round < 30; round++) {
      now += HOUR;
      await few.reconcile();
    }
    expect(await stateOf(debts[4] ?? debts[0] ?? { dossierId: "", officeProvince: "" })).toBe("paid");
    await booksAreRight();
  });

  test("the nightly sweep also finds money that names no debt", async () => {
    const { bankTransaction } = await transfer("khong ro", 12_000, "lost");
    expect(await payments.sweep(START - HOUR)).toMatchObject({ learned: { "unknown-reference": 1 }, failure: null });
    expect(await verdictOf(bankTransaction)).toEqual(["unknown-reference"]);
  });

  test("a bank that is away is said to be, and asked again next time", async () => {
    const debt = await owed();
    await transfer(debt.reference, 50_000, "lost");
    now += HOUR;
    bank.answerQueries(false);
    expect(await payments.reconcile()).toMatchObject({ asked: 0, failure: { kind: "unreachable" } });
    bank.answerQueries(true);
    await payments.reconcile();
    expect(await stateOf(debt)).toBe("paid");
  });
});

describe("withdrawal and refusal", () => {
  const cancel = (debt: { officeProvince: string; dossierId: string }, paidFees: "give-back" | "keep") =>
    t.db.inTransaction((tx) =>
      payments.cancelDebts(tx, { officeProvince: debt.officeProvince, dossierId: debt.dossierId, paidFees }),
    );

  test("an open debt is cancelled, and money that comes for it is to be given back", async () => {
    const debt = await owed();
    expect(await cancel(debt, "keep")).toMatchObject({ cancelled: [{ id: debt.id }], refundDue: [] });
    const { bankTransaction } = await transfer(debt.reference, 50_000);
    expect(await verdictOf(bankTransaction)).toEqual(["cancelled-debt"]);
    expect(await stateOf(debt)).toBe("cancelled");
    expect(paid).toEqual([]);
    await booksAreRight();
  });

  test("a fee already paid is kept or due back, as the caller says", async () => {
    const debt = await owed();
    await transfer(debt.reference, 50_000);
    expect(await cancel(debt, "keep")).toEqual({ cancelled: [], refundDue: [] });
    expect(await stateOf(debt)).toBe("paid");
    expect(await cancel(debt, "give-back")).toMatchObject({ refundDue: [{ id: debt.id, refundDueAt: START }] });
    expect(await cancel(debt, "give-back")).toEqual({ cancelled: [], refundDue: [] });
    expect(await stateOf(debt)).toBe("refund-due");
    await booksAreRight();
  });

  test("a payment and a withdrawal at the same moment: one of them is first, and the books are right", async () => {
    for (let round = 0; round < 10; round++) {
      const debt = await owed();
      await Promise.all([
        tell({ bankTransaction: `FT-RACE-${round}`, reference: debt.reference, amount: 50_000 }),
        cancel(debt, "give-back"),
      ]);
      const [verdict] = await verdictOf(`FT-RACE-${round}`);
      expect([await stateOf(debt), verdict]).toEqual(
        verdict === "matched" ? ["refund-due", "matched"] : ["cancelled", "cancelled-debt"],
      );
    }
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    await booksAreRight();
  });
});

test("a withdrawal under way and a payment wait for each other in one order, never in a ring", async () => {
  const debt = await owed();
  let telling: Promise<Response> | undefined;
  await t.db.inTransaction(async (tx) => {
    await tx.query("test.hold", "select 1 from dossiers where office_province = '79' and id = $1 for update", [
      debt.dossierId,
    ]);
    telling = tell({ bankTransaction: "FT-RING", reference: debt.reference, amount: 50_000 });
    await new Promise((next) => setTimeout(next, 150)); // long enough for the payment to take all it can
    await payments.cancelDebts(tx, { officeProvince: "79", dossierId: debt.dossierId, paidFees: "keep" });
  });
  expect((await telling)?.status).toBe(200);
  expect(await verdictOf("FT-RING")).toEqual(["cancelled-debt"]);
});

describe("the office's list", () => {
  const sums = async (officeProvince: string) =>
    listReconciliation(t.db, { page: 1, sort: "received-desc", officeProvince });

  test("finds, filters, sorts and adds up within a province", async () => {
    const [small, large, open] = [await owed(1_000, "24"), await owed(9_000, "24"), await owed(5_000, "24")];
    await transfer(small.reference, 1_000);
    await transfer(large.reference, 9_000);
    await transfer(open.reference, 4_000);
    const list = await sums("24");
    expect(list.totals.matched).toEqual({ count: 2, amount: 10_000 });
    expect(list.totals["wrong-amount"]).toEqual({ count: 1, amount: 4_000 });
    expect(list.open).toEqual({ count: 1, amount: 5_000 });
    expect(list.oldestOpen).toMatchObject([{ dossierCode: open.dossierCode, amount: 5_000 }]);
    const page = async (more: object) =>
      (await listReconciliation(t.db, { page: 1, sort: "amount-desc", officeProvince: "24", ...more })).lines.map(
        (line) => line.amount,
      );
    expect(await page({ verdict: "matched" })).toEqual([9_000, 1_000]);
    expect(await page({ verdict: "matched", sort: "amount-asc" })).toEqual([1_000, 9_000]);
    expect(await page({ search: ` ${large.reference.toLowerCase()} ` })).toEqual([9_000]);
    expect(await page({ search: small.dossierCode })).toEqual([1_000]);
    expect(await page({ search: "%" })).toEqual([]);
    expect(await page({ page: 99, verdict: "matched" })).toEqual([9_000, 1_000]);
    expect(await page({ page: Number.NaN, verdict: "matched" })).toEqual([9_000, 1_000]);
    const [line] = (await listReconciliation(t.db, { page: 1, sort: "paid-asc", search: small.reference })).lines;
    expect(line).toMatchObject({
      dossierCode: small.dossierCode,
      owed: 1_000,
      receiptNumber: "24-2026-0000001",
      learnedBy: "notice",
    });
    expect((await sums("25")).totals.matched.count).toBe(0);
  });
});

describe("the promises of the database", () => {
  test.each([
    "update bank_notices set verdict = 'matched'",
    "delete from bank_notices",
    "update payments set amount_dong = 1",
    "delete from payments",
    "delete from debts",
  ])("the application may not: %s", async (statement) => {
    await expect(t.db.query(`test.${statement}`, statement)).rejects.toThrow(/permission denied/);
  });

  test("the rules of money see books that do not add up", async () => {
    const debt = await owed();
    const broken = t.db.inTransaction(async (tx) => {
      await tx.query("test.break", "update debts set paid_at = now() where office_province = '79' and id = $1", [
        debt.id,
      ]);
      await tx.query(
        "test.break-more",
        `insert into bank_notices (office_province, id, bank_transaction, reference, amount_dong, paid_at, account, learned_by, verdict)
         values ('79', $1, 'FT-FORGED', 'x', 7, now(), 'x', 'notice', 'matched')`,
        [newId()],
      );
      throw Object.assign(new Error("seen"), { seen: await moneyInvariants(tx) });
    });
    const seen = await broken.then(
      () => null,
      (cause: { seen: { broken: { rule: string }[] } }) => cause.seen,
    );
    expect(seen?.broken.map(({ rule }) => rule)).toEqual([
      "a matched transfer made a payment of its amount",
      "a debt is paid when nothing is left of it, and then only",
      "every transfer, receipt, payment, waiver and refund stands in the ledger with its amount",
    ]);
  });
});
