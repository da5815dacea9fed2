import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, fieldWords, purposeWords, readLogged } from "../../../modules/access/index.ts";
import type { AnswerFailure, Question } from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, Notice, Pagination, SummaryList, Tag, Textarea } from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { dataPage, LEADS_ONLY, momentWords, NOT_YOURS, ROOT, STALE, WORDS } from "./frame.tsx";

const PAGE_SIZE = 20;
const WHY = { purpose: "look-question" } as const;
type Tried = { readonly id: string; readonly words: string; readonly error: Text };

/** Questions of persons about readings of this unit, the most urgent first, each with its answer. */
export function questionPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/du-lieu", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/du-lieu/cau-hoi/:id", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, ROOT));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const id = c.req.param("id");
    const words = boxText(raw, `${id}.answer`);
    if (stale) return show(c, officer, { id, words, error: STALE }, 403);
    if (!isId(id)) throw notFound();
    const answered = await deps.dataRights.answerQuestion(actorOf(officer), officer.post.unit, id, words);
    if (answered.ok) return c.redirect(href(c, `${ROOT}?xong=1`), 303);
    const { kind } = answered.failure;
    if (kind === "not-found") throw notFound();
    return show(c, officer, { id, words, error: SENTENCES[kind] }, STATUS[kind]);
  });

  const show = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const now = deps.clock.now();
    const { unit } = officer.post;
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const found = await readLogged(deps.db, now, whoOf(officer), WHY, async (reading) => {
      const questions = await deps.dataRights.questionsOfUnit(
        reading,
        unit.provinceCode,
        unit.id,
        PAGE_SIZE + 1,
        (page - 1) * PAGE_SIZE,
      );
      for (const { subjectNumber, dossierCode } of questions.slice(0, PAGE_SIZE))
        reading.note({ subjectNumber, dossierCode, fields: ["name", "looks"] });
      return questions;
    });
    const questions = found.slice(0, PAGE_SIZE);
    return dataPage(
      deps,
      c,
      officer,
      { title: TITLE, at: ROOT, status, hasErrors: tried !== null },
      <>
        <ErrorSummary errors={tried ? { [`${tried.id}.answer`]: tried.error } : {}} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{{ vi: "Đã gửi trả lời cho người hỏi.", en: "The answer was sent." }[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        {!leads(officer) && <p class="govuk-body">{LEADS_ONLY[lang]}</p>}
        {questions.length === 0 && <p class="mc-empty">{{ vi: "Không có câu hỏi nào.", en: "No questions." }[lang]}</p>}
        {questions.map((question) => (
          <Asked
            c={c}
            officer={officer}
            question={question}
            now={now}
            tried={tried?.id === question.id ? tried : null}
          />
        ))}
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: href(c, `${ROOT}?trang=${page - 1}`) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: href(c, `${ROOT}?trang=${page + 1}`) } : {})}
        />
      </>,
    );
  };

  return app;
}

const leads = (officer: Officer): boolean => officer.post.roles.includes("unitLead");

type AskedProps = {
  readonly c: Ctx;
  readonly officer: Officer;
  readonly question: Question;
  readonly now: number;
  readonly tried: Tried | null;
};
function Asked({ c, officer, question, now, tried }: AskedProps) {
  const lang = c.get("lang");
  const open = question.answer === null;
  const late = open && question.dueAt < now;
  const name = `${question.id}.answer`;
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-m">
        {question.askerName} {!open && <Tag label={text("Đã trả lời", "Answered")} tone="done" lang={lang} />}
        {late && <Tag label={text("Quá hạn", "Overdue")} tone="refused" lang={lang} />}
        {open && !late && <Tag label={text("Chờ trả lời", "Waiting")} tone="waiting" lang={lang} />}
      </h2>
      <p class="govuk-body mc-typed">{question.question}</p>
      <SummaryList
        lang={lang}
        rows={[
          {
            label: text("Lượt xem", "The reading"),
            value: `${question.lookedBy}, ${showInstant(question.lookedAt)}`,
          },
          { label: text("Mục đích", "Purpose"), value: purposeWords(question.purposeKey, question.purpose)[lang] },
          { label: text("Đã xem", "What"), value: question.fields.map((field) => fieldWords(field)[lang]).join(", ") },
          ...(question.dossierCode
            ? [
                {
                  label: text("Hồ sơ", "Dossier"),
                  value: (
                    <a class="govuk-link" href={href(c, `/office/ho-so/${question.dossierCode}`)}>
                      {question.dossierCode}
                    </a>
                  ),
                },
              ]
            : []),
          { label: text("Hỏi lúc", "Asked"), value: showInstant(question.at) },
          { label: text("Hạn trả lời", "Due"), value: momentWords(question.dueAt) },
          ...(open
            ? []
            : [
                {
                  label: text("Trả lời", "Answer"),
                  value: `${question.answeredBy}, ${showInstant(question.answeredAt ?? 0)}: ${question.answer}`,
                },
              ]),
        ]}
      />
      {open && leads(officer) && (
        <Form csrf={csrfBox(officer)} action={href(c, `${ROOT}/cau-hoi/${question.id}`)}>
          <Textarea
            name={name}
            label={text("Trả lời người hỏi", "Answer")}
            hint={text(
              "Nói rõ vì sao đã xem và dùng vào việc gì. Người hỏi đọc nguyên văn; không trả lời lại được.",
              "Say why it was read and what for. The person reads it as it is; it cannot be changed.",
            )}
            lang={lang}
            value={tried?.words ?? ""}
            {...(tried ? { error: tried.error } : {})}
          />
          <Button label={text("Gửi trả lời", "Send")} about={question.askerName} lang={lang} />
        </Form>
      )}
    </section>
  );
}

type Kind = Exclude<AnswerFailure["kind"], "not-found">;
const TITLE = text("Câu hỏi về lượt xem dữ liệu", "Questions about readings");
const SENTENCES: Readonly<Record<Kind, Text>> = {
  words: WORDS,
  "not-yours": NOT_YOURS,
  "own-look": text(
    "Đồng chí đã thực hiện lượt xem này nên người khác phải trả lời.",
    "This reading was yours, so somebody else must answer.",
  ),
  "answered-already": text("Câu hỏi này đã được trả lời.", "This question has been answered."),
};
const STATUS: Readonly<Record<Kind, 403 | 409 | 422>> = {
  words: 422,
  "not-yours": 403,
  "own-look": 403,
  "answered-already": 409,
};
