import { PRIORITY_CLASSES } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { showTime } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type Counter, type DeskUnit, laneOf, type Service, type Ticket } from "../../../modules/desk/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { STATES, serviceWords } from "../../desk-words.ts";
import { Button, Details, Form, type HiddenValue, Input, Select, Shortcut, Table, Tag } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";

const PATH = "/office/hang-cho";
const MINUTE_MS = 60_000;
type Shared = { readonly c: Ctx; readonly csrf: HiddenValue | undefined };
type Typed = { readonly raw: Raw; readonly errors: Readonly<Record<string, Text>> };

/** Which number the page shows: a second press, or a page grown old, does nothing to another one. */
export const Before = ({ ticket }: { ticket: Ticket | null }) => (
  <input type="hidden" name="truoc" value={ticket?.id ?? ""} />
);

/** The number at the counter with what can be done, and the one big button. */
export function CurrentTicket(
  props: Shared &
    Typed & {
      deps: WebDeps;
      unit: DeskUnit;
      ticket: Ticket | null;
      others: readonly Counter[];
    },
) {
  const { c, deps, unit, ticket, others, raw, errors, csrf } = props;
  const lang = c.get("lang");
  return (
    <section class="mc-counter" aria-labelledby="dang-goi">
      <h2 class="govuk-heading-m" id="dang-goi">
        {ticket ? STATES[ticket.state][lang] : { vi: "Chưa gọi ai", en: "Nobody called" }[lang]}
      </h2>
      {ticket && (
        <>
          <p class="mc-counter__number">{ticket.number}</p>
          <p class="govuk-body mc-counter__facts">
            {serviceWords(deps, unit, ticket.service)[lang]}
            {ticket.priority && ` · ${PRIORITY_CLASSES[ticket.priority][lang]}`}
            {` · ${{ vi: "lấy số lúc", en: "taken at" }[lang]} ${showTime(ticket.issuedAt)}`}
            {ticket.calls > 1 && ` · ${{ vi: `đã gọi ${ticket.calls} lần`, en: `called ${ticket.calls} times` }[lang]}`}
            {ticket.dossierCode && (
              <>
                {" · "}
                <a class="govuk-link" href={href(c, `/office/ho-so/${ticket.dossierCode}`)}>
                  {ticket.dossierCode}
                </a>
              </>
            )}
          </p>
        </>
      )}
      <div class="mc-call">
        <Form action={href(c, `${PATH}/goi`)} csrf={csrf}>
          <Before ticket={ticket} />
          <Button
            label={
              ticket
                ? text("Xong, gọi số tiếp theo", "Done, call the next number")
                : text("Gọi số tiếp theo", "Call the next number")
            }
            lang={lang}
            accesskey="g"
          />
        </Form>
        <p class="govuk-body">
          <Shortcut
            keys={["Alt", "G"]}
            does={text(
              "(Firefox: Alt + Shift + G) gọi số tiếp theo",
              "(Firefox: Alt + Shift + G) calls the next number",
            )}
            lang={lang}
          />
        </p>
      </div>
      {ticket && (
        <>
          <Form action={href(c, `${PATH}/viec`)} csrf={csrf}>
            <Before ticket={ticket} />
            <div class="mc-counter__acts">
              {ticket.state === "called" && (
                <>
                  <Act value="phuc-vu" label={text("Bắt đầu phục vụ", "Begin serving")} lang={lang} />
                  <Act value="goi-lai" label={text("Gọi lại", "Call again")} lang={lang} />
                  <Act value="vang-mat" label={text("Không có mặt", "Did not come")} lang={lang} />
                </>
              )}
              <Act value="xong" label={text("Xong, nghỉ gọi", "Done, call nobody yet")} lang={lang} />
            </div>
          </Form>
          <Details
            summary={text("Gắn hồ sơ, chuyển quầy", "Dossier, other counter")}
            lang={lang}
            open={Boolean(errors["ho-so"] ?? errors["den-quay"])}
          >
            <Form action={href(c, `${PATH}/ho-so`)} csrf={csrf}>
              <Before ticket={ticket} />
              <Input
                name="ho-so"
                label={text("Mã hồ sơ", "Dossier code")}
                lang={lang}
                error={errors["ho-so"]}
                value={boxText(raw, "ho-so") || (ticket.dossierCode ?? "")}
                autocomplete="off"
              />
              <Button label={text("Gắn hồ sơ", "Link")} lang={lang} kind="secondary" />
            </Form>
            {others.length > 0 && (
              <Form action={href(c, `${PATH}/chuyen`)} csrf={csrf}>
                <Before ticket={ticket} />
                <Select
                  name="den-quay"
                  label={text("Chuyển đến quầy", "Send on to counter")}
                  lang={lang}
                  error={errors["den-quay"]}
                  options={others.map(({ id, number, openedByName }) => ({
                    value: id,
                    label: text(
                      `Quầy ${number}${openedByName ? `, ${openedByName}` : " (đang đóng)"}`,
                      `Counter ${number}${openedByName ? `, ${openedByName}` : " (closed)"}`,
                    ),
                  }))}
                />
                <Button label={text("Chuyển", "Send on")} lang={lang} kind="secondary" />
              </Form>
            )}
          </Details>
        </>
      )}
    </section>
  );
}

