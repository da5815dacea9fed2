import { Hono } from "hono";
import type { Calendar } from "../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { readLogged } from "../../modules/access/index.ts";
import type { WorkRow } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { statusTag } from "../portal/status.ts";
import { DateText, Pagination, Pick, type Row, SearchBox, Shortcut, Split, Table, Tabs, Tag } from "../ui/index.ts";
import { Due, rowTone } from "./due.tsx";
import { Forward, workMoments } from "./forward.tsx";
import { type Officer, officerOf, whoOf } from "./guard.ts";
import { manyActsFor } from "./many/acts.ts";
import { DoMany, MANY_FORM } from "./many/do-many.tsx";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";
import { WorkFigures, WorkFilters } from "./work-head.tsx";
import {
  PAGE_SIZE,
  readWorkQuery,
  SOON_MS,
  type Tab,
  type WorkQuery,
  workFilter,
  workQueryString,
} from "./work-query.ts";

const ROWS = "danh-sach";
const WHY = { purpose: "work-list" } as const;

/** The unit's work, the most urgent first. */
export function workPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const query = readWorkQuery(c);
    const now = deps.clock.now();
    const { unit } = officer.post;
    const provinces = await deps.dossiers.cooperation.provincesOf(deps.db, unit.id);
    const calendar = await deps.workingTime.hours.calendarOf(deps.db, unit.id);
    const at = workMoments(calendar, now);
    const accounts = await deps.access.worksFor(officer);
    const filter = workFilter(query, officer, provinces, deps.procedures, at, accounts);
    const offset = (query.page - 1) * PAGE_SIZE;
    const [found, counts, colleagues] = await Promise.all([
      readLogged(deps.db, now, whoOf(officer), WHY, async (reading) => {
        const rows = await deps.dossiers.work(reading, filter, PAGE_SIZE + 1, offset);
        for (const { ownerNumber, code } of rows.slice(0, PAGE_SIZE))
          reading.note({ subjectNumber: ownerNumber, dossierCode: code, fields: ["name"] });
        return { rows, unread: await deps.messages.talk.unread(reading, rows, "citizen") };
      }),
      deps.dossiers.countWork(deps.db, provinces, unit.id, now, now + SOON_MS, at.forwardedLateBefore),
      deps.access.officersOf(unit.id),
    ]);
    const names = new Map(colleagues.map((colleague) => [colleague.account, colleague.name]));
    const rows = found.rows.slice(0, PAGE_SIZE);
    const picks = manyActsFor(deps.procedures, officer.post.roles).length > 0;
    const lang = c.get("lang");
    // A code typed, or read from a receipt, names one dossier: its page opens at once.
    const [only] = rows;
    if (only && rows.length === 1 && only.code === query.search.trim().toUpperCase())
      return c.redirect(href(c, `/office/ho-so/${only.code}`), 303);
    const listAt = (changes: Partial<WorkQuery>): string =>
      href(c, "/office") + workQueryString({ ...query, page: 1, ...changes });
    const titleOf = (key: string): string => deps.dossiers.findProcedure(key)?.title[lang] ?? key;

    return officePage(
      deps,
      c,
      officer,
      {
        title: text("Hồ sơ cần giải quyết", "Dossiers to handle"),
        ...(rows.length > 0 ? { skips: [{ to: ROWS, label: text("Đến danh sách hồ sơ", "To the list") }] } : {}),
      },
      <>
        <h1 class="govuk-heading-l">{{ vi: "Hồ sơ cần giải quyết", en: "Dossiers to handle" }[lang]}</h1>
        <WorkFigures c={c} counts={counts} lang={lang} />
        <SearchBox
          action={href(c, "/office")}
          label={text("Mã hồ sơ hoặc tên chủ hồ sơ", "Dossier code or owner's name")}
          hint={text(
            "Gõ đủ từng chữ của tên, có dấu hay không; hoặc mã hồ sơ, hay các ký tự cuối của mã. Tìm cả hồ sơ đã đóng.",
            "Whole words of the name, accents or not; or the code, or its last signs. Closed dossiers are searched too.",
          )}
          value={query.search}
          lang={lang}
          shortcut="/"
        />
        <p class="govuk-body">
          <Shortcut
            keys={["/"]}
            does={text("để đưa con trỏ vào ô tìm", "puts the cursor into the search")}
            lang={lang}
          />
        </p>
        <Tabs
          lang={lang}
          label={text("Danh sách", "Lists")}
          tabs={tabs.map(({ tab, label }) => ({
            label,
            href: listAt({ tab, ...(tab === "tat-ca" ? {} : { search: "" }) }),
            current: tab === query.tab,
          }))}
        />
        <Split
          sideLabel={{ vi: "Bộ lọc", en: "Filters" }[lang]}
          side={
            <WorkFilters
              deps={deps}
              c={c}
              query={query}
              at={listAt}
              titleOf={titleOf}
              nameOf={(account) => names.get(account) ?? ""}
            />
          }
        >
          <Wide label={text("Hồ sơ của đơn vị", "Dossiers of the unit")} lang={lang}>
            <Table
              dense
              captionHidden
              rowsId={ROWS}
              caption={text("Hồ sơ của đơn vị", "Dossiers of the unit")}
              empty={text("Không có hồ sơ nào phù hợp.", "No dossier matches.")}
              lang={lang}
              columns={[
                { key: "code", label: text("Mã hồ sơ", "Code") },
                { key: "procedure", label: text("Thủ tục", "Procedure") },
                { key: "owner", label: text("Chủ hồ sơ", "Owner") },
                { key: "status", label: text("Trạng thái", "Status") },
                {
                  key: "filed",
                  label: text("Ngày nộp", "Filed"),
                  sort: {
                    href: listAt({ sort: "nop" }),
                    ...(query.sort === "nop" ? { now: "descending" as const } : {}),
                  },
                },
                {
                  key: "due",
                  label: text("Hạn trả", "Due"),
                  ...(query.tab === "tat-ca"
                    ? {}
                    : {
                        sort: {
                          href: listAt({ sort: "han" }),
                          ...(query.sort === "han" ? { now: "ascending" as const } : {}),
                        },
                      }),
                },
                { key: "assigned", label: text("Người thụ lý", "Assigned to") },
              ]}
              rows={rows.map((row) =>
                workRow(c, row, { now, calendar, titleOf, names, accounts, officer, picks, unread: found.unread }),
              )}
            />
          </Wide>
          <DoMany deps={deps} c={c} officer={officer} rows={rows.length} />
          <Pagination
            lang={lang}
            {...(query.page > 1 ? { previousHref: listAt({ page: query.page - 1 }) } : {})}
            {...(found.rows.length > PAGE_SIZE ? { nextHref: listAt({ page: query.page + 1 }) } : {})}
            {...(rows.length > 0
              ? {
                  position: text(
                    `Hồ sơ ${offset + 1}–${offset + rows.length}`,
                    `Dossiers ${offset + 1}–${offset + rows.length}`,
                  ),
                }
              : {})}
          />
        </Split>
      </>,
    );
  });

  return app;
}

