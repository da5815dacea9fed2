import { Hono } from "hono";
import {
  boxText,
  entriesOf,
  type PlacedProblem,
  showAnswer,
  shownFields,
  shownPages,
  shownPapers,
} from "../../../engine/form/index.ts";
import { deadlineInWords } from "../../../engine/reckoning/deadline.ts";
import { showDong } from "../../../kernel/dong.ts";
import { dayOfInstant, showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf } from "../../../modules/access/index.ts";
import {
  competentUnitFor,
  type FilingFailure,
  feesFor,
  type LikelySameDossier,
} from "../../../modules/dossiers/index.ts";
import { namesFor } from "../../answers.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import {
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Steps,
  SummaryList,
  type SummaryRow,
  showSize,
  Warning,
} from "../../ui/index.ts";
import { filingSentence } from "../filing-failure.ts";
import { parkedAnswers, postedBy } from "../guard.ts";
import { csrfBox, portalPage } from "../page.tsx";
import { Busy } from "./busy.tsx";
import { CHECK, type Desk, deskFor, deskOf, PAPERS, stepBefore, stepHref, stepsOf } from "./load.ts";
import { STALE } from "./page.tsx";
import { PRINT } from "./print.ts";

/** The last look before sending, and the sending itself. */
export function checkPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(`/nhap/:draft/${CHECK}`, async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    // Whoever had to sign in again while they waited keeps their place.
    const parked = await parkedAnswers(deps, c, desk.session);
    return show(c, desk, null, null, parked ? boxText(parked, TICKET) : null);
  });

  app.post(`/nhap/:draft/${CHECK}`, async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const desk = await deskFor(deps, c, posted.session);
    if (desk instanceof Response) return desk;
    if (posted.stale) return show(c, desk, null, STALE, boxText(posted.raw, TICKET));
    const { session, draft } = desk;
    // Whoever has not been told yet that the same was sent before is told first; then they may go on.
    if (boxText(posted.raw, KNOWS) !== "1" && (await sameAs(desk)).some(isOlder)) return show(c, desk, null, null);
    const filed = await deps.dossiers.file({
      procedure: draft.procedure,
      answers: draft.answers,
      papers: draft.papers,
      channel: channelOf(desk),
      actor: actorOf(session),
      assurance: session.assurance,
      owner: ownerOf(session),
      // A draft is sent once, however often its button is pressed.
      key: `draft:${draft.id}`,
      ticket: boxText(posted.raw, TICKET),
    });
    if (!filed.ok) return show(c, desk, filed.failure, null);
    await deps.dossiers.drafts.submitted(deps.db, draft, filed.value.code);
    return c.redirect(href(c, `/ho-so/${filed.value.code}/da-nop`), 303);
  });

  app.post("/nhap/:draft/xoa", async (c) => {
    const posted = await postedBy(deps, c, "/ho-so");
    if (posted instanceof Response) return posted;
    const desk = await deskFor(deps, c, posted.session);
    if (desk instanceof Response) return desk;
    if (!posted.stale) await deps.dossiers.drafts.remove(desk.draft);
    return c.redirect(href(c, "/ho-so"), 303);
  });

  /** A button pressed twice is no second request: what was filed a moment ago is that of this very draft. */
  const isOlder = ({ filedAt }: LikelySameDossier): boolean => deps.clock.now() - filedAt > SECOND_PRESS_MS;

  /** Open dossiers of the same owner that ask the same. */
  const sameAs = ({ session, draft, edition }: Desk) =>
    deps.dossiers.likelySame(deps.db, {
      procedureKey: draft.procedure.key,
      edition,
      ownerNumber: ownerOf(session).number,
      answers: draft.answers,
      at: deps.clock.now(),
      code: null,
    });

  const show = async (
    c: Ctx,
    desk: Desk,
    failure: FilingFailure | null,
    notice: Text | null,
    brought: string | null = null,
  ) => {
    const ticket = failure?.kind === "busy" ? failure.ticket : brought;
    if (failure?.kind === "busy") c.header("retry-after", String(Math.ceil(failure.waitMs / 1000)));
    const same = await sameAs(desk);
    const lang = c.get("lang");
    const { draft, edition, form } = desk;
    const names = namesFor(deps, lang);
    const unit = competentUnitFor(deps.catalogue, edition, draft.answers);
    const fees = feesFor(edition, draft.answers, channelOf(desk), form);
    const problems = failure?.kind === "problems" ? failure.problems : [];
    const steps = stepsOf(desk);
    const sending = (
      <Form csrf={csrfBox(desk.session)}>
        {same.length > 0 && <input type="hidden" name={KNOWS} value="1" />}
        {ticket && <input type="hidden" name={TICKET} value={ticket} />}
        <Button
          label={ticket ? text("Gửi lại", "Send again") : same.length > 0 ? SEND_ANYWAY : text("Gửi hồ sơ", "Send")}
          lang={lang}
        />
      </Form>
    );
    return portalPage(
      deps,
      c,
      {
        title: text("Kiểm tra thông tin", "Check your answers"),
        hasErrors: failure !== null && failure.kind !== "busy",
        status: failure ? (failure.kind === "busy" ? 503 : 422) : 200,
        back: { href: stepHref(c, draft, stepBefore(desk, CHECK) ?? CHECK) },
      },
      <>
        {failure?.kind === "busy" && (
          <Busy failure={failure} edition={edition} lang={lang}>
            {sending}
          </Busy>
        )}
        {failure && failure.kind !== "busy" && (
          <ErrorSummary
            errors={{}}
            extra={failure.kind === "problems" ? [] : [filingSentence(failure, edition)]}
            lang={lang}
          />
        )}
        {problems.length > 0 && <ProblemLinks c={c} desk={desk} problems={problems} />}
        {notice && <InsetText>{notice[lang]}</InsetText>}
        <Steps step={steps.length} of={steps.length} title={draft.procedure.title} lang={lang} />
        <h1 class="govuk-heading-l">
          {{ vi: "Kiểm tra thông tin trước khi gửi", en: "Check your answers before sending" }[lang]}
        </h1>
        <SummaryList
          lang={lang}
          title={text("Thông tin đã khai", "Your answers")}
          rows={shownPages(edition, draft.answers, form).flatMap((page) =>
            shownFields(page, draft.answers, form)
              .filter((field) => field.kind !== "declaration")
              .map((field): SummaryRow => {
                const changeHref = `${stepHref(c, draft, `trang/${page.key}`)}?ve=kiem-tra`;
                if (field.kind === "group") {
                  const count = entriesOf(draft.answers[field.key]).length;
                  return {
                    label: field.label,
                    value: { vi: `${count} ${field.item.vi}`, en: `${count} × ${field.item.en}` }[lang],
                    changeHref,
                  };
                }
                return {
                  label: field.label,
                  value: showAnswer(field, draft.answers[field.key] as Parameters<typeof showAnswer>[1], names, lang),
                  changeHref,
                };
              }),
          )}
        />
        {shownPapers(edition, draft.answers, form).length > 0 && (
          <SummaryList
            lang={lang}
            title={text("Giấy tờ", "Papers")}
            rows={shownPapers(edition, draft.answers, form).map((paper) => ({
              label: paper.title,
              value: draft.papers
                .filter((sent) => sent.paper === paper.key)
                .map((sent) => `${sent.name} (${showSize(sent.sizeBytes, lang)})`)
                .join("; "),
              changeHref: stepHref(c, draft, PAPERS),
            }))}
          />
        )}
        <SummaryList
          lang={lang}
          title={text("Sau khi gửi", "After sending")}
          rows={[
            ...whoRows(desk),
            {
              label: text("Cơ quan tiếp nhận", "Office"),
              value:
                unit?.name[lang] ?? { vi: "Chưa xác định được theo địa chỉ", en: "Not known from the address" }[lang],
            },
            { label: text("Thời hạn giải quyết", "Time limit"), value: deadlineInWords(edition)[lang] },
            {
              label: text("Lệ phí", "Fee"),
              value:
                fees.ok && fees.value.length > 0
                  ? fees.value.map((fee) => showDong(fee.amount)).join(" + ")
                  : { vi: "Miễn phí", en: "Free" }[lang],
            },
          ]}
        />
        <p class="govuk-body">
          {
            {
              vi: "Khi bấm gửi, ông/bà xác nhận các thông tin trên là đúng và chịu trách nhiệm trước pháp luật về nội dung đã khai.",
              en: "By sending you confirm that the above is true and answer for it before the law.",
            }[lang]
          }
        </p>
        {same.length > 0 && <SentBefore c={c} same={same} />}
        {sending}
        <p class="govuk-body">
          <a class="govuk-link" href={stepHref(c, draft, PRINT)} target="_blank" rel="noopener">
            {
              {
                vi: "In tờ khai để nộp trực tiếp (có mã để cán bộ quét)",
                en: "Print the form to bring it in person (with a code for the officer to scan)",
              }[lang]
            }
          </a>
        </p>
        <Form csrf={csrfBox(desk.session)} action={href(c, `/nhap/${draft.id}/xoa`)}>
          <Button label={text("Xóa bản viết dở này", "Delete this draft")} lang={lang} kind="secondary" small />
        </Form>
      </>,
    );
  };

  return app;
}

