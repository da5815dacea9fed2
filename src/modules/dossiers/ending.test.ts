import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LifeStage, lifeStage, MONDAY } from "../../../tests/support/life-stage.ts";
import { deliveryOf, originalsInHand } from "../../engine/state/index.ts";
import { dong } from "../../kernel/dong.ts";
import { verifyLog } from "./index.ts";

/** How dossiers end on a real database: withdrawn, stopped, returned, and put right afterwards. */

let stage: LifeStage;
beforeAll(async () => {
  stage = await lifeStage();
}, 120_000);
afterAll(() => stage.close());
beforeEach(() => stage.house.setClock(MONDAY));

async function issued(): Promise<string> {
  const code = await stage.assigned();
  const grant = { outcome: "grant", reason: "" } as const;
  await stage.act(code, stage.staff.examiner, { act: "proposed", ...grant });
  await stage.act(code, stage.staff.lead, { act: "decided", ...grant });
  await stage.act(code, stage.staff.lead, { act: "signed" });
  await stage.act(code, stage.staff.clerk, { act: "numbered" });
  await stage.act(code, stage.staff.clerk, { act: "issued" });
  return code;
}
const noticeTitles = async (code: string) =>
  stage.house.deps.printing.available(await stage.view(code)).map(({ title }) => title.vi);

describe("the end of a dossier", () => {
  test("originals in hand are named on the stop notice and given back, also after the end (one-stop 20)", async () => {
    const code = await stage.accepted();
    await stage.act(code, stage.staff.desk, { act: "originals-taken", papers: [{ title: "Hợp đồng thuê", count: 1 }] });
    await stage.act(code, await stage.filer(code), { act: "withdrawn", reason: "Chuyển nơi khác" });
    const { acts, state } = await stage.view(code);
    expect(acts.at(-1)).toMatchObject({ data: { fee: "nothing-paid" } });
    expect(originalsInHand(state)).toHaveLength(1);
    expect(await noticeTitles(code)).toContain("Thông báo dừng giải quyết hồ sơ");
    expect(
      await stage.attempt(code, stage.staff.desk, { act: "originals-returned", way: "online", to: "" }),
    ).toMatchObject({
      field: "way",
    });
    await stage.act(code, stage.staff.desk, { act: "originals-returned", way: "desk", to: "Trần Văn Minh" });
    expect(originalsInHand(await stage.stateOf(code))).toEqual([]);
    expect((await stage.stateOf(code)).nationalPath.at(-1)?.code).toBe(7);
  });

  test("withdrawn until signed, and not after (one-stop 20)", async () => {
    const code = await stage.assigned();
    const grant = { outcome: "grant", reason: "" } as const;
    await stage.act(code, stage.staff.examiner, { act: "proposed", ...grant });
    await stage.act(code, stage.staff.lead, { act: "decided", ...grant });
    await stage.act(code, stage.staff.lead, { act: "signed" });
    const refused = await stage.attempt(code, await stage.filer(code), { act: "withdrawn", reason: "" });
    expect(refused).toMatchObject({ refusal: { kind: "not-now" } });
  });

  test("a paid fee is treated by its own law, which the officer names (one-stop 20)", async () => {
    const code = await stage.accepted();
    const { row, acts } = await stage.view(code);
    const fee = acts.find((one) => one.kind === "fee-set")?.data.debts[0];
    if (!fee) throw new Error("no fee");
    await stage.house.db.inTransaction((tx) =>
      stage.house.deps.dossiers.money.paid(
        tx,
        {
          officeProvince: row.officeProvince,
          dossierId: row.id,
          debtId: fee.id,
          feeKey: "fee",
          amountDong: dong(fee.amountDong),
          way: "bank",
          receiptNumber: "",
          bankTransaction: "FT1",
          paidAt: MONDAY,
          allPaid: true,
        },
        MONDAY,
      ),
    );
    const stop = { act: "stopped", reason: "Không thể giải quyết", basis: "Điều 21" } as const;
    expect(await stage.attempt(code, stage.staff.lead, stop)).toMatchObject({ field: "fee" });
    expect(await stage.attempt(code, stage.staff.lead, { ...stop, fee: "kept" })).toMatchObject({ field: "feeBasis" });
    await stage.act(code, stage.staff.lead, { ...stop, fee: "kept", feeBasis: "Điều 5 Thông tư 75/2022/TT-BTC" });
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ data: { fee: "kept" } });
  });
});

