import { Hono } from "hono";
import { instantAt } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { readOwn } from "../../../modules/access/index.ts";
import type { Booking } from "../../../modules/desk/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { dayWords, deskUnitOf, failureWords, procedureWords, slotWords } from "../../desk-words.ts";
import { notFound } from "../../errors.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { Button, CodeBlock, ErrorSummary, Form, InsetText, Notice, SummaryList, Table, Tag } from "../../ui/index.ts";
import { visitorOf } from "../guard.ts";
import { csrfBox, portalPage } from "../page.tsx";

const TITLE = text("Lịch hẹn của ông/bà", "Your appointment");
const LIST = text("Lịch hẹn của tôi", "My appointments");
const MINUTES_OF_DAY = 1_440;

/** A booking behind its link: when, where, what for, with the ways to move it and to give it back. */
export function myBookingPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/lich-hen", async (c) => {
    const visitor = visitorOf(c);
    if (visitor instanceof Response) return visitor;
    const lang = c.get("lang");
    const bookings = await deps.desk.bookingsOfAccount(readOwn(deps.db), visitor.account);
    return portalPage(
      deps,
      c,
      { title: LIST, wide: true, crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: LIST }] },
      <>
        <h1 class="govuk-heading-xl">{LIST[lang]}</h1>
        <Table
          lang={lang}
          captionHidden
          caption={LIST}
          empty={text("Ông/bà chưa đặt lịch hẹn nào.", "You have no appointments.")}
          columns={[
            { key: "when", label: text("Ngày giờ", "When") },
            { key: "what", label: text("Thủ tục", "Procedure") },
            { key: "where", label: text("Địa điểm", "Place") },
            { key: "code", label: text("Mã", "Code") },
            { key: "state", label: text("Tình trạng", "State") },
          ]}
          rows={bookings.map((booking) => ({
            cells: {
              when: `${dayWords(booking.day)[lang]}, ${slotWords(booking.minute, booking.slotMinutes)}`,
              what: procedureWords(deps, booking.procedure)[lang],
              where: `${deskUnitOf(deps, booking.unitId).name[lang]}, ${booking.place}`,
              code: booking.code,
              state: <Tag label={stateWords(booking)} tone={booking.endedAs ? "neutral" : "progress"} lang={lang} />,
            },
          }))}
        />
        <p class="govuk-body">{CHANGE_BY_LINK[lang]}</p>
        <Button label={text("Đặt lịch hẹn", "Book")} lang={lang} href={href(c, "/dat-lich")} kind="secondary" />
      </>,
    );
  });

  app.get("/lich-hen/:link", (c) => show(c, null));

  app.post("/lich-hen/:link/huy", async (c) => {
    const link = c.req.param("link");
    const done = await deps.desk.cancel(link);
    if (!done.ok && done.failure.kind === "not-found") throw notFound();
    return done.ok ? c.redirect(href(c, `/lich-hen/${link}`), 303) : show(c, failureWords(done.failure));
  });

  app.get("/lich-hen/:link/doi", async (c) => {
    const lang = c.get("lang");
    const link = c.req.param("link");
    const booking = await deps.desk.booking(link);
    const to = await slotAsked(c, booking);
    if (!booking || !to) throw notFound();
    return portalPage(
      deps,
      c,
      { title: TITLE },
      <>
        <h1 class="govuk-heading-xl">{{ vi: "Đổi lịch hẹn?", en: "Move the appointment?" }[lang]}</h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Đang hẹn", "Now"), value: whenWords(booking)[lang] },
            {
              label: text("Đổi sang", "Moves to"),
              value: `${dayWords(to.session.day)[lang]}, ${slotWords(to.minute, to.session.slotMinutes)}, ${to.session.place}`,
            },
          ]}
        />
        <Form action={href(c, `/lich-hen/${link}/doi?buoi=${to.session.id}&gio=${to.minute}`)}>
          <Button label={text("Đổi lịch", "Move it")} lang={lang} />
        </Form>
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, `/lich-hen/${link}`)}>
            {{ vi: "Giữ lịch cũ", en: "Keep it as it is" }[lang]}
          </a>
        </p>
      </>,
    );
  });

  app.post("/lich-hen/:link/doi", async (c) => {
    const link = c.req.param("link");
    const to = await slotAsked(c, await deps.desk.booking(link));
    if (!to) throw notFound();
    const moved = await deps.desk.move(link, { sessionId: to.session.id, minute: to.minute });
    if (moved.ok) return c.redirect(href(c, `/lich-hen/${moved.value.link}?moi=1`), 303);
    return show(c, failureWords(moved.failure));
  });

  const slotAsked = async (c: Ctx, booking: Booking | null) => {
    const id = c.req.query("buoi") ?? "";
    const minute = wholeNumber(c.req.query("gio"), -1, MINUTES_OF_DAY);
    const session = booking && isId(id) ? await deps.desk.findSession(booking.officeProvince, id) : null;
    return session?.slots.some((slot) => slot.minute === minute) && session.unitId === booking?.unitId
      ? { session, minute }
      : null;
  };

  const show = async (c: Ctx, error: Text | null) => {
    const lang = c.get("lang");
    const link = c.req.param("link") ?? "";
    const booking = await deps.desk.booking(link);
    if (!booking) throw notFound();
    const unit = deskUnitOf(deps, booking.unitId);
    const living = booking.endedAs === null;
    const open = living && instantAt(booking.day, booking.minute) > deps.clock.now();
    const again = `/dat-lich/${unit.id}?thu-tuc=${encodeURIComponent(booking.procedure)}`;
    return portalPage(
      deps,
      c,
      { title: TITLE, hasErrors: error !== null, status: error ? 409 : 200 },
      <>
        <ErrorSummary errors={{}} extra={error ? [error] : []} lang={lang} />
        {c.req.query("moi") && !error && living && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{BOOKED[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        {living && <CodeBlock code={booking.code} label={text("Mã lịch hẹn", "Booking code")} lang={lang} />}
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Tình trạng", "State"), value: stateWords(booking)[lang] },
            { label: text("Thủ tục", "Procedure"), value: procedureWords(deps, booking.procedure)[lang] },
            { label: text("Ngày giờ", "When"), value: whenWords(booking)[lang] },
            { label: text("Đơn vị", "Office"), value: unit.name[lang] },
            { label: text("Địa điểm", "Place"), value: booking.place },
            ...(booking.endedAs === "called-off"
              ? [{ label: text("Lý do", "Reason"), value: booking.endedReason ?? "" }]
              : []),
          ]}
        />
        {open && (
          <>
            <InsetText>{ON_THE_DAY[lang]}</InsetText>
            <div class="mc-row mc-no-print">
              <Button
                label={text("Đổi giờ", "Move it")}
                lang={lang}
                kind="secondary"
                href={href(c, `${again}&doi=${encodeURIComponent(link)}`)}
              />
              <Form action={href(c, `/lich-hen/${link}/huy`)} csrf={csrfBox(null)}>
                <Button label={text("Hủy lịch hẹn", "Cancel it")} lang={lang} kind="warning" />
              </Form>
            </div>
          </>
        )}
        {!living && booking.endedAs !== "arrived" && (
          <Button label={text("Đặt lịch khác", "Book another")} lang={lang} href={href(c, again)} />
        )}
      </>,
    );
  };

  return app;
}

