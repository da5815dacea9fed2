import { Hono } from "hono";
import type { GroupField } from "../../engine/definition/index.ts";
import { boxText, checkEntry, entriesOf, holds, type Problem, type Raw, readItem } from "../../engine/form/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Ctx, Vars, WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { postedByOfficer } from "../office/guard.ts";
import { fieldContext, withProvinces } from "../portal/draft/load.ts";
import { MORE_ASKED, newlyAsked } from "../portal/draft/page.tsx";
import { csrfBox } from "../portal/page.tsx";
import { Button, CHOOSE_PROVINCE, ErrorSummary, FieldControl, Form, InsetText } from "../ui/index.ts";
import { type Intake, intakeHref, intakeOf } from "./load.ts";
import { deskPage, STALE } from "./page.tsx";

/** One more entry of a group: a member of the household, a guest. */
export function itemPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/tiep-nhan/:intake/muc/:group", async (c) => {
    const intake = await intakeOf(deps, c);
    return intake instanceof Response ? intake : show(c, intake, groupOf(intake, c), {}, []);
  });

  app.post("/tiep-nhan/:intake/muc/:group", async (c) => {
    const posted = await postedByOfficer(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const intake = await intakeOf(deps, c);
    if (intake instanceof Response) return intake;
    const { raw, stale } = posted;
    const group = groupOf(intake, c);
    if (stale) return show(c, intake, group, raw, [], STALE);
    const reading = readItem(group, raw, intake.draft.answers, intake.form);
    if (boxText(raw, CHOOSE_PROVINCE)) return show(c, intake, group, raw, []);
    const known = { ...intake.draft.answers, ...reading.answers };
    const asked = newlyAsked(
      raw,
      group.fields.filter((field) => holds(field.when, known, intake.form)),
    );
    const problems = reading.problems.filter(({ name }) => !asked.has(name.split(".")[0] ?? ""));
    if (problems.length > 0 || asked.size > 0)
      return show(c, intake, group, raw, problems, problems.length === 0 ? MORE_ASKED : null);
    const together = checkEntry(intake.edition, group, reading.answers, intake.draft.answers, intake.form);
    if (together.length > 0) return show(c, intake, group, raw, together);
    const entries = [...entriesOf(intake.draft.answers[group.key]), reading.answers];
    await deps.dossiers.drafts.answer(intake.draft, { [group.key]: entries });
    return c.redirect(intakeHref(c, intake.draft, boxText(raw, "_more") ? `/muc/${group.key}` : ""), 303);
  });

  const show = (
    c: Ctx,
    intake: Intake,
    group: GroupField,
    raw: Raw,
    problems: readonly Problem[],
    notice: Text | null = null,
  ) => {
    const lang = c.get("lang");
    const filled = withProvinces(deps, raw);
    const soFar = readItem(group, filled, intake.draft.answers, intake.form).answers;
    const known = { ...intake.draft.answers, ...soFar };
    const fields = group.fields.filter((field) => holds(field.when, known, intake.form));
    const errors = Object.fromEntries(problems.map((problem) => [problem.name, problem.text]));
    const title = text(`Thêm ${group.item.vi}`, `Add: ${group.item.en}`);
    return deskPage(
      deps,
      c,
      intake.officer,
      { title, hasErrors: problems.length > 0, status: problems.length > 0 ? 422 : 200 },
      <>
        <ErrorSummary errors={errors} fields={fields} lang={lang} />
        {notice && <InsetText>{notice[lang]}</InsetText>}
        <span class="govuk-caption-l">{intake.draft.procedure.title[lang]}</span>
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <Form csrf={csrfBox(intake.officer)}>
          {fields.map((field) => (
            <FieldControl field={field} raw={filled} errors={errors} lang={lang} context={fieldContext(deps, c)} />
          ))}
          <input type="hidden" name="_shown" value={fields.map(({ key }) => key).join(" ")} />
          <div class="govuk-button-group">
            <Button label={text("Lưu và quay lại hồ sơ", "Save and go back")} lang={lang} />
            <Button
              label={text("Lưu và thêm nữa", "Save and add another")}
              lang={lang}
              kind="secondary"
              name="_more"
              value="1"
            />
          </div>
        </Form>
      </>,
    );
  };

  return app;
}

function groupOf(intake: Intake, c: Ctx): GroupField {
  const group = intake.edition.pages
    .flatMap(({ fields }) => fields)
    .find((field): field is GroupField => field.kind === "group" && field.key === c.req.param("group"));
  if (!group) throw notFound();
  return group;
}
