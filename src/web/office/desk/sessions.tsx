import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { dayOfInstant, parseVietnameseDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { mayKeep, type SessionKind, type SessionWithSlots } from "../../../modules/desk/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { dayWords, failureWords, KINDS, minuteWords } from "../../desk-words.ts";
import { wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, Checkboxes, DateInput, ErrorSummary, Form, Input, Radios, Split, Table, Tag } from "../../ui/index.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { type AtDesk, atDesk, postedAtDesk } from "./keeper.ts";

export const SESSIONS_PATH = "/office/lich-hen";
export const SESSIONS_TITLE = text("Lịch hẹn", "Appointments");
const LIST = text("Các buổi sắp tới", "Coming sessions");
type Errors = Readonly<Record<string, Text>>;

/** The sessions of a unit: those to come, and planning another. */
export function sessionsPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/lich-hen", (c) => {
    const at = atDesk(deps, c);
    return at instanceof Response ? at : show(c, at, {}, {}, 200);
  });

  app.post("/lich-hen", async (c) => {
    const posted = await postedAtDesk(deps, c, href(c, SESSIONS_PATH));
    if (posted instanceof Response) return posted;
    const { raw, stale, by, unit } = posted;
    if (stale) return show(c, posted, raw, { "ngay.day": STALE }, 403);
    const on = parseVietnameseDate(
      ["day", "month", "year"].map((part) => boxText(raw, `ngay.${part}`).trim().padStart(2, "0")).join("/"),
    );
    if (!on) return show(c, posted, raw, { "ngay.day": failureWords({ kind: "day" }) }, 422);
    const planned = await deps.desk.planSession(by, unit, {
      kind: kindIn(raw),
      day: on,
      fromMinute: minuteIn(raw, "tu"),
      untilMinute: minuteIn(raw, "den"),
      slotMinutes: wholeNumber(boxText(raw, "luot"), 0, 1_440),
      capacity: wholeNumber(boxText(raw, "suc-chua"), 0, 100_000),
      place: boxText(raw, "dia-diem"),
      procedures: [raw["thu-tuc"] ?? []].flat(),
    });
    if (planned.ok) return c.redirect(href(c, `${SESSIONS_PATH}/${planned.value.id}`), 303);
    const box = BOX_OF[planned.failure.kind] ?? "ngay.day";
    return show(c, posted, raw, { [box]: failureWords(planned.failure) }, 422);
  });

  const show = async (c: Ctx, at: AtDesk, raw: Raw, errors: Errors, status: 200 | 403 | 422) => {
    const lang = c.get("lang");
    const { officer, by, unit } = at;
    const sessions = await deps.desk.sessionsFrom(unit, dayOfInstant(deps.clock.now()));
    return officePage(
      deps,
      c,
      officer,
      { title: SESSIONS_TITLE, status, path: href(c, SESSIONS_PATH), hasErrors: Object.keys(errors).length > 0 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <h1 class="govuk-heading-l">{SESSIONS_TITLE[lang]}</h1>
        <Split
          sideAt="end"
          sideLabel={{ vi: "Mở buổi mới", en: "A new session" }[lang]}
          side={mayKeep(by.roles) && <PlanForm c={c} deps={deps} at={at} raw={raw} errors={errors} />}
        >
          <Wide label={LIST} lang={lang}>
            <Table
              dense
              caption={LIST}
              lang={lang}
              empty={text("Chưa có buổi nào sắp tới.", "No session is planned.")}
              columns={[
                { key: "day", label: text("Ngày", "Day") },
                { key: "time", label: text("Giờ", "Time") },
                { key: "kind", label: text("Loại", "Kind") },
                { key: "place", label: text("Địa điểm", "Place") },
                { key: "booked", label: text("Đã đặt", "Booked"), figures: true },
              ]}
              rows={sessions.map((session) => ({
                href: href(c, `${SESSIONS_PATH}/${session.id}`),
                cells: {
                  day: dayWords(session.day)[lang],
                  time: `${minuteWords(session.fromMinute)}–${minuteWords(session.untilMinute)}`,
                  kind: session.endedAt ? (
                    <Tag label={text("Đã kết thúc", "Ended")} lang={lang} />
                  ) : (
                    <Tag label={KINDS[session.kind]} tone="progress" lang={lang} />
                  ),
                  place: session.place,
                  booked: fillOf(session),
                },
              }))}
            />
          </Wide>
        </Split>
      </>,
    );
  };

  return app;
}

