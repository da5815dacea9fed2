import { Hono } from "hono";
import { refusalGroundOn } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { dayOfInstant, showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { actorOf, readLogged } from "../../../modules/access/index.ts";
import {
  type DataRequest,
  REFUSALS,
  requestDue,
  type StepFailure,
  type StepKind,
  stepsAllowed,
} from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { placeWords, REFUSAL_WORDS, RIGHT_WORDS, STEP_WORDS } from "../../data-words.ts";
import { notFound } from "../../errors.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { RequestTag } from "../../portal/my-data/requests.tsx";
import { csrfBox } from "../../portal/page.tsx";
import {
  Button,
  Details,
  ErrorSummary,
  Form,
  Pagination,
  Select,
  SummaryList,
  Table,
  Textarea,
  Timeline,
} from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { Wide } from "../wide.tsx";
import { dataPage, LEADS_ONLY, momentWords, NOT_YOURS, ROOT, STALE, WORDS } from "./frame.tsx";

const HERE = `${ROOT}/yeu-cau`;
const PAGE_SIZE = 50;
const WHY = { purpose: "data-request" } as const;
type OfficeStep = Exclude<StepKind, "withdrawn">;
type Tried = { readonly kind: OfficeStep; readonly raw: Raw; readonly error: Text };

/** The desk of data subjects: requests by urgency, and the steps of each. */
export function requestPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/du-lieu/yeu-cau", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const lang = c.get("lang");
    const now = deps.clock.now();
    const { unit } = officer.post;
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const offset = (page - 1) * PAGE_SIZE;
    const found = await readLogged(deps.db, now, whoOf(officer), WHY, async (reading) => {
      const requests = await deps.dataRights.requestsOfUnit(reading, unit.provinceCode, unit.id, PAGE_SIZE + 1, offset);
      for (const { subjectNumber, dossierCode } of requests.slice(0, PAGE_SIZE))
        reading.note({ subjectNumber, dossierCode, fields: ["name"] });
      return requests;
    });
    return dataPage(
      deps,
      c,
      officer,
      { title: TITLE, at: HERE },
      <>
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            lang={lang}
            empty={text("Không có yêu cầu nào.", "No requests.")}
            columns={[
              { key: "what", label: text("Yêu cầu", "Request") },
              { key: "who", label: text("Người yêu cầu", "Asked by") },
              { key: "at", label: text("Nhận lúc", "Received") },
              { key: "state", label: text("Tình trạng", "State") },
              { key: "due", label: text("Hạn", "Due") },
            ]}
            rows={found.slice(0, PAGE_SIZE).map((request) => {
              const due = requestDue(request);
              return {
                href: href(c, `${HERE}/${request.id}`),
                ...(due !== null && due < now ? { tone: "late" as const } : {}),
                cells: {
                  what: RIGHT_WORDS[request.right].name[lang],
                  who: request.askerName,
                  at: showInstant(request.at),
                  state: <RequestTag request={request} now={now} lang={lang} />,
                  due: due === null ? "–" : momentWords(due),
                },
              };
            })}
          />
        </Wide>
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: href(c, `${HERE}?trang=${page - 1}`) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: href(c, `${HERE}?trang=${page + 1}`) } : {})}
        />
      </>,
    );
  });

  app.get("/du-lieu/yeu-cau/:id", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/du-lieu/yeu-cau/:id/:step", async (c) => {
    const { id, step } = c.req.param();
    const posted = await postedByOfficer(deps, c, href(c, `${HERE}/${id}`));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const kind = STEPS.find((one) => one === step);
    if (!kind || !isId(id)) throw notFound();
    if (stale) return show(c, officer, { kind, raw, error: STALE }, 403);
    const done = await deps.dataRights.stepRequest(actorOf(officer), officer.post.unit, id, {
      kind,
      words: boxText(raw, `${kind}.words`),
      ground: groundTyped(deps, kind, raw),
    });
    if (done.ok) return c.redirect(href(c, `${HERE}/${id}`), 303);
    const failure = done.failure.kind;
    if (failure === "not-found") throw notFound();
    return show(c, officer, { kind, raw, error: SENTENCES[failure] }, STATUS[failure] ?? 422);
  });

  const show = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const id = c.req.param("id") ?? "";
    const now = deps.clock.now();
    if (!isId(id)) throw notFound();
    const request = await readLogged(deps.db, now, whoOf(officer), WHY, async (reading) => {
      const found = await deps.dataRights.findRequest(reading, officer.post.unit.provinceCode, id);
      if (found?.unitId !== officer.post.unit.id) throw notFound();
      reading.note({
        subjectNumber: found.subjectNumber,
        dossierCode: found.dossierCode,
        fields: ["name", "number", "data-request"],
      });
      return found;
    });
    const due = requestDue(request);
    const leads = officer.post.roles.includes("unitLead");
    const title = RIGHT_WORDS[request.right].name;
    const allowed = stepsAllowed(request).filter((step) => step !== "withdrawn");
    return dataPage(
      deps,
      c,
      officer,
      {
        title,
        at: HERE,
        status,
        hasErrors: tried !== null,
        crumbs: [{ label: TITLE, href: href(c, HERE) }, { label: title }],
      },
      <>
        <ErrorSummary errors={tried ? { [`${tried.kind}.words`]: tried.error } : {}} lang={lang} />
        <h1 class="govuk-heading-l">
          {title[lang]} <RequestTag request={request} now={now} lang={lang} />
        </h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Người yêu cầu", "Asked by"), value: request.askerName },
            { label: text("Số định danh hoặc mã số", "Number"), value: request.subjectNumber },
            { label: text("Nội dung", "About"), value: <span class="mc-typed">{request.about}</span> },
            { label: text("Nhận lúc", "Received"), value: showInstant(request.at) },
            { label: text("Hạn trả lời", "Answer due"), value: momentWords(request.answerDueAt) },
            { label: text("Hạn thực hiện", "To be done"), value: momentWords(request.doneDueAt) },
            ...(due === null ? [] : [{ label: text("Hạn đang tính", "Running now"), value: momentWords(due) }]),
          ]}
        />
        <Timeline
          lang={lang}
          entries={[
            { title: text("Nhận yêu cầu", "Received"), at: request.at },
            ...request.steps.map((step) => ({
              title: STEP_WORDS[step.kind],
              at: step.at,
              by: step.byName,
              body: (
                <p class="govuk-body mc-typed">
                  {[step.words, stepGround(deps, step.kind, step.ground, lang)].filter(Boolean).join("\n")}
                </p>
              ),
            })),
          ]}
        />
        {!leads && <p class="govuk-body">{LEADS_ONLY[lang]}</p>}
        {leads &&
          allowed.map((kind) => (
            <Details summary={ACTIONS[kind]} lang={lang} open={tried ? tried.kind === kind : kind === allowed[0]}>
              <StepForm
                c={c}
                deps={deps}
                officer={officer}
                request={request}
                kind={kind}
                tried={tried?.kind === kind ? tried : null}
              />
            </Details>
          ))}
      </>,
    );
  };

  return app;
}

