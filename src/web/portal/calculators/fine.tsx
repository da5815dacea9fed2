import { Hono } from "hono";
import { loadQuestions } from "../../../../law/index.ts";
import { covers, dayOfInstant, type PlainDate, showDate } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { DateInput, Input, Radios } from "../../ui/index.ts";
import { type Answer, yearBefore } from "./answer.ts";
import { type AskedForm, askedForm, shortAddress } from "./asked-form.ts";
import { DUE_DATE_PATH } from "./due-date.tsx";
import { actOn, fineOn } from "./fine-answer.ts";
import { FINE_LABELS, FINE_NAMES, type FineQuestion, readFine, SUBJECTS } from "./fine-question.ts";
import { FoundViolations, Nearest } from "./fine-violations.tsx";
import { CALCULATORS_PATH, calculatorPage } from "./frame.tsx";

export const FINE_PATH = `${CALCULATORS_PATH}/phat-giao-thong`;
export const FINE_TITLE = text("Mức phạt vi phạm giao thông", "Traffic fines");

/** The fine and the points for a violation found in everyday words; shared by its address, needs no script. */
export function fineCalculator(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(FINE_PATH, async (c) => {
    const form = askedForm(c, FINE_NAMES);
    const on = form.day("ngay", dayOfInstant(deps.clock.now()));
    const chosen = form.typed("loi") !== "";
    if (form.asked && !chosen && form.typed("q") === "")
      form.errors.q = text(
        "Vui lòng gõ việc đã làm. Ví dụ: vượt đèn đỏ xe máy",
        "Type what was done. For example: red light motorbike",
      );
    const question = await readFine(form);
    const right = form.asked && Object.keys(form.errors).length === 0;
    const short = right ? shortAddress(c, FINE_PATH, FINE_NAMES, { ngay: on.day }) : null;
    if (short) return c.redirect(short, 303);
    return right && question ? answerPage(deps, c, form, on, question) : searchPage(deps, c, form, on);
  });

  return app;
}

type On = ReturnType<AskedForm["day"]>;

/** The search, and what it found; also the form of a chosen violation that is not, or wrongly, answered yet. */
async function searchPage(deps: WebDeps, c: Ctx, form: AskedForm, on: On) {
  const { violationsByCode } = await loadQuestions();
  const known = violationsByCode().has(form.typed("loi"));
  const typed = form.typed("q");
  const searched = form.asked && !known && Object.keys(form.errors).length === 0;
  return calculatorPage(deps, c, {
    path: FINE_PATH,
    title: FINE_TITLE,
    lead: text(
      "Gõ việc đã làm như nói hằng ngày, có dấu hay không dấu, kèm loại xe. Mức phạt và điểm bị trừ theo luật của ngày vi phạm.",
      "Type what was done in everyday words, with the kind of vehicle. The fine and the points are those of the day of the violation.",
    ),
    errors: form.errors,
    names: FINE_NAMES,
    submit: known ? text("Tính", "Calculate") : text("Tìm", "Search"),
    fields: known ? <CaseFields form={form} on={on} c={c} /> : <SearchFields form={form} on={on} c={c} />,
    ...(searched ? { after: <FoundViolations c={c} typed={typed} on={on.day} path={FINE_PATH} /> } : {}),
  });
}

async function answerPage(deps: WebDeps, c: Ctx, form: AskedForm, on: On, question: FineQuestion) {
  const { VEHICLE_NAMES, violationsByCode } = await loadQuestions();
  const rows = violationsByCode().get(question.violation) ?? [];
  const row = rows.find((one) => covers(one, on.day)) ?? rows.at(-1);
  if (!row) throw notFound();
  const vehicle = VEHICLE_NAMES[row.vehicle];
  const yearAgo = yearBefore(on.day);
  const then = await actOn(question.violation, yearAgo);
  const now = await fineOn(question, on.day);
  const nearest = (day: PlainDate) => <Nearest c={c} row={row} on={day} path={FINE_PATH} />;
  return calculatorPage(deps, c, {
    path: FINE_PATH,
    title: FINE_TITLE,
    lead: FINE_TITLE,
    errors: form.errors,
    names: FINE_NAMES,
    answered: {
      about: text(
        `${vehicle.vi}: ${row.title.vi}. Vi phạm ngày ${showDate(on.day)}`,
        `${vehicle.en}: ${row.title.en}. Violation of ${showDate(on.day)}`,
      ),
      now,
      before: await fineOn(then === null ? question : { ...question, violation: then }, yearAgo),
      more: (
        <>
          {!rows.some((one) => covers(one, on.day)) && nearest(on.day)}
          <Besides answer={now} lang={c.get("lang")} />
          <NextSteps c={c} typed={form.typed("q")} on={on.day} />
        </>
      ),
      besideBefore: then === null && nearest(yearAgo),
    },
    fields: <CaseFields form={form} on={on} c={c} />,
  });
}

