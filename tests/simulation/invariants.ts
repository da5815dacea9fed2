import { clockRules } from "../../law/index.ts";
import { getEdition } from "../../src/engine/definition/index.ts";
import { clockOf, clockUnitOf } from "../../src/engine/reckoning/clock.ts";
import {
  type Act,
  CLOCK_ENDED,
  type DossierState,
  deriveState,
  NATIONAL_ARROWS,
} from "../../src/engine/state/index.ts";
import { verdictOn } from "../../src/main/verify-log.ts";
import { projection } from "../../src/modules/dossiers/rows.ts";
import { moneyInvariants } from "../../src/modules/payments/index.ts";
import { independently } from "../support/act-rule.ts";
import { logStage } from "../support/log-stage.ts";
import { checkFigures } from "./figures.ts";
import { checkNumbers } from "./numbers.ts";
import type { World } from "./world.ts";

/** What must hold at the end of the day, whatever happened in it. Each rule has a name; what breaks it names the dossier. */

/** A dossier as it lies in the tables, with its acts. */
export type Kept = {
  readonly row: Record<string, unknown> & {
    readonly office_province: string;
    readonly id: string;
    readonly code: string;
    readonly procedure_key: string;
    readonly edition_id: string;
    readonly owner_number: string;
    readonly unit_id: string;
    readonly status: string;
    readonly channel: string;
  };
  readonly acts: readonly Act[];
  /** Where it stood before each act, and at last. */
  readonly states: readonly DossierState[];
  readonly state: DossierState;
};

export async function checkAll(world: World, filed: number): Promise<void> {
  const kept = await keptOf(world);
  const { tally } = world;
  if (kept.length !== filed) tally.violation("every filing is a dossier", `${kept.length} of ${filed}`);
  tally.count(
    "acts in the chains",
    kept.reduce((sum, { acts }) => sum + acts.length, 0),
  );
  for (const [rule, check] of Object.entries(RULES)) {
    for (const one of kept) {
      const wrong = check(world, one);
      if (wrong !== null) tally.violation(rule, `${one.row.code}: ${wrong}\n${storyOf(one)}`);
    }
  }
  await chainsHold(world);
  await clocksHold(world);
  await moneyHolds(world, kept);
  await everyActWasAllowed(world, kept);
  await looksAreLogged(world);
  await papersAreWhole(world, kept);
  await registersAreWhole(world, kept);
  await checksAreDone(world);
  await peopleAreTold(world, kept);
  for (const { acts } of kept) for (const { kind } of acts) tally.count(`act: ${kind}`);
  checkNumbers(world, kept, await serialsOf(world));
  await checkFigures(world, kept);
}

async function keptOf({ owner }: World): Promise<readonly Kept[]> {
  const { rows } = await owner.query("select * from dossiers order by code");
  const { rows: acts } = await owner.query(
    "select office_province, dossier_id, seq, id, kind, at, actor as by, data from acts order by dossier_id, seq",
  );
  const byDossier = Map.groupBy(acts, (act) => act.dossier_id as string);
  return rows.map((row) => {
    const own = (byDossier.get(row.id) ?? []) as readonly Act[];
    const states = own.slice(1).map((_act, at) => deriveState(own.slice(0, at + 1)));
    return { row, acts: own, states, state: deriveState(own) };
  });
}

const storyOf = ({ acts }: Kept): string =>
  acts
    .map(
      ({ seq, kind, at, by, data }) =>
        `    ${seq} ${new Date(at).toISOString()} ${kind} ${by.name} ${JSON.stringify(data).slice(0, 160)}`,
    )
    .join("\n");

