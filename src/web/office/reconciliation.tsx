import { Hono } from "hono";
import { showDong } from "../../kernel/dong.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import {
  listReconciliation,
  type MoneyInvariants,
  moneyInvariants,
  RECONCILIATION_SORTS,
  type Reconciliation,
  type ReconciliationSort,
  VERDICT_NAMES,
  VERDICTS,
  type Verdict,
} from "../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { searchTyped, wholeNumber } from "../forms.ts";
import {
  DateText,
  Figures,
  Filters,
  Input,
  InsetText,
  Money,
  Notice,
  Pagination,
  Select,
  Table,
  Tag,
  type Tone,
} from "../ui/index.ts";
import { officerOf } from "./guard.ts";
import { MoneyTabs } from "./money/frame.tsx";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

type Query = {
  readonly page: number;
  readonly sort: ReconciliationSort;
  readonly verdict: Verdict | "";
  readonly search: string;
};

const TONES: { readonly [V in Verdict]: Tone } = {
  matched: "done",
  "unknown-reference": "attention",
  "wrong-amount": "refused",
  "already-paid": "attention",
  "cancelled-debt": "attention",
};

/** What the bank told, what became of it, and what is still owed in the province. */
export function reconciliationPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/doi-soat", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    // Money and debts are of the same office; whoever keeps the accounts of a province sees all of it.
    const keeps = officer.post.roles.includes("treasurer");
    const ofProvince = keeps && officer.post.unit.level !== "commune";
    const query = readQuery(c);
    const list = await listReconciliation(deps.db, {
      page: query.page,
      sort: query.sort,
      officeProvince: officer.post.unit.provinceCode,
      ...(ofProvince ? {} : { unitId: officer.post.unit.id }),
      ...(query.verdict ? { verdict: query.verdict } : {}),
      ...(query.search ? { search: query.search } : {}),
    });
    // Going through all books takes time, so it is done when asked for.
    const books = c.req.query("so") === "kiem" ? await moneyInvariants(deps.db) : null;
    const lang = c.get("lang");
    return officePage(
      deps,
      c,
      officer,
      { title: text("Đối soát lệ phí", "Reconciliation") },
      <>
        <MoneyTabs c={c} officer={officer} path="/office/doi-soat" />
        <h1 class="govuk-heading-l">{{ vi: "Đối soát lệ phí", en: "Reconciliation of fees" }[lang]}</h1>
        <p class="govuk-body">
          {
            (ofProvince
              ? text("Số liệu của mọi đơn vị trong tỉnh.", "All offices of the province.")
              : text("Số liệu của đơn vị.", "Your office."))[lang]
          }{" "}
          {ofProvince && (
            <a class="govuk-link" href={href(c, "/office/doi-soat/sao-ke")}>
              {{ vi: "Nhận sao kê ngân hàng", en: "Take in a bank statement" }[lang]}
            </a>
          )}
        </p>
        <Totals list={list} lang={lang} />
        {books ? (
          <Books books={books} lang={lang} />
        ) : (
          <p class="govuk-body">
            <a class="govuk-link" href={`${at(c, query, {})}${at(c, query, {}).includes("?") ? "&" : "?"}so=kiem`}>
              {{ vi: "Kiểm tra sổ thu ngay bây giờ", en: "Check the books now" }[lang]}
            </a>
          </p>
        )}
        <h2 class="govuk-heading-m">{{ vi: "Báo có của ngân hàng", en: "Notices of the bank" }[lang]}</h2>
        <SearchAndFilter c={c} query={query} lang={lang} />
        <Lines c={c} list={list} query={query} lang={lang} />
        <h2 class="govuk-heading-m">{{ vi: "Khoản chưa nộp lâu nhất", en: "Longest unpaid" }[lang]}</h2>
        <Open c={c} list={list} lang={lang} />
      </>,
    );
  });

  return app;
}

function readQuery(c: Ctx): Query {
  const verdict = c.req.query("ket-qua") ?? "";
  const sort = c.req.query("xep") ?? "";
  return {
    page: Math.max(1, wholeNumber(c.req.query("trang"), 1, 100_000)),
    sort: RECONCILIATION_SORTS.find((known) => known === sort) ?? "received-desc",
    verdict: VERDICTS.find((known) => known === verdict) ?? "",
    search: searchTyped(c, "q", 100),
  };
}

function at(c: Ctx, query: Query, changes: Partial<Query>): string {
  const { page, sort, verdict, search } = { ...query, page: 1, ...changes };
  const params = new URLSearchParams({
    ...(search ? { q: search } : {}),
    ...(verdict ? { "ket-qua": verdict } : {}),
    ...(sort === "received-desc" ? {} : { xep: sort }),
    ...(page === 1 ? {} : { trang: String(page) }),
  }).toString();
  return href(c, "/office/doi-soat") + (params && `?${params}`);
}

