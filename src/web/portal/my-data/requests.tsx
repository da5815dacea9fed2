import { Hono } from "hono";
import { refusalGroundOn } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { dayOfInstant, type Instant, showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { readOwn, type Session } from "../../../modules/access/index.ts";
import {
  type DataRequest,
  type RequestStep,
  RIGHTS,
  type Right,
  requestDue,
  requestState,
  stepsAllowed,
} from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { placeWords, REFUSAL_WORDS, REQUEST_STATES, RIGHT_WORDS, STEP_WORDS } from "../../data-words.ts";
import { notFound } from "../../errors.ts";
import {
  Button,
  ErrorSummary,
  Form,
  Notice,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  Textarea,
  Timeline,
} from "../../ui/index.ts";
import { parkedAnswers, postedBy, visitorOf } from "../guard.ts";
import { csrfBox } from "../page.tsx";
import { dueWords, myDataPage, ROOT, subjectOf, withinWords } from "./frame.tsx";

const HERE = `${ROOT}/yeu-cau`;
/** The department that keeps the population database: who has met no other office writes to it. */
const FALLBACK_UNIT = "c06";

/** Requests about one's data: to ask, to follow, to take back. */
export function requestPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(HERE, async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    const now = deps.clock.now();
    const requests = await deps.dataRights.requestsOfSubject(readOwn(deps.db), subjectOf(session).number);
    return myDataPage(
      deps,
      c,
      { title: TITLE, at: HERE, below: TITLE },
      <>
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: `Ông/bà có quyền xem, chỉnh sửa, hạn chế, xóa dữ liệu, rút lại sự đồng ý hoặc phản đối. Cơ quan phải trả lời ${withinWords(deps).vi}.`,
              en: `You may see, correct, restrict or erase your data, withdraw consent or object. The office must answer ${withinWords(deps).en}.`,
            }[lang]
          }
        </p>
        <Button label={text("Gửi yêu cầu mới", "New request")} lang={lang} href={href(c, `${HERE}/moi`)} />
        <Table
          caption={text("Đã gửi", "Sent")}
          lang={lang}
          empty={text("Chưa có yêu cầu nào.", "No requests yet.")}
          columns={[
            { key: "what", label: text("Yêu cầu", "Request") },
            { key: "at", label: text("Gửi lúc", "Sent") },
            { key: "state", label: text("Tình trạng", "State") },
            { key: "due", label: text("Hạn của cơ quan", "The office's time") },
          ]}
          rows={requests.map((request) => ({
            href: href(c, `${HERE}/${request.id}`),
            cells: {
              what: RIGHT_WORDS[request.right].name[lang],
              at: showInstant(request.at),
              state: <RequestTag request={request} now={now} lang={lang} />,
              due: dueCell(request, lang),
            },
          }))}
        />
      </>,
    );
  });

  app.get(`${HERE}/moi`, async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    return form(c, session, (await parkedAnswers(deps, c, session)) ?? {}, {}, 200);
  });

  app.post(`${HERE}/moi`, async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const { session, raw, stale } = posted;
    if (stale) return form(c, session, raw, { right: STALE }, 403);
    const right = RIGHTS.find((one) => one === boxText(raw, "right"));
    const unit = (await unitsFor(session)).find(({ id }) => id === boxText(raw, "unit"));
    if (!right || !unit)
      return form(
        c,
        session,
        raw,
        { ...(right ? {} : { right: CHOOSE }), ...(unit ? {} : { unit: CHOOSE_UNIT }) },
        422,
      );
    const asked = await deps.dataRights.request(subjectOf(session), unit, {
      right,
      about: boxText(raw, "about"),
      dossierCode: null,
    });
    if (asked.ok) return c.redirect(href(c, `${HERE}/${asked.value.id}?xong=1`), 303);
    return form(c, session, raw, { about: asked.failure.kind === "words" ? WORDS : NO_CLOCK }, 422);
  });

  app.get(`${HERE}/:id`, async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    return show(c, session, null, 200);
  });

  app.post(`${HERE}/:id`, async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const { session, stale } = posted;
    if (stale) return show(c, session, STALE, 403);
    const done = await deps.dataRights.withdrawRequest(subjectOf(session), c.req.param("id"));
    if (done.ok) return c.redirect(href(c, `${HERE}/${c.req.param("id")}`), 303);
    if (done.failure.kind === "not-found") throw notFound();
    return show(c, session, NOT_NOW, 409);
  });

  /** The offices a person may write to: those that looked, those that have a dossier of theirs, and the department. */
  const unitsFor = async (session: Session) => {
    const { number, account } = subjectOf(session);
    const looked = await deps.dataRights.officesOf(readOwn(deps.db), number, account);
    const ids = [...new Set([...looked, FALLBACK_UNIT])];
    return ids.flatMap((id) => deps.catalogue.findUnit(id) ?? []);
  };

  const form = async (
    c: Ctx,
    session: Session,
    raw: Raw,
    errors: Readonly<Record<string, Text>>,
    status: 200 | 403 | 422,
  ) => {
    const lang = c.get("lang");
    const units = await unitsFor(session);
    return myDataPage(
      deps,
      c,
      { title: NEW, at: HERE, below: NEW, status, hasErrors: status !== 200 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <h1 class="govuk-heading-xl">{NEW[lang]}</h1>
        <Form csrf={csrfBox(session)} action={href(c, `${HERE}/moi`)}>
          <Radios
            name="right"
            label={text("Ông/bà yêu cầu điều gì?", "What do you ask for?")}
            lang={lang}
            options={RIGHTS.map((right: Right) => ({
              value: right,
              label: RIGHT_WORDS[right].name,
              hint: RIGHT_WORDS[right].hint,
            }))}
            value={boxText(raw, "right")}
            {...(errors.right ? { error: errors.right } : {})}
          />
          <Select
            name="unit"
            label={text("Gửi đến cơ quan nào?", "To which office?")}
            hint={text(
              "Các cơ quan đã xem dữ liệu hoặc giữ hồ sơ của ông/bà.",
              "Offices that looked at your data or hold a dossier of yours.",
            )}
            lang={lang}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={boxText(raw, "unit")}
            {...(units.length > 1 ? { empty: text("Chọn cơ quan", "Choose an office") } : {})}
            {...(errors.unit ? { error: errors.unit } : {})}
          />
          <Textarea
            name="about"
            label={text("Dữ liệu nào, và vì sao?", "Which data, and why?")}
            hint={text(
              "Ví dụ: ngày sinh trong hồ sơ … ghi sai, đúng là …",
              "For example: the date of birth in dossier … is wrong, it should be …",
            )}
            lang={lang}
            value={boxText(raw, "about")}
            {...(errors.about ? { error: errors.about } : {})}
          />
          <Button label={text("Gửi yêu cầu", "Send")} lang={lang} />
        </Form>
      </>,
    );
  };

  const show = async (c: Ctx, session: Session, trouble: Text | null, status: 200 | 403 | 409) => {
    const lang = c.get("lang");
    const all = await deps.dataRights.requestsOfSubject(readOwn(deps.db), subjectOf(session).number);
    const request = all.find(({ id }) => id === c.req.param("id"));
    if (!request) throw notFound();
    const unit = deps.catalogue.findUnit(request.unitId);
    const title = RIGHT_WORDS[request.right].name;
    return myDataPage(
      deps,
      c,
      { title, at: HERE, below: title, status, hasErrors: trouble !== null },
      <>
        <ErrorSummary errors={{}} extra={trouble ? [trouble] : []} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {
                {
                  vi: `Đã gửi yêu cầu. Cơ quan phải trả lời ${dueWords(request.answerDueAt).vi}.`,
                  en: `Your request was sent. The office must answer ${dueWords(request.answerDueAt).en}.`,
                }[lang]
              }
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-xl">{title[lang]}</h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Gửi lúc", "Sent"), value: showInstant(request.at) },
            { label: text("Cơ quan", "Office"), value: unit?.name[lang] ?? "" },
            { label: text("Nội dung", "About"), value: <span class="mc-typed">{request.about}</span> },
            {
              label: text("Tình trạng", "State"),
              value: <RequestTag request={request} now={deps.clock.now()} lang={lang} />,
            },
            { label: text("Hạn của cơ quan", "The office's time"), value: dueCell(request, lang) },
          ]}
        />
        <Timeline
          lang={lang}
          label={text("Diễn biến", "What was done")}
          entries={[
            { title: text("Đã gửi yêu cầu", "Request sent"), at: request.at },
            ...request.steps.map((step) => ({
              title: STEP_WORDS[step.kind],
              at: step.at,
              by: step.byName,
              body: <StepBody c={c} deps={deps} request={request} step={step} />,
            })),
          ]}
        />
        {stepsAllowed(request).includes("withdrawn") && (
          <Form csrf={csrfBox(session)} action={href(c, `${HERE}/${request.id}`)}>
            <Button label={text("Rút lại yêu cầu", "Take the request back")} lang={lang} kind="secondary" />
          </Form>
        )}
      </>,
    );
  };

  return app;
}

