import { Hono } from "hono";
import type { Raw } from "../../engine/form/index.ts";
import type { Session } from "../../kernel/calendar.ts";
import { dayOfInstant, type PlainDate, showDate, yearOf } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import type { HoursFault, HoursRow } from "../../modules/working-time/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { isId } from "../forms.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, ErrorSummary, Form, Notice, SummaryList, Table, Tag, Warning } from "../ui/index.ts";
import { showMinute } from "./boxes.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { HOURS, HOURS_FAULTS, HOURS_KINDS, HoursForm, wishIn } from "./hours-form.tsx";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const TITLE = text("Giờ làm việc của đơn vị", "Hours of the office");
const LIST = text("Giờ làm việc đã đặt", "Hours that were set");
const LISTED_MOST = 100;
type Errors = Readonly<Record<string, Text>>;
type Status = 200 | 403 | 409 | 422;

/** The hours an office has set over the calendar of the law: its head adds and ends them, everybody of it sees them. */
export function hoursPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { hours } = deps.workingTime;

  app.get("/gio-lam-viec", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, {}, {}, 200);
  });

  app.post("/gio-lam-viec", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HOURS));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, raw, { kind: STALE }, 403);
    const wish = wishIn(raw);
    if ("errors" in wish) return show(c, officer, raw, wish.errors, 422);
    const done = await hours.set(officer, wish);
    if (done.ok) return c.redirect(href(c, `${HOURS}?xong=1`), 303);
    const fault = done.failure;
    return show(c, officer, raw, { [BOX[fault]]: HOURS_FAULTS[fault] }, fault === "not-yours" ? 403 : 422);
  });

  app.post("/gio-lam-viec/:id/thoi", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HOURS));
    if (posted instanceof Response) return posted;
    const { officer, stale } = posted;
    const id = c.req.param("id");
    if (stale) return show(c, officer, {}, { kind: STALE }, 403);
    const ended = isId(id) && (await hours.end(officer, id));
    return ended ? c.redirect(href(c, `${HOURS}?xong=2`), 303) : show(c, officer, {}, { kind: NOT_ENDED }, 409);
  });

  const show = async (c: Ctx, officer: Officer, raw: Raw, errors: Errors, status: Status) => {
    const lang = c.get("lang");
    const { unit } = officer.post;
    const today = dayOfInstant(deps.clock.now());
    const [rows, calendar] = await Promise.all([
      hours.listed(unit.id, LISTED_MOST),
      hours.calendarOf(deps.db, unit.id),
    ]);
    const leads = officer.post.roles.includes("unitLead") && !officer.post.delegation;
    const unset = [...calendar.provisional].flatMap(([year, provisional]) => (provisional ? [year] : []));
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: Object.keys(errors).length > 0 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{(c.req.query("xong") === "2" ? ENDED : RECORDED)[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        {unset.length > 0 && <Warning lang={lang}>{provisionalWords(unset)[lang]}</Warning>}
        <SummaryList
          lang={lang}
          rows={[
            {
              label: text("Hôm nay", "Today"),
              value: todayWords(calendar.dayAt(today)?.isWorking ?? false, calendar.sessionsAt(today))[lang],
            },
            {
              label: text("Lịch nghỉ đã có", "Calendars known"),
              value: yearsWords([...calendar.provisional.keys()], yearOf(today))[lang],
            },
          ]}
        />
        <HoursList
          c={c}
          officer={officer}
          rows={rows}
          common={sessionWords(deps.calendar().sessionsAt(today))}
          today={today}
          leads={leads}
        />
        {leads ? (
          <HoursForm c={c} officer={officer} raw={raw} errors={errors} />
        ) : (
          <p class="govuk-body">{ONLY_HEAD[lang]}</p>
        )}
      </>,
    );
  };

  return app;
}

const todayWords = (working: boolean, sessions: readonly Session[]): Text =>
  working ? text(sessionWords(sessions), sessionWords(sessions)) : text("Ngày nghỉ", "A day off");
const sessionWords = (sessions: readonly Session[]): string =>
  sessions.map(({ from, until }) => `${showMinute(from)}–${showMinute(until)}`).join(", ");
