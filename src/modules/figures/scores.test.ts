import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scoreCardOn, serviceIndexOn } from "../../../law/index.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { day, type Instant, instantAt } from "../../kernel/plain-date.ts";
import { newId } from "../../platform/ids.ts";
import { type Scored, type ScoreEntry, serviceIndex, unitCard } from "./index.ts";

/** The score card of its time, the index and the causes of overruns, from dossiers and their acts. */

let house: TestHouse;
let owner: pg.Client;
const UNIT = "ca-26740";
const at = (on: string, hour = 9): Instant => instantAt(day(on), hour * 60);
const BY = { account: newId(), name: "Theo dõi" };

type Given = {
  readonly unit?: string;
  readonly accepted: Instant;
  readonly due: Instant;
  readonly ended: Instant | null;
  readonly channel: string;
  readonly supplements: number;
  readonly acts?: readonly { readonly kind: string; readonly at: Instant; readonly data: object }[];
};
let serial = 0;
async function given(one: Given): Promise<void> {
  const id = newId();
  serial += 1;
  const time = (moment: Instant | null): string | null => (moment === null ? null : new Date(moment).toISOString());
  await owner.query("begin");
  await owner.query(
    `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count,
       head_hash, owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, assigned_to,
       filed_at, accepted_at, due_at, ended_at, closed_at, supplements)
     values ('79', $1, $2, 'temporary-residence', 'x', $3, $4, 'returned', 1, '\\x00', 'A', 'a', '0', $1, 'A', '{}', '[]', $1,
       $5, $5, $6, $7, $7, $8)`,
    [
      id,
      `G01.079.1X-250701-01${String(serial).padStart(4, "0")}`,
      one.unit ?? UNIT,
      one.channel,
      time(one.accepted),
      time(one.due),
      time(one.ended),
      one.supplements,
    ],
  );
  for (const [seq, act] of (one.acts ?? []).entries())
    await owner.query(
      `insert into acts (office_province, dossier_id, seq, id, kind, at, actor, data, previous_hash, hash)
       values ('79', $1, $2, $3, $4, $5, '{}', $6, '\\x00', '\\x00')`,
      [id, seq + 1, newId(), act.kind, time(act.at), JSON.stringify(act.data)],
    );
  await owner.query("commit");
}