const tabs: readonly { readonly tab: Tab; readonly label: { vi: string; en: string } }[] = [
  { tab: "dang-giai-quyet", label: text("Cả đơn vị", "Whole unit") },
  { tab: "luot-toi", label: text("Đến lượt tôi", "My turn") },
  { tab: "tat-ca", label: text("Tất cả, kể cả đã đóng", "All, closed too") },
];

type RowNeeds = {
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly titleOf: (key: string) => string;
  readonly names: ReadonlyMap<string, string>;
  readonly officer: Officer;
  /** The officer's own account, and that of whom they stand in for. */
  readonly accounts: readonly string[];
  /** Whether the post does anything with many at once. */
  readonly picks: boolean;
  /** Dossiers, by id, in which the citizen wrote something unread. */
  readonly unread: ReadonlySet<string>;
};

function workRow(c: Ctx, row: WorkRow, needs: RowNeeds): Row {
  const lang = c.get("lang");
  const assigned = row.assignedTo === null ? "–" : (needs.names.get(row.assignedTo) ?? "–");
  const mine = row.assignedTo === needs.officer.account;
  return {
    href: href(c, `/office/ho-so/${row.code}`),
    before: needs.picks && (
      <Pick
        form={MANY_FORM}
        name="ma"
        value={row.code}
        label={text(`Chọn ${row.code}`, `Tick ${row.code}`)}
        lang={lang}
      />
    ),
    tone: rowTone(row, needs.now),
    cells: {
      code: row.code,
      procedure: needs.titleOf(row.procedureKey),
      owner: row.ownerName,
      status: (
        <>
          <Tag {...statusTag(row.status)} lang={lang} />
          {needs.unread.has(row.id) && (
            <>
              {" "}
              <Tag label={text("Tin mới", "New message")} tone="attention" lang={lang} />
            </>
          )}
        </>
      ),
      filed: <DateText on={dayOfInstant(row.filedAt)} />,
      due: (
        <>
          <Due row={row} now={needs.now} lang={lang} />
          <Forward row={row} calendar={needs.calendar} now={needs.now} lang={lang} />
        </>
      ),
      assigned: mine ? { vi: `${assigned} (tôi)`, en: `${assigned} (me)` }[lang] : assigned,
    },
  };
}
