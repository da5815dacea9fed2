import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf } from "../../../modules/access/index.ts";
import type { Assessed, EntryFailure } from "../../../modules/figures/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { PageProblem } from "../../errors.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, Input, Notice, Select, Split, Textarea } from "../../ui/index.ts";
import { postedByOfficer } from "../guard.ts";
import { officePage } from "../page.tsx";
import { type AskFigures, figuresAsked } from "./asked.ts";
import { PeriodFilters } from "./filters.tsx";
import { figuresQueryString, leads } from "./query.ts";
import { Card, Entries, Index, itemsOf, Officers } from "./score-tables.tsx";
import { TIMINGS } from "./table.tsx";

const PATH = "/office/so-lieu/cham-diem";
const TITLE = text("Chấm điểm và bộ chỉ số phục vụ", "Score card and service index");

type Shown = {
  readonly raw: Raw | null;
  readonly errors: Readonly<Record<string, Text>>;
  readonly status: 200 | 403 | 422;
};
const FRESH: Shown = { raw: null, errors: {}, status: 200 };

/** The score card of Circular 01/2018 for its days, the index of Decision 766, and what whoever oversees enters for both. */
export function scorePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const periodOf = ({ officer, query }: AskFigures) => ({
    unit: query.unit || officer.post.unit.id,
    from: query.from,
    until: query.until,
  });

  app.get("/so-lieu/cham-diem", async (c) => {
    const ask = figuresAsked(deps, c);
    return ask instanceof Response ? ask : show(c, ask, FRESH);
  });

  app.post("/so-lieu/cham-diem", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const ask = figuresAsked(deps, c);
    if (ask instanceof Response) return ask;
    if (!oversees(ask)) throw notYours();
    const { raw } = posted;
    if (posted.stale) return show(c, ask, { raw, errors: { item: STALE }, status: 403 });
    const [card = "", item = ""] = boxText(raw, "item").split("|");
    const points = Number(boxText(raw, "points").trim().replace(",", ".") || Number.NaN);
    if (card !== "score-card" && card !== "service-index")
      return show(c, ask, { raw, errors: { item: FAILURES.item }, status: 422 });
    const entry = { card, item, points, reason: boxText(raw, "reason").slice(0, 2_000) } as const;
    const { account, name } = actorOf(ask.officer);
    const done = await deps.scores.enter(periodOf(ask), entry, { account, name });
    if (!done.ok) return show(c, ask, { raw, errors: errorOf(done.failure), status: 422 });
    return c.redirect(href(c, PATH) + figuresQueryString(ask.query, { xong: "1" }), 303);
  });

  const show = async (c: Ctx, ask: AskFigures, shown: Shown) => {
    const lang = c.get("lang");
    const { officer, query, seen } = ask;
    const period = periodOf(ask);
    const found = await deps.scores.assess(period);
    const names = leads(officer)
      ? new Map((await deps.access.officersOf(period.unit)).map(({ account, name }) => [account, name]))
      : null;
    return officePage(
      deps,
      c,
      officer,
      {
        title: TITLE,
        status: shown.status,
        path: PATH,
        hasErrors: shown.status !== 200,
        crumbs: [{ label: text("Số liệu", "Figures"), href: href(c, "/office/so-lieu") + figuresQueryString(query) }],
      },
      <>
        <ErrorSummary errors={shown.errors} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {{ vi: "Đã ghi điểm cùng lý do.", en: "The points are recorded with their reason." }[lang]}
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {deps.catalogue.findUnit(period.unit)?.name[lang] ?? period.unit}, {showDate(period.from)} –{" "}
          {showDate(period.until)}
        </p>
        <Split
          side={
            <>
              <PeriodFilters c={c} query={query} seen={seen} path={PATH} empty={OWN_UNIT} />
              {oversees(ask) && <EntryForm c={c} ask={ask} found={found} shown={shown} />}
            </>
          }
          sideLabel={{ vi: "Bộ lọc, nhập điểm", en: "Filters, entering points" }[lang]}
        >
          <Card found={found} lang={lang} />
          <p class="govuk-body">
            {{ vi: "Hồ sơ làm căn cứ: ", en: "The dossiers behind it: " }[lang]}
            {(["early", "on-time", "late"] as const).map((timing, n) => (
              <>
                {n > 0 && " · "}
                <a
                  class="govuk-link"
                  href={
                    href(c, "/office/so-lieu/ho-so") +
                    figuresQueryString({ ...query, unit: period.unit }, { o: timing })
                  }
                >
                  {TIMINGS[timing][lang]}
                </a>
              </>
            ))}
          </p>
          {names && found.officers.length > 0 && <Officers found={found} names={names} lang={lang} />}
          {found.index && <Index index={found.index} lang={lang} />}
          <Entries found={found} lang={lang} />
        </Split>
      </>,
    );
  };
  return app;
}

