import { Hono } from "hono";
import { showDong } from "../../kernel/dong.ts";
import { dayOfInstant, isoInstant, showInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { basisWords, groundOn, isOpen, outstanding, waiversOfDossier } from "../../modules/payments/index.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { Button, InsetText, Notice, PaymentWatch, QrFigure, SummaryList } from "../ui/index.ts";
import { mine } from "./dossier/mine.ts";
import { portalPage } from "./page.tsx";

const REFRESH_SECONDS = 10;

/** What is to be paid, as a bank QR and in words for whoever types it; the page waits for the bank's word. */
export function paymentPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code/thanh-toan", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const lang = c.get("lang");
    const { row, state } = found.view;
    const base = href(c, `/ho-so/${row.code}`);
    const debts = await deps.payments.debtsOf(deps.db, row.officeProvince, row.id);
    const open = debts.filter((debt) => isOpen(debt) && !state.endedAt);
    const paid = debts.filter((debt) => debt.paidAt !== null);
    const waivers = await waiversOfDossier(deps.db, row.officeProvince, row.id);
    const { beneficiary } = deps.payments;
    return portalPage(
      deps,
      c,
      {
        title: text("Nộp lệ phí", "Pay the fee"),
        back: { href: base },
        ...(open.length > 0 ? { refreshSeconds: REFRESH_SECONDS } : {}),
      },
      <>
        <span class="govuk-caption-l">{row.code}</span>
        <h1 class="govuk-heading-l">{{ vi: "Nộp lệ phí", en: "Pay the fee" }[lang]}</h1>
        {paid.map((debt) => (
          <Notice lang={lang} tone="success" title={text("Đã nhận được tiền", "Payment received")}>
            <p class="govuk-body">
              {debt.title}: <strong>{showDong(debt.amount)}</strong>
              {debt.payment &&
                {
                  vi: `, lúc ${showInstant(debt.payment.paidAt)}. Số biên lai ${debt.payment.receiptNumber}.`,
                  en: `, at ${showInstant(debt.payment.paidAt)}. Receipt no. ${debt.payment.receiptNumber}.`,
                }[lang]}
            </p>
          </Notice>
        ))}
        {waivers.map((waiver) => {
          const ground = groundOn(waiver.ground, dayOfInstant(waiver.askedAt));
          return (
            <Notice lang={lang} tone="success" title={text("Được miễn, giảm", "Not asked for")}>
              <p class="govuk-body">
                {waiver.feeTitle}: <strong>{showDong(waiver.amount)}</strong>.{" "}
                {ground && `${ground.title[lang]} (${basisWords(ground)}).`}
              </p>
            </Notice>
          );
        })}
        {open.length === 0 && paid.length === 0 && waivers.length === 0 && (
          <InsetText>
            {{ vi: "Hồ sơ này không có khoản nào phải nộp.", en: "Nothing is to be paid for this dossier." }[lang]}
          </InsetText>
        )}
        {open.map((debt) => {
          const qr = deps.payments.vietQrFor(debt).payload;
          return (
            <>
              <p class="govuk-body">
                {
                  {
                    vi: "Mở ứng dụng ngân hàng, chọn quét mã QR. Số tiền và nội dung đã có sẵn trong mã.",
                    en: "Open your bank's app and scan the QR code. Amount and content are in it.",
                  }[lang]
                }
              </p>
              <QrFigure
                value={qr}
                alt={text(
                  `Mã VietQR để chuyển ${showDong(outstanding(debt))}`,
                  `VietQR code to transfer ${showDong(outstanding(debt))}`,
                )}
                lang={lang}
              />
              <SummaryList
                lang={lang}
                rows={[
                  { label: text("Khoản nộp", "For"), value: debt.title },
                  { label: text("Số tiền", "Amount"), value: <strong>{showDong(outstanding(debt))}</strong> },
                  ...(debt.paid > 0
                    ? [{ label: text("Đã nộp một phần", "Paid in part"), value: showDong(debt.paid) }]
                    : []),
                  ...(debt.waived > 0
                    ? [{ label: text("Được giảm", "Reduced by"), value: showDong(debt.waived) }]
                    : []),
                  { label: text("Người nhận", "To"), value: beneficiary.holder },
                  { label: text("Số tài khoản", "Account"), value: beneficiary.account },
                  { label: text("Nội dung chuyển khoản", "Content"), value: <strong>{debt.reference}</strong> },
                ]}
              />
              {deps.settings.bankPage && (
                <p class="govuk-body">
                  <a
                    class="govuk-button govuk-button--secondary"
                    href={`${deps.settings.bankPage}?${new URLSearchParams({ qr, ve: `${deps.settings.publicUrl}${base}/thanh-toan`, lang })}`}
                  >
                    {{ vi: "Mở ngân hàng mô phỏng (bản thử)", en: "Open the trial bank" }[lang]}
                  </a>
                </p>
              )}
            </>
          );
        })}
        {open.length > 0 && (
          <PaymentWatch statusUrl={`${base}/thanh-toan/tinh-trang`} doneHref={`${base}/thanh-toan`} lang={lang}>
            <Button
              label={text("Tôi đã chuyển khoản, kiểm tra lại", "I have paid, check again")}
              lang={lang}
              kind="secondary"
              href={`${base}/thanh-toan`}
            />
          </PaymentWatch>
        )}
        {open.length === 0 && <Button label={text("Về hồ sơ", "Back to the dossier")} lang={lang} href={base} />}
      </>,
    );
  });

  app.get("/ho-so/:code/thanh-toan/tinh-trang", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const debts = await deps.payments.debtsOf(deps.db, found.view.row.officeProvince, found.view.row.id);
    const due = debts.some(isOpen);
    return c.json({ status: due ? "due" : "paid", at: isoInstant(deps.clock.now()) });
  });

  return app;
}
