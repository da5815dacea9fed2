import type { Edition, Page } from "../../../engine/definition/index.ts";
import {
  checkAnswers,
  type FormContext,
  type Raw,
  shownFields,
  shownPages,
  shownPapers,
  writeField,
} from "../../../engine/form/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { actorOf, type Session } from "../../../modules/access/index.ts";
import { type Draft, formContext } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import type { FieldContext } from "../../ui/index.ts";
import { visitorOf } from "../guard.ts";
import { stepUpPage } from "../step-up.tsx";

/** A draft under somebody's hands, with what its pages need. */
export type Desk = {
  readonly session: Session;
  readonly draft: Draft;
  readonly edition: Edition;
  readonly form: FormContext;
};

/** The draft of this address, of this visitor; the redirect to sign in, or to the receipt of a draft already sent. */
export async function deskOf(deps: WebDeps, c: Ctx): Promise<Desk | Response> {
  const visitor = visitorOf(c);
  if (visitor instanceof Response) return visitor;
  return deskFor(deps, c, visitor);
}

export async function deskFor(deps: WebDeps, c: Ctx, visitor: Session): Promise<Desk | Response> {
  const draft = await deps.dossiers.drafts.find(visitor.account, c.req.param("draft") ?? "");
  if (!draft) throw notFound();
  // The back button after sending: the dossier is shown, nothing is sent twice.
  if (draft.submittedCode) return c.redirect(href(c, `/ho-so/${draft.submittedCode}`), 303);
  if (visitor.assurance < draft.edition.assurance) {
    const url = new URL(c.req.url);
    const back = c.req.method === "GET" ? url.pathname + url.search : href(c, `/nhap/${draft.id}`);
    return stepUpPage(deps, c, draft.edition, back);
  }
  const session = await actingFor(deps, visitor, draft);
  return {
    session,
    draft,
    edition: draft.edition,
    form: formContext(deps.dossiers.filing, dayOfInstant(deps.clock.now()), actorOf(session)),
  };
}

/** A draft written for an organisation or a ward goes on in their name, as long as the person represents them. */
async function actingFor(deps: WebDeps, session: Session, draft: Draft): Promise<Session> {
  if (session.kind !== "citizen") return session;
  const sameWard = (session.ward?.number ?? null) === draft.ward;
  if (sameWard && (session.organisation?.code ?? null) === draft.organisation) return session;
  if (draft.ward !== null) {
    const ward = await deps.access.actForWard(session, draft.ward);
    if (!ward.ok) throw notFound();
    return { ...session, organisation: null, ward: ward.value };
  }
  const acting = await deps.access.actFor(session, draft.organisation);
  if (!acting.ok) throw notFound();
  return { ...session, organisation: acting.value, ward: null };
}

/** Where a step of a draft stands. */
export const stepHref = (c: Ctx, draft: Draft, step: string): string => href(c, `/nhap/${draft.id}/${step}`);
export const PAPERS = "giay-to";
export const CHECK = "kiem-tra";

/** The steps this person meets, in order: the questions, the papers if any are asked, the check. */
export function stepsOf(desk: Desk): readonly string[] {
  const { edition, draft, form } = desk;
  const pages = shownPages(edition, draft.answers, form).map((page) => `trang/${page.key}`);
  const papers = shownPapers(edition, draft.answers, form).length > 0 ? [PAPERS] : [];
  return [...pages, ...papers, CHECK];
}

export function stepAfter(desk: Desk, step: string): string {
  const steps = stepsOf(desk);
  return steps[steps.indexOf(step) + 1] ?? CHECK;
}
export const stepBefore = (desk: Desk, step: string): string | null => {
  const steps = stepsOf(desk);
  return steps[steps.indexOf(step) - 1] ?? null;
};

/** The first step on which something is missing: where a resumed draft goes on. */
export function firstOpenStep(desk: Desk): string {
  const problem = checkAnswers(desk.edition, desk.draft.answers, desk.form)[0];
  if (problem) return `trang/${problem.page}`;
  return shownPapers(desk.edition, desk.draft.answers, desk.form).some((paper) => paper.required) ? PAPERS : CHECK;
}

/** The boxes of a page as the draft's answers fill them. */
export function rawOf(deps: WebDeps, desk: Desk, page: Page): Raw {
  const raw: Record<string, string | readonly string[]> = {};
  for (const field of shownFields(page, desk.draft.answers, desk.form)) {
    if (field.kind === "group") continue;
    const answer = desk.draft.answers[field.key];
    Object.assign(
      raw,
      writeField(
        field,
        Array.isArray(answer) && typeof answer[0] === "object"
          ? undefined
          : (answer as Parameters<typeof writeField>[1]),
      ),
    );
  }
  return withProvinces(deps, raw);
}

/** Adds the province box that a commune implies, so that both lists show what was chosen. */
export function withProvinces(deps: WebDeps, raw: Raw): Raw {
  const more: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (!name.endsWith(".commune") || typeof value !== "string") continue;
    const province = deps.catalogue.findCommune(value)?.provinceCode;
    const box = name.replace(/\.commune$/, ".province");
    if (province && !raw[box]) more[box] = province;
  }
  return { ...raw, ...more };
}

/** What the field controls ask of the world. */
export const fieldContext = (deps: WebDeps, c: Ctx): FieldContext => {
  const lang = c.get("lang");
  return {
    provinces: deps.catalogue.listProvinces().map((p) => ({ code: p.code, name: p.title[lang] })),
    communesOf: (province) =>
      deps.catalogue.listCommunes(province).map((commune) => ({ code: commune.code, name: commune.title[lang] })),
    countries: deps.countries().map((country) => ({ code: country.code, name: country.name })),
    communesUrl: "/places/communes",
  };
};
