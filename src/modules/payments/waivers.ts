import { exemptionsOn, type FeeExemption } from "../../../law/index.ts";
import { mayHandleMoney } from "../../engine/permission/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import type { Dong } from "../../kernel/dong.ts";
import { dayOfInstant, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import * as counting from "./counting-rows.ts";
import { type Debt, isOpen, outstanding } from "./debt.ts";
import { CHANGED, NOT_FOUND, TOO_MUCH, WHY } from "./faults.ts";
import { enter, type Hand, HOUSE } from "./ledger.ts";
import * as rows from "./rows.ts";
import type { Dossier } from "./settling.ts";
import * as waiverRows from "./waiver-rows.ts";

/** A fee that is not asked for, or not in full: by the law's dated grounds, proposed by one officer, granted by another. */
export type WaiverWish = {
  readonly officeProvince: string;
  readonly debtId: string;
  readonly ground: string;
  /** Of a ground that frees of a part; one that frees of all takes what is owed. */
  readonly amount: Dong | null;
  /** What was seen: the kind and number of the paper. */
  readonly evidence: string;
  readonly reason: string;
};
export type WaiverParts = { readonly db: Database; readonly clock: Clock; readonly onWaived: Dossier["waived"] };

/** The grounds an officer may choose for a debt: those in force on the day the fee was asked for. */
export const groundsFor = (debt: Pick<Debt, "createdAt">): readonly FeeExemption[] =>
  exemptionsOn(dayOfInstant(debt.createdAt));

export const groundOn = (key: string, on: PlainDate): FeeExemption | null =>
  exemptionsOn(on).find((ground) => ground.key === key) ?? null;

export const basisWords = (ground: FeeExemption): string =>
  ground.basis.map(({ article, source }) => `${article} ${source}`).join("; ");

/** Proposes that a fee is not asked for. Nothing changes before another person has decided. */
export async function askWaiver(parts: WaiverParts, actor: Actor, wish: WaiverWish): Promise<Result<string, Text>> {
  const may = mayHandleMoney("ask-waiver", actor);
  if (!may.ok) return may;
  if (wish.reason.trim() === "") return fail(WHY);
  if (wish.evidence.trim() === "")
    return fail(text("Vui lòng ghi giấy tờ đã kiểm tra.", "Name the paper you have seen."));
  return parts.db.inTransaction(async (tx) => {
    const debt = await rows.findDebtHeld(tx, wish.officeProvince, wish.debtId);
    if (!debt || debt.unitId !== actor.unit) return fail(NOT_FOUND);
    if (!isOpen(debt)) return fail(CHANGED);
    const ground = groundOn(wish.ground, dayOfInstant(debt.createdAt));
    if (!ground) return fail(text("Vui lòng chọn căn cứ miễn, giảm.", "Choose the ground."));
    const amount = ground.relief === "all" ? outstanding(debt) : wish.amount;
    if (amount === null || amount <= 0 || amount > outstanding(debt)) return fail(TOO_MUCH);
    if (await waiverRows.waits(tx, debt))
      return fail(text("Khoản này đã có đề nghị đang chờ.", "A proposal is waiting already."));
    const id = newId();
    await waiverRows.insertWaiver(tx, debt, {
      id,
      ground: ground.key,
      amount,
      evidence: wish.evidence.trim(),
      reason: wish.reason.trim(),
      automatic: false,
      by: { account: actor.account, name: actor.name, number: actor.number ?? null },
      at: parts.clock.now(),
    });
    return ok(id);
  });
}

/** Grants or refuses; whoever proposed it or takes money at the counter does not decide. */
export async function decideWaiver(
  parts: WaiverParts,
  actor: Actor,
  wish: { readonly officeProvince: string; readonly id: string; readonly grant: boolean; readonly reason: string },
): Promise<Result<true, Text>> {
  if (!wish.grant && wish.reason.trim() === "") return fail(WHY);
  const now = parts.clock.now();
  return parts.db.inTransaction(async (tx) => {
    const found = await waiverRows.findWaiver(tx, wish.officeProvince, wish.id);
    if (!found || found.unitId !== actor.unit) return fail(NOT_FOUND);
    await counting.holdDossier(tx, found.officeProvince, found.dossierId);
    const debt = await rows.getDebtHeld(tx, found.officeProvince, found.debtId);
    const may = mayHandleMoney("decide-waiver", actor, [
      { account: found.askedBy, number: found.askedNumber ?? undefined },
    ]);
    if (!may.ok) return may;
    const outcome = wish.grant ? "granted" : "refused";
    if (wish.grant && (!isOpen(debt) || found.amount > outstanding(debt))) return fail(CHANGED);
    const decided = await waiverRows.decide(tx, found, { outcome, by: actor, reason: wish.reason.trim(), at: now });
    if (!decided) return fail(CHANGED);
    const ground = groundOn(found.ground, dayOfInstant(debt.createdAt));
    if (wish.grant && ground) await waive(parts.onWaived, tx, debt, { ...found, ground }, actor, now);
    return ok(true);
  });
}

type Granted = { readonly id: string; readonly ground: FeeExemption; readonly amount: Dong; readonly reason: string };

async function waive(
  tell: Dossier["waived"],
  tx: Tx,
  debt: Debt,
  granted: Granted,
  by: Hand,
  at: Instant,
): Promise<void> {
  const { officeProvince, dossierId } = debt;
  await book(tx, debt, granted, by, at);
  const owes = await counting.owesMore(tx, officeProvince, dossierId);
  const leaves = owes ? "due" : (await counting.paidAnything(tx, officeProvince, dossierId)) ? "paid" : "none";
  await tell(
    tx,
    {
      officeProvince,
      dossierId,
      debtId: debt.id,
      amountDong: granted.amount,
      ground: granted.ground.title.vi,
      basis: basisWords(granted.ground),
      reason: granted.reason,
      leaves,
    },
    at,
  );
}

async function book(tx: Tx, debt: Debt, { id, amount }: Granted, by: Hand, at: Instant): Promise<void> {
  await counting.countWaived(tx, debt.officeProvince, debt.id, amount, at);
  const { officeProvince, unitId } = debt;
  await enter(tx, [{ officeProvince, kind: "waived", source: id, amount, unitId, debt }], by, at);
}

/** Frees a debt just raised by what the office knows itself; answers the debt as it is then. The filing writes the act. */
export async function waiveAtOnce(tx: Tx, debt: Debt, ground: FeeExemption, at: Instant): Promise<Debt> {
  const granted = { id: newId(), ground, amount: debt.amount, reason: ground.proof.vi };
  await waiverRows.insertWaiver(tx, debt, {
    id: granted.id,
    ground: ground.key,
    amount: debt.amount,
    evidence: ground.proof.vi,
    reason: "Tự động theo dữ liệu của cơ quan",
    automatic: true,
    by: { ...HOUSE, number: null },
    at,
  });
  await book(tx, debt, granted, HOUSE, at);
  return { ...debt, waived: debt.amount, cancelledAt: at };
}
