import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { dayOfInstant, showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Mandate, MandateFailure } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { mandateDates, mandateTag } from "../portal/acting.tsx";
import { GROUND_NAMES } from "../portal/acting-words.ts";
import { sendFile } from "../portal/draft/papers.tsx";
import { csrfBox } from "../portal/page.tsx";
import { Button, Details, ErrorSummary, Form, Notice, SummaryList, Table, Tag, Textarea } from "../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

type Tried = { readonly id: string; readonly reason: string; readonly error: Text };

/** Papers by which people ask to act for others: the office looks, and accepts or refuses with its reason. */
export function mandatePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const here = (c: Ctx): string => href(c, "/office/dai-dien");

  app.get("/dai-dien", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.get("/dai-dien/:id/giay-to", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const paper = await deps.access.mandatePaper(officer, c.req.param("id"));
    if (!paper) throw notFound();
    return sendFile(deps, c, paper);
  });

  app.post("/dai-dien/:id", async (c) => {
    const id = c.req.param("id");
    const posted = await postedByOfficer(deps, c, here(c));
    if (posted instanceof Response) return posted;
    const { officer, raw } = posted;
    const reason = boxText(raw, `${id}.reason`);
    if (posted.stale) return show(c, officer, { id, reason, error: STALE }, 403);
    if (boxText(raw, "act") === "end") {
      const ended = await deps.access.endMandate(officer, id);
      if (ended.ok) return c.redirect(`${here(c)}?xong=1`, 303);
      return show(c, officer, { id, reason, error: FAILURES[ended.failure.tag] }, 409);
    }
    const outcome = boxText(raw, "act") === "accept" ? "accepted" : "refused";
    const done = await deps.access.decideMandate(officer, id, { outcome, reason });
    if (!done.ok) return show(c, officer, { id, reason, error: FAILURES[done.failure.tag] }, 422);
    return c.redirect(`${here(c)}?xong=1`, 303);
  });

  const show = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const { waiting, decided } = await deps.access.mandatesAt(officer);
    const today = dayOfInstant(deps.clock.now());
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: tried !== null },
      <>
        <ErrorSummary errors={tried ? { [`${tried.id}.reason`]: tried.error } : {}} lang={lang} />
        {c.req.query("xong") && !tried && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{{ vi: "Đã ghi nhận.", en: "Recorded." }[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        {waiting.length === 0 && (
          <p class="govuk-body">{{ vi: "Không có đề nghị nào đang chờ.", en: "Nothing waits." }[lang]}</p>
        )}
        {waiting.map((mandate) => (
          <Waiting c={c} officer={officer} mandate={mandate} tried={tried?.id === mandate.id ? tried : null} />
        ))}
        <Wide label={DECIDED} lang={lang}>
          <Table
            dense
            caption={DECIDED}
            empty={text("Chưa trả lời đề nghị nào.", "Nothing answered yet.")}
            lang={lang}
            columns={[
              { key: "who", label: text("Người đại diện", "Representative") },
              { key: "for", label: text("Thay mặt cho", "For") },
              { key: "dates", label: text("Thời hạn", "Period") },
              { key: "state", label: text("Trạng thái", "State") },
              { key: "by", label: text("Trả lời", "Answered") },
              { key: "act", label: text("Thao tác", "Actions") },
            ]}
            rows={decided.map((mandate) => ({
              cells: {
                who: mandate.representative.name,
                for: `${mandate.subject.name} (${GROUND_NAMES[mandate.ground][lang]})`,
                dates: mandateDates(mandate, lang),
                state: <Tag {...mandateTag(mandate, today)} lang={lang} />,
                by: mandate.decision ? `${mandate.decision.by}, ${showInstant(mandate.decision.at)}` : "",
                act:
                  mandate.decision?.outcome === "accepted" && mandate.endedOn === null ? (
                    <Form csrf={csrfBox(officer)} action={`${here(c)}/${mandate.id}`}>
                      <Button
                        name="act"
                        value="end"
                        label={text("Chấm dứt", "End")}
                        about={mandate.representative.name}
                        lang={lang}
                        kind="secondary"
                        small
                      />
                    </Form>
                  ) : (
                    ""
                  ),
              },
            }))}
          />
        </Wide>
      </>,
    );
  };

  function Waiting(props: { c: Ctx; officer: Officer; mandate: Mandate; tried: Tried | null }) {
    const { c, mandate, tried } = props;
    const lang = c.get("lang");
    return (
      <section>
        <SummaryList
          lang={lang}
          title={text(
            `${mandate.representative.name} thay mặt ${mandate.subject.name}`,
            `${mandate.representative.name} for ${mandate.subject.name}`,
          )}
          rows={[
            { label: text("Quan hệ", "Relation"), value: GROUND_NAMES[mandate.ground][lang] },
            { label: text("Người đại diện", "Representative"), value: mandate.representative.number },
            { label: text("Người được đại diện", "Represented"), value: mandate.subject.number },
            { label: text("Thời hạn", "Period"), value: mandateDates(mandate, lang) },
            { label: text("Gửi lúc", "Sent"), value: showInstant(mandate.askedAt) },
            {
              label: text("Giấy tờ", "Paper"),
              value: (
                <a class="govuk-link" href={`${here(c)}/${mandate.id}/giay-to`}>
                  {mandate.evidence.name}
                </a>
              ),
            },
          ]}
        />
        <Form csrf={csrfBox(props.officer)} action={`${here(c)}/${mandate.id}`}>
          <Button
            name="act"
            value="accept"
            label={text("Chấp nhận", "Accept")}
            about={mandate.subject.name}
            lang={lang}
          />
          <Details summary={text("Không chấp nhận", "Refuse")} lang={lang} open={tried !== null}>
            <Textarea
              name={`${mandate.id}.reason`}
              label={text("Lý do, người đề nghị nhận được nguyên văn", "Reason; they receive these very words")}
              lang={lang}
              lines={3}
              value={tried?.reason ?? ""}
              {...(tried ? { error: tried.error } : {})}
            />
            <Button
              name="act"
              value="refuse"
              kind="warning"
              label={text("Trả lời không chấp nhận", "Answer: refused")}
              about={mandate.subject.name}
              lang={lang}
            />
          </Details>
        </Form>
      </section>
    );
  }

  return app;
}

const TITLE = text("Quyền đại diện", "Acting for others");
const DECIDED = text("Đã trả lời gần đây", "Answered lately");
const STALE = text("Phiên làm việc đã thay đổi. Đề nghị bấm lại.", "Your session has changed. Please try again.");
const GONE = text("Không còn đề nghị này ở đơn vị.", "There is no such request at your unit.");
const FAILURES: Record<MandateFailure, Text> = {
  "not-found": GONE,
  "not-a-person": GONE,
  "own-number": GONE,
  "dates-reversed": GONE,
  "too-many-waiting": GONE,
  "own-request": text(
    "Không ai trả lời đề nghị của chính mình hoặc về chính mình. Đề nghị chuyển đồng chí khác.",
    "Nobody answers their own request or one about themselves. Hand it to a colleague.",
  ),
  "not-your-role": text(
    "Việc này do cán bộ tiếp nhận hoặc lãnh đạo đơn vị thực hiện.",
    "A desk officer or the unit's lead does this.",
  ),
  "reason-missing": text("Khi không chấp nhận phải ghi rõ lý do.", "A refusal needs its reason."),
  "decided-before": text("Đề nghị này đã được trả lời hoặc đã chấm dứt trước đó.", "It was answered or ended before."),
};
