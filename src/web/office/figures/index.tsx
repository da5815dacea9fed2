import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Hono } from "hono";
import { showDate } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { drawChart } from "../../../modules/figures/index.ts";
import { type ExportFormat, exportList, exportMediaTypes } from "../../../modules/sheets/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { wholeNumber } from "../../forms.ts";
import { Figures, Notice, Pagination, Split } from "../../ui/index.ts";
import { officePage } from "../page.tsx";
import { Ages } from "./ages.tsx";
import { type AskFigures, figuresAsked } from "./asked.ts";
import { DossierTable, dossierCells, LIST_COLUMNS } from "./dossiers.tsx";
import { FigureFilters } from "./filters.tsx";
import { type FiguresQuery, figuresQueryString, leads, readCell } from "./query.ts";
import { FigureTable, headingOf, lineCells, linesOf, TABLE_COLUMNS } from "./table.tsx";

const PAGE_SIZE = 50;

/** Figures of the work, down to the dossiers behind each. */
export function figurePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  const asked = (c: Ctx): AskFigures | Response => figuresAsked(deps, c);

  app.get("/so-lieu", async (c) => {
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    const { officer, query, question, seen } = ask;
    const lang = c.get("lang");
    const [{ lines, total }, ages] = await Promise.all([
      linesOf(deps, query, question, lang),
      deps.figures.ages(question.units),
    ]);
    const at = (path: string, more: Readonly<Record<string, string>> = {}): string =>
      href(c, `/office/so-lieu${path}`) + figuresQueryString(query, more);
    const share = total.done === 0 ? "–" : `${Math.floor((100 * (total.done - total.late)) / total.done)} %`;
    return officePage(
      deps,
      c,
      officer,
      { title: text("Số liệu giải quyết hồ sơ", "Figures of the work") },
      <>
        <h1 class="govuk-heading-l">{{ vi: "Số liệu giải quyết hồ sơ", en: "Figures of the work" }[lang]}</h1>
        {query.wrong && (
          <Notice lang={lang}>
            <p class="govuk-body">
              {
                {
                  vi: "Khoảng ngày chưa đúng: cần đủ từ ngày, đến ngày, và từ ngày không sau đến ngày. Đang hiển thị tháng này.",
                  en: "That is no period: give both days, the first not after the last. This month is shown.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        <p class="govuk-body">
          {
            {
              vi: `Từ ${showDate(query.from)} đến hết ${showDate(query.until)}. Quá hạn tính theo thời hạn của pháp luật, kể cả khi đã hẹn lại.`,
              en: `From ${showDate(query.from)} to the end of ${showDate(query.until)}. Late is judged on the time of the law, also after a new appointment.`,
            }[lang]
          }
        </p>
        <Figures
          lang={lang}
          figures={[
            { label: text("Phải giải quyết", "To handle"), value: String(total.received), href: at("/ho-so") },
            { label: text("Đã giải quyết", "Done"), value: String(total.done) },
            { label: text("Đúng hạn và trước hạn", "In time"), value: share },
            {
              label: text("Giải quyết quá hạn", "Done late"),
              value: String(total.late),
              href: at("/ho-so", { o: "late" }),
              ...(total.late > 0 ? { tone: "late" as const } : {}),
            },
            {
              label: text("Đang quá hạn", "Late in hand"),
              value: String(total.openLate),
              href: at("/ho-so", { o: "open-late" }),
              ...(total.openLate > 0 ? { tone: "late" as const } : {}),
            },
          ]}
        />
        <Split
          side={<FigureFilters deps={deps} c={c} query={query} seen={seen} officers={leads(officer)} />}
          sideLabel={{ vi: "Bộ lọc", en: "Filters" }[lang]}
        >
          <FigureTable c={c} query={query} lines={lines} total={total} lang={lang} />
          <Downloads lang={lang} hrefOf={(format) => at("/bang", { dang: format })} />
          <p class="govuk-body">
            <a class="govuk-link" href={at("/bao-cao")}>
              {{ vi: "Báo cáo theo biểu mẫu", en: "Statutory reports" }[lang]}
            </a>
            {" · "}
            <a class="govuk-link" href={at("/cham-diem")}>
              {{ vi: "Chấm điểm, bộ chỉ số phục vụ", en: "Score card and service index" }[lang]}
            </a>
          </p>
          <h2 class="govuk-heading-m">{{ vi: "Theo ngày", en: "Day by day" }[lang]}</h2>
          <img
            class="mc-chart"
            src={at("/theo-ngay.svg")}
            width={CHART.width}
            height={CHART.height}
            alt={
              {
                vi: "Biểu đồ số hồ sơ tiếp nhận, đã giải quyết và quá hạn theo ngày. Chọn nhóm theo ngày để xem bảng số.",
                en: "Chart of dossiers received, done and late by day. Group by day to see the numbers.",
              }[lang]
            }
          />
          <h2 class="govuk-heading-m">{{ vi: "Hồ sơ đang giải quyết theo tuổi", en: "In hand, by age" }[lang]}</h2>
          <Ages ages={ages} lang={lang} />
        </Split>
      </>,
    );
  });

  app.get("/so-lieu/ho-so", async (c) => {
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    const { officer, query } = ask;
    const lang = c.get("lang");
    const { question, cell } = readCell(c, query, ask.question, deps.procedures);
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const found = await deps.figures.list(question, cell, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE);
    const keep = { o: c.req.query("o") ?? "", khoa: c.req.query("khoa") ?? "" };
    const at = (path: string, more: Readonly<Record<string, string>>): string =>
      href(c, `/office/so-lieu${path}`) + figuresQueryString(query, { ...keep, ...more });
    const title = headingOf(deps, query, cell, keep.khoa, lang);
    return officePage(
      deps,
      c,
      officer,
      {
        title,
        crumbs: [{ label: text("Số liệu", "Figures"), href: href(c, "/office/so-lieu") + figuresQueryString(query) }],
      },
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {showDate(query.from)} – {showDate(query.until)}
        </p>
        <DossierTable c={c} deps={deps} officer={officer} rows={found.slice(0, PAGE_SIZE)} lang={lang} />
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: at("/ho-so", { trang: String(page - 1) }) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: at("/ho-so", { trang: String(page + 1) }) } : {})}
        />
        <Downloads lang={lang} hrefOf={(format) => at("/danh-sach", { dang: format })} />
      </>,
    );
  });

  /** The table itself as a file. */
  app.get("/so-lieu/bang", async (c) => {
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    const lang = c.get("lang");
    const { lines, total } = await linesOf(deps, ask.query, ask.question, lang);
    const rows = [
      ...lines.map((line) => lineCells(line, line.label)),
      lineCells(total, { vi: "Tổng số", en: "Total" }[lang]),
    ];
    const list = {
      name: "II.06",
      columns: TABLE_COLUMNS.map((column) => ({ title: column[lang], width: 18 })),
      pages: once(rows),
    };
    return download(c, exportList(list, formatOf(c)), nameOf("so-lieu", ask.query), formatOf(c));
  });

  /** Every dossier behind a figure, in as much memory as one page of them takes. */
  app.get("/so-lieu/danh-sach", (c) => {
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    const lang = c.get("lang");
    const { question, cell } = readCell(c, ask.query, ask.question, deps.procedures);
    const out = new PassThrough();
    const cellsOf = dossierCells(deps, lang);
    deps.figures
      .stream(question, cell, (pages) =>
        pipeline(
          exportList(
            {
              name: { vi: "Hồ sơ", en: "Dossiers" }[lang],
              columns: LIST_COLUMNS.map(({ title, width }) => ({ title: title[lang], width })),
              pages: each(pages, cellsOf),
            },
            formatOf(c),
          ),
          out,
        ),
      )
      .catch((error: Error) => out.destroy(error));
    return download(c, out, nameOf("ho-so", ask.query), formatOf(c));
  });

  app.get("/so-lieu/theo-ngay.svg", async (c) => {
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    const flow = await deps.figures.flow(ask.question);
    const lang = c.get("lang");
    const svg = drawChart({
      ...CHART,
      labels: flow.map(({ day }) => `${day.slice(8)}/${day.slice(5, 7)}`),
      series: [
        {
          name: { vi: "Tiếp nhận", en: "Received" }[lang],
          kind: "line",
          color: "#1d4f91",
          values: flow.map((day) => day.received),
        },
        {
          name: { vi: "Giải quyết đúng hạn", en: "Done in time" }[lang],
          kind: "bar",
          stack: "done",
          color: "#5f9e6e",
          values: flow.map((day) => day.done - day.late),
        },
        {
          name: { vi: "Giải quyết quá hạn", en: "Done late" }[lang],
          kind: "bar",
          stack: "done",
          color: "#c4452d",
          values: flow.map((day) => day.late),
        },
      ],
    });
    return c.body(svg, 200, { "content-type": "image/svg+xml; charset=utf-8", "cache-control": "private, max-age=60" });
  });

  return app;
}

const CHART = { width: 860, height: 300 };

const formatOf = (c: Ctx): ExportFormat => (c.req.query("dang") === "csv" ? "csv" : "xlsx");
const nameOf = (what: string, { from, until }: FiguresQuery): string => `${what}-${from}-${until}`;

const download = (c: Ctx, stream: Readable, name: string, format: ExportFormat): Response =>
  c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    "content-type": exportMediaTypes[format],
    "content-disposition": `attachment; filename="${name}.${format}"`,
    "cache-control": "private, no-store",
  });

async function* once<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}
async function* each<A, B>(pages: AsyncIterable<readonly A[]>, of: (one: A) => B): AsyncGenerator<readonly B[]> {
  for await (const page of pages) yield page.map(of);
}

const Downloads = (props: { hrefOf: (format: ExportFormat) => string; lang: Language }) => (
  <p class="govuk-body">
    {{ vi: "Tải về: ", en: "Download: " }[props.lang]}
    <a class="govuk-link" href={props.hrefOf("xlsx")}>
      XLSX
    </a>
    {" · "}
    <a class="govuk-link" href={props.hrefOf("csv")}>
      CSV
    </a>
  </p>
);
