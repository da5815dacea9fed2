import { fieldsOf } from "../../../engine/definition/index.ts";
import { type Names, type SimpleAnswer, showAnswer } from "../../../engine/form/index.ts";
import { claimFields } from "../../../kernel/person-claim.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { type Requirement, requirementsOf } from "../../../modules/dossiers/index.ts";
import { namesFor } from "../../answers.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, Input, Notice, Radios, Select } from "../../ui/index.ts";
import { officePage } from "../page.tsx";
import { control, type FormProps, typed } from "./controls.ts";
import type { Checked, Desk } from "./load.ts";
import type { Answer } from "./page.tsx";
import { boxOf } from "./wanted.ts";
import { ACT_WORDS, VERDICT_NAMES } from "./words.ts";

const ACT = "requirements-checked";
const REASON = text("Lý do", "Reason");

/** The requirements of one dossier on a page of their own: what each is, what the house knows of it, and the verdict. */
export function requirementsPage(deps: WebDeps, c: Ctx, desk: Desk, answer: Answer = {}) {
  const lang = c.get("lang");
  const { row, state, procedure } = desk.view;
  const errors = answer.errors ?? {};
  const failed = Object.keys(errors).length > 0 || (answer.sentences?.length ?? 0) > 0;
  const title = ACT_WORDS[ACT].title;
  const names = namesFor(deps, lang);
  const form: FormProps = { desk, act: ACT, raw: answer.raw ?? null, errors, lang };
  return officePage(
    deps,
    c,
    desk.officer,
    {
      title,
      hasErrors: failed,
      path: href(c, `/office/ho-so/${row.code}/kiem-tra`),
      ...(answer.status ? { status: answer.status } : {}),
      crumbs: [
        { label: text("Hồ sơ", "Dossiers"), href: href(c, "/office") },
        { label: row.code, href: href(c, `/office/ho-so/${row.code}`) },
        { label: title },
      ],
    },
    <>
      <ErrorSummary errors={errors} extra={answer.sentences} lang={lang} />
      {answer.notice && (
        <Notice lang={lang} tone={answer.notice.tone} title={answer.notice.title}>
          <p class="govuk-body">{answer.notice.body[lang]}</p>
        </Notice>
      )}
      <span class="govuk-caption-l">
        {row.code}, {procedure.title[lang]}, {row.ownerName}
      </span>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body">
        {
          {
            vi: "Đánh giá từng yêu cầu. Nội dung chưa đạt được điền sẵn vào yêu cầu bổ sung hoặc căn cứ từ chối.",
            en: "Judge each one. What is not met is filled into the supplement request or the ground of refusal.",
          }[lang]
        }
      </p>
      <Form csrf={csrfBox(desk.officer)} action={href(c, `/office/ho-so/${row.code}/viec/${ACT}`)}>
        <input type="hidden" name="seen" value={String(state.version)} />
        {answer.parked && <input type="hidden" name="_giu" value={answer.parked} />}
        {requirementsOf(desk.view.edition, row.answers, desk.form).map((one) => (
          <Check {...form} c={c} names={names} one={one} />
        ))}
        <Button label={ACT_WORDS[ACT].button} lang={lang} />
      </Form>
    </>,
  );
}

/** One requirement; what was found before stands there, and what a register says is only told. */
function Check(props: FormProps & { c: Ctx; names: Names; one: Requirement }) {
  const { desk, lang, one } = props;
  const found = desk.view.state.examination?.findings.find(({ requirement }) => requirement === one.key);
  return (
    <fieldset class="govuk-fieldset mc-check" aria-label={one.title[lang]}>
      <div>
        <Radios
          {...control(props, `${one.key}.verdict`, one.title)}
          small
          inline
          hint={hintOf(desk, one) ?? undefined}
          options={(["met", "not-met", "not-applicable"] as const).map((value) => ({
            value,
            label: VERDICT_NAMES[value],
          }))}
          value={typed(props, `${one.key}.verdict`, found?.verdict)}
        />
        {one.kind === "page" && <Declared {...props} />}
        {one.kind === "paper" && <Files {...props} paper={one.key.slice("paper:".length)} />}
      </div>
      <div>
        {one.fields.length === 1 && (
          <input type="hidden" name={boxOf(ACT, `${one.key}.field`)} value={one.fields[0]?.key ?? ""} />
        )}
        {one.fields.length > 1 && (
          <Select
            {...control(props, `${one.key}.field`, text("Mục cần sửa, nếu chưa đạt", "Which answer, where not met"))}
            options={one.fields.map(({ key, label }) => ({ value: key, label }))}
            value={typed(props, `${one.key}.field`, found?.field)}
            empty={text("Không chỉ định", "None in particular")}
          />
        )}
        <Input
          {...control(props, `${one.key}.reason`, REASON)}
          value={typed(props, `${one.key}.reason`, found?.reason)}
          autocomplete="off"
          longest={2_000}
        />
      </div>
    </fieldset>
  );
}

/** What was declared on the page in question, so that the verdict needs no looking elsewhere. */
function Declared({ desk, one, names, lang }: FormProps & { one: Requirement; names: Names }) {
  const known = new Map(fieldsOf(desk.view.edition).map((field) => [field.key, field]));
  return (
    <ul class="govuk-list mc-muted">
      {one.fields.map(({ key, label }) => {
        const field = known.get(key);
        const answer = desk.view.row.answers[key] as SimpleAnswer | undefined;
        const shown = field && field.kind !== "group" ? showAnswer(field, answer, names, lang) : "";
        return (
          <li>
            {label[lang]}: {shown || { vi: "không khai", en: "not given" }[lang]}
          </li>
        );
      })}
    </ul>
  );
}

function Files({ c, desk, paper, lang }: { c: Ctx; desk: Desk; paper: string; lang: Language }) {
  const sent = desk.view.row.papers.filter((one) => one.paper === paper);
  if (sent.length === 0) return null;
  return (
    <ul class="govuk-list">
      {sent.map(({ sha256, name }) => (
        <li>
          <a class="govuk-link" href={href(c, `/office/ho-so/${desk.view.row.code}/giay-to/${sha256}`)}>
            {name}
            <span class="govuk-visually-hidden"> {{ vi: "mở tệp", en: "open the file" }[lang]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What the house knows of a requirement; the verdict stays the officer's. */
function hintOf(desk: Desk, { key, kind, basis }: Requirement) {
  if (kind === "person") {
    const checked = desk.checked.find(({ place }) => `person:${place}` === key);
    const words = {
      match: text("Cơ sở dữ liệu trả lời: khớp.", "The register says: match."),
      other: text(
        "Cơ sở dữ liệu chưa trả lời là khớp; xem phần đối chiếu.",
        "The register does not say match; see above.",
      ),
    };
    return checked && agrees(checked) ? words.match : words.other;
  }
  if (kind === "paper") {
    const paper = key.slice("paper:".length);
    const sent = desk.view.row.papers.filter((one) => one.paper === paper).length;
    if (desk.replaced.has(paper)) return text("Cơ sở dữ liệu đã có, không phải nộp.", "A register has it; not needed.");
    return text(`Đã gửi ${sent} tệp. ${basis}`, `${sent} files sent. ${basis}`);
  }
  return basis ? text(basis, basis) : null;
}

const agrees = ({ check: { verdict } }: Checked): boolean =>
  verdict?.living === true &&
  verdict.number === "match" &&
  claimFields.every((field) => verdict[field] === undefined || verdict[field] === "match");
