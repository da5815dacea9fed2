import { afterAll, beforeAll, expect, test } from "vitest";
import { procedures } from "../../../law/index.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { HERE, MONDAY, officer } from "../../../tests/support/life-stage.ts";
import { fileResidence } from "../../../tests/support/office-stage.ts";
import { addDays, day, dayOfInstant, instantAt } from "../../kernel/plain-date.ts";
import { readForHouse } from "../access/index.ts";

/** A change of the law in the middle of a dossier's life: from Friday the same procedure takes five days instead of three. */

const CHANGE = day("2026-11-20");
let house: TestHouse;
beforeAll(async () => {
  const residence = procedures.find(({ key }) => key === "temporary-residence");
  const now = residence?.editions.at(-1);
  if (!residence || !now) throw new Error("no temporary residence");
  const editions = [
    ...residence.editions.slice(0, -1),
    { ...now, until: addDays(CHANGE, -1) },
    { ...now, id: "from-the-change", from: CHANGE, deadline: { ...now.deadline, count: 5 } },
  ];
  house = await testHouse({ standIns: false, procedures: [{ ...residence, editions }] });
}, 90_000);
afterAll(() => house.close());

const desk = officer("Tiếp nhận", ["deskOfficer"], HERE);
const viewOf = async (code: string) => {
  const view = await house.deps.dossiers.find(readForHouse(house.db, "act"), code);
  if (!view) throw new Error("no dossier");
  return view;
};
const accept = async (code: string) => {
  const { row } = await viewOf(code);
  const target = { officeProvince: row.officeProvince, id: row.id, seen: null };
  expect(await house.deps.dossiers.act(target, desk, { act: "accepted" })).toMatchObject({ ok: true });
};

test("a dossier keeps the edition of its day, its term and its steps; a new one has the new edition (one-stop 2)", async () => {
  house.setClock(MONDAY);
  const [before, waiting] = [await fileResidence(house), await fileResidence(house)];
  await accept(before);
  const { edition: old, state } = await viewOf(before);
  expect(old.id).not.toBe("from-the-change");

  house.setClock(instantAt(CHANGE, 540));
  await accept(waiting);
  const after = await fileResidence(house);
  await accept(after);
  expect(await viewOf(before)).toMatchObject({ edition: { id: old.id }, state: { dueAt: state.dueAt } });
  const kept = await viewOf(waiting);
  const young = await viewOf(after);
  expect(kept.edition.id).toBe(old.id);
  expect(young.edition.id).toBe("from-the-change");
  // Both were accepted on the same Friday: three working days lead to Thursday, past the day of culture; five to Monday.
  const due = ({ state: { dueAt } }: typeof kept): string => dayOfInstant(dueAt ?? 0);
  expect([due(kept), due(young)]).toEqual(["2026-11-26", "2026-11-30"]);
});
