import { type LawAmendment, loadAmendable } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateInput, ErrorSummary, Form, Input, InsetText, Radios } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import { dayIn, type Errors, figuresIn, groundsIn, partsIn, rowNear } from "./boxes.ts";
import { Grounds } from "./grounds.tsx";
import { LAW_PATH, LAW_TITLE } from "./list.tsx";
import { RowWords } from "./pick.tsx";

type Asked = {
  readonly draft: string;
  readonly raw: Raw;
  readonly errors: Errors;
  readonly status: 200 | 403 | 409 | 422;
};

/** A new figure from a day on, or the end of one. */
export async function figureForm(deps: WebDeps, c: Ctx, officer: Officer, asked: Asked) {
  const lang = c.get("lang");
  const { raw, errors, draft, status } = asked;
  const { figuresOf, findAmendableKey } = await loadAmendable();
  const found = findAmendableKey(c.req.query("bang") ?? "", c.req.query("khoa") ?? "");
  const row = found && rowNear(found.rows, dayOfInstant(deps.clock.now()));
  if (!found || !row) throw notFound();
  const title = text(`Sửa: ${found.name?.vi ?? found.key}`, `Change: ${found.name?.en ?? found.key}`);
  return officePage(
    deps,
    c,
    officer,
    {
      title,
      status,
      hasErrors: Object.keys(errors).length > 0,
      crumbs: [
        { label: LAW_TITLE, href: href(c, LAW_PATH) },
        { label: text("Bản nháp", "Draft"), href: href(c, `${LAW_PATH}/nhap/${draft}`) },
        { label: title },
      ],
    },
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body">
        {found.title[lang]} · <code>{found.key}</code>
      </p>
      <InsetText>
        {found.rows.map((each) => (
          <p class="govuk-body-s">
            <RowWords row={each} lang={lang} />
          </p>
        ))}
      </InsetText>
      <Form csrf={csrfBox(officer)}>
        <Radios
          name="viec"
          label={text("Thay đổi gì?", "What changes?")}
          lang={lang}
          value={boxText(raw, "viec") || "figures"}
          options={[
            { value: "figures", label: text("Mức mới từ một ngày", "Another figure from a day on") },
            {
              value: "end",
              label: text("Chấm dứt, không còn mức nào", "It ends, and there is none"),
              hint: text("Chỉ cần ghi ngày áp dụng cuối cùng.", "Only the last day is needed."),
            },
          ]}
        />
        {figuresOf(found.table, row.of).map((figure) => (
          <Input
            name={`so.${figure.path}`}
            label={figure.title}
            lang={lang}
            inputmode={figure.unit === "percent" ? "decimal" : "numeric"}
            width={20}
            value={boxText(raw, `so.${figure.path}`)}
            error={errors[`so.${figure.path}`]}
            optional
            autocomplete="off"
          />
        ))}
        <DateInput
          name="from"
          label={text("Áp dụng từ ngày (hoặc ngày áp dụng cuối cùng)", "From (or the last day)")}
          lang={lang}
          value={partsIn(raw, "from")}
          error={errors["from.day"]}
        />
        <DateInput
          name="until"
          label={text("Đến hết ngày", "Until")}
          hint={text(
            "Để trống nếu không ấn định. Nếu có, sau ngày này mức cũ áp dụng trở lại.",
            "Leave empty if none is set. Otherwise the earlier figure holds again afterwards.",
          )}
          lang={lang}
          optional
          value={partsIn(raw, "until")}
          error={errors["until.day"]}
        />
        <Grounds raw={raw} errors={errors} lang={lang} />
        <Button label={text("Thêm vào bản nháp", "Add to the draft")} lang={lang} />
      </Form>
    </>,
  );
}

/** The change as typed, or the errors by box. */
export async function readFigureForm(c: Ctx, raw: Raw) {
  const { figuresOf, findAmendableKey } = await loadAmendable();
  const found = findAmendableKey(c.req.query("bang") ?? "", c.req.query("khoa") ?? "");
  if (!found) throw notFound();
  const errors: Errors = {};
  const from = dayIn(raw, "from", errors, true);
  const until = dayIn(raw, "until", errors, false);
  const { unknown, ...grounds } = groundsIn(raw, errors);
  const row = from ? rowNear(found.rows, from) : found.rows.at(-1);
  const figures = row ? figuresIn(raw, figuresOf(found.table, row.of), errors) : {};
  if (!from || Object.keys(errors).length > 0) return { errors, change: null, unknown };
  const where = { table: found.table.id, key: found.key, ...grounds };
  const change: LawAmendment =
    boxText(raw, "viec") === "end"
      ? { kind: "end", lastDay: from, ...where }
      : { kind: "figures", from, until, figures, ...where };
  return { errors, change, unknown };
}

/** The box of this form that a fault of the law is shown at. */
export const boxOfFault = (part: string): string =>
  part === "until"
    ? "until.day"
    : part === "figures"
      ? "viec"
      : part === "year"
        ? "year"
        : part === "saturday"
          ? "saturday.day"
          : part === "date"
            ? "date.day"
            : "from.day";
