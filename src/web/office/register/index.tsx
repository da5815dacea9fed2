import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Hono } from "hono";
import { oneStopFormOn } from "../../../../law/index.ts";
import { dayOfInstant, showDate, showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, type LoggedReading, readLogged, type Why } from "../../../modules/access/index.ts";
import {
  REGISTER_COLUMNS,
  type RegisteredDossier,
  type RegisterQuestion,
  registerWords,
} from "../../../modules/dossiers/index.ts";
import {
  type Cell,
  countCell,
  type ExportFormat,
  exportList,
  exportMediaTypes,
  momentCell,
  textCell,
} from "../../../modules/sheets/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound, PageProblem } from "../../errors.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { sendFile } from "../../portal/draft/papers.tsx";
import { csrfBox } from "../../portal/page.tsx";
import {
  Button,
  DateInput,
  DateText,
  ErrorSummary,
  Filters,
  Form,
  Notice,
  Pagination,
  Select,
  Table,
} from "../../ui/index.ts";
import { type FiguresQuery, figuresQueryString, PERIODS, partsOf, readFiguresQuery } from "../figures/query.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { REGISTER_ROLES } from "./roles.ts";

const PATH = "/office/so-theo-doi";
const TITLE = text("Sổ theo dõi hồ sơ", "Register of dossiers");
const WHY: Why = { purpose: "work-list" };
const PAGE_SIZE = 50;
const PRINTS_SHOWN = 10;

type Asked = { readonly officer: Officer; readonly query: FiguresQuery; readonly question: RegisterQuestion };