/** Rules of one dossier: null where it keeps them, else what is wrong. */
const RULES: Readonly<Record<string, (world: World, kept: Kept) => string | null>> = {
  "the stored projection is what the acts come to": (_world, { row, state }) => {
    const rebuilt: Readonly<Record<string, unknown>> = projection(state);
    const wrong = Object.keys(rebuilt).filter((name) => comparable(rebuilt[name]) !== comparable(row[name]));
    return wrong.length === 0
      ? null
      : wrong.map((name) => `${name}: ${row[name]}, acts say ${rebuilt[name]}`).join("; ");
  },
  "the walk of the national list is one it allows": (_world, { state }) => {
    const codes = state.nationalPath.map(({ code }) => code);
    if (codes[0] !== 1) return `begins with ${codes[0]}`;
    const at = codes.findIndex((code, n) => n > 0 && !NATIONAL_ARROWS[codes[n - 1] ?? 1].includes(code));
    return at < 0 ? null : `${codes.slice(0, at + 1).join(" → ")}`;
  },
  "exactly one competent unit": (world, { row, state, acts }) => {
    if (row.unit_id !== state.unit) return `row ${row.unit_id}, acts ${state.unit}`;
    if (!world.house.deps.catalogue.findUnit(state.unit)) return `no such unit ${state.unit}`;
    let unit: string | null = null;
    for (const act of acts) {
      if (act.kind === "filed") unit = act.data.unit;
      if (act.kind !== "transferred" && act.kind !== "rerouted") continue;
      if (act.data.from !== unit) return `handed on by ${act.data.from}, but it lay with ${unit}`;
      unit = act.data.to;
    }
    return unit === state.unit ? null : `acts lead to ${unit}`;
  },
  "acts follow one another in time": (_world, { acts }) => {
    const at = acts.findIndex((act, n) => n > 0 && act.at < (acts[n - 1]?.at ?? 0));
    return at < 0 ? null : `act ${at + 1} is older than the one before it`;
  },
  "the due time is what the clock reckons": (world, { row, acts, state }) => {
    const procedure = world.house.deps.dossiers.findProcedure(row.procedure_key);
    if (!procedure) return "no procedure";
    const edition = getEdition(procedure, row.edition_id);
    if (edition.handling !== "examined" || state.clockFrom === null || CLOCK_ENDED.has(state.status)) return null;
    const calendar = world.house.deps.calendar();
    const clock = clockOf({ acts, edition, calendar, rules: clockRules(), now: world.now() });
    if (clockUnitOf(acts) === null) return "no office's hours";
    const due = state.pausedSince === null ? (clock.reckoned?.dueAt ?? null) : null;
    return due === state.dueAt ? null : `stored ${state.dueAt}, reckoned ${due}`;
  },
};

const comparable = (value: unknown): string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value)
    ? String(Date.parse(value))
    : JSON.stringify(value ?? null);

async function chainsHold({ house, tally }: World): Promise<void> {
  const verdict = await verdictOn(house.db, undefined, [logStage(house).key]);
  if (!verdict.held) tally.violation("chains, log and books hold (verify-log)", verdict.lines.join("\n"));
}

async function clocksHold({ house, tally }: World): Promise<void> {
  const { running, misfits } = await house.deps.dossiers.dueDates.verify();
  tally.count("clocks running at the end", running);
  if (misfits.length > 0) tally.violation("due times are those of the clocks (verify)", JSON.stringify(misfits));
}

async function moneyHolds({ house, owner, tally, transfers }: World, kept: readonly Kept[]): Promise<void> {
  const { broken } = await moneyInvariants(house.db);
  for (const { rule, count } of broken) tally.violation("no đồng is created or lost", `${rule} (${count})`);
  const { rows } = await owner.query(
    `select coalesce(sum(amount_dong) filter (where kind = 'bank-received'), 0)::bigint as came from money_movements`,
  );
  const booked = transfers.reduce((sum, { amount }) => sum + amount, 0);
  if (rows[0].came !== booked) tally.violation("what came in is what the bank booked", `${rows[0].came} of ${booked}`);
  tally.count("đồng that came by transfer", booked);

  const { rows: debts } = await owner.query(
    `select dossier_id, amount_dong, paid_dong, waived_dong, paid_at, cancelled_at from debts`,
  );
  const byDossier = Map.groupBy(debts, (debt) => debt.dossier_id as string);
  for (const one of kept) {
    const own = byDossier.get(one.row.id) ?? [];
    const open = own.filter((d) => d.cancelled_at === null && d.amount_dong > d.paid_dong + d.waived_dong);
    const cancelled = own.filter((d) => d.cancelled_at !== null && d.waived_dong < d.amount_dong);
    const expected =
      open.length > 0 ? "due" : cancelled.length > 0 ? "cancelled" : own.some((d) => d.paid_dong > 0) ? "paid" : "none";
    if (one.state.money !== expected)
      tally.violation(
        "the dossier says of its fee what the books say",
        `${one.row.code}: ${one.state.money}, books ${expected}\n${storyOf(one)}`,
      );
  }
}

