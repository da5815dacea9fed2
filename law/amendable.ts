import { addDays, covers, type PlainDate, showDate, yearOf } from "../src/kernel/plain-date.ts";
import { type Text, text } from "../src/kernel/text.ts";
import { computedYear } from "./calendars/computed.ts";
import { calendarYears } from "./calendars/index.ts";
import {
  amendments,
  type CalendarAmendment,
  figureAt,
  type LawAmendment,
  type RowAmendment,
  withAmendments,
} from "./parameters/amendments.ts";
import type { DatedRow, DatedTable } from "./parameters/dated-table.ts";
import { itemName } from "./parameters/fees/fee-names.ts";
import { RATE_UNIT } from "./parameters/fees/tax-rate-rows.ts";
import { feeItem } from "./parameters/fees.ts";
import { lawTables } from "./tables.ts";

/** A figure an office may publish. People write it in `unit`; the row keeps it `scale` times as large. */
export type AmendableFigure = {
  readonly path: string;
  readonly title: Text;
  readonly unit: "dong" | "percent" | "count";
  readonly scale: number;
  readonly most: number;
};
/** A table whose figures an office may publish without a new edition of the program. */
export type AmendableTable = {
  readonly id: string;
  readonly figures: readonly AmendableFigure[];
  readonly usedFor: Text;
};

const TRILLION = 1_000_000_000_000;
const dong = (path: string, vi: string, en: string): AmendableFigure => ({
  path,
  title: text(`${vi} (đồng)`, `${en} (đồng)`),
  unit: "dong",
  scale: 1,
  most: TRILLION,
});
const count = (path: string, vi: string, en: string, most = 10_000): AmendableFigure => ({
  path,
  title: text(vi, en),
  unit: "count",
  scale: 1,
  most,
});
const percent = (path: string, vi: string, en: string, scale: number): AmendableFigure => ({
  path,
  title: text(`${vi} (%)`, `${en} (%)`),
  unit: "percent",
  scale,
  most: 100,
});

const amount = dong("amount", "Mức thu", "Amount");
const length = count("limit.count", "Thời hạn", "Length");

/** In the order in which an administrator meets them. */
export const amendableTables: readonly AmendableTable[] = [
  {
    id: "fees",
    figures: [amount],
    usedFor: text("Phí của hồ sơ và công cụ tính lệ phí", "Fees of dossiers, and the fee calculator"),
  },
  { id: "vehicle-fees", figures: [amount], usedFor: text("Tính lệ phí đăng ký xe", "The fee of vehicles and plates") },
  {
    id: "tax-rates",
    figures: [
      percent("rate", "Mức thu", "Rate", RATE_UNIT),
      percent("share", "Phần của mức khác", "Share of another rate", 1),
      dong("cap", "Mức tối đa", "Cap"),
    ],
    usedFor: text("Tính lệ phí trước bạ", "The registration tax"),
  },
  {
    id: "local-tax-rates",
    figures: [percent("rate", "Mức thu", "Rate", RATE_UNIT)],
    usedFor: text("Tính lệ phí trước bạ", "The registration tax"),
  },
  {
    id: "stay-figures",
    figures: [count("value", "Trị số", "Figure")],
    usedFor: text("Đăng ký tạm trú, thông báo lưu trú", "Temporary residence and stay notices"),
  },
  {
    id: "queue-figures",
    figures: [count("value", "Trị số", "Figure")],
    usedFor: text("Gọi số và đặt lịch hẹn", "Calling numbers and booking"),
  },
  { id: "procedure-limits", figures: [length], usedFor: text("Tính hạn giải quyết", "The due date of procedures") },
  { id: "business-duties", figures: [length], usedFor: text("Tính hạn báo cáo", "The terms of reports") },
  {
    id: "validities",
    figures: [
      count("length.count", "Thời hạn giá trị", "Length of validity"),
      count("extensionDays", "Số ngày cuối được gia hạn", "Days before the end for an extension"),
    ],
    usedFor: text("Tính thời hạn giấy tờ", "The validity of documents"),
  },
  {
    id: "penalties",
    figures: [dong("min", "Mức thấp nhất", "Least"), dong("max", "Mức cao nhất", "Most")],
    usedFor: text("Tính mức phạt an ninh, trật tự", "Fines of security and order"),
  },
  {
    id: "violations",
    figures: [
      dong("bracket.least", "Mức thấp nhất, cá nhân", "Least, individuals"),
      dong("bracket.most", "Mức cao nhất, cá nhân", "Most, individuals"),
      dong("organisationBracket.least", "Mức thấp nhất, tổ chức", "Least, organisations"),
      dong("organisationBracket.most", "Mức cao nhất, tổ chức", "Most, organisations"),
      count("points", "Điểm bị trừ", "Points deducted", 12),
    ],
    usedFor: text("Tính mức phạt giao thông", "Traffic fines"),
  },
  {
    id: "competence",
    figures: [
      dong("individual", "Đối với cá nhân", "Individuals"),
      dong("organisation", "Đối với tổ chức", "Organisations"),
    ],
    usedFor: text("Thẩm quyền xử phạt", "Power to sanction"),
  },
  {
    id: "sanction-terms",
    figures: [count("value", "Trị số", "Figure", TRILLION)],
    usedFor: text("Thời hạn, ngưỡng xử phạt", "Terms and thresholds of sanctioning"),
  },
  {
    id: "plate-auction",
    figures: [dong("startingPrice", "Giá khởi điểm", "Starting price"), dong("deposit", "Tiền đặt trước", "Deposit")],
    usedFor: text("Đấu giá biển số", "Plate auctions"),
  },
];

