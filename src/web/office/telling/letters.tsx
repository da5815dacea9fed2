import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { dayOfInstant, showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { readLogged } from "../../../modules/access/index.ts";
import { renderLetters } from "../../../modules/documents/index.ts";
import { LETTER_OUTCOMES, type LetterOutcome, type Outstanding } from "../../../modules/messages/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, Input, Notice, Pagination, Table } from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { STALE, TELLING } from "./calls.tsx";

const PATH = "/office/thu-giay";
const TITLE = text("Thư giấy cần gửi", "Letters to post");
/** A page of the list is also what is printed at once. */
const PAGE_SIZE = 50;
const TRACKING = /^[A-Z0-9]{6,20}$/;

/** Letters to post: printed with a list, sent under a number of the post, handed over or come back. */
export function letterPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/thu-giay", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/thu-giay/in", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, stale } = posted;
    if (stale) return show(c, officer, STALE, 403);
    const page = wholeNumber(boxText(posted.raw, "page"), 1, 10_000);
    const listed = (await listOf(officer, page)).slice(0, PAGE_SIZE).filter(isToPost);
    if (listed.length === 0) return show(c, officer, NONE, 409);
    const by = { account: officer.account, name: officer.name };
    const at = deps.clock.now();
    const unit = deps.catalogue.getUnit(officer.post.unit.id);
    const link = `${deps.settings.publicUrl}/hop-thu`;
    const pdf = renderLetters(
      {
        office: unit.name.vi,
        letters: listed.map((one) => ({
          name: one.filerName,
          address: one.address ?? "",
          code: one.dossierCode,
          office: one.unitName,
          phone: unit.phone ?? "",
          title: one.content.title.vi,
          lines: one.content.lines.map((line) => line.vi),
          link,
          at: one.at,
        })),
      },
      at,
    );
    await deps.messages.office.printed(
      officer.post.unit.id,
      listed.map(({ id }) => id),
      by,
    );
    return c.body(new Uint8Array(pdf), 200, {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="thu-giay-${dayOfInstant(at)}.pdf"`,
      "cache-control": "no-store",
    });
  });

  app.post("/thu-giay/:id", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, STALE, 403);
    const id = c.req.param("id");
    const outcome = LETTER_OUTCOMES.find((one) => one === boxText(raw, "outcome"));
    const tracking = boxText(raw, `tracking.${id}`).replace(/\s/g, "").toUpperCase();
    if (!outcome) return show(c, officer, GONE, 422);
    if (outcome === "posted" && !TRACKING.test(tracking)) return show(c, officer, NUMBER, 422, id);
    const by = { account: officer.account, name: officer.name };
    const done = isId(id) && (await deps.messages.office.posted(officer.post.unit.id, id, outcome, tracking, by));
    return done ? c.redirect(href(c, `${PATH}?xong=1`), 303) : show(c, officer, GONE, 409);
  });

  const listOf = (officer: Officer, page: number): Promise<readonly Outstanding[]> =>
    readLogged(deps.db, deps.clock.now(), whoOf(officer), TELLING, async (reading) => {
      const { id } = officer.post.unit;
      const list = await deps.messages.office.list(reading, id, "letter", PAGE_SIZE + 1, (page - 1) * PAGE_SIZE);
      for (const one of list.slice(0, PAGE_SIZE))
        reading.note({ subjectNumber: one.recipient, dossierCode: one.dossierCode, fields: ["name", "address"] });
      return list;
    });

  const show = async (c: Ctx, officer: Officer, fault: Text | null, status: 200 | 403 | 409 | 422, at?: string) => {
    const lang = c.get("lang");
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const found = await listOf(officer, page);
    const errors = fault && at ? { [`tracking.${at}`]: fault } : {};
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: fault !== null, path: href(c, PATH) },
      <>
        <ErrorSummary errors={errors} extra={fault && !at ? [fault] : []} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{DONE[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, "/office/goi-dien")}>
            {{ vi: "Người cần gọi điện", en: "Calls to make" }[lang]}
          </a>
        </p>
        {found.some(isToPost) && (
          <Form csrf={csrfBox(officer)} action={href(c, `${PATH}/in`)}>
            <input type="hidden" name="page" value={String(page)} />
            <Button label={text("In danh sách và thư (PDF)", "Print list and letters (PDF)")} lang={lang} />
          </Form>
        )}
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            lang={lang}
            empty={text("Không có thư nào cần gửi.", "There are no letters to post.")}
            columns={[
              { key: "who", label: text("Người nhận", "To") },
              { key: "address", label: text("Địa chỉ", "Address") },
              { key: "why", label: text("Thông báo", "Notice") },
              { key: "act", label: text("Gửi bưu điện", "Posting") },
            ]}
            rows={found.slice(0, PAGE_SIZE).map((one) => ({
              cells: {
                who: one.filerName,
                address: one.address ?? "–",
                why: (
                  <>
                    {one.title[lang]}, {showInstant(one.at)}
                    <br />
                    <a class="govuk-link" href={href(c, `/office/ho-so/${one.dossierCode}/trao-doi`)}>
                      {one.dossierCode}
                    </a>
                  </>
                ),
                act: <Posting c={c} officer={officer} one={one} error={errors[`tracking.${one.id}`]} />,
              },
            }))}
          />
        </Wide>
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: href(c, `${PATH}?trang=${page - 1}`) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: href(c, `${PATH}?trang=${page + 1}`) } : {})}
        />
      </>,
    );
  };

  return app;
}

const isToPost = (one: Outstanding): boolean => one.phase === "listed";

/** The number of the post while it is to be sent; afterwards what the post says of it. */
function Posting(props: { c: Ctx; officer: Officer; one: Outstanding; error: Text | undefined }) {
  const { c, officer, one, error } = props;
  const lang = c.get("lang");
  const button = (outcome: LetterOutcome, label: Text, primary = false) => (
    <Button
      label={label}
      about={one.dossierCode}
      name="outcome"
      value={outcome}
      kind={primary ? "primary" : "secondary"}
      small
      lang={lang}
    />
  );
  return (
    <Form csrf={csrfBox(officer)} action={href(c, `${PATH}/${one.id}`)}>
      {isToPost(one) ? (
        <>
          <Input
            name={`tracking.${one.id}`}
            label={text(`Số bưu gửi của thư ${one.dossierCode}`, `Number of the post for ${one.dossierCode}`)}
            width={20}
            capitals
            autocomplete="off"
            error={error}
            lang={lang}
          />
          {button("posted", text("Đã gửi", "Posted"), true)}
        </>
      ) : (
        <>
          <p class="govuk-body-s">
            {one.tracking}
            {one.nextAt !== null && (
              <span class="mc-muted">
                {{ vi: ", chờ đến ", en: ", waiting until " }[lang]}
                {showInstant(one.nextAt)}
              </span>
            )}
          </p>
          <div class="govuk-button-group">
            {button("delivered", text("Đã phát", "Delivered"))}
            {button("returned", text("Bị trả lại", "Came back"))}
          </div>
        </>
      )}
    </Form>
  );
}

const DONE = text("Đã ghi.", "Recorded.");
const NONE = text("Không có thư nào chờ in.", "There is nothing to print.");
const NUMBER = text(
  "Vui lòng nhập số bưu gửi, 6 đến 20 chữ cái và chữ số.",
  "Enter the number of the post, 6 to 20 letters and digits.",
);
const GONE = text(
  "Thư này không còn trong danh sách: người nhận đã đọc, đã trả lời, hoặc đồng nghiệp đã ghi.",
  "This letter is no longer on the list: it was read or answered, or a colleague recorded it.",
);