const Totals = ({ list, lang }: { list: Reconciliation; lang: Language }) => {
  const odd = VERDICTS.filter((verdict) => verdict !== "matched").reduce(
    (sum, verdict) => ({
      count: sum.count + list.totals[verdict].count,
      amount: sum.amount + list.totals[verdict].amount,
    }),
    { count: 0, amount: 0 },
  );
  const many = (count: number): Text => text(`${count} khoản`, `${count} items`);
  const label = (words: Text, count: number): Text =>
    text(`${words.vi} (${many(count).vi})`, `${words.en} (${many(count).en})`);
  const { matched } = list.totals;
  return (
    <Figures
      lang={lang}
      figures={[
        { label: label(text("Đã khớp, đã thu", "Matched, collected"), matched.count), value: showDong(matched.amount) },
        { label: label(text("Chưa nộp", "Unpaid"), list.open.count), value: showDong(list.open.amount) },
        {
          label: label(text("Chưa khớp, cần xử lý", "Unmatched, to be settled"), odd.count),
          value: showDong(odd.amount as typeof matched.amount),
          ...(odd.count > 0 ? { tone: "soon" as const } : {}),
        },
        {
          label: label(text("Phải hoàn trả", "To be refunded"), list.refundDue.count),
          value: showDong(list.refundDue.amount),
          ...(list.refundDue.count > 0 ? { tone: "late" as const } : {}),
        },
      ]}
    />
  );
};

/** The rules of the books as the module names them, in the language of the office. */
const RULES: Readonly<Record<string, string>> = {
  "a transfer stands in the books once": "mỗi giao dịch ngân hàng chỉ ghi sổ một lần",
  "a payment rests on a transfer": "mỗi khoản thu chuyển khoản có giao dịch ngân hàng",
  "a matched transfer made a payment of its amount": "mỗi giao dịch khớp đã thành khoản thu đúng số tiền",
  "no more is paid and given back than a transfer brought": "không dùng và hoàn quá số tiền của giao dịch",
  "what a debt counts as paid is what came in for it": "số đã nộp bằng tiền thực nhận",
  "what a debt counts as waived was granted": "số miễn, giảm đều được duyệt",
  "a debt is paid when nothing is left of it, and then only": "khoản thu đã nộp khi và chỉ khi không còn nợ",
  "the ledger owes of a debt what the debt says": "sổ cái khớp với từng khoản phải nộp",
  "every transfer, receipt, payment, waiver and refund stands in the ledger with its amount":
    "mọi giao dịch, biên lai, miễn giảm, hoàn trả đều có trong sổ cái đúng số tiền",
  "the ledger adds up to nothing": "tổng sổ cái bằng 0",
  "every posting adds up to nothing": "mỗi bút toán cân bằng",
  "nobody gives back more than came in for a debt": "không hoàn quá số đã nộp",
  "no drawer is below nothing": "không quỹ nào âm",
  "receipts of a book follow one another without a gap": "số biên lai liên tục, không nhảy số",
  "a closed day is what the ledger says of it": "ngày đã chốt đúng với sổ cái",
  "a cancelled debt is not paid": "khoản đã hủy không có tiền thu",
  "the sum paid is the sum matched": "tổng đã thu bằng tổng đã khớp",
};

const Books = ({ books, lang }: { books: MoneyInvariants; lang: Language }) => {
  const [matched, paid] = [showDong(books.matchedDong), showDong(books.paidDong)];
  const sums = {
    vi: `Toàn hệ thống: đã khớp ${matched}, đã thu ${paid}.`,
    en: `Whole system: matched ${matched}, collected ${paid}.`,
  }[lang];
  if (books.broken.length === 0) {
    return (
      <Notice lang={lang} tone="success" title={text("Sổ thu khớp", "The books add up")}>
        <p class="govuk-body">
          {sums} {{ vi: "Mọi quy tắc của sổ đều đúng.", en: "Every rule of the books holds." }[lang]}
        </p>
      </Notice>
    );
  }
  return (
    <InsetText>
      <strong>{{ vi: "Sổ thu KHÔNG khớp. ", en: "The books do NOT add up. " }[lang]}</strong>
      {sums}
      <ul class="govuk-list govuk-list--bullet">
        {books.broken.map(({ rule, count }) => (
          <li>
            {{ vi: RULES[rule] ?? rule, en: rule }[lang]}: {count}
          </li>
        ))}
      </ul>
    </InsetText>
  );
};

