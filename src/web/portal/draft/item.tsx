import { Hono } from "hono";
import type { GroupField, Page } from "../../../engine/definition/index.ts";
import {
  boxText,
  checkEntry,
  entriesOf,
  holds,
  type ItemAnswers,
  type Problem,
  type Raw,
  readItem,
  writeField,
} from "../../../engine/form/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Ctx, Vars, WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { Button, CHOOSE_PROVINCE, ErrorSummary, FieldControl, Form, InsetText } from "../../ui/index.ts";
import { parkedAnswers, postedBy } from "../guard.ts";
import { csrfBox, portalPage } from "../page.tsx";
import { type Desk, deskFor, deskOf, fieldContext, stepHref, withProvinces } from "./load.ts";
import { MORE_ASKED, newlyAsked, STALE } from "./page.tsx";
import { initialOf } from "./prefill.ts";

/** One entry of a group on a page of its own: a guest, a member of the household. */
export function itemPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const address = "/nhap/:draft/trang/:page/muc/:at";

  app.get(address, async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    const place = placeOf(desk, c);
    const parked = await parkedAnswers(deps, c, desk.session);
    return show(c, desk, place, parked ?? rawOfEntry(desk, place), []);
  });

  app.post(address, async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const desk = await deskFor(deps, c, posted.session);
    if (desk instanceof Response) return desk;
    const place = placeOf(desk, c);
    if (posted.stale) return show(c, desk, place, posted.raw, [], STALE);
    const reading = readItem(place.group, posted.raw, desk.draft.answers, desk.form);
    if (boxText(posted.raw, CHOOSE_PROVINCE) || boxText(posted.raw, "_again"))
      return show(c, desk, place, posted.raw, []);
    const known = { ...desk.draft.answers, ...reading.answers };
    const asked = newlyAsked(
      posted.raw,
      place.group.fields.filter((field) => holds(field.when, known, desk.form)),
    );
    const problems = reading.problems.filter((problem) => !asked.has(problem.name.split(".")[0] ?? ""));
    if (problems.length > 0 || asked.size > 0)
      return show(c, desk, place, posted.raw, problems, problems.length === 0 ? MORE_ASKED : null);
    const together = checkEntry(desk.edition, place.group, reading.answers, desk.draft.answers, desk.form);
    if (together.length > 0) return show(c, desk, place, posted.raw, together);
    const entries = [...entriesOf(desk.draft.answers[place.group.key])];
    if (place.at === null) entries.push(reading.answers);
    else entries[place.at] = reading.answers;
    await deps.dossiers.drafts.answer(desk.draft, { [place.group.key]: entries });
    return c.redirect(stepHref(c, desk.draft, `trang/${place.page.key}`), 303);
  });

  const show = (
    c: Ctx,
    desk: Desk,
    place: Place,
    raw: Raw,
    problems: readonly Problem[],
    notice: Text | null = null,
  ) => {
    const lang = c.get("lang");
    const { group } = place;
    const filled = withProvinces(deps, raw);
    const soFar = readItem(group, filled, desk.draft.answers, desk.form).answers;
    const known = { ...desk.draft.answers, ...soFar };
    const fields = group.fields.filter((field) => holds(field.when, known, desk.form));
    const errors = Object.fromEntries(problems.map((problem) => [problem.name, problem.text]));
    const title =
      place.at === null
        ? text(`Thêm ${group.item.vi}`, `Add: ${group.item.en}`)
        : text(`Sửa thông tin ${group.item.vi} ${place.at + 1}`, `Change ${group.item.en} ${place.at + 1}`);
    const dependsOnAnswers = group.fields.some((field) => field.when);
    return portalPage(
      deps,
      c,
      {
        title,
        hasErrors: problems.length > 0,
        status: problems.length > 0 ? 422 : 200,
        back: { href: stepHref(c, desk.draft, `trang/${place.page.key}`) },
      },
      <>
        <ErrorSummary errors={errors} fields={fields} lang={lang} />
        {notice && <InsetText>{notice[lang]}</InsetText>}
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <Form csrf={csrfBox(desk.session)}>
          {fields.map((field) => (
            <FieldControl field={field} raw={filled} errors={errors} lang={lang} context={fieldContext(deps, c)} />
          ))}
          <input type="hidden" name="_shown" value={fields.map((field) => field.key).join(" ")} />
          <div class="govuk-button-group">
            <Button label={text("Lưu", "Save")} lang={lang} />
            {dependsOnAnswers && (
              <Button
                label={text("Cập nhật câu hỏi", "Update the questions")}
                lang={lang}
                kind="secondary"
                name="_again"
                value="1"
                skipChecks
              />
            )}
          </div>
        </Form>
      </>,
    );
  };

  return app;
}

type Place = { readonly page: Page; readonly group: GroupField; readonly at: number | null };

function placeOf(desk: Desk, c: Ctx): Place {
  const page = desk.edition.pages.find((p) => p.key === c.req.param("page"));
  const group = page?.fields.find((f): f is GroupField => f.kind === "group");
  const at = c.req.param("at") === "moi" ? null : Number(c.req.param("at"));
  if (!page || !group || (at !== null && !entriesOf(desk.draft.answers[group.key])[at])) throw notFound();
  return { page, group, at };
}

function rawOfEntry(desk: Desk, place: Place): Raw {
  const entry: ItemAnswers = place.at === null ? {} : (entriesOf(desk.draft.answers[place.group.key])[place.at] ?? {});
  return Object.assign(
    {},
    ...place.group.fields.map((field) =>
      writeField(field, entry[field.key] ?? (place.at === null ? initialOf(field) : undefined)),
    ),
  );
}
