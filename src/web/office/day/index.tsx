import { Hono } from "hono";
import { CLOCK_ENDED, statusName } from "../../../engine/state/index.ts";
import { dayOfInstant, parseIsoDate, showDate, showInstant } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import type { WorkCounts } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { statusTag } from "../../portal/status.ts";
import { DateText, Figures, Table, Tag } from "../../ui/index.ts";
import { Due, rowTone } from "../due.tsx";
import { type Officer, officerOf } from "../guard.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { IN_WORK, readWorkQuery } from "../work-query.ts";
import { type Day, loadDay } from "./load.ts";

const TITLE = text("Việc hôm nay", "My day");
const URGENT = text("Hồ sơ của tôi đến hạn trước", "Mine, the most urgent first");
const TEAM = text("Việc của từng cán bộ", "Day of the team");
const WORDS = text("Tin nhắn của công dân chưa đọc", "Unread words of citizens");
const SESSIONS = text("Lịch hẹn hôm nay", "Appointments today");

/** What this officer has to do today; for whoever leads, the team's day and the unit's. Every count leads to its list. */
export function dayPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/hom-nay", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const lang = c.get("lang");
    const day = await loadDay(deps, officer, readWorkQuery(c));
    const leads = officer.post.roles.some((role) => role === "unitLead" || role === "deskHead");
    const title = {
      vi: `${TITLE.vi}, ${showDate(dayOfInstant(day.now))}`,
      en: `${TITLE.en}, ${showDate(dayOfInstant(day.now))}`,
    };
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE },
      <>
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        <Mine c={c} day={day} lang={lang} />
        <Urgent deps={deps} c={c} day={day} lang={lang} />
        <Around deps={deps} c={c} day={day} lang={lang} />
        {leads && <Unit c={c} day={day} lang={lang} />}
        {leads && <Team c={c} day={day} officer={officer} lang={lang} />}
      </>,
    );
  });

  return app;
}

type Part = { readonly c: Ctx; readonly day: Day; readonly lang: Language };
const at = (c: Ctx, query: string): string => href(c, `/office?${query}`);
const toned = (tone: "late" | "soon", count: number) => (count === 0 ? { value: "0" } : { value: String(count), tone });

const Mine = ({ c, day, lang }: Part) => (
  <section aria-labelledby="cua-toi">
    <h2 class="govuk-heading-m" id="cua-toi">
      {{ vi: "Của tôi", en: "Mine" }[lang]}
    </h2>
    <Figures
      lang={lang}
      figures={[
        {
          label: text("Quá hạn", "Overdue"),
          ...toned("late", day.mine.late),
          href: at(c, `giao=toi&han=tre&trang-thai=${IN_WORK}`),
        },
        {
          label: text("Đến hạn hôm nay", "Due today"),
          ...toned("soon", day.mine.today),
          href: at(c, `giao=toi&han=hom-nay&trang-thai=${IN_WORK}`),
        },
        {
          label: text("Hạn đến hết ngày làm việc tới", "Due by the end of the next working day"),
          value: String(day.mine.today + day.mine.soon),
          href: at(c, `giao=toi&han=sap&trang-thai=${IN_WORK}`),
        },
        {
          label: text("Tôi đang thụ lý", "In my hands"),
          value: String(day.mine.open),
          href: at(c, `giao=toi&trang-thai=${IN_WORK}`),
        },
        {
          label: text("Chờ bước của tôi", "Waiting for my step"),
          value: String(day.turn),
          href: at(c, "muc=luot-toi"),
        },
        {
          label: text("Đơn vị khác hỏi", "Asked by other offices"),
          ...(day.asked.late > 0 ? toned("late", day.asked.open) : { value: String(day.asked.open) }),
          href: href(c, "/office/phoi-hop"),
        },
      ]}
    />
  </section>
);

const Urgent = ({ deps, c, day, lang }: Part & { deps: WebDeps }) => (
  <div>
    <h2 class="govuk-heading-m">{URGENT[lang]}</h2>
    <Wide label={URGENT} lang={lang}>
      <Table
        dense
        captionHidden
        caption={URGENT}
        lang={lang}
        empty={text(
          "Không có hồ sơ nào của đồng chí đến hạn đến hết ngày làm việc tới.",
          "Nothing of yours is due by the end of the next working day.",
        )}
        columns={[
          { key: "code", label: text("Mã hồ sơ", "Code") },
          { key: "procedure", label: text("Thủ tục", "Procedure") },
          { key: "owner", label: text("Chủ hồ sơ", "Owner") },
          { key: "status", label: text("Trạng thái", "Status") },
          { key: "due", label: text("Hạn trả", "Due") },
        ]}
        rows={day.urgent.map((row) => ({
          href: href(c, `/office/ho-so/${row.code}`),
          tone: rowTone(row, day.now),
          cells: {
            code: row.code,
            procedure: deps.dossiers.findProcedure(row.procedureKey)?.title[lang] ?? row.procedureKey,
            owner: row.ownerName,
            status: <Tag {...statusTag(row.status)} lang={lang} />,
            due: <Due row={row} now={day.now} lang={lang} />,
          },
        }))}
      />
    </Wide>
  </div>
);

