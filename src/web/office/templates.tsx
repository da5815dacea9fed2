import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { dayOfInstant, showDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { TEMPLATE_KINDS, type TemplateFault, type TemplateKind } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, Details, ErrorSummary, Form, Input, Notice, Select, Table, Textarea } from "../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const PATH = "/office/mau-van-ban";
const TITLE = text("Mẫu nội dung văn bản", "Words for notices");
const LIST = text("Các mẫu đang dùng", "Templates in use");
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
type Errors = Readonly<Record<string, Text>>;

export const KIND_NAMES: { readonly [K in TemplateKind]: Text } = {
  supplement: text("Yêu cầu bổ sung", "Request to supplement"),
  refusal: text("Từ chối", "Refusal"),
  stop: text("Dừng giải quyết", "Stopping"),
  apology: text("Xin lỗi, hẹn lại", "Apology"),
};

/** The words an office writes again and again: everybody of the unit reads them, its head keeps them. */
export function templatePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { templates } = deps.dossiers;

  app.get("/mau-van-ban", (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, {}, {}, 200);
  });

  app.post("/mau-van-ban", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, raw, { title: STALE }, 403);
    const box = (name: string): string => boxText(raw, name).slice(0, 4_000);
    const kept = await templates.keep(officer, {
      kind: box("kind"),
      procedureKey: box("procedureKey"),
      title: box("title"),
      body: box("body"),
      basis: box("basis"),
    });
    if (kept.ok) return c.redirect(href(c, `${PATH}?xong=1`), 303);
    const fault = kept.failure;
    return fault === "not-yours"
      ? show(c, officer, raw, { title: FAULTS[fault] }, 403)
      : show(c, officer, raw, { [fault]: FAULTS[fault] }, 422);
  });

  app.post("/mau-van-ban/:id/thoi", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const id = c.req.param("id");
    if (posted.stale) return show(c, posted.officer, {}, { title: STALE }, 403);
    const ended = UUID.test(id) && (await templates.end(posted.officer, id));
    return ended ? c.redirect(href(c, `${PATH}?xong=2`), 303) : show(c, posted.officer, {}, { title: NOT_ENDED }, 409);
  });

  const show = async (c: Ctx, officer: Officer, raw: Raw, errors: Errors, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const all = await templates.ofUnit(officer.post.unit.id);
    const keeps = templates.mayKeep(officer);
    const field = (name: string) => ({ name, lang, error: errors[name], value: boxText(raw, name) });
    const done = c.req.method === "GET" ? c.req.query("xong") : undefined;
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: Object.keys(errors).length > 0, path: href(c, PATH) },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {done && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{(done === "2" ? ENDED : KEPT)[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Chọn mẫu ngay trong biểu mẫu của hồ sơ. {ma-ho-so}, {thu-tuc}, {chu-ho-so} được thay bằng nội dung của hồ sơ.",
              en: "Templates are chosen in the forms of a dossier. {ma-ho-so}, {thu-tuc} and {chu-ho-so} are filled in.",
            }[lang]
          }
        </p>
        <Wide label={LIST} lang={lang}>
          <Table
            dense
            caption={LIST}
            lang={lang}
            empty={text("Đơn vị chưa có mẫu nào.", "The unit has none yet.")}
            columns={[
              { key: "title", label: text("Tên mẫu", "Title") },
              { key: "kind", label: text("Dùng cho", "For") },
              { key: "body", label: text("Nội dung", "Words") },
              { key: "by", label: text("Người lập", "By") },
              ...(keeps ? [{ key: "end", label: text("Việc", "Act") }] : []),
            ]}
            rows={all.map((one) => ({
              cells: {
                title: one.title,
                kind: (
                  <>
                    {KIND_NAMES[one.kind][lang]}
                    <br />
                    <small class="govuk-hint">
                      {one.procedureKey
                        ? (deps.dossiers.findProcedure(one.procedureKey)?.title[lang] ?? one.procedureKey)
                        : EVERY[lang]}
                    </small>
                  </>
                ),
                body: (
                  <>
                    {one.body}
                    {one.basis && <small class="govuk-hint">{one.basis}</small>}
                  </>
                ),
                by: `${one.createdByName}, ${showDate(dayOfInstant(one.createdAt))}`,
                end: (
                  <Form csrf={csrfBox(officer)} action={href(c, `${PATH}/${one.id}/thoi`)}>
                    <Button label={text("Thôi dùng", "End")} about={one.title} lang={lang} kind="secondary" small />
                  </Form>
                ),
              },
            }))}
          />
        </Wide>
        {keeps && (
          <Details
            summary={text("Thêm mẫu", "Add one")}
            lang={lang}
            open={Object.keys(errors).length > 0 || all.length === 0}
          >
            <Form csrf={csrfBox(officer)} action={href(c, PATH)}>
              <Select
                {...field("kind")}
                label={text("Dùng cho văn bản", "For which notice")}
                options={TEMPLATE_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
              />
              <Select
                {...field("procedureKey")}
                label={text("Thủ tục", "Procedure")}
                options={deps.procedures.map(({ key, title }) => ({ value: key, label: title }))}
                empty={EVERY}
                optional
              />
              <Input {...field("title")} label={text("Tên mẫu", "Title")} autocomplete="off" longest={120} />
              <Textarea {...field("body")} label={text("Nội dung", "Words")} lines={5} />
              <Input
                {...field("basis")}
                label={text("Căn cứ", "Legal basis")}
                autocomplete="off"
                longest={500}
                optional
              />
              <Button label={text("Lưu mẫu", "Keep")} lang={lang} />
            </Form>
          </Details>
        )}
      </>,
    );
  };

  return app;
}

const EVERY = text("Mọi thủ tục", "Every procedure");
const FAULTS: Readonly<Record<TemplateFault, Text>> = {
  kind: text("Vui lòng chọn loại văn bản.", "Choose the kind of notice."),
  procedureKey: text("Vui lòng chọn một thủ tục trong danh sách.", "Choose a procedure of the list."),
  title: text("Vui lòng ghi tên mẫu, tối đa 120 ký tự.", "Write a title of at most 120 characters."),
  body: text("Vui lòng ghi nội dung, tối đa 2.000 ký tự.", "Write the words, at most 2,000 characters."),
  basis: text("Căn cứ dài quá 500 ký tự.", "The basis is longer than 500 characters."),
  "not-yours": text("Chỉ lãnh đạo đơn vị lập hoặc thôi dùng mẫu.", "Only the head of the unit keeps templates."),
};
const KEPT = text("Đã lưu mẫu.", "Kept.");
const ENDED = text("Mẫu đã thôi dùng.", "The template has ended.");
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Send it again.");
const NOT_ENDED = text("Mẫu này đã thôi dùng, hoặc không thuộc đơn vị.", "It has ended already, or is not the unit's.");
