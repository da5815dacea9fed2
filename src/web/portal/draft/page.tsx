import { Hono } from "hono";
import type { Field, GroupField, Page, SimpleField } from "../../../engine/definition/index.ts";
import {
  type Answers,
  boxText,
  checkItem,
  entriesOf,
  type Problem,
  type Raw,
  readPage,
  showAnswer,
  shownFields,
} from "../../../engine/form/index.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { namesFor } from "../../answers.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import {
  Button,
  CHOOSE_PROVINCE,
  ErrorSummary,
  FieldControl,
  Form,
  type GroupItem,
  InsetText,
  Steps,
} from "../../ui/index.ts";
import { parkedAnswers, postedBy } from "../guard.ts";
import { csrfBox, portalPage } from "../page.tsx";
import {
  type Desk,
  deskFor,
  deskOf,
  fieldContext,
  firstOpenStep,
  rawOf,
  stepAfter,
  stepBefore,
  stepHref,
  stepsOf,
  withProvinces,
} from "./load.ts";

/** One question page of a draft. Each is saved when it is sent, right or wrong; a wrong one comes back with sentences. */
export function questionPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/nhap/:draft", async (c) => {
    const desk = await deskOf(deps, c);
    return desk instanceof Response ? desk : c.redirect(stepHref(c, desk.draft, firstOpenStep(desk)), 303);
  });

  app.get("/nhap/:draft/trang/:page", async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    const page = pageOf(desk, c.req.param("page"));
    const parked = await parkedAnswers(deps, c, desk.session);
    const raw = parked ? withProvinces(deps, parked) : rawOf(deps, desk, page);
    return show(deps, c, desk, page, raw, [], parked ? RESTORED : null);
  });

  app.post("/nhap/:draft/trang/:page", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const desk = await deskFor(deps, c, posted.session);
    if (desk instanceof Response) return desk;
    const page = pageOf(desk, c.req.param("page"));
    const raw = withProvinces(deps, posted.raw);
    if (posted.stale) return show(deps, c, desk, page, raw, [], STALE, 403);
    if (boxText(raw, CHOOSE_PROVINCE)) return show(deps, c, desk, page, raw, []);

    const groups = shownFields(page, desk.draft.answers, desk.form).filter((f): f is GroupField => f.kind === "group");
    const removal = groups
      .map((group) => ({ group, at: boxText(raw, `_remove.${group.key}`) }))
      .find(({ at }) => at !== "");
    if (removal) {
      const left = entriesOf(desk.draft.answers[removal.group.key]).filter((_, at) => String(at) !== removal.at);
      await deps.dossiers.drafts.answer(desk.draft, { [removal.group.key]: left });
      return c.redirect(stepHref(c, desk.draft, `trang/${page.key}`), 303);
    }

    const reading = readPage(page, raw, answersElsewhere(desk, page), desk.form);
    const gone = Object.fromEntries(
      page.fields
        .filter((f) => f.kind !== "group" && reading.answers[f.key] === undefined)
        .map((f) => [f.key, undefined]),
    );
    const draft = await deps.dossiers.drafts.answer(desk.draft, { ...gone, ...reading.answers });
    const now = { ...desk, draft };
    const problems = [...reading.problems, ...groups.flatMap((group) => groupProblems(now, group))];
    const asked = newlyAsked(raw, shownFields(page, draft.answers, desk.form));
    if (asked.size > 0)
      return show(
        deps,
        c,
        now,
        page,
        raw,
        problems.filter((problem) => !asked.has(problem.name.split(".")[0] ?? "")),
        MORE_ASKED,
      );
    if (problems.length > 0) return show(deps, c, now, page, raw, problems, null, 422);
    return c.redirect(
      stepHref(c, draft, c.req.query("ve") === "kiem-tra" ? "kiem-tra" : stepAfter(now, `trang/${page.key}`)),
      303,
    );
  });

  return app;
}

