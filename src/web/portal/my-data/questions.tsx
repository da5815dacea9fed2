import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { fieldWords, findLook, purposeWords, readOwn, type Session } from "../../../modules/access/index.ts";
import type { AskFailure, Question } from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId } from "../../forms.ts";
import { Button, ErrorSummary, Form, Notice, SummaryList, Tag, Textarea } from "../../ui/index.ts";
import { parkedAnswers, postedBy, visitorOf } from "../guard.ts";
import { csrfBox } from "../page.tsx";
import { dueWords, myDataPage, ROOT, subjectOf, withinWords } from "./frame.tsx";

const HERE = `${ROOT}/cau-hoi`;

/** "Hỏi về lượt xem này": a question about one reading, and the answers to all. */
export function questionPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(`${ROOT}/luot-xem/:province/:id`, async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const parked = await parkedAnswers(deps, c, session);
    return ask(c, session, parked ? boxText(parked, "question") : "", null, 200);
  });

  app.post(`${ROOT}/luot-xem/:province/:id`, async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const { session, raw, stale } = posted;
    const typed = boxText(raw, "question");
    if (stale) return ask(c, session, typed, STALE, 403);
    const { province, id } = c.req.param();
    if (!isId(id)) throw notFound();
    const asked = await deps.dataRights.askAboutLook(subjectOf(session), { officeProvince: province, id }, typed);
    if (asked.ok) return c.redirect(href(c, `${HERE}?xong=1`), 303);
    if (asked.failure.kind === "not-found") throw notFound();
    return ask(c, session, typed, SENTENCES[asked.failure.kind], asked.failure.kind === "asked-already" ? 409 : 422);
  });

  app.get(HERE, async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    const questions = await deps.dataRights.questionsOfSubject(readOwn(deps.db), subjectOf(session).number);
    const now = deps.clock.now();
    const unitName = (id: string): string => deps.catalogue.findUnit(id)?.name[lang] ?? "";
    return myDataPage(
      deps,
      c,
      { title: TITLE, at: HERE, below: TITLE },
      <>
        {c.req.query("xong") && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {
                {
                  vi: "Đã gửi câu hỏi. Câu trả lời sẽ hiện ở trang này.",
                  en: "Your question was sent. The answer will stand on this page.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        {questions.length === 0 && (
          <p class="mc-empty">
            {
              {
                vi: "Chưa có câu hỏi nào. Ông/bà có thể hỏi ở trang Ai đã xem.",
                en: "No questions yet. Ask on the page Who looked.",
              }[lang]
            }
          </p>
        )}
        {questions.map((question) => (
          <Asked question={question} unit={unitName(question.unitId)} late={question.dueAt < now} lang={lang} />
        ))}
      </>,
    );
  });

  const ask = async (c: Ctx, session: Session, typed: string, error: Text | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const province = c.req.param("province") ?? "";
    const id = c.req.param("id") ?? "";
    const { number } = subjectOf(session);
    const look = isId(id) ? await findLook(deps.db, number, deps.clock.now(), province, id) : null;
    if (!look?.unitId) throw notFound();
    return myDataPage(
      deps,
      c,
      { title: ASK, at: ROOT, below: ASK, hasErrors: error !== null, status },
      <>
        <ErrorSummary errors={error ? { question: error } : {}} lang={lang} />
        <h1 class="govuk-heading-xl">{ASK[lang]}</h1>
        <SummaryList
          title={text("Lượt xem", "The entry")}
          lang={lang}
          rows={[
            { label: text("Lúc", "When"), value: showInstant(look.at) },
            {
              label: text("Người xem", "Who"),
              value: [look.actorName, look.postTitle, look.unitName].filter(Boolean).join(", "),
            },
            { label: text("Mục đích", "Purpose"), value: purposeWords(look.purposeKey, look.purpose)[lang] },
            { label: text("Đã xem", "What"), value: look.fields.map((field) => fieldWords(field)[lang]).join(", ") },
          ]}
        />
        <Form csrf={csrfBox(session)} action={href(c, `${ROOT}/luot-xem/${province}/${id}`)}>
          <Textarea
            name="question"
            label={text("Ông/bà muốn hỏi điều gì?", "What would you like to ask?")}
            hint={text(
              `Lãnh đạo cơ quan đã xem sẽ trả lời ${withinWords(deps).vi}. Câu hỏi không làm chậm hồ sơ của ông/bà.`,
              `The head of the office that looked answers ${withinWords(deps).en}. Asking does not slow your dossier down.`,
            )}
            lang={lang}
            value={typed}
            {...(error ? { error } : {})}
          />
          <Button label={text("Gửi câu hỏi", "Send")} lang={lang} />
        </Form>
      </>,
    );
  };

  return app;
}

type AskedProps = {
  readonly question: Question;
  readonly unit: string;
  readonly late: boolean;
  readonly lang: Language;
};
function Asked({ question, unit, late, lang }: AskedProps) {
  const answered = question.answer !== null;
  const state = answered
    ? { label: text("Đã trả lời", "Answered"), tone: "done" as const }
    : late
      ? { label: text("Quá hạn trả lời", "Overdue"), tone: "refused" as const }
      : { label: text("Chờ trả lời", "Waiting"), tone: "waiting" as const };
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-s">
        {
          {
            vi: `Lượt xem lúc ${showInstant(question.lookedAt)}`,
            en: `Entry of ${showInstant(question.lookedAt)}`,
          }[lang]
        }{" "}
        <Tag {...state} lang={lang} />
      </h2>
      <p class="govuk-body-s">
        {question.lookedBy}, {unit}
      </p>
      <p class="govuk-body mc-typed">{question.question}</p>
      {answered ? (
        <>
          <p class="govuk-body">
            <strong>
              {{ vi: "Trả lời của ", en: "Answer of " }[lang]}
              {question.answeredBy}, {showInstant(question.answeredAt ?? question.at)}
            </strong>
          </p>
          <p class="govuk-body mc-typed">{question.answer}</p>
        </>
      ) : (
        <p class="govuk-body">
          {{ vi: "Cơ quan phải trả lời ", en: "The office must answer " }[lang]}
          {dueWords(question.dueAt)[lang]}.
        </p>
      )}
    </section>
  );
}

const TITLE = text("Câu hỏi của tôi", "My questions");
const ASK = text("Hỏi về lượt xem", "Question an entry");
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Please send it again.");
const SENTENCES: Readonly<Record<Exclude<AskFailure["kind"], "not-found">, Text>> = {
  words: text("Vui lòng viết câu hỏi, tối đa 2.000 ký tự.", "Write your question, in at most 2,000 characters."),
  "asked-already": text(
    "Ông/bà đã hỏi về lượt xem này; xem trang Câu hỏi của tôi.",
    "You have asked about this entry; see My questions.",
  ),
  "no-clock": text(
    "Chưa tính được hạn trả lời nên chưa nhận câu hỏi. Vui lòng thử lại sau.",
    "The time for the answer cannot be reckoned now, so the question was not taken. Please try later.",
  ),
};
