import { Hono } from "hono";
import { statusName } from "../../engine/state/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import type { RaisedLevel } from "../../modules/dossiers/index.ts";
import { LEVEL_NAMES } from "../clock.tsx";
import { href, type Vars, type WebDeps } from "../context.ts";
import { Table, Tag, type Tone } from "../ui/index.ts";
import { officerOf } from "./guard.ts";
import { officePage } from "./page.tsx";
import { warnedOf } from "./warned-of.ts";
import { Wide } from "./wide.tsx";

const TITLE = text("Nhắc hạn", "Reminders");
const LISTED_MOST = 200;

/** What comes to the end of its time, told to whoever works on it and to whoever leads. */
export function reminderPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/nhac-han", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const lang = c.get("lang");
    const [rows, colleagues] = await Promise.all([
      deps.dossiers.warnings.of(await warnedOf(deps, officer), LISTED_MOST),
      deps.access.officersOf(officer.post.unit.id),
    ]);
    const names = new Map(colleagues.map(({ account, name }) => [account, name]));
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE },
      <>
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Cán bộ thụ lý được nhắc khi đã dùng 50% và 80% thời hạn; lãnh đạo được nhắc khi còn một ngày, khi quá hạn, và khi hồ sơ trực tuyến chưa được trả lời sau 8 giờ làm việc.",
              en: "Whoever works on a dossier is reminded at 50% and 80% of its time; the head on the last day, once it is late, and where an online submission is unanswered after 8 working hours.",
            }[lang]
          }
        </p>
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            lang={lang}
            empty={text("Không có hồ sơ nào cần nhắc.", "Nothing to remind of.")}
            columns={[
              { key: "code", label: text("Mã hồ sơ", "Code") },
              { key: "level", label: text("Nhắc", "Reminder") },
              { key: "due", label: text("Hạn", "Due") },
              { key: "procedure", label: text("Thủ tục", "Procedure") },
              { key: "status", label: text("Trạng thái", "Status") },
              { key: "assigned", label: text("Người thụ lý", "Assigned to") },
            ]}
            rows={rows.map((row) => ({
              href: href(c, `/office/ho-so/${row.code}`),
              tone: row.level === "late" || row.level === "unanswered" ? "late" : "soon",
              cells: {
                code: row.code,
                level: <Tag label={LEVEL_NAMES[row.level]} tone={TONES[row.level]} lang={lang} />,
                due: showInstant(row.dueAt),
                procedure: deps.dossiers.findProcedure(row.procedureKey)?.title[lang] ?? row.procedureKey,
                status: statusName(row.status)[lang],
                assigned: row.assignedTo === null ? "–" : (names.get(row.assignedTo) ?? "–"),
              },
            }))}
          />
        </Wide>
      </>,
    );
  });

  return app;
}

const TONES: Readonly<Record<RaisedLevel, Tone>> = {
  half: "progress",
  "four-fifths": "waiting",
  "day-before": "attention",
  late: "refused",
  unanswered: "refused",
};
