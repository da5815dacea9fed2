import { amendments, feeItem, type LawAmendment, loadAmendable, withAmendments } from "../../../law/index.ts";
import type { Procedure } from "../../engine/definition/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Sql } from "../../platform/database/database.ts";

type Amendable = Awaited<ReturnType<typeof loadAmendable>>;
export type AmendmentFault = NonNullable<ReturnType<Amendable["amendmentFault"]>>;

/** An open dossier whose due date moves. Nothing of its content: whoever keeps the law need not see it. */
export type MovedDue = {
  readonly code: string;
  readonly procedureKey: string;
  readonly unitId: string;
  readonly dueAt: number;
  readonly becomes: number;
};
export type DueMoves = { readonly moves: readonly MovedDue[]; readonly moved: number; readonly running: number };
export type OpenDebts = { readonly feeKey: string; readonly dossiers: number };

/** What the duties beside this one answer about their open cases. */
export type ImpactPorts = {
  duePreview(sql: Sql, days: readonly PlainDate[], reckon: <T>(ask: () => T) => T, most: number): Promise<DueMoves>;
  openDebts(sql: Sql, feeKeys: readonly string[]): Promise<readonly OpenDebts[]>;
};

/** A figure's rows before and after, as tables show them. */
export type FigureImpact = {
  readonly table: string;
  readonly key: string;
  readonly usedFor: Text;
} & ReturnType<Amendable["rowsAround"]>;

/** What a proposal would do if it were published now. */
export type Impact = {
  readonly figures: readonly FigureImpact[];
  readonly procedures: readonly { readonly procedure: Procedure; readonly because: Text }[];
  readonly days: readonly PlainDate[];
  readonly due: DueMoves;
  /** Open dossiers that owe one of the fees: they keep the figure of the day they were filed. */
  readonly debts: readonly OpenDebts[];
};

/** Dossiers shown by name; the rest are counted. */
const SHOWN_MOST = 50;

/** Which procedures, open dossiers and fees these changes touch. */
export async function impactOf(
  sql: Sql,
  ports: ImpactPorts,
  procedures: readonly Procedure[],
  changes: readonly LawAmendment[],
): Promise<Impact> {
  const { amendableTable, daysChanged, rowsAround } = await loadAmendable();
  const rows = changes.flatMap((one) => (one.kind === "figures" || one.kind === "end" ? [one] : []));
  const figures = [...Map.groupBy(rows, ({ table, key }) => `${table} ${key}`).values()].flatMap(([one]) =>
    one
      ? [
          {
            table: one.table,
            key: one.key,
            usedFor: amendableTable(one.table)?.usedFor ?? text("", ""),
            ...rowsAround(one.table, one.key, changes),
          },
        ]
      : [],
  );
  const days = daysChanged(changes);
  const withChanges = <T>(ask: () => T): T => withAmendments([...amendments(), ...changes], ask);
  const items = new Set(rows.filter(({ table }) => table === "fees").map(({ key }) => key.split(" / ")[0] ?? key));
  const touched = procedures.flatMap((procedure) => touchOf(procedure, items, days, rows));
  const feeKeys = procedures.flatMap(({ editions }) =>
    editions.flatMap(({ fees }) =>
      fees.filter(({ parameter }) => items.has(feeItem(parameter) ?? "")).map(({ key }) => key),
    ),
  );
  return {
    figures,
    procedures: touched,
    days,
    due:
      days.length === 0
        ? { moves: [], moved: 0, running: 0 }
        : await ports.duePreview(sql, days, withChanges, SHOWN_MOST),
    debts: feeKeys.length === 0 ? [] : await ports.openDebts(sql, [...new Set(feeKeys)]),
  };
}

/** Fields whose figures the registers of these procedures read. */
const STAY_PROCEDURES: readonly string[] = ["stay-notification", "temporary-residence"];

function touchOf(
  procedure: Procedure,
  items: ReadonlySet<string>,
  days: readonly PlainDate[],
  rows: readonly { readonly table: string }[],
): Impact["procedures"][number][] {
  const because: Text[] = [];
  const { editions } = procedure;
  if (editions.some(({ fees }) => fees.some(({ parameter }) => items.has(feeItem(parameter) ?? ""))))
    because.push(text("phí, lệ phí", "fee"));
  if (days.length > 0 && editions.some(({ deadline }) => deadline.unit !== "immediate"))
    because.push(text("hạn trả kết quả", "due date"));
  if (
    rows.some(({ table }) => table === "stay-figures") &&
    STAY_PROCEDURES.some((key) => procedure.key.startsWith(key))
  )
    because.push(text("thời hạn cư trú, lưu trú", "terms of residence and stay"));
  if (because.length === 0) return [];
  const words = text(because.map(({ vi }) => vi).join(", "), because.map(({ en }) => en).join(", "));
  return [{ procedure, because: words }];
}