const Act = ({ value, label, lang }: { value: string; label: Text; lang: "vi" | "en" }) => (
  <Button name="viec" value={value} label={label} lang={lang} kind="secondary" />
);

/** Counters nobody sits at, each to be opened with one press. */
export function OpenCounters({ c, csrf, counters }: Shared & { counters: readonly Counter[] }) {
  const lang = c.get("lang");
  const free = counters.filter(({ openedBy }) => openedBy === null);
  return (
    <section class="mc-counter" aria-labelledby="mo-quay">
      <h2 class="govuk-heading-m" id="mo-quay">
        {{ vi: "Mở quầy để gọi số", en: "Open a counter to call numbers" }[lang]}
      </h2>
      {free.length === 0 && (
        <p class="mc-counter__none">
          {
            {
              vi: "Không còn quầy trống. Lập quầy ở trang Các quầy.",
              en: "No counter is free. Set one up at Counters.",
            }[lang]
          }
        </p>
      )}
      <Form action={href(c, `${PATH}/mo`)} csrf={csrf}>
        <div class="mc-counter__acts">
          {free.map(({ id, number }) => (
            <Button
              name="quay"
              value={id}
              label={text(`Mở quầy ${number}`, `Open counter ${number}`)}
              lang={lang}
              kind="secondary"
            />
          ))}
        </div>
      </Form>
    </section>
  );
}

