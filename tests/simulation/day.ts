import pg from "pg";
import { pino } from "pino";
import { createEmbeddedRegister, withResilience } from "../../src/gateways/population/index.ts";
import { day, type Instant, instantAt } from "../../src/kernel/plain-date.ts";
import type { Filing } from "../../src/modules/dossiers/index.ts";
import { verifyPerson } from "../../src/modules/population/index.ts";
import { testHouse } from "../support/house.ts";
import { logStage } from "../support/log-stage.ts";
import { fileOverApi } from "./api-filing.ts";
import { breakPrinter, endDelegations, mendPrinter, recordFault, runJobs, withOutages } from "./disturbances.ts";
import { filingOf, isWard, type Kind, keepPicture } from "./filings.ts";
import { cancelStay, step } from "./life.ts";
import { type Lots, lotsOf } from "./lots.ts";
import { closeDrawers, openBooks, planPayment, takeStatement } from "./money.ts";
import { type Neighbour, neighboursIn } from "./neighbours.ts";
import { createSchedule, MINUTE_MS } from "./schedule.ts";
import { hireStaff } from "./staff.ts";
import { createTally } from "./tally.ts";
import { openWaitingRoom } from "./waiting-room.ts";
import { asCitizen, type Life, type World } from "./world.ts";

/** A working day of eight hours, moved along by setting the clock of the house. */

const DAY = day("2026-11-23");
/** Tuesday before: what was accepted then is due on Friday, and late on the day. */
const BEFORE = day("2026-11-17");
const OPENS = 8 * 60;
const MINUTES = 8 * 60;
/** Filings come in the first hours, so that most of them come to their end. */
const FILING_MINUTES = 330;
const ROUND_MINUTES = 20;
const CARRIED_OVER_PERCENT = 8;

export type DayWish = {
  readonly officers: number;
  readonly dossiers: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
};
export type Day = { readonly world: World; readonly lives: readonly Life[]; close(): Promise<void> };

export async function officeDay({ officers, dossiers, seed, tell }: DayWish): Promise<Day> {
  const down = { printer: false, register: false };
  let now: Instant = instantAt(BEFORE, OPENS);
  const tally = createTally(tell);
  const logged = { write: (line: string) => tally.violation("the house logs no error", line.slice(0, 1_000)) };
  const house = await testHouse({
    standIns: false,
    log: pino({ level: "error" }, logged),
    people: Math.max(250, officers * 8, Math.ceil(dossiers / 3)),
    register: () =>
      withOutages(
        withResilience(
          createEmbeddedRegister((claim) => verifyPerson(house.db, claim)),
          { pauseMs: 1, closedMs: 5 },
        ),
        down,
      ),
  });
  const setClock = (to: Instant): void => {
    now = Math.max(now, to);
    house.setClock(now);
  };
  setClock(now);
  const owner = new pg.Pool({ connectionString: house.ownerUrl, max: 4 });
  const lots = lotsOf(seed, "day");
  const people = await neighboursIn(owner);
  const staff = await hireStaff(house, owner, { officers, people });
  const picture = await keepPicture(house);
  const world: World = {
    ...{ house, owner, staff, people, picture, tally, seed, down },
    ...{ transfers: [], opened: new Map(), unprinted: new Set(), now: () => now },
  };
  await openBooks(world);
  const log = logStage(house);

  const lives: Life[] = [];
  const { later, putOff, run } = createSchedule(setClock, (cause) => tally.violation("the day goes on", String(cause)));
  const go = (life: Life) => async (): Promise<void> => {
    const wait = await step(world, life);
    if (wait !== null) later(now + wait, go(life));
  };
  const begin = (at: number, from: Instant, minutes: number): void => {
    const own = lotsOf(seed, `dossier ${at}`);
    later(from + own.below(minutes * MINUTE_MS), async () => {
      const life = await file(world, own, at);
      if (!life) return;
      lives.push(life);
      await planPayment(world, life, later);
      const soon = now + own.between(2, 30) * MINUTE_MS;
      if (life.kind !== "stay-notification") later(soon, go(life));
      else if (own.percent(12)) later(soon, () => cancelStay(world, life));
    });
  };
  const started = performance.now();
  const carried = Math.floor((dossiers * CARRIED_OVER_PERCENT) / 100);
  for (let at = 0; at < carried; at++) begin(at, instantAt(BEFORE, OPENS), 30);
  await run(instantAt(BEFORE, OPENS), 60, async () => undefined);

  // What was begun goes on when the office opens again.
  const opens = instantAt(DAY, OPENS);
  putOff(() => opens + lots.below(60 * MINUTE_MS));
  for (let at = carried; at < dossiers; at++) begin(at, opens, FILING_MINUTES);
  setClock(opens);
  const room = await openWaitingRoom(world, lots);
  await run(opens, MINUTES, async (minute) => {
    await disturb(world, minute);
    if (minute % 6 === 0) await room?.round();
    if (minute % ROUND_MINUTES !== 0) return;
    await runJobs(world, log.run, house.deps.clock);
    const seconds = ((performance.now() - started) / 1_000).toFixed(0);
    const clock = new Date(now + 7 * 3_600_000).toISOString().slice(11, 16);
    if (minute % 60 === 0)
      tell(
        `${clock}  ${lives.length} dossiers, ${tally.of("acts done")} acts, ${tally.violations.length} violations, ${seconds} s`,
      );
  });
  await takeStatement(world);
  await closeDrawers(world);
  // In the evening whatever was put off is done: the register answers, messages go out, every entry gets its number.
  for (let round = 0; round < 4; round++) {
    setClock(now + ROUND_MINUTES * MINUTE_MS);
    await runJobs(world, log.run, house.deps.clock);
  }
  await room?.check();
  tally.count("milliseconds the day took", Math.round(performance.now() - started));
  return {
    world,
    lives,
    async close() {
      await owner.end();
      await house.close();
    },
  };
}