export const amendableTable = (id: string): AmendableTable | null =>
  amendableTables.find((table) => table.id === id) ?? null;
/** The dated table behind it, with its rows as they are in force here. */
export const datedTable = (id: string): DatedTable | null => lawTables.find((table) => table.id === id) ?? null;

/** A figure of an amendable table: its key, and all its rows by their days. */
export type AmendableKey = {
  readonly table: AmendableTable;
  readonly title: Text;
  readonly key: string;
  readonly name: Text | null;
  readonly rows: readonly DatedRow[];
};

/** Every key of the tables, in their order. */
export const amendableKeys = (): readonly AmendableKey[] =>
  amendableTables.flatMap((table) => {
    const dated = datedTable(table.id);
    if (!dated) throw new Error(`no table of the law: ${table.id}`);
    return [...Map.groupBy(dated.rows(), (row) => row.key)].map(([key, rows]) => ({
      table,
      title: dated.title,
      key,
      name: rows.at(-1)?.name ?? null,
      rows: rows.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1)),
    }));
  });

export const findAmendableKey = (table: string, key: string): AmendableKey | null =>
  amendableKeys().find((one) => one.table.id === table && one.key === key) ?? null;

/** What a fee is asked for, by the key a procedure names it; null where it names none of ours. */
export function feeTitle(feeKey: string): Text | null {
  const item = feeItem(feeKey);
  return item === null ? null : itemName(item);
}

/** The figures a row has, or could be given: an amount nobody has established may be entered. */
export const figuresOf = (table: AmendableTable, row: object): readonly AmendableFigure[] =>
  table.figures.filter(({ path }) => figureAt(row, path) !== null || (path === "amount" && path in row));

/** What is wrong with an amendment, at which part of it. */
export type AmendmentFault = {
  readonly part: "key" | "from" | "until" | "figures" | "date" | "saturday" | "year";
  readonly text: Text;
};
const fault = (part: AmendmentFault["part"], vi: string, en: string): AmendmentFault => ({ part, text: text(vi, en) });

/** Whether an amendment fits the law in force here; null when it does. */
export const amendmentFault = (one: LawAmendment): AmendmentFault | null =>
  one.kind === "figures" || one.kind === "end" ? rowFault(one) : dayFault(one);

function rowFault(one: RowAmendment): AmendmentFault | null {
  const found = findAmendableKey(one.table, one.key);
  if (!found) return fault("key", "Không có mức này trong bảng.", "There is no such figure in the table.");
  const on = one.kind === "figures" ? one.from : one.lastDay;
  const row = found.rows.find((each) => each.from !== null && covers({ from: each.from, until: each.until }, on));
  if (!row)
    return fault(
      "from",
      `Ngày ${showDate(on)} không có mức nào đang áp dụng để sửa.`,
      `No figure is in force on ${showDate(on)} that could be changed.`,
    );
  if (one.kind === "end")
    return row.until === one.lastDay
      ? fault("from", "Mức này vốn đã kết thúc vào ngày đó.", "It ends on that day already.")
      : null;
  if (one.until !== null && one.until < one.from)
    return fault("until", "Ngày cuối đứng trước ngày đầu.", "The last day is before the first.");
  if (one.until !== null && row.until !== null && one.until > row.until)
    return fault(
      "until",
      `Từ ngày ${showDate(addDays(row.until, 1))} đã có mức khác. Hãy kết thúc chậm nhất ngày ${showDate(row.until)}, rồi sửa mức sau riêng.`,
      `Another figure begins on ${showDate(addDays(row.until, 1))}. End by ${showDate(row.until)} and change the later one on its own.`,
    );
  return figureFault(one.figures, found.table, row.of);
}

