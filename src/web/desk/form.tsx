import type { Field } from "../../engine/definition/index.ts";
import {
  type Answers,
  entriesOf,
  isAddress,
  type Raw,
  type SimpleAnswer,
  showAnswer,
  shownPapers,
} from "../../engine/form/index.ts";
import { showDong } from "../../kernel/dong.ts";
import { type PlainDate, showDate } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import { competentUnitFor, feesFor } from "../../modules/dossiers/index.ts";
import { namesFor } from "../answers.ts";
import type { Ctx, WebDeps } from "../context.ts";
import { fieldContext, withProvinces } from "../portal/draft/load.ts";
import { csrfBox } from "../portal/page.tsx";
import {
  Button,
  ErrorSummary,
  errorTarget,
  FieldControl,
  Form,
  type GroupItem,
  Input,
  InsetText,
  Notice,
  SummaryList,
  Warning,
} from "../ui/index.ts";
import { type Intake, intakeHref, rawOfIntake, replacedPapers } from "./load.ts";
import { deskPage } from "./page.tsx";
import { PapersPart } from "./papers-part.tsx";
import { fieldsInOrder, SHOWN } from "./read-form.ts";

export type Answer = {
  /** What was posted, where the page is shown again. */
  readonly raw?: Raw;
  readonly errors?: Readonly<Record<string, Text>>;
  readonly sentences?: readonly Text[];
  readonly notice?: Text;
  /** Questions that the answers brought with them; the notice leads there. */
  readonly asksAlso?: ReadonlySet<string>;
  readonly status?: 200 | 403 | 409 | 422;
};

/** The one page of an intake: what is known, what is to be asked, the papers, and the three ways it can end. */
export async function showIntake(deps: WebDeps, c: Ctx, intake: Intake, answer: Answer = {}) {
  const lang = c.get("lang");
  const { draft, officer, state } = intake;
  const errors = answer.errors ?? {};
  const failed = Object.keys(errors).length > 0 || (answer.sentences?.length ?? 0) > 0;
  const raw = withDesk(deps, intake, { ...rawOfIntake(deps, intake), ...answer.raw });
  const asked = fieldsInOrder(intake, draft.answers);
  const wrong = c.req.query("sua") ?? "";
  const isKnown = (field: Field): boolean =>
    state.known.includes(field.key) &&
    draft.answers[field.key] !== undefined &&
    wrong !== field.key &&
    !Object.keys(errors).some((name) => name.split(".")[0] === field.key);
  const known = asked.filter(({ field, asked: shown }) => shown && isKnown(field));
  const open = asked.filter(({ field }) => !isKnown(field));
  const sorted = [
    ...open.filter(({ field }) => field.required !== false),
    ...open.filter(({ field }) => field.required === false),
  ];
  return deskPage(
    deps,
    c,
    officer,
    {
      title: draft.procedure.title,
      hasErrors: failed,
      status: answer.status ?? (failed ? 422 : 200),
      path: intakeHref(c, draft),
    },
    <>
      <ErrorSummary
        errors={errors}
        fields={asked.map(({ field }) => field).filter(({ kind }) => kind !== "date")}
        extra={answer.sentences ?? []}
        lang={lang}
      />
      <span class="govuk-caption-l">{intake.owner.name}</span>
      <h1 class="govuk-heading-l">{draft.procedure.title[lang]}</h1>
      {answer.notice && (
        <InsetText>
          {answer.notice[lang]}{" "}
          {asked
            .filter(({ field }) => answer.asksAlso?.has(field.key))
            .map(({ field }) => (
              <a class="govuk-link" href={errorTarget(field.key, [field])}>
                {field.label[lang]}
              </a>
            ))}
        </InsetText>
      )}
      <FromForm intake={intake} lang={lang} />
      <form
        method="post"
        action={intakeHref(c, draft)}
        enctype="multipart/form-data"
        novalidate
        data-once
        data-intake
        data-today={intake.form.on}
        data-applicant={intake.form.applicant}
      >
        <Csrf intake={intake} />
        {/* Enter in any box means this one: a form's first button is its default. */}
        <button hidden type="submit" name="_do" value="accept">
          {ACCEPT[lang]}
        </button>
        <div class="mc-split mc-split--end">
          <div class="mc-split__main">
            <h2 class="govuk-heading-m">{{ vi: "Cần hỏi", en: "To ask" }[lang]}</h2>
            {sorted.map(({ field, asked: shown }) => (
              <div class="mc-desk__field" data-field={field.key} data-when={whenOf(intake, field)} hidden={!shown}>
                <Control deps={deps} c={c} intake={intake} field={field} raw={raw} errors={errors} />
              </div>
            ))}
            <input
              type="hidden"
              name={SHOWN}
              value={asked
                .filter(({ asked: shown }) => shown)
                .map(({ field }) => field.key)
                .join(" ")}
            />
            <PapersPart
              papers={shownPapers(intake.edition, draft.answers, intake.form)}
              sent={draft.papers}
              state={state}
              replaced={await replacedPapers(deps, intake)}
              errors={errors}
              fileHref={(sha256) => intakeHref(c, draft, `/tep/${sha256}`)}
              lang={lang}
            />
          </div>
          <aside class="mc-split__side" aria-label={{ vi: "Đã biết và kết thúc", en: "Known, and what to do" }[lang]}>
            <Known deps={deps} intake={intake} known={known.map(({ field }) => field)} raw={raw} lang={lang} />
            <Before deps={deps} intake={intake} lang={lang} />
            <div class="mc-desk__acts">
              <Button label={ACCEPT} lang={lang} name="_do" value="accept" accesskey="t" />
              <Button
                label={SUPPLEMENT}
                lang={lang}
                kind="secondary"
                name="_do"
                value="supplement"
                accesskey="s"
                skipChecks
              />
              <Button label={REFUSE} lang={lang} kind="secondary" name="_do" value="refuse" accesskey="k" skipChecks />
              <Button label={SAVE} lang={lang} kind="secondary" name="_do" value="save" accesskey="l" skipChecks />
            </div>
          </aside>
        </div>
      </form>
      <Form csrf={csrfBox(officer)} action={intakeHref(c, draft, "/bo")}>
        <Button label={text("Bỏ lần tiếp nhận này", "Drop this intake")} lang={lang} kind="secondary" small />
      </Form>
    </>,
  );
}