/** The register of dossiers of a unit (form 07): on the page, as a file, and as a sealed print that is kept. */
export function registerPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  const questionFor = (c: Ctx, officer: Officer): Asked => {
    const query = readFiguresQuery(c, deps.clock.now());
    return { officer, query, question: { unit: officer.post.unit.id, from: query.from, until: query.until } };
  };
  const asked = (c: Ctx): Asked | Response => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    if (!officer.post.roles.some((role) => REGISTER_ROLES.includes(role))) throw notYours();
    return questionFor(c, officer);
  };

  app.get("/so-theo-doi", async (c) => {
    const ask = asked(c);
    return ask instanceof Response ? ask : show(c, ask, null, 200);
  });

  const show = async (c: Ctx, { officer, query, question }: Asked, error: Text | null, status: 200 | 403 | 409) => {
    const lang = c.get("lang");
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const offset = (page - 1) * PAGE_SIZE;
    const found = await readLogged(deps.db, deps.clock.now(), whoOf(officer), WHY, async (reading) => {
      const lines = await deps.register.page(reading, question, PAGE_SIZE + 1, offset);
      for (const line of lines.slice(0, PAGE_SIZE)) note(reading, line);
      return lines;
    });
    const { unit } = officer.post;
    const prints = await deps.register.prints(deps.db, unit.provinceCode, unit.id, PRINTS_SHOWN);
    const lines = found.slice(0, PAGE_SIZE);
    const at = (path: string, more: Readonly<Record<string, string>> = {}): string =>
      href(c, PATH + path) + figuresQueryString(query, more);
    const form = oneStopFormOn("register", dayOfInstant(deps.clock.now()));
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: error !== null, path: PATH },
      <>
        <ErrorSummary errors={{}} extra={error ? [error] : []} lang={lang} title={NOT_PRINTED} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {
                {
                  vi: "Đã lập bản in, đóng dấu ký số và lưu. Bản in ở đầu danh sách bên dưới.",
                  en: "The print was made, sealed and kept. It is the first in the list below.",
                }[lang]
              }
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
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
          {form &&
            {
              vi: `Mẫu số ${form.number}, Thông tư ${form.circular}. `,
              en: `Form ${form.number}, Circular ${form.circular}. `,
            }[lang]}
          {
            {
              vi: `Hồ sơ nhận từ ${showDate(query.from)} đến hết ${showDate(query.until)}. Mỗi lượt xem được ghi vào nhật ký truy cập dữ liệu cá nhân.`,
              en: `Dossiers received from ${showDate(query.from)} to the end of ${showDate(query.until)}. Each look is written into the log of personal data.`,
            }[lang]
          }
        </p>
        <div class="govuk-!-margin-bottom-6">
          <Filters action={href(c, PATH)} chosen={[]} clearHref={href(c, PATH)} lang={lang}>
            <Select name="ky" label={text("Kỳ", "Period")} lang={lang} options={PERIODS} value={query.period} />
            <DateInput name="tu" label={text("Từ ngày", "From")} lang={lang} value={partsOf(query.from)} />
            <DateInput
              name="den"
              label={text("Đến hết ngày", "To the end of")}
              lang={lang}
              value={partsOf(query.until)}
            />
          </Filters>
        </div>
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            empty={text("Không có hồ sơ nào được nhận trong kỳ.", "No dossier was received in the period.")}
            lang={lang}
            columns={REGISTER_COLUMNS.map((label, n) => ({ key: String(n), label }))}
            rows={lines.map((line, n) => ({
              cells: Object.fromEntries(
                registerWords(line, offset + n + 1).map((words, column) => [
                  String(column),
                  column === 1 ? (
                    <a class="govuk-link" href={href(c, `/office/ho-so/${words}`)}>
                      {words}
                    </a>
                  ) : (
                    words || "–"
                  ),
                ]),
              ),
            }))}
          />
        </Wide>
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: at("", { trang: String(page - 1) }) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: at("", { trang: String(page + 1) }) } : {})}
        />
        <p class="govuk-body">
          {{ vi: "Tải về: ", en: "Download: " }[lang]}
          <a class="govuk-link" href={at("/tai", { dang: "xlsx" })}>
            XLSX
          </a>
          {" · "}
          <a class="govuk-link" href={at("/tai", { dang: "csv" })}>
            CSV
          </a>
        </p>
        <section class="mc-card" id="ban-in">
          <h2 class="govuk-heading-m">{{ vi: "Bản in có ký số", en: "Sealed prints" }[lang]}</h2>
          <Form csrf={csrfBox(officer)} action={at("/ban-in")}>
            <Button label={text("Lập bản in của kỳ này", "Print this period")} lang={lang} kind="secondary" />
          </Form>
          {prints.length > 0 && (
            <ul class="govuk-list">
              {prints.map((print) => (
                <li>
                  <a class="govuk-link" href={href(c, `${PATH}/ban-in/${print.id}`)} target="_blank" rel="noopener">
                    {showDate(print.from)} – {showDate(print.until)}
                    <span class="govuk-visually-hidden">
                      {" "}
                      {{ vi: "(PDF, mở trong thẻ mới)", en: "(PDF, opens in a new tab)" }[lang]}
                    </span>
                  </a>
                  <br />
                  <span class="mc-muted">
                    {{ vi: `${print.dossiers} hồ sơ; `, en: `${print.dossiers} dossiers; ` }[lang]}
                    {print.printedByName}, <DateText at={print.printedAt} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </>,
    );
  };

  app.get("/so-theo-doi/tai", (c) => {
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    const { officer, question, query } = ask;
    const format: ExportFormat = c.req.query("dang") === "csv" ? "csv" : "xlsx";
    const lang = c.get("lang");
    const out = new PassThrough();
    readLogged(deps.db, deps.clock.now(), whoOf(officer), WHY, (reading) =>
      pipeline(
        exportList(
          {
            name: TITLE[lang],
            columns: REGISTER_COLUMNS.map((title, n) => ({ title: title[lang], width: WIDTHS[n] ?? 20 })),
            pages: cellPages(reading, deps.register.pages(reading, question)),
          },
          format,
        ),
        out,
      ),
    ).catch((error: Error) => out.destroy(error));
    return c.body(Readable.toWeb(out) as ReadableStream, 200, {
      "content-type": exportMediaTypes[format],
      "content-disposition": `attachment; filename="so-theo-doi-${query.from}-${query.until}.${format}"`,
      "cache-control": "private, no-store",
    });
  });

  app.post("/so-theo-doi/ban-in", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    if (posted.stale) return show(c, ask, STALE, 403);
    const { officer, question, query } = ask;
    const { account, name } = actorOf(officer);
    const done = await readLogged(deps.db, deps.clock.now(), whoOf(officer), WHY, (reading) =>
      deps.register.print(reading, officer.post.unit.provinceCode, question, { account, name }, (line) =>
        note(reading, line),
      ),
    );
    if (!done.ok) return show(c, ask, tooMany(done.failure.most), 409);
    return c.redirect(href(c, PATH) + figuresQueryString(query, { xong: "1" }), 303);
  });

  app.get("/so-theo-doi/ban-in/:id", async (c) => {
    const ask = asked(c);
    if (ask instanceof Response) return ask;
    const { unit } = ask.officer.post;
    const id = c.req.param("id");
    const print = await readLogged(deps.db, deps.clock.now(), whoOf(ask.officer), WHY, async (reading) => {
      const found = isId(id) ? await deps.register.findPrint(reading, unit.provinceCode, unit.id, id) : null;
      if (!found) throw notFound();
      const detail = `${TITLE.vi}: ${showDate(found.from)} – ${showDate(found.until)}, ${showInstant(found.printedAt)}`;
      reading.note({ subjectNumber: null, dossierCode: null, fields: LOOKED, detail });
      return found;
    });
    const name = `${TITLE.vi} ${print.from} ${print.until}.pdf`;
    return sendFile(deps, c, { sha256: print.sha256, name, mediaType: "application/pdf" }, "attachment");
  });

  return app;
}

const LOOKED = ["name", "address", "contact", "history"] as const;
const note = (reading: LoggedReading, { ownerNumber, code }: RegisteredDossier): void =>
  reading.note({ subjectNumber: ownerNumber, dossierCode: code, fields: LOOKED, detail: TITLE.vi });

/** Column widths of the sheet, in characters. */
const WIDTHS = [6, 28, 36, 10, 30, 44, 30, 18, 18, 18, 20, 26, 30] as const;

async function* cellPages(
  reading: LoggedReading,
  pages: AsyncIterable<readonly RegisteredDossier[]>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  let number = 0;
  for await (const page of pages) {
    yield page.map((line) => {
      note(reading, line);
      number += 1;
      return cellsOf(line, number);
    });
  }
}

const cellsOf = (line: RegisteredDossier, number: number): readonly Cell[] => [
  countCell(number),
  textCell(line.code),
  textCell(line.procedure),
  textCell(line.sets),
  textCell(line.applicant),
  textCell(line.reach),
  textCell(line.leadUnit),
  momentCell(line.receivedAt),
  momentCell(line.dueAt),
  momentCell(line.returnedAt),
  textCell(line.method),
  textCell(line.takenBy),
  textCell(line.note),
];

const NOT_PRINTED = text("Chưa lập được bản in", "Not printed");
const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa lập bản in. Đề nghị bấm lại.",
  "Your session has changed, so nothing was printed. Press again.",
);
const tooMany = (most: number): Text =>
  text(
    `Kỳ này có hơn ${most} hồ sơ, nhiều hơn một bản in chứa được. Đề nghị chia thành các kỳ ngắn hơn, hoặc tải XLSX.`,
    `The period has more than ${most} dossiers, too many for one print. Choose shorter periods, or take the XLSX.`,
  );
const notYours = (): PageProblem =>
  new PageProblem(
    403,
    text("Sổ theo dõi hồ sơ không thuộc nhiệm vụ của vị trí này", "The register is not for this post"),
    text(
      "Sổ dành cho lãnh đạo đơn vị, cán bộ và người đứng đầu Bộ phận Một cửa, văn thư. Đề nghị đổi vị trí công tác nếu đồng chí có vị trí đó.",
      "It is for unit leads, the one-stop desk and clerks. Change the post if you hold one of these.",
    ),
  );
