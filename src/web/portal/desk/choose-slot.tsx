import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { instantAt } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Session } from "../../../modules/access/index.ts";
import type { SessionWithSlots, Slot } from "../../../modules/desk/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { dayWords, deskUnitOf, failureWords, KINDS, procedureWords, slotWords } from "../../desk-words.ts";
import { notFound } from "../../errors.ts";
import { isId, searchTyped, wholeNumber } from "../../forms.ts";
import { Button, ErrorSummary, Form, Input, InsetText, Radios, SummaryList } from "../../ui/index.ts";
import { postedBy, visitorOf } from "../guard.ts";
import { csrfBox, portalPage } from "../page.tsx";
import { BOOK_TITLE } from "./choose-office.tsx";

const MINUTES_OF_DAY = 1_440;
type Errors = Readonly<Record<string, Text>>;

/** Which slot, and the booking itself. The addresses of slots can be kept; a booking is made by a form only. */
export function chooseSlotPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/dat-lich/:unit", async (c) => {
    const lang = c.get("lang");
    const unit = deskUnitOf(deps, c.req.param("unit"));
    const wanted = searchTyped(c, "thu-tuc", 60);
    const moving = searchTyped(c, "doi", 80);
    const sessions = (await deps.desk.bookable(unit)).filter(
      ({ procedures }) => wanted === "" || procedures.includes(wanted),
    );
    const query = new URLSearchParams({ ...(wanted ? { "thu-tuc": wanted } : {}), ...(moving ? { doi: moving } : {}) });
    const to = (session: SessionWithSlots, { minute }: Slot): string =>
      moving
        ? href(c, `/lich-hen/${encodeURIComponent(moving)}/doi?buoi=${session.id}&gio=${minute}`)
        : href(c, `/dat-lich/${unit.id}/${session.id}/${minute}${query.size > 0 ? `?${query}` : ""}`);
    return portalPage(
      deps,
      c,
      { title: BOOK_TITLE, crumbs: crumbsOf(c, unit.name) },
      <>
        <h1 class="govuk-heading-xl">{unit.name[lang]}</h1>
        <p class="govuk-body-l">{(moving ? CHOOSE_NEW : CHOOSE)[lang]}</p>
        {sessions.length === 0 && <InsetText>{NO_SESSION[lang]}</InsetText>}
        {sessions.map((session) => (
          <section aria-labelledby={`buoi-${session.id}`}>
            <h2 class="govuk-heading-m" id={`buoi-${session.id}`}>
              {dayWords(session.day)[lang]}
              {session.kind === "mobile" && ` (${KINDS[session.kind][lang].toLowerCase()})`}
            </h2>
            <p class="govuk-body">
              {session.place}. {session.procedures.map((key) => procedureWords(deps, key)[lang]).join("; ")}.
            </p>
            <ul class="mc-slots">
              {session.slots.map((slot) => (
                <li>
                  <SlotLink
                    session={session}
                    slot={slot}
                    to={to(session, slot)}
                    open={instantAt(session.day, slot.minute) > deps.clock.now()}
                    lang={lang}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>,
    );
  });

  app.get("/dat-lich/:unit/:session/:minute", async (c) => {
    const visitor = visitorOf(c);
    return visitor instanceof Response ? visitor : show(c, visitor, {}, {}, 200);
  });

  app.post("/dat-lich/:unit/:session/:minute", async (c) => {
    const posted = await postedBy(deps, c, new URL(c.req.url).pathname);
    if (posted instanceof Response) return posted;
    const { session: visitor, raw, stale } = posted;
    if (stale) return show(c, visitor, raw, { "dien-thoai": STALE }, 403);
    const { session, slot } = await chosen(c);
    const booked = await deps.desk.book({
      officeProvince: session.officeProvince,
      sessionId: session.id,
      minute: slot.minute,
      procedure: boxText(raw, "thu-tuc"),
      booker: {
        name: visitor.name,
        phone: boxText(raw, "dien-thoai"),
        account: visitor.account,
        number: visitor.organisation?.code ?? visitor.number,
      },
      via: "online",
    });
    if (booked.ok) return c.redirect(href(c, `/lich-hen/${booked.value.link}?moi=1`), 303);
    const { failure } = booked;
    const box = failure.kind === "procedure" ? "thu-tuc" : "dien-thoai";
    return show(c, visitor, raw, { [box]: failureWords(failure) }, failure.kind === "phone" ? 422 : 409);
  });

  const chosen = async (c: Ctx) => {
    const unit = deskUnitOf(deps, c.req.param("unit") ?? "");
    const id = c.req.param("session") ?? "";
    const minute = wholeNumber(c.req.param("minute"), -1, MINUTES_OF_DAY);
    const session = isId(id) ? await deps.desk.findSession(unit.provinceCode, id) : null;
    const slot = session?.slots.find((one) => one.minute === minute);
    if (!session || session.unitId !== unit.id || !slot) throw notFound();
    return { unit, session, slot };
  };

  const show = async (c: Ctx, visitor: Session, raw: Raw, errors: Errors, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const { unit, session, slot } = await chosen(c);
    const wanted = boxText(raw, "thu-tuc") || searchTyped(c, "thu-tuc", 60);
    return portalPage(
      deps,
      c,
      { title: BOOK_TITLE, status, hasErrors: Object.keys(errors).length > 0, crumbs: crumbsOf(c, unit.name, unit.id) },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <h1 class="govuk-heading-xl">{{ vi: "Kiểm tra và đặt lịch", en: "Check and book" }[lang]}</h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Đơn vị", "Office"), value: unit.name[lang] },
            { label: text("Địa điểm", "Place"), value: session.place },
            { label: text("Ngày", "Day"), value: dayWords(session.day)[lang] },
            { label: text("Giờ", "Time"), value: slotWords(slot.minute, session.slotMinutes) },
            { label: text("Người đến", "Who comes"), value: visitor.name },
          ]}
        />
        <Form csrf={csrfBox(visitor)} action={new URL(c.req.url).pathname}>
          <Radios
            name="thu-tuc"
            label={text("Đến để làm thủ tục", "You come for")}
            lang={lang}
            error={errors["thu-tuc"]}
            options={session.procedures.map((key) => ({ value: key, label: procedureWords(deps, key) }))}
            value={session.procedures.length === 1 ? session.procedures[0] : wanted}
          />
          <Input
            name="dien-thoai"
            label={text("Số điện thoại", "Telephone")}
            hint={text(
              "Để đơn vị báo khi buổi tiếp phải hoãn. Xóa sau 90 ngày.",
              "So that the office can reach you if the session is called off. Removed after 90 days.",
            )}
            lang={lang}
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            width={20}
            error={errors["dien-thoai"]}
            value={boxText(raw, "dien-thoai")}
          />
          <Button label={text("Đặt lịch", "Book")} lang={lang} />
        </Form>
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, `/dat-lich/${unit.id}`)}>
            {{ vi: "Chọn giờ khác", en: "Choose another time" }[lang]}
          </a>
        </p>
      </>,
    );
  };

  return app;
}