/** Who waits, in the order of coming; those whom this counter may call, or everybody. */
export function WaitingTable(
  props: Shared & {
    deps: WebDeps;
    unit: DeskUnit;
    waiting: readonly Ticket[];
    own: Counter | null;
    counters: readonly Counter[];
  },
) {
  const { c, deps, unit, own, counters, csrf } = props;
  const lang = c.get("lang");
  const now = deps.clock.now();
  const mine = props.waiting.filter(
    ({ service, counterId }) => !own || counterId === own.id || (counterId === null && own.services.includes(service)),
  );
  const caption = text(`Đang chờ: ${mine.length} người`, `Waiting: ${mine.length}`);
  return (
    <Wide label={caption} lang={lang}>
      <Table
        dense
        caption={caption}
        lang={lang}
        empty={text("Không còn ai chờ.", "Nobody waits.")}
        columns={[
          { key: "number", label: text("Số", "Number") },
          { key: "service", label: text("Việc", "Matter") },
          { key: "waited", label: text("Đã chờ", "Waited"), figures: true },
          { key: "ahead", label: text("Gọi trước", "Goes ahead") },
        ]}
        rows={mine.slice(0, MOST_SHOWN).map((ticket) => ({
          cells: {
            number: ticket.number,
            service: serviceWords(deps, unit, ticket.service)[lang],
            waited: { vi: `${minutesSince(ticket, now)} phút`, en: `${minutesSince(ticket, now)} min` }[lang],
            ahead: ticket.declared ? (
              <Form action={href(c, `${PATH}/uu-tien`)} csrf={csrf}>
                <input type="hidden" name="so" value={ticket.id} />
                <span>{PRIORITY_CLASSES[ticket.declared][lang]}? </span>
                <Button
                  small
                  name="uu-tien"
                  value="co"
                  label={text("Xác nhận", "Confirm")}
                  about={ticket.number}
                  lang={lang}
                  kind="secondary"
                />{" "}
                <Button
                  small
                  name="uu-tien"
                  value="khong"
                  label={text("Không", "No")}
                  about={ticket.number}
                  lang={lang}
                  kind="secondary"
                />
              </Form>
            ) : (
              <WhyAhead ticket={ticket} now={now} counters={counters} lang={lang} />
            ),
          },
        }))}
      />
    </Wide>
  );
}
const MOST_SHOWN = 60;
const minutesSince = ({ issuedAt }: Ticket, now: number): number =>
  Math.max(0, Math.floor((now - issuedAt) / MINUTE_MS));

function WhyAhead(props: { ticket: Ticket; now: number; counters: readonly Counter[]; lang: "vi" | "en" }) {
  const { ticket, now, counters, lang } = props;
  if (ticket.priority) return <Tag label={PRIORITY_CLASSES[ticket.priority]} tone="attention" lang={lang} />;
  if (ticket.counterId) {
    const number = counters.find(({ id }) => id === ticket.counterId)?.number ?? "";
    return (
      <Tag label={text(`Chuyển đến quầy ${number}`, `Sent on to counter ${number}`)} tone="progress" lang={lang} />
    );
  }
  if (ticket.aheadFrom === null) return <span class="mc-muted">–</span>;
  const at = showTime(ticket.aheadFrom);
  const come = laneOf(ticket, now) === "ahead";
  return <Tag label={text(`Hẹn ${at}`, `Booked ${at}`)} tone={come ? "progress" : "neutral"} lang={lang} />;
}

/** A number for somebody who stands before the officer. */
export function IssueForm(props: Shared & Typed & { deps: WebDeps; services: readonly Service[] }) {
  const { c, deps, services, raw, errors, csrf } = props;
  const lang = c.get("lang");
  return (
    <section class="mc-card" aria-labelledby="cap-so">
      <h2 class="govuk-heading-m" id="cap-so">
        {{ vi: "Cấp số tại quầy", en: "Give a number" }[lang]}
      </h2>
      <Form action={href(c, `${PATH}/cap-so`)} csrf={csrf}>
        <Select
          name="viec-moi"
          label={text("Việc", "Matter")}
          lang={lang}
          error={errors["viec-moi"]}
          options={services.map(({ key, title }) => ({ value: key, label: title }))}
          value={boxText(raw, "viec-moi")}
        />
        <Select
          name="dien"
          label={text("Diện được gọi trước", "Goes ahead as")}
          lang={lang}
          optional
          empty={text("Không", "No")}
          options={deps.desk.declarable().map((key) => ({ value: key, label: PRIORITY_CLASSES[key] }))}
          value={boxText(raw, "dien")}
        />
        <Input
          name="sinh"
          label={text("Năm sinh", "Year of birth")}
          hint={text("Chỉ khi từ 60 tuổi hoặc trẻ em; không lưu.", "Only for 60 or over and children; not kept.")}
          lang={lang}
          optional
          width={10}
          value={boxText(raw, "sinh")}
          autocomplete="off"
        />
        <Button label={text("Cấp số", "Give")} lang={lang} kind="secondary" />
      </Form>
    </section>
  );
}
