import type { Procedure } from "../../../engine/definition/index.ts";
import {
  dateOf,
  day,
  dayOfInstant,
  dayOfMonth,
  type Instant,
  monthOf,
  type PlainDate,
  yearOf,
} from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Unit } from "../../../modules/catalogue/index.ts";
import {
  type Arrival,
  arrivals,
  type Cell,
  type Grouping,
  type Question,
  quarterOf,
  type Timing,
  timings,
} from "../../../modules/figures/index.ts";
import type { Ctx, WebDeps } from "../../context.ts";
import { searchTyped } from "../../forms.ts";
import type { Officer } from "../guard.ts";

/** By what a page tells figures apart: what the database groups by, and fields, which are groups of procedures. */
export type GroupBy = Grouping | "field";
export const GROUP_BY: Readonly<Record<string, GroupBy>> = {
  "linh-vuc": "field",
  "thu-tuc": "procedure",
  "don-vi": "unit",
  "can-bo": "officer",
  ngay: "day",
  kenh: "channel",
};
export type PeriodKind = "thang" | "quy" | "nam" | "tuy-chon";

export const PERIODS = [
  { value: "thang", label: text("Tháng này", "This month") },
  { value: "quy", label: text("Quý này", "This quarter") },
  { value: "nam", label: text("Năm nay", "This year") },
  { value: "tuy-chon", label: text("Từ ngày đến ngày", "From day to day") },
];
/** A day as the boxes of a form hold it. */
export const partsOf = (date: PlainDate) => ({
  day: String(dayOfMonth(date)),
  month: String(monthOf(date)),
  year: String(yearOf(date)),
});

/** What a page of figures shows, as its address says it. */
export type FiguresQuery = {
  readonly period: PeriodKind;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** What was typed where it is no period. */
  readonly wrong: boolean;
  readonly by: string;
  /** One office, or all the officer may see. */
  readonly unit: string;
  readonly field: string;
  readonly procedure: string;
};

/** The offices whose figures a post may see: its own, and for whoever oversees, those under it. */
export const unitsSeenBy = (deps: WebDeps, { post }: Officer): readonly Unit[] => {
  const own = deps.catalogue.getUnit(post.unit.id);
  return post.roles.includes("overseer") ? [own, ...deps.catalogue.unitsUnder(own.id)] : [own];
};

/** Whether figures of single officers are shown: to those who lead. */
export const leads = ({ post }: Officer): boolean =>
  post.roles.some((role) => role === "unitLead" || role === "signer" || role === "overseer");

export function readFiguresQuery(c: Ctx, now: Instant): FiguresQuery {
  const given = (name: string): string => searchTyped(c, name, 100);
  const today = dayOfInstant(now);
  const period = (["thang", "quy", "nam", "tuy-chon"] as const).find((kind) => kind === given("ky")) ?? "thang";
  const typed = (name: string): PlainDate | null =>
    dateOf(Number(given(`${name}.year`)), Number(given(`${name}.month`)), Number(given(`${name}.day`)));
  const [from, until] = [typed("tu"), typed("den")];
  const ofKind = periodOf(period, today);
  const fits = from !== null && until !== null && from <= until;
  const own = period === "tuy-chon" && fits;
  return {
    period,
    from: own ? from : ofKind.from,
    until: own ? until : ofKind.until,
    wrong: period === "tuy-chon" && !fits,
    by: Object.hasOwn(GROUP_BY, given("theo")) ? given("theo") : "linh-vuc",
    unit: given("don-vi-nao"),
    field: given("linh-vuc-nao"),
    procedure: given("thu-tuc-nao"),
  };
}

function periodOf(kind: PeriodKind, today: PlainDate): { from: PlainDate; until: PlainDate } {
  const year = today.slice(0, 4);
  if (kind === "nam") return { from: day(`${year}-01-01`), until: today };
  if (kind === "quy") return { from: day(quarterOf(today).from), until: today };
  return { from: day(`${today.slice(0, 8)}01`), until: today };
}

export function figuresQueryString(query: FiguresQuery, more: Readonly<Record<string, string>> = {}): string {
  const dates = (name: string, date: PlainDate): [string, string][] => [
    [`${name}.day`, String(dayOfMonth(date))],
    [`${name}.month`, String(Number(date.slice(5, 7)))],
    [`${name}.year`, date.slice(0, 4)],
  ];
  const named: [string, string][] = [
    ["ky", query.period === "thang" ? "" : query.period],
    ...(query.period === "tuy-chon" ? [...dates("tu", query.from), ...dates("den", query.until)] : []),
    ["theo", query.by === "linh-vuc" ? "" : query.by],
    ["don-vi-nao", query.unit],
    ["linh-vuc-nao", query.field],
    ["thu-tuc-nao", query.procedure],
    ...Object.entries(more),
  ];
  const params = new URLSearchParams(named.filter(([, value]) => value !== "")).toString();
  return params && `?${params}`;
}

/** The question as the figures are asked; null where the office named is not among those the officer may see. */
export function questionOf(
  query: FiguresQuery,
  seen: readonly Unit[],
  procedures: readonly Procedure[],
): Question | null {
  const units = query.unit ? seen.filter(({ id }) => id === query.unit) : seen;
  if (units.length === 0) return null;
  const chosen = procedures.filter(
    ({ key, field }) => (!query.procedure || key === query.procedure) && (!query.field || field.key === query.field),
  );
  return {
    units: units.map(({ id }) => id),
    from: query.from,
    until: query.until,
    procedures: query.procedure || query.field ? chosen.map(({ key }) => key) : null,
    officer: null,
    channel: null,
  };
}

/** The columns of the table, each a figure that opens as its dossiers. */
export type ColumnKey = Arrival | Timing;

/** The figure that an address means: `o` the column, `khoa` the group under `theo`. */
export function readCell(
  c: Ctx,
  query: FiguresQuery,
  question: Question,
  procedures: readonly Procedure[],
): { readonly question: Question; readonly cell: Cell } {
  const column = searchTyped(c, "o", 30);
  const key = searchTyped(c, "khoa", 100);
  const by = GROUP_BY[query.by] ?? "field";
  const came = arrivals.find((one) => one === column) ?? null;
  const timing = timings.find((one) => one === column) ?? null;
  if (by !== "field")
    return { question, cell: { came, timing, group: key ? { by, key: key === NOBODY ? "" : key } : null } };
  const ofField = key ? procedures.filter(({ field }) => field.key === key).map((one) => one.key) : question.procedures;
  return { question: { ...question, procedures: ofField }, cell: { came, timing, group: null } };
}
/** Stands in addresses for the group of dossiers assigned to nobody. */
export const NOBODY = "-";

export const titleOfChannel: Readonly<Record<string, Text>> = {
  online: { vi: "Trực tuyến", en: "Online" },
  desk: { vi: "Trực tiếp", en: "At the desk" },
  post: { vi: "Bưu chính", en: "By post" },
  kiosk: { vi: "Ki-ốt", en: "Kiosk" },
  mobile: { vi: "Lưu động", en: "Mobile team" },
};
