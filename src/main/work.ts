import { z } from "zod";
import { dayOfInstant } from "../kernel/plain-date.ts";
import { createSequencer, type Sequencer } from "../modules/transparency/index.ts";
import type { Clock } from "../platform/clock.ts";
import { type Database, openDatabase } from "../platform/database/database.ts";
import { startJobs, type Tasks } from "../platform/jobs.ts";
import { readKeyLedger } from "../platform/key-ledger.ts";
import type { Log } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import type { WebDeps } from "../web/context.ts";
import { logSigner, trustedLogKeys } from "./log-key.ts";

export type WorkDeps = {
  readonly settings: Settings;
  readonly ownerUrl: string;
  /** Where tasks do their work: in the application's role. */
  readonly app: { readonly url: string; readonly role: string | null };
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Pick<Secrets, "get">;
  /** Where the jobs count; nowhere unless given. */
  readonly metrics?: Pick<Metrics, "counter">;
};

/** What tasks work with. */
type Room = { readonly house: WebDeps; readonly db: Database; readonly sequencer: Sequencer };

const LawDueDates = z.object({ proposal: z.uuid() });
const HoursDueDates = z.object({ unit: z.string(), change: z.uuid(), because: z.string() });
const STATEMENT_LINES_A_RUN = 5_000;
const TWO_DAYS_MS = 2 * 86_400_000;

/** What is done outside of any request. One entry a task; the task itself stands in its module. */
const TASKS: Readonly<Record<string, (room: Room, deps: WorkDeps, payload: unknown) => Promise<void>>> = {
  async "access-sweep"({ house }, { log }) {
    log.info(await house.access.sweep(), "sessions and sign-ins swept");
  },
  async "payments-reconcile"({ house }, { log }) {
    const { asked, learned, contradictions, failure } = await house.payments.reconcile();
    const what = { asked, learned, contradictions: contradictions.length, failure: failure?.kind ?? null };
    if (failure || contradictions.length > 0) log.warn(what, "reconciled with the bank, not everything fits");
    else if (asked > 0) log.info(what, "reconciled with the bank");
  },
  async "payments-sweep"({ house }, { clock, log }) {
    const { learned, contradictions, failure } = await house.payments.sweep(clock.now() - TWO_DAYS_MS);
    log.info(
      { learned, contradictions: contradictions.length, failure: failure?.kind ?? null },
      "swept the bank's list",
    );
  },
  async "payments-statements"({ house }, { log }) {
    const entered = await house.payments.statements.enterWaiting(STATEMENT_LINES_A_RUN);
    if (entered > 0) log.info({ entered }, "lines of bank statements entered");
  },
  async "data-sweep"({ house }, { log }) {
    log.info(await house.dataRights.sweepDisposed(), "drafts and disposed files swept");
  },
  async "drafts-reseal"({ house }, { log }) {
    const resealed = await house.dossiers.drafts.reseal();
    if (resealed > 0) log.info({ resealed }, "drafts sealed anew under the current key");
  },
  async "desk-sweep"({ house }, { log }) {
    log.info(await house.desk.sweep(), "past days of the waiting room ended, old bookings forgotten");
  },
  async "verifications-run"({ house }, { log }) {
    const { asked, answered, failed } = await house.verifications.checks.run();
    if (failed > 0) log.warn({ asked, answered, failed }, "the population register did not answer everything");
    else if (asked > 0) log.info({ asked, answered }, "asked the population register");
  },
  async "verifications-sweep"({ house }) {
    await house.verifications.asking.sweep();
  },
  async "dossiers-reroute"({ house }, { clock, log }) {
    for (const { from, to, dossiers } of await house.dossiers.reroute(dayOfInstant(clock.now())))
      log.info({ from, to, dossiers }, "open dossiers handed to the office's successor");
  },
  async "cooperations-silent"({ house }, { log }) {
    const reported = await house.dossiers.cooperation.reportSilence();
    if (reported > 0) log.info({ reported }, "offices that did not answer in time reported");
  },
  async "law-due-dates"({ house }, { log }, payload) {
    const { proposal } = LawDueDates.parse(payload);
    const published = await house.regulations.proposal(proposal);
    if (published?.state !== "published") throw new Error("due dates of a proposal that is not published");
    const moved = await house.dossiers.dueDates.move(await house.regulations.daysOf(published), {
      id: proposal,
      title: published.content.title,
    });
    log.info({ proposal, moved }, "due dates reckoned anew");
  },
  async "hours-due-dates"({ house }, { log }, payload) {
    const { unit, change, because } = HoursDueDates.parse(payload);
    const moved = await house.dossiers.dueDates.moveOfUnit(unit, { id: change, title: because });
    log.info({ unit, change, moved }, "due dates reckoned anew by the office's hours");
  },
  async "clock-warnings"({ house }, { log }) {
    const raised = await house.dossiers.warnings.raise();
    if (raised.terms + raised.unanswered > 0) log.info(raised, "warnings of clocks raised");
  },
  async "verify-clocks"({ house }, { log }) {
    const { running, misfits } = await house.dossiers.dueDates.verify();
    log[misfits.length === 0 ? "info" : "error"]({ running, misfits }, "due times compared with the clocks");
  },
  async "messages-deliver"({ house }, { log }) {
    const { taken, failed } = await house.messages.delivery.run();
    if (failed > 0) log.warn({ taken, failed }, "messages that could not be moved on, tried again");
    else if (taken > 0) log.info({ taken }, "messages moved on");
  },
  async "log-checkpoint"({ sequencer }, { log }) {
    const round = await sequencer.run();
    if (round && round.numbered > 0) log.info(round, "entries numbered, checkpoint signed");
  },
  async "keys-check"({ db }, { settings, clock, log }) {
    const { ownKeys, partnerKeys } = await import("./keys/report.ts");
    const own = await ownKeys(settings, readKeyLedger(settings.dataDir), clock.now());
    for (const { name, due, state } of [...own, ...(await partnerKeys(db, clock.now()))])
      if (state === "soon" || state === "overdue") log.warn({ key: name, due, state }, "a key is to be changed");
  },
  async "verify-log"({ db }, { settings, secrets, log }) {
    const { verdictOn } = await import("./verify-log.ts");
    const { held, lines } = await verdictOn(db, undefined, trustedLogKeys(settings, secrets));
    log[held ? "info" : "error"]({ held, lines }, "chains and books verified");
  },
};

