import type { Child } from "hono/jsx";
import { showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { Button, ErrorSummary, Outcome, Warning } from "../../ui/index.ts";
import { portalPage } from "../page.tsx";
import { type Answer, compare } from "./answer.ts";
import { Why, YearAgo } from "./reasons.tsx";

export const CALCULATORS_PATH = "/tinh";
export const CALCULATORS = text("Tính thử theo pháp luật", "Calculators");

/** The frame of every calculator: the answer first, then why, then the year before, then the form again. */
export type CalculatorPage = {
  readonly path: string;
  readonly title: Text;
  readonly lead: Text;
  readonly errors: Readonly<Record<string, Text>>;
  /** The parts of the address in the order of the form, in which mistakes are told. */
  readonly names: readonly string[];
  /** The controls of the form. */
  readonly fields: Child;
  readonly submit?: Text;
  /** What the answer is about, and the answers of the day asked for and of the year before. */
  readonly answered?: {
    readonly about: Text;
    readonly now: Answer;
    readonly before: Answer;
    /** Shown under the figures, and under the comparison. */
    readonly more?: Child;
    readonly besideBefore?: Child;
  } | null;
  /** Shown under the form where there is no answer yet. */
  readonly after?: Child;
};

export function calculatorPage(deps: WebDeps, c: Ctx, page: CalculatorPage) {
  const lang = c.get("lang");
  const wrong = Object.keys(page.errors).length > 0;
  const answered = wrong ? null : page.answered;
  return portalPage(
    deps,
    c,
    {
      title: page.title,
      crumbs: [
        { label: text("Trang chủ", "Home"), href: href(c, "/") },
        { label: CALCULATORS, href: href(c, CALCULATORS_PATH) },
        { label: page.title },
      ],
      hasErrors: wrong,
      ...(wrong ? { status: 422 as const } : {}),
    },
    <>
      {wrong && <ErrorSummary lang={lang} errors={inOrder(page.errors, page.names)} />}
      <h1 class="govuk-heading-xl">{page.title[lang]}</h1>
      {!answered && <p class="govuk-body-l">{page.lead[lang]}</p>}
      {answered && <Answered deps={deps} c={c} answered={answered} />}
      <section class={answered ? "mc-answered mc-no-print" : undefined}>
        {answered && (
          <h2 class="govuk-heading-l" id="tinh-lai">
            {{ vi: "Tính lại", en: "Calculate again" }[lang]}
          </h2>
        )}
        <form method="get" action={href(c, page.path)} novalidate>
          {page.fields}
          <Button label={page.submit ?? text("Tính", "Calculate")} lang={lang} />
        </form>
      </section>
      {!answered && page.after}
    </>,
  );
}

const inOrder = (errors: CalculatorPage["errors"], names: readonly string[]) => {
  const place = ([key]: readonly [string, Text]) => names.indexOf(key.split(".")[0] ?? "");
  return Object.fromEntries(Object.entries(errors).sort((a, b) => place(a) - place(b)));
};

type Props = { deps: WebDeps; c: Ctx; answered: NonNullable<CalculatorPage["answered"]> };
function Answered({ deps, c, answered: { about, now, before, more, besideBefore } }: Props) {
  const lang = c.get("lang");
  const { pathname, search } = new URL(c.req.url);
  const address = `${deps.settings.publicUrl}${pathname}${search}`;
  const facts = now.parts.flatMap((part) => part.facts);
  return (
    <>
      <Outcome title={about} figures={now.total ? [now.total, ...facts] : facts} lang={lang}>
        {now.parts.map(({ title, answer }) =>
          answer.ok ? null : (
            <Warning lang={lang}>
              {now.parts.length > 1 && `${title[lang]}: `}
              {answer.failure.message[lang]}
            </Warning>
          ),
        )}
        {more}
      </Outcome>
      <p class="govuk-hint mc-share">
        {
          {
            vi: `Tính theo pháp luật áp dụng cho ngày ${showDate(now.on)}, để tham khảo; cơ quan có thẩm quyền quyết định. Địa chỉ của kết quả này, để lưu hoặc gửi cho người khác: `,
            en: `By the law for ${showDate(now.on)}, for orientation; the competent office decides. The address of this answer, to keep or to send: `,
          }[lang]
        }
        <a class="govuk-link" href={`${pathname}${search}`}>
          {address}
        </a>
      </p>
      {now.parts.some((part) => part.answer.ok) && <Why answer={now} lang={lang} />}
      <YearAgo c={c} now={now.on} before={before.on} comparisons={compare(now, before)} lang={lang}>
        {besideBefore}
      </YearAgo>
    </>
  );
}
