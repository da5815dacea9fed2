import { Hono } from "hono";
import { PRIORITY_CLASSES } from "../../../../law/index.ts";
import { showTime } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { TicketView } from "../../../modules/desk/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { deskUnitOf, STATES, serviceWords } from "../../desk-words.ts";
import { notFound } from "../../errors.ts";
import { Button, Form, InsetText, Notice, QrFigure, SummaryList, TicketSlip } from "../../ui/index.ts";
import { portalPage } from "../page.tsx";

const TITLE = text("Số thứ tự của ông/bà", "Your number");
const REFRESH_SECONDS = 15;

/** A number on its holder's phone, behind a link nobody can guess: how many are before them, and how long it may take. */
export function ticketPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/quay/so/:link", async (c) => show(c, c.req.param("link")));

  app.post("/quay/so/:link/tra-so", async (c) => {
    const link = c.req.param("link");
    await deps.desk.leave(link);
    return c.redirect(href(c, `/quay/so/${link}`), 303);
  });

  const show = async (c: Ctx, link: string) => {
    const lang = c.get("lang");
    const ticket = await deps.desk.ticket(link);
    if (!ticket) throw notFound();
    const unit = deskUnitOf(deps, ticket.unitId);
    const waiting = ticket.state === "waiting";
    return portalPage(
      deps,
      c,
      { title: TITLE, ...(waiting || ticket.state === "called" ? { refreshSeconds: REFRESH_SECONDS } : {}) },
      <>
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <TicketSlip label={unit.name} number={ticket.number} state={stateWords(ticket)} lang={lang}>
          {waiting && (
            <QrFigure
              value={`${deps.settings.publicUrl}${href(c, `/quay/so/${link}`)}`}
              alt={text("Mã QR mở trang này trên điện thoại", "QR code that opens this page on a phone")}
              caption={
                { vi: "Quét để theo dõi trên điện thoại của mình.", en: "Scan it to follow on your own phone." }[lang]
              }
              lang={lang}
            />
          )}
        </TicketSlip>
        <div data-live={waiting || ticket.state === "called" ? String(REFRESH_SECONDS) : undefined}>
          <div data-live-part="facts">
            {ticket.declared && (
              <Notice lang={lang}>
                <p class="govuk-body">
                  {DECLARED[lang]} <strong>{PRIORITY_CLASSES[ticket.declared][lang]}</strong>.
                </p>
              </Notice>
            )}
            <SummaryList
              lang={lang}
              rows={[
                { label: text("Việc", "Matter"), value: serviceWords(deps, unit, ticket.service)[lang] },
                { label: text("Lấy số lúc", "Taken at"), value: showTime(ticket.issuedAt) },
                ...(ticket.priority
                  ? [{ label: text("Được gọi trước", "Goes ahead"), value: PRIORITY_CLASSES[ticket.priority][lang] }]
                  : []),
                ...(waiting
                  ? [
                      { label: text("Số người trước ông/bà", "People before you"), value: String(ticket.before) },
                      { label: text("Chờ khoảng", "Wait of about"), value: waitWords(ticket)[lang] },
                    ]
                  : []),
              ]}
            />
          </div>
        </div>
        {waiting && (
          <>
            <InsetText>{HONEST[lang]}</InsetText>
            <div class="mc-row mc-no-print">
              <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>
                {{ vi: "In số", en: "Print the slip" }[lang]}
              </button>
              <Form action={href(c, `/quay/so/${link}/tra-so`)}>
                <Button label={text("Trả số, không chờ nữa", "Give the number back")} lang={lang} kind="secondary" />
              </Form>
            </div>
          </>
        )}
        {c.get("kiosk") && (
          <Button
            label={text("Xong, nhường người tiếp theo", "Done, next person")}
            lang={lang}
            kind="secondary"
            href={href(c, `/quay/${unit.id}`)}
          />
        )}
        <p class="govuk-body mc-no-print">
          <a class="govuk-link" href={href(c, `/quay/${unit.id}/man-hinh`)}>
            {{ vi: "Xem số đang gọi", en: "See the numbers being called" }[lang]}
          </a>
        </p>
      </>,
    );
  };

  return app;
}

function stateWords({ state, counter }: TicketView): Text {
  if ((state === "called" || state === "serving") && counter !== null)
    return text(`Mời ông/bà đến quầy ${counter}`, `Please come to counter ${counter}`);
  return STATES[state];
}

function waitWords({ estimate, openCounters }: TicketView): Text {
  if (openCounters === 0) return text("Hiện chưa có quầy nào mở", "No counter is open now");
  if (!estimate) return text("Chưa đủ số liệu để ước tính", "Too little is known to say");
  const { fromMinutes, untilMinutes } = estimate;
  return fromMinutes === 0
    ? text(`Dưới ${untilMinutes} phút`, `Less than ${untilMinutes} minutes`)
    : text(`${fromMinutes}–${untilMinutes} phút`, `${fromMinutes}–${untilMinutes} minutes`);
}

const DECLARED = text(
  "Ông/bà đã khai diện ưu tiên, chờ cán bộ xác nhận:",
  "You named a class that goes ahead; an officer will confirm it:",
);
const HONEST = text(
  "Thời gian chờ tính từ tốc độ phục vụ gần đây và có thể thay đổi: người được ưu tiên và người hẹn trước có thể đến sau nhưng được gọi trước. Gọi không có mặt, số sẽ hết hiệu lực.",
  "The wait follows from how fast people were served lately, and may change: those who go ahead or have booked may come later and be called first. A number whose holder does not come when called is over.",
);
