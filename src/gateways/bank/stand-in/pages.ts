import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { type Dong, showDong } from "../../../kernel/dong.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { VietQrRead } from "../../../kernel/vietqr.ts";
import { FAULT_NAMES, FAULTS } from "./faults.ts";
import type { Account, Booking } from "./ledger.ts";
import type { NoticeState } from "./notices.ts";

/** The payer's bank app, as plain pages. Every page says first that no real money moves. */

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const SAYS = {
  name: text("Ngân hàng Trình diễn", "Demonstration Bank"),
  standIn: text(
    "Ngân hàng giả lập để trình diễn. Không có tiền thật, không nhập thông tin ngân hàng của Quý vị vào trang này.",
    "A stand-in bank for demonstrations. No real money moves; please do not enter your own bank details here.",
  ),
  transfer: text("Chuyển khoản", "Transfer"),
  check: text("Kiểm tra thông tin chuyển khoản", "Check the transfer"),
  beneficiary: text("Người thụ hưởng", "Beneficiary"),
  account: text("Số tài khoản", "Account number"),
  amount: text("Số tiền", "Amount"),
  amountHint: text("Số đồng, ví dụ 50.000", "In đồng, for example 50.000"),
  content: text("Nội dung chuyển khoản", "Content of the transfer"),
  trials: text("Tùy chọn thử nghiệm", "Options for trials"),
  trialsHint: text(
    "Chọn cách ngân hàng báo cho cơ quan thu phí.",
    "Choose how the bank tells the office that collects the fee.",
  ),
  done: text("Đã chuyển khoản", "Transfer done"),
  number: text("Mã giao dịch", "Transaction number"),
  at: text("Thời điểm", "Time"),
  back: text("Quay lại hồ sơ", "Back to the application"),
  home: text("Về trang đầu", "To the first page"),
  notice: text("Thông báo tới cơ quan thu phí", "Notice to the office that collects the fee"),
  latest: text("Giao dịch gần đây", "Latest transfers"),
  none: text("Chưa có giao dịch.", "There is no transfer yet."),
  again: text("Gửi lại thông báo", "Send the notice again"),
  how: text(
    "Quét mã VietQR trên trang nộp phí, hoặc bấm liên kết thanh toán ở trang đó, để mở lệnh chuyển khoản tại đây.",
    "Scan the VietQR on the page where the fee is due, or follow its payment link, to open the transfer here.",
  ),
  wrong: text("Không thực hiện được", "This cannot be done"),
} as const satisfies Record<string, Text>;

const STATES: Record<NoticeState, Text> = {
  waiting: text("Đang chờ gửi", "Waiting to be sent"),
  delivered: text("Cơ quan đã nhận", "The office has received it"),
  refused: text("Cơ quan từ chối nhận", "The office refused it"),
  "given-up": text("Không gửi được sau nhiều lần", "Could not be sent after several attempts"),
  "never-sent": text("Không gửi", "Not sent"),
};

export const TROUBLES = {
  qr: text(
    "Mã QR không đọc được hoặc không phải mã VietQR chuyển khoản bằng đồng. Đề nghị Quý vị quét lại mã trên trang nộp phí.",
    "The QR cannot be read, or is not a VietQR transfer in đồng. Please scan the code on the fee page again.",
  ),
  amount: text(
    "Số tiền phải là số đồng nguyên, lớn hơn 0. Đề nghị Quý vị kiểm tra lại.",
    "The amount must be whole đồng, more than 0. Please check it.",
  ),
  "no-such-account": text(
    "Tài khoản thụ hưởng không tồn tại tại ngân hàng trình diễn này. Chưa có khoản tiền nào được chuyển.",
    "The beneficiary account does not exist at this demonstration bank. No money was moved.",
  ),
  "not-enough-money": text(
    "Số dư không đủ. Chưa có khoản tiền nào được chuyển.",
    "The balance is not sufficient. No money was moved.",
  ),
  "not-found": text("Không tìm thấy trang hoặc giao dịch này.", "This page or transfer was not found."),
  form: text(
    "Biểu mẫu không đầy đủ. Đề nghị Quý vị mở lại lệnh chuyển khoản.",
    "The form is incomplete. Please open the transfer again.",
  ),
} as const satisfies Record<string, Text>;

