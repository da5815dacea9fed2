import { signNotice } from "../../src/gateways/bank/index.ts";
import { dong } from "../../src/kernel/dong.ts";
import { dayOfInstant, type Instant, isoInstant, showDate } from "../../src/kernel/plain-date.ts";
import type { DebtWithPayment } from "../../src/modules/payments/index.ts";
import { SECRETS_OF_TESTS } from "../support/log-stage.ts";
import { isWard } from "./filings.ts";
import type { Life, Transfer, World } from "./world.ts";

/** How fees are paid: by transfer whose notices come doubled, late, out of order or never, at the counter, or waived. */

const MINUTE_MS = 60_000;
export type Later = (at: Instant, work: () => Promise<void>) => void;

const debtsOf = ({ house }: World, { officeProvince, id }: Life): Promise<readonly DebtWithPayment[]> =>
  house.deps.payments.debtsOf(house.db, officeProvince, id);

/** Plans what becomes of a dossier's fees. */
export async function planPayment(world: World, life: Life, later: Later): Promise<void> {
  const { lots } = life;
  for (const debt of await debtsOf(world, life)) {
    if (debt.paidAt !== null) continue;
    const minutes = (least: number, most: number): Instant => world.now() + lots.between(least, most) * MINUTE_MS;
    if (lots.percent(62)) planTransfer(world, life, debt, later, minutes);
    else if (lots.percent(45)) later(minutes(5, 120), () => payCash(world, life));
    else if (lots.percent(30)) later(minutes(5, 90), () => waive(world, life));
  }
}

function planTransfer(
  world: World,
  { lots }: Life,
  debt: DebtWithPayment,
  later: Later,
  minutes: (least: number, most: number) => Instant,
): void {
  const amount = lots.percent(94) ? debt.amount : lots.oneOf([debt.amount - 1_000, debt.amount + 5_000]);
  const reference = lots.percent(97) ? debt.reference : "nộp tiền";
  const bankTransaction = `T${world.transfers.length}`;
  const transfer = { bankTransaction, reference, amount: amount ?? debt.amount, paidAt: minutes(0, 0) };
  world.transfers.push(transfer);
  if (lots.percent(8)) {
    world.tally.count("bank notices lost");
    return;
  }
  // Any delay up to four hours: notices overtake each other.
  const at = lots.percent(15) ? minutes(120, 240) : minutes(1, 20);
  later(at, async () => {
    const copies = lots.percent(20) ? lots.between(2, 4) : 1;
    await Promise.all(Array.from({ length: copies }, () => notify(world, transfer, lots.percent(20))));
  });
  if (lots.percent(10)) later(at + lots.between(1, 60) * MINUTE_MS, () => notify(world, transfer, false));
}

async function notify(world: World, transfer: Transfer, overHttp: boolean): Promise<void> {
  const { house, tally } = world;
  const { beneficiary } = house.deps.payments;
  const said = { ...transfer, paidAt: isoInstant(transfer.paidAt), account: beneficiary.account };
  const body = Buffer.from(JSON.stringify(said));
  const signed = signNotice(body, SECRETS_OF_TESTS.get("bank_notices"), house.deps.clock.now());
  tally.count("bank notices");
  if (overHttp) {
    const headers = { ...signed, "content-type": "application/json" };
    const answer = await fetch(`${house.url}/api/v1/bank/notices`, { method: "POST", headers, body });
    await answer.body?.cancel();
    if (!answer.ok) tally.violation("the bank's word is taken", `${transfer.bankTransaction}: ${answer.status}`);
    return;
  }
  const taken = await house.deps.payments.receiveNotice(body, new Headers(signed));
  if (!taken.ok) tally.violation("the bank's word is taken", `${transfer.bankTransaction}: ${taken.failure.kind}`);
}

/** At the counter, the button pressed twice at once: one receipt at most. */
async function payCash(world: World, life: Life): Promise<void> {
  const debt = (await debtsOf(world, life)).find(({ paidAt, cancelledAt }) => paidAt === null && cancelledAt === null);
  const cashier = debt && world.staff.sitting(debt.unitId, "cashier").find((seat) => !seat.delegated);
  if (!debt || !cashier) return;
  const wish = { officeProvince: life.officeProvince, debtId: debt.id, payerName: life.filer.name };
  const amount = dong(debt.amount - debt.paid - debt.waived);
  const taken = await Promise.all(
    [1, 2].map(() =>
      world.staff.as(cashier, (_officer, actor) =>
        world.house.deps.payments.cash.take({ ...actor, unit: cashier.unit }, { ...wish, amount }),
      ),
    ),
  );
  const receipts = taken.filter((one) => one?.ok).length;
  if (receipts > 1) world.tally.violation("cash is taken once", life.code);
  world.tally.count("receipts for cash", receipts);
  if (receipts > 0 && life.lots.percent(10)) {
    const receipt = taken.find((one) => one?.ok);
    if (!receipt?.ok) return;
    const back = { officeProvince: life.officeProvince, id: receipt.value, reason: "Ghi nhầm" };
    await world.staff.as(cashier, (_officer, actor) =>
      world.house.deps.payments.cash.cancel({ ...actor, unit: cashier.unit }, back),
    );
    world.tally.count("receipts cancelled");
  }
}