/** When (UTC; Vietnam is seven hours ahead). The nights' work starts at 01:00 and 02:00 there. */
const crontab = ({ log }: Settings): readonly string[] => [
  `*/${log.checkpointMinutes} * * * * log-checkpoint ?max=1`,
  "17 * * * * access-sweep ?max=3",
  "*/5 * * * * payments-reconcile ?max=3",
  "*/5 * * * * clock-warnings ?max=1",
  "5 17 * * * dossiers-reroute ?max=5",
  "*/15 * * * * cooperations-silent ?max=1",
  "0 18 * * * payments-sweep ?max=5",
  "* * * * * payments-statements ?max=1",
  "* * * * * verifications-run ?max=1",
  "* * * * * messages-deliver ?max=1",
  "30 * * * * verifications-sweep ?max=3",
  "30 18 * * * data-sweep ?max=3",
  "45 18 * * * drafts-reseal ?max=3",
  "15 17 * * * desk-sweep ?max=3",
  "0 19 * * * verify-log ?max=3",
  "0 1 * * * keys-check ?max=3",
  "30 19 * * * verify-clocks ?max=3",
];

/** Starts after the pages are served: nobody waits for a job. The house is built when the first job is due. */
export async function startWork(deps: WorkDeps): Promise<{ stop(): Promise<void> }> {
  // The key is made before anybody else could make one.
  logSigner(deps.settings, deps.secrets);
  const room = lazily(() => openRoom(deps));
  const tasks: Tasks = Object.fromEntries(
    Object.entries(TASKS).map(([name, task]) => [
      name,
      async (payload) => {
        const open = await room.get();
        await open.house.regulations.refresh();
        await task(open, deps, payload);
      },
    ]),
  );
  const jobs = await startJobs({
    ownerUrl: deps.ownerUrl,
    tasks,
    crontab: crontab(deps.settings).join("\n"),
    log: deps.log,
  });
  return {
    async stop() {
      await jobs.stop();
      await (await room.made())?.db.close();
    },
  };
}

async function openRoom({ settings, app, clock, log, secrets, metrics }: WorkDeps): Promise<Room> {
  const { buildHouse } = await import("./house.ts");
  const db = openDatabase({ url: app.url, most: 3, name: "motcua work", ...(app.role ? { role: app.role } : {}) });
  try {
    const sequencer = createSequencer({ db, clock, signer: logSigner(settings, secrets) });
    return {
      db,
      sequencer,
      house: await buildHouse({ settings, db, clock, log, secrets, ...(metrics ? { metrics } : {}) }),
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Makes the thing when it is first asked for; a making that failed is tried again the next time. */
function lazily<T>(make: () => Promise<T>): { get(): Promise<T>; made(): Promise<T | null> } {
  let making: Promise<T> | null = null;
  return {
    get() {
      making ??= make().catch((error: unknown) => {
        making = null;
        throw error;
      });
      return making;
    },
    made: async () => (making ? making.catch(() => null) : null),
  };
}