/** A ground of the closed list, or for a correction the procedure that has to be followed. */
function groundTyped(deps: WebDeps, kind: OfficeStep, raw: Raw): string {
  const typed = boxText(raw, `${kind}.ground`);
  if (kind === "refused") return REFUSALS.find((ground) => ground === typed) ?? "";
  return deps.dossiers.findProcedure(typed)?.key ?? "";
}

const stepGround = (deps: WebDeps, kind: StepKind, ground: string | null, lang: Language): string =>
  ground === null
    ? ""
    : kind === "refused"
      ? (REFUSAL_WORDS[ground]?.[lang] ?? ground)
      : (deps.dossiers.findProcedure(ground)?.title[lang] ?? ground);

type FormProps = {
  readonly c: Ctx;
  readonly deps: WebDeps;
  readonly officer: Officer;
  readonly request: DataRequest;
  readonly kind: OfficeStep;
  readonly tried: Tried | null;
};
function StepForm({ c, deps, officer, request, kind, tried }: FormProps) {
  const lang = c.get("lang");
  const typed = (name: string): string => (tried ? boxText(tried.raw, `${kind}.${name}`) : "");
  const on = dayOfInstant(request.at);
  return (
    <Form csrf={csrfBox(officer)} action={href(c, `${HERE}/${request.id}/${kind}`)}>
      {kind === "refused" && (
        <Select
          name={`${kind}.ground`}
          label={text("Căn cứ từ chối", "Ground of the refusal")}
          lang={lang}
          options={REFUSALS.flatMap((ground) => {
            const place = placeWords(refusalGroundOn(ground, on)?.basis[0]);
            const words = REFUSAL_WORDS[ground];
            if (!place || !words) return [];
            return [{ value: ground, label: text(`${words.vi} (${place.vi})`, `${words.en} (${place.en})`) }];
          })}
          value={typed("ground")}
          empty={text("Chọn căn cứ", "Choose a ground")}
        />
      )}
      {request.right === "correct" && (kind === "accepted" || kind === "done") && (
        <Select
          name={`${kind}.ground`}
          label={text("Thủ tục phải làm để sửa", "Procedure by which it is corrected")}
          hint={text(
            "Chọn khi luật yêu cầu một thủ tục riêng; người yêu cầu sẽ thấy đường dẫn.",
            "Choose where the law asks for a procedure of its own; the person sees the link.",
          )}
          lang={lang}
          optional
          options={deps.procedures.map(({ key, title }) => ({ value: key, label: title }))}
          value={typed("ground")}
          empty={text("Không cần thủ tục riêng", "None is needed")}
        />
      )}
      <Textarea
        name={`${kind}.words`}
        label={text("Nội dung trả lời", "Words to the person")}
        lang={lang}
        value={typed("words")}
        {...(tried ? { error: tried.error } : {})}
      />
      <Button label={ACTIONS[kind]} lang={lang} kind={kind === "refused" ? "warning" : "primary"} />
    </Form>
  );
}