/** `12/40`: booked of all places. */
const fillOf = ({ slots }: SessionWithSlots): string =>
  `${slots.reduce((sum, { booked }) => sum + booked, 0)}/${slots.reduce((sum, { capacity }) => sum + capacity, 0)}`;

function PlanForm(props: { c: Ctx; deps: WebDeps; at: AtDesk; raw: Raw; errors: Errors }) {
  const { c, deps, at, raw, errors } = props;
  const lang = c.get("lang");
  const field = (name: string) => ({ name, lang, error: errors[name] });
  const part = (name: string) => boxText(raw, `ngay.${name}`);
  return (
    <section class="mc-card" aria-labelledby="mo-buoi">
      <h2 class="govuk-heading-m" id="mo-buoi">
        {{ vi: "Mở buổi mới", en: "A new session" }[lang]}
      </h2>
      <Form action={href(c, SESSIONS_PATH)} csrf={csrfBox(at.officer)}>
        <Radios
          small
          name="loai"
          lang={lang}
          label={text("Loại buổi", "Kind")}
          options={(["ordinary", "saturday", "mobile"] as const).map((kind) => ({ value: kind, label: KINDS[kind] }))}
          value={kindIn(raw)}
        />
        <DateInput
          name="ngay"
          label={text("Ngày", "Day")}
          lang={lang}
          value={{ day: part("day"), month: part("month"), year: part("year") }}
          error={errors["ngay.day"]}
        />
        <div class="mc-row">
          <Input
            {...field("tu")}
            label={text("Từ giờ", "From")}
            width={5}
            value={boxText(raw, "tu") || "08:00"}
            autocomplete="off"
          />
          <Input
            {...field("den")}
            label={text("Đến giờ", "Until")}
            width={5}
            value={boxText(raw, "den") || "11:30"}
            autocomplete="off"
          />
        </div>
        <div class="mc-row">
          <Input
            {...field("luot")}
            label={text("Phút mỗi lượt", "Minutes a slot")}
            width={4}
            inputmode="numeric"
            value={boxText(raw, "luot") || "30"}
            autocomplete="off"
          />
          <Input
            {...field("suc-chua")}
            label={text("Người mỗi lượt", "People a slot")}
            width={4}
            inputmode="numeric"
            value={boxText(raw, "suc-chua") || "4"}
            autocomplete="off"
          />
        </div>
        <Input
          {...field("dia-diem")}
          label={text("Địa điểm", "Place")}
          value={boxText(raw, "dia-diem")}
          autocomplete="off"
        />
        <Checkboxes
          {...field("thu-tuc")}
          small
          label={text("Thủ tục được nhận", "Procedures")}
          options={deps.desk.proceduresOf(at.unit).map(({ key, title }) => ({ value: key, label: title }))}
          values={[raw["thu-tuc"] ?? []].flat()}
        />
        <Button label={text("Mở buổi", "Open it")} lang={lang} />
      </Form>
    </section>
  );
}

const BOX_OF: Readonly<Record<string, string>> = {
  hours: "tu",
  capacity: "suc-chua",
  place: "dia-diem",
  procedures: "thu-tuc",
};
const kindIn = (raw: Raw): SessionKind => {
  const kind = boxText(raw, "loai");
  return kind === "saturday" || kind === "mobile" ? kind : "ordinary";
};
/** `08:30` or `8.30` as the minute of the day; -1 for anything else. */
const minuteIn = (raw: Raw, box: string): number => {
  const [, hours, minutes] = /^(\d{1,2})[:.hg](\d{2})$/.exec(boxText(raw, box).trim()) ?? [];
  return hours === undefined || Number(hours) > 24 || Number(minutes) > 59 ? -1 : Number(hours) * 60 + Number(minutes);
};
const STALE = text("Trang đã mở quá lâu. Vui lòng làm lại.", "The page was open too long. Please try again.");
