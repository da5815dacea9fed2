import { type FeeExemption, feeOn, knownExemption } from "../../../law/index.ts";
import { type Edition, editionOn, type Paper, type Procedure } from "../../engine/definition/index.ts";
import {
  type Answers,
  answersThatCount,
  checkAnswers,
  entriesOf,
  type FormContext,
  holds,
  isAddress,
  type Problem,
  shownPapers,
} from "../../engine/form/index.ts";
import type { Actor, PaperSent } from "../../engine/state/index.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { type Dong, timesDong } from "../../kernel/dong.ts";
import { isPersonNumber, readPersonNumber } from "../../kernel/person-number.ts";
import { dayOfInstant, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { sha256 } from "../../platform/ids.ts";
import type { Catalogue, Unit } from "../catalogue/index.ts";
import { stayEntries } from "../registers/index.ts";
import { peopleIn } from "../verifications/index.ts";
import type { FilingFailure } from "./failures.ts";
import type { Prepared } from "./intake.ts";
import type { RegisterAnswers } from "./papers.ts";

/** From answers to a submission: everything that may be wrong is found here, before anything is written. */

export type Filing = {
  readonly procedure: Procedure;
  readonly answers: Answers;
  readonly papers: readonly PaperSent[];
  readonly channel: Edition["channels"][number];
  readonly actor: Actor;
  readonly assurance: number;
  readonly owner: { readonly name: string; readonly number: string };
  /** Made by the sender: the same request sent twice is one dossier. */
  readonly key: string;
  /** From an earlier answer `busy` to the same request. */
  readonly ticket?: string | null;
  /** When it came, where that is not now: the day the post brought it. */
  readonly filedAt?: Instant;
  /**
   * Taken although something is missing or wrong, so that the desk can say all of it in one notice, or refuse: the answers
   * that are right are kept. `unit` is the desk, for as long as the answers name no competent office.
   */
  readonly lacking?: { readonly unit: string };
};
export type FilingDeps = {
  readonly catalogue: Catalogue;
  readonly registers: RegisterAnswers;
  countryExists(code: string): boolean;
};

export const formContext = (
  deps: Pick<FilingDeps, "catalogue" | "countryExists">,
  on: PlainDate,
  actor: Pick<Actor, "as">,
): FormContext => ({
  on,
  applicant: actor.as === "organisation" ? "organisation" : "person",
  communeExists: (code) => deps.catalogue.findCommune(code, on) !== null,
  countryExists: deps.countryExists,
});

/** Checks a filing against the edition in force at `at` and makes it ready to be written. */
export async function prepareFiling(
  deps: FilingDeps,
  filing: Filing,
  at: Instant,
): Promise<Result<Prepared, FilingFailure>> {
  const on = dayOfInstant(at);
  const edition = editionOn(filing.procedure, on);
  if (!edition) return fail({ kind: "not-in-force" });
  const context = formContext(deps, on, filing.actor);
  if (!edition.applicants.includes(context.applicant)) return fail({ kind: "applicant-not-allowed" });
  if (!edition.channels.includes(filing.channel)) return fail({ kind: "channel-not-allowed" });
  if (SIGNED_IN.has(filing.channel) && filing.assurance < edition.assurance)
    return fail({ kind: "assurance-too-low", needed: edition.assurance });

  const given = answersThatCount(edition, filing.answers, context);
  const problems = checkAnswers(edition, given, context);
  if (problems.length > 0 && !filing.lacking) return fail({ kind: "problems", problems });
  const answers = filing.lacking ? answersThatAreRight(given, problems) : given;

  const missing = filing.lacking ? [] : await papersMissing(deps, edition, answers, filing, context);
  if (missing.length > 0) return fail({ kind: "papers-missing", papers: missing.map((paper) => paper.key) });

  const unit =
    competentUnitFor(deps.catalogue, edition, answers) ??
    (filing.lacking ? deps.catalogue.findUnit(filing.lacking.unit) : null);
  if (!unit) return fail({ kind: "no-competent-unit" });
  const fees = feesFor(edition, answers, filing.channel, context, filing.owner.number);
  if (!fees.ok) return fees;

  const papers = filing.papers.filter((sent) => edition.papers.some((paper) => paper.key === sent.paper));
  return ok({
    officeProvince: unit.provinceCode,
    unit: unit.id,
    agencyCode: unit.agencyCode,
    procedureKey: filing.procedure.key,
    edition,
    channel: filing.channel,
    actor: filing.actor,
    owner: filing.owner,
    answers,
    papers,
    summary: filing.procedure.title.vi,
    fees: fees.value,
    stays: stayEntries(edition, answers, filing.owner.number),
    // Nobody examines what is acknowledged at once; the register is asked if an officer opens it.
    people: edition.handling === "examined" ? peopleIn(edition, answers, context) : [],
    key: filing.key,
    requestHash: requestHash(filing, answers, papers),
    at,
  });
}

/** Where the person proves themselves by a sign-in; elsewhere an officer looks at the person or their papers. */
const SIGNED_IN: ReadonlySet<Filing["channel"]> = new Set(["online", "kiosk", "api"]);

/** An answer with a problem anywhere in it is left out whole. */
const answersThatAreRight = (answers: Answers, problems: readonly Problem[]): Answers => {
  const wrong = new Set(problems.map(({ name }) => name.split(".")[0]));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !wrong.has(key)));
};