export const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa lưu trang này. Thông tin vừa nhập vẫn còn bên dưới; vui lòng kiểm tra và bấm tiếp tục lần nữa.",
  "Your session has changed, so this page was not saved. What you typed is still here; check it and continue once more.",
);
/** Questions that an answer of this very page has opened: they are asked before anything is called missing. */
export const MORE_ASKED = text(
  "Câu trả lời vừa rồi cần thêm thông tin dưới đây.",
  "Your answer opens the questions below.",
);
export function newlyAsked(raw: Raw, fields: readonly Field[]): ReadonlySet<string> {
  const shown = new Set(boxText(raw, "_shown").split(" "));
  return new Set(fields.filter((field) => !shown.has(field.key)).map((field) => field.key));
}
const RESTORED = text(
  "Đây là thông tin ông/bà nhập trước khi phiên đăng nhập kết thúc. Vui lòng kiểm tra rồi bấm tiếp tục để lưu.",
  "This is what you typed before the session ended. Check it and continue to save it.",
);

const pageOf = (desk: Desk, key: string): Page => {
  const page = desk.edition.pages.find((p) => p.key === key);
  if (!page) throw notFound();
  return page;
};

/** The answers of the other pages; those of this page are being given anew. */
function answersElsewhere(desk: Desk, page: Page): Answers {
  const own = new Set(page.fields.map((field) => field.key));
  return Object.fromEntries(Object.entries(desk.draft.answers).filter(([key]) => !own.has(key)));
}

function groupProblems(desk: Desk, group: GroupField): Problem[] {
  const entries = entriesOf(desk.draft.answers[group.key]);
  if (entries.length < group.least) {
    return [
      {
        name: group.key,
        text: text(
          `Vui lòng thêm ít nhất ${group.least} ${group.item.vi}.`,
          `Add at least ${group.least} ${group.item.en}.`,
        ),
      },
    ];
  }
  const wrong = entries.findIndex((entry) => checkItem(group, entry, desk.draft.answers, desk.form).length > 0);
  return wrong < 0
    ? []
    : [
        {
          name: group.key,
          text: text(
            `Mục ${wrong + 1} có thông tin cần sửa. Vui lòng bấm Sửa ở mục đó.`,
            `Entry ${wrong + 1} has something to put right. Choose Change there.`,
          ),
        },
      ];
}

/** A page with a single simple question lets the question be its heading. */
const SINGLE_NOT = new Set<Field["kind"]>(["declaration", "group", "person"]);
const isSingle = (shown: readonly Field[]): boolean => {
  const [only, second] = shown;
  return (
    only !== undefined &&
    second === undefined &&
    !SINGLE_NOT.has(only.kind) &&
    !(only.prefill && FROM_REGISTER.has(only.prefill))
  );
};

function show(
  deps: WebDeps,
  c: Ctx,
  desk: Desk,
  page: Page,
  raw: Raw,
  problems: readonly Problem[],
  notice: Text | null = null,
  status: 200 | 403 | 422 = 200,
) {
  const lang = c.get("lang");
  const fields = shownFields(page, desk.draft.answers, desk.form);
  const errors = Object.fromEntries(problems.map((problem) => [problem.name, problem.text]));
  const steps = stepsOf(desk);
  const step = `trang/${page.key}`;
  const before = stepBefore(desk, step);
  const single = isSingle(fields);
  const context = { ...fieldContext(deps, c), group: (key: string) => groupEntries(deps, c, desk, page, key, lang) };
  return portalPage(
    deps,
    c,
    {
      title: page.title,
      status,
      hasErrors: problems.length > 0,
      back: {
        href: before ? stepHref(c, desk.draft, before) : href(c, `/thu-tuc/${desk.draft.procedure.key}/bat-dau`),
      },
    },
    <>
      <ErrorSummary errors={errors} fields={fields} lang={lang} />
      {notice && <InsetText>{notice[lang]}</InsetText>}
      <Steps step={steps.indexOf(step) + 1} of={steps.length} title={desk.draft.procedure.title} lang={lang} />
      {!single && <h1 class="govuk-heading-l">{page.title[lang]}</h1>}
      {page.lead && <p class="govuk-body">{page.lead[lang]}</p>}
      <Form csrf={csrfBox(desk.session)}>
        {fields.map((field) => (
          <FieldControl
            field={single && field.kind !== "group" ? { ...field, label: page.title } : field}
            raw={raw}
            errors={errors}
            lang={lang}
            context={context}
            heading={single}
            prefilled={field.kind === "group" ? undefined : prefilledBy(deps, c, desk, field, problems, lang)}
          />
        ))}
        {fields.map((field) =>
          field.kind === "group" && field.import ? (
            <SheetOffer c={c} desk={desk} page={page} group={field} lang={lang} />
          ) : null,
        )}
        <input type="hidden" name="_shown" value={fields.map((field) => field.key).join(" ")} />
        <Button label={text("Lưu và tiếp tục", "Save and continue")} lang={lang} />
      </Form>
    </>,
  );
}