export const STYLE = `
:root{--ink:#14212b;--line:#c6d2d9;--deep:#0b5d4b;--soft:#eef5f2;--warn:#fff3cd}
*{box-sizing:border-box}
body{margin:0;background:var(--soft);color:var(--ink);font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
.stand-in{background:var(--warn);border-bottom:2px solid #8a6100;padding:.6rem 1rem;margin:0;text-align:center}
header .name{margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:center;background:var(--deep);color:#fff;padding:.75rem 1rem}
header strong{font-size:1.15rem}header a{color:#fff}
main{max-width:34rem;margin:1rem auto;padding:1.25rem;background:#fff;border:1px solid var(--line);border-radius:.5rem;overflow-wrap:anywhere}
@media(max-width:36rem){main{margin:0;border-width:0 0 1px;border-radius:0;padding:1rem}}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 1rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
dl{margin:0 0 1.25rem}dt{color:#46565f}dd{margin:0 0 .75rem;font-weight:600}
dd.sum{font-size:1.5rem;color:var(--deep)}
label{display:block}.choice{display:flex;gap:.6rem;align-items:flex-start;padding:.45rem 0}.choice input{width:1.3rem;height:1.3rem;flex:none;margin:.1rem 0 0}
.choice label{flex:1}fieldset{border:0;margin:0;padding:0}legend{padding:0 0 .25rem}
input[type=text]{font:inherit;width:100%;padding:.6rem;border:2px solid var(--ink);border-radius:.25rem;margin:.25rem 0 1rem}
.hint{color:#46565f;margin:0}
details{border-top:1px solid var(--line);margin:1rem 0;padding:.75rem 0 0}summary{cursor:pointer;padding:.4rem 0}
button,.button{display:block;width:100%;min-height:3rem;font:inherit;font-weight:700;text-align:center;padding:.7rem 1rem;border:0;border-radius:.375rem;background:var(--deep);color:#fff;cursor:pointer;text-decoration:none}
button.quiet{background:#fff;color:var(--deep);border:2px solid var(--deep);min-height:2.75rem;padding:.4rem 1rem}
:focus-visible{outline:3px solid #c25b00;outline-offset:2px}
ul{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line);padding:.75rem 0}
a{color:#0b4f8a}
`;

export type Look = { readonly language: Language; readonly otherLanguageHref: string };

function page(look: Look, title: Text, body: Html): Html {
  const say = (what: Text): string => what[look.language];
  const other = look.language === "vi" ? (["en", "English"] as const) : (["vi", "Tiếng Việt"] as const);
  return html`<!doctype html>
<html lang="${look.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say(title)} – ${say(SAYS.name)}</title>
<link rel="stylesheet" href="/giao-dien.css">
<link rel="icon" href="data:,">
</head>
<body>
<header>
<p class="stand-in">${say(SAYS.standIn)}</p>
<p class="name"><strong>${say(SAYS.name)}</strong><a href="${look.otherLanguageHref}" lang="${other[0]}" hreflang="${other[0]}">${other[1]}</a></p>
</header>
<main>
<h1>${say(title)}</h1>
${body}
</main>
</body>
</html>`;
}

export type TransferForm = {
  readonly order: string;
  readonly qr: string;
  readonly back: string;
  readonly read: VietQrRead;
  readonly holder: string | null;
};

