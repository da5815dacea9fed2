import { expect, test } from "vitest";
import type { Act, Actor } from "../../engine/state/index.ts";
import { tookOutOfSight } from "./out-of-sight.ts";

/** Who is told what became of a dossier, and who is told nothing. */

const by: Actor = { account: "a", name: "Cán bộ A", as: "officer", unit: "ca-1", roles: ["deskOfficer"] };
const filer: Actor = { account: "f", name: "F", as: "person", number: "1" };
const act = (seq: number, kind: Act["kind"], data: object, who = by): Act =>
  ({ seq, id: `${seq}`, kind, at: seq, by: who, data }) as Act;
const acts = [
  act(1, "filed", { code: "c", channel: "online", answers: {}, papers: [], unit: "ca-1" }, filer),
  act(2, "transferred", {
    from: "ca-1",
    to: "ca-2",
    province: "79",
    because: "x",
    clock: "not-started",
    clockFrom: null,
    dueAt: null,
  }),
  act(3, "accepted", { dueAt: null, clockFrom: null }),
];

test("only an officer whose unit had it in sight then is told, and only what took it away", () => {
  expect(tookOutOfSight(acts, 1, by)?.kind).toBe("transferred");
  // Not by what was seen later, not where it still lies, not another unit, not a citizen, not by a number made up.
  expect(tookOutOfSight(acts, 2, by)).toBeNull();
  expect(tookOutOfSight(acts, 2, { ...by, unit: "ca-2" })).toBeNull();
  expect(tookOutOfSight(acts, 1, { ...by, unit: "ca-3" })).toBeNull();
  expect(tookOutOfSight(acts, 1, filer)).toBeNull();
  expect([0, -1, 9].map((seen) => tookOutOfSight(acts, seen, by))).toEqual([null, null, null]);
});
