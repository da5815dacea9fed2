import { createHash } from "node:crypto";
import type { Language, Text } from "../../../kernel/text.ts";
import type { Realm } from "../port.ts";
import type { SignInVerdict, StandInAccount } from "./accounts.ts";

/** The stand-in's pages: plain HTML without script, one style sheet inside the page, its hash in the policy. */

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1d2530;background:#f4f5f7}
main,.notice>div,.bar>div{max-width:40rem;margin:0 auto;padding:0 1rem}
.notice{background:#ffd84d;color:#1d1600;border-bottom:4px solid #1d1600;padding:.75rem 0}
.notice p{margin:0}.notice strong{display:block;font-size:1.25rem;line-height:1.3}
.bar{padding:.75rem 0}.bar>div{display:flex;flex-wrap:wrap;gap:.5rem 1rem;justify-content:space-between}
main{padding-bottom:3rem}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}h2{font-size:1.2rem;margin:2rem 0 .75rem}
a{color:#0b4f9e}a:focus,button:focus,input:focus{outline:3px solid #0b4f9e;outline-offset:2px}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
button{font:inherit;cursor:pointer;border-radius:.4rem;min-height:2.75rem;padding:.6rem .9rem}
.account{display:block;width:100%;text-align:left;background:#fff;color:inherit;border:1px solid #6b7684}
.account:hover{background:#eaf1fb}
.account b{display:block}.account span{display:block;color:#47515e;font-size:.95rem;overflow-wrap:anywhere}
.go{background:#0b4f9e;color:#fff;border:1px solid #0b4f9e}.go:hover{background:#083c79}
.quiet{background:none;border:1px solid #6b7684;color:#1d2530}
.card{background:#fff;border:1px solid #c3cad3;border-radius:.4rem;padding:1rem}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
input{font:inherit;width:100%;padding:.55rem .7rem;border:2px solid #47515e;border-radius:.3rem;background:#fff;color:inherit}
.hint{color:#47515e;margin:0 0 .25rem}
.problem{border:4px solid #b3261e;padding:.75rem 1rem;margin:0 0 1rem;background:#fff}
.problem h2{margin:0 0 .25rem}.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1rem}
code{overflow-wrap:anywhere}
`;

/** What the browser may do on these pages: no script, no outside resource, forms only here and to the registered clients. */
export const contentSecurityPolicy = (clientOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    // Left open for the provider library, which adds the hash of its one self-submitting form where it needs it.
    "script-src",
    // Browsers hold redirects after a form to this list as well.
    `form-action ${["'self'", ...new Set(clientOrigins)].join(" ")}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(";");

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const safe = (value: string): string => value.replace(/[&<>"']/g, (found) => ESCAPES[found] ?? found);

/** The first language of `ui_locales` that the house speaks; Vietnamese when none is. */
export function languageOf(locales: string | null | undefined): Language {
  const known = (locales ?? "").split(/[\s,]+/).map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag) => tag === "vi" || tag === "en") === "en" ? "en" : "vi";
}

const NOTICE: Text = {
  vi: "Đây không phải là VNeID. Không nhập số định danh hay mật khẩu thật. Mọi người trong danh sách đều do hệ thống tạo ra.",
  en: "This is not VNeID. Do not enter a real number or password. Everybody listed here is invented.",
};
const NOTICE_TITLE: Text = { vi: "Mô phỏng đăng nhập: chế độ trình diễn", en: "Sign-in stand-in: demonstration mode" };

const page = (language: Language, title: string, body: string, otherLanguage = ""): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><div class="notice"><div><p><strong>${NOTICE_TITLE[language]}</strong>${NOTICE[language]}</p></div></div>
<div class="bar"><div><span>motcua · identity stand-in</span>${otherLanguage}</div></div></header>
<main>
${body}
</main>
</body>
</html>`;

const TITLES: Record<Realm, Text> = {
  citizen: {
    vi: "Đăng nhập bằng tài khoản mẫu (thay cho VNeID)",
    en: "Sign in with a sample account (in place of VNeID)",
  },
  officer: { vi: "Đăng nhập cán bộ bằng tài khoản mẫu", en: "Officer sign-in with a sample account" },
};

const GROUPS: readonly { readonly kind: StandInAccount["kind"]; readonly title: Text }[] = [
  { kind: "citizen", title: { vi: "Công dân", en: "Citizens" } },
  { kind: "organisation", title: { vi: "Cơ quan, tổ chức", en: "Organisations" } },
  { kind: "officer", title: { vi: "Cán bộ", en: "Officers" } },
];

/** The sign-in page: the sample accounts as buttons, and number with password for those who want to type. */
export function signInPage(given: {
  language: Language;
  realm: Realm;
  address: string;
  accounts: readonly StandInAccount[];
  verdict: SignInVerdict | null;
  typedNumber: string;
}): string {
  const { language, verdict } = given;
  const title = TITLES[given.realm][language];
  const say = (vi: string, en: string): string => (language === "vi" ? vi : en);
  const problem = verdict ? problemOf(verdict, language) : "";
  const other = language === "vi" ? "en" : "vi";
  return page(
    language,
    problem ? `${say("Lỗi", "Error")}: ${title}` : title,
    `${problem ? `<div class="problem" role="alert"><h2>${say("Chưa đăng nhập được", "Not signed in")}</h2><p><a href="#number">${problem}</a></p></div>` : ""}
<h1>${title}</h1>
<form method="post" action="${given.address}?lang=${language}">
${GROUPS.map(({ kind, title: group }) =>
  accountButtons(
    given.accounts.filter((account) => account.kind === kind),
    group[language],
    language,
  ),
).join("")}
</form>
<h2>${say("Hoặc nhập số và mật khẩu mẫu", "Or type a sample number and password")}</h2>
<form method="post" action="${given.address}?lang=${language}" class="card">
<label for="number">${say("Số định danh, mã tổ chức hoặc tên tài khoản", "Personal number, organisation code or account name")}</label>
<input id="number" name="number" value="${safe(given.typedNumber)}" autocomplete="username" spellcheck="false" required${problem ? ' aria-invalid="true" aria-describedby="problem"' : ""}>
${problem ? `<p id="problem" class="hint">${problem}</p>` : ""}
<label for="password">${say("Mật khẩu mẫu", "Sample password")}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<div class="actions"><button class="go">${say("Đăng nhập", "Sign in")}</button></div>
</form>
<form method="post" action="${given.address}?lang=${language}"><div class="actions">
<button class="quiet" name="cancel" value="yes">${say("Quay lại, không đăng nhập", "Go back without signing in")}</button>
</div></form>`,
    `<a href="${given.address}?lang=${other}" lang="${other}" hreflang="${other}">${other === "vi" ? "Tiếng Việt" : "English"}</a>`,
  );
}

function accountButtons(accounts: readonly StandInAccount[], title: string, language: Language): string {
  if (accounts.length === 0) return "";
  const items = accounts.map((account) => {
    const about = [
      account.organisation?.name,
      account.personNumber,
      account.kind === "citizen"
        ? language === "vi"
          ? `mức độ ${account.assurance}`
          : `level ${account.assurance}`
        : null,
    ].filter(Boolean);
    return `<li><button class="account" name="account" value="${safe(account.subject)}"><b>${safe(account.name)}</b><span>${safe(account.label[language])}</span><span>${safe(about.join(" · "))}</span></button></li>`;
  });
  return `<h2>${title}</h2><ul>${items.join("")}</ul>`;
}

function problemOf(verdict: SignInVerdict, language: Language): string {
  if (verdict.tag === "signed-in") return "";
  if (verdict.tag === "locked") {
    return language === "vi"
      ? `Tài khoản tạm khóa do nhập sai nhiều lần. Vui lòng thử lại sau ${verdict.minutes} phút.`
      : `The account is locked after several wrong passwords. Please try again in ${verdict.minutes} minutes.`;
  }
  return language === "vi"
    ? "Số hoặc mật khẩu không đúng. Sau 5 lần sai, tài khoản tạm khóa 15 phút."
    : "The number or the password is not right. After 5 wrong passwords the account is locked for 15 minutes.";
}

/** Asks once before the provider's own session ends. `form` is the library's hidden form with its token. */
export const signOutPage = (form: string): string =>
  page(
    "vi",
    "Đăng xuất / Sign out",
    `<h1>Đăng xuất khỏi hệ thống mô phỏng? <span lang="en">/ Sign out of the stand-in too?</span></h1>
${form}
<div class="actions"><button class="go" form="op.logoutForm" name="logout" value="yes">Đăng xuất <span lang="en">/ Sign out</span></button>
<button class="quiet" form="op.logoutForm">Giữ đăng nhập <span lang="en">/ Stay signed in</span></button></div>`,
  );

/** A page that says one thing, in both languages: nobody knows here which one the reader prefers. */
export const noticePage = (language: Language, said: Text, detail = ""): string =>
  page(
    language,
    NOTICE_TITLE[language],
    `<h1>${NOTICE_TITLE[language]}</h1><p>${said.vi}</p><p lang="en">${said.en}</p>${detail ? `<p><code>${safe(detail)}</code></p>` : ""}`,
  );
