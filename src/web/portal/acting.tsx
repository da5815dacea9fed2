import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { dayOfInstant, type PlainDate, showDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { checkCsrf, type Mandate, type MandateFailure, type Session } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import {
  Button,
  DateInput,
  ErrorSummary,
  FileUpload,
  Form,
  Input,
  InsetText,
  Notice,
  Radios,
  SummaryList,
  Table,
  Tag,
} from "../ui/index.ts";
import { FILE_BYTES_MOST, receiveUpload } from "../uploads.ts";
import { GROUNDS, NOT_FOUND, readWish } from "./acting-wish.ts";
import { GROUND_NAMES } from "./acting-words.ts";
import { postedBy, visitorOf } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";

type Errors = Readonly<Record<string, Text>>;

/** For whom a citizen may act: what the register proves by itself, what was asked for with a paper, and asking. */
export function actingPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/dai-dien", async (c) => {
    const session = visitorOf(c);
    return session instanceof Response ? session : show(c, session, {}, {});
  });

  app.post("/dai-dien", async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const received = await receiveUpload(c, { filesMost: 1 });
    const { raw } = received;
    if (!checkCsrf(session, raw._csrf)) return show(c, session, raw, { number: STALE });
    const wish = await readWish(deps, session, received);
    if (!wish.ok) return show(c, session, raw, wish.failure);
    const asked = await deps.access.askMandate(session, wish.value);
    if (!asked.ok) return show(c, session, raw, { number: FAILURES[asked.failure.tag] });
    return c.redirect(href(c, "/dai-dien?xong=1"), 303);
  });

  app.post("/dai-dien/:id/cham-dut", async (c) => {
    const posted = await postedBy(deps, c, href(c, "/dai-dien"));
    if (posted instanceof Response) return posted;
    if (posted.stale) return show(c, posted.session, {}, { number: STALE });
    await deps.access.endMandate(posted.session, c.req.param("id"));
    return c.redirect(href(c, "/dai-dien"), 303);
  });

  const show = async (c: Ctx, session: Session, raw: Raw, errors: Errors) => {
    const lang = c.get("lang");
    const wards = await deps.access.wardsOf(session);
    const organisations = await deps.access.organisationsOf(session);
    const mandates = await deps.access.mandatesOf(session);
    const failed = Object.keys(errors).length > 0;
    return portalPage(
      deps,
      c,
      {
        title: text("Thay mặt người khác", "Acting for others"),
        hasErrors: failed,
        status: failed ? 422 : 200,
        crumbs: [
          { label: text("Trang chủ", "Home"), href: href(c, "/") },
          { label: text("Thay mặt người khác", "Acting for others") },
        ],
      },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {c.req.query("xong") && !failed && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {
                {
                  vi: "Đã gửi đề nghị. Cán bộ xem giấy tờ rồi trả lời tại trang này.",
                  en: "Sent. An officer looks at the paper and answers on this page.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{{ vi: "Thay mặt người khác", en: "Acting for others" }[lang]}</h1>
        <SummaryList
          lang={lang}
          title={text("Ông/bà được nộp hồ sơ thay cho", "You may file for")}
          rows={[
            ...wards.map((ward) => ({
              label: ward.name,
              value: `${GROUND_NAMES[ward.ground][lang]}; ${proofWords(ward.evidence)[lang]}`,
            })),
            ...organisations.map((organisation) => ({
              label: organisation.name,
              value: { vi: `tổ chức, mã số ${organisation.code}`, en: `organisation, code ${organisation.code}` }[lang],
            })),
            ...(wards.length + organisations.length === 0
              ? [
                  {
                    label: text("Chưa có ai", "Nobody"),
                    value: { vi: "Chỉ nộp cho bản thân", en: "For yourself only" }[lang],
                  },
                ]
              : []),
          ]}
        />
        <InsetText>
          {
            {
              vi: "Con chưa đủ 18 tuổi trong hộ do ông/bà làm chủ hộ được nhận ra từ Cơ sở dữ liệu dân cư, không cần giấy tờ. Trường hợp khác, gửi giấy tờ ở dưới.",
              en: "Children under 18 in a household you head are known from the population register; no paper is needed. For others send a paper below.",
            }[lang]
          }
        </InsetText>
        {mandates.length > 0 && (
          <Asked c={c} session={session} mandates={mandates} today={dayOfInstant(deps.clock.now())} />
        )}
        {session.kind === "citizen" && <AskForm session={session} raw={raw} errors={errors} lang={lang} />}
      </>,
    );
  };

  return app;
}

const proofWords = (evidence: string): Text =>
  evidence === "register"
    ? text("theo Cơ sở dữ liệu dân cư", "by the population register")
    : text("theo giấy tờ đã được chấp nhận", "by a paper that was accepted");

/** The state of a mandate on a day, as its holder reads it. */
export function mandateTag(
  mandate: Mandate,
  on: PlainDate,
): { tone: "waiting" | "done" | "refused" | "neutral"; label: Text } {
  if (!mandate.decision) return { tone: "waiting", label: text("Chờ cán bộ xem", "Waits for an officer") };
  if (mandate.decision.outcome === "refused") return { tone: "refused", label: text("Không chấp nhận", "Refused") };
  if (mandate.endedOn !== null) return { tone: "neutral", label: text("Đã chấm dứt", "Ended") };
  if (mandate.until !== null && mandate.until < on) return { tone: "neutral", label: text("Đã hết hạn", "Expired") };
  if (mandate.from > on) return { tone: "waiting", label: text("Chưa đến ngày", "Not yet begun") };
  return { tone: "done", label: text("Đang có hiệu lực", "In force") };
}

export const mandateDates = (mandate: Mandate, lang: "vi" | "en"): string =>
  mandate.until === null
    ? { vi: `từ ${showDate(mandate.from)}`, en: `from ${showDate(mandate.from)}` }[lang]
    : `${showDate(mandate.from)} – ${showDate(mandate.until)}`;

function Asked(props: { c: Ctx; session: Session; mandates: readonly Mandate[]; today: PlainDate }) {
  const lang = props.c.get("lang");
  return (
    <Table
      caption={text("Đề nghị đã gửi", "What you asked for")}
      lang={lang}
      columns={[
        { key: "who", label: text("Thay mặt cho", "For") },
        { key: "ground", label: text("Quan hệ", "Relation") },
        { key: "dates", label: text("Thời hạn", "Period") },
        { key: "state", label: text("Trạng thái", "State") },
        { key: "act", label: text("Thao tác", "Actions") },
      ]}
      rows={props.mandates.map((mandate) => ({
        cells: {
          who: mandate.subject.name,
          ground: GROUND_NAMES[mandate.ground][lang],
          dates: mandateDates(mandate, lang),
          state: (
            <>
              <Tag {...mandateTag(mandate, props.today)} lang={lang} />
              {mandate.decision?.reason && <p class="govuk-body-s">{mandate.decision.reason}</p>}
            </>
          ),
          act:
            mandate.decision?.outcome === "accepted" && mandate.endedOn === null ? (
              <Form csrf={csrfBox(props.session)} action={href(props.c, `/dai-dien/${mandate.id}/cham-dut`)}>
                <Button
                  label={text("Chấm dứt", "End")}
                  about={mandate.subject.name}
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
  );
}

function AskForm(props: { session: Session; raw: Raw; errors: Errors; lang: "vi" | "en" }) {
  const { raw, errors, lang } = props;
  const control = (name: string, label: Text) => ({
    name,
    label,
    lang,
    ...(errors[name] ? { error: errors[name] } : {}),
  });
  const date = (name: string) => ({
    day: boxText(raw, `${name}.day`),
    month: boxText(raw, `${name}.month`),
    year: boxText(raw, `${name}.year`),
  });
  return (
    <>
      <h2 class="govuk-heading-m">{{ vi: "Đề nghị công nhận bằng giấy tờ", en: "Ask with a paper" }[lang]}</h2>
      <Form csrf={csrfBox(props.session)} files>
        <Radios
          {...control("ground", text("Ông/bà là gì của người đó?", "What are you to them?"))}
          options={GROUNDS.map(({ value, label }) => ({ value, label }))}
          value={boxText(raw, "ground")}
        />
        <Input
          {...control(
            "number",
            text("Số định danh của người đó, hoặc mã số tổ chức", "Their number, or the organisation's code"),
          )}
          value={boxText(raw, "number")}
          autocomplete="off"
        />
        <Input
          {...control("name", text("Họ và tên của người đó", "Their full name"))}
          hint={text("Để trống nếu là tổ chức.", "Leave empty for an organisation.")}
          value={boxText(raw, "name")}
          autocomplete="off"
        />
        <Input
          {...control("birth", text("Ngày sinh của người đó", "Their date of birth"))}
          hint={text(
            "Ví dụ: 27/03/2015, hoặc chỉ năm. Để trống nếu là tổ chức.",
            "For example 27/03/2015, or the year only. Leave empty for an organisation.",
          )}
          value={boxText(raw, "birth")}
          autocomplete="off"
        />
        <DateInput
          {...control("from", text("Từ ngày nào, theo giấy tờ?", "From which day, by the paper?"))}
          value={date("from")}
        />
        <DateInput
          {...control("until", text("Đến hết ngày nào?", "Until which day?"))}
          optional
          value={date("until")}
        />
        <FileUpload
          {...control("evidence", text("Giấy tờ chứng minh", "The paper"))}
          hint={text(
            "Quyết định giám hộ, giấy khai sinh, văn bản uỷ quyền có công chứng…",
            "Decision on guardianship, birth certificate, notarised authority …",
          )}
          files={[]}
          accept=".pdf,.jpg,.jpeg,.png,.webp,.heic"
          most={1}
          sizeBytesMost={FILE_BYTES_MOST}
        />
        <Button label={text("Gửi đề nghị", "Send")} lang={lang} />
      </Form>
    </>
  );
}

const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Please send it again.");
const FAILURES: Record<MandateFailure, Text> = {
  "not-a-person": text("Chỉ tài khoản cá nhân gửi được đề nghị này.", "Only a person's account may ask."),
  "own-number": text("Đây là số của chính ông/bà.", "This is your own number."),
  "dates-reversed": text("Ngày kết thúc trước ngày bắt đầu.", "It ends before it begins."),
  "too-many-waiting": text(
    "Đang có 5 đề nghị chờ trả lời. Vui lòng đợi cán bộ trả lời rồi gửi tiếp.",
    "Five requests are waiting. Please wait for an answer before sending more.",
  ),
  "not-found": NOT_FOUND,
  "own-request": NOT_FOUND,
  "not-your-role": NOT_FOUND,
  "reason-missing": NOT_FOUND,
  "decided-before": NOT_FOUND,
};