const SheetOffer = (props: { c: Ctx; desk: Desk; page: Page; group: GroupField; lang: Language }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={stepHref(props.c, props.desk.draft, `trang/${props.page.key}/tep`)}>
      {
        {
          vi: `Gửi danh sách ${props.group.item.vi} bằng tệp Excel hoặc CSV`,
          en: `Send the list by Excel or CSV file (${props.group.item.en})`,
        }[props.lang]
      }
    </a>
  </p>
);

const FROM_REGISTER = new Set([
  "applicant.person",
  "applicant.name",
  "applicant.number",
  "applicant.birth-date",
  "applicant.sex",
  "organisation.name",
  "organisation.code",
]);

/** What a register answered is shown, not asked again, unless it is wrong or missing. */
function prefilledBy(
  deps: WebDeps,
  c: Ctx,
  desk: Desk,
  field: SimpleField,
  problems: readonly Problem[],
  lang: Language,
) {
  const answer = desk.draft.answers[field.key];
  const wrong = problems.some((problem) => problem.name === field.key || problem.name.startsWith(`${field.key}.`));
  if (
    !field.prefill ||
    !FROM_REGISTER.has(field.prefill) ||
    answer === undefined ||
    wrong ||
    c.req.query("sua") === field.key
  )
    return undefined;
  const shown = showAnswer(field, answer as Parameters<typeof showAnswer>[1], namesFor(deps, lang), lang);
  return {
    shown,
    wrongHref: `?sua=${field.key}`,
    ...(field.prefill.startsWith("organisation")
      ? { source: text("Thông tin từ tài khoản định danh của tổ chức", "From the organisation's electronic identity") }
      : {}),
  };
}

/** At most so many entries stand on the page itself; the others are counted. */
const SHOWN_MOST = 50;

function groupEntries(deps: WebDeps, c: Ctx, desk: Desk, page: Page, key: string, lang: Language) {
  const group = page.fields.find((f): f is GroupField => f.kind === "group" && f.key === key);
  const entries = group ? entriesOf(desk.draft.answers[key]) : [];
  const items = entries.slice(0, SHOWN_MOST).map((entry, at): GroupItem => {
    const parts = (group?.titleOf ?? []).map((name) => {
      const field = group?.fields.find((f) => f.key === name);
      return field ? showAnswer(field, entry[name], namesFor(deps, lang), lang) : "";
    });
    const wrong = group ? checkItem(group, entry, desk.draft.answers, desk.form)[0] : undefined;
    return {
      title: parts.filter(Boolean).join(", ") || `${at + 1}`,
      editHref: stepHref(c, desk.draft, `trang/${page.key}/muc/${at}`),
      remove: { name: `_remove.${key}`, value: String(at) },
      ...(wrong ? { error: wrong.text } : {}),
    };
  });
  const more = entries.length - items.length;
  if (more > 0) items.push({ title: text(`… và ${more} mục nữa`, `… and ${more} more`) });
  return { items, addHref: stepHref(c, desk.draft, `trang/${page.key}/muc/moi`) };
}