const SearchAndFilter = ({ c, query, lang }: { c: Ctx; query: Query; lang: Language }) => (
  <Filters
    action={href(c, "/office/doi-soat")}
    clearHref={href(c, "/office/doi-soat")}
    lang={lang}
    open={query.search !== "" || query.verdict !== ""}
    chosen={[
      ...(query.search ? [{ label: `“${query.search}”`, removeHref: at(c, query, { search: "" }) }] : []),
      ...(query.verdict ? [{ label: VERDICT_NAMES[query.verdict], removeHref: at(c, query, { verdict: "" }) }] : []),
    ]}
  >
    {query.sort !== "received-desc" && <input type="hidden" name="xep" value={query.sort} />}
    <Input
      name="q"
      type="search"
      label={text("Nội dung chuyển khoản, số giao dịch hoặc mã hồ sơ", "Reference, transaction or dossier code")}
      lang={lang}
      value={query.search}
      autocomplete="off"
    />
    <Select
      name="ket-qua"
      label={text("Kết quả đối soát", "Verdict")}
      lang={lang}
      options={VERDICTS.map((verdict) => ({ value: verdict, label: VERDICT_NAMES[verdict] }))}
      value={query.verdict}
      empty={text("Mọi kết quả", "Any verdict")}
    />
  </Filters>
);

const Lines = ({ c, list, query, lang }: { c: Ctx; list: Reconciliation; query: Query; lang: Language }) => {
  const sortBy = (column: "received" | "paid" | "amount") => {
    const now = query.sort.startsWith(column)
      ? query.sort.endsWith("asc")
        ? ("ascending" as const)
        : ("descending" as const)
      : undefined;
    return {
      href: at(c, query, { sort: `${column}-${now === "descending" ? "asc" : "desc"}` }),
      ...(now ? { now } : {}),
    };
  };
  return (
    <>
      <Wide label={text("Báo có của ngân hàng", "Notices of the bank")} lang={lang}>
        <Table
          dense
          captionHidden
          caption={text("Báo có của ngân hàng", "Notices of the bank")}
          lang={lang}
          columns={[
            { key: "transaction", label: text("Số giao dịch", "Transaction") },
            { key: "received", label: text("Nhận lúc", "Received"), sort: sortBy("received") },
            { key: "paid", label: text("Nộp lúc", "Paid"), sort: sortBy("paid") },
            { key: "amount", label: text("Số tiền", "Amount"), figures: true, sort: sortBy("amount") },
            { key: "reference", label: text("Nội dung", "Reference") },
            { key: "verdict", label: text("Kết quả", "Verdict") },
            { key: "dossier", label: text("Hồ sơ", "Dossier") },
            { key: "receipt", label: text("Biên lai", "Receipt") },
          ]}
          rows={list.lines.map((line) => ({
            cells: {
              transaction: (
                <a class="govuk-link" href={href(c, `/office/doi-soat/bao-co/${line.id}`)}>
                  {line.bankTransaction}
                </a>
              ),
              received: <DateText at={line.receivedAt} />,
              paid: <DateText at={line.paidAt} />,
              amount: <Money amount={line.amount} lang={lang} />,
              reference: line.reference || "–",
              verdict: <Tag label={VERDICT_NAMES[line.verdict]} tone={TONES[line.verdict]} lang={lang} />,
              dossier: <Code c={c} code={line.dossierCode} />,
              receipt: line.receiptNumber ?? "–",
            },
          }))}
        />
      </Wide>
      <Pagination
        lang={lang}
        {...(list.page > 1 ? { previousHref: at(c, query, { page: list.page - 1 }) } : {})}
        {...(list.page < list.pages ? { nextHref: at(c, query, { page: list.page + 1 }) } : {})}
        {...(list.found > 0
          ? {
              position: text(
                `Trang ${list.page}/${list.pages}, ${list.found} dòng`,
                `Page ${list.page} of ${list.pages}, ${list.found} lines`,
              ),
            }
          : {})}
      />
    </>
  );
};

const Open = ({ c, list, lang }: { c: Ctx; list: Reconciliation; lang: Language }) => (
  <Wide label={text("Khoản chưa nộp lâu nhất", "Longest unpaid")} lang={lang}>
    <Table
      dense
      captionHidden
      caption={text("Khoản chưa nộp lâu nhất", "Longest unpaid")}
      empty={text("Không có khoản nào chưa nộp.", "Nothing is unpaid.")}
      lang={lang}
      columns={[
        { key: "reference", label: text("Nội dung chuyển khoản", "Reference") },
        { key: "dossier", label: text("Hồ sơ", "Dossier") },
        { key: "title", label: text("Khoản thu", "Fee") },
        { key: "amount", label: text("Số tiền", "Amount"), figures: true },
        { key: "since", label: text("Từ lúc", "Since") },
      ]}
      rows={list.oldestOpen.map((debt) => ({
        cells: {
          reference: debt.reference,
          dossier: <Code c={c} code={debt.dossierCode} />,
          title: debt.title,
          amount: <Money amount={debt.amount} lang={lang} />,
          since: <DateText at={debt.createdAt} />,
        },
      }))}
    />
  </Wide>
);

/** A dossier of another unit does not open: the link then says so. */
const Code = ({ c, code }: { c: Ctx; code: string | null }) =>
  code === null ? (
    <>–</>
  ) : (
    <a class="govuk-link" href={href(c, `/office/ho-so/${code}`)}>
      {code}
    </a>
  );