/** Printing fails twice, the register once, and at two in the afternoon those on leave are back. */
async function disturb(world: World, minute: number): Promise<void> {
  if (minute === 120 || minute === 330) await breakPrinter(world);
  if (minute === 140 || minute === 345) await mendPrinter(world);
  if (minute === 60) await recordFault(world);
  if (minute === 180) world.down.register = true;
  if (minute === 240) world.down.register = false;
  if (minute === 360) await endDelegations(world);
}

/** Somebody files, a fifth of them twice at once under the same key: one dossier. */
async function file(world: World, lots: Lots, at: number): Promise<Life | null> {
  const { house, staff, tally } = world;
  const kind = kindOf(lots, staff.units);
  const unit = lots.oneOf(staff.units.filter((one) => isWard(one) === (kind !== "seal-new")));
  const person = unit && filerOf(world, unit, lots);
  if (!unit || !person) return null;
  const filing = filingOf(house, kind, unit, person, world.picture, lots, at);
  const times = lots.percent(20) ? 2 : 1;
  const viaApi = kind === "stay-notification" && lots.percent(10);
  const codes = new Set(viaApi ? await fileOverApi(world, filing) : await fileInHouse(world, filing, times));
  const [code] = codes;
  if (code === undefined || codes.size > 1) {
    tally.violation("one filing is one dossier", `${kind} ${at}: ${[...codes]}`);
    return null;
  }
  tally.count(`filed: ${kind}`);
  if (times > 1) tally.count("filed twice at once");
  const { rows } = await world.owner.query("select office_province, id from dossiers where code = $1", [code]);
  return { kind, lots, code, officeProvince: rows[0].office_province, id: rows[0].id, filer: filing.actor };
}

/** Now and then an officer of the unit, or somebody of an officer's household: their dossiers are others' to handle. */
function filerOf({ people, staff }: World, unit: string, lots: Lots): Neighbour | null {
  const officer = lots.oneOf(staff.seats.filter((seat) => seat.unit === unit))?.person;
  if (lots.percent(6)) return officer ?? null;
  const family = people.filter(
    ({ household, number }) => household !== null && household === officer?.household && number !== officer.number,
  );
  return lots.oneOf(lots.percent(12) && family.length > 0 ? family : people);
}

async function fileInHouse({ house, tally }: World, filing: Filing, times: number): Promise<readonly string[]> {
  const filed = await Promise.all(
    Array.from({ length: times }, () => asCitizen(filing.actor, () => house.deps.dossiers.file(filing))),
  );
  return filed.flatMap((one) => {
    if (one.ok) return [one.value.code];
    tally.violation("what is whole is taken", `${filing.procedure.key}: ${JSON.stringify(one.failure)}`);
    return [];
  });
}

function kindOf(lots: Lots, units: readonly string[]): Kind {
  const drawn = lots.below(100);
  if (drawn < 30) return "stay-notification";
  return drawn < 45 && units.some((unit) => !isWard(unit)) ? "seal-new" : "temporary-residence";
}
