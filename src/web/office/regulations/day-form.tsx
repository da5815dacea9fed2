import type { LawAmendment } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { tidy } from "../../../kernel/vietnamese.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateInput, ErrorSummary, Form, Input, Radios } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import { dayIn, type Errors, groundsIn, lineIn, partsIn } from "./boxes.ts";
import { Grounds } from "./grounds.tsx";
import { LAW_PATH, LAW_TITLE } from "./list.tsx";

type Asked = {
  readonly draft: string;
  readonly raw: Raw;
  readonly errors: Errors;
  readonly status: 200 | 403 | 409 | 422;
};
const TITLE = text("Ngày nghỉ, ngày làm việc", "Days off and working days");
const NO_NAME = text("Vui lòng ghi tên ngày nghỉ.", "Give the name of the day off.");

/** A day off, a day that is worked after all, or the calendar of a year. */
export function dayForm(deps: WebDeps, c: Ctx, officer: Officer, { draft, raw, errors, status }: Asked) {
  const lang = c.get("lang");
  const box = (name: string, label: Text, width?: 4) => (
    <Input
      name={name}
      label={label}
      lang={lang}
      value={boxText(raw, name)}
      error={errors[name]}
      autocomplete="off"
      {...(width ? { width, inputmode: "numeric" as const } : {})}
    />
  );
  const day = (name: string, label: Text) => (
    <DateInput name={name} label={label} lang={lang} value={partsIn(raw, name)} error={errors[`${name}.day`]} />
  );
  const names = (
    <>
      {box("nameVi", text("Tên ngày nghỉ (tiếng Việt)", "Name in Vietnamese"))}
      {box("nameEn", text("Tên ngày nghỉ (tiếng Anh)", "Name in English"))}
    </>
  );
  return officePage(
    deps,
    c,
    officer,
    {
      title: TITLE,
      status,
      hasErrors: Object.keys(errors).length > 0,
      crumbs: [
        { label: LAW_TITLE, href: href(c, LAW_PATH) },
        { label: text("Bản nháp", "Draft"), href: href(c, `${LAW_PATH}/nhap/${draft}`) },
        { label: TITLE },
      ],
    },
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <Form csrf={csrfBox(officer)}>
        <Radios
          name="viec"
          label={text("Thay đổi gì?", "What changes?")}
          lang={lang}
          value={boxText(raw, "viec")}
          error={errors.viec}
          options={[
            { value: "statutory", label: text("Thêm ngày nghỉ lễ", "A new public holiday") },
            { value: "compensatory", label: text("Thêm ngày nghỉ bù", "A day in lieu") },
            {
              value: "swapped",
              label: text("Nghỉ hoán đổi, làm bù thứ Bảy", "A day off by exchange for a Saturday"),
              conditional: day("saturday", text("Thứ Bảy làm bù", "Saturday worked instead")),
            },
            { value: "working-day", label: text("Bỏ một ngày nghỉ: hôm đó làm việc", "A day off is worked after all") },
            {
              value: "fixed",
              label: text("Lịch của năm đã được quyết định chính thức", "The calendar of a year is fixed"),
            },
            { value: "opened", label: text("Mở lịch tạm tính của năm kế tiếp", "Open the calendar of the next year") },
          ]}
        />
        {day("date", text("Ngày (không cần khi sửa lịch cả năm)", "Day (not for a whole year)"))}
        {names}
        {box("year", text("Năm (chỉ khi sửa lịch cả năm)", "Year (only for a whole year)"), 4)}
        <Grounds raw={raw} errors={errors} lang={lang} />
        <Button label={text("Thêm vào bản nháp", "Add to the draft")} lang={lang} />
      </Form>
    </>,
  );
}

/** The change as typed, or the errors by box. */
export function readDayForm(raw: Raw) {
  const errors: Errors = {};
  const what = boxText(raw, "viec");
  const change = changeIn(raw, what, errors);
  const { unknown, ...grounds } = groundsIn(raw, errors);
  const whole = change && Object.keys(errors).length === 0 ? ({ ...change, ...grounds } as LawAmendment) : null;
  return { errors, change: whole, unknown };
}

function changeIn(raw: Raw, what: string, errors: Errors) {
  if (what === "fixed" || what === "opened") {
    const year = Number(boxText(raw, "year").trim());
    if (Number.isInteger(year) && year >= 2000 && year <= 2200)
      return { kind: "year" as const, year, provisional: what === "opened" };
    errors.year = text("Vui lòng ghi năm gồm bốn chữ số.", "Give the year in four digits.");
    return null;
  }
  if (what !== "statutory" && what !== "compensatory" && what !== "swapped" && what !== "working-day") {
    errors.viec = text("Vui lòng chọn một thay đổi.", "Choose what changes.");
    return null;
  }
  const date = dayIn(raw, "date", errors, true);
  if (what === "working-day") return date && { kind: "working-day" as const, date };
  const saturday = what === "swapped" ? dayIn(raw, "saturday", errors, true) : null;
  const vi = lineIn(raw, "nameVi", 120, errors, NO_NAME);
  const en = tidy(boxText(raw, "nameEn")).slice(0, 120) || vi;
  return date && { kind: "day-off" as const, date, name: { vi, en }, as: what, saturday };
}
