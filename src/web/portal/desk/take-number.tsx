import { Hono } from "hono";
import { isPriorityClass, PRIORITY_CLASSES } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { parsePartialDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { searchKey } from "../../../kernel/vietnamese.ts";
import { checkCsrf } from "../../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { deskUnitOf, failureWords } from "../../desk-words.ts";
import { readForm, searchTyped } from "../../forms.ts";
import { Button, Cards, ErrorSummary, Form, Input, InsetText, Notice, Radios, SearchBox } from "../../ui/index.ts";
import { visitorOf } from "../guard.ts";
import { citizenSession, csrfBox, portalPage } from "../page.tsx";

const TITLE = text("Lấy số thứ tự", "Take a number");
const NONE = "-";
const MOST = 40;
type Errors = Readonly<Record<string, Text>>;

/** Drawing a number: at a kiosk by anybody, on a phone by who is signed in, one at a time. */
export function takeNumberPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/quay", async (c) => {
    const lang = c.get("lang");
    const typed = searchTyped(c, "q", 100);
    const offices = (await deps.desk.queueOffices())
      .flatMap((id) => deps.catalogue.findUnit(id) ?? [])
      .filter(({ name }) => searchKey(name.vi).includes(searchKey(typed)));
    return portalPage(
      deps,
      c,
      { title: TITLE, crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: TITLE }] },
      <>
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        <p class="govuk-body-l">{{ vi: "Ông/bà đang ở đơn vị nào?", en: "At which office are you?" }[lang]}</p>
        <SearchBox
          action={href(c, "/quay")}
          label={text("Tên đơn vị", "Office")}
          hint={text("Có thể gõ không dấu.", "Accents may be left out.")}
          value={typed}
          lang={lang}
        />
        {offices.length === 0 && <InsetText>{NO_OFFICE[lang]}</InsetText>}
        <Cards
          lang={lang}
          level={2}
          wide
          cards={offices.slice(0, MOST).map(({ id, name }) => ({ title: name, href: href(c, `/quay/${id}`) }))}
        />
      </>,
    );
  });

  app.get("/quay/:unit", (c) => show(c, c.req.param("unit"), {}, {}, 200));

  app.post("/quay/:unit", async (c) => {
    const unit = deskUnitOf(deps, c.req.param("unit"));
    const raw = await readForm(c);
    const session = citizenSession(c);
    if (!c.get("kiosk") && !session) {
      const gone = visitorOf(c);
      if (gone instanceof Response) return gone;
    }
    if (session && !checkCsrf(session, raw._csrf)) return show(c, unit.id, raw, { viec: STALE }, 403);
    const typed = boxText(raw, "sinh").trim();
    const birth = typed === "" ? null : parsePartialDate(typed);
    if (typed !== "" && birth === null) return show(c, unit.id, raw, { sinh: BIRTH }, 422);
    const named = boxText(raw, "uu-tien");
    const known = session?.number ? await deps.desk.birthOf(session.number) : null;
    const issued = await deps.desk.issue(
      unit,
      {
        service: boxText(raw, "viec"),
        channel: c.get("kiosk") ? "kiosk" : "phone",
        birth: known ?? birth,
        declared: isPriorityClass(named) ? named : null,
        confirmed: false,
        account: c.get("kiosk") ? null : (session?.account ?? null),
      },
      session?.account ?? null,
    );
    if (issued.ok) return c.redirect(href(c, `/quay/so/${issued.value.link}?moi=1`), 303);
    return show(
      c,
      unit.id,
      raw,
      { viec: failureWords(issued.failure) },
      issued.failure.kind === "has-number" ? 409 : 422,
    );
  });

  // At the kiosk a booking becomes a number by its code.
  app.post("/quay/:unit/den-hen", async (c) => {
    const unit = deskUnitOf(deps, c.req.param("unit"));
    const raw = await readForm(c);
    if (!c.get("kiosk")) return c.redirect(href(c, `/quay/${unit.id}`), 303);
    const code = boxText(raw, "ma").trim().toUpperCase().slice(0, 20);
    const arrived = await deps.desk.checkInByCode(unit, code);
    if (!arrived.ok) return show(c, unit.id, raw, { ma: failureWords(arrived.failure) }, 422);
    const { ticket } = arrived.value;
    return c.redirect(href(c, ticket ? `/quay/so/${ticket.link}?moi=1` : `/quay/${unit.id}?da-den=1`), 303);
  });

  const show = async (c: Ctx, id: string, raw: Raw, errors: Errors, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const unit = deskUnitOf(deps, id);
    const session = citizenSession(c);
    const kiosk = c.get("kiosk");
    const services = await deps.desk.servicesToday(unit);
    const held = session && !kiosk ? await deps.desk.heldBy(unit, session.account) : null;
    return portalPage(
      deps,
      c,
      {
        title: TITLE,
        status,
        hasErrors: Object.keys(errors).length > 0,
        crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, kiosk ? "/kiosk" : "/") }, { label: TITLE }],
      },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {c.req.query("da-den") && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{ARRIVED[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        <p class="govuk-body-l">{unit.name[lang]}</p>
        {held && (
          <InsetText>
            {{ vi: "Ông/bà đang giữ số ", en: "You hold number " }[lang]}
            <strong>{held}</strong>.
          </InsetText>
        )}
        {services.length === 0 ? (
          <p class="govuk-body">{NO_QUEUE[lang]}</p>
        ) : kiosk || session ? (
          <Form action={href(c, `/quay/${unit.id}`)} csrf={csrfBox(session)}>
            <Radios
              name="viec"
              label={text("Ông/bà cần làm việc gì?", "What have you come for?")}
              lang={lang}
              error={errors.viec}
              options={services.map(({ key, title }) => ({ value: key, label: title }))}
              value={boxText(raw, "viec")}
            />
            <Radios
              name="uu-tien"
              label={text("Ông/bà thuộc diện được gọi trước?", "Do you go ahead?")}
              hint={text(
                "Cán bộ xác nhận rồi mới được gọi trước. Ưu tiên không làm thay đổi thời hạn giải quyết hồ sơ.",
                "An officer confirms it first. It changes no time limit of a dossier.",
              )}
              lang={lang}
              options={[
                { value: NONE, label: text("Không", "No") },
                ...deps.desk.declarable().map((key) => ({ value: key, label: PRIORITY_CLASSES[key] })),
              ]}
              value={boxText(raw, "uu-tien") || NONE}
            />
            <Input
              name="sinh"
              label={text("Ngày sinh hoặc năm sinh", "Date or year of birth")}
              hint={text(
                "Chỉ cần khi từ 60 tuổi trở lên hoặc là trẻ em, để được gọi trước. Không lưu lại. Ví dụ: 1955",
                "Only if you are 60 or over or a child, to go ahead. It is not kept. For example: 1955",
              )}
              lang={lang}
              optional
              width={10}
              error={errors.sinh}
              value={boxText(raw, "sinh")}
              autocomplete="off"
            />
            <Button label={text("Lấy số", "Take a number")} lang={lang} />
          </Form>
        ) : (
          <>
            <p class="govuk-body">{SIGN_IN_FIRST[lang]}</p>
            <Button
              label={text("Đăng nhập để lấy số", "Sign in to take a number")}
              lang={lang}
              href={href(c, `/dang-nhap?ve=${encodeURIComponent(href(c, `/quay/${unit.id}`))}`)}
            />
          </>
        )}
        {kiosk && (
          <section>
            <h2 class="govuk-heading-m">{{ vi: "Đã đặt lịch hẹn?", en: "Have you booked?" }[lang]}</h2>
            <Form action={href(c, `/quay/${unit.id}/den-hen`)}>
              <Input
                name="ma"
                label={text("Mã lịch hẹn", "Booking code")}
                hint={text("6 ký tự, ví dụ H7K2P9", "6 characters, such as H7K2P9")}
                lang={lang}
                width={10}
                capitals
                error={errors.ma}
                value={boxText(raw, "ma")}
                autocomplete="off"
              />
              <Button label={text("Báo đã đến", "I have arrived")} lang={lang} kind="secondary" />
            </Form>
          </section>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, `/quay/${unit.id}/man-hinh`)}>
            {{ vi: "Xem số đang gọi", en: "See the numbers being called" }[lang]}
          </a>
        </p>
      </>,
    );
  };

  return app;
}

