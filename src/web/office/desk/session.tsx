import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { readLogged } from "../../../modules/access/index.ts";
import { mayKeep, type SessionWithSlots } from "../../../modules/desk/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { dayWords, failureWords, KINDS, minuteWords, procedureWords } from "../../desk-words.ts";
import { notFound } from "../../errors.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { ErrorSummary, Notice, SummaryList } from "../../ui/index.ts";
import { whoOf } from "../guard.ts";
import { officePage } from "../page.tsx";
import { type AtDesk, atDesk, postedAtDesk } from "./keeper.ts";
import { BookForm, BookingTable, KeepForms, type Shown } from "./session-parts.tsx";
import { SESSIONS_PATH, SESSIONS_TITLE } from "./sessions.tsx";

const PERSON_NUMBER = /^\d{12}$/;

/** One session: who has booked, who has come, and what the office may change. Names are read with an entry in the log. */
export function sessionPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { desk } = deps;

  app.get("/lich-hen/:id", (c) => {
    const at = atDesk(deps, c);
    return at instanceof Response ? at : show(c, at, { raw: {}, errors: {}, note: null }, 200);
  });

  /** Every form of the page: done, a sentence says so; refused, why. */
  app.post("/lich-hen/:id/:what", async (c) => {
    const posted = await postedAtDesk(deps, c, href(c, `${SESSIONS_PATH}/${c.req.param("id")}`));
    if (posted instanceof Response) return posted;
    const session = await sessionOf(c, posted);
    const { raw, stale } = posted;
    if (stale) return show(c, posted, { raw, errors: { viec: STALE }, note: null }, 403);
    const work = DEEDS[c.req.param("what")];
    if (!work) throw notFound();
    const done = await work(posted, session, raw);
    return "note" in done
      ? show(c, posted, { raw: {}, errors: {}, note: done.note }, 200)
      : show(c, posted, { raw, errors: { [done.box]: done.error }, note: null }, 409);
  });

  type Deed = (
    at: AtDesk,
    session: SessionWithSlots,
    raw: Raw,
  ) => Promise<{ readonly note: Text } | { readonly error: Text; readonly box: string }>;
  const DEEDS: Readonly<Record<string, Deed>> = {
    async den({ unit, by }, _session, raw) {
      const done = await desk.checkIn(unit, idIn(raw), by.account);
      if (!done.ok) return { box: "viec", error: failureWords(done.failure) };
      const number = done.value.ticket?.number;
      return {
        note: number
          ? text(`Đã cấp số ${number}.`, `Number ${number} was given.`)
          : text("Đã ghi nhận có mặt.", "The arrival is noted."),
      };
    },
    async huy({ by }, _session, raw) {
      const done = await desk.cancelAtDesk(by, idIn(raw));
      if (!done.ok) return { box: "viec", error: failureWords(done.failure) };
      return { note: text("Đã hủy lịch hẹn, chỗ trống trở lại.", "Cancelled; the place is free again.") };
    },
    async "suc-chua"({ by }, session, raw) {
      const minute = wholeNumber(boxText(raw, "luot"), -1, 1_440);
      const done = await desk.changeCapacity(by, session.id, minute, wholeNumber(boxText(raw, "nguoi"), -1, 100_000));
      if (!done.ok) return { box: "nguoi", error: failureWords(done.failure) };
      return { note: text("Đã đổi sức chứa.", "The capacity was changed.") };
    },
    async "ket-thuc"({ by }, session, raw) {
      const done = await desk.endSession(by, session.id, boxText(raw, "ly-do"));
      if (!done.ok) return { box: "ly-do", error: failureWords(done.failure) };
      const { calledOff } = done.value;
      return {
        note: text(
          `Đã kết thúc buổi. ${calledOff} người đã đặt cần được báo theo số điện thoại dưới đây.`,
          `The session has ended. ${calledOff} people have to be told; their telephone numbers stand below.`,
        ),
      };
    },
    async "dat-ho"(_at, session, raw) {
      const number = boxText(raw, "so-dinh-danh").trim();
      const booked = await desk.book({
        officeProvince: session.officeProvince,
        sessionId: session.id,
        minute: wholeNumber(boxText(raw, "gio"), -1, 1_440),
        procedure: boxText(raw, "thu-tuc"),
        booker: {
          name: boxText(raw, "ho-ten"),
          phone: boxText(raw, "dien-thoai"),
          account: null,
          number: PERSON_NUMBER.test(number) ? number : null,
        },
        via: "desk",
      });
      if (!booked.ok) return { box: BOX_OF[booked.failure.kind] ?? "gio", error: failureWords(booked.failure) };
      const { code } = booked.value;
      return { note: text(`Đã đặt. Mã lịch hẹn: ${code}`, `Booked. The code is ${code}`) };
    },
  };

  const sessionOf = async (c: Ctx, { unit }: AtDesk): Promise<SessionWithSlots> => {
    const id = c.req.param("id") ?? "";
    const session = isId(id) ? await desk.findSession(unit.provinceCode, id) : null;
    if (session?.unitId !== unit.id) throw notFound();
    return session;
  };

  const show = async (c: Ctx, at: AtDesk, shown: Shown, status: 200 | 403 | 409) => {
    const lang = c.get("lang");
    const { officer, by } = at;
    const session = await sessionOf(c, at);
    const who = whoOf(officer);
    const bookings = await readLogged(deps.db, deps.clock.now(), who, { purpose: "appointment" }, async (reading) => {
      const found = await desk.bookingsOfSession(reading, session.officeProvince, session.id);
      for (const { personNumber } of found)
        reading.note({ subjectNumber: personNumber, dossierCode: null, fields: ["name", "contact"] });
      return found;
    });
    const { errors, note } = shown;
    // What concerns no box of the page stands in the summary alone.
    const { viec, ...boxes } = errors;
    const title = `${dayWords(session.day)[lang]}, ${minuteWords(session.fromMinute)}–${minuteWords(session.untilMinute)}`;
    const keeps = mayKeep(by.roles) && session.endedAt === null;
    return officePage(
      deps,
      c,
      officer,
      {
        title,
        status,
        path: href(c, `${SESSIONS_PATH}/${session.id}`),
        hasErrors: Object.keys(errors).length > 0,
        crumbs: [{ label: SESSIONS_TITLE, href: href(c, SESSIONS_PATH) }, { label: title }],
      },
      <>
        <ErrorSummary errors={boxes} extra={viec ? [viec] : []} lang={lang} />
        {note && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{note[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Loại", "Kind"), value: KINDS[session.kind][lang] },
            { label: text("Địa điểm", "Place"), value: session.place },
            {
              label: text("Thủ tục", "Procedures"),
              value: session.procedures.map((key) => procedureWords(deps, key)[lang]).join("; "),
            },
            ...(session.endedAt ? [{ label: text("Đã kết thúc", "Ended"), value: session.endedReason ?? "" }] : []),
          ]}
        />
        <BookingTable c={c} deps={deps} at={at} session={session} bookings={bookings} />
        {session.endedAt === null && <BookForm c={c} deps={deps} at={at} session={session} shown={shown} />}
        {keeps && <KeepForms c={c} at={at} session={session} shown={shown} />}
      </>,
    );
  };

  return app;
}

const BOX_OF: Readonly<Record<string, string>> = { name: "ho-ten", phone: "dien-thoai", procedure: "thu-tuc" };
const idIn = (raw: Raw): string => {
  const id = boxText(raw, "lich");
  return isId(id) ? id : "00000000-0000-0000-0000-000000000000";
};
const STALE = text("Trang đã mở quá lâu. Vui lòng làm lại.", "The page was open too long. Please try again.");