/** Asked for by a case officer, decided by the lead, twice at once. Who asked may not decide. */
async function waive(world: World, life: Life): Promise<void> {
  const { payments } = world.house.deps;
  const debt = (await debtsOf(world, life)).find(({ paidAt, cancelledAt }) => paidAt === null && cancelledAt === null);
  const asker = debt && life.lots.oneOf(world.staff.sitting(debt.unitId, "caseOfficer"));
  const lead = debt && life.lots.oneOf(world.staff.sitting(debt.unitId, "unitLead"));
  if (!debt || !asker || !lead) return;
  const { officeProvince } = life;
  const wish = {
    officeProvince,
    debtId: debt.id,
    ground: "disabled",
    amount: null,
    evidence: "Giấy xác nhận",
    reason: "x",
  };
  const asked = await world.staff.as(asker, (_officer, actor) => payments.waivers.ask(actor, wish));
  if (!asked?.ok) return;
  const decision = { officeProvince, id: asked.value, grant: true, reason: "" };
  const own = await world.staff.as(asker, (_officer, actor) => payments.waivers.decide(actor, decision));
  if (own?.ok) world.tally.violation("nobody grants what they asked for", life.code);
  const granted = await Promise.all(
    [1, 2].map(() => world.staff.as(lead, (_officer, actor) => payments.waivers.decide(actor, decision))),
  );
  const held = granted.filter((one) => one?.ok).length;
  if (held > 1) world.tally.violation("a fee is waived once", life.code);
  world.tally.count("fees waived", held);
}

/** Every unit's cashier gets a book of receipts, opened by a treasurer of the unit. */
export async function openBooks(world: World): Promise<void> {
  for (const [at, unit] of world.staff.units.entries()) {
    const [treasurer] = world.staff.sitting(unit, "treasurer");
    const cashier = world.staff.sitting(unit, "cashier").find((seat) => !seat.delegated);
    if (!treasurer || !cashier) continue;
    const officeProvince = provinceOf(unit, world);
    const book = { officeProvince, series: `MP${at}`, from: 1, to: 9_999, holder: cashier };
    const opened = await world.staff.as(treasurer, (_officer, actor) =>
      world.house.deps.payments.cash.openBook({ ...actor, unit }, book),
    );
    if (!opened?.ok) throw new Error(`no book of receipts at ${unit}: ${opened?.failure.en}`);
  }
}

export const provinceOf = (unit: string, { house }: World): string => house.deps.catalogue.getUnit(unit).provinceCode;

/** In the evening the bank's statement names every transfer, whatever its notice did; taken in twice. */
export async function takeStatement(world: World): Promise<void> {
  const { house, staff, transfers, tally } = world;
  const treasurer = staff.seats.find((seat) => seat.present && seat.roles.includes("treasurer") && !isWard(seat.unit));
  if (!treasurer || transfers.length === 0) return;
  const sum = transfers.reduce((all, { amount }) => all + amount, 0);
  const csv = [
    `tai_khoan;${house.deps.payments.beneficiary.account}`,
    "so_sao_ke;MP1",
    "so_du_dau_ky;0",
    `so_du_cuoi_ky;${sum}`,
    "so_giao_dich;thoi_diem;ghi_co;ghi_no;nguoi_chuyen;noi_dung",
    ...transfers.map(
      ({ bankTransaction, paidAt, amount, reference }) =>
        `${bankTransaction};${showDate(dayOfInstant(paidAt))};${amount};;A;${reference}`,
    ),
  ].join("\n");
  for (const time of [1, 2]) {
    const taken = await staff.as(treasurer, (_officer, actor) =>
      house.deps.payments.statements.take(actor, provinceOf(treasurer.unit, world), Buffer.from(csv)),
    );
    if (!taken?.ok) tally.violation("the bank's statement is taken", `time ${time}: ${JSON.stringify(taken)}`);
  }
  while ((await house.deps.payments.statements.enterWaiting(500)) > 0);
}

/** Every cashier counts the drawer, and the day is closed; a wrong sum without a word is refused. */
export async function closeDrawers(world: World): Promise<void> {
  const { house, staff, owner, tally } = world;
  for (const seat of staff.seats.filter(({ delegated, roles }) => !delegated && roles.includes("cashier"))) {
    seat.present = true;
    const { rows } = await owner.query(
      `select coalesce(sum(case when debit = 'received-cash' then amount_dong else -amount_dong end), 0)::bigint as sum
       from money_movements where drawer = $1`,
      [seat.account],
    );
    const wish = { officeProvince: provinceOf(seat.unit, world), day: dayOfInstant(world.now()), reason: "" };
    const close = (counted: number) =>
      staff.as(seat, (_officer, actor) =>
        house.deps.payments.cash.close({ ...actor, unit: seat.unit }, { ...wish, counted: dong(counted) }),
      );
    if ((await close(rows[0].sum + 1_000))?.ok) tally.violation("a drawer that differs is explained", seat.name);
    const closed = await close(rows[0].sum);
    if (!closed?.ok) tally.violation("a day's cash can be closed", `${seat.name}: ${JSON.stringify(closed)}`);
    tally.count("drawers closed");
  }
}