/** Says that whoever sends has been told of a dossier that asks the same. */
const KNOWS = "biet-da-nop";
/** The ticket of whoever was asked to come again. */
const TICKET = "ve-cho";
const SECOND_PRESS_MS = 10_000;
const SEND_ANYWAY = text("Vẫn gửi thêm hồ sơ này", "Send this one as well");

/** The same was sent before and is being handled: usually nothing more is needed. */
function SentBefore({ c, same }: { c: Ctx; same: readonly LikelySameDossier[] }) {
  const lang = c.get("lang");
  return (
    <Warning lang={lang}>
      {
        {
          vi: "Ông/bà đã nộp hồ sơ có nội dung như thế này và hồ sơ đó đang được giải quyết:",
          en: "You have already sent a dossier like this one, and it is being handled:",
        }[lang]
      }{" "}
      {same.map((dossier, at) => (
        <>
          {at > 0 && ", "}
          <a class="govuk-link" href={href(c, `/ho-so/${dossier.code}`)}>
            {dossier.code}
          </a>{" "}
          ({showDate(dayOfInstant(dossier.filedAt))})
        </>
      ))}
      {
        {
          vi: ". Không cần nộp lại. Nếu đây là việc khác, ông/bà vẫn có thể gửi.",
          en: ". There is no need to send it again. If this is another matter, you may still send it.",
        }[lang]
      }
    </Warning>
  );
}