const STEPS: readonly OfficeStep[] = ["accepted", "refused", "extended", "done", "lifted"];
const ACTIONS: Readonly<Record<OfficeStep, Text>> = {
  accepted: text("Chấp nhận", "Accept"),
  refused: text("Từ chối", "Refuse"),
  extended: text("Gia hạn một lần", "Prolong once"),
  done: text("Báo đã thực hiện", "Report it done"),
  lifted: text("Bỏ dấu hạn chế", "Lift the mark"),
};
const TITLE = text("Yêu cầu về dữ liệu cá nhân", "Requests about personal data");
type Kind = Exclude<StepFailure["kind"], "not-found">;
const SENTENCES: Readonly<Record<Kind, Text>> = {
  words: WORDS,
  "not-yours": NOT_YOURS,
  "own-request": text("Đây là yêu cầu của chính đồng chí.", "This request is your own."),
  "no-ground": text("Vui lòng chọn căn cứ từ chối.", "Choose the ground of the refusal."),
  "kept-by-law": text(
    "Đơn vị còn giữ hồ sơ của người này trong thời hạn lưu trữ nên chưa được xóa. Hãy từ chối với căn cứ lưu trữ; hết thời hạn, hồ sơ vào danh sách hủy.",
    "The unit still keeps dossiers of this person within their time, so nothing may be erased. Refuse on the ground of keeping; past its time a dossier comes into a disposal list.",
  ),
  conflict: text(
    "Người khác vừa thực hiện một bước. Đề nghị xem lại.",
    "Somebody else has just done a step. Look again.",
  ),
  "not-now": text("Yêu cầu không còn ở bước này.", "The request is not at this step any more."),
  "no-clock": text(
    "Luật của ngày nhận không cho gia hạn, hoặc chưa có lịch nghỉ để tính.",
    "The law of that day allows no more time, or no calendar says when it would end.",
  ),
};
const STATUS: Readonly<Partial<Record<Kind, 403 | 409>>> = {
  "not-yours": 403,
  "own-request": 403,
  "kept-by-law": 409,
  conflict: 409,
  "not-now": 409,
};
