import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { readLogged } from "../../../modules/access/index.ts";
import { CALL_OUTCOMES, CALLS_MOST, type CallOutcome } from "../../../modules/messages/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, InsetText, Notice, Pagination, Table } from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";

const PATH = "/office/goi-dien";
const TITLE = text("Gọi điện báo tin", "Calls to make");
const PAGE_SIZE = 25;
export const TELLING = { purpose: "notify-person" } as const;

/** Whom the unit has to ring up, why, and what came of it. */
export function callPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/goi-dien", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/goi-dien/:id", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, STALE, 403);
    const outcome = CALL_OUTCOMES.find((one) => one === boxText(raw, "outcome"));
    if (!outcome) return show(c, officer, CHOOSE, 422);
    const id = c.req.param("id");
    const by = { account: officer.account, name: officer.name };
    const done = isId(id) && (await deps.messages.office.called(officer.post.unit.id, id, outcome, by));
    return done ? c.redirect(href(c, `${PATH}?xong=1`), 303) : show(c, officer, GONE, 409);
  });

  const show = async (c: Ctx, officer: Officer, fault: Text | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const found = await readLogged(deps.db, deps.clock.now(), whoOf(officer), TELLING, async (reading) => {
      const { id } = officer.post.unit;
      const list = await deps.messages.office.list(reading, id, "call", PAGE_SIZE + 1, (page - 1) * PAGE_SIZE);
      for (const one of list.slice(0, PAGE_SIZE))
        reading.note({ subjectNumber: one.recipient, dossierCode: one.dossierCode, fields: ["name", "contact"] });
      return list;
    });
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: fault !== null, path: href(c, PATH) },
      <>
        <ErrorSummary errors={{}} extra={fault ? [fault] : []} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{DONE[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <InsetText>{WHY[lang]}</InsetText>
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, "/office/thu-giay")}>
            {{ vi: "Thư giấy cần gửi", en: "Letters to post" }[lang]}
          </a>
        </p>
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            lang={lang}
            empty={text("Không có ai cần gọi.", "Nobody has to be called.")}
            columns={[
              { key: "who", label: text("Người cần gọi", "Whom") },
              { key: "phone", label: text("Số điện thoại", "Telephone") },
              { key: "why", label: text("Vì việc gì", "Why") },
              { key: "since", label: text("Thông báo lúc", "Notice of") },
              { key: "tries", label: text("Đã gọi", "Called") },
              { key: "outcome", label: text("Kết quả cuộc gọi", "What came of it") },
            ]}
            rows={found.slice(0, PAGE_SIZE).map((one) => ({
              cells: {
                who: one.filerName,
                phone: one.phone ? (
                  <a class="govuk-link" href={`tel:${one.phone}`}>
                    {one.phone}
                  </a>
                ) : (
                  NO_PHONE[lang]
                ),
                why: (
                  <>
                    {one.title[lang]}
                    <br />
                    <a class="govuk-link" href={href(c, `/office/ho-so/${one.dossierCode}/trao-doi`)}>
                      {one.dossierCode}
                    </a>
                  </>
                ),
                since: showInstant(one.at),
                tries: `${one.attempts}/${CALLS_MOST}`,
                outcome: (
                  <Form csrf={csrfBox(officer)} action={href(c, `${PATH}/${one.id}`)}>
                    <div class="govuk-button-group">
                      {CALL_OUTCOMES.map((outcome) => (
                        <Button
                          label={OUTCOMES[outcome]}
                          about={one.dossierCode}
                          name="outcome"
                          value={outcome}
                          kind={outcome === "reached" ? "primary" : "secondary"}
                          small
                          lang={lang}
                        />
                      ))}
                    </div>
                  </Form>
                ),
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

const OUTCOMES: { readonly [O in CallOutcome]: Text } = {
  reached: text("Đã gặp", "Reached"),
  "not-reached": text("Không nghe máy", "No answer"),
  "wrong-number": text("Sai số", "Wrong number"),
};
const WHY = text(
  "Những người này cần trả lời về hồ sơ mà các cách báo tin khác chưa đến được. Chỉ nói nội dung hồ sơ khi đã chắc là đúng người. Việc xem số điện thoại được ghi vào nhật ký.",
  "These people must answer about a dossier, and no other way has reached them. Speak of the dossier only once sure who it is. Reading their telephone is logged.",
);
const NO_PHONE = text("Chưa có số", "None known");
const DONE = text("Đã ghi kết quả cuộc gọi.", "The call has been recorded.");
const CHOOSE = text("Vui lòng chọn kết quả cuộc gọi.", "Choose what came of the call.");
const GONE = text(
  "Người này không còn trong danh sách: đã đọc, đã trả lời, hoặc đồng nghiệp đã ghi kết quả.",
  "They are no longer on the list: they read it, answered, or a colleague recorded the call.",
);
export const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Send it again.");
