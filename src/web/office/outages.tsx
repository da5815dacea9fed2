import { Hono } from "hono";
import { outageNoticeOn } from "../../../law/index.ts";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { dayOfInstant, type PlainDate, showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Outage, OutageFault } from "../../modules/working-time/index.ts";
import { cited } from "../citations.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { isId } from "../forms.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, DateTimeInput, ErrorSummary, Form, Input, Notice, Radios, Table, Tag, Textarea } from "../ui/index.ts";
import { isEmptyDate, momentIn, partsIn } from "./boxes.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const PATH = "/office/su-co";
const TITLE = text("Tạm dừng và sự cố hệ thống", "Stops and faults of the services");
const LIST = text("Đã thông báo, đã ghi nhận", "Announced and recorded");
const LISTED_MOST = 100;
type Errors = Readonly<Record<string, Text>>;
type Status = 200 | 403 | 409 | 422;

/** Planned stops, announced in time to everybody, and faults with their beginning and end. */
export function outagePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { outages } = deps.workingTime;

  app.get("/su-co", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, {}, {}, 200);
  });

  app.post("/su-co", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, raw, { kind: STALE }, 403);
    const kind = (["planned", "fault"] as const).find((known) => known === boxText(raw, "kind"));
    const from = momentIn(raw, "from");
    const until = isEmptyDate(raw, "until") ? null : momentIn(raw, "until");
    const errors: Errors = {
      ...(kind ? {} : { kind: text("Vui lòng chọn loại.", "Choose a kind.") }),
      ...(from ? {} : { "from.day": FAULTS.from }),
      ...(until === null && !isEmptyDate(raw, "until") ? { "until.day": FAULTS.until } : {}),
    };
    if (!kind || !from || Object.keys(errors).length > 0) return show(c, officer, raw, errors, 422);
    const done = await outages.record(officer, {
      kind,
      from,
      until,
      whatVi: boxText(raw, "what-vi").trim().slice(0, 500),
      whatEn: boxText(raw, "what-en").trim().slice(0, 500),
      decision: boxText(raw, "decision").trim().slice(0, 200),
    });
    if (done.ok) return c.redirect(href(c, `${PATH}?xong=1`), 303);
    const fault = done.failure;
    return show(
      c,
      officer,
      raw,
      { [BOX[fault]]: faultWords(fault, dayOfInstant(deps.clock.now())) },
      fault === "not-yours" ? 403 : 422,
    );
  });

  for (const [way, act] of [
    ["het", outages.over],
    ["huy", outages.callOff],
  ] as const) {
    app.post(`/su-co/:id/${way}`, async (c) => {
      const posted = await postedByOfficer(deps, c, href(c, PATH));
      if (posted instanceof Response) return posted;
      const { officer, stale } = posted;
      const id = c.req.param("id") ?? "";
      if (stale) return show(c, officer, {}, { kind: STALE }, 403);
      const done = isId(id) && (await act(officer, id));
      return done ? c.redirect(href(c, `${PATH}?xong=1`), 303) : show(c, officer, {}, { kind: TOO_LATE }, 409);
    });
  }

  const show = async (c: Ctx, officer: Officer, raw: Raw, errors: Errors, status: Status) => {
    const lang = c.get("lang");
    const operates = officer.post.roles.includes("operator");
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: Object.keys(errors).length > 0 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{RECORDED[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <OutageList c={c} officer={officer} rows={await outages.listed(LISTED_MOST)} now={deps.clock.now()} />
        {operates ? (
          <OutageForm c={c} officer={officer} raw={raw} errors={errors} />
        ) : (
          <p class="govuk-body">{ONLY_OPERATOR[lang]}</p>
        )}
      </>,
    );
  };

  return app;
}

const KINDS: Readonly<Record<Outage["kind"], Text>> = {
  planned: text("Tạm dừng theo kế hoạch", "Planned stop"),
  fault: text("Sự cố", "Fault"),
};

function OutageList(props: { c: Ctx; officer: Officer; rows: readonly Outage[]; now: number }) {
  const { c, officer, now } = props;
  const lang = c.get("lang");
  const operates = officer.post.roles.includes("operator");
  const formOf = (row: Outage, way: "het" | "huy", label: Text) => (
    <Form csrf={csrfBox(officer)} action={href(c, `${PATH}/${row.id}/${way}`)}>
      <Button label={label} about={row.whatVi} lang={lang} kind="secondary" small />
    </Form>
  );
  return (
    <Wide label={LIST} lang={lang}>
      <Table
        dense
        caption={LIST}
        lang={lang}
        empty={text("Chưa có lần tạm dừng hay sự cố nào.", "No stop or fault so far.")}
        columns={[
          { key: "kind", label: text("Loại", "Kind") },
          { key: "time", label: text("Thời gian", "Time") },
          { key: "what", label: text("Nội dung", "What") },
          { key: "by", label: text("Văn bản, người ghi", "Paper, entered by") },
          { key: "state", label: text("Trạng thái", "State") },
        ]}
        rows={props.rows.map((row) => ({
          cells: {
            kind: KINDS[row.kind][lang],
            time: `${showInstant(row.from)} – ${row.until === null ? "…" : showInstant(row.until)}`,
            what: lang === "vi" ? row.whatVi : row.whatEn,
            by: `${row.decision}, ${row.byName}, ${showInstant(row.at)}`,
            state: (
              <>
                <Tag {...stateOf(row, now)} lang={lang} />
                {operates &&
                  row.kind === "fault" &&
                  row.until === null &&
                  formOf(row, "het", text("Đã khắc phục", "Mended"))}
                {operates &&
                  row.kind === "planned" &&
                  row.cancelledAt === null &&
                  row.from > now &&
                  formOf(row, "huy", text("Hủy kế hoạch", "Call off"))}
              </>
            ),
          },
        }))}
      />
    </Wide>
  );
}