/** Each act judged once more from its chain: who did it, in which role, where the dossier stood then. */
async function everyActWasAllowed(world: World, kept: readonly Kept[]): Promise<void> {
  const { tally, staff, owner } = world;
  const { rows: family } = await owner.query(
    "select a.number as one, b.number as other from persons a join persons b on b.household_id = a.household_id and a.number <> b.number",
  );
  const related = new Set(family.map(({ one, other }) => `${one} ${other}`));
  for (const { row, acts, states } of kept) {
    const procedure = world.house.deps.dossiers.findProcedure(row.procedure_key);
    if (!procedure) continue;
    const edition = getEdition(procedure, row.edition_id);
    for (const [at, act] of acts.entries()) {
      const state = states[at - 1];
      if (!state || act.by.as === "system" || act.kind === "acknowledged" || act.kind === "fee-set") continue;
      const { by } = act;
      const subject = {
        ...{ state, edition, unit: state.unit, ownerNumber: row.owner_number },
        related: related.has(`${by.number} ${row.owner_number}`),
      };
      if (!independently(act.kind as Parameters<typeof independently>[0], subject, by))
        tally.violation("every act was allowed at its moment", `${row.code} act ${act.seq} ${act.kind} by ${by.name}`);
      if (by.as !== "officer") continue;
      tally.count("acts of officers judged again");
      const seat = staff.seats.find(({ account, post }) => account === by.account && post === by.post);
      const roles = [...(by.roles ?? [])].sort().join(" ");
      if (!seat || seat.unit !== by.unit || [...seat.roles].sort().join(" ") !== roles)
        tally.violation("who acted sat there", `${row.code} act ${act.seq} ${act.kind} by ${by.name} (${roles})`);
      if ((seat?.delegated ?? false) !== (by.delegatedBy !== undefined))
        tally.violation("who stood in is named", `${row.code} act ${act.seq} ${act.kind} by ${by.name}`);
    }
  }
}

/** Whoever opened a dossier stands in the log of looks, about its owner, at least as often. */
async function looksAreLogged({ owner, tally, opened }: World): Promise<void> {
  const { rows } = await owner.query(
    `select l.actor_account || ' ' || l.dossier_code as key, count(*)::int as looks
     from access_log l join dossiers d on d.code = l.dossier_code and d.owner_number = l.subject_number
     where l.purpose_key = 'handle-dossier' group by 1`,
  );
  const looks = new Map(rows.map(({ key, looks: count }) => [key as string, count as number]));
  for (const [key, times] of opened)
    if ((looks.get(key) ?? 0) < times)
      tally.violation("every look has its entry", `${key}: ${looks.get(key) ?? 0} of ${times}`);
  tally.count(
    "looks in the log",
    rows.reduce((sum, row) => sum + row.looks, 0),
  );
}