/** Rules of the steps that say what is done beside the fine, or why a figure beside it is left open. */
const BESIDE_THE_FINE: ReadonlySet<string> = new Set([
  "suspension-chosen-by-officer",
  "points-need-capacity",
  "other-measure",
  "vehicle-held",
]);

/** What the decree does beside the fine, where people see it first; the reasons have it in its place. */
function Besides({ answer, lang }: { answer: Answer; lang: Language }) {
  const steps = answer.parts
    .flatMap((part) => (part.answer.ok ? part.answer.value.steps : []))
    .filter(({ rule }) => BESIDE_THE_FINE.has(rule));
  if (steps.length === 0) return null;
  return (
    <>
      <p class="govuk-body">
        <strong>{{ vi: "Ngoài ra", en: "Besides" }[lang]}</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {steps.map((step) => (
          <li>{step.text[lang]}</li>
        ))}
      </ul>
    </>
  );
}

const NextSteps = ({ c, typed, on }: { c: Ctx; typed: string; on: PlainDate }) => (
  <ul class="govuk-list mc-no-print mc-outcome__next">
    <li>
      <a
        class="govuk-link"
        href={href(c, typed === "" ? FINE_PATH : `${FINE_PATH}?${new URLSearchParams({ q: typed, ngay: on })}`)}
      >
        {{ vi: "Chọn hành vi khác", en: "Choose another violation" }[c.get("lang")]}
      </a>
    </li>
    <li>
      <a class="govuk-link" href={href(c, `${DUE_DATE_PATH}?cach=viec&viec=fine-payment`)}>
        {{ vi: "Tính hạn nộp phạt", en: "Until when to pay" }[c.get("lang")]}
      </a>
    </li>
  </ul>
);

type Props = { form: AskedForm; on: On; c: Ctx };
const DAY = text("Ngày vi phạm", "Day of the violation");

function SearchFields({ form, on, c }: Props) {
  const lang = c.get("lang");
  return (
    <>
      <Input
        name="q"
        label={text("Đã làm gì?", "What was done?")}
        hint={text("Ví dụ: vuot den do xe may; uống rượu lái ô tô", "For example: red light motorbike; vuot den do")}
        lang={lang}
        type="search"
        value={form.typed("q")}
        error={form.errors.q}
      />
      <DateInput name="ngay" label={DAY} lang={lang} value={on.parts} error={form.errors["ngay.day"]} />
    </>
  );
}

async function CaseFields({ form, on, c }: Props) {
  const lang = c.get("lang");
  const { violationsByCode } = await loadQuestions();
  const rows = violationsByCode().get(form.typed("loi")) ?? [];
  const shared = (name: string) => ({ name, lang, error: form.errors[name], value: form.typed(name) });
  return (
    <>
      <input type="hidden" name="q" value={form.typed("q")} />
      <input type="hidden" name="loi" value={form.typed("loi")} />
      <p class="govuk-body">
        <strong>{rows.at(-1)?.title[lang]}</strong>
      </p>
      <Radios
        {...shared("nguoi")}
        label={text("Người vi phạm", "Who did it")}
        inline
        value={form.typed("nguoi") || "ca-nhan"}
        options={Object.entries(SUBJECTS).map(([value, { label }]) => ({ value, label }))}
      />
      {rows.some(({ perExtraPerson }) => perExtraPerson) && (
        <>
          <Input {...shared("vuot")} label={FINE_LABELS.vuot} width={4} inputmode="numeric" />
          <Input
            {...shared("suc-chua")}
            label={FINE_LABELS["suc-chua"]}
            hint={text("Cần để biết số điểm bị trừ.", "Needed for the points.")}
            optional
            width={4}
            inputmode="numeric"
          />
        </>
      )}
      <Input
        {...shared("giam-nhe")}
        label={FINE_LABELS["giam-nhe"]}
        hint={text(
          "Mỗi tình tiết giảm nhẹ bù trừ một tình tiết tăng nặng; còn từ hai tình tiết giảm nhẹ thì phạt mức thấp nhất.",
          "Each cancels an aggravating one; where two or more are left, the fine is the lowest.",
        )}
        optional
        width={2}
        inputmode="numeric"
      />
      <Input {...shared("tang-nang")} label={FINE_LABELS["tang-nang"]} optional width={2} inputmode="numeric" />
      <DateInput name="ngay" label={DAY} lang={lang} value={on.parts} error={form.errors["ngay.day"]} />
    </>
  );
}