/** The office in charge: by the address the edition names, on its level. Null while the address is not answered. */
export function competentUnitFor(catalogue: Catalogue, edition: Edition, answers: Answers): Unit | null {
  const address = answers[edition.competence.byAddress];
  return isAddress(address)
    ? catalogue.competentUnit(edition.competence.level, address.commune, edition.competence.unit)
    : null;
}

type Fees = readonly {
  readonly feeKey: string;
  readonly title: string;
  readonly amount: Dong;
  /** The ground that frees the owner of it by what the office knows itself. */
  readonly exemption?: FeeExemption;
}[];

/** What is to be paid by the figures in force on the day, fee by fee; what costs nothing is left out. */
export function feesFor(
  edition: Edition,
  answers: Answers,
  channel: Filing["channel"],
  context: Pick<FormContext, "on" | "applicant">,
  ownerNumber: string | null = null,
): Result<Fees, FilingFailure> {
  const due: Fees[number][] = [];
  const born = ownerNumber !== null && isPersonNumber(ownerNumber) ? readPersonNumber(ownerNumber).birthYear : null;
  for (const fee of edition.fees) {
    if (!holds(fee.when, answers, context)) continue;
    const figure = feeOn(fee.parameter, channel, context.on);
    if (!figure.ok) return fail({ kind: "no-fee", parameter: fee.parameter });
    const times = fee.perEntryOf ? 1 + entriesOf(answers[fee.perEntryOf]).length : 1;
    const amount = timesDong(figure.value.amount, times);
    // A ground frees its bearer, not whoever else stands on the list.
    const exemption = fee.perEntryOf ? null : knownExemption(fee.parameter, context.on, born);
    if (amount > 0) due.push({ feeKey: fee.key, title: fee.title.vi, amount, ...(exemption ? { exemption } : {}) });
  }
  return ok(due);
}

async function papersMissing(
  deps: FilingDeps,
  edition: Edition,
  answers: Answers,
  filing: Filing,
  context: FormContext,
): Promise<readonly Paper[]> {
  const missing: Paper[] = [];
  for (const paper of shownPapers(edition, answers, context)) {
    if (!paper.required || filing.papers.some((sent) => sent.paper === paper.key)) continue;
    if (!(await deps.registers.replaces(paper, edition, answers, filing.owner.number, filing.actor)))
      missing.push(paper);
  }
  return missing;
}

/** What makes two requests the same: who asks for what, with which papers. */
export const requestHash = (filing: Filing, answers: Answers, papers: readonly PaperSent[]): string =>
  sha256(
    canonicalJson({
      procedure: filing.procedure.key,
      owner: filing.owner.number,
      channel: filing.channel,
      answers: answers as Json,
      papers: papers.map((paper) => `${paper.paper} ${paper.sha256}`),
    }),
  ).toString("hex");
