import { Hono } from "hono";
import { getSource, sourceName } from "../../../law/index.ts";
import { type Citation, type Edition, editionOn, type Procedure } from "../../engine/definition/index.ts";
import { deadlineInWords, reckonDeadline } from "../../engine/reckoning/deadline.ts";
import { showDong } from "../../kernel/dong.ts";
import { dayOfInstant, showDate, showInstant } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import { feesFor } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { Button, Details, InsetText, SummaryList } from "../ui/index.ts";
import { portalPage } from "./page.tsx";

/** What a person wants to know before they begin: who, papers, fee today, due date if filed now, office, legal basis. */
export function procedurePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/thu-tuc/:key", (c) => {
    const procedure = deps.procedures.find((p) => p.key === c.req.param("key"));
    if (!procedure) throw notFound();
    const edition = editionOn(procedure, dayOfInstant(deps.clock.now()));
    const crumbs = [
      { label: text("Trang chủ", "Home"), href: href(c, "/") },
      { label: text("Thủ tục", "Procedures"), href: href(c, "/thu-tuc") },
      { label: procedure.title },
    ];
    return portalPage(
      deps,
      c,
      { title: procedure.title, crumbs },
      edition ? (
        <ProcedureFacts deps={deps} c={c} procedure={procedure} edition={edition} />
      ) : (
        <NotInForce procedure={procedure} lang={c.get("lang")} />
      ),
    );
  });

  return app;
}

const LEVELS: Readonly<Record<Edition["competence"]["level"], Text>> = {
  commune: text(
    "Công an phường, xã, đặc khu của địa chỉ ghi trong hồ sơ",
    "Police of the ward or commune of the address in the dossier",
  ),
  province: text("Công an tỉnh, thành phố nơi đặt trụ sở", "Provincial police of the seat"),
  ministry: text("Bộ Công an", "Ministry of Public Security"),
};

const NotInForce = (props: { procedure: Procedure; lang: Language }) => (
  <>
    <h1 class="govuk-heading-xl">{props.procedure.title[props.lang]}</h1>
    <InsetText>
      {{ vi: "Hiện thủ tục này không tiếp nhận hồ sơ.", en: "This procedure takes no dossiers now." }[props.lang]}
    </InsetText>
  </>
);

function ProcedureFacts(props: { deps: WebDeps; c: Ctx; procedure: Procedure; edition: Edition }) {
  const { deps, c, procedure, edition } = props;
  const lang = c.get("lang");
  const now = deps.clock.now();
  const on = dayOfInstant(now);
  const due = reckonDeadline(edition, now, deps.calendar());
  return (
    <>
      <span class="govuk-caption-xl">
        {procedure.field.title[lang]} · {edition.code}
      </span>
      <h1 class="govuk-heading-xl">{procedure.title[lang]}</h1>
      <p class="govuk-body-l">{procedure.summary[lang]}</p>
      <Button
        label={text("Bắt đầu nộp hồ sơ", "Start")}
        lang={lang}
        href={href(c, `/thu-tuc/${procedure.key}/bat-dau`)}
      />
      <SummaryList
        lang={lang}
        rows={[
          { label: text("Ai nộp", "Who may file"), value: edition.who[lang] },
          { label: text("Giấy tờ", "Papers"), value: <Papers edition={edition} lang={lang} /> },
          { label: text("Phí, lệ phí hôm nay", "Fee today"), value: <Fees edition={edition} lang={lang} on={on} /> },
          { label: text("Thời hạn giải quyết", "Time limit"), value: deadlineInWords(edition)[lang] },
          ...(due.ok && edition.deadline.unit !== "immediate"
            ? [
                {
                  label: text("Nếu được tiếp nhận hôm nay", "If accepted today"),
                  value: (
                    <>
                      <strong>
                        {
                          {
                            vi: `có kết quả trước ${showInstant(due.value.dueAt)}`,
                            en: `the result is due by ${showInstant(due.value.dueAt)}`,
                          }[lang]
                        }
                      </strong>
                      <Details summary={text("Cách tính", "How it is counted")} lang={lang}>
                        <ul class="govuk-list govuk-list--bullet">
                          {due.value.steps.map((step) => (
                            <li>{step[lang]}</li>
                          ))}
                        </ul>
                        {edition.deadline.unit === "working-days" && (
                          <a
                            class="govuk-link"
                            href={href(
                              c,
                              `/tinh/ngay-tra?cach=tu-dem&so=${edition.deadline.count}&don-vi=ngay-lam-viec`,
                            )}
                          >
                            {{ vi: "Tính cho một ngày khác", en: "Count from another day" }[lang]}
                          </a>
                        )}
                      </Details>
                    </>
                  ),
                },
              ]
            : []),
          {
            label: text("Cơ quan giải quyết", "Office in charge"),
            value:
              LEVELS[edition.competence.level][lang] + (edition.competence.unit ? ` (${edition.competence.unit})` : ""),
          },
          {
            label: text("Cách nộp", "Ways to file"),
            value: edition.channels.map((channel) => CHANNELS[channel][lang]).join(", "),
          },
          {
            label: text("Mức tài khoản định danh", "Identity level needed"),
            value: { vi: `Mức độ ${edition.assurance}`, en: `Level ${edition.assurance}` }[lang],
          },
          { label: text("Kết quả", "Result"), value: edition.result.title[lang] },
        ]}
      />
      <h2 class="govuk-heading-m">{{ vi: "Căn cứ pháp lý", en: "Legal basis" }[lang]}</h2>
      <p class="govuk-hint">
        {edition.until === null
          ? {
              vi: `Nội dung trang này áp dụng từ ${showDate(edition.from)}.`,
              en: `What this page says applies from ${showDate(edition.from)}.`,
            }[lang]
          : {
              vi: `Nội dung trang này áp dụng từ ${showDate(edition.from)} đến ${showDate(edition.until)}.`,
              en: `What this page says applies from ${showDate(edition.from)} to ${showDate(edition.until)}.`,
            }[lang]}
      </p>
      <Citations citations={[...edition.basis, ...edition.competence.basis, ...edition.deadline.basis]} lang={lang} />
    </>
  );
}