/** A procedure that takes dossiers at kiosks is filed there as such; any other as from the person's own device. */
const channelOf = ({ session, edition }: Desk): "kiosk" | "online" =>
  session.place === "kiosk" && edition.channels.includes("kiosk") ? "kiosk" : "online";

/** In whose name it is filed: the organisation, the minor or ward, or the person. */
export const ownerOf = (session: {
  organisation: { code: string; name: string } | null;
  ward?: { number: string; name: string } | null;
  name: string;
  number: string | null;
  account: string;
}): { name: string; number: string } =>
  session.organisation
    ? { name: session.organisation.name, number: session.organisation.code }
    : session.ward
      ? { name: session.ward.name, number: session.ward.number }
      : { name: session.name, number: session.number ?? session.account };

/** Who files for whom and with whose help, where it is not simply oneself. */
const whoRows = ({ session }: Desk): readonly SummaryRow[] => [
  ...(session.ward
    ? [
        { label: text("Nộp thay cho", "Filed for"), value: session.ward.name },
        { label: text("Người nộp", "Filed by"), value: session.name },
      ]
    : []),
  ...(session.helper ? [{ label: text("Người hỗ trợ", "Helped by"), value: session.helper.name }] : []),
];

const ProblemLinks = (props: { c: Ctx; desk: Desk; problems: readonly PlacedProblem[] }) => {
  const lang = props.c.get("lang");
  return (
    <div class="govuk-error-summary" data-error-summary tabindex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{{ vi: "Có thông tin cần sửa", en: "There is a problem" }[lang]}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {props.problems.slice(0, 30).map((problem) => {
              const [, at] = problem.name.split(".");
              const isEntry = at !== undefined && /^\d+$/.test(at);
              const step = isEntry ? `trang/${problem.page}/muc/${at}` : `trang/${problem.page}`;
              return (
                <li>
                  <a href={stepHref(props.c, props.desk.draft, step)}>
                    {isEntry ? `${Number(at) + 1}: ` : ""}
                    {problem.text[lang]}
                  </a>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </div>
  );
};
