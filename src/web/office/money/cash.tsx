import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { dong, showDong } from "../../../kernel/dong.ts";
import { parseIsoDate, showDate } from "../../../kernel/plain-date.ts";
import { fail } from "../../../kernel/result.ts";
import { text } from "../../../kernel/text.ts";
import {
  booksOfUnit,
  daysOfUnit,
  debtsByCode,
  findReceipt,
  receiptsOfDay,
  sumsOf,
} from "../../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId, searchTyped, wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, Figures, Form, Input, Money, MoneyInput, SearchBox, Table } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import { Books, bookForms } from "./books.tsx";
import { Owed, Receipts } from "./cash-parts.tsx";
import { amountIn, type Desk, doMoney, FRESH, idIn, moneyDesk, moneyPage, type Shown } from "./frame.tsx";
import { receiptPdf } from "./papers.ts";

const PATH = "/office/thu-tien";
const TITLE = text("Thu tiền mặt", "Cash at the counter");

/** The cashier's day: what is owed, receipts written, the drawer counted and closed. */
export function cashPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { cash } = deps.payments;

  app.get("/thu-tien", async (c) => {
    const desk = moneyDesk(c, PATH);
    return desk instanceof Response ? desk : show(c, desk, FRESH, 200);
  });

  app.post("/thu-tien/thu", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "payer",
      ({ actor, officeProvince }, raw) => {
        const amount = amountIn(raw, "amount");
        const wish = { officeProvince, debtId: idIn(raw, "debt"), payerName: boxText(raw, "payer").slice(0, 140) };
        return cash.take(actor, { ...wish, amount: amount ?? dong(0) });
      },
      (desk, shown, status) => show(c, desk, shown, status, boxText(shown.raw, "code")),
    ),
  );
  app.post("/thu-tien/huy", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "reason",
      ({ actor, officeProvince }, raw) =>
        cash.cancel(actor, { officeProvince, id: idIn(raw, "receipt"), reason: boxText(raw, "reason").slice(0, 500) }),
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );
  app.post("/thu-tien/chot", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "counted",
      async ({ actor, officeProvince }, raw) => {
        const [day, counted] = [parseIsoDate(boxText(raw, "day")), amountIn(raw, "counted")];
        if (!day || counted === null) return fail(text("Vui lòng ghi số tiền đã đếm.", "Enter the money counted."));
        return cash.close(actor, { officeProvince, day, counted, reason: boxText(raw, "why").slice(0, 500) });
      },
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );
  app.post("/thu-tien/nop-kho-bac", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "slip",
      ({ actor, officeProvince }, raw) =>
        cash.handOver(actor, {
          ...{ officeProvince, amount: amountIn(raw, "handed") ?? dong(0), slip: boxText(raw, "slip").slice(0, 60) },
          way: boxText(raw, "way") === "bank" ? "bank" : "cash",
        }),
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );
  app.post("/thu-tien/quyen", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "series",
      async ({ actor, officeProvince, unitId }, raw) => {
        const holder = (await deps.access.officersOf(unitId)).find(({ account }) => account === boxText(raw, "holder"));
        if (!holder) return fail(text("Vui lòng chọn người giữ quyển.", "Choose who holds the book."));
        const [from, to] = ["from", "to"].map((name) => wholeNumber(boxText(raw, name).trim(), 0, 9_999_999));
        return cash.openBook(actor, {
          ...{ officeProvince, holder },
          series: boxText(raw, "series"),
          from: from ?? 0,
          to: to ?? 0,
        });
      },
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );
  app.post("/thu-tien/quyen/dong", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "series",
      ({ actor, officeProvince }, raw) => cash.closeBook(actor, { officeProvince, id: idIn(raw, "book") }),
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );

  app.get("/thu-tien/bien-lai/:id", async (c) => {
    const desk = moneyDesk(c, PATH);
    if (desk instanceof Response) return desk;
    const id = c.req.param("id");
    const receipt = isId(id) ? await findReceipt(deps.db, desk.officeProvince, id) : null;
    if (!receipt) throw notFound();
    c.header("content-type", "application/pdf");
    c.header("content-disposition", `inline; filename="bien-lai-${receipt.number}.pdf"`);
    return c.body(Buffer.from(receiptPdf(deps, receipt)));
  });

  const show = async (
    c: Ctx,
    desk: Desk,
    shown: Shown,
    status: 200 | 403 | 422,
    asked = searchTyped(c, "ho-so", 60),
  ) => {
    const lang = c.get("lang");
    const { officeProvince, unitId, actor } = desk;
    const isCashier = actor.roles?.includes("cashier") === true;
    const day = await cash.dayOf(actor, officeProvince);
    const [sums, receipts, books, days, debts] = await Promise.all([
      sumsOf(deps.db, { officeProvince, unitId, officer: actor.account }, day),
      receiptsOfDay(deps.db, officeProvince, actor.account, day),
      booksOfUnit(deps.db, officeProvince, unitId),
      daysOfUnit(deps.db, officeProvince, unitId, 14),
      asked ? debtsByCode(deps.db, officeProvince, asked.toUpperCase()) : [],
    ]);
    const inDrawer = dong(sums.opening + sums.taken - sums.given);
    return moneyPage(
      deps,
      c,
      desk,
      { path: PATH, title: TITLE, status, shown },
      <>
        {isCashier && (
          <>
            <Figures
              lang={lang}
              figures={[
                { label: text("Đầu ngày", "At the start"), value: showDong(sums.opening) },
                { label: text(`Thu ngày ${showDate(day)}`, `Taken on ${showDate(day)}`), value: showDong(sums.taken) },
                { label: text("Chi, nộp", "Given out"), value: showDong(sums.given) },
                { label: text("Trong quỹ", "In the drawer"), value: showDong(inDrawer) },
              ]}
            />
            <SearchBox
              action={href(c, PATH)}
              name="ho-so"
              label={text("Mã hồ sơ", "Dossier code")}
              hint={text("Quét mã trên giấy hẹn, hoặc gõ mã hồ sơ", "Scan the code on the receipt, or type it")}
              value={asked}
              lang={lang}
            />
            {asked && <Owed c={c} desk={desk} debts={debts} shown={shown} asked={asked} />}
            <Receipts c={c} desk={desk} receipts={receipts} />
            <section class="mc-card">
              <h2 class="govuk-heading-m">{text(`Chốt sổ ngày ${showDate(day)}`, `Close ${showDate(day)}`)[lang]}</h2>
              <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/chot`)}>
                <input type="hidden" name="day" value={day} />
                <MoneyInput
                  name="counted"
                  label={text("Tiền mặt đã đếm", "Cash counted")}
                  lang={lang}
                  value={boxText(shown.raw, "counted")}
                  error={shown.errors.counted}
                  hint={text(`Theo sổ: ${showDong(inDrawer)}`, `By the books: ${showDong(inDrawer)}`)}
                />
                <Input
                  name="why"
                  label={text("Lý do chênh lệch, nếu có", "Reason of a difference, if any")}
                  lang={lang}
                  value={boxText(shown.raw, "why")}
                  autocomplete="off"
                />
                <Button label={text("Chốt sổ ngày", "Close the day")} lang={lang} kind="secondary" />
              </Form>
            </section>
            <section class="mc-card">
              <h2 class="govuk-heading-m">{text("Nộp kho bạc", "Hand to the treasury")[lang]}</h2>
              <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/nop-kho-bac`)}>
                <MoneyInput
                  name="handed"
                  label={text("Số tiền nộp", "Amount")}
                  lang={lang}
                  value={boxText(shown.raw, "handed")}
                />
                <Input
                  name="slip"
                  label={text("Số giấy nộp tiền", "Number of the slip")}
                  lang={lang}
                  value={boxText(shown.raw, "slip")}
                  error={shown.errors.slip}
                  autocomplete="off"
                />
                <Button label={text("Ghi đã nộp", "Record")} lang={lang} kind="secondary" />
              </Form>
            </section>
          </>
        )}
        <Books
          books={books}
          lang={lang}
          form={(id) => bookForms.close(c, desk, id)}
          keeps={actor.roles?.includes("treasurer") === true}
        />
        {actor.roles?.includes("treasurer") && bookForms.open(c, desk, shown, await deps.access.officersOf(unitId))}
        <Wide label={text("Các ngày đã chốt", "Closed days")} lang={lang}>
          <Table
            dense
            caption={text("Các ngày đã chốt", "Closed days")}
            empty={text("Chưa chốt ngày nào.", "No day is closed yet.")}
            lang={lang}
            columns={[
              { key: "day", label: text("Ngày", "Day") },
              { key: "who", label: text("Thu ngân", "Cashier") },
              { key: "book", label: text("Theo sổ", "By the books"), figures: true },
              { key: "counted", label: text("Đã đếm", "Counted"), figures: true },
              { key: "why", label: text("Chênh lệch", "Difference") },
            ]}
            rows={days.map((one) => ({
              cells: {
                day: showDate(one.day),
                who: one.officerName,
                book: <Money amount={one.book} lang={lang} />,
                counted: <Money amount={one.counted} lang={lang} />,
                why: one.counted === one.book ? "–" : `${showDong(dong(one.counted - one.book))}: ${one.reason}`,
              },
            }))}
          />
        </Wide>
      </>,
    );
  };
  return app;
}
