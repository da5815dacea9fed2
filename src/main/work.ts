import { z } from "zod";
import { dayOfInstant } from "../kernel/plain-date.ts";
import { createSequencer, type Sequencer } from "../modules/transparency/index.ts";
import type { Clock } from "../platform/clock.ts";
import { type Database, openDatabase } from "../platform/database/database.ts";
import { startJobs, type Tasks } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";
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
};

/** What tasks work with. */
type Room = { readonly house: WebDeps; readonly db: Database; readonly sequencer: Sequencer };

const LawDueDates = z.object({ proposal: z.uuid() });
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
  async "data-sweep"({ house }, { log }) {
    log.info(await house.dataRights.sweepDisposed(), "drafts and disposed files swept");
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
  async "log-checkpoint"({ sequencer }, { log }) {
    const round = await sequencer.run();
    if (round && round.numbered > 0) log.info(round, "entries numbered, checkpoint signed");
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
  "5 17 * * * dossiers-reroute ?max=5",
  "0 18 * * * payments-sweep ?max=5",
  "* * * * * verifications-run ?max=1",
  "30 * * * * verifications-sweep ?max=3",
  "30 18 * * * data-sweep ?max=3",
  "15 17 * * * desk-sweep ?max=3",
  "0 19 * * * verify-log ?max=3",
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

async function openRoom({ settings, app, clock, log, secrets }: WorkDeps): Promise<Room> {
  const { buildHouse } = await import("./house.ts");
  const db = openDatabase({ url: app.url, most: 3, name: "motcua work", ...(app.role ? { role: app.role } : {}) });
  try {
    const sequencer = createSequencer({ db, clock, signer: logSigner(settings, secrets) });
    return { db, sequencer, house: await buildHouse({ settings, db, clock, log, secrets }) };
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
