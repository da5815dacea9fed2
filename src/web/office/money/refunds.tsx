import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { dong } from "../../../kernel/dong.ts";
import { text } from "../../../kernel/text.ts";
import { debtsByCode, debtsById, noticeFor, refundsDue, refundsOf } from "../../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { isId, searchTyped } from "../../forms.ts";
import { DateText, InsetText, Money, SearchBox, Table } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import { amountIn, type Desk, doMoney, FRESH, idIn, moneyDesk, moneyPage, type Shown } from "./frame.tsx";
import { AskForm, State } from "./refund-parts.tsx";

const PATH = "/office/hoan-tien";
const TITLE = text("Hoàn tiền", "Refunds");
const LIST = text("Các đề nghị hoàn tiền", "Refunds asked for");
const DUE = text("Khoản phải hoàn chưa có đề nghị", "To be given back, not asked for yet");

/** Money that goes back: asked for, approved by another, paid through the bank or in cash, proven. */
export function refundPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { refunds } = deps.payments;

  app.get("/hoan-tien", async (c) => {
    const desk = moneyDesk(c, PATH);
    return desk instanceof Response ? desk : show(c, desk, FRESH, 200);
  });
  app.post("/hoan-tien", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "amount",
      ({ actor, officeProvince }, raw) =>
        refunds.ask(actor, {
          officeProvince,
          of: boxText(raw, "notice") ? { notice: idIn(raw, "notice") } : { debt: idIn(raw, "debt") },
          amount: amountIn(raw, "amount") ?? dong(0),
          reason: boxText(raw, "reason").slice(0, 500),
          payeeName: boxText(raw, "payee").slice(0, 140),
          payee: payeeIn(raw),
        }),
      (desk, shown, status) =>
        show(c, desk, shown, status, {
          debt: boxText(shown.raw, "debt"),
          notice: boxText(shown.raw, "notice"),
          code: "",
        }),
    ),
  );
  app.post("/hoan-tien/quyet-dinh", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "decision",
      ({ actor, officeProvince }, raw) =>
        refunds.decide(actor, {
          ...{ officeProvince, id: idIn(raw, "refund"), reason: boxText(raw, "decision").slice(0, 500) },
          approve: boxText(raw, "outcome") === "approve",
        }),
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );
  app.post("/hoan-tien/chi", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "voucher",
      ({ actor, officeProvince }, raw) => {
        const wish = { officeProvince, id: idIn(raw, "refund") };
        return boxText(raw, "way") === "cash"
          ? refunds.payInCash(actor, { ...wish, voucher: boxText(raw, "voucher").slice(0, 60) })
          : refunds.payByBank(actor, wish);
      },
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );

  const show = async (
    c: Ctx,
    desk: Desk,
    shown: Shown,
    status: 200 | 403 | 422,
    asked = {
      debt: c.req.query("khoan") ?? "",
      notice: c.req.query("bao-co") ?? "",
      code: searchTyped(c, "ho-so", 60),
    },
  ) => {
    const lang = c.get("lang");
    const { officeProvince, unitId, actor } = desk;
    const asks = actor.roles?.some((role) => role === "cashier" || role === "treasurer") === true;
    const [list, due, byCode, named, notice] = await Promise.all([
      refundsOf(deps.db, officeProvince, desk.ofProvince ? null : unitId, 100),
      refundsDue(deps.db, officeProvince, unitId),
      asked.code ? debtsByCode(deps.db, officeProvince, asked.code.toUpperCase()) : [],
      isId(asked.debt) ? debtsById(deps.db, officeProvince, [asked.debt]) : [],
      isId(asked.notice) ? noticeFor(deps.db, asked.notice) : null,
    ]);
    const paid = [...byCode, ...named].filter((debt) => debt.paid > 0 && debt.unitId === unitId);
    return moneyPage(
      deps,
      c,
      desk,
      { path: PATH, title: TITLE, status, shown },
      <>
        {asks && (
          <SearchBox
            action={href(c, PATH)}
            name="ho-so"
            label={text("Mã hồ sơ đã nộp tiền", "Code of a dossier that was paid")}
            value={asked.code}
            lang={lang}
          />
        )}
        {asked.code && paid.length === 0 && (
          <InsetText>
            {
              { vi: "Không có khoản đã nộp theo mã này tại đơn vị.", en: "No paid fee of this office has that code." }[
                lang
              ]
            }
          </InsetText>
        )}
        {asks &&
          paid.map((debt) => (
            <AskForm
              c={c}
              desk={desk}
              shown={shown}
              box="debt"
              id={debt.id}
              title={`${debt.dossierCode}: ${debt.title}`}
              most={debt.paid}
            />
          ))}
        {asks && notice && notice.rest > 0 && (
          <AskForm
            c={c}
            desk={desk}
            shown={shown}
            box="notice"
            id={notice.id}
            title={notice.bankTransaction}
            most={notice.rest}
            payee={notice.payerName}
          />
        )}
        {due.length > 0 && (
          <Wide label={DUE} lang={lang}>
            <Table
              dense
              caption={DUE}
              lang={lang}
              columns={[
                { key: "dossier", label: text("Hồ sơ", "Dossier") },
                { key: "title", label: text("Khoản thu", "Fee") },
                { key: "amount", label: text("Đã nộp", "Paid"), figures: true },
                { key: "since", label: text("Từ lúc", "Since") },
              ]}
              rows={due.map((one) => ({
                cells: {
                  dossier: asks ? (
                    <a class="govuk-link" href={href(c, `${PATH}?khoan=${one.id}`)}>
                      {one.dossierCode}
                    </a>
                  ) : (
                    one.dossierCode
                  ),
                  title: one.title,
                  amount: <Money amount={one.paid} lang={lang} />,
                  since: <DateText at={one.since} />,
                },
              }))}
            />
          </Wide>
        )}
        <Wide label={LIST} lang={lang}>
          <Table
            dense
            caption={LIST}
            empty={text("Chưa có đề nghị nào.", "None yet.")}
            lang={lang}
            columns={[
              { key: "what", label: text("Hồ sơ", "Dossier") },
              { key: "amount", label: text("Số tiền", "Amount"), figures: true },
              { key: "payee", label: text("Người nhận", "Payee") },
              { key: "asked", label: text("Đề nghị", "Asked") },
              { key: "state", label: text("Trạng thái", "State") },
            ]}
            rows={list.map((refund) => ({
              cells: {
                what: (
                  <>
                    {refund.dossierCode ?? { vi: "Tiền thừa", en: "Surplus" }[lang]}
                    <br />
                    <small class="govuk-hint">{refund.reason}</small>
                  </>
                ),
                amount: <Money amount={refund.amount} lang={lang} />,
                payee:
                  refund.way === "bank"
                    ? `${refund.payeeName}, ${refund.payeeBin} ${refund.payeeAccount}`
                    : `${refund.payeeName}, ${{ vi: "tiền mặt", en: "cash" }[lang]}`,
                asked: (
                  <>
                    {refund.askedByName}
                    <br />
                    <DateText at={refund.askedAt} />
                  </>
                ),
                state: <State c={c} desk={desk} refund={refund} />,
              },
            }))}
          />
        </Wide>
      </>,
    );
  };
  return app;
}

const payeeIn = (raw: Raw) =>
  boxText(raw, "way") === "cash"
    ? ({ way: "cash" } as const)
    : ({ way: "bank", bin: boxText(raw, "bin").trim(), account: boxText(raw, "account").trim() } as const);