beforeAll(async () => {
  house = await testHouse({ standIns: false });
  house.setClock(at("2026-11-16"));
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const due = at("2025-07-10", 17);
  const accepted = at("2025-07-07");
  const plain = { accepted, due, channel: "online", supplements: 0 };
  await given({ ...plain, ended: at("2025-07-08") });
  const asked = { id: newId(), unit: "ca-79", unitName: "Công an tỉnh", dueAt: at("2025-07-08", 17) };
  await given({
    ...plain,
    ended: at("2025-07-10", 16),
    channel: "desk",
    supplements: 1,
    acts: [
      { kind: "consulted", at: accepted, data: asked },
      { kind: "consultation-answered", at: at("2025-07-09"), data: { id: asked.id } },
      { kind: "returned", at: due, data: { way: "desk", to: "A" } },
    ],
  });
  await given({
    ...plain,
    ended: at("2025-07-11"),
    supplements: 2,
    acts: [{ kind: "reappointed", at: at("2025-07-09"), data: { cause: "systems" } }],
  });
  // Another office's, late because the one it asked has not answered.
  await given({
    ...plain,
    unit: "ca-19789",
    ended: at("2025-07-11"),
    acts: [{ kind: "consulted", at: accepted, data: asked }],
  });
  // Done once the card was gone: no dossier of its days.
  await given({ ...plain, accepted: at("2025-09-15"), due: at("2025-09-18", 17), ended: at("2025-09-16") });
}, 60_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

const assess = (from: string, until: string) =>
  house.deps.scores.assess({ unit: UNIT, from: day(from), until: day(until) });
const pointsOf = (card: NonNullable<Awaited<ReturnType<typeof assess>>["card"]>) =>
  Object.fromEntries(card.score.indicators.map(({ number, points }) => [number, points]));

describe("the score card of Circular 01/2018", () => {
  test("is law until 14/09/2025 and no day longer (one-stop 1, 29)", async () => {
    expect(scoreCardOn(day("2019-01-05"))).toBeNull();
    expect(scoreCardOn(day("2025-09-14"))?.indicators).toHaveLength(9);
    expect(scoreCardOn(day("2025-09-15"))).toBeNull();
    expect((await assess("2025-09-15", "2025-09-30")).card).toBeNull();
    expect((await assess("2025-07-01", "2025-09-30")).card?.until).toBe("2025-09-14");
  });

  test("counts each dossier 2, 1 or 0 and divides, to one decimal (one-stop 29)", async () => {
    const { card, officers } = await assess("2025-07-01", "2025-09-30");
    if (!card) throw new Error("no card");
    // Early, on time, late; the second had a late opinion, the third two supplements; two of three came online, one late.
    expect(pointsOf(card)).toEqual({ 1: 1, 2: 0.7, 3: 1, 4: 1.7, 5: 1, 6: null, 7: 1, 8: null, 9: 0 });
    expect([card.score.total, card.score.most, card.score.class]).toEqual([6.4, 18, null]);
    expect(officers.map(({ done }) => done)).toEqual([1, 1, 1]);
    expect(officers[0]?.score).toMatchObject({ most: 10, total: 10, class: { en: "All duties done" } });
  });

  test("takes what a person answers for, with a reason; a later entry stands in place of the earlier (one-stop 29)", async () => {
    const period = { unit: UNIT, from: day("2025-07-01"), until: day("2025-09-30") };
    const enter = (item: string, points: number, reason: string) =>
      house.deps.scores.enter(period, { card: "score-card", item, points, reason }, BY);
    expect(await enter("6", 2.1, "x")).toMatchObject({ failure: { kind: "points", most: 2 } });
    expect(await enter("6", 2, " ")).toMatchObject({ failure: { kind: "reason" } });
    expect(await enter("10", 2, "x")).toMatchObject({ failure: { kind: "item" } });
    for (const [item, points] of [
      ["6", 1],
      ["6", 2],
      ["8", 2],
    ] as const)
      expect(await enter(item, points, "Biên bản kiểm tra quý III")).toMatchObject({ ok: true });
    const { card, entries } = await assess("2025-07-01", "2025-09-30");
    expect([card?.score.total, card?.score.class?.en]).toEqual([10.4, "Fair"]);
    expect(entries).toHaveLength(3);
    const gone = { ...period, from: day("2025-09-15") };
    expect(
      await house.deps.scores.enter(gone, { card: "score-card", item: "6", points: 1, reason: "x" }, BY),
    ).toMatchObject({
      failure: { kind: "no-rule" },
    });
    // What was entered is never changed, by nobody but the owner of the database.
    await expect(
      house.db.inTransaction((tx) => tx.query("try-change", "update score_entries set points = 0")),
    ).rejects.toThrow(/permission denied/);
  });

  const rules = scoreCardOn(day("2025-01-01"));
  test.each([
    [15, "Excellent"],
    [14.9, "Good"],
    [12, "Good"],
    [11.9, "Fair"],
    [8.9, "Average"],
    [5.9, "Weak"],
  ])("%d points of 18 are %s (one-stop 29)", (total, name) => {
    if (!rules) throw new Error("no rules");
    const entries = rules.indicators.map(
      ({ number }) => ({ card: "score-card", item: String(number), points: total / 9 }) as ScoreEntry,
    );
    expect(unitCard(rules, null, entries, FACTS)).toMatchObject({ total, class: { en: name } });
  });

  test.each([
    [30, 100, 0, 2],
    [29, 100, 0, 1],
    [15, 100, 0, 1],
    [14, 100, 0, 0],
    [100, 100, 1, 0],
  ])("%d online of %d with %d late give %d on indicator 9 (one-stop 29)", (online, done, onlineLate, points) => {
    if (!rules) throw new Error("no rules");
    const counted: Scored = { ...NONE, done, online, onlineLate, procedures: ["a"] };
    expect(unitCard(rules, counted, [], FACTS).indicators.find(({ number }) => number === 9)?.points).toBe(points);
  });
});
const FACTS = { onTheSpot: () => false, online: () => true };
const NONE: Scored = {
  key: "",
  done: 0,
  time: 0,
  agencies: 0,
  contacts: 0,
  places: 0,
  online: 0,
  onlineLate: 0,
  procedures: [],
};

describe("the index of Decision 766", () => {
  test("counts what events tell and leaves a group without weights to be entered (one-stop 29)", async () => {
    expect(serviceIndexOn(day("2022-06-22"))).toBeNull();
    const { index } = await assess("2025-07-01", "2025-09-30");
    const groups = Object.fromEntries((index?.groups ?? []).map((group) => [group.key, group]));
    // Three of four in time; three of four online, no fee paid in the period.
    expect(groups.progress).toMatchObject({ points: 15, countable: 20 });
    expect(groups.online).toMatchObject({ counted: 9, countable: 12, points: null });
    expect(groups.digitisation).toMatchObject({ countable: 0, points: null });
    expect(index?.class).toBeNull();
    expect(groups.progress?.most).toBe(20);
    expect((index?.groups ?? []).reduce((sum, { most }) => sum + most, 0)).toBe(100);
  });

  test.each([
    [90, "Excellent"],
    [89.9, "Good"],
    [69.9, "Average"],
  ])("%d points are %s once every group is known (one-stop 29)", (total, name) => {
    const rules = serviceIndexOn(day("2026-01-01"));
    if (!rules) throw new Error("no rules");
    const entries = rules.groups.map(
      ({ key, most }) => ({ card: "service-index", item: key, points: (total * most) / 100 }) as ScoreEntry,
    );
    const counts = {
      done: 0,
      inTime: 0,
      online: 0,
      results: 0,
      resultsSigned: 0,
      paid: 0,
      paidOnline: 0,
      answers: 0,
      satisfied: 0,
    };
    expect(serviceIndex(rules, counts, entries)).toMatchObject({ total, class: { en: name } });
  });
});

test("late dossiers are told by the cause named with their apology, or by a late opinion (one-stop 18, 29)", async () => {
  const { scores } = house.deps;
  expect(await scores.overruns([UNIT], day("2025-07-01"), day("2025-09-30"))).toEqual([
    { procedure: "temporary-residence", cause: "systems", count: 1, told: 1 },
  ]);
  expect(await scores.overruns([UNIT], day("2025-08-01"), day("2025-09-30"))).toEqual([]);
  expect(await scores.overruns(["ca-19789"], day("2025-07-01"), day("2025-09-30"))).toEqual([
    { procedure: "temporary-residence", cause: "cooperating", count: 1, told: 0 },
  ]);
});
