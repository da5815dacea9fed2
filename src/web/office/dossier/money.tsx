import type { Money as MoneyState } from "../../../engine/state/index.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { type DebtState, debtState } from "../../../modules/payments/index.ts";
import { type Ctx, href } from "../../context.ts";
import { DateText, Money, Tag, type Tone } from "../../ui/index.ts";
import type { Desk } from "./load.ts";

const DEBT_STATES: { readonly [S in DebtState]: { readonly label: Text; readonly tone: Tone } } = {
  open: { label: text("Chưa nộp", "Not paid"), tone: "attention" },
  "part-paid": { label: text("Nộp một phần", "Paid in part"), tone: "attention" },
  paid: { label: text("Đã nộp", "Paid"), tone: "done" },
  waived: { label: text("Được miễn", "Exempt"), tone: "done" },
  cancelled: { label: text("Đã hủy", "Cancelled"), tone: "neutral" },
  "refund-due": { label: text("Phải hoàn trả", "To be refunded"), tone: "refused" },
};
const MONEY_STATES: { readonly [S in MoneyState]: Text } = {
  none: text("Hồ sơ không thu phí, lệ phí.", "No fee for this dossier."),
  due: text("Chờ nộp lệ phí.", "Waiting for the fee."),
  paid: text("Đã nộp đủ.", "Paid in full."),
  cancelled: text("Khoản thu đã hủy.", "The fee was cancelled."),
};

/** What the dossier owes and paid. */
export function Fees({ desk, lang }: { desk: Desk; lang: Language }) {
  return (
    <section class="mc-card" id="le-phi">
      <h2 class="govuk-heading-m">{{ vi: "Phí, lệ phí", en: "Fees" }[lang]}</h2>
      <p class="govuk-body">{MONEY_STATES[desk.view.state.money][lang]}</p>
      {desk.debts.length > 0 && (
        <ul class="govuk-list">
          {desk.debts.map((debt) => (
            <li>
              {debt.title}: <Money amount={debt.amount} lang={lang} />{" "}
              <Tag {...DEBT_STATES[debtState(debt)]} lang={lang} />
              <br />
              <span class="mc-muted">
                {{ vi: "Nội dung chuyển khoản", en: "Reference" }[lang]} {debt.reference}
                {debt.payment && (
                  <>
                    {"; "}
                    {{ vi: "biên lai", en: "receipt" }[lang]} {debt.payment.receiptNumber},{" "}
                    <DateText at={debt.payment.paidAt} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The papers the office made for this dossier: notices of its acts, made when first opened, and the result. */
export function Issued({ c, desk, lang }: { c: Ctx; desk: Desk; lang: Language }) {
  const at = (path: string): string => href(c, `/office/ho-so/${desk.view.row.code}/${path}`);
  // The control sheet is the house's own and stands apart.
  const [papers, sheets] = [desk.documents.filter((one) => !isSheet(one)), desk.documents.filter(isSheet)];
  const noticed = new Set(desk.notices.map(({ seq }) => seq));
  const made = [
    ...desk.notices.map(({ seq, title }) => {
      const document = papers.find(({ actSeq }) => actSeq === seq);
      const number = document?.number ?? null;
      const act = desk.view.acts.find((done) => done.seq === seq);
      return {
        at: at(`thong-bao/${seq}`),
        title: title[lang],
        number,
        on: document?.createdAt ?? act?.at ?? desk.now,
        by: document?.signedBy ?? [],
      };
    }),
    ...papers
      .filter(({ actSeq }) => !noticed.has(actSeq))
      .map(({ id, title, actSeq, number, createdAt, signedBy }) => ({
        at: at(`van-ban/${id}`),
        title: isUnsealed(desk, actSeq)
          ? `${title}, ${{ vi: "bản ký chưa đóng dấu", en: "signed, not sealed yet" }[lang]}`
          : title,
        number,
        on: createdAt,
        by: signedBy,
      })),
  ];
  return (
    <section class="mc-card" id="van-ban">
      <h2 class="govuk-heading-m">{{ vi: "Văn bản của cơ quan", en: "Papers of the office" }[lang]}</h2>
      {made.length === 0 && <p class="govuk-body">{{ vi: "Chưa có văn bản nào.", en: "None yet." }[lang]}</p>}
      {made.length > 0 && (
        <ul class="govuk-list">
          {made.map((paper) => (
            <li>
              <a class="govuk-link" href={paper.at} target="_blank" rel="noopener">
                {paper.title}
                {paper.number && ` (${paper.number})`}
                <span class="govuk-visually-hidden">
                  {" "}
                  {{ vi: "(PDF, mở trong thẻ mới)", en: "(PDF, opens in a new tab)" }[lang]}
                </span>
              </a>
              <br />
              <span class="mc-muted">
                <DateText at={paper.on} />
                {paper.by.length > 0 && `; ${{ vi: "ký số", en: "signed" }[lang]}: ${paper.by.join(", ")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3 class="govuk-heading-s">{{ vi: "Phiếu kiểm soát", en: "Control sheet" }[lang]}</h3>
      <p class="govuk-body">
        <a class="govuk-link" href={at("phieu-kiem-soat")} target="_blank" rel="noopener">
          {{ vi: "Lập phiếu đến thời điểm này", en: "Make the sheet as it stands now" }[lang]}
          <span class="govuk-visually-hidden">
            {" "}
            {{ vi: "(PDF, mở trong thẻ mới)", en: "(PDF, opens in a new tab)" }[lang]}
          </span>
        </a>
      </p>
      {sheets.length > 0 && (
        <ul class="govuk-list">
          {sheets.map((sheet) => (
            <li>
              <a class="govuk-link" href={at(`van-ban/${sheet.id}`)} target="_blank" rel="noopener">
                {{ vi: "Phiếu lập lúc", en: "Sheet of" }[lang]} <DateText at={sheet.createdAt} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isSheet = ({ kind }: Desk["documents"][number]): boolean => kind === "control-sheet";

/** The paper as its signer left it, before the seal of the office. */
const isUnsealed = (desk: Desk, seq: number): boolean =>
  desk.view.acts.some((act) => act.seq === seq && act.kind === "signed");