/** The order as the QR gives it, to be looked over and sent. */
export function transferPage(look: Look, form: TransferForm): Html {
  const say = (what: Text): string => what[look.language];
  const { read } = form;
  const amount =
    read.amount === null
      ? html`<label for="so-tien">${say(SAYS.amount)}</label><p class="hint" id="so-tien-huong-dan">${say(SAYS.amountHint)}</p>
<input type="text" id="so-tien" name="amount" inputmode="numeric" autocomplete="off" aria-describedby="so-tien-huong-dan" required>`
      : "";
  return page(
    look,
    SAYS.check,
    html`<form method="post" action="/chuyen-khoan">
<dl>
<dt>${say(SAYS.beneficiary)}</dt><dd>${form.holder ?? "–"}</dd>
<dt>${say(SAYS.account)}</dt><dd>${read.account} (${read.bin})</dd>
${read.amount === null ? "" : html`<dt>${say(SAYS.amount)}</dt><dd class="sum">${showDong(read.amount)}</dd>`}
<dt>${say(SAYS.content)}</dt><dd>${read.purpose ?? "–"}</dd>
</dl>
${amount}
<input type="hidden" name="qr" value="${form.qr}">
<input type="hidden" name="order" value="${form.order}">
<input type="hidden" name="ve" value="${form.back}">
<input type="hidden" name="lang" value="${look.language}">
<button type="submit">${say(SAYS.transfer)}</button>
<details><summary>${say(SAYS.trials)}</summary>
<fieldset><legend class="hint">${say(SAYS.trialsHint)}</legend>
${FAULT_NAMES.map(
  (fault) =>
    html`<div class="choice"><input type="radio" name="fault" id="thu-${fault}" value="${fault}" ${fault === "none" ? "checked" : ""}><label for="thu-${fault}">${say(FAULTS[fault])}</label></div>`,
)}
</fieldset></details>
</form>`,
  );
}

/** What was done, and the way back to the office's page. `back` is already known to be the office's. */
export function receiptPage(
  look: Look,
  booking: Booking,
  beneficiary: Account,
  state: NoticeState,
  back: string | null,
): Html {
  const say = (what: Text): string => what[look.language];
  return page(
    look,
    SAYS.done,
    html`<dl>
<dt>${say(SAYS.amount)}</dt><dd class="sum">${showDong(booking.amount)}</dd>
<dt>${say(SAYS.beneficiary)}</dt><dd>${beneficiary.holder}</dd>
<dt>${say(SAYS.content)}</dt><dd>${booking.reference || "–"}</dd>
<dt>${say(SAYS.number)}</dt><dd>${booking.bankTransaction}</dd>
<dt>${say(SAYS.at)}</dt><dd>${showInstant(booking.paidAt)}</dd>
<dt>${say(SAYS.notice)}</dt><dd>${say(STATES[state])}</dd>
</dl>
${back === null ? html`<a href="/?lang=${look.language}">${say(SAYS.home)}</a>` : html`<a class="button" href="${back}">${say(SAYS.back)}</a>`}`,
  );
}

/** The first page, for whoever opens the bank without an order: what it is, and what passed through it. */
export function frontPage(
  look: Look,
  latest: readonly { readonly booking: Booking; readonly state: NoticeState }[],
  received: Dong,
): Html {
  const say = (what: Text): string => what[look.language];
  return page(
    look,
    SAYS.transfer,
    html`<p>${say(SAYS.how)}</p>
<h2>${say(SAYS.latest)}: ${showDong(received)}</h2>
${
  latest.length === 0
    ? html`<p>${say(SAYS.none)}</p>`
    : html`<ul>${latest.map(
        ({ booking, state }) => html`<li>
<strong>${showDong(booking.amount)}</strong> · ${showInstant(booking.paidAt)}<br>${booking.reference || "–"}<br>${booking.bankTransaction}: ${say(STATES[state])}
<form method="post" action="/thu-nghiem/gui-lai"><input type="hidden" name="bankTransaction" value="${booking.bankTransaction}"><input type="hidden" name="lang" value="${look.language}"><button class="quiet" type="submit">${say(SAYS.again)}</button></form>
</li>`,
      )}</ul>`
}`,
  );
}

export const troublePage = (look: Look, trouble: keyof typeof TROUBLES): Html =>
  page(
    look,
    SAYS.wrong,
    html`<p>${TROUBLES[trouble][look.language]}</p><p><a href="/?lang=${look.language}">${SAYS.home[look.language]}</a></p>`,
  );
