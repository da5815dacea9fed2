import { boxText } from "../../../engine/form/index.ts";
import { dong, showDong } from "../../../kernel/dong.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Refund } from "../../../modules/payments/index.ts";
import { type Ctx, href } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, Form, Input, MoneyInput, Radios, Tag, type Tone } from "../../ui/index.ts";
import type { Desk, Shown } from "./frame.tsx";

const PATH = "/office/hoan-tien";

/** Asks for money back: of a paid fee, or of what is left of a transfer. */
export function AskForm(props: {
  c: Ctx;
  desk: Desk;
  shown: Shown;
  box: "debt" | "notice";
  id: string;
  title: string;
  most: number;
  payee?: string;
}) {
  const { c, desk, shown } = props;
  const lang = c.get("lang");
  const value = (name: string, fallback = "") => ({
    name,
    lang,
    value: boxText(shown.raw, name) || fallback,
    error: shown.errors[name],
  });
  const most = showDong(dong(props.most));
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-m">{props.title}</h2>
      <Form csrf={csrfBox(desk.officer)} action={href(c, PATH)}>
        <input type="hidden" name={props.box} value={props.id} />
        <MoneyInput
          {...value("amount")}
          label={text("Số tiền hoàn", "Amount")}
          hint={text(`Nhiều nhất ${most}`, `At most ${most}`)}
        />
        <Input {...value("payee", props.payee)} label={text("Người nhận", "Payee")} autocomplete="off" />
        <Radios
          name="way"
          lang={lang}
          label={text("Cách hoàn", "How")}
          options={[
            { value: "bank", label: text("Chuyển khoản", "By transfer") },
            { value: "cash", label: text("Tiền mặt, có chữ ký", "In cash, against a signature") },
          ]}
          value={boxText(shown.raw, "way") || "bank"}
        />
        <Input
          {...value("bin")}
          label={text("Mã ngân hàng (6 chữ số), nếu chuyển khoản", "Bank (six digits), for a transfer")}
          width={10}
          inputmode="numeric"
          autocomplete="off"
        />
        <Input
          {...value("account")}
          label={text("Số tài khoản, nếu chuyển khoản", "Account, for a transfer")}
          width={20}
          autocomplete="off"
        />
        <Input {...value("reason")} label={text("Lý do", "Reason")} autocomplete="off" />
        <Button label={text("Gửi đề nghị", "Ask")} lang={lang} />
      </Form>
    </section>
  );
}

function stateTag(refund: Refund): { readonly label: Text; readonly tone: Tone } {
  if (refund.paidAt !== null) return { label: text("Đã hoàn", "Given back"), tone: "done" };
  if (refund.outcome === "refused") return { label: text("Không duyệt", "Refused"), tone: "refused" };
  if (refund.outcome === null) return { label: text("Chờ duyệt", "Waiting"), tone: "waiting" };
  return { label: text("Chờ chi", "To be paid out"), tone: "attention" };
}

/** Where a refund stands, and what this officer may do with it. */
export function State({ c, desk, refund }: { c: Ctx; desk: Desk; refund: Refund }) {
  const lang = c.get("lang");
  const has = (role: "unitLead" | "cashier" | "treasurer"): boolean => desk.actor.roles?.includes(role) === true;
  const about = `${refund.dossierCode ?? refund.payeeName}, ${showDong(refund.amount)}`;
  const toPay = refund.outcome === "approved" && refund.paidAt === null;
  const pays = toPay && (refund.way === "bank" ? has("treasurer") : has("cashier"));
  return (
    <>
      <Tag {...stateTag(refund)} lang={lang} /> {refund.proof ?? refund.decisionReason}
      {refund.outcome === null && has("unitLead") && (
        <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/quyet-dinh`)}>
          <input type="hidden" name="refund" value={refund.id} />
          <label class="govuk-label" for={`decision-${refund.id}`}>
            {{ vi: "Ý kiến (bắt buộc khi không duyệt)", en: "Reason (needed to refuse)" }[lang]}
          </label>
          <input class="govuk-input" id={`decision-${refund.id}`} name="decision" autocomplete="off" maxlength={500} />
          <Button label={text("Duyệt", "Approve")} about={about} lang={lang} name="outcome" value="approve" small />
          <Button
            label={text("Không duyệt", "Refuse")}
            about={about}
            lang={lang}
            name="outcome"
            value="refuse"
            kind="secondary"
            small
          />
        </Form>
      )}
      {pays && (
        <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/chi`)}>
          <input type="hidden" name="refund" value={refund.id} />
          <input type="hidden" name="way" value={refund.way} />
          {refund.way === "cash" && (
            <>
              <label class="govuk-label" for={`voucher-${refund.id}`}>
                {{ vi: "Số phiếu chi đã ký", en: "Signed voucher" }[lang]}
              </label>
              <input
                class="govuk-input govuk-input--width-10"
                id={`voucher-${refund.id}`}
                name="voucher"
                autocomplete="off"
                maxlength={60}
              />
            </>
          )}
          <Button
            label={
              refund.way === "bank" ? text("Gửi lệnh chi", "Send to the bank") : text("Đã chi tiền mặt", "Paid in cash")
            }
            about={about}
            lang={lang}
            small
          />
        </Form>
      )}
    </>
  );
}
