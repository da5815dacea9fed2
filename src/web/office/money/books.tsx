import type { Child } from "hono/jsx";
import { boxText } from "../../../engine/form/index.ts";
import { type Language, text } from "../../../kernel/text.ts";
import type { Colleague } from "../../../modules/access/index.ts";
import type { ReceiptBook } from "../../../modules/payments/index.ts";
import { type Ctx, href } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateText, Form, Input, Select, Table, Tag } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { Desk, Shown } from "./frame.tsx";

const CAPTION = text("Quyển biên lai", "Books of receipts");
const PATH = "/office/thu-tien/quyen";
const number = (value: number): string => String(value).padStart(7, "0");

/** The books of the office, and how far each is used. */
export const Books = (props: {
  books: readonly ReceiptBook[];
  lang: Language;
  keeps: boolean;
  form: (id: string) => Child;
}) => (
  <Wide label={CAPTION} lang={props.lang}>
    <Table
      dense
      caption={CAPTION}
      empty={text("Đơn vị chưa mở quyển biên lai nào.", "The office has opened no book yet.")}
      lang={props.lang}
      columns={[
        { key: "series", label: text("Ký hiệu", "Series") },
        { key: "range", label: text("Từ số, đến số", "Numbers") },
        { key: "next", label: text("Số kế tiếp", "Next") },
        { key: "holder", label: text("Người giữ", "Holder") },
        { key: "opened", label: text("Mở lúc", "Opened") },
        { key: "state", label: text("Trạng thái", "State") },
      ]}
      rows={props.books.map((book) => ({
        cells: {
          series: book.series,
          range: `${number(book.from)} – ${number(book.to)}`,
          next: book.next > book.to ? { vi: "Hết số", en: "Used up" }[props.lang] : number(book.next),
          holder: book.holderName,
          opened: <DateText at={book.openedAt} />,
          state:
            book.closedAt !== null ? (
              <Tag label={text("Đã đóng", "Closed")} tone="neutral" lang={props.lang} />
            ) : props.keeps ? (
              props.form(book.id)
            ) : (
              <Tag label={text("Đang dùng", "In use")} tone="done" lang={props.lang} />
            ),
        },
      }))}
    />
  </Wide>
);

/** Forms of whoever keeps the accounts. */
export const bookForms = {
  close: (c: Ctx, desk: Desk, id: string) => (
    <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/dong`)}>
      <input type="hidden" name="book" value={id} />
      <Button label={text("Đóng quyển", "Close the book")} lang={c.get("lang")} kind="secondary" small />
    </Form>
  ),
  open: (c: Ctx, desk: Desk, shown: Shown, colleagues: readonly Colleague[]) => {
    const lang = c.get("lang");
    const value = (name: string) => ({ name, lang, value: boxText(shown.raw, name), error: shown.errors[name] });
    return (
      <section class="mc-card">
        <h2 class="govuk-heading-m">{{ vi: "Mở quyển biên lai", en: "Open a book" }[lang]}</h2>
        <Form csrf={csrfBox(desk.officer)} action={href(c, PATH)}>
          <Input {...value("series")} label={text("Ký hiệu", "Series")} width={10} capitals autocomplete="off" />
          <Input
            {...value("from")}
            label={text("Từ số", "First number")}
            width={10}
            inputmode="numeric"
            autocomplete="off"
          />
          <Input
            {...value("to")}
            label={text("Đến số", "Last number")}
            width={10}
            inputmode="numeric"
            autocomplete="off"
          />
          <Select
            {...value("holder")}
            label={text("Người giữ quyển", "Holder")}
            options={colleagues.map(({ account, name, title }) => ({ value: account, label: `${name}, ${title}` }))}
          />
          <Button label={text("Mở quyển", "Open")} lang={lang} kind="secondary" />
        </Form>
      </section>
    );
  },
};
