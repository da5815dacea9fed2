import { Hono } from "hono";
import { dayOfInstant, showDate, showTime } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import {
  countAccess,
  fieldWords,
  groundWords,
  type LookTaken,
  listAccess,
  lookingUnits,
  purposeWords,
  readOwn,
  type SealedMonth,
  sealedLooks,
} from "../../../modules/access/index.ts";
import type { Question } from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { searchTyped, wholeNumber } from "../../forms.ts";
import { Button, Details, InsetText, Pagination, Select } from "../../ui/index.ts";
import { visitorOf } from "../guard.ts";
import { myDataPage, ROOT, subjectOf, withinWords } from "./frame.tsx";

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;
const PERIODS = [
  { value: "7", label: text("7 ngày qua", "Last 7 days") },
  { value: "30", label: text("30 ngày qua", "Last 30 days") },
  { value: "365", label: text("12 tháng qua", "Last 12 months") },
] as const;

/** Each look of an officer or a system at the signed-in person's data, in plain words, day by day. */
export function lookPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(ROOT, async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    const subject = subjectOf(session);
    const now = deps.clock.now();
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const period = PERIODS.find(({ value }) => value === c.req.query("thoi-gian"))?.value ?? "";
    const units = await lookingUnits(deps.db, subject.number, now);
    const unit = units.find(({ id }) => id === searchTyped(c, "co-quan", 100))?.id ?? "";
    const filter = { now, from: period ? now - Number(period) * DAY_MS : null, before: null, unit: unit || null };
    const [looks, count, sealed, questions] = await Promise.all([
      listAccess(deps.db, subject.number, filter, { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }),
      countAccess(deps.db, subject.number, filter),
      sealedLooks(deps.db, subject.number, now),
      deps.dataRights.questionsOfSubject(readOwn(deps.db), subject.number),
    ]);
    const asked = new Map(questions.map((question) => [question.lookId, question]));
    const shown = looks.slice(0, PAGE_SIZE);
    const at = (changes: Readonly<Record<string, string>>): string => {
      const given = Object.entries({ "thoi-gian": period, "co-quan": unit, ...changes }).filter(([, value]) => value);
      return href(c, ROOT) + (given.length > 0 ? `?${new URLSearchParams(given)}` : "");
    };
    const first = (page - 1) * PAGE_SIZE + 1;

    return myDataPage(
      deps,
      c,
      { title: text("Ai đã xem dữ liệu của tôi", "Who looked at my data"), at: ROOT },
      <>
        <h1 class="govuk-heading-xl">{{ vi: "Ai đã xem dữ liệu của tôi", en: "Who looked at my data" }[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: `Mỗi lần cán bộ hoặc hệ thống xem dữ liệu của ông/bà đều được ghi lại ngay lúc đó và không ai xóa được. Thấy lượt xem lạ, ông/bà có thể hỏi; cơ quan phải trả lời ${withinWords(deps).vi}.`,
              en: `Each time an officer or a system reads your data, it is written down at that moment and nobody can remove it. Ask about any entry you do not understand; the office must answer ${withinWords(deps).en}.`,
            }[lang]
          }
        </p>
        <form class="mc-looks-filter" action={href(c, ROOT)} method="get">
          <Select
            name="thoi-gian"
            label={text("Thời gian", "Period")}
            lang={lang}
            options={PERIODS}
            value={period}
            empty={text("Tất cả", "All")}
          />
          <Select
            name="co-quan"
            label={text("Cơ quan", "Office")}
            lang={lang}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unit}
            empty={text("Mọi cơ quan", "Any office")}
          />
          <Button label={text("Lọc", "Filter")} lang={lang} kind="secondary" />
        </form>
        {shown.length === 0 && (
          <p class="mc-empty">{{ vi: "Chưa có lượt xem nào.", en: "Nobody has looked yet." }[lang]}</p>
        )}
        {daysOf(shown).map(([day, ofDay]) => (
          <section class="mc-looks">
            <h2 class="govuk-heading-m">{day}</h2>
            <ul class="mc-looks__list">
              {sameLooks(ofDay).map((same) => (
                <Entry c={c} looks={same} asked={asked} lang={lang} />
              ))}
            </ul>
          </section>
        ))}
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: at({ trang: String(page - 1) }) } : {})}
          {...(looks.length > PAGE_SIZE ? { nextHref: at({ trang: String(page + 1) }) } : {})}
          {...(shown.length > 0
            ? {
                position: text(
                  `Lượt ${first}–${first + shown.length - 1} trong ${count}`,
                  `Entries ${first}–${first + shown.length - 1} of ${count}`,
                ),
              }
            : {})}
        />
        <Sealed months={sealed} lang={lang} />
      </>,
    );
  });

  return app;
}

/** The looks of each day, in the order given. */
function daysOf(looks: readonly LookTaken[]): readonly (readonly [string, readonly LookTaken[]])[] {
  return [...Map.groupBy(looks, ({ at }) => showDate(dayOfInstant(at)))];
}

/** Looks of one day that tell the same are one entry, so that a worklist opened ten times does not hide the rest. */
function sameLooks(looks: readonly LookTaken[]): readonly (readonly [LookTaken, ...LookTaken[]])[] {
  const same = Map.groupBy(looks, (look) =>
    JSON.stringify([look.actorName, look.unitId, look.purpose, look.dossierCode, look.detail, look.fields]),
  );
  return [...same.values()].flatMap(([first, ...more]) => (first ? [[first, ...more] as const] : []));
}

