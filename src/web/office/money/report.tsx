import { Readable } from "node:stream";
import { Hono } from "hono";
import { dong, showDong } from "../../../kernel/dong.ts";
import {
  dayOfInstant,
  type PlainDate,
  parseIsoDate,
  parseVietnameseDate,
  showDate,
} from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import {
  balances,
  FIGURE_NAMES,
  FIGURES,
  type FigureName,
  handoversOf,
  MOVED,
  movementsBehind,
  type ReportLine,
  type ReportQuery,
  reportOf,
  totalOf,
} from "../../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { isId, searchTyped } from "../../forms.ts";
import { Button, Details, Input, Money, Pagination, Table } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import { FIGURE_WORDS, feeName, KIND_WORDS } from "./figures.ts";
import { type Desk, FRESH, moneyDesk, moneyPage, unitName } from "./frame.tsx";
import { reportPdf } from "./papers.ts";
import { csvOf, xlsxOf } from "./report-files.ts";

const PATH = "/office/so-thu";
const TITLE = text("Sổ thu phí, lệ phí", "Books of fees");
const PAGE_SIZE = 100;

/** The books by office and fee over a period; every figure leads to the movements it is made of. */
export function reportPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/so-thu", async (c) => {
    const desk = moneyDesk(c, PATH);
    if (desk instanceof Response) return desk;
    const lang = c.get("lang");
    const query = queryOf(deps, c, desk);
    const [lines, lying, handovers] = await Promise.all([
      reportOf(deps.db, query),
      balances(deps.db, query),
      handoversOf(deps.db, query.officeProvince, query.unitId, query.from, query.until),
    ]);
    const total = totalOf(lines);
    const caption = text(
      `Từ ${showDate(query.from)} đến ${showDate(query.until)}`,
      `${showDate(query.from)} to ${showDate(query.until)}`,
    );
    const lie = (account: string): string => showDong(dong(Math.abs(lying[account] ?? 0)));
    return moneyPage(
      deps,
      c,
      desk,
      { path: PATH, title: TITLE, shown: FRESH },
      <>
        <form method="get" action={href(c, PATH)} class="mc-card">
          <Input
            name="tu"
            label={text("Từ ngày", "From")}
            hint={text("Ví dụ: 01/11/2026", "For example: 01/11/2026")}
            lang={lang}
            width={10}
            value={showDate(query.from)}
          />
          <Input name="den" label={text("Đến ngày", "Until")} lang={lang} width={10} value={showDate(query.until)} />
          <Button label={text("Xem", "Show")} lang={lang} kind="secondary" />
        </form>
        <Wide label={caption} lang={lang}>
          <Table
            dense
            caption={caption}
            empty={text("Không có phát sinh trong kỳ.", "Nothing in this period.")}
            lang={lang}
            columns={[
              { key: "fee", label: text("Khoản thu", "Fee") },
              ...FIGURE_NAMES.map((name) => ({ key: name, label: FIGURE_WORDS[name], figures: true })),
            ]}
            rows={[
              ...lines.map((line) => ({
                cells: {
                  fee: (
                    <>
                      {feeName(line.feeKey, lang)}
                      {desk.ofProvince && (
                        <>
                          <br />
                          <small class="govuk-hint">{unitName(deps, line.unitId, lang)}</small>
                        </>
                      )}
                    </>
                  ),
                  ...Object.fromEntries(
                    FIGURE_NAMES.map((name) => [name, <Cell c={c} query={query} line={line} name={name} />]),
                  ),
                },
              })),
              ...(lines.length > 0
                ? [
                    {
                      cells: {
                        fee: <strong>{{ vi: "Tổng", en: "Total" }[lang]}</strong>,
                        ...Object.fromEntries(
                          FIGURE_NAMES.map((name) => [name, <Money amount={total[name]} lang={lang} />]),
                        ),
                      },
                    },
                  ]
                : []),
            ]}
          />
        </Wide>
        <p class="govuk-body">
          {(["pdf", "xlsx", "csv"] as const).map((format) => (
            <>
              <a class="govuk-link" href={at(c, `${PATH}/tai/${format}`, query)}>
                {text(`Tải ${format.toUpperCase()}`, `Download ${format.toUpperCase()}`)[lang]}
              </a>
              {format === "csv" ? "" : " · "}
            </>
          ))}
        </p>
        <Details summary={text("Tiền đang ở đâu", "Where the money lies")} lang={lang}>
          <ul class="govuk-list govuk-list--bullet">
            <li>
              {text(`Tài khoản ngân hàng: ${lie("received-bank")}`, `At the bank: ${lie("received-bank")}`)[lang]}
            </li>
            <li>{text(`Quỹ tiền mặt: ${lie("received-cash")}`, `In drawers: ${lie("received-cash")}`)[lang]}</li>
            <li>{text(`Đã nộp kho bạc: ${lie("treasury")}`, `At the treasury: ${lie("treasury")}`)[lang]}</li>
            <li>{text(`Chưa khớp: ${lie("unmatched")}`, `Unmatched: ${lie("unmatched")}`)[lang]}</li>
            <li>{text(`Phải hoàn, chưa chi: ${lie("refund-due")}`, `To be given back: ${lie("refund-due")}`)[lang]}</li>
          </ul>
        </Details>
        <Wide label={text("Nộp kho bạc trong kỳ", "Handed to the treasury")} lang={lang}>
          <Table
            dense
            caption={text("Nộp kho bạc trong kỳ", "Handed to the treasury")}
            empty={text("Chưa nộp trong kỳ.", "Nothing was handed over.")}
            lang={lang}
            columns={[
              { key: "slip", label: text("Giấy nộp tiền", "Slip") },
              { key: "day", label: text("Ngày", "Day") },
              { key: "way", label: text("Từ", "From") },
              { key: "amount", label: text("Số tiền", "Amount"), figures: true },
              { key: "by", label: text("Người nộp", "By") },
            ]}
            rows={handovers.map((one) => ({
              cells: {
                slip: one.slip,
                day: showDate(one.day),
                way: (one.way === "cash" ? text("Tiền mặt", "Cash") : text("Ngân hàng", "Bank"))[lang],
                amount: <Money amount={one.amount} lang={lang} />,
                by: one.byName,
              },
            }))}
          />
        </Wide>
      </>,
    );
  });

  app.get("/so-thu/chi-tiet", async (c) => {
    const desk = moneyDesk(c, PATH);
    if (desk instanceof Response) return desk;
    const lang = c.get("lang");
    const query = queryOf(deps, c, desk);
    const name = MOVED.find((one) => one === c.req.query("cot")) ?? "raised";
    const after = c.req.query("sau") ?? "";
    const page = await movementsBehind(deps.db, query, FIGURES[name], isId(after) ? after : null, PAGE_SIZE + 1);
    const shown = page.slice(0, PAGE_SIZE);
    const caption = text(
      `${FIGURE_WORDS[name].vi}, ${showDate(query.from)} – ${showDate(query.until)}`,
      `${FIGURE_WORDS[name].en}, ${showDate(query.from)} to ${showDate(query.until)}`,
    );
    return moneyPage(
      deps,
      c,
      desk,
      { path: PATH, title: FIGURE_WORDS[name], shown: FRESH },
      <>
        <p class="govuk-body">
          <a class="govuk-link" href={at(c, PATH, { ...query, feeKey: null })}>
            {{ vi: "Về sổ thu", en: "Back to the books" }[lang]}
          </a>
        </p>
        <Wide label={caption} lang={lang}>
          <Table
            dense
            caption={caption}
            lang={lang}
            columns={[
              { key: "dossier", label: text("Hồ sơ", "Dossier") },
              { key: "day", label: text("Ngày sổ", "Day") },
              { key: "kind", label: text("Bút toán", "Entry") },
              { key: "fee", label: text("Khoản thu", "Fee") },
              { key: "amount", label: text("Số tiền", "Amount"), figures: true },
              { key: "by", label: text("Người ghi", "By") },
            ]}
            rows={shown.map((line) => ({
              cells: {
                dossier: line.dossierCode ? (
                  <a class="govuk-link" href={href(c, `/office/ho-so/${line.dossierCode}`)}>
                    {line.dossierCode}
                  </a>
                ) : (
                  "–"
                ),
                day: showDate(line.bookDay),
                kind: (KIND_WORDS[line.kind] ?? text(line.kind, line.kind))[lang],
                fee: line.feeKey ? feeName(line.feeKey, lang) : "–",
                amount: <Money amount={line.amount} lang={lang} />,
                by: line.byName,
              },
            }))}
          />
        </Wide>
        <Pagination
          lang={lang}
          {...(page.length > PAGE_SIZE
            ? { nextHref: `${at(c, `${PATH}/chi-tiet`, query)}&cot=${name}&sau=${shown.at(-1)?.id}` }
            : {})}
        />
      </>,
    );
  });

  app.get("/so-thu/tai/:format", async (c) => {
    const desk = moneyDesk(c, PATH);
    if (desk instanceof Response) return desk;
    const query = queryOf(deps, c, desk);
    const format = c.req.param("format");
    const file = `so-thu-${query.from}-${query.until}`;
    const name = (ending: string) => c.header("content-disposition", `attachment; filename="${file}.${ending}"`);
    if (format === "pdf") {
      name("pdf");
      c.header("content-type", "application/pdf");
      return c.body(
        Buffer.from(
          reportPdf(
            deps,
            { ...query, unitId: query.unitId ?? desk.unitId },
            await reportOf(deps.db, query),
            deps.clock.now(),
          ),
        ),
      );
    }
    const allKinds = MOVED.flatMap((one): readonly string[] => FIGURES[one]);
    if (format === "xlsx") {
      name("xlsx");
      c.header("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      return c.body(Readable.toWeb(xlsxOf(deps, query, allKinds)) as ReadableStream);
    }
    name("csv");
    c.header("content-type", "text/csv; charset=utf-8");
    return c.body(Readable.toWeb(Readable.from(csvOf(deps, query, allKinds))) as ReadableStream);
  });

  return app;
}