const whenWords = ({ day, minute, slotMinutes }: Booking): Text => {
  const slot = slotWords(minute, slotMinutes);
  return text(`${dayWords(day).vi}, ${slot}`, `${dayWords(day).en}, ${slot}`);
};
const stateWords = ({ endedAs }: Booking): Text => (endedAs === null ? text("Đã đặt", "Booked") : ENDS[endedAs]);
const ENDS: Readonly<Record<NonNullable<Booking["endedAs"]>, Text>> = {
  moved: text("Đã đổi sang giờ khác", "Moved to another time"),
  cancelled: text("Đã hủy", "Cancelled"),
  arrived: text("Đã đến", "Arrived"),
  "called-off": text("Đơn vị hoãn buổi tiếp", "Called off by the office"),
};
const BOOKED = text(
  "Đã đặt lịch. Hãy lưu lại trang này hoặc ghi mã lịch hẹn.",
  "Booked. Keep this page, or write down the code.",
);
const ON_THE_DAY = text(
  "Đến nơi, ông/bà đọc mã này cho cán bộ hoặc nhập tại ki-ốt để nhận số. Từ giờ hẹn, số này được gọi trước hàng thường; đến trễ quá 15 phút sau khung giờ thì chờ như người không hẹn.",
  "When you come, tell the officer this code or type it at the kiosk to get your number. From your time on it goes ahead of the ordinary line; more than 15 minutes after the slot you wait like others.",
);
const CHANGE_BY_LINK = text(
  "Để đổi hoặc hủy, mở đường dẫn đã nhận khi đặt, hoặc báo mã cho đơn vị.",
  "To move or cancel, open the link you got when you booked, or tell the office the code.",
);
