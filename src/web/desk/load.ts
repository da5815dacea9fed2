import type { Edition, Page, SimpleField } from "../../engine/definition/index.ts";
import { type FormContext, type Raw, showAnswer, shownPapers, writeField } from "../../engine/form/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { type Draft, formContext } from "../../modules/dossiers/index.ts";
import { namesFor } from "../answers.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Officer } from "../office/guard.ts";
import { withProvinces } from "../portal/draft/load.ts";
import { deskOfficerOf } from "./guard.ts";
import { type DeskState, readState } from "./state.ts";

/** A dossier being taken in at the desk: it stands in the officer's drafts until it is filed. */
export type Intake = {
  readonly officer: Officer;
  readonly draft: Draft;
  readonly edition: Edition;
  readonly form: FormContext;
  readonly state: DeskState;
  /** In whose name it is filed. */
  readonly owner: { readonly name: string; readonly number: string };
  readonly filer: Actor;
};

/** The intake of this address, or the redirect to sign in, or to the dossier it has become. @throws PageProblem */
export async function intakeOf(deps: WebDeps, c: Ctx): Promise<Intake | Response> {
  const officer = deskOfficerOf(c);
  return officer instanceof Response ? officer : intakeFor(deps, c, officer);
}

export async function intakeFor(deps: WebDeps, c: Ctx, officer: Officer): Promise<Intake | Response> {
  const draft = await deps.dossiers.drafts.find(officer.account, c.req.param("intake") ?? "");
  if (!draft) throw notFound();
  if (draft.submittedCode) return c.redirect(href(c, `/desk/xong/${draft.submittedCode}`), 303);
  const state = readState(draft.pending);
  if (!state) throw notFound();
  return intakeWith(deps, officer, draft, state);
}

export function intakeWith(deps: WebDeps, officer: Officer, draft: Draft, state: DeskState): Intake {
  const filer = filerOf(officer, state);
  return {
    officer,
    draft,
    edition: draft.edition,
    state,
    form: formContext(deps.dossiers.filing, dayOfInstant(deps.clock.now()), filer),
    owner: state.organisation
      ? { name: state.organisation.name, number: state.organisation.code }
      : { name: state.present.name ?? "", number: numberOf(state) },
    filer,
  };
}

const numberOf = ({ present }: DeskState): string => present.number ?? present.document ?? "";

/** Whoever stands at the desk files; the officer who types is named as their help. */
function filerOf({ account, name, post }: Officer, state: DeskState): Actor {
  const { present, organisation } = state;
  const own = present.name ?? "";
  const who = {
    account: state.account,
    ...(present.number === null ? {} : { number: present.number }),
    helper: { account, name, unit: post.unit.id, unitName: post.unit.name, post: post.id },
  };
  return organisation
    ? { ...who, name: `${organisation.name} (${own})`, as: "organisation", organisation: organisation.code }
    : { ...who, name: own, as: "person" };
}

export const intakeHref = (c: Ctx, draft: Pick<Draft, "id">, step = ""): string =>
  href(c, `/desk/tiep-nhan/${draft.id}${step}`);

/** The boxes of the one page as the answers so far fill them; a whole date stands in one box here. */
export function rawOfIntake(deps: WebDeps, intake: Intake): Raw {
  const raw: Record<string, string | readonly string[] | undefined> = {};
  for (const field of simpleFields(intake.edition.pages)) {
    const answer = intake.draft.answers[field.key] as Parameters<typeof writeField>[1];
    if (field.kind === "date" && answer !== undefined)
      raw[field.key] = showAnswer(field, answer, namesFor(deps, "vi"), "vi");
    else Object.assign(raw, writeField(field, answer));
  }
  return withProvinces(deps, raw);
}

export const simpleFields = (pages: readonly Page[]): readonly SimpleField[] =>
  pages.flatMap((page) => page.fields.filter((field): field is SimpleField => field.kind !== "group"));

/** Keys of the papers that a register's answer makes unnecessary. */
export async function replacedPapers(deps: WebDeps, intake: Intake): Promise<ReadonlySet<string>> {
  const { edition, draft, form, owner, filer } = intake;
  const replaced = new Set<string>();
  for (const paper of shownPapers(edition, draft.answers, form))
    if (await deps.dossiers.filing.registers.replaces(paper, edition, draft.answers, owner.number, filer))
      replaced.add(paper.key);
  return replaced;
}
