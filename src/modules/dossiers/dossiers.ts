import { type Edition, getEdition, type Procedure } from "../../engine/definition/index.ts";
import type { Answers } from "../../engine/form/index.ts";
import { clockOf, clockUnitOf, type DossierClock } from "../../engine/reckoning/clock.ts";
import {
  type Act,
  type Actor,
  type ChosenAct,
  type DossierState,
  deriveState,
  type PaperSent,
  type ReturnWay,
  type Subject,
} from "../../engine/state/index.ts";
import { provinceOfDossierCode } from "../../kernel/dossier-code.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import type { ColumnSealer } from "../../platform/sealed-columns.ts";
import { type Reading, readForHouse } from "../access/index.ts";
import type { Payments } from "../payments/index.ts";
import type { StayEntry } from "../registers/index.ts";
import { type CheckedDossier, type Checks, type PeopleOfDossier, peopleIn } from "../verifications/index.ts";
import {
  type Doing,
  type Done,
  type IsRelative,
  isRelated,
  performAct,
  reappointmentsMost,
  type Scene,
} from "./act.ts";
import { type CaseworkWanted, doCasework } from "./acts/casework.ts";
import { type ClockDeps, type PauseWish, pauseClock, resumeClock } from "./acts/clock.ts";
import { type OpenRung, type Stopping, stop, withdraw } from "./acts/ending.ts";
import { assign, decide, type Outcome, propose } from "./acts/examination.ts";
import { accept, type Lacking, refuseIntake, requestSupplement, supplement } from "./acts/intake.ts";
import { doLife, type LifeWanted } from "./acts/life.ts";
import { recordMoney } from "./acts/payment.ts";
import { issue, number, type ResultPapers, returnResult, sign } from "./acts/result.ts";
import { cancelStay, correctStay } from "./acts/stays.ts";
import { type AdmissionSettings, createAdmission } from "./admission.ts";
import { createClockWarnings } from "./clock-warnings.ts";
import { createCooperation } from "./cooperation.ts";
import { createDrafts } from "./drafts.ts";
import { type CalendarsOf, createDueDates } from "./due-dates.ts";
import type { ActFailure, FilingFailure } from "./failures.ts";
import { type Filing, type FilingDeps, formContext, prepareFiling, requestHash } from "./filing.ts";
import { createIntake, type Filed } from "./intake.ts";
import { likelySame } from "./likely-same.ts";
import { loadOfUnit } from "./load-rows.ts";
import { createNoticeTemplates } from "./notice-templates.ts";
import { tookOutOfSight } from "./out-of-sight.ts";
import { createRemarks } from "./remarks.ts";
import { createReroute } from "./reroute.ts";
import { bookOfResults } from "./result-book-rows.ts";
import { actsOf, type DossierRow, dossiersOfFiler, findDossier, findDossierById } from "./rows.ts";
import { countWork, workOf } from "./work-rows.ts";

/** A dossier as a page shows it: the projection, and everything computed from its acts. */
export type DossierView = {
  readonly row: DossierRow;
  readonly procedure: Procedure;
  readonly edition: Edition;
  readonly acts: readonly Act[];
  readonly state: DossierState;
};

/** Where a dossier stands, without its content. */
export type Whereabouts = Pick<DossierView, "procedure" | "edition"> & {
  readonly row: Pick<DossierRow, "code" | "unitId" | "filedAt" | "dueAt" | "closedAt" | "status" | "clockFrom">;
  readonly state: Pick<DossierState, "status" | "filedAt" | "dueAt" | "endedAt" | "nationalPath">;
};

/** What somebody wants to do, with what the act needs. */
export type ActWanted =
  | { readonly act: "accepted" }
  | LifeWanted
  | CaseworkWanted
  | {
      readonly act: "refused-intake";
      readonly ground: string;
      readonly reason: string;
      /** The name of the competent office, where the dossier came to the wrong one. */
      readonly rightPlace?: string | null;
    }
  | ({ readonly act: "supplement-requested" } & Lacking)
  | ({ readonly act: "clock-paused" } & PauseWish)
  | { readonly act: "clock-resumed"; readonly reason: string }
  | {
      readonly act: "supplemented";
      readonly message: string;
      readonly papers: readonly PaperSent[];
      readonly answers?: Answers;
    }
  | {
      readonly act: "assigned";
      readonly to: { readonly account: string; readonly name: string } | null;
      /** Whom the program suggested, when it did. */
      readonly suggested?: string | null;
    }
  | ({ readonly act: "proposed" } & Outcome)
  | ({ readonly act: "decided" } & Outcome)
  | { readonly act: "signed" }
  | { readonly act: "numbered" }
  | { readonly act: "issued" }
  | { readonly act: "returned"; readonly way: ReturnWay; readonly to: string; readonly proof?: string }
  | ({ readonly act: "stopped" } & Stopping)
  | { readonly act: "withdrawn"; readonly reason: string }
  | { readonly act: "corrected"; readonly entry: string; readonly replacement: StayEntry; readonly reason: string }
  | { readonly act: "cancelled"; readonly entry: string; readonly reason: string };