/** What others wait for: words nobody has read, people who come today. */
const Around = ({ deps, c, day, lang }: Part & { deps: WebDeps }) => (
  <div class="mc-pages">
    <section class="mc-card">
      <h2 class="govuk-heading-m">{WORDS[lang]}</h2>
      {day.unread.length === 0 ? (
        <p class="mc-empty">{{ vi: "Đã đọc hết.", en: "All read." }[lang]}</p>
      ) : (
        <ul class="govuk-list">
          {day.unread.map(({ code, procedureKey, since }) => (
            <li>
              <a class="govuk-link" href={href(c, `/office/ho-so/${code}/trao-doi`)}>
                {code}
              </a>{" "}
              {deps.dossiers.findProcedure(procedureKey)?.title[lang] ?? procedureKey}{" "}
              <span class="mc-muted">{showInstant(since)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
    <section class="mc-card">
      <h2 class="govuk-heading-m">{SESSIONS[lang]}</h2>
      {day.sessions.length === 0 ? (
        <p class="mc-empty">{{ vi: "Hôm nay không có lịch hẹn.", en: "No appointments today." }[lang]}</p>
      ) : (
        <ul class="govuk-list">
          {day.sessions.map((session) => {
            const booked = session.slots.reduce((all, slot) => all + slot.booked, 0);
            const clock = (minute: number): string =>
              `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
            return (
              <li>
                <a class="govuk-link" href={href(c, `/office/lich-hen/${session.id}`)}>
                  {clock(session.fromMinute)}–{clock(session.untilMinute)}, {session.place}
                </a>
                : {{ vi: `${booked} người hẹn`, en: `${booked} booked` }[lang]}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  </div>
);

/** The unit by where its dossiers stand. */
function Unit({ c, day, lang }: Part) {
  const running = day.counts.filter(({ status }) => !CLOCK_ENDED.has(status));
  const sum = (of: (count: WorkCounts) => number): number => running.reduce((all, one) => all + of(one), 0);
  return (
    <section aria-labelledby="don-vi">
      <h2 class="govuk-heading-m" id="don-vi">
        {{ vi: "Cả đơn vị", en: "The whole unit" }[lang]}
      </h2>
      <Figures
        lang={lang}
        figures={[
          {
            label: text("Quá hạn", "Overdue"),
            ...toned(
              "late",
              sum(({ late }) => late),
            ),
            href: at(c, "han=tre"),
          },
          {
            label: text("Đến hạn hôm nay", "Due today"),
            ...toned(
              "soon",
              sum(({ soon }) => soon),
            ),
            href: at(c, "han=hom-nay"),
          },
          ...running.map(({ status, count }) => ({
            label: statusName(status),
            value: String(count),
            href: at(c, `trang-thai=${status}`),
          })),
        ]}
      />
    </section>
  );
}

/** Who has how much, how late, since when; the counts lead to the officer's list. */
function Team({ c, day, officer, lang }: Part & { officer: Officer }) {
  const counted = (account: string | null, query: string, count: number) => {
    if (count === 0) return "0";
    const whose = account === null ? "giao=chua" : `giao=${account}`;
    const status = account === null ? "accepted" : IN_WORK;
    return (
      <a class="govuk-link" href={at(c, `${whose}&trang-thai=${status}${query}`)}>
        {count}
      </a>
    );
  };
  return (
    <Wide label={TEAM} lang={lang}>
      <Table
        dense
        caption={TEAM}
        lang={lang}
        columns={[
          { key: "name", label: text("Cán bộ", "Officer") },
          { key: "open", label: text("Đang giữ", "In hand"), figures: true },
          { key: "late", label: text("Quá hạn", "Overdue"), figures: true },
          { key: "today", label: text("Hạn hôm nay", "Due today"), figures: true },
          { key: "oldest", label: text("Cũ nhất, nộp ngày", "Oldest, filed") },
        ]}
        rows={day.team.map((one) => {
          const away = one.awayUntil === null ? null : parseIsoDate(one.awayUntil);
          const name =
            one.account === null
              ? { vi: "Chưa phân công", en: "Nobody yet" }[lang]
              : (one.name ?? { vi: "Cán bộ đã chuyển đơn vị", en: "Somebody who left the unit" }[lang]);
          return {
            ...(one.late > 0 ? { tone: "late" as const } : {}),
            cells: {
              name: (
                <>
                  {one.account === officer.account ? { vi: `${name} (tôi)`, en: `${name} (me)` }[lang] : name}
                  {away && (
                    <>
                      {" "}
                      <Tag
                        label={text(`Vắng đến ${showDate(away)}`, `Away until ${showDate(away)}`)}
                        tone="waiting"
                        lang={lang}
                      />
                    </>
                  )}
                </>
              ),
              open: counted(one.account, "", one.open),
              late: counted(one.account, "&han=tre", one.late),
              today: counted(one.account, "&han=hom-nay", one.today),
              oldest: one.oldest === null ? "–" : <DateText on={dayOfInstant(one.oldest)} />,
            },
          };
        })}
      />
    </Wide>
  );
}