function figureFault(figures: Readonly<Record<string, number>>, table: AmendableTable, row: object) {
  const known = figuresOf(table, row);
  const paths = Object.keys(figures);
  if (paths.length === 0 || paths.some((path) => !known.some((figure) => figure.path === path)))
    return fault("figures", "Hãy ghi ít nhất một trị số của mức này.", "Give at least one figure of this row.");
  const wrong = known.find(({ path, most, scale }) => {
    const value = figures[path];
    return value !== undefined && !(Number.isFinite(value) && value >= 0 && value <= most * scale);
  });
  if (wrong) return fault("figures", `“${wrong.title.vi}” nằm ngoài giới hạn.`, `“${wrong.title.en}” is out of range.`);
  const value = (path: string) => figures[path] ?? figureAt(row, path);
  const upsideDown = PAIRS.some(([least, most]) => (value(least) ?? 0) > (value(most) ?? Number.POSITIVE_INFINITY));
  return upsideDown
    ? fault("figures", "Mức thấp nhất lớn hơn mức cao nhất.", "The least is more than the most.")
    : null;
}
const PAIRS = [
  ["min", "max"],
  ["bracket.least", "bracket.most"],
  ["organisationBracket.least", "organisationBracket.most"],
] as const;

function dayFault(one: CalendarAmendment): AmendmentFault | null {
  if (one.kind === "year") {
    const last = calendarYears().at(-1)?.year ?? 0;
    const known = calendarYears().find(({ year }) => year === one.year);
    if (!known && one.year !== last + 1)
      return fault(
        "year",
        `Năm tiếp theo có thể mở lịch là ${last + 1}.`,
        `The next year whose calendar can be opened is ${last + 1}.`,
      );
    return known?.provisional === one.provisional
      ? fault("year", "Lịch năm này vốn đã như vậy.", "The calendar of this year is so already.")
      : null;
  }
  const year = calendarYears().find((each) => each.year === yearOf(one.date));
  if (!year)
    return fault(
      "date",
      `Chưa mở lịch năm ${yearOf(one.date)}. Hãy mở lịch của năm trước.`,
      `The calendar of ${yearOf(one.date)} is not open. Open that year first.`,
    );
  const isOff = year.daysOff.some(({ date }) => date === one.date);
  if (one.kind === "working-day")
    return isOff
      ? null
      : fault("date", "Ngày này không phải ngày nghỉ trong lịch.", "This is no day off in the calendar.");
  if (isOff) return fault("date", "Ngày này đã là ngày nghỉ.", "This is a day off already.");
  if (one.as === "swapped" && one.saturday === null)
    return fault("saturday", "Hãy ghi ngày thứ Bảy làm bù.", "Name the Saturday worked instead.");
  if (one.saturday !== null && one.as !== "swapped")
    return fault("saturday", "Chỉ ngày nghỉ hoán đổi mới có ngày làm bù.", "Only a day off by exchange is made good.");
  if (one.saturday !== null && yearOf(one.saturday) !== yearOf(one.date))
    return fault("saturday", "Ngày làm bù phải cùng năm.", "The Saturday must lie in the same year.");
  if (one.saturday !== null && new Date(`${one.saturday}T00:00:00Z`).getUTCDay() !== 6)
    return fault("saturday", "Ngày làm bù phải là thứ Bảy.", "The day worked instead must be a Saturday.");
  return null;
}

/** The first of several amendments, published one after the other, that does not fit; null when all do. */
export function firstFault(
  all: readonly LawAmendment[],
): { readonly at: number; readonly fault: AmendmentFault } | null {
  const inForce = amendments();
  for (const [at, one] of all.entries()) {
    const wrong = withAmendments([...inForce, ...all.slice(0, at)], () => amendmentFault(one));
    if (wrong) return { at, fault: wrong };
  }
  return null;
}

/** The rows of a key before and after a list of amendments. */
export function rowsAround(
  table: string,
  key: string,
  all: readonly LawAmendment[],
): { readonly before: readonly DatedRow[]; readonly after: readonly DatedRow[] } {
  const rows = () => findAmendableKey(table, key)?.rows ?? [];
  return { before: rows(), after: withAmendments([...amendments(), ...all], rows) };
}

/** Days on which a list of amendments turns work into rest or rest into work. */
export const daysChanged = (all: readonly LawAmendment[]): readonly PlainDate[] =>
  all.flatMap((one) => {
    if (one.kind === "working-day") return [one.date];
    if (one.kind === "day-off") return one.saturday === null ? [one.date] : [one.date, one.saturday];
    // Where the year was only computed, its computed days off give way to those published.
    return one.kind === "year" ? (computedYear(one.year)?.daysOff.map(({ date }) => date) ?? []) : [];
  });
