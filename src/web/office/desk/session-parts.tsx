import { boxText, type Raw } from "../../../engine/form/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { BookingOfPerson, SessionWithSlots } from "../../../modules/desk/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { procedureWords, slotWords } from "../../desk-words.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, Details, Form, Input, Radios, Select, Table, Tag } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { AtDesk } from "./keeper.ts";
import { SESSIONS_PATH } from "./sessions.tsx";

/** What a form of the page was sent with, what is wrong with it, and what was done. */
export type Shown = {
  readonly raw: Raw;
  readonly errors: Readonly<Record<string, Text>>;
  readonly note: Text | null;
};
type Part = { c: Ctx; at: AtDesk; session: SessionWithSlots };

/** Who has booked, by slot: arrived and cancelled with one press. */
export function BookingTable(props: Part & { deps: WebDeps; bookings: readonly BookingOfPerson[] }) {
  const { c, deps, at, session, bookings } = props;
  const lang = c.get("lang");
  const csrf = csrfBox(at.officer);
  const isToday = session.day === dayOfInstant(deps.clock.now());
  const action = (what: string) => href(c, `${SESSIONS_PATH}/${session.id}/${what}`);
  const caption = text("Người đã đặt", "Bookings");
  return (
    <Wide label={caption} lang={lang}>
      <Table
        dense
        caption={caption}
        lang={lang}
        empty={text("Chưa có ai đặt.", "Nobody has booked yet.")}
        columns={[
          { key: "time", label: text("Giờ", "Time") },
          { key: "name", label: text("Họ tên", "Name") },
          { key: "phone", label: text("Điện thoại", "Telephone") },
          { key: "what", label: text("Thủ tục", "Procedure") },
          { key: "code", label: text("Mã", "Code") },
          { key: "state", label: text("Tình trạng", "State") },
        ]}
        rows={bookings.map((booking) => ({
          cells: {
            time: slotWords(booking.minute, booking.slotMinutes),
            name: booking.name || "–",
            phone: booking.phone || "–",
            what: procedureWords(deps, booking.procedure)[lang],
            code: booking.code,
            state: booking.endedAs ? (
              <Tag
                label={ENDS[booking.endedAs]}
                tone={booking.endedAs === "arrived" ? "done" : "neutral"}
                lang={lang}
              />
            ) : (
              <>
                {isToday && (
                  <div class="mc-inline">
                    <Form action={action("den")} csrf={csrf}>
                      <input type="hidden" name="lich" value={booking.id} />
                      <Button
                        small
                        label={text("Đã đến", "Arrived")}
                        about={booking.code}
                        lang={lang}
                        kind="secondary"
                      />
                    </Form>
                  </div>
                )}
                <div class="mc-inline">
                  <Form action={action("huy")} csrf={csrf}>
                    <input type="hidden" name="lich" value={booking.id} />
                    <Button small label={text("Hủy", "Cancel")} about={booking.code} lang={lang} kind="secondary" />
                  </Form>
                </div>
              </>
            ),
          },
        }))}
      />
    </Wide>
  );
}

/** The office books for somebody who asks at the desk or by telephone. */
export function BookForm({ c, at, session, shown, deps }: Part & { shown: Shown; deps: WebDeps }) {
  const lang = c.get("lang");
  const { raw, errors } = shown;
  const field = (name: string) => ({ name, lang, error: errors[name], value: boxText(raw, name) });
  const isOpen = ["gio", "thu-tuc", "ho-ten", "dien-thoai"].some((box) => errors[box]);
  return (
    <Details summary={text("Đặt hộ tại quầy hoặc qua điện thoại", "Book for somebody")} lang={lang} open={isOpen}>
      <Form action={href(c, `${SESSIONS_PATH}/${session.id}/dat-ho`)} csrf={csrfBox(at.officer)}>
        <Select
          {...field("gio")}
          label={text("Khung giờ", "Time")}
          options={session.slots.map(({ minute, capacity, booked }) => ({
            value: String(minute),
            label: text(
              `${slotWords(minute, session.slotMinutes)}, còn ${capacity - booked} chỗ`,
              `${slotWords(minute, session.slotMinutes)}, ${capacity - booked} left`,
            ),
          }))}
        />
        <Radios
          {...field("thu-tuc")}
          small
          label={text("Thủ tục", "Procedure")}
          options={session.procedures.map((key) => ({ value: key, label: procedureWords(deps, key) }))}
        />
        <Input {...field("ho-ten")} label={text("Họ và tên", "Full name")} autocomplete="off" />
        <Input
          {...field("dien-thoai")}
          label={text("Số điện thoại", "Telephone")}
          type="tel"
          inputmode="tel"
          width={20}
          autocomplete="off"
        />
        <Input
          {...field("so-dinh-danh")}
          label={text("Số định danh", "Personal number")}
          hint={text("Để người cao tuổi được gọi trước khi đến.", "So that the elderly go ahead when they come.")}
          optional
          inputmode="numeric"
          width={20}
          autocomplete="off"
        />
        <Button label={text("Đặt lịch", "Book")} lang={lang} />
      </Form>
    </Details>
  );
}

/** What only who keeps the sessions may do: capacity, and the end. */
export function KeepForms({ c, at, session, shown }: Part & { shown: Shown }) {
  const lang = c.get("lang");
  const { raw, errors } = shown;
  const csrf = csrfBox(at.officer);
  const action = (what: string) => href(c, `${SESSIONS_PATH}/${session.id}/${what}`);
  return (
    <>
      <Details summary={text("Đổi sức chứa", "Change the capacity")} lang={lang} open={Boolean(errors.nguoi)}>
        <Form action={action("suc-chua")} csrf={csrf}>
          <Select
            name="luot"
            lang={lang}
            label={text("Khung giờ", "Time")}
            value={boxText(raw, "luot")}
            options={session.slots.map(({ minute, capacity, booked }) => ({
              value: String(minute),
              label: `${slotWords(minute, session.slotMinutes)} (${booked}/${capacity})`,
            }))}
          />
          <Input
            name="nguoi"
            lang={lang}
            label={text("Số người", "People")}
            hint={text("Không thấp hơn số đã đặt.", "Not fewer than have booked.")}
            width={4}
            inputmode="numeric"
            error={errors.nguoi}
            value={boxText(raw, "nguoi")}
            autocomplete="off"
          />
          <Button label={text("Đổi", "Change")} lang={lang} kind="secondary" />
        </Form>
      </Details>
      <Details summary={text("Kết thúc buổi", "End the session")} lang={lang} open={Boolean(errors["ly-do"])}>
        <Form action={action("ket-thuc")} csrf={csrf}>
          <Input
            name="ly-do"
            lang={lang}
            label={text("Lý do", "Reason")}
            hint={text("Người đã đặt sẽ đọc lý do này.", "Those who have booked will read it.")}
            error={errors["ly-do"]}
            value={boxText(raw, "ly-do")}
            autocomplete="off"
          />
          <Button label={text("Kết thúc buổi", "End it")} lang={lang} kind="warning" />
        </Form>
      </Details>
    </>
  );
}

const ENDS: Readonly<Record<NonNullable<BookingOfPerson["endedAs"]>, Text>> = {
  moved: text("Đã đổi giờ", "Moved"),
  cancelled: text("Đã hủy", "Cancelled"),
  arrived: text("Đã đến", "Arrived"),
  "called-off": text("Đơn vị hoãn", "Called off"),
};