/** Every signed and every numbered act has its one paper with its file; there is no paper without its act. */
async function papersAreWhole({ house, owner, tally }: World, kept: readonly Kept[]): Promise<void> {
  const { rows } = await owner.query("select dossier_id, act_seq, file_sha256, number from documents");
  const papers = new Map(rows.map((row) => [`${row.dossier_id} ${row.act_seq}`, row]));
  let found = 0;
  for (const { row, acts } of kept) {
    for (const act of acts) {
      if (act.kind !== "signed" && act.kind !== "numbered") continue;
      const paper = papers.get(`${row.id} ${act.seq}`);
      found += 1;
      if (!paper || paper.file_sha256 !== act.data.sha256 || paper.number !== act.data.number)
        tally.violation("an act has its paper", `${row.code} act ${act.seq}`);
      else if ((await house.deps.files.sizeOf(act.data.sha256)) === null)
        tally.violation("a paper has its file", `${row.code} act ${act.seq}`);
    }
  }
  if (found !== rows.length) tally.violation("no paper without its act", `${rows.length} papers, ${found} acts`);
  tally.count("papers signed or sealed", rows.length);
}

/** What was granted and issued stands in its register once; nothing else does. */
async function registersAreWhole({ owner, tally }: World, kept: readonly Kept[]): Promise<void> {
  const { rows } = await owner.query(
    `select dossier_id, 'temporary-residence' as of from temporary_residences
     union all select dossier_id, 'seal-new' from seals union all select dossier_id, 'stay-notification' from stays`,
  );
  const entries = Map.groupBy(rows, ({ dossier_id }) => dossier_id as string);
  for (const { row, acts, state } of kept) {
    const own = entries.get(row.id) ?? [];
    const issued = acts.some(({ kind }) => kind === "issued");
    const told = acts.find((act) => act.kind === "acknowledged");
    const granted = acts.some((act) => act.kind === "decided" && act.data.outcome === "grant");
    const due = told ? told.data.entries : issued && granted && state.outcome === "grant" ? 1 : 0;
    if (own.length !== due || own.some(({ of }) => of !== row.procedure_key))
      tally.violation("what was granted stands in its register once", `${row.code}: ${own.length} entries, ${due} due`);
  }
}

async function checksAreDone({ owner, tally }: World): Promise<void> {
  const { rows } = await owner.query("select state, count(*)::int as n from verifications group by state");
  for (const { state, n } of rows) {
    tally.count(`checks against the register: ${state}`, n);
    if (state === "waiting") tally.violation("the register is asked until it answers", `${n} checks wait`);
  }
}

/** Whoever is late was warned; messages went out; an act whose paper failed was done later, unless its dossier ended otherwise. */
async function peopleAreTold({ owner, tally, unprinted, now }: World, kept: readonly Kept[]): Promise<void> {
  const { rows } = await owner.query("select dossier_id from clock_warnings where level = 'late'");
  const warned = new Set(rows.map(({ dossier_id }) => dossier_id as string));
  for (const { row, state } of kept) {
    const late = state.dueAt !== null && state.dueAt < now() && !CLOCK_ENDED.has(state.status);
    if (late && !warned.has(row.id)) tally.violation("who is late was warned", row.code);
  }
  tally.count("warnings of lateness", rows.length);
  const { rows: waiting } = await owner.query(
    "select count(*)::int as n from messages where finished_at is null and next_at <= $1",
    [new Date(now())],
  );
  if (waiting[0].n > 0) tally.violation("messages go out", `${waiting[0].n} wait`);
  const byCode = new Map(kept.map((one) => [one.row.code, one]));
  for (const failed of unprinted) {
    const [code = "", kind] = failed.split(" ");
    const { acts, state } = byCode.get(code) ?? {};
    if (acts?.some((act) => act.kind === kind)) tally.count("papers made after they had failed");
    else if (state && ["decided", "signed"].includes(state.status))
      tally.count("papers still to be made in the evening");
    else if (state?.closedAt === null) tally.violation("an act whose paper failed succeeds when repeated", failed);
  }
}

async function serialsOf({ owner }: World): Promise<ReadonlyMap<string, number>> {
  const { rows } = await owner.query("select office_province, unit_id, book, period, last from serials");
  return new Map(rows.map((row) => [`${row.office_province} ${row.unit_id} ${row.book} ${row.period}`, row.last]));
}