function stateOf({ from, until, cancelledAt }: Outage, now: number) {
  if (cancelledAt !== null) return { label: text("Đã hủy", "Called off"), tone: "neutral" as const };
  if (until !== null && until <= now) return { label: text("Đã xong", "Over"), tone: "done" as const };
  if (from > now) return { label: text("Đã thông báo", "Announced"), tone: "waiting" as const };
  return { label: text("Đang diễn ra", "Now"), tone: "attention" as const };
}

function OutageForm({ c, officer, raw, errors }: { c: Ctx; officer: Officer; raw: Raw; errors: Errors }) {
  const lang = c.get("lang");
  const field = (name: string) => ({ name, lang, error: errors[name] });
  const moment = (name: string, label: Text, hint: Text) => (
    <DateTimeInput
      name={name}
      label={label}
      hint={hint}
      lang={lang}
      value={partsIn(raw, name)}
      time={boxText(raw, `${name}.time`)}
      error={errors[`${name}.day`]}
    />
  );
  return (
    <Form csrf={csrfBox(officer)} action={href(c, PATH)}>
      <h2 class="govuk-heading-m">{{ vi: "Thông báo hoặc ghi nhận", en: "Announce or record" }[lang]}</h2>
      <Radios
        {...field("kind")}
        label={text("Loại", "Kind")}
        small
        options={(["planned", "fault"] as const).map((kind) => ({ value: kind, label: KINDS[kind] }))}
        value={boxText(raw, "kind")}
      />
      {moment("from", text("Từ lúc", "From"), text("Ví dụ: 05 12 2026, 22:00", "For example: 05 12 2026, 22:00"))}
      {moment(
        "until",
        text("Đến lúc", "Until"),
        text("Sự cố chưa khắc phục thì để trống.", "Leave empty while a fault lasts."),
      )}
      <Textarea
        {...field("what-vi")}
        label={text("Nội dung cho người dân", "What people are told, in Vietnamese")}
        value={boxText(raw, "what-vi")}
        lines={3}
      />
      <Textarea
        {...field("what-en")}
        label={text("Nội dung bằng tiếng Anh", "The same in English")}
        optional
        value={boxText(raw, "what-en")}
        lines={3}
      />
      <Input
        {...field("decision")}
        label={text("Văn bản, biên bản", "Deciding paper or record")}
        value={boxText(raw, "decision")}
        autocomplete="off"
        width={30}
        longest={200}
      />
      <Button label={text("Ghi", "Record")} lang={lang} />
    </Form>
  );
}

const BOX: Readonly<Record<OutageFault, string>> = {
  "not-yours": "kind",
  from: "from.day",
  until: "until.day",
  "too-soon": "from.day",
  what: "what-vi",
  decision: "decision",
};
const FAULTS: Readonly<Record<Exclude<OutageFault, "too-soon">, Text>> = {
  "not-yours": text("Chỉ cán bộ vận hành ghi được.", "Only an operator may record this."),
  from: text(
    "Vui lòng nhập ngày và giờ bắt đầu: kế hoạch ở tương lai, sự cố đã xảy ra.",
    "Enter day and time of the beginning: a plan lies ahead, a fault has happened.",
  ),
  until: text(
    "Vui lòng nhập ngày và giờ kết thúc, sau lúc bắt đầu.",
    "Enter day and time of the end, after the beginning.",
  ),
  what: text("Vui lòng ghi nội dung cho người dân.", "Write what people are told."),
  decision: text("Vui lòng ghi văn bản hoặc biên bản.", "Name the paper or record."),
};
/** The law of the day says how early a plan is announced. */
function faultWords(fault: OutageFault, on: PlainDate): Text {
  if (fault !== "too-soon") return FAULTS[fault];
  const rule = outageNoticeOn(on);
  if (!rule) return FAULTS.from;
  const { limit, basis, evidence } = rule;
  const citations = basis.map((place) => ({ ...place, evidence }));
  return text(
    `Tạm dừng theo kế hoạch phải thông báo trước ít nhất ${limit.count} ngày làm việc (${cited(citations, "vi")}).`,
    `A planned stop is announced at least ${limit.count} working days before (${cited(citations, "en")}).`,
  );
}
const RECORDED = text("Đã ghi. Mọi trang của cổng đã có thông báo.", "Recorded. Every page of the portal tells it.");
const ONLY_OPERATOR = text("Cán bộ vận hành thông báo và ghi nhận.", "Operators announce and record.");
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Send it again.");
const TOO_LATE = text(
  "Việc này đã kết thúc hoặc không còn thay đổi được.",
  "It has ended, or cannot be changed any more.",
);
