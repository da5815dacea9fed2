import { day, instantAt } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import { Button } from "./button.tsx";
import { Checkboxes } from "./checkboxes.tsx";
import { DueBadge, type DueState } from "./due-badge.tsx";
import { Figures } from "./figures.tsx";
import { Filters } from "./filters.tsx";
import { Pagination } from "./pagination.tsx";
import { SearchBox } from "./search-box.tsx";
import { Select } from "./select.tsx";
import { Shortcut } from "./shortcut.tsx";
import { Split } from "./split.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Table } from "./table.tsx";
import { Tabs } from "./tabs.tsx";
import { Tag } from "./tag.tsx";
import { Timeline } from "./timeline.tsx";

const WORK: readonly { code: string; who: string; state: DueState; hour: number; tone?: "late" | "soon" }[] = [
  { code: "G01.001.1A-261118-010017", who: "Nguyễn Thị Minh Khai", state: "late", hour: 17, tone: "late" },
  { code: "G01.001.1A-261120-010003", who: "Khách sạn Sông Hồng", state: "soon", hour: 17, tone: "soon" },
  { code: "G01.001.1A-261123-010001", who: "Lê Văn Tám", state: "on-time", hour: 17 },
];

/** Components of case work as they stand together in a work list and a dossier. */
export const GalleryWork = ({ lang }: { lang: Language }) => (
  <>
    <h1 class="govuk-heading-l">{lang === "vi" ? "Hồ sơ cần xử lý" : "Dossiers to handle"}</h1>
    <Figures
      lang={lang}
      figures={[
        { label: { vi: "Quá hạn", en: "Overdue" }, value: "1", href: "/office?due=late", tone: "late" },
        { label: { vi: "Đến hạn hôm nay", en: "Due today" }, value: "3", href: "/office?due=today", tone: "soon" },
        { label: { vi: "Đang xử lý", en: "Open" }, value: "12", href: "/office?state=open" },
        { label: { vi: "Chờ bổ sung", en: "Awaiting supplement" }, value: "2", href: "/office?state=waiting" },
      ]}
    />
    <Split
      sideLabel={lang === "vi" ? "Bộ lọc" : "Filters"}
      side={
        <Filters
          action="/office"
          clearHref="/office"
          lang={lang}
          chosen={[{ label: { vi: "Tạm trú", en: "Temporary residence" }, removeHref: "/office?" }]}
        >
          <Select
            name="procedure"
            label={{ vi: "Thủ tục", en: "Procedure" }}
            lang={lang}
            options={[{ value: "tr", label: { vi: "Đăng ký tạm trú", en: "Temporary residence" } }]}
            value="tr"
          />
          <Checkboxes
            name="due"
            label={{ vi: "Thời hạn", en: "Due" }}
            lang={lang}
            small
            options={[
              { value: "late", label: { vi: "Quá hạn", en: "Overdue" } },
              { value: "today", label: { vi: "Hôm nay", en: "Today" } },
            ]}
          />
        </Filters>
      }
    >
      <SearchBox
        action="/office/search"
        label={{ vi: "Mã hồ sơ, tên hoặc số định danh", en: "Code, name or number" }}
        lang={lang}
        shortcut="/"
      />
      <p>
        <Shortcut keys={["/"]} does={{ vi: "để tìm", en: "to search" }} lang={lang} />
      </p>
      <Tabs
        lang={lang}
        label={{ vi: "Danh sách", en: "Lists" }}
        tabs={[
          { label: { vi: "Của tôi", en: "Mine" }, href: "/office", current: true, count: 12 },
          { label: { vi: "Cả đơn vị", en: "Whole unit" }, href: "/office?all" },
        ]}
      />
      <Table
        caption={{ vi: "Hồ sơ theo hạn trả", en: "Dossiers by due time" }}
        captionHidden
        dense
        lang={lang}
        columns={[
          { key: "code", label: { vi: "Mã hồ sơ", en: "Code" } },
          { key: "who", label: { vi: "Người nộp", en: "Applicant" } },
          { key: "procedure", label: { vi: "Thủ tục", en: "Procedure" } },
          { key: "status", label: { vi: "Trạng thái", en: "Status" } },
          { key: "due", label: { vi: "Hạn trả", en: "Due" }, sort: { href: "/office?sort=-due", now: "ascending" } },
        ]}
        rows={WORK.map((work) => ({
          href: `/office/dossiers/${work.code}`,
          tone: work.tone,
          cells: {
            code: work.code,
            who: work.who,
            procedure: lang === "vi" ? "Đăng ký tạm trú" : "Temporary residence",
            status: <Tag tone="progress" label={{ vi: "Đang giải quyết", en: "In progress" }} lang={lang} />,
            due: <DueBadge state={work.state} lang={lang} dueAt={instantAt(day("2026-11-23"), work.hour * 60)} />,
          },
        }))}
      />
      <Pagination
        nextHref="/office?after=x"
        previousHref="/office?before=y"
        position={{ vi: "51–100 trong 1.204 hồ sơ", en: "51–100 of 1,204 dossiers" }}
        lang={lang}
      />
    </Split>
    <Split
      sideAt="end"
      sideLabel={lang === "vi" ? "Việc cần làm" : "What to do"}
      side={
        <div class="mc-card">
          <h2 class="govuk-heading-m">{lang === "vi" ? "Việc cần làm" : "What to do"}</h2>
          <div class="govuk-button-group">
            <Button label={{ vi: "Đề xuất giải quyết", en: "Propose" }} lang={lang} />
            <Button label={{ vi: "Yêu cầu bổ sung", en: "Request more" }} lang={lang} kind="secondary" />
          </div>
          <Timeline
            lang={lang}
            entries={[
              {
                title: { vi: "Tiếp nhận", en: "Accepted" },
                at: instantAt(day("2026-11-18"), 540),
                by: "Trần Quốc Toản",
              },
              { title: { vi: "Đề xuất", en: "Proposal" }, ahead: true },
            ]}
          />
        </div>
      }
    >
      <SummaryList
        title={{ vi: "Người nộp", en: "Applicant" }}
        lang={lang}
        rows={[
          { label: { vi: "Họ và tên", en: "Full name" }, value: "Nguyễn Thị Minh Khai" },
          { label: { vi: "Số định danh", en: "Number" }, value: "001••••••123" },
        ]}
      />
    </Split>
  </>
);
