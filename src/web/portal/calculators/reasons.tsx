import type { Child } from "hono/jsx";
import { findSource, sourceName } from "../../../../law/index.ts";
import type { CalculationCitation } from "../../../engine/definition/index.ts";
import { type PlainDate, parseIsoDate, showDate } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { type Ctx, href } from "../../context.ts";
import type { Answer, Comparison } from "./answer.ts";

type Shown = { readonly answer: Answer; readonly lang: Language };

/** Why: the steps of each calculation and the places in the law that decided it. */
export const Why = ({ answer, lang }: Shown) => (
  <section class="mc-answered">
    <h2 class="govuk-heading-l">{{ vi: "Vì sao?", en: "Why?" }[lang]}</h2>
    {answer.parts.map(({ title, answer: reckoned }) =>
      reckoned.ok ? (
        <>
          {answer.parts.length > 1 && <h3 class="govuk-heading-m">{title[lang]}</h3>}
          <ol class="govuk-list mc-why govuk-list--number">
            {reckoned.value.steps.map((step) => (
              <li>{step.text[lang]}</li>
            ))}
          </ol>
          <Citations citations={reckoned.value.citations} lang={lang} />
        </>
      ) : null,
    )}
  </section>
);

const EVIDENCE: Readonly<Record<string, Text>> = {
  read: text("đã đọc văn bản", "read in the text"),
  reported: text("theo nguồn khác thuật lại, chưa đọc văn bản", "as others report it; the text was not read"),
  recalled: text("chưa đối chiếu với văn bản", "not checked against the text"),
  design: text("giả định của hệ thống này", "an assumption of this system"),
};

/** The places in legal texts, each once, with their days and how far they are proven. */
function Citations({ citations, lang }: { citations: readonly CalculationCitation[]; lang: Language }) {
  const once = [...new Map(citations.map((one) => [`${one.document} ${one.article}`, one])).values()];
  return (
    <>
      <h3 class="govuk-heading-s">{{ vi: "Căn cứ", en: "Legal basis" }[lang]}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {once.map((one) => (
          <li>
            {placeName(one)[lang]}
            <br />
            <span class="mc-muted">
              {daysOf(one)[lang]}; {(EVIDENCE[one.confidence] ?? text(one.confidence, one.confidence))[lang]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const documentName = (document: string): string => {
  const source = findSource(document);
  return source ? sourceName(source) : document;
};

function placeName({ document, article }: CalculationCitation): Text {
  const name = documentName(document);
  if (article === "toàn văn") return text(name, name);
  const numbered = /^\d/.test(article);
  return text(`${name}, ${numbered ? "Điều " : ""}${article}`, `${name}, ${numbered ? "article " : ""}${article}`);
}

function daysOf({ validFrom, validTo }: CalculationCitation): Text {
  const [from, to] = [validFrom, validTo].map((day) => {
    const read = day === null ? null : parseIsoDate(day);
    return read && showDate(read);
  });
  if (from && to) return text(`áp dụng từ ${from} đến ${to}`, `applies from ${from} to ${to}`);
  if (from) return text(`áp dụng từ ${from}`, `applies from ${from}`);
  return to
    ? text(`áp dụng đến ${to}`, `applies to ${to}`)
    : text("không ghi ngày áp dụng", "no days of application are entered");
}

type Compared = {
  readonly c: Ctx;
  readonly now: PlainDate;
  readonly before: PlainDate;
  readonly comparisons: readonly Comparison[];
  readonly lang: Language;
  readonly children?: Child;
};

/** The same question asked a year before: what is the same, what changed, or why there was no answer. */
export function YearAgo({ c, now, before, comparisons, lang, children }: Compared) {
  const many = comparisons.length > 1;
  return (
    <section class="mc-answered">
      <h2 class="govuk-heading-l">{{ vi: "So với một năm trước", en: "Compared with a year ago" }[lang]}</h2>
      <p class="govuk-body">
        {
          {
            vi: `Cùng câu hỏi, vào ngày ${showDate(before)} thay vì ${showDate(now)}:`,
            en: `The same question on ${showDate(before)} instead of ${showDate(now)}:`,
          }[lang]
        }
      </p>
      {comparisons.map((one) => (
        <>
          {many && <h3 class="govuk-heading-s">{one.title[lang]}</h3>}
          <ComparisonOf one={one} before={before} lang={lang} />
        </>
      ))}
      {children}
      <p class="govuk-body mc-no-print">
        <a class="govuk-link" href={href(c, `/phap-luat/thay-doi?tu=${before}&den=${now}`)}>
          {
            {
              vi: "Xem mọi thay đổi của pháp luật giữa hai ngày này",
              en: "See everything that changed in the law between these two days",
            }[lang]
          }
        </a>
      </p>
    </section>
  );
}

function ComparisonOf({ one, before, lang }: { one: Comparison; before: PlainDate; lang: Language }) {
  if (one.kind === "none-then")
    return (
      <p class="govuk-body">
        <strong>{{ vi: "Không có kết quả để so sánh.", en: "There is no answer to compare with." }[lang]}</strong>{" "}
        {one.why[lang]}
      </p>
    );
  if (one.kind === "none-now")
    return (
      <ul class="govuk-list govuk-list--bullet">
        {one.before.map((fact) => (
          <li>
            {fact.label[lang]}: {{ vi: "khi đó", en: "then" }[lang]} {inside(fact.value)[lang]},{" "}
            {{ vi: "nay chưa có con số", en: "no figure now" }[lang]}
          </li>
        ))}
      </ul>
    );
  const { changed, same, moved, texts } = one;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {changed.map(({ label, before, now: after }) => (
        <li>
          <strong>{{ vi: "Thay đổi", en: "Changed" }[lang]}</strong> – {label[lang]}: {changeWords(before, after)[lang]}
        </li>
      ))}
      {same.length > 0 && (
        <li>
          <strong>{{ vi: "Không đổi", en: "The same" }[lang]}</strong> –{" "}
          {same.map((fact) => `${fact.label[lang]}: ${fact.value[lang]}`).join("; ")}
        </li>
      )}
      {moved.map((fact) => (
        <li>
          {fact.label[lang]} {{ vi: "nếu tính từ", en: "counted from" }[lang]} {showDate(before)}: {fact.value[lang]}
        </li>
      ))}
      {texts.now.length > 0 && texts.before.length > 0 && (
        <li>
          {{ vi: "Căn cứ khi đó", en: "Legal basis then" }[lang]}: {texts.before.map(documentName).join("; ")}.{" "}
          {{ vi: "Nay", en: "Now" }[lang]}: {texts.now.map(documentName).join("; ")}.
        </li>
      )}
    </ul>
  );
}

/** The value of a fact inside a sentence. */
const inside = ({ vi, en }: Text): Text => text(lowered(vi), lowered(en));
const lowered = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);

function changeWords(before: Text | null, after: Text | null): Text {
  if (before && after)
    return text(
      `từ ${inside(before).vi} thành ${inside(after).vi}`,
      `from ${inside(before).en} to ${inside(after).en}`,
    );
  if (after) return text(`khi đó không có, nay ${after.vi}`, `none then, now ${after.en}`);
  return text(`khi đó ${before?.vi ?? ""}, nay không có`, `${before?.en ?? ""} then, none now`);
}
