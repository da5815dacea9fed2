import { type Actor, SYSTEM } from "../../engine/state/index.ts";
import type { Call, PopulationFailure, PopulationRegister } from "../../gateways/population/index.ts";
import { type Claim, claimFields } from "../../kernel/person-claim.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { addJob } from "../../platform/jobs.ts";
import { logAccess } from "../access/index.ts";
import type { Named } from "./named.ts";
import * as rows from "./rows.ts";

/** The job that asks what is due. It may be run twice at once, and be killed at any moment. */
export const CHECKS_JOB = "verifications-run";

/** The people of a dossier's answers, as they are to be checked. */
export type CheckedDossier = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  /** The number of the act that brought the answers. */
  readonly answersSeq: number;
  readonly procedure: string;
  readonly people: readonly Named[];
};

/** What a check needs to know of its dossier when its time has come. */
export type PeopleOfDossier = (
  sql: Sql,
  officeProvince: string,
  dossierId: string,
) => Promise<(Pick<CheckedDossier, "people" | "answersSeq"> & { readonly agency: string }) | null>;

export type RunReport = { readonly asked: number; readonly answered: number; readonly failed: number };

/** A taken check is nobody else's for so long; longer than a whole batch may last. */
const TAKEN_MS = 60_000;
const BATCH = 40;
const AT_ONCE = 8;
/** After a failure a check waits so long, doubled with each further failure, and never longer than the last. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A list of hundreds of guests is not examined one by one when its dossier is opened. */
const OPENED_MOST = 20;

/** Asks the population register about the people of dossiers: planned with the filing, asked by a job, answered once. */
export function createChecks(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly register: PopulationRegister;
  readonly peopleOf: PeopleOfDossier;
}) {
  const { db, clock, register } = deps;

  /** Asks one check and writes down what came of it. The look is logged with the answer, or there is no answer. */
  const askOne = async (check: rows.CheckRow, claim: Claim | null, agency: string, actor: Actor): Promise<boolean> => {
    if (!claim) {
      // The answers were changed since: a later check stands for the new ones.
      await rows.fail(db, check, "superseded", null, true);
      return true;
    }
    const { id, dossierCode: dossier, procedure, purpose } = check;
    const asked = await register.verify(claim, { id, dossier, procedure, purpose, agency } satisfies Call);
    if (!asked.ok) {
      const { failure } = asked;
      const final = failure.kind === "not-granted";
      await rows.fail(db, check, wordsOf(failure), final ? null : clock.now() + pauseAfter(check.attempts), final);
      return final;
    }
    await db.inTransaction(async (tx) => {
      const at = clock.now();
      if (!(await rows.answer(tx, check, asked.value, at))) return;
      const { officeProvince } = check;
      await logAccess(tx, at, {
        officeProvince,
        actor,
        subjectNumber: claim.number,
        dossierCode: dossier,
        purpose: "verify-person",
        fields: ["identity-check"],
      });
    });
    return true;
  };

  const askBatch = async (taken: readonly rows.CheckRow[], actor: Actor): Promise<number> => {
    let answered = 0;
    const questions: (() => Promise<boolean>)[] = [];
    for (const [dossierId, checks] of Map.groupBy(taken, (check) => check.dossierId)) {
      const found = await deps.peopleOf(db, checks[0]?.officeProvince ?? "", dossierId);
      for (const check of checks) {
        const isLatest = found?.answersSeq === check.answersSeq;
        const named = isLatest ? found.people.find(({ place }) => place === check.place) : undefined;
        const claim = named?.claim ?? null;
        questions.push(() => askOne(check, claim, found?.agency ?? "", actor));
      }
    }
    const ask = async (): Promise<void> => {
      for (let next = questions.shift(); next; next = questions.shift()) if (await next()) answered += 1;
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    return answered;
  };

  /** Plans checks in the transaction that brings the answers, and the job with them. Planned twice they are one. */
  const plan = async (tx: Tx, dossiers: readonly CheckedDossier[], at: Instant): Promise<number> => {
    const checks = dossiers.flatMap(({ people, ...dossier }) =>
      people.map(
        ({ place, claim }): rows.NewCheck => ({
          ...dossier,
          id: newId(),
          place,
          purpose: `Đối chiếu thông tin khai trong hồ sơ ${dossier.dossierCode}`,
          fields: ["number", ...claimFields.filter((field) => claim[field] !== undefined)],
          at,
        }),
      ),
    );
    return checks.length === 0 ? 0 : rows.insertChecks(tx, checks);
  };

  /** Asks everything that is due, until nothing is or the register does not answer. */
  const run = async (
    options: {
      readonly dossier?: { readonly officeProvince: string; readonly id: string };
      /** In whose name it is asked: an officer who opened the dossier, else the house itself. */
      readonly actor?: Actor;
    } = {},
  ): Promise<RunReport> => {
    let [asked, answered] = [0, 0];
    for (;;) {
      const now = clock.now();
      const taken = await rows.takeDue(db, now, now + TAKEN_MS, BATCH, options.dossier ?? null);
      const done = await askBatch(taken, options.actor ?? SYSTEM);
      asked += taken.length;
      answered += done;
      // Whoever stays silent to a whole batch is asked again at another time.
      if (taken.length < BATCH || done === 0) return { asked, answered, failed: asked - answered };
    }
  };

  return {
    run,

    /** Plans the checks of dossiers that are being filed: they leave with the filing, or not at all. */
    async planFiled(tx: Tx, dossiers: readonly CheckedDossier[], at: Instant): Promise<void> {
      if ((await plan(tx, dossiers, at)) > 0) await addJob(tx, CHECKS_JOB, {});
    },

    /**
     * The checks of a dossier that an officer opens: those never planned are planned, those due are asked now, in the
     * officer's name. A register that is down makes nobody wait long, and the page says so.
     */
    async whenOpened(dossier: CheckedDossier, actor: Actor): Promise<void> {
      const { officeProvince, dossierId: id } = dossier;
      const there = await rows.checksOf(db, officeProvince, id);
      const people = dossier.people.slice(0, OPENED_MOST);
      if (there.length === 0 && people.length > 0)
        await db.inTransaction((tx) => plan(tx, [{ ...dossier, people }], clock.now()));
      else if (!there.some(({ state }) => state === "waiting")) return;
      await run({ dossier: { officeProvince, id }, actor });
    },

    /** The checks of a dossier's latest answers. */
    ofDossier: rows.checksOf,
  };
}
export type Checks = ReturnType<typeof createChecks>;

const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 16), LONGEST_PAUSE_MS);

/** What failed, never about whom. */
const wordsOf = (failure: PopulationFailure): string =>
  "cause" in failure ? `${failure.kind}: ${failure.cause}`.slice(0, 200) : failure.kind;
