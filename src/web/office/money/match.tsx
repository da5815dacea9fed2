import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { dong, showDong } from "../../../kernel/dong.ts";
import { text } from "../../../kernel/text.ts";
import { noticeFor, VERDICT_NAMES } from "../../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateText, Form, Input, Money, MoneyInput, SummaryList, Table, Tag } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import { amountIn, type Desk, doMoney, FRESH, moneyDesk, moneyPage, type Shown } from "./frame.tsx";

const PATH = "/office/doi-soat";
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** One transfer: what it may have been for, and an officer's word for it. */
export function matchPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/doi-soat/bao-co/:id", async (c) => {
    const desk = moneyDesk(c, PATH);
    return desk instanceof Response ? desk : showNotice(c, desk, c.req.param("id"), FRESH, 200);
  });
  app.post("/doi-soat/bao-co/:id", (c) => {
    const id = c.req.param("id");
    return doMoney(
      deps,
      c,
      `${PATH}/bao-co/${id}`,
      "debt",
      async ({ actor, officeProvince }, raw) =>
        deps.payments.matching.confirm(actor, {
          ...{ officeProvince, notice: isId(id) ? id : NO_ID },
          ...{ debt: boxText(raw, "debt").slice(0, 60), amount: amountIn(raw, "amount") ?? dong(0) },
        }),
      (desk, shown, status) => showNotice(c, desk, id, shown, status),
    );
  });

  const showNotice = async (c: Ctx, desk: Desk, id: string, shown: Shown, status: 200 | 403 | 422) => {
    const notice = isId(id) ? await noticeFor(deps.db, id) : null;
    if (!notice) throw notFound();
    const lang = c.get("lang");
    const keeps = desk.actor.roles?.includes("treasurer") === true && notice.rest > 0;
    const found = keeps ? await deps.payments.matching.suggestions(desk.officeProvince, notice) : [];
    const caption = text("Khoản thu có thể khớp", "Fees it may be for");
    return moneyPage(
      deps,
      c,
      desk,
      {
        path: PATH,
        title: text(`Giao dịch ${notice.bankTransaction}`, `Transfer ${notice.bankTransaction}`),
        status,
        shown,
      },
      <>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Số tiền", "Amount"), value: showDong(notice.amount) },
            { label: text("Chưa dùng", "Not used"), value: <strong>{showDong(notice.rest)}</strong> },
            { label: text("Nội dung", "Content"), value: notice.content || notice.reference },
            { label: text("Người chuyển", "Payer"), value: notice.payerName },
            { label: text("Lúc", "At"), value: <DateText at={notice.paidAt} /> },
            { label: text("Kết quả tự động", "Verdict"), value: VERDICT_NAMES[notice.verdict][lang] },
          ]}
        />
        {keeps && (
          <>
            <Wide label={caption} lang={lang}>
              <Table
                dense
                caption={caption}
                empty={text("Không có gợi ý. Nhập mã hồ sơ bên dưới.", "No suggestion. Enter a dossier code below.")}
                lang={lang}
                columns={[
                  { key: "dossier", label: text("Hồ sơ", "Dossier") },
                  { key: "title", label: text("Khoản thu", "Fee") },
                  { key: "left", label: text("Còn phải nộp", "Owed"), figures: true },
                  { key: "why", label: text("Vì sao", "Why") },
                  { key: "act", label: text("Xác nhận", "Confirm") },
                ]}
                rows={found.map((one) => ({
                  cells: {
                    dossier: one.dossierCode,
                    title: one.title,
                    left: <Money amount={one.left} lang={lang} />,
                    why: (
                      <>
                        {one.slips !== null && (
                          <Tag
                            label={text(`Nội dung sai ${one.slips} ký tự`, `${one.slips} slips in the reference`)}
                            tone="attention"
                            lang={lang}
                          />
                        )}{" "}
                        {one.sameAmount && <Tag label={text("Đúng số tiền", "Same amount")} tone="done" lang={lang} />}{" "}
                        {one.sameName && <Tag label={text("Trùng tên", "Same name")} tone="done" lang={lang} />}
                      </>
                    ),
                    act: (
                      <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/bao-co/${id}`)}>
                        <input type="hidden" name="debt" value={one.id} />
                        <input type="hidden" name="amount" value={String(Math.min(one.left, notice.rest))} />
                        <Button
                          label={text(
                            `Khớp ${showDong(dong(Math.min(one.left, notice.rest)))}`,
                            `Match ${showDong(dong(Math.min(one.left, notice.rest)))}`,
                          )}
                          about={one.dossierCode}
                          lang={lang}
                          kind="secondary"
                          small
                        />
                      </Form>
                    ),
                  },
                }))}
              />
            </Wide>
            <section class="mc-card">
              <h2 class="govuk-heading-m">{{ vi: "Khớp với khoản khác", en: "Match with another fee" }[lang]}</h2>
              <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/bao-co/${id}`)}>
                <Input
                  name="debt"
                  label={text("Mã hồ sơ hoặc nội dung chuyển khoản đúng", "Dossier code, or the right reference")}
                  lang={lang}
                  value={isId(boxText(shown.raw, "debt")) ? "" : boxText(shown.raw, "debt")}
                  error={shown.errors.debt}
                  autocomplete="off"
                />
                <MoneyInput
                  name="amount"
                  label={text("Số tiền", "Amount")}
                  lang={lang}
                  value={boxText(shown.raw, "amount")}
                />
                <Button label={text("Khớp", "Match")} lang={lang} kind="secondary" />
              </Form>
            </section>
            <p class="govuk-body">
              <a class="govuk-link" href={href(c, `/office/hoan-tien?bao-co=${id}`)}>
                {{ vi: "Đề nghị hoàn phần chưa dùng", en: "Ask to give back what is left" }[lang]}
              </a>
            </p>
          </>
        )}
      </>,
    );
  };
  return app;
}