/** The period asked for; this month until today where none is, or where it makes no sense. */
function queryOf(deps: WebDeps, c: Ctx, desk: Desk): ReportQuery {
  const today = dayOfInstant(deps.clock.now());
  const typed = (name: string): PlainDate | null => {
    const value = searchTyped(c, name, 12);
    return parseVietnameseDate(value) ?? parseIsoDate(value);
  };
  const [from, until] = [typed("tu") ?? (`${today.slice(0, 8)}01` as PlainDate), typed("den") ?? today];
  const unit = desk.ofProvince ? searchTyped(c, "don-vi", 60) || null : desk.unitId;
  return {
    officeProvince: desk.officeProvince,
    unitId: unit,
    feeKey: searchTyped(c, "khoan", 60) || null,
    ...(from <= until ? { from, until } : { from: until, until }),
  };
}

function at(c: Ctx, path: string, query: ReportQuery): string {
  const params = new URLSearchParams({
    tu: query.from,
    den: query.until,
    ...(query.unitId ? { "don-vi": query.unitId } : {}),
    ...(query.feeKey ? { khoan: query.feeKey } : {}),
  });
  return `${href(c, path)}?${params}`;
}

/** A figure, and the way to the movements it is made of. */
function Cell({ c, query, line, name }: { c: Ctx; query: ReportQuery; line: ReportLine; name: FigureName }) {
  const lang = c.get("lang");
  const amount = <Money amount={line[name]} lang={lang} />;
  if (FIGURES[name].length === 0 || line[name] === 0) return amount;
  const { unitId, feeKey } = line;
  return (
    <a class="govuk-link" href={`${at(c, `${PATH}/chi-tiet`, { ...query, unitId, feeKey })}&cot=${name}`}>
      {amount}
      <span class="govuk-visually-hidden"> {FIGURE_WORDS[name][lang]}</span>
    </a>
  );
}
