import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { addMonths, dateOf, dayOfInstant, instantAt, showDate, showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, discloseLook, sealedOfUnit } from "../../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { isId, searchTyped } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateInput, ErrorSummary, Form, Input, InsetText, Notice, Table } from "../../ui/index.ts";
import { openDossier } from "../dossier/load.ts";
import { dossierPage } from "../dossier/page.tsx";
import { type Officer, officerOf, postedByOfficer } from "../guard.ts";
import { Wide } from "../wide.tsx";
import { dataPage, NOT_YOURS, ROOT, STALE } from "./frame.tsx";

const HERE = `${ROOT}/niem-phong`;
const ORDER_LONGEST = 100;
/** Beyond this a seal needs a new order. */
const MONTHS_MOST = 12;
type Tried = { readonly raw: Raw; readonly errors: Readonly<Record<string, Text>> };

/** Readings for an investigation: opened by the head of the unit on a written order, sealed until a day, disclosed after it. */
export function sealedPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/du-lieu/niem-phong", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/du-lieu/niem-phong", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const today = dayOfInstant(deps.clock.now());
    const order = boxText(raw, "order").trim().slice(0, ORDER_LONGEST);
    const part = (of: string): number => Number(boxText(raw, `until.${of}`));
    const until = dateOf(part("year"), part("month"), part("day"));
    const wrongUntil = !until || until <= today || until > addMonths(today, MONTHS_MOST);
    const errors = {
      ...(stale ? { code: STALE } : {}),
      ...(leads(officer) ? {} : { code: NOT_YOURS }),
      ...(order ? {} : { order: ORDER }),
      ...(wrongUntil ? { until: UNTIL } : {}),
    };
    if (Object.keys(errors).length > 0 || !until)
      return show(c, officer, { raw, errors }, stale || !leads(officer) ? 403 : 422);
    const desk = await openDossier(deps, officer, boxText(raw, "code").trim(), {
      purpose: "investigate",
      sealed: { order, until: instantAt(until, 0) },
    });
    return dossierPage(deps, c, desk, { notice: { tone: "info", body: SEALED } });
  });

  app.post("/du-lieu/niem-phong/:id", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const id = c.req.param("id");
    const { unit } = officer.post;
    const reason = boxText(raw, `${id}.reason`)
      .trim()
      .slice(0, ORDER_LONGEST * 5);
    const error = stale ? STALE : !leads(officer) ? NOT_YOURS : reason ? null : REASON;
    if (error) return show(c, officer, { raw, errors: { [`${id}.reason`]: error } }, error === REASON ? 422 : 403);
    const disclosed =
      isId(id) &&
      (await deps.db.inTransaction((tx) =>
        discloseLook(
          tx,
          deps.clock.now(),
          { officeProvince: unit.provinceCode, id, unit: unit.id },
          actorOf(officer),
          reason,
        ),
      ));
    if (!disclosed) return show(c, officer, { raw, errors: { [`${id}.reason`]: GONE } }, 409);
    return c.redirect(href(c, `${HERE}?xong=1`), 303);
  });

  const show = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const { unit } = officer.post;
    const raw = tried?.raw ?? {};
    const errors = tried?.errors ?? {};
    const sealed = leads(officer) ? await sealedOfUnit(deps.db, unit.provinceCode, unit.id, deps.clock.now()) : [];
    const error = (name: string) => (errors[name] ? { error: errors[name] } : {});
    return dataPage(
      deps,
      c,
      officer,
      { title: TITLE, at: HERE, status, hasErrors: tried !== null },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {{ vi: "Đã công bố. Người có dữ liệu thấy lượt xem này.", en: "Disclosed to the person." }[lang]}
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <InsetText>
          {
            {
              vi: "Chỉ dùng khi có lệnh bằng văn bản của cơ quan điều tra. Người có dữ liệu thấy ngay số lượt và mã cam kết; nội dung hiện ra khi hết niêm phong hoặc khi công bố.",
              en: "Only with a written order of the investigating agency. The person sees number and commitment at once, the content when the seal ends or is opened.",
            }[lang]
          }
        </InsetText>
        {!leads(officer) && <p class="govuk-body">{NOT_YOURS[lang]}</p>}
        {leads(officer) && (
          <>
            <Wide label={LISTED} lang={lang}>
              <Table
                dense
                caption={LISTED}
                lang={lang}
                empty={text("Không có lượt xem nào đang niêm phong.", "Nothing is sealed.")}
                columns={[
                  { key: "at", label: text("Lúc", "When") },
                  { key: "who", label: text("Người xem", "Who") },
                  { key: "dossier", label: text("Hồ sơ", "Dossier") },
                  { key: "order", label: text("Lệnh số", "Order") },
                  { key: "until", label: text("Niêm phong đến", "Sealed until") },
                  { key: "act", label: text("Công bố", "Disclose") },
                ]}
                rows={sealed.map((look) => ({
                  cells: {
                    at: showInstant(look.at),
                    who: look.actorName,
                    dossier: look.dossierCode ?? "–",
                    order: look.order,
                    until: showDate(dayOfInstant(look.sealedUntil)),
                    act: (
                      <Form csrf={csrfBox(officer)} action={href(c, `${HERE}/${look.id}`)}>
                        <Input
                          name={`${look.id}.reason`}
                          label={text("Lý do công bố", "Reason")}
                          lang={lang}
                          autocomplete="off"
                          value={boxText(raw, `${look.id}.reason`)}
                          {...error(`${look.id}.reason`)}
                        />
                        <Button
                          label={text("Công bố", "Disclose")}
                          about={look.order}
                          lang={lang}
                          kind="secondary"
                          small
                        />
                      </Form>
                    ),
                  },
                }))}
              />
            </Wide>
            <section class="mc-card">
              <h2 class="govuk-heading-m">{{ vi: "Mở hồ sơ theo lệnh", en: "Open a dossier by order" }[lang]}</h2>
              <Form csrf={csrfBox(officer)} action={href(c, HERE)}>
                <Input
                  name="code"
                  label={text("Mã hồ sơ", "Dossier code")}
                  lang={lang}
                  autocomplete="off"
                  value={boxText(raw, "code") || searchTyped(c, "ho-so", 60)}
                  {...error("code")}
                />
                <Input
                  name="order"
                  label={text("Số, ngày lệnh và cơ quan ra lệnh", "Number and day of the order, and whose it is")}
                  lang={lang}
                  autocomplete="off"
                  value={boxText(raw, "order")}
                  {...error("order")}
                />
                <DateInput
                  name="until"
                  label={text("Niêm phong đến ngày", "Sealed until")}
                  lang={lang}
                  value={{
                    day: boxText(raw, "until.day"),
                    month: boxText(raw, "until.month"),
                    year: boxText(raw, "until.year"),
                  }}
                  {...error("until")}
                />
                <Button label={text("Mở hồ sơ", "Open")} lang={lang} />
              </Form>
            </section>
          </>
        )}
      </>,
    );
  };

  return app;
}

const leads = (officer: Officer): boolean => officer.post.roles.includes("unitLead");

const TITLE = text("Lượt xem niêm phong", "Sealed readings");
const LISTED = text("Đang niêm phong", "Sealed now");
const SEALED = text(
  "Lượt xem này được niêm phong theo lệnh. Việc thực hiện trên hồ sơ vẫn ghi vào quá trình giải quyết như thường lệ.",
  "This reading is sealed by the order. Anything done on the dossier stands in its history as always.",
);
const ORDER = text("Vui lòng ghi số lệnh.", "Give the number of the order.");
const UNTIL = text(
  "Vui lòng ghi một ngày sau hôm nay, trong vòng 12 tháng.",
  "Give a day after today and within 12 months.",
);
const REASON = text("Vui lòng ghi lý do công bố.", "Give the reason.");
const GONE = text("Lượt xem này không còn niêm phong.", "This reading is not sealed any more.");
