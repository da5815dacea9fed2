import { Hono } from "hono";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { InsetText, Notice, Table } from "../ui/index.ts";
import { CooperationTag } from "./dossier/life-panel.tsx";
import { officerOf } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const TITLE = text("Phối hợp giải quyết", "Between offices");
const TO_US = text("Đơn vị khác hỏi, chờ đơn vị trả lời", "Asked of us, waiting for our answer");
const NOTHING_ASKED = text("Không có cơ quan nào chờ đơn vị trả lời.", "No office waits for an answer of ours.");
const NOBODY_ASKED = text("Đơn vị chưa hỏi cơ quan nào.", "The unit has not asked another office.");

/** What was done last; the dossier is another office's again and cannot be shown. */
const DONE: Readonly<Record<string, Text>> = {
  transferred: text("Hồ sơ đã chuyển đến cơ quan có thẩm quyền.", "The dossier went to the competent office."),
  "consultation-answered": text("Ý kiến đã gửi đến cơ quan hỏi.", "The answer went to the office that asked."),
  "handed-back": text("Kết quả đã trả về nơi tiếp nhận.", "The result went back to the receiving desk."),
};
const FROM_US = text("Đơn vị đã hỏi", "Asked by us");

/** Questions between offices: what this unit owes an answer to, and whose silence it has to bear. */
export function cooperationPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/phoi-hop", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const lang = c.get("lang");
    const now = deps.clock.now();
    const unit = officer.post.unit.id;
    const all = await deps.dossiers.cooperation.ofUnit(deps.db, unit);
    const silent = all.filter((one) => one.askingUnit === unit && one.answeredAt === null && one.dueAt < now);
    const table = (caption: typeof TITLE, mine: boolean) => (
      <Wide label={caption} lang={lang}>
        <Table
          dense
          caption={caption}
          lang={lang}
          empty={mine ? NOTHING_ASKED : NOBODY_ASKED}
          columns={[
            { key: "code", label: text("Mã hồ sơ", "Code") },
            { key: "what", label: text("Thủ tục", "Procedure") },
            { key: "office", label: text("Cơ quan", "Office") },
            { key: "due", label: text("Trả lời trước", "Answer by") },
            { key: "state", label: text("Tình trạng", "State") },
          ]}
          rows={all
            .filter((one) => (mine ? one.unitId === unit && one.answeredAt === null : one.askingUnit === unit))
            .map((one) => ({
              href: href(c, `/office/ho-so/${one.code}`),
              cells: {
                code: one.code,
                what: one.procedure[lang],
                office: (mine ? one.askingName : one.unitName)[lang],
                due: showInstant(one.dueAt),
                state: <CooperationTag one={one} now={now} lang={lang} />,
              },
            }))}
        />
      </Wide>
    );
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE },
      <>
        {DONE[c.req.query("xong") ?? ""] && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{DONE[c.req.query("xong") ?? ""]?.[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        {silent.length > 0 && (
          <InsetText>
            {
              {
                vi: `${silent.length} cơ quan chưa trả lời dù đã quá hạn. Hệ thống báo người đứng đầu Bộ phận Một cửa; cần đôn đốc.`,
                en: `${silent.length} offices have not answered in time. The head of the desk is told; they need a reminder.`,
              }[lang]
            }
          </InsetText>
        )}
        {table(TO_US, true)}
        {table(FROM_US, false)}
      </>,
    );
  });

  return app;
}
