import { day, parseIsoDate, showDate } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import {
  type Arrival,
  type Cell,
  type Line,
  type Question,
  regroup,
  type Timing,
} from "../../../modules/figures/index.ts";
import { countCell, type Cell as SheetCell, textCell } from "../../../modules/sheets/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { Table } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import { type FiguresQuery, figuresQueryString, GROUP_BY, NOBODY, titleOfChannel } from "./query.ts";

/** The table of Form II.06: (3) = (4) + (5) + (6) = (7) + (11); (7) = (8) + (9) + (10); (11) = (12) + (13). */

export type NamedLine = Line & { readonly label: string };

const ARRIVALS: Readonly<Record<Arrival, Text>> = {
  online: text("Nhận trong kỳ, trực tuyến", "Received in the period, online"),
  otherwise: text("Nhận trong kỳ, trực tiếp và bưu chính", "Received in the period, at the desk and by post"),
  before: text("Từ kỳ trước chuyển qua", "Carried over"),
};
export const TIMINGS: Readonly<Record<Timing, Text>> = {
  early: text("Đã giải quyết trước hạn", "Done early"),
  "on-time": text("Đã giải quyết đúng hạn", "Done on time"),
  late: text("Đã giải quyết quá hạn", "Done late"),
  "open-in-time": text("Đang giải quyết, trong hạn", "In hand, in time"),
  "open-late": text("Đang giải quyết, quá hạn", "In hand, late"),
  "open-paused": text("Đang tạm dừng tính hạn", "In hand, clock not running"),
};

type CountColumn = { readonly key: keyof Line; readonly title: Text; readonly opens?: Arrival | Timing };
const COLUMNS: readonly CountColumn[] = [
  { key: "received", title: text("Phải giải quyết", "To handle") },
  { key: "receivedOnline", title: ARRIVALS.online, opens: "online" },
  { key: "receivedOtherwise", title: ARRIVALS.otherwise, opens: "otherwise" },
  { key: "carriedOver", title: ARRIVALS.before, opens: "before" },
  { key: "done", title: text("Đã giải quyết", "Done") },
  { key: "early", title: TIMINGS.early, opens: "early" },
  { key: "onTime", title: TIMINGS["on-time"], opens: "on-time" },
  { key: "late", title: TIMINGS.late, opens: "late" },
  { key: "open", title: text("Đang giải quyết", "In hand") },
  { key: "openInTime", title: TIMINGS["open-in-time"], opens: "open-in-time" },
  { key: "openLate", title: TIMINGS["open-late"], opens: "open-late" },
  { key: "openPaused", title: TIMINGS["open-paused"], opens: "open-paused" },
];
const GROUP = text("Nhóm", "Group");
export const TABLE_COLUMNS: readonly Text[] = [GROUP, ...COLUMNS.map(({ title }) => title)];

export const lineCells = (line: Line, label: string): readonly SheetCell[] => [
  textCell(label),
  ...COLUMNS.map(({ key }) => countCell(Number(line[key]))),
];

/** The lines with the names people know their groups by. */
export async function linesOf(
  deps: WebDeps,
  query: FiguresQuery,
  question: Question,
  lang: Language,
): Promise<{ readonly lines: readonly NamedLine[]; readonly total: Line }> {
  const by = GROUP_BY[query.by] ?? "field";
  const { lines, total } = await deps.figures.table(question, by === "field" ? "procedure" : by);
  const fieldOf = (key: string): string => deps.procedures.find((one) => one.key === key)?.field.key ?? key;
  const grouped = by === "field" ? regroup(lines, fieldOf) : lines;
  const names = by === "officer" ? await officerNames(deps, question) : new Map<string, string>();
  return { lines: grouped.map((line) => ({ ...line, label: labelOf(deps, by, line.key, names, lang) })), total };
}

async function officerNames(deps: WebDeps, { units }: Question): Promise<ReadonlyMap<string, string>> {
  const staffs = await Promise.all(units.map((unit) => deps.access.officersOf(unit)));
  return new Map(staffs.flat().map(({ account, name }) => [account, name]));
}

function labelOf(
  deps: WebDeps,
  by: (typeof GROUP_BY)[string],
  key: string,
  names: ReadonlyMap<string, string>,
  lang: Language,
): string {
  switch (by) {
    case "field":
      return deps.procedures.find(({ field }) => field.key === key)?.field.title[lang] ?? key;
    case "procedure":
      return deps.procedures.find((one) => one.key === key)?.title[lang] ?? key;
    case "unit":
      return deps.catalogue.findUnit(key)?.name[lang] ?? key;
    case "day":
      return parseIsoDate(key) ? showDate(day(key)) : key;
    case "channel":
      return titleOfChannel[key]?.[lang] ?? key;
    default:
      return key === "" ? { vi: "Chưa phân công", en: "Assigned to nobody" }[lang] : (names.get(key) ?? OTHER[lang]);
  }
}
const OTHER = text("Cán bộ đã chuyển đơn vị", "An officer who has left");

/** What a list of dossiers shows, in words. */
export function headingOf(deps: WebDeps, query: FiguresQuery, cell: Cell, key: string, lang: Language): string {
  const by = GROUP_BY[query.by] ?? "field";
  const parts = [
    cell.came ? ARRIVALS[cell.came][lang] : null,
    cell.timing ? TIMINGS[cell.timing][lang] : null,
    key && by !== "officer" ? labelOf(deps, by, key, new Map(), lang) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" – ") : { vi: "Hồ sơ phải giải quyết", en: "Dossiers to handle" }[lang];
}

export function FigureTable(props: {
  c: Ctx;
  query: FiguresQuery;
  lines: readonly NamedLine[];
  total: Line;
  lang: Language;
}) {
  const { c, query, lang } = props;
  const opened = (column: CountColumn, line: Line, key: string) => {
    const count = Number(line[column.key]);
    if (count === 0 || column.opens === undefined) return String(count);
    const to = figuresQueryString(query, { o: column.opens, khoa: key });
    return (
      <a class="govuk-link" href={href(c, "/office/so-lieu/ho-so") + to}>
        {count}
      </a>
    );
  };
  const rowOf = (line: Line, label: string, key: string) => ({
    cells: {
      group: label,
      ...Object.fromEntries(COLUMNS.map((column) => [column.key, opened(column, line, key)])),
    },
  });
  return (
    <Wide label={text("Bảng số liệu", "Figures")} lang={lang}>
      <Table
        dense
        caption={text("Tình hình giải quyết (các cột của biểu II.06)", "State of the work (columns of Form II.06)")}
        empty={text("Không có hồ sơ nào trong kỳ.", "No dossiers in the period.")}
        lang={lang}
        columns={[
          { key: "group", label: GROUP },
          ...COLUMNS.map(({ key, title }) => ({ key, label: title, figures: true })),
        ]}
        rows={
          props.lines.length === 0
            ? []
            : [
                ...props.lines.map((line) => rowOf(line, line.label, line.key || NOBODY)),
                rowOf(props.total, { vi: "Tổng số", en: "Total" }[lang], ""),
              ]
        }
      />
    </Wide>
  );
}
