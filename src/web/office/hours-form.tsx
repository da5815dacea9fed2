import { boxText, type Raw } from "../../engine/form/index.ts";
import type { Session } from "../../kernel/calendar.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { HoursFault, HoursRow, HoursWish } from "../../modules/working-time/index.ts";
import { type Ctx, href } from "../context.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, Checkboxes, DateInput, Form, Input, Radios } from "../ui/index.ts";
import { dayIn, isEmptyDate, minuteIn, partsIn } from "./boxes.ts";
import type { Officer } from "./guard.ts";

/** The form in which a head sets the hours of an office, and what was typed into it. */

export const HOURS = "/office/gio-lam-viec";
type Errors = Readonly<Record<string, Text>>;

export const HOURS_KINDS: Readonly<Record<HoursRow["kind"], Text>> = {
  week: text("Trong tuần, thứ Hai đến thứ Sáu", "In the week, Monday to Friday"),
  saturday: text("Buổi thứ Bảy", "Saturday session"),
  day: text("Ngày riêng, nửa ngày", "Single days, half days"),
  swap: text("Hoán đổi ngày nghỉ", "Day exchanged"),
};

const SESSIONS = ["a", "b"] as const;

export function HoursForm({ c, officer, raw, errors }: { c: Ctx; officer: Officer; raw: Raw; errors: Errors }) {
  const lang = c.get("lang");
  const field = (name: string) => ({ name, lang, error: errors[name] });
  return (
    <Form csrf={csrfBox(officer)} action={href(c, HOURS)}>
      <h2 class="govuk-heading-m">{{ vi: "Đặt giờ làm việc", en: "Set hours" }[lang]}</h2>
      <Radios
        {...field("kind")}
        label={text("Loại", "Kind")}
        small
        options={(["week", "saturday", "day", "swap"] as const).map((kind) => ({
          value: kind,
          label: HOURS_KINDS[kind],
        }))}
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
        width={30}
        longest={200}
      />
      <Button label={text("Ghi giờ làm việc", "Set")} lang={lang} />
    </Form>
  );
}

/** What was typed, as hours; what cannot be read is named by its box. Meaning is judged where it is set. */
export function wishIn(raw: Raw): HoursWish | { readonly errors: Errors } {
  const errors: Record<string, Text> = {};
  const kind = (["week", "saturday", "day", "swap"] as const).find((known) => known === boxText(raw, "kind"));
  if (!kind) errors["kind"] = text("Vui lòng chọn loại.", "Choose a kind.");
  const from = dayIn(raw, "from");
  if (!from) errors["from.day"] = HOURS_FAULTS.from;
  const until = isEmptyDate(raw, "until") ? null : dayIn(raw, "until");
  if (until === null && !isEmptyDate(raw, "until")) errors["until.day"] = HOURS_FAULTS.until;
  const sessions: Session[] = [];
  for (const name of SESSIONS) {
    const typed = [boxText(raw, `${name}.from`), boxText(raw, `${name}.until`)] as const;
    if (typed.every((box) => box.trim() === "")) continue;
    const [opens, closes] = [minuteIn(typed[0]), minuteIn(typed[1])];
    if (opens === null || closes === null) errors[`${name}.from`] = HOURS_FAULTS.sessions;
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

export const HOURS_FAULTS: Readonly<Record<HoursFault, Text>> = {
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
