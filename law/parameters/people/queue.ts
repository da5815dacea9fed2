import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn, rowsByKey } from "../table.ts";

/**
 * The waiting room: who goes ahead, and how the office calls. The laws name the elderly and the disabled; the other
 * classes are service rules, and the figures of calling are our own: no text sets them.
 */

/**
 * `least` and `most` are ages in full years; a class with an age is known from the birth date, the others are declared and
 * confirmed by the officer. class | least | most | from | until | basis | evidence
 */
const classLines = `
elderly|60||2010-07-01||39/2009/QH12@2|read
child||15|2017-06-01||102/2016/QH13@1|recalled
disabled|||2011-01-01||51/2010/QH12@toàn văn|reported
pregnant|||2025-07-01||118/2025/NĐ-CP@toàn văn|design
merit|||2021-07-01||02/2020/UBTVQH14@toàn văn|recalled
ethnic-remote|||2026-07-20||29/2026/QĐ-TTg@toàn văn|design
`;

/**
 * `ahead-in-row`: at most this many go ahead at a counter before one of the ordinary line. `late-minutes`: who comes later
 * than this after the end of the booked slot waits in the ordinary line. figure | value | from | until | basis | evidence
 */
const figureLines = `
ahead-in-row|2|2025-07-01||118/2025/NĐ-CP@toàn văn|design
late-minutes|15|2025-07-01||118/2025/NĐ-CP@toàn văn|design
booking-days-ahead|30|2025-07-01||118/2025/NĐ-CP@toàn văn|design
booking-kept-days|90|2025-07-01||33/2024/QH15@toàn văn|design
`;

export const PRIORITY_CLASSES = {
  elderly: text("Người cao tuổi (từ đủ 60 tuổi)", "Elderly (60 or over)"),
  child: text("Trẻ em (dưới 16 tuổi)", "Child (under 16)"),
  disabled: text("Người khuyết tật", "Person with a disability"),
  pregnant: text("Phụ nữ mang thai hoặc có con nhỏ đi cùng", "Pregnant, or with a small child"),
  merit: text("Người có công", "Person of merit"),
  "ethnic-remote": text("Dân tộc thiểu số, vùng sâu, vùng xa", "Ethnic minority or remote area"),
} as const satisfies Readonly<Record<string, Text>>;
export type PriorityClass = keyof typeof PRIORITY_CLASSES;
export type QueueFigureKey = "ahead-in-row" | "late-minutes" | "booking-days-ahead" | "booking-kept-days";

export type PriorityRow = Proven & {
  readonly key: PriorityClass;
  /** Ages in full years; null on both sides where the class does not follow from an age. */
  readonly least: number | null;
  readonly most: number | null;
};
export type QueueFigure = Proven & { readonly key: QueueFigureKey; readonly value: number };

const FIGURES: readonly QueueFigureKey[] = ["ahead-in-row", "late-minutes", "booking-days-ahead", "booking-kept-days"];

export const isPriorityClass = (key: string): key is PriorityClass => Object.hasOwn(PRIORITY_CLASSES, key);
const ageCell = (cell: string): number | null => (cell === "" ? null : Number(cell));

export const priorityRows = lazily(() =>
  rowsByKey(
    parseTable(["key", "least", "most", "from", "until", "basis", "evidence"], classLines).map((row): PriorityRow => {
      if (!isPriorityClass(row.key)) throw new Error(`no such class: ${row.key}`);
      return { key: row.key, least: ageCell(row.least), most: ageCell(row.most), ...provenCells(row) };
    }),
    (row) => row.key,
  ),
);

export const queueFigures = lazily(() =>
  rowsByKey(
    amended(
      "queue-figures",
      parseTable(["key", "value", "from", "until", "basis", "evidence"], figureLines).map((row): QueueFigure => {
        const key = FIGURES.find((known) => known === row.key);
        if (!key) throw new Error(`no such figure: ${row.key}`);
        return { key, value: Number(row.value), ...provenCells(row) };
      }),
      (row) => row.key,
    ),
    (row) => row.key,
  ),
);

/** The classes that go ahead on a day, in the order of the list. */
export const priorityClassesOn = (on: PlainDate): readonly PriorityRow[] =>
  [...priorityRows().values()].flatMap((rows) => rowOn(rows, on) ?? []);

/** A figure of the waiting room; null on a day without one. */
export const queueFigureOn = (key: QueueFigureKey, on: PlainDate): QueueFigure | null =>
  rowOn(queueFigures().get(key) ?? [], on);