const provisionalWords = (years: readonly number[]): Text =>
  text(
    `Lịch nghỉ năm ${years.join(", ")} còn tạm tính, chưa có quyết định. Hạn trả kết quả sang năm đó có thể thay đổi; khi công bố ở “Quy định”, hồ sơ đang mở được tính lại.`,
    `The days off of ${years.join(", ")} are reckoned only, not yet decided. Due dates in that year may move; once published under “Law”, open dossiers are reckoned anew.`,
  );
const yearsWords = (years: readonly number[], now: number): Text => {
  const known = `${Math.min(...years)}–${Math.max(...years)}`;
  return Math.max(...years) > now
    ? text(known, known)
    : text(`${known}; chưa có năm sau`, `${known}; none for next year`);
};

type HoursListParts = {
  c: Ctx;
  officer: Officer;
  rows: readonly HoursRow[];
  common: string;
  today: PlainDate;
  leads: boolean;
};
function HoursList(props: HoursListParts) {
  const { c, officer, today } = props;
  const lang = c.get("lang");
  return (
    <Wide label={LIST} lang={lang}>
      <Table
        dense
        caption={LIST}
        lang={lang}
        empty={text(`Đơn vị theo giờ chung: ${props.common}.`, `The common hours: ${props.common}.`)}
        columns={[
          { key: "kind", label: text("Loại", "Kind") },
          { key: "hours", label: text("Giờ", "Hours") },
          { key: "days", label: text("Từ – đến", "From – until") },
          { key: "by", label: text("Văn bản, người đặt", "Paper, set by") },
          { key: "state", label: text("Trạng thái", "State") },
        ]}
        rows={props.rows.map((row) => ({
          cells: {
            kind: HOURS_KINDS[row.kind][lang],
            hours: <RowHours row={row} lang={lang} />,
            days: `${showDate(row.from)} – ${row.until === null ? "…" : showDate(row.until)}`,
            by: `${row.decision}, ${row.byName}`,
            state: (
              <>
                <Tag {...stateOf(row, today)} lang={lang} />
                {props.leads && row.endedBy === null && (row.until === null || row.until >= today) && (
                  <Form csrf={csrfBox(officer)} action={href(c, `${HOURS}/${row.id}/thoi`)}>
                    <Button
                      label={text("Chấm dứt", "End")}
                      about={HOURS_KINDS[row.kind][lang]}
                      lang={lang}
                      kind="secondary"
                      small
                    />
                  </Form>
                )}
              </>
            ),
          },
        }))}
      />
    </Wide>
  );
}

function RowHours({ row, lang }: { row: HoursRow; lang: Language }) {
  if (row.swappedWith !== null)
    return <>{{ vi: `làm bù ${showDate(row.swappedWith)}`, en: `worked on ${showDate(row.swappedWith)}` }[lang]}</>;
  const note =
    row.kind !== "saturday"
      ? ""
      : row.counts
        ? { vi: " (tính vào thời hạn)", en: " (counts for terms)" }[lang]
        : { vi: " (chỉ tiếp nhận)", en: " (reception only)" }[lang];
  return <>{sessionWords(row.sessions) + note}</>;
}

function stateOf({ from, until }: HoursRow, today: PlainDate) {
  if (until !== null && until < from) return { label: text("Đã hủy", "Called off"), tone: "neutral" as const };
  if (until !== null && until < today) return { label: text("Hết hiệu lực", "Over"), tone: "neutral" as const };
  if (from > today) return { label: text("Chưa đến ngày", "To come"), tone: "waiting" as const };
  return { label: text("Đang hiệu lực", "Running"), tone: "done" as const };
}

const BOX: Readonly<Record<HoursFault, string>> = {
  "not-yours": "kind",
  from: "from.day",
  until: "until.day",
  sessions: "a.from",
  "swapped-with": "swapped-with.day",
  decision: "decision",
};
const RECORDED = text("Đã ghi giờ làm việc. Hồ sơ đang mở được tính lại hạn.", "Set. Open dossiers are reckoned anew.");
const ENDED = text("Đã chấm dứt. Hồ sơ đang mở được tính lại hạn.", "Ended. Open dossiers are reckoned anew.");
const ONLY_HEAD = text(
  "Lãnh đạo đơn vị đặt và chấm dứt giờ làm việc.",
  "The head of the office sets and ends its hours.",
);
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Send it again.");
const NOT_ENDED = text(
  "Giờ này đã chấm dứt, hoặc không phải của đơn vị.",
  "It has ended already, or is another office's.",
);