const oversees = ({ officer }: AskFigures): boolean => officer.post.roles.includes("overseer");
const OWN_UNIT = text("Đơn vị của vị trí này", "The post's own unit");
function EntryForm(props: { c: Ctx; ask: AskFigures; found: Assessed; shown: Shown }) {
  const { c, ask, found } = props;
  const { raw, errors } = props.shown;
  const lang = c.get("lang");
  const box = (name: string) => ({ name, lang, value: raw ? boxText(raw, name) : "", error: errors[name] });
  const items = itemsOf(found);
  if (items.length === 0) return null;
  return (
    <section class="mc-card govuk-!-margin-top-6">
      <h2 class="govuk-heading-m">{{ vi: "Nhập điểm", en: "Enter points" }[lang]}</h2>
      <p class="govuk-body">
        {
          {
            vi: "Dùng cho nội dung mà hồ sơ không cho biết. Lần nhập sau thay lần trước; mọi lần đều được lưu cùng tên người nhập.",
            en: "For what dossiers do not tell. A later entry takes the place of an earlier one; all are kept with who entered them.",
          }[lang]
        }
      </p>
      <Form csrf={csrfBox(ask.officer)} action={href(c, PATH) + figuresQueryString(ask.query)}>
        <Select {...box("item")} label={text("Nội dung", "Item")} options={items} />
        <Input {...box("points")} label={text("Điểm", "Points")} width={4} inputmode="decimal" autocomplete="off" />
        <Textarea {...box("reason")} label={text("Lý do, căn cứ", "Reason, evidence")} lines={3} />
        <Button label={text("Ghi điểm", "Record")} lang={lang} />
      </Form>
    </section>
  );
}

const FAILURES = {
  item: text("Vui lòng chọn nội dung.", "Choose the item."),
  reason: text("Vui lòng nêu lý do hoặc căn cứ.", "Give the reason or evidence."),
  "no-rule": text("Kỳ này không có quy định cho nội dung đó.", "The law has no such item in this period."),
} as const;
function errorOf(failure: EntryFailure): Readonly<Record<string, Text>> {
  if (failure.kind === "points")
    return {
      points: text(`Điểm là số từ 0 đến ${failure.most}.`, `Points are a number from 0 to ${failure.most}.`),
    };
  return failure.kind === "reason" ? { reason: FAILURES.reason } : { item: FAILURES[failure.kind] };
}
const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa ghi. Nội dung vừa nhập vẫn còn; đề nghị kiểm tra và gửi lại.",
  "Your session has changed, so nothing was recorded. What you typed is still there; check it and send it again.",
);
const notYours = (): PageProblem =>
  new PageProblem(
    403,
    text("Vị trí này không nhập điểm", "This post enters no points"),
    text(
      "Điểm do người theo dõi của đơn vị cấp trên nhập. Đề nghị đổi vị trí công tác nếu đồng chí có vị trí đó.",
      "Points are entered by whoever oversees. Change the post if you hold that one.",
    ),
  );