const CHANNELS: Readonly<Record<Edition["channels"][number], Text>> = {
  online: text("trực tuyến", "online"),
  desk: text("trực tiếp", "at the desk"),
  post: text("qua bưu chính", "by post"),
  kiosk: text("tại ki-ốt", "at a kiosk"),
  mobile: text("với tổ lưu động", "with a mobile team"),
  telephone: text("qua điện thoại", "by telephone"),
  api: text("qua phần mềm kết nối", "by connected software"),
};

function Papers(props: { edition: Edition; lang: Language }) {
  const { edition, lang } = props;
  if (edition.papers.length === 0) return <>{{ vi: "Không phải nộp giấy tờ nào.", en: "No papers needed." }[lang]}</>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {edition.papers.map((paper) => (
        <li>
          {paper.title[lang]}
          {paper.when || !paper.required ? (
            <span class="mc-muted"> {{ vi: "(nếu thuộc trường hợp này)", en: "(only in some cases)" }[lang]}</span>
          ) : null}
          {paper.notNeededBecause && (
            <>
              <br />
              <span class="mc-muted">
                {{ vi: "Không cần khi cơ sở dữ liệu đã có.", en: "Not needed where a database has it." }[lang]}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Fees(props: { edition: Edition; lang: Language; on: ReturnType<typeof dayOfInstant> }) {
  const { edition, lang, on } = props;
  if (edition.fees.length === 0) return <>{{ vi: "Miễn phí", en: "Free" }[lang]}</>;
  const context = { on, applicant: edition.applicants[0] ?? ("person" as const) };
  const ways = (["online", "desk"] as const)
    .filter((way) => edition.channels.includes(way))
    .map((way) => ({
      way,
      fees: feesFor({ ...edition, fees: edition.fees.map(({ when: _when, ...fee }) => fee) }, {}, way, context),
    }));
  return (
    <ul class="govuk-list">
      {ways.map(({ way, fees }) => (
        <li>
          {CHANNELS[way][lang]}:{" "}
          <strong>
            {fees.ok
              ? fees.value.length === 0
                ? { vi: "miễn phí", en: "free" }[lang]
                : fees.value.map((fee) => showDong(fee.amount)).join(" + ")
              : { vi: "chưa có mức cho ngày này", en: "no figure for this day" }[lang]}
          </strong>
        </li>
      ))}
    </ul>
  );
}

/** Each text once, with its articles and how far we have proven it. */
export function Citations(props: { citations: readonly Citation[]; lang: Language }) {
  const bySource = new Map<string, Set<string>>();
  for (const { source, article } of props.citations)
    bySource.set(source, (bySource.get(source) ?? new Set()).add(article));
  return (
    <ul class="govuk-list govuk-list--bullet">
      {[...bySource].map(([source, articles]) => (
        <li>
          {sourceName(getSource(source))}
          {[...articles].some((article) => article !== "toàn văn") &&
            `: ${[...articles].filter((article) => article !== "toàn văn").join("; ")}`}
        </li>
      ))}
    </ul>
  );
}