type TagProps = { readonly request: DataRequest; readonly now: Instant; readonly lang: Language };
export function RequestTag({ request, now, lang }: TagProps) {
  const due = requestDue(request);
  if (due !== null && due < now) return <Tag label={text("Quá hạn", "Overdue")} tone="refused" lang={lang} />;
  return <Tag {...REQUEST_STATES[requestState(request)]} lang={lang} />;
}

const dueCell = (request: DataRequest, lang: Language): string => {
  const due = requestDue(request);
  return due === null ? "–" : dueWords(due)[lang];
};

/** What was said at a step; the ground of a refusal with its article, the procedure of a correction with its link. */
function StepBody(props: { c: Ctx; deps: WebDeps; request: DataRequest; step: RequestStep }) {
  const { c, deps, request, step } = props;
  const lang = c.get("lang");
  const on = dayOfInstant(request.at);
  const ground = step.kind === "refused" && step.ground ? step.ground : null;
  const place = ground ? placeWords(refusalGroundOn(ground, on)?.basis[0]) : null;
  const procedure = step.kind !== "refused" && step.ground ? deps.dossiers.findProcedure(step.ground) : null;
  return (
    <>
      {step.words && <p class="govuk-body mc-typed">{step.words}</p>}
      {ground && (
        <p class="govuk-body-s">
          {[REFUSAL_WORDS[ground]?.[lang], place?.[lang]].filter(Boolean).join(". ")}.{" "}
          {
            {
              vi: "Ông/bà có quyền khiếu nại theo Luật Khiếu nại.",
              en: "You may complain under the Law on Complaints.",
            }[lang]
          }
        </p>
      )}
      {procedure && (
        <p class="govuk-body">
          {{ vi: "Thủ tục phải làm: ", en: "By the procedure: " }[lang]}
          <a class="govuk-link" href={href(c, `/thu-tuc/${procedure.key}`)}>
            {procedure.title[lang]}
          </a>
        </p>
      )}
      {step.dueAt !== null && step.kind === "extended" && (
        <p class="govuk-body-s">
          {{ vi: "Hạn mới: ", en: "New time: " }[lang]}
          {dueWords(step.dueAt)[lang]}
        </p>
      )}
    </>
  );
}

const TITLE = text("Yêu cầu của tôi", "My requests");
const NEW = text("Gửi yêu cầu về dữ liệu", "New request about my data");
const CHOOSE = text("Vui lòng chọn một yêu cầu.", "Choose what you ask for.");
const CHOOSE_UNIT = text("Vui lòng chọn cơ quan.", "Choose an office.");
const WORDS = text("Vui lòng viết nội dung, tối đa 2.000 ký tự.", "Say what it is about, in at most 2,000 characters.");
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Please send it again.");
const NOT_NOW = text(
  "Yêu cầu này đã kết thúc nên không rút lại được.",
  "This request is over and cannot be taken back.",
);
const NO_CLOCK = text(
  "Chưa tính được hạn trả lời nên chưa nhận yêu cầu. Vui lòng thử lại sau.",
  "The time for the answer cannot be reckoned now, so the request was not taken. Please try later.",
);
