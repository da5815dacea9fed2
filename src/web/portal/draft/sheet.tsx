import { Hono } from "hono";
import type { GroupField, Page } from "../../../engine/definition/index.ts";
import { answersThatCount, checkEntry, entriesOf, type ItemAnswers, readItem } from "../../../engine/form/index.ts";
import type { Json } from "../../../kernel/canonical-json.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { checkCsrf } from "../../../modules/access/index.ts";
import { competentUnitFor } from "../../../modules/dossiers/index.ts";
import { findStays, stayEntries } from "../../../modules/registers/index.ts";
import {
  makeCsvTemplate,
  makeTemplate,
  readSheet,
  sheetFailureText,
  sheetLimits,
} from "../../../modules/sheets/index.ts";
import type { Ctx, Vars, WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { Button, ErrorSummary, FileUpload, Form, InsetText, SummaryList, Table } from "../../ui/index.ts";
import { receiveUpload } from "../../uploads.ts";
import { postedBy, visitorOf } from "../guard.ts";
import { csrfBox, portalPage } from "../page.tsx";
import { ownerOf } from "./check.tsx";
import { type Desk, deskFor, deskOf, stepAfter, stepHref } from "./load.ts";
import { STALE } from "./page.tsx";

/** Many entries by one file: read, every wrong row named, the good ones kept or held back as the sender says. */

type BadRow = { readonly line: number; readonly column: Text; readonly reason: Text };
/** What was read and waits in the draft for the sender's word. */
type Pending = {
  readonly group: string;
  readonly file: string;
  readonly good: readonly ItemAnswers[];
  readonly bad: readonly BadRow[];
  readonly known: number;
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function sheetPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const address = "/nhap/:draft/trang/:page/tep";

  app.get(`${address}/mau.xlsx`, async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    const { group } = placeOf(desk, c);
    return c.body((await makeTemplate(group, c.get("lang"))) as Uint8Array<ArrayBuffer>, 200, {
      "content-type": XLSX,
      "content-disposition": `attachment; filename="mau-${group.key}.xlsx"`,
    });
  });
  app.get(`${address}/mau.csv`, async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    const { group } = placeOf(desk, c);
    return c.body(makeCsvTemplate(group, c.get("lang")) as Uint8Array<ArrayBuffer>, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="mau-${group.key}.csv"`,
    });
  });

  app.get(address, async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    return show(c, desk, null);
  });

  app.post(address, async (c) => {
    const visitor = visitorOf(c);
    if (visitor instanceof Response) return visitor;
    const received = await receiveUpload(c, { filesMost: 1, bytesMost: sheetLimits.fileBytesMax });
    const desk = await deskFor(deps, c, visitor);
    if (desk instanceof Response) return desk;
    if (!checkCsrf(desk.session, received.raw._csrf)) return show(c, desk, STALE);
    const { page, group } = placeOf(desk, c);
    if (received.tooLarge.length > 0)
      return show(c, desk, sheetFailureText({ kind: "too-large", bytesMax: sheetLimits.fileBytesMax }));
    const file = received.files[0];
    if (!file || file.bytes.length === 0)
      return show(c, desk, text("Vui lòng chọn tệp Excel hoặc CSV.", "Choose an Excel or CSV file."));
    const sheet = await readSheet(file.bytes, group);
    if (!sheet.ok) return show(c, desk, sheetFailureText(sheet.failure));
    if (sheet.value.rows.length + sheet.value.problems.length === 0) {
      return show(
        c,
        desk,
        text(
          "Tệp không có dòng dữ liệu nào. Vui lòng điền từ dòng dưới dòng ví dụ.",
          "The file holds no rows. Fill it in below the example row.",
        ),
      );
    }
    const pending = await judge(desk, group, file.name, sheet.value);
    await deps.dossiers.drafts.setPending(desk.draft, pending as unknown as Json);
    return c.redirect(stepHref(c, desk.draft, `trang/${page.key}/tep/ket-qua`), 303);
  });

  /** Reads every row with the same rules as the page; a row that stands twice in the file is taken once. */
  const judge = async (
    desk: Desk,
    group: GroupField,
    name: string,
    sheet: {
      rows: readonly { line: number; cells: { readonly [field: string]: string } }[];
      problems: readonly { line: number; field: string; text: Text }[];
    },
  ): Promise<Pending> => {
    const label = (key: string): Text =>
      group.fields.find((field) => key === field.key || key.startsWith(`${field.key}.`))?.label ?? text("Dòng", "Row");
    const bad: BadRow[] = sheet.problems.map((problem) => ({
      line: problem.line,
      column: label(problem.field),
      reason: problem.text,
    }));
    const good: { line: number; entry: ItemAnswers }[] = [];
    const seen = new Map<string, number>();
    for (const row of sheet.rows) {
      const reading = readItem(group, row.cells, desk.draft.answers, desk.form);
      const first =
        reading.problems[0] ?? checkEntry(desk.edition, group, reading.answers, desk.draft.answers, desk.form)[0];
      if (first) {
        bad.push({ line: row.line, column: label(first.name), reason: first.text });
        continue;
      }
      const key = JSON.stringify(reading.answers);
      const before = seen.get(key);
      if (before !== undefined) {
        bad.push({
          line: row.line,
          column: text("Cả dòng", "Whole row"),
          reason: text(`Trùng với dòng ${before}.`, `The same as row ${before}.`),
        });
        continue;
      }
      seen.set(key, row.line);
      good.push({ line: row.line, entry: reading.answers });
    }
    const fresh = await withoutRegistered(
      desk,
      group,
      good.map(({ entry }) => entry),
    );
    return {
      group: group.key,
      file: name,
      good: fresh,
      bad: bad.sort((a, b) => a.line - b.line),
      known: good.length - fresh.length,
    };
  };

  /** Leaves out what stands in the register already, so that a file sent again registers nothing twice. */
  const withoutRegistered = async (
    desk: Desk,
    group: GroupField,
    entries: readonly ItemAnswers[],
  ): Promise<readonly ItemAnswers[]> => {
    const answers = answersThatCount(desk.edition, { ...desk.draft.answers, [group.key]: entries }, desk.form);
    const unit = competentUnitFor(deps.catalogue, desk.edition, answers);
    if (!unit || desk.edition.register?.register !== "stays") return entries;
    const stays = stayEntries(desk.edition, answers, ownerOf(desk.session).number);
    const known = await findStays(deps.db, unit.provinceCode, stays);
    if (known.length === 0) return entries;
    const numbers = new Set(known.map((stay) => `${stay.documentNumber} ${stay.arrivedAt}`));
    return entries.filter((_, at) => !numbers.has(`${stays[at]?.documentNumber} ${stays[at]?.arrivedAt}`));
  };

  app.get(`${address}/ket-qua`, async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    const { page, group } = placeOf(desk, c);
    const pending = pendingOf(desk, group);
    if (!pending) return c.redirect(stepHref(c, desk.draft, `trang/${page.key}/tep`), 303);
    const lang = c.get("lang");
    const [good, wrong] = [pending.good.length, pending.bad.length];
    const title = text("Kết quả đọc tệp", "What the file holds");
    return portalPage(
      deps,
      c,
      { title, wide: true, back: { href: stepHref(c, desk.draft, `trang/${page.key}/tep`) } },
      <>
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Tệp", "File"), value: pending.file },
            { label: text("Số dòng đã đọc", "Rows read"), value: String(good + wrong + pending.known) },
            { label: text("Dòng đúng", "Right rows"), value: <strong>{good}</strong> },
            { label: text("Dòng cần sửa", "Rows to put right"), value: <strong>{wrong}</strong> },
            ...(pending.known > 0
              ? [
                  {
                    label: text("Đã thông báo trước đó", "Notified before"),
                    value: { vi: `${pending.known} (không gửi lại)`, en: `${pending.known} (not sent again)` }[lang],
                  },
                ]
              : []),
          ]}
        />
        {wrong > 0 && (
          <Table
            caption={text("Các dòng cần sửa", "Rows to put right")}
            lang={lang}
            columns={[
              { key: "line", label: text("Dòng trong tệp", "Row of the file") },
              { key: "column", label: text("Cột", "Column") },
              { key: "reason", label: text("Lý do", "Reason") },
            ]}
            rows={pending.bad.map((row) => ({
              cells: { line: String(row.line), column: row.column[lang], reason: row.reason[lang] },
            }))}
          />
        )}
        <Form csrf={csrfBox(desk.session)}>
          {good > 0 && wrong > 0 && (
            <InsetText>
              {
                {
                  vi: `Ông/bà có thể nhận ${good} dòng đúng ngay bây giờ và gửi các dòng còn lại sau, hoặc không nhận dòng nào và sửa tệp.`,
                  en: `You may take the ${good} right rows now and send the others later, or take none and mend the file.`,
                }[lang]
              }
            </InsetText>
          )}
          <div class="govuk-button-group">
            {good > 0 && (
              <Button
                name="nhan"
                value="dong-dung"
                label={
                  wrong > 0
                    ? text(`Nhận ${good} dòng đúng`, `Take the ${good} right rows`)
                    : text(`Nhận ${good} dòng`, `Take ${good} rows`)
                }
                lang={lang}
              />
            )}
            <Button
              name="nhan"
              value="khong"
              kind="secondary"
              label={text("Không nhận, tôi sửa tệp", "Take none, I mend the file")}
              lang={lang}
            />
          </div>
        </Form>
      </>,
    );
  });

  app.post(`${address}/ket-qua`, async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const desk = await deskFor(deps, c, posted.session);
    if (desk instanceof Response) return desk;
    const { page, group } = placeOf(desk, c);
    const pending = pendingOf(desk, group);
    const back = stepHref(c, desk.draft, `trang/${page.key}/tep`);
    if (posted.stale || !pending) return c.redirect(posted.stale ? `${back}/ket-qua` : back, 303);
    await deps.dossiers.drafts.setPending(desk.draft, null);
    if (posted.raw.nhan !== "dong-dung") return c.redirect(back, 303);
    const entries = [...entriesOf(desk.draft.answers[group.key]), ...pending.good];
    const draft = await deps.dossiers.drafts.answer(desk.draft, { [group.key]: entries });
    return c.redirect(stepHref(c, draft, stepAfter({ ...desk, draft }, `trang/${page.key}`)), 303);
  });

  const show = (c: Ctx, desk: Desk, error: Text | null) => {
    const lang = c.get("lang");
    const { page, group } = placeOf(desk, c);
    const here = stepHref(c, desk.draft, `trang/${page.key}/tep`);
    const title = text(`Gửi danh sách ${group.item.vi} bằng tệp`, `Send a list by file: ${group.item.en}`);
    return portalPage(
      deps,
      c,
      {
        title,
        hasErrors: error !== null,
        status: error ? 422 : 200,
        back: { href: stepHref(c, desk.draft, `trang/${page.key}`) },
      },
      <>
        <ErrorSummary errors={error ? { tep: error } : {}} lang={lang} />
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <ol class="govuk-list govuk-list--number">
          <li>
            {{ vi: "Tải tệp mẫu: ", en: "Download the template: " }[lang]}
            <a class="govuk-link" href={`${here}/mau.xlsx`}>
              Excel (.xlsx)
            </a>{" "}
            {{ vi: "hoặc", en: "or" }[lang]}{" "}
            <a class="govuk-link" href={`${here}/mau.csv`}>
              CSV
            </a>
          </li>
          <li>
            {
              {
                vi: "Điền mỗi dòng một người, từ dòng dưới dòng ví dụ. Tệp của phần mềm khách sạn theo mẫu của Bộ Công an cũng dùng được.",
                en: "One person a row, below the example. Files by the Ministry's own template work too.",
              }[lang]
            }
          </li>
          <li>
            {
              {
                vi: "Gửi tệp ở đây. Dòng nào sai sẽ được chỉ rõ số dòng, cột và lý do.",
                en: "Send it here. Each wrong row is named with its line, column and reason.",
              }[lang]
            }
          </li>
        </ol>
        <Form csrf={csrfBox(desk.session)} files>
          <FileUpload
            name="tep"
            label={text("Tệp danh sách", "File")}
            lang={lang}
            files={[]}
            accept=".xlsx,.csv"
            most={1}
            sizeBytesMost={sheetLimits.fileBytesMax}
            error={error ?? undefined}
          />
          <Button label={text("Đọc tệp", "Read the file")} lang={lang} />
        </Form>
      </>,
    );
  };

  return app;
}

function placeOf(desk: Desk, c: Ctx): { page: Page; group: GroupField } {
  const page = desk.edition.pages.find((p) => p.key === c.req.param("page"));
  const group = page?.fields.find((field): field is GroupField => field.kind === "group" && field.import !== undefined);
  if (!page || !group) throw notFound();
  return { page, group };
}

const pendingOf = (desk: Desk, group: GroupField): Pending | null => {
  const pending = desk.draft.pending as Pending | null;
  return pending?.group === group.key ? pending : null;
};