const crumbsOf = (c: Ctx, unit: Text, back?: string) => [
  { label: text("Trang chủ", "Home"), href: href(c, "/") },
  { label: BOOK_TITLE, href: href(c, "/dat-lich") },
  back ? { label: unit, href: href(c, `/dat-lich/${back}`) } : { label: unit },
];

/** A slot that can be chosen is a link; one that is full or over says so. */
function SlotLink(props: { session: SessionWithSlots; slot: Slot; to: string; open: boolean; lang: "vi" | "en" }) {
  const { session, slot, to, open, lang } = props;
  const free = slot.capacity - slot.booked;
  const time = slotWords(slot.minute, session.slotMinutes);
  if (!open || free <= 0) {
    const why = open ? { vi: "Hết chỗ", en: "Full" } : { vi: "Đã qua", en: "Over" };
    return (
      <span class="mc-slots__slot mc-slots__slot--full">
        {time} <small>{why[lang]}</small>
      </span>
    );
  }
  return (
    <a class="govuk-link mc-slots__slot" href={to}>
      <span class="govuk-visually-hidden">{dayWords(session.day)[lang]}, </span>
      {time} <small>{{ vi: `Còn ${free} chỗ`, en: `${free} left` }[lang]}</small>
    </a>
  );
}

const CHOOSE = text("Chọn ngày và khung giờ.", "Choose a day and a time.");
const CHOOSE_NEW = text(
  "Chọn khung giờ mới. Chỗ cũ chỉ được trả lại khi đã có chỗ mới.",
  "Choose the new time. Your place is given back only once you have the new one.",
);
const NO_SESSION = text(
  "Đơn vị chưa mở lịch hẹn trong những ngày tới. Ông/bà có thể đến lấy số trong giờ làm việc.",
  "The office has no sessions in the coming days. You can come in office hours and take a number.",
);
const STALE = text("Trang đã mở quá lâu. Vui lòng bấm lại.", "The page was open too long. Please press again.");
