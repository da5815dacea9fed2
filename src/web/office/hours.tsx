import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import type { Session } from "../../kernel/calendar.ts";
import { dayOfInstant, type PlainDate, showDate, yearOf } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import type { HoursFault, HoursRow, HoursWish } from "../../modules/working-time/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { isId } from "../forms.ts";
import { csrfBox } from "../portal/page.tsx";
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  Input,
  Notice,
  Radios,
  SummaryList,
  Table,
  Tag,
  Warning,
} from "../ui/index.ts";
import { dayIn, isEmptyDate, minuteIn, partsIn, showMinute } from "./boxes.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const PATH = "/office/gio-lam-viec";
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
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, raw, { kind: STALE }, 403);
    const wish = wishIn(raw);
    if ("errors" in wish) return show(c, officer, raw, wish.errors, 422);
    const done = await hours.set(officer, wish);
    if (done.ok) return c.redirect(href(c, `${PATH}?xong=1`), 303);
    const fault = done.failure;
    return show(c, officer, raw, { [BOX[fault]]: FAULTS[fault] }, fault === "not-yours" ? 403 : 422);
  });

  app.post("/gio-lam-viec/:id/thoi", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, stale } = posted;
    const id = c.req.param("id");
    if (stale) return show(c, officer, {}, { kind: STALE }, 403);
    const ended = isId(id) && (await hours.end(officer, id));
    return ended ? c.redirect(href(c, `${PATH}?xong=2`), 303) : show(c, officer, {}, { kind: NOT_ENDED }, 409);
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
        <HoursList c={c} officer={officer} rows={rows} today={today} leads={leads} />
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

const KINDS: Readonly<Record<HoursRow["kind"], Text>> = {
  week: text("Trong tuần, thứ Hai đến thứ Sáu", "In the week, Monday to Friday"),
  saturday: text("Buổi thứ Bảy", "Saturday session"),
  day: text("Ngày riêng, nửa ngày", "Single days, half days"),
  swap: text("Hoán đổi ngày nghỉ", "Day exchanged"),
};

