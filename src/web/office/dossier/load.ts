import { type FormContext, shownPapers } from "../../../engine/form/index.ts";
import { reckonDeadline } from "../../../engine/reckoning/deadline.ts";
import { type ActKind, actsAllowed, type ChosenAct, type Subject } from "../../../engine/state/index.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import type { Text } from "../../../kernel/text.ts";
import { actorOf, type Colleague, logAccess } from "../../../modules/access/index.ts";
import type { IssuedDocument } from "../../../modules/documents/index.ts";
import {
  type AvailablePaper,
  type DossierView,
  formContext,
  type LikelySameDossier,
} from "../../../modules/dossiers/index.ts";
import type { DebtWithPayment } from "../../../modules/payments/index.ts";
import {
  findOrganisation,
  type LikelySame,
  likelySamePersons,
  type SamePersonReason,
  type Verification,
  verifyPerson,
} from "../../../modules/population/index.ts";
import type { WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import type { Officer } from "../guard.ts";
import { type Named, peopleIn } from "./people.ts";

/** One dossier as the officer who handles it sees it, with everything the page needs. */
export type Desk = {
  readonly officer: Officer;
  readonly view: DossierView;
  readonly form: FormContext;
  /** Notices that acts left; each is made when first asked for. */
  readonly notices: readonly AvailablePaper[];
  readonly documents: readonly IssuedDocument[];
  readonly debts: readonly DebtWithPayment[];
  readonly checked: readonly Checked[];
  /** People named in the answers beyond those asked about. */
  readonly unchecked: number;
  /** People of the dossier who may stand in the register twice. */
  readonly samePersons: readonly SamePerson[];
  /** Open dossiers that ask the same. */
  readonly sameDossiers: readonly LikelySameDossier[];
  /** Whether the register of organisations knows the owner; null for a person. */
  readonly organisationKnown: boolean | null;
  /** Keys of papers a register's data make unnecessary. */
  readonly replaced: ReadonlySet<string>;
  readonly colleagues: readonly Colleague[];
  readonly allowed: readonly ChosenAct[];
  /** How the due time came about; empty while no clock runs. */
  readonly reckoning: readonly Text[];
  /** When the result would be due if the dossier were accepted now; null where no calendar says. */
  readonly dueIfAcceptedNow: Instant | null;
  readonly now: Instant;
};
export type Checked = Named & { readonly verdict: Verification };

/** Somebody of the register who may be a person of the dossier; `at` counts the people of the answers from 0. */
export type SamePerson = {
  readonly about: string;
  readonly at: number;
  readonly otherName: string;
  readonly numberEnds: string;
  readonly reasons: readonly SamePersonReason[];
};

/** Registers are asked about this many people of a dossier; a list of hundreds of guests is not examined one by one. */
const CHECKED_MOST = 20;

/**
 * Opens a dossier for an officer of its unit and writes the look into the log, both in one transaction.
 * @throws PageProblem 404 for a dossier that does not exist or belongs to another unit: the answer does not tell which.
 */
export async function openDossier(deps: WebDeps, officer: Officer, code: string): Promise<Desk> {
  const now = deps.clock.now();
  const read = await deps.db.inTransaction(async (tx) => {
    const view = await deps.dossiers.find(tx, code);
    if (!view || !isOfUnit(view, officer)) throw notFound();
    const { row, edition, state } = view;
    const form = formContext(deps.dossiers.filing, dayOfInstant(state.filedAt), state.filer);
    const people = peopleIn(edition, row.answers, form);
    const asked = people.slice(0, CHECKED_MOST);
    const checked: Checked[] = [];
    for (const named of asked) checked.push({ ...named, verdict: await verifyPerson(tx, named.claim) });
    const same = await likelySamePersons(
      tx,
      asked.map(({ claim }) => claim.number),
    );
    const isOrganisation = state.filer.as === "organisation";
    const organisation = isOrganisation ? await findOrganisation(tx, row.ownerNumber) : null;
    await logLooks(tx, officer, view, now, ["câu trả lời", "giấy tờ", "lệ phí", "quá trình giải quyết"], {
      numbers: asked.map(({ claim }) => claim.number),
      fields: ["đối chiếu số định danh, họ tên, ngày sinh, giới tính"],
    });
    await logSame(tx, officer, view, now, same);
    return {
      view,
      form,
      checked,
      samePersons: same.map((one) => samePersonOf(one, asked)),
      sameDossiers: await deps.dossiers.likelySame(tx, {
        procedureKey: row.procedureKey,
        edition,
        ownerNumber: row.ownerNumber,
        answers: row.answers,
        at: state.filedAt,
        code: row.code,
      }),
      unchecked: people.length - asked.length,
      organisationKnown: isOrganisation ? organisation !== null : null,
      documents: await deps.documents.listOf(tx, row.officeProvince, row.id),
      debts: await deps.payments.debtsOf(tx, row.officeProvince, row.id),
    };
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
  const running = state.clockFrom === null ? null : reckonDeadline(edition, state.clockFrom, deps.calendar);
  const ifNow = reckonDeadline(edition, now, deps.calendar);
  return {
    ...read,
    officer,
    replaced,
    now,
    notices: deps.printing.available(read.view),
    colleagues: await deps.access.officersOf(row.unitId),
    allowed: actsAllowed(subjectOf(read.view), actorOf(officer)),
    reckoning: running?.ok ? running.value.steps : [],
    dueIfAcceptedNow: ifNow.ok ? ifNow.value.dueAt : null,
  };
}

function samePersonOf({ number, other, otherName, reasons }: LikelySame, asked: readonly Named[]): SamePerson {
  const at = asked.findIndex(({ claim }) => claim.number === number);
  return { about: asked[at]?.name ?? "", at, otherName, numberEnds: other.slice(-3), reasons };
}

/** Whoever is shown as perhaps the same person was looked at too. */
async function logSame(
  tx: Parameters<typeof logAccess>[0],
  officer: Officer,
  { row }: DossierView,
  at: Instant,
  same: readonly LikelySame[],
): Promise<void> {
  const looks = [...new Set(same.map(({ other }) => other))].map((subjectNumber) => ({
    officeProvince: row.officeProvince,
    actor: actorOf(officer),
    subjectNumber,
    dossierCode: row.code,
    purpose: `Kiểm tra trùng người khi giải quyết hồ sơ ${row.code}`,
    fields: ["họ tên", "ba số cuối của số định danh", "đối chiếu ngày sinh, cha mẹ, giấy tờ"],
  }));
  await logAccess(tx, at, ...looks);
}

/** The dossier alone, for an act or a file of it; the same people may have it. @throws PageProblem 404 */
export async function findOwn(deps: WebDeps, officer: Officer, code: string): Promise<DossierView> {
  const view = await deps.dossiers.find(deps.db, code);
  if (!view || !isOfUnit(view, officer)) throw notFound();
  return view;
}

const isOfUnit = (view: DossierView, officer: Officer): boolean => view.row.unitId === officer.post.unit.id;

export const subjectOf = ({ state, edition, row }: DossierView): Subject => ({
  state,
  edition,
  unit: row.unitId,
  ownerNumber: row.ownerNumber,
});

type People = { readonly numbers: readonly string[]; readonly fields: readonly string[] };

/** Notes who looked at whose data for this dossier: the owner's, and those of everybody whom a register was asked about. */
export async function logLooks(
  tx: Parameters<typeof logAccess>[0],
  officer: Officer,
  view: DossierView,
  at: Instant,
  fields: readonly string[],
  people: People = { numbers: [], fields: [] },
): Promise<void> {
  const { row } = view;
  const look = {
    officeProvince: row.officeProvince,
    actor: actorOf(officer),
    dossierCode: row.code,
    purpose: `Giải quyết hồ sơ ${row.code}`,
  };
  const others = [...new Set(people.numbers)].filter((number) => number !== row.ownerNumber);
  const own = people.numbers.includes(row.ownerNumber) ? [...fields, ...people.fields] : fields;
  await logAccess(
    tx,
    at,
    { ...look, subjectNumber: row.ownerNumber, fields: own },
    ...others.map((number) => ({ ...look, subjectNumber: number, fields: people.fields })),
  );
}

/** The last act of a kind, where the page tells of it. */
export const lastAct = <K extends ActKind>(view: DossierView, kind: K) =>
  view.acts.findLast((act): act is Extract<(typeof view.acts)[number], { kind: K }> => act.kind === kind);