const STALE = text("Trang đã mở quá lâu. Vui lòng bấm lại.", "The page was open too long. Please press again.");
const BIRTH = text(
  "Hãy ghi năm hoặc ngày sinh, ví dụ 1955 hoặc 12/03/1955.",
  "Enter a year or a date, such as 1955 or 12/03/1955.",
);
const NO_QUEUE = text(
  "Đơn vị chưa cấp số thứ tự trên hệ thống này. Vui lòng hỏi trực tiếp tại Bộ phận Một cửa.",
  "This office gives no numbers here yet. Please ask at its desk.",
);
const NO_OFFICE = text(
  "Không có đơn vị nào như vậy cấp số trên hệ thống này. Vui lòng hỏi trực tiếp tại Bộ phận Một cửa.",
  "No such office gives numbers here. Please ask at its desk.",
);
const SIGN_IN_FIRST = text(
  "Trên điện thoại của mình, ông/bà đăng nhập để lấy số; mỗi người giữ một số. Tại Bộ phận Một cửa có ki-ốt và cán bộ cấp số, không cần đăng nhập.",
  "On your own phone, sign in to take a number; each person holds one. At the office a kiosk and the officers give numbers without signing in.",
);
const ARRIVED = text(
  "Đã ghi nhận ông/bà có mặt. Tổ lưu động sẽ mời theo danh sách.",
  "Your arrival is noted. The mobile team calls by its list.",
);
