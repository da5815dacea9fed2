import { boxText } from "../../../engine/form/index.ts";
import { showDong } from "../../../kernel/dong.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { type CashReceipt, type Debt, isOpen, outstanding, receiptLabel } from "../../../modules/payments/index.ts";
import { type Ctx, href } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateText, Details, Form, Input, InsetText, Money, Table, Tag } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { Desk, Shown } from "./frame.tsx";

const PATH = "/office/thu-tien";

/** What a dossier owes, each with the form that takes its cash. */
export function Owed(props: { c: Ctx; desk: Desk; debts: readonly Debt[]; shown: Shown; asked: string }) {
  const { c, desk, debts, shown, asked } = props;
  const lang = c.get("lang");
  const open = debts.filter((debt) => isOpen(debt) && debt.unitId === desk.unitId);
  if (open.length === 0)
    return (
      <InsetText>
        {
          {
            vi:
              debts.length > 0
                ? "Hồ sơ này không còn khoản nào phải nộp."
                : "Không có khoản thu nào theo mã này tại đơn vị.",
            en:
              debts.length > 0 ? "Nothing is owed for this dossier any more." : "No fee of this office has that code.",
          }[lang]
        }
      </InsetText>
    );
  return (
    <>
      {open.map((debt) => (
        <section class="mc-card">
          <h2 class="govuk-heading-m">
            {debt.dossierCode}: {debt.title}, <Money amount={outstanding(debt)} lang={lang} />
          </h2>
          <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/thu`)}>
            <input type="hidden" name="debt" value={debt.id} />
            <input type="hidden" name="code" value={asked} />
            <input type="hidden" name="amount" value={String(outstanding(debt))} />
            <Input
              name="payer"
              label={text("Người nộp tiền", "Who pays")}
              lang={lang}
              value={boxText(shown.raw, "payer")}
              error={shown.errors.payer}
              autocomplete="off"
            />
            <Button
              label={text(
                `Thu ${showDong(outstanding(debt))} và ghi biên lai`,
                `Take ${showDong(outstanding(debt))}, write the receipt`,
              )}
              lang={lang}
            />
          </Form>
        </section>
      ))}
    </>
  );
}

/** The receipts of the day; a cancelled one stays in its place. */
export function Receipts({ c, desk, receipts }: { c: Ctx; desk: Desk; receipts: readonly CashReceipt[] }) {
  const lang: Language = c.get("lang");
  const caption = text("Biên lai trong ngày", "Receipts of the day");
  return (
    <Wide label={caption} lang={lang}>
      <Table
        dense
        caption={caption}
        empty={text("Chưa có biên lai nào.", "No receipt yet.")}
        lang={lang}
        columns={[
          { key: "number", label: text("Số biên lai", "Receipt") },
          { key: "dossier", label: text("Hồ sơ", "Dossier") },
          { key: "payer", label: text("Người nộp", "Payer") },
          { key: "amount", label: text("Số tiền", "Amount"), figures: true },
          { key: "at", label: text("Lúc", "At") },
          { key: "act", label: text("Trạng thái", "State") },
        ]}
        rows={receipts.map((receipt) => ({
          cells: {
            number: (
              <a class="govuk-link" href={href(c, `${PATH}/bien-lai/${receipt.id}`)} target="_blank" rel="noopener">
                {receiptLabel(receipt)}
                <span class="govuk-visually-hidden">
                  {" "}
                  {{ vi: "(PDF, mở trong thẻ mới)", en: "(PDF, opens in a new tab)" }[lang]}
                </span>
              </a>
            ),
            dossier: receipt.dossierCode,
            payer: receipt.payerName,
            amount: <Money amount={receipt.amount} lang={lang} />,
            at: <DateText at={receipt.takenAt} />,
            act:
              receipt.cancelledAt === null ? (
                <Details summary={text("Hủy biên lai", "Cancel")} lang={lang}>
                  <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/huy`)}>
                    <input type="hidden" name="receipt" value={receipt.id} />
                    <label class="govuk-label" for={`reason-${receipt.number}`}>
                      {{ vi: "Lý do hủy", en: "Why" }[lang]}
                    </label>
                    <input
                      class="govuk-input"
                      id={`reason-${receipt.number}`}
                      name="reason"
                      autocomplete="off"
                      maxlength={500}
                    />
                    <Button
                      label={text("Hủy", "Cancel")}
                      about={receiptLabel(receipt)}
                      lang={lang}
                      kind="warning"
                      small
                    />
                  </Form>
                </Details>
              ) : (
                <>
                  <Tag label={text("Đã hủy", "Cancelled")} tone="refused" lang={lang} />
                  <br />
                  {receipt.cancelReason}
                </>
              ),
          },
        }))}
      />
    </Wide>
  );
}
