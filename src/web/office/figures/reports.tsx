import { Readable } from "node:stream";
import { Hono } from "hono";
import { type ReportKey, reportFormOn } from "../../../../law/index.ts";
import { dayOfInstant, showDate } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import { type Cell, countCell, exportList, exportMediaTypes, textCell } from "../../../modules/sheets/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { Split, Table } from "../../ui/index.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { type AskFigures, figuresAsked } from "./asked.ts";
import { PeriodFilters } from "./filters.tsx";
import { figuresQueryString } from "./query.ts";
import { handlingTable, overrunTable, type ReportTable, reportFile } from "./report-tables.ts";

const PATH = "/office/so-lieu/bao-cao";
const TITLE = text("Báo cáo theo biểu mẫu", "Statutory reports");
const NAMES: { readonly [K in ReportKey]: string } = { handling: "ii06", overruns: "ii07" };

/** Forms II.06 and II.07 of a period: on the page, as a sheet, and as a draft to sign. */
export function reportPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const tableOf = (key: ReportKey, { question }: AskFigures): Promise<ReportTable> =>
    key === "handling" ? handlingTable(deps, question) : overrunTable(deps, question, deps.clock.now());

  app.get("/so-lieu/bao-cao", async (c) => {
    const ask = figuresAsked(deps, c);
    if (ask instanceof Response) return ask;
    const { officer, query } = ask;
    const lang = c.get("lang");
    const tables = [await tableOf("handling", ask), await tableOf("overruns", ask)];
    return officePage(
      deps,
      c,
      officer,
      {
        title: TITLE,
        crumbs: [{ label: text("Số liệu", "Figures"), href: href(c, "/office/so-lieu") + figuresQueryString(query) }],
      },
      <>
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {showDate(query.from)} – {showDate(query.until)}
        </p>
        <Split
          side={
            <PeriodFilters c={c} query={query} seen={ask.seen} path={PATH} empty={text("Mọi đơn vị", "Every unit")} />
          }
          sideLabel={{ vi: "Bộ lọc", en: "Filters" }[lang]}
        >
          {tables.map((table) => (
            <Report c={c} ask={ask} table={table} deps={deps} />
          ))}
        </Split>
      </>,
    );
  });

  app.get("/so-lieu/bao-cao/:file", async (c) => {
    const ask = figuresAsked(deps, c);
    if (ask instanceof Response) return ask;
    const [name, ending] = c.req.param("file").split(".");
    const key = (["handling", "overruns"] as const).find((one) => NAMES[one] === name);
    if (!key || (ending !== "pdf" && ending !== "xlsx" && ending !== "csv")) throw notFound();
    const table = await tableOf(key, ask);
    c.header("content-disposition", `attachment; filename="${name}-${ask.query.from}-${ask.query.until}.${ending}"`);
    c.header("cache-control", "private, no-store");
    if (ending === "pdf") {
      const by = { unit: ask.officer.post.unit.id, name: ask.officer.name };
      c.header("content-type", "application/pdf");
      return c.body(Buffer.from(reportFile(deps, table, ask.question, by)));
    }
    c.header("content-type", exportMediaTypes[ending]);
    return c.body(Readable.toWeb(exportList(listOf(table), ending)) as ReadableStream);
  });

  return app;
}

const listOf = ({ key, columns, rows, total }: ReportTable) => ({
  name: NAMES[key].toUpperCase(),
  columns: columns.map(({ label, wide }) => ({ title: label.vi, width: wide ? 44 : 18 })),
  pages: once([...rows, total].map((row) => row.map(cellOf))),
});
const cellOf = (words: string): Cell => (/^\d+$/.test(words) ? countCell(Number(words)) : textCell(words || null));
async function* once<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}

function Report({ deps, c, ask, table }: { deps: WebDeps; c: Ctx; ask: AskFigures; table: ReportTable }) {
  const lang = c.get("lang");
  const form = reportFormOn(table.key, dayOfInstant(deps.clock.now()));
  if (!form) return null;
  const caption = text(`Biểu ${form.number}: ${form.title.vi}`, `Form ${form.number}: ${form.title.en}`);
  const at = (ending: string): string =>
    `${href(c, PATH)}/${NAMES[table.key]}.${ending}${figuresQueryString(ask.query)}`;
  return (
    <>
      <h2 class="govuk-heading-m">{caption[lang]}</h2>
      <Wide label={caption} lang={lang}>
        <Table
          dense
          captionHidden
          caption={caption}
          empty={text("Không phát sinh trong kỳ.", "Nothing in the period.")}
          lang={lang}
          // The running number is for paper; on the page the field names its row.
          columns={table.columns.slice(1).map(({ label, wide }, n) => ({ key: String(n), label, figures: !wide }))}
          rows={(table.rows.length === 0 ? [] : [...table.rows, table.total]).map((row) => ({
            cells: Object.fromEntries(row.slice(1).map((words, n) => [String(n), words])),
          }))}
        />
      </Wide>
      <p class="govuk-body">
        {{ vi: "Tải về: ", en: "Download: " }[lang]}
        {(["pdf", "xlsx", "csv"] as const).map((ending) => (
          <>
            <a class="govuk-link" href={at(ending)}>
              {ending.toUpperCase()}
              <span class="govuk-visually-hidden"> {form.number}</span>
            </a>{" "}
          </>
        ))}
      </p>
    </>
  );
}
