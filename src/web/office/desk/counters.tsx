import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { mayKeep } from "../../../modules/desk/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { failureWords, serviceWords } from "../../desk-words.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, Checkboxes, ErrorSummary, Form, Input, Table } from "../../ui/index.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { type AtDesk, atDesk, postedAtDesk } from "./keeper.ts";

const PATH = "/office/hang-cho/quay";
const TITLE = text("Các quầy", "Counters");
const HIGHEST_NUMBER = 99;
type Errors = Readonly<Record<string, Text>>;

/** The counters of a unit: which there are, what each takes, who sits there. */
export function countersPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/hang-cho/quay", (c) => {
    const at = atDesk(deps, c);
    return at instanceof Response ? at : show(c, at, {}, {}, 200);
  });

  app.post("/hang-cho/quay", async (c) => {
    const posted = await postedAtDesk(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { raw, stale, by, unit } = posted;
    if (stale) return show(c, posted, raw, { so: STALE }, 403);
    const number = wholeNumber(boxText(raw, "so"), 0, HIGHEST_NUMBER);
    const known = deps.desk.servicesOf(unit).map(({ key }) => key);
    const wanted = { number, services: [raw["viec"] ?? []].flat() };
    const added = await deps.desk.addCounter(by, wanted, known);
    if (added.ok) return c.redirect(href(c, PATH), 303);
    const box = added.failure.kind === "services" ? "viec" : "so";
    return show(c, posted, raw, { [box]: failureWords(added.failure) }, 422);
  });

  app.post("/hang-cho/quay/:id/:what", async (c) => {
    const posted = await postedAtDesk(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { raw, stale, by, unit } = posted;
    if (stale) return show(c, posted, {}, { so: STALE }, 403);
    const { id, what } = c.req.param();
    const known = deps.desk.servicesOf(unit).map(({ key }) => key);
    const doing = {
      bo: () => deps.desk.retireCounter(by, id),
      dong: () => deps.desk.close(by, id),
      viec: () =>
        deps.desk.setServices(
          by,
          id,
          Object.values(raw).flatMap((value) => value ?? []),
          known,
        ),
    }[what];
    const done = doing && isId(id) ? await doing() : null;
    if (done && !done.ok) return show(c, posted, {}, { so: failureWords(done.failure) }, 409);
    return c.redirect(href(c, PATH), 303);
  });

  const show = async (c: Ctx, at: AtDesk, raw: Raw, errors: Errors, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const { officer, by, unit } = at;
    const counters = await deps.desk.countersOf(unit);
    const services = deps.desk.servicesOf(unit).map(({ key, title }) => ({ value: key, label: title }));
    const keeps = mayKeep(by.roles);
    const csrf = csrfBox(officer);
    return officePage(
      deps,
      c,
      officer,
      {
        title: TITLE,
        status,
        path: href(c, PATH),
        hasErrors: Object.keys(errors).length > 0,
        crumbs: [{ label: text("Hàng chờ", "Waiting room"), href: href(c, "/office/hang-cho") }, { label: TITLE }],
      },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            lang={lang}
            empty={text("Đơn vị chưa có quầy nào.", "The unit has no counter yet.")}
            columns={[
              { key: "number", label: text("Quầy", "Counter") },
              { key: "services", label: text("Nhận việc", "Takes") },
              { key: "who", label: text("Đang mở", "Open") },
              ...(keeps ? [{ key: "acts", label: text("Việc", "Do") }] : []),
            ]}
            rows={counters.map((counter) => ({
              cells: {
                number: String(counter.number),
                services: counter.services.map((key) => serviceWords(deps, unit, key)[lang]).join("; "),
                who: counter.openedByName ?? "–",
                acts: keeps && (
                  <>
                    <details class="govuk-details">
                      <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">
                          {{ vi: "Đổi việc nhận", en: "Change what it takes" }[lang]}
                          <span class="govuk-visually-hidden"> {counter.number}</span>
                        </span>
                      </summary>
                      <Form action={href(c, `${PATH}/${counter.id}/viec`)} csrf={csrf}>
                        <Checkboxes
                          small
                          name={`viec-${counter.number}`}
                          label={text(`Quầy ${counter.number} nhận`, `Counter ${counter.number} takes`)}
                          lang={lang}
                          options={services}
                          values={counter.services}
                        />
                        <Button
                          small
                          label={text("Lưu", "Save")}
                          about={String(counter.number)}
                          lang={lang}
                          kind="secondary"
                        />
                      </Form>
                    </details>
                    <Form action={href(c, `${PATH}/${counter.id}/${counter.openedBy ? "dong" : "bo"}`)} csrf={csrf}>
                      <Button
                        small
                        label={counter.openedBy ? text("Đóng thay", "Close for them") : text("Bỏ quầy", "Remove")}
                        about={String(counter.number)}
                        lang={lang}
                        kind="secondary"
                      />
                    </Form>
                  </>
                ),
              },
            }))}
          />
        </Wide>
        {keeps && (
          <section class="mc-card">
            <h2 class="govuk-heading-m">{{ vi: "Lập quầy", en: "Set up a counter" }[lang]}</h2>
            <Form action={href(c, PATH)} csrf={csrf}>
              <Input
                name="so"
                label={text("Số quầy", "Number")}
                lang={lang}
                width={2}
                inputmode="numeric"
                error={errors.so}
                value={boxText(raw, "so")}
                autocomplete="off"
              />
              <Checkboxes
                small
                name="viec"
                label={text("Việc quầy nhận", "What it takes")}
                lang={lang}
                error={errors.viec}
                options={services}
                values={[raw["viec"] ?? []].flat()}
              />
              <Button label={text("Lập quầy", "Set up")} lang={lang} />
            </Form>
          </section>
        )}
      </>,
    );
  };

  return app;
}

const STALE = text("Trang đã mở quá lâu. Vui lòng làm lại.", "The page was open too long. Please try again.");