const Csrf = ({ intake }: { readonly intake: Intake }) => {
  const box = csrfBox(intake.officer);
  return box ? <input type="hidden" name={box.name} value={box.value} /> : null;
};

/** The condition of a field and of its page, for the script that shows and hides as answers change. */
function whenOf({ edition }: Intake, field: Field): string | undefined {
  const page = edition.pages.find(({ fields }) => fields.some(({ key }) => key === field.key));
  const all = [page?.when, field.when].filter((when) => when !== undefined);
  return all.length === 0 ? undefined : JSON.stringify({ all });
}

/** Most dossiers of a desk are about its own place: that is where an address begins. */
function withDesk(deps: WebDeps, { edition, officer }: Intake, raw: Raw): Raw {
  const { communeCode } = officer.post.unit;
  const name = `${edition.competence.byAddress}.commune`;
  return communeCode === null || raw[name] ? raw : withProvinces(deps, { ...raw, [name]: communeCode });
}

function Control(props: {
  readonly deps: WebDeps;
  readonly c: Ctx;
  readonly intake: Intake;
  readonly field: Field;
  readonly raw: Raw;
  readonly errors: Readonly<Record<string, Text>>;
}) {
  const { deps, c, intake, field, raw, errors } = props;
  const lang = c.get("lang");
  if (field.kind === "date") {
    const value = raw[field.key];
    return (
      <Input
        name={field.key}
        label={field.label}
        hint={DATE_HINT}
        lang={lang}
        value={typeof value === "string" ? value : ""}
        error={errors[field.key]}
        optional={field.required === false}
        width={10}
        autocomplete="off"
      />
    );
  }
  return (
    <FieldControl
      field={field}
      raw={raw}
      errors={errors}
      lang={lang}
      context={{ ...fieldContext(deps, c), group: (key) => groupEntries(deps, c, intake, key) }}
    />
  );
}

const DATE_HINT = text(
  "dd/mm/yyyy; hoặc gõ 1n là một năm, 6t là sáu tháng tính từ hôm nay.",
  "dd/mm/yyyy; or type 1n for one year, 6t for six months from today.",
);

