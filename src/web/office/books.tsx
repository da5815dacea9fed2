import { Hono } from "hono";
import { statusName } from "../../engine/state/index.ts";
import { dateOf, dayOfInstant, type Instant, instantAt, monthOf, showDate, yearOf } from "../../kernel/plain-date.ts";
import { type Language, text } from "../../kernel/text.ts";
import { readLogged } from "../../modules/access/index.ts";
import type { BookLine } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { wholeNumber } from "../forms.ts";
import { Button, Form, InsetText, Pagination, Select, Table } from "../ui/index.ts";
import { WAY_NAMES } from "./dossier/words.ts";
import { officerOf, whoOf } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const PATH = "/office/so-ket-qua";
const PAGE_SIZE = 100;
const MONTHS = 24;
const BOOK = text("Sổ kết quả giải quyết", "Book of results");

/** What an office numbered in a month, in the order of its numbers, made to be printed; the register of dossiers is form 07. */
export function bookPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/so-ket-qua", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const lang = c.get("lang");
    const now = deps.clock.now();
    const months = lastMonths(now);
    const month = months.find(({ value }) => value === c.req.query("thang")) ?? months[0];
    if (!month) throw new Error("no month");
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 1_000));
    const { unit } = officer.post;
    const officeProvinces = await deps.dossiers.cooperation.provincesOf(deps.db, unit.id);
    const { from, until } = month;
    const asked = { officeProvinces, unit: unit.id, from, until, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
    const found = await readLogged(deps.db, now, whoOf(officer), { purpose: "work-list" }, async (reading) => {
      const lines = await deps.dossiers.bookOfResults(reading, asked);
      for (const { ownerNumber, code } of lines.slice(0, PAGE_SIZE))
        reading.note({ subjectNumber: ownerNumber, dossierCode: code, fields: ["name"] });
      return lines;
    });
    const lines = found.slice(0, PAGE_SIZE);
    const at = (to: number): string =>
      href(c, `${PATH}?${new URLSearchParams({ thang: month.value, trang: String(to) })}`);
    const title = text(`${BOOK.vi}, ${month.label.vi}`, `${BOOK.en}, ${month.label.en}`);
    return officePage(
      deps,
      c,
      officer,
      { title },
      <>
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <p class="govuk-body">{(deps.catalogue.findUnit(unit.id)?.name ?? text(unit.name, unit.name))[lang]}</p>
        <div class="mc-no-print">
          <Form method="get" action={href(c, PATH)}>
            <Select
              name="thang"
              label={text("Tháng", "Month")}
              lang={lang}
              options={months.map(({ value, label }) => ({ value, label }))}
              value={month.value}
            />
            <Button label={text("Xem", "Show")} lang={lang} kind="secondary" small />
          </Form>
          <InsetText>
            {
              {
                vi: "In trang này bằng lệnh in của trình duyệt; thanh điều hướng và nút không in ra.",
                en: "Print this page with the browser; menus and buttons are left out.",
              }[lang]
            }
          </InsetText>
        </div>
        <Wide label={BOOK} lang={lang}>
          <Lines deps={deps} c={c} lines={lines} first={asked.offset + 1} lang={lang} />
        </Wide>
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: at(page - 1) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: at(page + 1) } : {})}
        />
      </>,
    );
  });

  return app;
}

function Lines(props: { deps: WebDeps; c: Ctx; lines: readonly BookLine[]; first: number; lang: Language }) {
  const { deps, c, lines, first, lang } = props;
  const on = (at: Instant | null): string => (at === null ? "" : showDate(dayOfInstant(at)));
  return (
    <Table
      dense
      captionHidden
      caption={BOOK}
      lang={lang}
      empty={text("Không có dòng nào trong tháng.", "Nothing in this month.")}
      columns={[
        { key: "code", label: text("Mã hồ sơ", "Code") },
        { key: "serial", label: text("STT", "No."), figures: true },
        { key: "procedure", label: text("Thủ tục", "Procedure") },
        { key: "owner", label: text("Tổ chức, cá nhân", "Owner") },
        { key: "received", label: text("Nhận", "Received") },
        { key: "due", label: text("Hẹn trả", "Due") },
        { key: "number", label: text("Số kết quả", "Result") },
        { key: "returned", label: text("Trả kết quả", "Returned") },
        { key: "note", label: text("Ghi chú", "Remark") },
      ]}
      rows={lines.map((line, at) => ({
        href: href(c, `/office/ho-so/${line.code}`),
        cells: {
          code: line.code,
          serial: String(first + at),
          procedure: deps.dossiers.findProcedure(line.procedureKey)?.title[lang] ?? line.procedureKey,
          owner: line.ownerName,
          received: on(line.acceptedAt ?? line.filedAt),
          due: on(line.dueAt),
          number: line.number === null ? "" : `${line.number}, ${on(line.numberedAt)}`,
          returned: [on(line.returnedAt), wayWords(line.way, lang), line.to ?? ""].filter(Boolean).join(", "),
          note: statusName(line.status)[lang],
        },
      }))}
    />
  );
}

const wayWords = (way: string | null, lang: Language): string =>
  way !== null && way in WAY_NAMES ? WAY_NAMES[way as keyof typeof WAY_NAMES][lang] : "";

/** This month and those before it, the newest first. */
function lastMonths(now: Instant) {
  const today = dayOfInstant(now);
  return Array.from({ length: MONTHS }, (_, back) => {
    const count = yearOf(today) * 12 + monthOf(today) - 1 - back;
    const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
    const [first, next] = [dateOf(year, month, 1), dateOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1)];
    if (!first || !next) throw new Error("no such month");
    const value = `${year}-${String(month).padStart(2, "0")}`;
    const label = text(`tháng ${String(month).padStart(2, "0")}/${year}`, `${String(month).padStart(2, "0")}/${year}`);
    return { value, label, from: instantAt(first, 0), until: instantAt(next, 0) };
  });
}
