import { Hono } from "hono";
import { showDong } from "../../../kernel/dong.ts";
import { showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { checkCsrf } from "../../../modules/access/index.ts";
import { outcomesOf, statementById, statementsOf, VERDICT_NAMES } from "../../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateText, FileUpload, Form, InsetText, Money, SummaryList, Table } from "../../ui/index.ts";
import { receiveUpload } from "../../uploads.ts";
import { Wide } from "../wide.tsx";
import { type Desk, FRESH, moneyDesk, moneyPage, type Shown } from "./frame.tsx";

const PATH = "/office/doi-soat";
const STATEMENTS = `${PATH}/sao-ke`;
const TITLE = text("Sao kê ngân hàng", "Bank statements");
const FILE_BYTES_MOST = 20 * 1024 * 1024;
const FAULTS_SHOWN = 50;
const OUTCOMES: Readonly<Record<string, Text>> = {
  ...VERDICT_NAMES,
  repeated: text("Đã có trong sổ", "In the books already"),
  contradicts: text("Khác với báo có trước đây", "Contradicts an earlier notice"),
  outgoing: text("Tiền ra", "Money out"),
  waiting: text("Đang chờ ghi", "Waiting to be entered"),
};

/** Statements of the bank taken in from files, and transfers an officer matches by hand. */
export function statementPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/doi-soat/sao-ke", async (c) => {
    const desk = moneyDesk(c, PATH);
    return desk instanceof Response ? desk : showList(c, keeper(desk), FRESH, 200, []);
  });

  app.post("/doi-soat/sao-ke", async (c) => {
    const desk = moneyDesk(c, PATH);
    if (desk instanceof Response) return desk;
    keeper(desk);
    const { raw, files, tooLarge } = await receiveUpload(c, { filesMost: 1, bytesMost: FILE_BYTES_MOST });
    const failed = (what: Text, status: 403 | 422, faults: readonly { line: number; what: Text }[] = []) =>
      showList(c, desk, { errors: { file: what }, raw: {} }, status, faults);
    if (!checkCsrf(desk.officer, raw._csrf))
      return failed(
        text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Send it again."),
        403,
      );
    const [file] = files;
    if (tooLarge.length > 0) return failed(text("Tệp lớn hơn 20 MB.", "The file is larger than 20 MB."), 422);
    if (!file || file.bytes.length === 0)
      return failed(text("Vui lòng chọn tệp sao kê.", "Choose the statement's file."), 422);
    const taken = await deps.payments.statements.take(desk.actor, desk.officeProvince, file.bytes);
    if (!taken.ok) return failed(taken.failure.what, 422, taken.failure.faults);
    return c.redirect(href(c, `${STATEMENTS}/${taken.value.id}?${taken.value.repeated ? "da-co=1" : "xong=1"}`), 303);
  });

  app.get("/doi-soat/sao-ke/:id", async (c) => {
    const desk = moneyDesk(c, PATH);
    if (desk instanceof Response) return desk;
    const id = c.req.param("id");
    const statement = isId(id) ? await statementById(deps.db, keeper(desk).officeProvince, id) : null;
    if (!statement) throw notFound();
    const lang = c.get("lang");
    const outcomes = await outcomesOf(deps.db, desk.officeProvince, id);
    const caption = text("Kết quả từng dòng", "What became of the lines");
    return moneyPage(
      deps,
      c,
      desk,
      { path: PATH, title: text(`Sao kê ${statement.reference}`, `Statement ${statement.reference}`), shown: FRESH },
      <>
        {c.req.query("da-co") && (
          <InsetText>
            {
              {
                vi: "Sao kê này đã được nhận trước đây; không có gì ghi thêm.",
                en: "This statement was taken in before; nothing was added.",
              }[lang]
            }
          </InsetText>
        )}
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Tài khoản", "Account"), value: statement.account },
            { label: text("Dạng tệp", "Form"), value: statement.format.toUpperCase() },
            {
              label: text("Kỳ", "Period"),
              value:
                statement.from && statement.until ? `${showDate(statement.from)} – ${showDate(statement.until)}` : "–",
            },
            { label: text("Số dư đầu kỳ", "Opening balance"), value: showDong(statement.opening) },
            { label: text("Số dư cuối kỳ", "Closing balance"), value: showDong(statement.closing) },
            {
              label: text("Tiến độ", "Progress"),
              value: text(
                `Đã ghi ${statement.done}/${statement.lines} dòng`,
                `${statement.done} of ${statement.lines} lines entered`,
              )[lang],
            },
          ]}
        />
        <Table
          caption={caption}
          lang={lang}
          columns={[
            { key: "outcome", label: text("Kết quả", "Outcome") },
            { key: "count", label: text("Số dòng", "Lines"), figures: true },
            { key: "amount", label: text("Số tiền", "Amount"), figures: true },
          ]}
          rows={outcomes.map(({ outcome, count, amount }) => ({
            cells: {
              outcome: (OUTCOMES[outcome] ?? text(outcome, outcome))[lang],
              count,
              amount: <Money amount={amount} lang={lang} />,
            },
          }))}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, PATH)}>
            {{ vi: "Xem các khoản chưa khớp", en: "See what did not match" }[lang]}
          </a>
        </p>
      </>,
    );
  });

  const showList = async (
    c: Ctx,
    desk: Desk,
    shown: Shown,
    status: 200 | 403 | 422,
    faults: readonly { line: number; what: Text }[],
  ) => {
    const lang = c.get("lang");
    const list = await statementsOf(deps.db, desk.officeProvince, 50);
    return moneyPage(
      deps,
      c,
      desk,
      { path: PATH, title: TITLE, status, shown },
      <>
        {faults.length > 0 && (
          <InsetText>
            <ul class="govuk-list govuk-list--bullet">
              {faults.slice(0, FAULTS_SHOWN).map(({ line, what }) => (
                <li>
                  {{ vi: "Dòng", en: "Line" }[lang]} {line}: {what[lang]}
                </li>
              ))}
              {faults.length > FAULTS_SHOWN && (
                <li>
                  {
                    text(`và ${faults.length - FAULTS_SHOWN} dòng khác`, `and ${faults.length - FAULTS_SHOWN} more`)[
                      lang
                    ]
                  }
                </li>
              )}
            </ul>
          </InsetText>
        )}
        <Form csrf={csrfBox(desk.officer)} action={href(c, STATEMENTS)} files>
          <FileUpload
            name="file"
            label={text("Tệp sao kê của tài khoản thu phí", "Statement of the collecting account")}
            hint={text("CSV theo mẫu, MT940 hoặc camt.053 (XML)", "CSV in our form, MT940 or camt.053 (XML)")}
            lang={lang}
            files={[]}
            accept=".csv,.txt,.sta,.940,.xml"
            sizeBytesMost={FILE_BYTES_MOST}
            error={shown.errors.file}
          />
          <Button label={text("Nhận sao kê", "Take in")} lang={lang} />
        </Form>
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            caption={TITLE}
            empty={text("Chưa nhận sao kê nào.", "None was taken in yet.")}
            lang={lang}
            columns={[
              { key: "reference", label: text("Số sao kê", "Number") },
              { key: "period", label: text("Kỳ", "Period") },
              { key: "lines", label: text("Đã ghi", "Entered") },
              { key: "closing", label: text("Số dư cuối kỳ", "Closing balance"), figures: true },
              { key: "by", label: text("Người nhận", "Taken in by") },
            ]}
            rows={list.map((one) => ({
              cells: {
                reference: (
                  <a class="govuk-link" href={href(c, `${STATEMENTS}/${one.id}`)}>
                    {one.reference}
                  </a>
                ),
                period: one.from && one.until ? `${showDate(one.from)} – ${showDate(one.until)}` : "–",
                lines: `${one.done}/${one.lines}`,
                closing: <Money amount={one.closing} lang={lang} />,
                by: (
                  <>
                    {one.importedByName}
                    <br />
                    <DateText at={one.importedAt} />
                  </>
                ),
              },
            }))}
          />
        </Wide>
      </>,
    );
  };

  return app;
}

/** Statements are of the whole account: only whoever keeps a province's accounts takes them in. */
function keeper(desk: Desk): Desk {
  if (!desk.ofProvince) throw notFound();
  return desk;
}