function HoursList(props: { c: Ctx; officer: Officer; rows: readonly HoursRow[]; today: PlainDate; leads: boolean }) {
  const { c, officer, today } = props;
  const lang = c.get("lang");
  return (
    <Wide label={LIST} lang={lang}>
      <Table
        dense
        caption={LIST}
        lang={lang}
        empty={text("Đơn vị theo giờ chung: 07:30–11:30, 13:30–17:30.", "The common hours: 07:30–11:30, 13:30–17:30.")}
        columns={[
          { key: "kind", label: text("Loại", "Kind") },
          { key: "hours", label: text("Giờ", "Hours") },
          { key: "days", label: text("Từ – đến", "From – until") },
          { key: "by", label: text("Văn bản, người đặt", "Paper, set by") },
          { key: "state", label: text("Trạng thái", "State") },
        ]}
        rows={props.rows.map((row) => ({
          cells: {
            kind: KINDS[row.kind][lang],
            hours: <RowHours row={row} lang={lang} />,
            days: `${showDate(row.from)} – ${row.until === null ? "…" : showDate(row.until)}`,
            by: `${row.decision}, ${row.byName}`,
            state: (
              <>
                <Tag {...stateOf(row, today)} lang={lang} />
                {props.leads && row.endedBy === null && (row.until === null || row.until >= today) && (
                  <Form csrf={csrfBox(officer)} action={href(c, `${PATH}/${row.id}/thoi`)}>
                    <Button
                      label={text("Chấm dứt", "End")}
                      about={KINDS[row.kind][lang]}
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

const SESSIONS = ["a", "b"] as const;

function HoursForm({ c, officer, raw, errors }: { c: Ctx; officer: Officer; raw: Raw; errors: Errors }) {
  const lang = c.get("lang");
  const field = (name: string) => ({ name, lang, error: errors[name] });
  return (
    <Form csrf={csrfBox(officer)} action={href(c, PATH)}>
      <h2 class="govuk-heading-m">{{ vi: "Đặt giờ làm việc", en: "Set hours" }[lang]}</h2>
      <Radios
        {...field("kind")}
        label={text("Loại", "Kind")}
        small
        options={(["week", "saturday", "day", "swap"] as const).map((kind) => ({ value: kind, label: KINDS[kind] }))}
        value={boxText(raw, "kind")}
      />
      <DateInput
        name="from"
        label={text("Từ ngày (ngày được nghỉ, nếu hoán đổi)", "From (the day off, where exchanged)")}
        lang={lang}
        value={partsIn(raw, "from")}
        error={errors["from.day"]}
      />
      <DateInput
        name="until"
        label={text("Đến hết ngày", "Until")}
        hint={text("Để trống nếu chưa biết ngày kết thúc.", "Leave empty if the end is not known.")}
        lang={lang}
        value={partsIn(raw, "until")}
        error={errors["until.day"]}
      />
      {SESSIONS.map((session, at) => (
        <div class="govuk-form-group">
          <Input
            {...field(`${session}.from`)}
            label={text(`Buổi ${at + 1}: mở cửa`, `Session ${at + 1}: opens`)}
            hint={text("Ví dụ: 07:30", "For example: 07:30")}
            value={boxText(raw, `${session}.from`)}
            width={5}
            autocomplete="off"
          />
          <Input
            {...field(`${session}.until`)}
            label={text(`Buổi ${at + 1}: đóng cửa`, `Session ${at + 1}: closes`)}
            value={boxText(raw, `${session}.until`)}
            width={5}
            autocomplete="off"
          />
        </div>
      ))}
      <Checkboxes
        {...field("counts")}
        label={text("Thứ Bảy", "Saturday")}
        small
        options={[
          {
            value: "yes",
            label: text("Tính là ngày làm việc khi tính thời hạn", "A working day where terms are counted"),
          },
        ]}
        values={boxText(raw, "counts") === "yes" ? ["yes"] : []}
      />
      <DateInput
        name="swapped-with"
        label={text("Ngày thứ Bảy làm bù, nếu hoán đổi", "The Saturday worked, where exchanged")}
        lang={lang}
        value={partsIn(raw, "swapped-with")}
        error={errors["swapped-with.day"]}
      />
      <Input
        {...field("decision")}
        label={text("Văn bản quy định", "Deciding paper")}
        value={boxText(raw, "decision")}
        autocomplete="off"
        longest={200}
      />
      <Button label={text("Ghi giờ làm việc", "Set")} lang={lang} />
    </Form>
  );
}

/** What was typed, as hours; what cannot be read is named by its box. Meaning is judged where it is set. */
function wishIn(raw: Raw): HoursWish | { readonly errors: Errors } {
  const errors: Record<string, Text> = {};
  const kind = (["week", "saturday", "day", "swap"] as const).find((known) => known === boxText(raw, "kind"));
  if (!kind) errors["kind"] = text("Vui lòng chọn loại.", "Choose a kind.");
  const from = dayIn(raw, "from");
  if (!from) errors["from.day"] = FAULTS.from;
  const until = isEmptyDate(raw, "until") ? null : dayIn(raw, "until");
  if (until === null && !isEmptyDate(raw, "until")) errors["until.day"] = FAULTS.until;
  const sessions: Session[] = [];
  for (const name of SESSIONS) {
    const typed = [boxText(raw, `${name}.from`), boxText(raw, `${name}.until`)] as const;
    if (typed.every((box) => box.trim() === "")) continue;
    const [opens, closes] = [minuteIn(typed[0]), minuteIn(typed[1])];
    if (opens === null || closes === null) errors[`${name}.from`] = FAULTS.sessions;
    else sessions.push({ from: opens, until: closes });
  }
  if (!kind || !from || Object.keys(errors).length > 0) return { errors };
  return {
    kind,
    from,
    // A day exchanged is one day.
    until: kind === "swap" ? from : until,
    sessions: kind === "swap" ? [] : sessions,
    counts: kind === "saturday" && boxText(raw, "counts") === "yes",
    swappedWith: kind === "swap" ? dayIn(raw, "swapped-with") : null,
    decision: boxText(raw, "decision").trim().slice(0, 200),
  };
}

const BOX: Readonly<Record<HoursFault, string>> = {
  "not-yours": "kind",
  from: "from.day",
  until: "until.day",
  sessions: "a.from",
  "swapped-with": "swapped-with.day",
  decision: "decision",
};
const FAULTS: Readonly<Record<HoursFault, Text>> = {
  "not-yours": text("Chỉ lãnh đạo đơn vị đặt được giờ làm việc.", "Only the head of the office sets its hours."),
  from: text(
    "Vui lòng nhập ngày bắt đầu từ hôm nay; ngày hoán đổi là ngày trong tuần.",
    "Enter a first day, from today on; a day exchanged is a weekday.",
  ),
  until: text(
    "Vui lòng nhập ngày cuối, không trước ngày đầu; ngày riêng phải có ngày cuối.",
    "Enter a last day, not before the first; single days need one.",
  ),
  sessions: text(
    "Vui lòng nhập giờ mở cửa và đóng cửa như 07:30, buổi sau không chồng buổi trước.",
    "Enter opening and closing like 07:30, sessions one after the other.",
  ),
  "swapped-with": text(
    "Vui lòng nhập ngày thứ Bảy làm bù, từ hôm nay.",
    "Enter the Saturday that is worked, from today on.",
  ),
  decision: text("Vui lòng ghi văn bản quy định giờ làm việc.", "Name the paper that sets the hours."),
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
