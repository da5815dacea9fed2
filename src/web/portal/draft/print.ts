import { Hono } from "hono";
import { entriesOf, type SimpleAnswer, showAnswer, shownFields, shownPages } from "../../../engine/form/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { type PrintedFormData, renderPrintedForm } from "../../../modules/documents/index.ts";
import { competentUnitFor } from "../../../modules/dossiers/index.ts";
import { namesFor } from "../../answers.ts";
import type { Vars, WebDeps } from "../../context.ts";
import { type Desk, deskOf } from "./load.ts";

/** The address of a draft on paper, below the draft. */
export const PRINT = "to-khai.pdf";

/** A draft as a paper form, for whoever would rather bring it: signed by hand, taken in at the desk by one scan. */
export function printPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(`/nhap/:draft/${PRINT}`, async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    const pdf = renderPrintedForm(formOf(deps, desk));
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(`Tờ khai ${desk.draft.procedure.title.vi}.pdf`)}`,
      "cache-control": "private, no-store",
    });
  });

  return app;
}

function formOf(deps: WebDeps, desk: Desk): PrintedFormData {
  const { draft, edition, form, session } = desk;
  const names = namesFor(deps, "vi");
  const unit = competentUnitFor(deps.catalogue, edition, draft.answers);
  const shown = (field: Parameters<typeof showAnswer>[0], answer: unknown): string =>
    showAnswer(field, answer as SimpleAnswer | undefined, names, "vi") || "……………………………";
  return {
    title: draft.procedure.title.vi,
    procedureCode: edition.code,
    office: unit?.name.vi ?? "……………………………",
    filer: session.organisation ? `${session.organisation.name} (${session.name})` : session.name,
    pages: shownPages(edition, draft.answers, form)
      .map((page) => ({
        title: page.title.vi,
        rows: shownFields(page, draft.answers, form)
          .filter(({ kind }) => kind !== "declaration")
          .flatMap((field) =>
            field.kind === "group"
              ? entriesOf(draft.answers[field.key]).map((entry, at) => ({
                  label: `${field.item.vi} ${at + 1}`,
                  value: field.fields
                    .filter(({ key }) => entry[key] !== undefined)
                    .map((one) => `${one.label.vi}: ${shown(one, entry[one.key])}`)
                    .join("; "),
                }))
              : [{ label: field.label.vi, value: shown(field, draft.answers[field.key]) }],
          ),
      }))
      .filter(({ rows }) => rows.length > 0),
    codes: codesOf(deps, desk),
    madeAt: deps.clock.now(),
  };
}

/** The codes carry what the filer answered; who acts for a minor or ward proves it in person, so those carry none. */
function codesOf(deps: WebDeps, { draft, edition, session }: Desk): string[] {
  if (session.number === null || draft.ward !== null) return [];
  const lines = deps.reception.formCodes.write({
    procedure: draft.procedure.key,
    edition: edition.id,
    madeOn: dayOfInstant(deps.clock.now()),
    owner: { name: session.name, number: session.number },
    organisation: draft.organisation,
    answers: draft.answers,
  });
  return [...(lines ?? [])];
}