export type DossiersParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: ColumnSealer;
  readonly procedures: readonly Procedure[];
  readonly clocks: ClockDeps & { readonly calendarsOf: CalendarsOf };
  readonly payments: Payments;
  readonly isRelative: IsRelative;
  readonly checks: Pick<Checks, "planFiled">;
  readonly openRung: OpenRung;
  readonly filing: FilingDeps;
  readonly resultPapers: ResultPapers;
  readonly admission: AdmissionSettings;
};
export type Dossiers = ReturnType<typeof createDossiers>;

/** The life of dossiers: filing, finding, acting. */
export function createDossiers(parts: DossiersParts) {
  const { db, clock, payments } = parts;
  const { calendarOf, calendarsOf, rules } = parts.clocks;
  const byKey = new Map(parts.procedures.map((procedure) => [procedure.key, procedure]));
  const findProcedure = (key: string): Procedure | null => byKey.get(key) ?? null;
  const getProcedure = (key: string): Procedure => {
    const procedure = byKey.get(key);
    if (!procedure) throw new Error(`a dossier of a procedure that is not loaded: ${key}`);
    return procedure;
  };
  const admission = createAdmission(clock, parts.admission);
  const intake = createIntake(db, { payments, checks: parts.checks, admission });

  const checkAnew = async ({ tx, dossier, edition, state, seq, at }: Scene, answers: Answers): Promise<void> => {
    if (edition.handling !== "examined") return;
    const people = peopleIn(edition, answers, formOf(state));
    const { officeProvince, id: dossierId, code: dossierCode } = dossier;
    const checked = { officeProvince, dossierId, dossierCode, answersSeq: seq, procedure: edition.code, people };
    await parts.checks.planFiled(tx, [checked], at);
  };

  const formOf = ({ filedAt, filer }: Pick<DossierState, "filedAt" | "filer">) =>
    formContext(parts.filing, dayOfInstant(filedAt), filer);

  const doingOf = (wanted: ActWanted): Doing<ChosenAct> => {
    switch (wanted.act) {
      case "accepted":
        return accept(calendarOf) as Doing<ChosenAct>;
      case "clock-paused":
        return pauseClock(wanted, parts.clocks) as Doing<ChosenAct>;
      case "clock-resumed":
        return resumeClock(wanted.reason, parts.clocks) as Doing<ChosenAct>;
      case "refused-intake":
        return refuseIntake(payments, wanted) as Doing<ChosenAct>;
      case "supplement-requested":
        return requestSupplement(calendarOf, wanted) as Doing<ChosenAct>;
      case "supplemented":
        return supplement(wanted.message, wanted.papers, wanted.answers, checkAnew) as Doing<ChosenAct>;
      case "assigned":
        return assign(wanted.to, wanted.suggested ?? null) as Doing<ChosenAct>;
      case "proposed":
        return propose(wanted) as Doing<ChosenAct>;
      case "decided":
        return decide(wanted) as Doing<ChosenAct>;
      case "signed":
        return sign(parts.resultPapers) as Doing<ChosenAct>;
      case "numbered":
        return number(parts.resultPapers) as Doing<ChosenAct>;
      case "issued":
        return issue() as Doing<ChosenAct>;
      case "returned":
        return returnResult(wanted) as Doing<ChosenAct>;
      case "stopped":
        return stop(payments, parts.openRung, wanted) as Doing<ChosenAct>;
      case "withdrawn":
        return withdraw(payments, wanted.reason) as Doing<ChosenAct>;
      case "corrected":
        return correctStay(wanted.entry, wanted.replacement, wanted.reason) as Doing<ChosenAct>;
      case "cancelled":
        return cancelStay(wanted.entry, wanted.reason) as Doing<ChosenAct>;
      case "claimed":
      case "passed-on":
      case "requirements-checked":
      case "returned-to-officer":
        return doCasework(formOf, wanted) as Doing<ChosenAct>;
      default:
        return doLife({ catalogue: parts.filing.catalogue, calendarOf }, wanted) as Doing<ChosenAct>;
    }
  };

  const view = async (sql: Sql, row: DossierRow): Promise<DossierView> => {
    const procedure = getProcedure(row.procedureKey);
    const acts = await actsOf(sql, row.officeProvince, row.id);
    return { row, procedure, edition: getEdition(procedure, row.editionId), acts, state: deriveState(acts) };
  };

  const findView = async (reading: Reading, code: string): Promise<DossierView | null> => {
    const province = provinceOfDossierCode(code);
    const row = province ? await findDossier(reading, province, code) : null;
    return row ? view(reading, row) : null;
  };

  /** Whom the answers name, and with which act they came: what is checked against the population register. */
  const checkedOf = ({ row, edition, acts, state }: DossierView): CheckedDossier => ({
    officeProvince: row.officeProvince,
    dossierId: row.id,
    dossierCode: row.code,
    answersSeq: acts.findLast((act) => act.kind === "supplemented" && act.data.answers)?.seq ?? 1,
    procedure: edition.code,
    people: peopleIn(edition, row.answers, formContext(parts.filing, dayOfInstant(state.filedAt), state.filer)),
  });
  const peopleOf: PeopleOfDossier = async (sql, officeProvince, dossierId) => {
    const row = await findDossierById(sql, officeProvince, dossierId);
    if (!row) return null;
    const { people, answersSeq } = checkedOf(await view(sql, row));
    return { people, answersSeq, agency: parts.filing.catalogue.getUnit(row.unitId).agencyCode };
  };

  return {
    filing: parts.filing,
    checkedOf,
    peopleOf,
    drafts: createDrafts({ db, clock, sealer: parts.sealer, findProcedure }),
    findProcedure,
    dueDates: createDueDates({ db, clock, getProcedure, calendarsOf, rules }),
    warnings: createClockWarnings({ db, clock, getProcedure, calendarsOf, rules }),
    /** Hands the open dossiers of offices that have ended to their successors; see createReroute. */
    reroute: createReroute({ db, clock, catalogue: parts.filing.catalogue }),

    /** Files a dossier: checked, numbered, written and committed before the answer. The same key twice is one dossier. */
    async file(filing: Filing): Promise<Result<Filed, FilingFailure>> {
      const { ticket = null } = filing;
      const content = (): string => requestHash(filing, filing.answers, filing.papers);
      const asked = { account: filing.actor.account, key: filing.key, content };
      // Whoever was sent away is judged by the law of the moment at which they first asked: they did all that was theirs
      // to do, and terms that run out (a stay to be notified today) must not run out in our queue.
      const prepared = await prepareFiling(parts.filing, filing, filing.filedAt ?? admission.sentAt(asked, ticket));
      return prepared.ok ? intake.file(prepared.value, asked, ticket) : prepared;
    },

    /** The dossier under a code of ours, for whoever has leave to read; the caller decides what may be shown. */
    find: findView,

    /** The clock of a dossier, by the hours of the office that started it: the same for everybody who may see the dossier. */
    clockOf: async (sql: Sql, { acts, edition, state }: DossierView): Promise<DossierClock> =>
      clockOf({
        acts,
        edition,
        calendar: await calendarOf(sql, clockUnitOf(acts) ?? state.unit),
        rules: rules(),
        now: clock.now(),
      }),

    /** A dossier as permission sees it, for this actor. */
    subject: async (sql: Sql, { row, edition, state }: DossierView, actor: Actor): Promise<Subject> => ({
      state,
      edition,
      unit: row.unitId,
      ownerNumber: row.ownerNumber,
      related: await isRelated(sql, parts.isRelative, row.ownerNumber, actor),
      reappointmentsMost: reappointmentsMost(state),
    }),

    /** Where a dossier stands, for anybody who has its code: nothing of its content or of the people in it. */
    lookUp: (code: string): Promise<Whereabouts | null> =>
      asSystem(async () => {
        const found = await findView(readForHouse(db, "tells-nothing"), code);
        if (!found) return null;
        const { row, procedure, edition, state } = found;
        const { code: own, unitId, filedAt, dueAt, closedAt, status, clockFrom } = row;
        return {
          row: { code: own, unitId, filedAt, dueAt, closedAt, status, clockFrom },
          procedure,
          edition,
          state: {
            status: state.status,
            filedAt: state.filedAt,
            dueAt: state.dueAt,
            endedAt: state.endedAt,
            nationalPath: state.nationalPath,
          },
        };
      }),

    /** Does one act; see performAct. */
    act(
      target: { readonly officeProvince: string; readonly id: string; readonly seen: number | null },
      actor: Actor,
      wanted: ActWanted,
    ): Promise<Result<Done, ActFailure>> {
      return performAct(
        { db, clock, getProcedure, isRelative: parts.isRelative },
        {
          officeProvince: target.officeProvince,
          dossierId: target.id,
          seen: target.seen,
          actor,
          act: wanted.act,
          how: doingOf(wanted),
        },
      );
    },

    /** What officers of one office write down for each other. */
    remarks: createRemarks({ db, clock }),
    /** Words of an office for its notices. */
    templates: createNoticeTemplates({ db, clock, findProcedure }),
    /** What took a dossier out of an officer's sight after they had seen so many acts of it; see out-of-sight.ts. */
    tookOutOfSight: (code: string, seen: number, actor: Actor): Promise<Act | null> =>
      asSystem(async () => {
        const found = await findView(readForHouse(db, "tells-nothing"), code);
        return found && tookOutOfSight(found.acts, seen, actor);
      }),

    /** Open dossiers that ask the same again; see likely-same.ts. */
    likelySame,

    /** Offices at work for each other's dossiers, and what the national portal was told. */
    cooperation: createCooperation({ db, clock, catalogue: parts.filing.catalogue, findProcedure }),

    mine: dossiersOfFiler,
    work: workOf,
    countWork,
    loadOfUnit,
    bookOfResults,
    /** Called by the payments in the transaction of what happened to the money. */
    money: recordMoney({ calendarOf, getProcedure }),
  };
}
