import { showPartialDate } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { type PersonFound, type PersonOpened, purposes, type SearchAnswer } from "../../../modules/population/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import {
  Button,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  Notice,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  type Tone,
} from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { type OfficePage, officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";

/** The boxes of the search, as typed. */
export type SearchBoxes = {
  readonly purpose: string;
  readonly number: string;
  readonly document: string;
  readonly name: string;
  readonly birth: string;
  readonly commune: string;
  readonly sex: string;
};
export const EMPTY_BOXES: SearchBoxes = {
  purpose: "",
  number: "",
  document: "",
  name: "",
  birth: "",
  commune: "",
  sex: "",
};

export type SearchPage = {
  readonly boxes: SearchBoxes;
  readonly answer?: SearchAnswer;
  readonly errors?: Readonly<Record<string, Text>>;
  readonly sentences?: readonly Text[];
  readonly notice?: Text;
  readonly status?: OfficePage["status"];
};

const TITLE = text("Tìm trong sổ dân cư", "Search the population register");

/** The boxes, and below them who was found with no more than tells people apart. */
export function searchPage(deps: WebDeps, c: Ctx, officer: Officer, code: string, page: SearchPage) {
  const lang = c.get("lang");
  const { boxes, answer, errors = {}, sentences } = page;
  const failed = Object.keys(errors).length > 0 || (sentences?.length ?? 0) > 0;
  return officePage(
    deps,
    c,
    officer,
    {
      title: TITLE,
      hasErrors: failed,
      ...(page.status ? { status: page.status } : {}),
      crumbs: [
        { label: text("Hồ sơ", "Dossiers"), href: href(c, "/office") },
        { label: code, href: href(c, `/office/ho-so/${code}`) },
        { label: TITLE },
      ],
    },
    <>
      <ErrorSummary errors={errors} extra={sentences} lang={lang} />
      {page.notice && (
        <Notice lang={lang}>
          <p class="govuk-body">{page.notice[lang]}</p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">
        {
          {
            vi: `Chỉ để giải quyết hồ sơ ${code}. Mỗi người hiện ra đều được ghi vào nhật ký, và người đó xem được ai đã xem, lúc nào, để làm gì.`,
            en: `Only to handle dossier ${code}. Everybody shown is entered in the log, and can see who looked, when and what for.`,
          }[lang]
        }
      </p>
      {answer && <Found deps={deps} c={c} officer={officer} code={code} boxes={boxes} answer={answer} />}
      <Form csrf={csrfBox(officer)} action={href(c, `/office/ho-so/${code}/dan-cu`)}>
        <Radios
          name="purpose"
          label={text("Tìm để làm gì?", "What is the search for?")}
          lang={lang}
          small
          options={PURPOSES}
          value={boxes.purpose}
          error={errors.purpose}
        />
        <Input
          name="name"
          label={text("Họ và tên", "Name")}
          hint={text(
            "Có thể gõ không dấu, thiếu từ hoặc sai một chữ",
            "Accents may be left out; a missing word or a wrong letter does no harm",
          )}
          lang={lang}
          value={boxes.name}
          error={errors.name}
          autocomplete="off"
          width={30}
          spellcheck={false}
        />
        <Input
          name="birth"
          label={text("Ngày sinh", "Birth date")}
          hint={text("Ví dụ: 15/03/1985, 03/1985 hoặc 1985", "For example: 15/03/1985, 03/1985 or 1985")}
          lang={lang}
          value={boxes.birth}
          error={errors.birth}
          autocomplete="off"
          width={10}
          optional
        />
        <Input
          name="commune"
          label={text("Xã, phường thường trú", "Commune of residence")}
          hint={text("Tên hiện nay hoặc tên trước 01/07/2025", "The name of today or of before 01/07/2025")}
          lang={lang}
          value={boxes.commune}
          error={errors.commune}
          autocomplete="off"
          width={30}
          optional
        />
        <Select
          name="sex"
          label={text("Giới tính", "Sex")}
          lang={lang}
          options={SEXES}
          value={boxes.sex}
          empty={text("Không rõ", "Not known")}
        />
        <Input
          name="number"
          label={text("Số định danh hoặc số CMND cũ", "Personal number or old nine-digit number")}
          lang={lang}
          value={boxes.number}
          error={errors.number}
          inputmode="numeric"
          autocomplete="off"
          width={20}
          optional
        />
        <Input
          name="document"
          label={text("Số giấy tờ khác", "Number of another document")}
          hint={text("Hộ chiếu, thẻ tạm trú, số định danh đã hủy", "Passport, residence card, cancelled number")}
          lang={lang}
          value={boxes.document}
          autocomplete="off"
          width={20}
          optional
        />
        <Button label={text("Tìm", "Search")} lang={lang} />
      </Form>
    </>,
  );
}

const PURPOSES = Object.entries(purposes).map(([value, label]) => ({ value, label }));
const SEXES = [
  { value: "M", label: text("Nam", "Male") },
  { value: "F", label: text("Nữ", "Female") },
] as const;

const CLOSENESS: { readonly [K in PersonFound["closeness"]]: { readonly label: Text; readonly tone: Tone } } = {
  same: { label: text("Trùng", "Same"), tone: "done" },
  marks: { label: text("Khác dấu", "Other accents"), tone: "attention" },
  begins: { label: text("Còn từ phía sau", "More words follow"), tone: "progress" },
  order: { label: text("Khác thứ tự", "Other order"), tone: "progress" },
  slip: { label: text("Lệch một chữ", "One letter off"), tone: "attention" },
  far: { label: text("Gần giống", "Similar"), tone: "neutral" },
};

type FoundProps = {
  readonly deps: WebDeps;
  readonly c: Ctx;
  readonly officer: Officer;
  readonly code: string;
  readonly boxes: SearchBoxes;
  readonly answer: SearchAnswer;
};

function Found({ deps, c, officer, code, boxes, answer }: FoundProps) {
  const lang = c.get("lang");
  const { people, opened, page, more } = answer;
  return (
    <section class="mc-card" id="ket-qua" tabindex={-1}>
      <h2 class="govuk-heading-m">{{ vi: "Kết quả", en: "Found" }[lang]}</h2>
      {opened && <Opened deps={deps} person={opened} lang={lang} />}
      {people.length === 0 ? (
        <InsetText>{NOBODY[lang]}</InsetText>
      ) : (
        <Form csrf={csrfBox(officer)} action={href(c, `/office/ho-so/${code}/dan-cu`)}>
          {Object.entries(boxes).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="page" value={String(page)} />
          <Wide label={text("Người tìm thấy", "People found")} lang={lang}>
            <Table
              dense
              captionHidden
              caption={text("Người tìm thấy", "People found")}
              lang={lang}
              columns={COLUMNS}
              rows={people.map((person) => ({ cells: cellsOf(deps, person, boxes.name !== "", lang) }))}
            />
          </Wide>
          <p class="govuk-body mc-muted">
            {
              {
                vi: `Trang ${page}. Xếp theo mức giống nhau của họ tên.`,
                en: `Page ${page}. The nearest names stand first.`,
              }[lang]
            }
          </p>
          {page > 1 && (
            <Button
              kind="secondary"
              small
              label={text("Trang trước", "Previous page")}
              name="page"
              value={String(page - 1)}
              lang={lang}
            />
          )}{" "}
          {more && page < 10 && (
            <Button
              kind="secondary"
              small
              label={text("Trang sau", "Next page")}
              name="page"
              value={String(page + 1)}
              lang={lang}
            />
          )}
          {more && page >= 10 && <InsetText>{ENOUGH[lang]}</InsetText>}
        </Form>
      )}
    </section>
  );
}

const COLUMNS = [
  { key: "name", label: text("Họ và tên", "Name") },
  { key: "birth", label: text("Ngày sinh", "Birth date") },
  { key: "sex", label: text("Giới tính", "Sex") },
  { key: "commune", label: text("Thường trú", "Residence") },
  { key: "number", label: text("Số định danh", "Number") },
];

function cellsOf(deps: WebDeps, person: PersonFound, named: boolean, lang: Language) {
  return {
    name: (
      <>
        {person.name} {named && <Tag {...CLOSENESS[person.closeness]} lang={lang} />}
        {person.deceased && <Tag tone="refused" label={text("Đã mất", "Deceased")} lang={lang} />}
      </>
    ),
    birth: showPartialDate(person.birth),
    sex: sexName(person.sex, lang),
    commune: deps.catalogue.showAddress({ commune: person.commune, line: "" }, lang),
    number: (
      <>
        <span aria-hidden="true">••• •••</span> {{ vi: `… ${person.numberEnds}`, en: `… ${person.numberEnds}` }[lang]}{" "}
        <Button
          kind="secondary"
          small
          label={text("Xem số", "Show number")}
          about={`${person.name}, ${showPartialDate(person.birth)}, … ${person.numberEnds}`}
          name="open"
          value={person.ref}
          lang={lang}
        />
      </>
    ),
  };
}

/** The one person the officer asked to see more of. */
function Opened({ deps, person, lang }: { deps: WebDeps; person: PersonOpened; lang: Language }) {
  return (
    <SummaryList
      lang={lang}
      title={text("Người được chọn", "The person chosen")}
      rows={[
        { label: text("Họ và tên", "Name"), value: person.name },
        ...(person.otherNames ? [{ label: text("Tên gọi khác", "Other names"), value: person.otherNames }] : []),
        { label: text("Số định danh", "Personal number"), value: person.number },
        { label: text("Ngày sinh", "Birth date"), value: showPartialDate(person.birth) },
        { label: text("Giới tính", "Sex"), value: sexName(person.sex, lang) },
        { label: text("Nơi thường trú", "Residence"), value: deps.catalogue.showAddress(person, lang) },
      ]}
    />
  );
}

const sexName = (sex: "M" | "F", lang: Language): string =>
  (sex === "M" ? { vi: "Nam", en: "Male" } : { vi: "Nữ", en: "Female" })[lang];
const NOBODY = text(
  "Không tìm thấy ai. Đề nghị thử bỏ bớt điều kiện, hoặc chỉ ghi năm sinh.",
  "Nobody was found. Try fewer conditions, or only the year of birth.",
);
const ENOUGH = text(
  "Còn người khác phù hợp. Đề nghị cho biết thêm năm sinh hoặc xã, phường.",
  "More people match. Add the year of birth or the commune.",
);