function groupEntries(deps: WebDeps, c: Ctx, intake: Intake, key: string) {
  const lang = c.get("lang");
  const group = intake.edition.pages.flatMap(({ fields }) => fields).find((field) => field.key === key);
  const entries = group?.kind === "group" ? entriesOf(intake.draft.answers[key]) : [];
  const items = entries.map((entry, at): GroupItem => {
    const parts =
      group?.kind === "group"
        ? group.titleOf.map((name) => {
            const field = group.fields.find((one) => one.key === name);
            return field ? showAnswer(field, entry[name], namesFor(deps, lang), lang) : "";
          })
        : [];
    return {
      title: parts.filter(Boolean).join(", ") || `${at + 1}`,
      remove: { name: "_remove-item", value: `${key}:${at}` },
    };
  });
  return { items, add: { name: "_add-item", value: key } };
}

/** What need not be asked: the registers know it. The values go with the form, and "wrong" opens the box. */
function Known(props: {
  readonly deps: WebDeps;
  readonly intake: Intake;
  readonly known: readonly Field[];
  readonly raw: Raw;
  readonly lang: Language;
}) {
  const { deps, intake, known, raw, lang } = props;
  const hidden = Object.entries(raw).filter(([name]) =>
    known.some(({ key }) => name === key || name.startsWith(`${key}.`)),
  );
  if (known.length === 0) return null;
  return (
    <>
      <SummaryList
        title={text("Sổ đã biết, không hỏi lại", "Known, not asked again")}
        lang={lang}
        rows={known.map((field) => ({
          label: field.label,
          value:
            field.kind === "group"
              ? ""
              : showAnswer(field, intake.draft.answers[field.key] as SimpleAnswer, namesFor(deps, lang), lang),
          changeHref: `?sua=${field.key}`,
          change: text("Sai", "Wrong"),
        }))}
      />
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={typeof value === "string" ? value : (value?.[0] ?? "")} />
      ))}
    </>
  );
}

/** What follows from accepting: which office, what it costs. */
function Before({ deps, intake, lang }: { readonly deps: WebDeps; readonly intake: Intake; readonly lang: Language }) {
  const { edition, draft, form, officer } = intake;
  const answers: Answers = draft.answers;
  const unit = competentUnitFor(deps.catalogue, edition, answers);
  const fees = feesFor(edition, answers, intake.state.channel, form);
  const elsewhere = unit !== null && unit.id !== officer.post.unit.id;
  const place = answers[edition.competence.byAddress];
  return (
    <>
      {elsewhere && isAddress(place) && (
        <Warning lang={lang}>
          {
            {
              vi: `Theo địa chỉ, hồ sơ do ${unit.name.vi} giải quyết. Khi tiếp nhận, hồ sơ được chuyển tới đó; đơn vị đó in giấy hẹn.`,
              en: `By its address ${unit.name.en} handles this dossier. It is passed on there, and that office prints the receipt.`,
            }[lang]
          }
        </Warning>
      )}
      {fees.ok && fees.value.length > 0 && (
        <p class="govuk-body">
          {{ vi: "Lệ phí: ", en: "Fee: " }[lang]}
          <strong>{fees.value.map(({ amount }) => showDong(amount)).join(" + ")}</strong>
        </p>
      )}
    </>
  );
}

function FromForm({ intake, lang }: { readonly intake: Intake; readonly lang: Language }) {
  const { form, present } = intake.state;
  if (!form) return null;
  const madeOn = showDate(form.madeOn as PlainDate);
  const older = form.edition !== intake.edition.id;
  return (
    <Notice lang={lang} title={text("Lấy từ tờ khai in", "From a printed form")}>
      <p class="govuk-body">
        {
          {
            vi: `Tờ khai in ngày ${madeOn}. Các câu trả lời được kiểm tra lại khi tiếp nhận.${older ? " Mẫu đã thay đổi từ ngày đó: các mục mới còn trống, các mục không còn hỏi được bỏ qua." : ""}`,
            en: `Printed on ${madeOn}. Answers are checked again on acceptance.${older ? " The form has changed since: new questions are empty, those no longer asked are left out." : ""}`,
          }[lang]
        }
      </p>
      {present.source === "form" && (
        <p class="govuk-body">
          {
            {
              vi: `Đề nghị xem thẻ của người nộp: ${present.name}, ${present.number ?? ""}.`,
              en: `Look at the person's card: ${present.name}, ${present.number ?? ""}.`,
            }[lang]
          }
        </p>
      )}
    </Notice>
  );
}

const ACCEPT = text("Tiếp nhận", "Accept");
const SUPPLEMENT = text("Yêu cầu bổ sung", "Ask for more");
const REFUSE = text("Từ chối", "Refuse");
const SAVE = text("Lưu, chưa nộp", "Save for now");
