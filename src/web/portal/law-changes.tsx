import { Hono } from "hono";
import { type DatedRow, findSource, LAW_FIELDS, type LawChange, lawChanges, sourceName } from "../../../law/index.ts";
import { addMonths, dayOfInstant, type PlainDate, showDate } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { LawName } from "../law-name.tsx";
import { Button, DateInput, Details, ErrorSummary, InsetText, Table } from "../ui/index.ts";
import { askedDay, NOT_A_DAY, partsOf } from "./asked-day.ts";
import { portalPage } from "./page.tsx";

const PATH = "/phap-luat/thay-doi";
const TITLE = text("Pháp luật thay đổi gì giữa hai ngày?", "What changed in the law between two days?");
/** A table with more rows than this and parts of its own (communes by province) shows one part at a time. */
const ROWS_MOST = 200;

/** Every figure, form, place and rule that differs between two days; shared by its address, needs no script. */
export function lawChangePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(PATH, async (c) => {
    const lang = c.get("lang");
    const [first, second] = [askedDay(c, "tu"), askedDay(c, "den")];
    // Typed days become an address that can be passed on.
    if (first.day && second.day && c.req.query("tu.day") !== undefined)
      return c.redirect(href(c, `${PATH}?tu=${first.day}&den=${second.day}`), 303);
    const wrong = [first, second].filter(({ day, asked }) => asked && day === null);
    const changes = first.day && second.day ? await lawChanges(first.day, second.day) : null;
    const today = dayOfInstant(deps.clock.now());
    return portalPage(
      deps,
      c,
      {
        title: TITLE,
        wide: true,
        crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: TITLE }],
        ...(wrong.length > 0 ? { status: 422 as const } : {}),
      },
      <>
        {wrong.length > 0 && (
          <ErrorSummary lang={lang} errors={Object.fromEntries(wrong.map(({ name }) => [`${name}.day`, NOT_A_DAY]))} />
        )}
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        <form method="get" action={href(c, PATH)} novalidate>
          <DateInput
            name="tu"
            label={text("Ngày thứ nhất", "First day")}
            lang={lang}
            value={first.asked ? first.parts : partsOf(addMonths(today, -12))}
            error={wrong.includes(first) ? NOT_A_DAY : undefined}
          />
          <DateInput
            name="den"
            label={text("Ngày thứ hai", "Second day")}
            lang={lang}
            value={second.asked ? second.parts : partsOf(today)}
            error={wrong.includes(second) ? NOT_A_DAY : undefined}
          />
          <Button label={text("So sánh", "Compare")} lang={lang} />
        </form>
        {changes && first.day && second.day && (
          <Changes c={c} changes={changes} first={first.day} second={second.day} lang={lang} />
        )}
      </>,
    );
  });

  return app;
}

type Shown = { c: Ctx; changes: readonly LawChange[]; first: PlainDate; second: PlainDate; lang: Language };
function Changes(props: Shown) {
  const { changes, first, second, lang } = props;
  const days = text(
    `Từ ${showDate(first)} đến ${showDate(second)}: ${changes.length} thay đổi`,
    `From ${showDate(first)} to ${showDate(second)}: ${changes.length} changes`,
  );
  if (changes.length === 0)
    return (
      <InsetText>
        {
          {
            vi: "Trong dữ liệu của hệ thống, không có gì khác nhau giữa hai ngày này.",
            en: "In the data of this system nothing differs between these two days.",
          }[lang]
        }
      </InsetText>
    );
  return (
    <>
      <h2 class="govuk-heading-l">{days[lang]}</h2>
      {[...Map.groupBy(changes, (change) => change.field)].map(([field, ofField]) => (
        <section>
          <h3 class="govuk-heading-m">
            {LAW_FIELDS[field][lang]} ({ofField.length})
          </h3>
          {[...Map.groupBy(ofField, (change) => change.table).values()].map((ofTable) => (
            <TableOfChanges {...props} changes={ofTable} />
          ))}
        </section>
      ))}
    </>
  );
}

/** One table of the law; a long one with parts lists its parts, and shows the one named in the address (`phan`). */
function TableOfChanges({ c, changes, first, second, lang }: Shown) {
  const title = changes[0]?.tableTitle ?? TITLE;
  const caption = text(`${title.vi} (${changes.length})`, `${title.en} (${changes.length})`);
  if (changes.length <= ROWS_MOST || !changes[0]?.part)
    return (
      <Details summary={caption} lang={lang} open={changes.length <= 20}>
        <ChangeTable caption={caption} changes={changes} lang={lang} />
      </Details>
    );
  const parts = [...Map.groupBy(changes, (change) => change.part?.vi ?? "")];
  const chosen = parts.find(([name]) => name === c.req.query("phan"));
  return (
    <>
      <h4 class="govuk-heading-s">{caption[lang]}</h4>
      <ul class="govuk-list govuk-list--bullet" id="phan">
        {parts.map(([name, ofPart]) => (
          <li>
            <a
              class="govuk-link"
              href={href(c, `${PATH}?tu=${first}&den=${second}&phan=${encodeURIComponent(name)}#phan`)}
              aria-current={name === chosen?.[0] ? "true" : undefined}
            >
              {ofPart[0]?.part?.[lang]}
            </a>{" "}
            ({ofPart.length})
          </li>
        ))}
      </ul>
      {chosen && <ChangeTable caption={chosen[1][0]?.part ?? caption} changes={chosen[1]} lang={lang} />}
    </>
  );
}

const KINDS: Readonly<Record<LawChange["kind"], Text>> = {
  begun: text("Mới", "New"),
  ended: text("Hết hiệu lực", "Ended"),
  changed: text("Thay đổi", "Changed"),
  restated: text("Giữ nội dung, căn cứ mới", "Same, by another text"),
};

const ChangeTable = (props: { caption: Text; changes: readonly LawChange[]; lang: Language }) => (
  <Table
    caption={props.caption}
    captionHidden
    dense
    lang={props.lang}
    columns={[
      { key: "name", label: text("Nội dung", "What") },
      { key: "kind", label: text("Thay đổi", "Change") },
      { key: "before", label: text("Trước", "Before") },
      { key: "after", label: text("Sau", "After") },
    ]}
    rows={props.changes.map((change) => ({
      cells: {
        name: <LawName of={change} lang={props.lang} />,
        kind: KINDS[change.kind][props.lang],
        before: <Side row={change.before} lang={props.lang} />,
        after: <Side row={change.after} lang={props.lang} />,
      },
    }))}
  />
);

/** What holds on one of the days, and the texts that say so. */
function Side({ row, lang }: { row: DatedRow | null; lang: Language }) {
  if (!row) return <>–</>;
  return (
    <>
      {row.value[lang]}
      <br />
      <small class="govuk-hint">{row.basis.map(placeName).join("; ")}</small>
    </>
  );
}

function placeName({ source, article }: DatedRow["basis"][number]): string {
  const text = findSource(source);
  return `${text ? sourceName(text) : source}, ${/^\d/.test(article) ? "Điều " : ""}${article}`;
}