describe("the result", () => {
  test("goes by post with its number, by hand with proof; an early one is announced first (one-stop 22)", async () => {
    const code = await issued();
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ kind: "issued", data: { early: true } });
    expect(deliveryOf(await stage.stateOf(code))).toBe("ready");
    expect(await stage.attempt(code, stage.staff.desk, { act: "returned", way: "desk", to: "" })).toMatchObject({
      field: "proof",
    });
    const byPost = { act: "returned", way: "post", to: "", proof: "Giấy báo phát 12" } as const;
    expect(await stage.attempt(code, stage.staff.desk, byPost)).toMatchObject({ field: "way" });
    expect(await stage.attempt(code, stage.staff.desk, { act: "posted", carrier: "", tracking: "" })).toMatchObject({
      field: "tracking",
    });
    await stage.act(code, stage.staff.desk, { act: "posted", carrier: "VNPost", tracking: "RR123456789VN" });
    expect(deliveryOf(await stage.stateOf(code))).toBe("with-post");
    await stage.act(code, stage.staff.desk, byPost);
    expect(deliveryOf(await stage.stateOf(code))).toBe("delivered");
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ data: { way: "post", proof: "Giấy báo phát 12" } });
  });

  test("a wrong one is replaced: signed, numbered, issued anew, linked, free, and the register is written once (one-stop 21)", async () => {
    const code = await issued();
    await stage.act(code, stage.staff.desk, { act: "returned", way: "online", to: "" });
    const first = await stage.view(code);
    const wanted = {
      act: "replacement-decided",
      reason: "Sai tên đường",
      correction: "Nguyễn Huệ",
      outcome: null,
    } as const;
    expect(await stage.attempt(code, stage.staff.lead, { ...wanted, correction: "" })).toMatchObject({
      field: "correction",
    });
    expect(await stage.attempt(code, stage.staff.lead, { ...wanted, outcome: "refuse" })).toMatchObject({
      field: "outcome",
    });
    expect(await stage.attempt(code, stage.staff.clerk, { act: "numbered" })).toMatchObject({
      refusal: { kind: "not-now" },
    });
    await stage.act(code, stage.staff.lead, wanted);
    expect((await stage.stateOf(code)).status).toBe("returned");
    await stage.act(code, stage.staff.lead, { act: "signed" });
    await stage.act(code, stage.staff.clerk, { act: "numbered" });
    await stage.act(code, stage.staff.clerk, { act: "issued" });
    expect(deliveryOf(await stage.stateOf(code))).toBe("ready");
    await stage.act(code, stage.staff.desk, { act: "returned", way: "online", to: "" });
    const { state, acts, row } = await stage.view(code);
    expect(state).toMatchObject({ status: "returned", replacement: null, closedAt: first.state.closedAt });
    expect(state.number).not.toBe(first.state.number);
    expect(state.nationalPath.map(({ code: told }) => told)).toEqual([1, 2, 4, 9, 10]);
    const old = first.acts.findLast((one) => one.kind === "issued");
    const link = acts.find((one) => one.kind === "replacement-decided");
    expect(link?.data).toMatchObject({
      replaces: old?.data.document,
      replacedNumber: first.state.number,
      cost: "agency",
    });
    const result = await stage.house.deps.printing.result(await stage.view(code));
    expect(result?.id).not.toBe(old?.data.document);
    expect(
      await stage.house.deps.documents.find(stage.house.db, row.officeProvince, old?.data.document ?? ""),
    ).not.toBeNull();
    const entries = await stage.owner.query("select 1 from temporary_residences where dossier_id = $1", [row.id]);
    expect(entries.rowCount).toBe(1);
    const debts = await stage.owner.query("select 1 from debts where dossier_id = $1", [row.id]);
    expect(debts.rowCount).toBe(1);
  });

  test("what the national portal answered is kept beside the dossier, not in its status (one-stop 14)", async () => {
    const code = await stage.accepted();
    const { row } = await stage.view(code);
    const { cooperation } = stage.house.deps.dossiers;
    await cooperation.announced(row, { seq: 1, code: 1, outcome: "failed" });
    expect(await cooperation.announcements(stage.house.db, row)).toEqual([{ seq: 1, code: 1, outcome: "failed" }]);
    expect((await stage.stateOf(code)).status).toBe("accepted");
  });

  test("every chain that was written here holds", async () => {
    expect(await verifyLog(stage.house.db)).toMatchObject({ ok: true });
  });
});
