import { clockRules } from "../../../../law/index.ts";
import { type PauseGround, pauseGroundsFor } from "../../../engine/definition/index.ts";
import { type FormContext, shownPapers } from "../../../engine/form/index.ts";
import type { DossierClock } from "../../../engine/reckoning/clock.ts";
import { reckonDeadline } from "../../../engine/reckoning/deadline.ts";
import {
  type ActKind,
  type Announcement,
  actsAllowed,
  type ChosenAct,
  openCooperations,
} from "../../../engine/state/index.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import {
  actorOf,
  type DataField,
  type LoggedReading,
  type Reading,
  readLogged,
  type Why,
} from "../../../modules/access/index.ts";
import type { DataRequest } from "../../../modules/data-rights/index.ts";
import type { IssuedDocument, KeptReport } from "../../../modules/documents/index.ts";
import {
  type AvailablePaper,
  type DossierView,
  formContext,
  type LikelySameDossier,
  type NoticeTemplate,
} from "../../../modules/dossiers/index.ts";
import type { DebtWithPayment } from "../../../modules/payments/index.ts";
import {
  findOrganisation,
  type LikelySame,
  likelySamePersons,
  type SamePersonReason,
} from "../../../modules/population/index.ts";
import type { CheckRow, Named } from "../../../modules/verifications/index.ts";
import type { WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { type Officer, whoOf } from "../guard.ts";
import { type Staffing, staffingOf } from "./staff.ts";

/** One dossier as the officer who handles it sees it, with everything the page needs. */
export type Desk = {
  readonly officer: Officer;
  readonly view: DossierView;
  readonly form: FormContext;
  /** Notices that acts left; each is made when first asked for. */
  readonly notices: readonly AvailablePaper[];
  /** Requests of the owner that restrict what may be done with their data. */
  readonly marks: readonly DataRequest[];
  readonly documents: readonly IssuedDocument[];
  readonly debts: readonly DebtWithPayment[];
  /** What was found about signatures in the papers sent, by the files' content. */
  readonly signatures: ReadonlyMap<string, KeptReport>;
  readonly checked: readonly Checked[];
  /** People named in the answers beyond those about whom the register is asked. */
  readonly unchecked: number;
  /** People of the dossier who may stand in the register twice. */
  readonly samePersons: readonly SamePerson[];
  /** Whether the citizen wrote something that nobody of the office has read. */
  readonly unreadWord: boolean;
  /** How many notes officers of the unit wrote for each other. */
  readonly remarks: number;
  /** Open dossiers that ask the same. */
  readonly sameDossiers: readonly LikelySameDossier[];
  /** Whether the register of organisations knows the owner; null for a person. */
  readonly organisationKnown: boolean | null;
  /** Keys of papers a register's data make unnecessary. */
  readonly replaced: ReadonlySet<string>;
  /** Who may be given the dossier; nobody where the officer may give it to nobody. */
  readonly staffing: Staffing;
  /** The unit's words for notices. */
  readonly templates: readonly NoticeTemplate[];
  readonly allowed: readonly ChosenAct[];
  readonly clock: DossierClock;
  /** Grounds on which this dossier's clock may be paused today. */
  readonly pauseGrounds: readonly PauseGround[];
  /** When the result would be due if the dossier were accepted now; null where no calendar says. */
  readonly dueIfAcceptedNow: Instant | null;
  readonly now: Instant;
  /** The name of the office that answers for the dossier. */
  readonly unitName: string;
  /** What the national portal was told. */
  readonly announced: readonly Announcement[];
};
export type Checked = Named & { readonly check: CheckRow };

/** Somebody of the register who may be a person of the dossier; `at` counts the people of the answers from 0. */
export type SamePerson = {
  readonly about: string;
  readonly at: number;
  readonly otherName: string;
  readonly numberEnds: string;
  readonly reasons: readonly SamePersonReason[];
};

/** The usual reason to open a dossier. */
export const HANDLING: Why = { purpose: "handle-dossier" };

/** Acts that name a colleague. */
const GIVES: ReadonlySet<ChosenAct> = new Set<ChosenAct>(["assigned", "passed-on"]);
const NOBODY: Staffing = { colleagues: [], loads: [], absences: [] };
/** The colleagues an act may name; nobody is looked up for the others. */
export const staffingFor = (deps: WebDeps, act: ChosenAct | null, unit: string): Promise<Staffing> =>
  act && GIVES.has(act) ? staffingOf(deps, unit) : Promise.resolve(NOBODY);

/** Doubles are sought for this many people of a dossier; a list of hundreds of guests is not examined one by one. */
const CHECKED_MOST = 20;

/**
 * Opens a dossier for an officer of its unit and writes the look into the log, both in one transaction.
 * @throws PageProblem 404 for a dossier that does not exist or belongs to another unit: the answer does not tell which.
 */
export async function openDossier(deps: WebDeps, officer: Officer, code: string, why: Why = HANDLING): Promise<Desk> {
  const now = deps.clock.now();
  const read = await readLogged(deps.db, now, whoOf(officer), why, async (reading) => {
    const view = await findReadable(deps, reading, officer, code);
    const { row, edition, state } = view;
    const form = formContext(deps.dossiers.filing, dayOfInstant(state.filedAt), state.filer);
    const { people } = deps.dossiers.checkedOf(view);
    const asked = people.slice(0, CHECKED_MOST);
    const same = await likelySamePersons(
      reading,
      asked.map(({ claim }) => claim.number),
    );
    const isOrganisation = state.filer.as === "organisation";
    const organisation = isOrganisation ? await findOrganisation(reading, row.ownerNumber) : null;
    noteDossier(reading, view, ["answers", "papers", "fees", "history"]);
    for (const number of new Set(asked.map(({ claim }) => claim.number)))
      reading.note({ subjectNumber: number, dossierCode: row.code, fields: ["identity-check"] });
    // Whoever is shown as perhaps the same person was looked at too.
    for (const number of new Set(same.map(({ other }) => other)))
      reading.note({ subjectNumber: number, dossierCode: row.code, fields: ["name", "number", "identity-check"] });
    return {
      view,
      form,
      people,
      samePersons: same.map((one) => samePersonOf(one, asked)),
      sameDossiers: await deps.dossiers.likelySame(reading, {
        procedureKey: row.procedureKey,
        edition,
        ownerNumber: row.ownerNumber,
        answers: row.answers,
        at: state.filedAt,
        code: row.code,
      }),
      organisationKnown: isOrganisation ? organisation !== null : null,
      unreadWord: (await deps.messages.talk.unread(reading, [row], "citizen")).size > 0,
      remarks: (await deps.dossiers.remarks.of(reading, row, officer.post.unit.id)).length,
      marks: await deps.dataRights.marksOf(reading, row.ownerNumber),
      documents: await deps.documents.listOf(reading, row.officeProvince, row.id),
      debts: await deps.payments.debtsOf(reading, row.officeProvince, row.id),
      announced: await deps.dossiers.cooperation.announcements(reading, row),
      signatures: await deps.signatures.reportsOn(
        reading,
        row.papers.map(({ sha256 }) => sha256),
      ),
    };
  });
  // The register may be far away: it is asked outside the transaction, which waits for nobody. It keeps verdicts only.
  await deps.verifications.checks.whenOpened(deps.dossiers.checkedOf(read.view), actorOf(officer));
  const checks = await deps.verifications.checks.ofDossier(deps.db, read.view.row.officeProvince, read.view.row.id);
  const checked = read.people.flatMap((named): Checked[] => {
    const check = checks.find(({ place }) => place === named.place);
    return check ? [{ ...named, check }] : [];
  });

  const { edition, row, state } = read.view;
  const replaced = new Set<string>();
  for (const paper of shownPapers(edition, row.answers, read.form)) {
    const known = await deps.dossiers.filing.registers.replaces(
      paper,
      edition,
      row.answers,
      row.ownerNumber,
      state.filer,
    );
    if (known) replaced.add(paper.key);
  }
  const allowed = actsAllowed(await deps.dossiers.subject(deps.db, read.view, actorOf(officer)), actorOf(officer));
  const ifNow = reckonDeadline(edition, now, await deps.workingTime.hours.calendarOf(deps.db, state.unit));
  return {
    ...read,
    checked,
    unchecked: read.people.length - checked.length,
    officer,
    replaced,
    now,
    unitName: deps.catalogue.getUnit(row.unitId).name.vi,
    notices: deps.printing.available(read.view),
    staffing: await staffingFor(deps, allowed.find((act) => GIVES.has(act)) ?? null, row.unitId),
    templates: await deps.dossiers.templates.ofUnit(officer.post.unit.id),
    allowed,
    clock: await deps.dossiers.clockOf(deps.db, read.view),
    pauseGrounds: pauseGroundsFor(clockRules(), edition, dayOfInstant(now)),
    dueIfAcceptedNow: ifNow.ok ? ifNow.value.dueAt : null,
  };
}

function samePersonOf({ number, other, otherName, reasons }: LikelySame, asked: readonly Named[]): SamePerson {
  const at = asked.findIndex(({ claim }) => claim.number === number);
  return { about: asked[at]?.name ?? "", at, otherName, numberEnds: other.slice(-3), reasons };
}

/** A dossier of the officer's unit, with leave to read it. @throws PageProblem 404 */
export async function findOwn(deps: WebDeps, reading: Reading, officer: Officer, code: string): Promise<DossierView> {
  const view = await deps.dossiers.find(reading, code);
  if (!view || !isOfUnit(view, officer)) throw notFound();
  return view;
}

/** The same, or a dossier about which the officer's unit was asked and has not answered. @throws PageProblem 404 */
export async function findReadable(
  deps: WebDeps,
  reading: Reading,
  officer: Officer,
  code: string,
): Promise<DossierView> {
  const view = await deps.dossiers.find(reading, code);
  const asked = view && openCooperations(view.state).some(({ unit }) => unit === officer.post.unit.id);
  if (!view || !(asked || isOfUnit(view, officer))) throw notFound();
  return view;
}

/** Notes that the owner's data were read in this dossier. */
export const noteDossier = (
  reading: LoggedReading,
  { row }: DossierView,
  fields: readonly DataField[],
  detail?: string,
): void =>
  reading.note({
    subjectNumber: row.ownerNumber,
    dossierCode: row.code,
    fields,
    ...(detail === undefined ? {} : { detail }),
  });

const isOfUnit = (view: DossierView, officer: Officer): boolean => view.row.unitId === officer.post.unit.id;

/** The last act of a kind, where the page tells of it. */
export const lastAct = <K extends ActKind>(view: DossierView, kind: K) =>
  view.acts.findLast((act): act is Extract<(typeof view.acts)[number], { kind: K }> => act.kind === kind);