type EntryProps = {
  readonly c: Ctx;
  readonly looks: readonly [LookTaken, ...LookTaken[]];
  readonly asked: ReadonlyMap<string, Question>;
  readonly lang: Language;
};
function Entry({ c, looks, asked, lang }: EntryProps) {
  const [look] = looks;
  const question = looks.map(({ id }) => asked.get(id)).find((one) => one !== undefined);
  const times = timesOf(looks);
  const fields = look.fields.map((field) => fieldWords(field)[lang]).join(", ");
  const who = [look.actorName, look.postTitle, look.unitName].filter(Boolean).join(", ");
  return (
    <li class="mc-looks__entry">
      <p class="mc-looks__why">
        <span class="mc-looks__time">{times[lang]}</span> {purposeWords(look.purposeKey, look.purpose)[lang]}
      </p>
      <dl class="mc-looks__facts">
        <Fact label={text("Người xem", "Who")} lang={lang}>
          {who}
        </Fact>
        <Fact label={text("Đã xem", "What")} lang={lang}>
          {look.detail && !look.proof ? `${fields}: ${look.detail}` : fields}
        </Fact>
        {look.dossierCode && (
          <Fact label={text("Hồ sơ", "Dossier")} lang={lang}>
            <a class="govuk-link" href={href(c, `/ho-so/${look.dossierCode}`)}>
              {look.dossierCode}
            </a>
          </Fact>
        )}
        {look.groundSource && (
          <Fact label={text("Căn cứ", "Ground")} lang={lang}>
            {groundWords(look.groundSource, look.groundArticle ?? "")[lang]}
          </Fact>
        )}
      </dl>
      {look.proof && <Proof look={look} lang={lang} />}
      {question ? (
        <p class="govuk-body-s">
          <a class="govuk-link" href={href(c, `${ROOT}/cau-hoi`)}>
            {question.answer === null
              ? { vi: "Ông/bà đã hỏi, đang chờ trả lời", en: "You asked; waiting for the answer" }[lang]
              : { vi: "Đã có trả lời cho câu hỏi của ông/bà", en: "Your question has been answered" }[lang]}
          </a>
        </p>
      ) : (
        look.unitId && (
          <p class="govuk-body-s">
            <a class="govuk-link" href={href(c, `${ROOT}/luot-xem/${look.officeProvince}/${look.id}`)}>
              {{ vi: "Hỏi về lượt xem này", en: "Question this entry" }[lang]}
              <span class="govuk-visually-hidden">
                {" "}
                ({times[lang]}, {look.actorName})
              </span>
            </a>
          </p>
        )
      )}
    </li>
  );
}

const Fact = (props: { label: Text; lang: Language; children: unknown }) => (
  <div class="mc-looks__fact">
    <dt>{props.label[props.lang]}</dt>
    <dd>{props.children as string}</dd>
  </div>
);

function timesOf(looks: readonly LookTaken[]): Text {
  const [last, first] = [looks[0]?.at ?? 0, looks.at(-1)?.at ?? 0];
  if (looks.length === 1) return text(showTime(last), showTime(last));
  const span = showTime(first) === showTime(last) ? showTime(last) : `${showTime(first)}–${showTime(last)}`;
  return text(`${span}, ${looks.length} lần`, `${span}, ${looks.length} times`);
}

/** A disclosed entry carries what shows that it was counted from the first day. */
const Proof = ({ look, lang }: { look: LookTaken; lang: Language }) => (
  <Details summary={text("Lượt xem này từng được niêm phong", "This entry was sealed before")} lang={lang}>
    <p class="govuk-body-s">
      {
        {
          vi: `Theo lệnh số ${look.detail ?? ""}. SHA-256 của muối và nội dung bằng mã cam kết đã công bố:`,
          en: `By order no. ${look.detail ?? ""}. The SHA-256 of salt and content equals the commitment shown before:`,
        }[lang]
      }
    </p>
    <p class="govuk-body-s mc-looks__hash">{look.proof?.commitment}</p>
    <p class="govuk-body-s mc-looks__hash">
      {{ vi: "Muối:", en: "Salt:" }[lang]} {look.proof?.salt}
    </p>
  </Details>
);

const monthWords = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

const Sealed = ({ months, lang }: { months: readonly SealedMonth[]; lang: Language }) =>
  months.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{{ vi: "Lượt xem đang niêm phong", en: "Sealed entries" }[lang]}</h2>
      <InsetText>
        {
          {
            vi: "Cơ quan điều tra xem theo lệnh. Nội dung được công bố khi hết thời hạn niêm phong; từ nay đến đó không ai sửa được, vì mỗi lượt đã có mã cam kết dưới đây.",
            en: "Read for an investigation, by written order. The content is disclosed when the seal ends; until then nobody can change it, since each entry has its commitment below.",
          }[lang]
        }
      </InsetText>
      {months.map(({ month, commitments }) => (
        <Details
          summary={text(
            `Tháng ${monthWords(month)}: ${commitments.length} lượt`,
            `${monthWords(month)}: ${commitments.length} ${commitments.length === 1 ? "entry" : "entries"}`,
          )}
          lang={lang}
        >
          <ul class="govuk-list">
            {commitments.map((commitment) => (
              <li class="mc-looks__hash">{commitment}</li>
            ))}
          </ul>
        </Details>
      ))}
    </section>
  );
