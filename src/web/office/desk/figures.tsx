import { Hono } from "hono";
import { addDays, dayOfInstant, parseIsoDate, showDate } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import { waitingFigures } from "../../../modules/desk/index.ts";
import { href, type Vars, type WebDeps } from "../../context.ts";
import { serviceWords } from "../../desk-words.ts";
import { Figures, InsetText, Table, Tabs } from "../../ui/index.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { atDesk } from "./keeper.ts";

const PATH = "/office/hang-cho/so-lieu";
const TITLE = text("Số liệu chờ", "Waiting figures");
const SPANS = {
  "1": text("Hôm nay", "Today"),
  "7": text("7 ngày", "7 days"),
  "30": text("30 ngày", "30 days"),
} as const;
const MINUTE = 60;

/** How long people waited, by day and service: measured, not asked. */
export function figurePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/hang-cho/so-lieu", async (c) => {
    const at = atDesk(deps, c);
    if (at instanceof Response) return at;
    const lang = c.get("lang");
    const { officer, unit } = at;
    const asked = c.req.query("ngay") ?? "7";
    const span = asked === "1" || asked === "30" ? asked : "7";
    const until = parseIsoDate(c.req.query("den") ?? "") ?? dayOfInstant(deps.clock.now());
    const figures = await waitingFigures(deps.db, unit, addDays(until, 1 - Number(span)), until);
    const sum = (of: (row: (typeof figures)[number]) => number): number =>
      figures.reduce((all, row) => all + of(row), 0);
    return officePage(
      deps,
      c,
      officer,
      {
        title: TITLE,
        crumbs: [{ label: text("Hàng chờ", "Waiting room"), href: href(c, "/office/hang-cho") }, { label: TITLE }],
      },
      <>
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <Tabs
          lang={lang}
          label={text("Khoảng thời gian", "Time")}
          tabs={Object.entries(SPANS).map(([days, label]) => ({
            label,
            href: href(c, `${PATH}?ngay=${days}`),
            current: days === span,
          }))}
        />
        <Figures
          lang={lang}
          figures={[
            { label: text("Số đã cấp", "Numbers given"), value: String(sum(({ issued }) => issued)) },
            { label: text("Đã phục vụ", "Served"), value: String(sum(({ served }) => served)) },
            { label: text("Gọi không có mặt", "Did not come"), value: String(sum(({ noShow }) => noShow)) },
            { label: text("Trả số, bỏ về", "Left"), value: String(sum(({ left }) => left)) },
          ]}
        />
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            lang={lang}
            empty={text("Chưa cấp số nào trong thời gian này.", "No number was given in this time.")}
            columns={[
              { key: "day", label: text("Ngày", "Day") },
              { key: "service", label: text("Việc", "Matter") },
              { key: "issued", label: text("Cấp số", "Given"), figures: true },
              { key: "served", label: text("Phục vụ", "Served"), figures: true },
              { key: "noShow", label: text("Vắng", "No-show"), figures: true },
              { key: "left", label: text("Bỏ về", "Left"), figures: true },
              { key: "median", label: text("Chờ trung vị", "Median wait"), figures: true },
              { key: "p90", label: text("Chờ, 9/10 người", "Wait, 9 of 10"), figures: true },
              { key: "serving", label: text("Phục vụ trung vị", "Median serving"), figures: true },
            ]}
            rows={figures.map((row) => ({
              cells: {
                day: showDate(row.day),
                service: serviceWords(deps, unit, row.service)[lang],
                issued: String(row.issued),
                served: String(row.served),
                noShow: String(row.noShow),
                left: String(row.left),
                median: timeWords(row.waitMedianSeconds),
                p90: timeWords(row.waitP90Seconds),
                serving: timeWords(row.serveMedianSeconds),
              },
            }))}
          />
        </Wide>
        <InsetText>{HOW[lang]}</InsetText>
      </>,
    );
  });

  return app;
}

/** `12:05`: minutes and seconds. */
const timeWords = (seconds: number | null): string =>
  seconds === null ? "–" : `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;

const HOW = text(
  "Phút:giây. Thời gian chờ tính từ lúc lấy số đến lần gọi đầu; người hẹn trước đến sớm thì tính từ giờ hẹn. “9/10 người”: chín trong mười người chờ không quá mức này.",
  "Minutes:seconds. The wait runs from taking the number to the first call; for booked people who came early, from their slot. “9 of 10”: nine of ten waited no longer.",
);
