import type { Instant } from "../../kernel/plain-date.ts";

/**
 * Who is called next. Two lines: those who go ahead (a priority class, a booked slot that has come, a hand-over from
 * another counter) and the ordinary one. Ahead comes first, each line in the order in which its people came; but at one
 * counter no more than a fixed number go ahead in a row while somebody waits in the ordinary line
 * (law/parameters/people/queue.ts, `ahead-in-row`). So priority shortens a wait and never makes one endless.
 */
export type Lane = "ahead" | "ordinary";
export type Waiting = {
  readonly id: string;
  readonly issuedAt: Instant;
  /** From when the ticket goes ahead: its issue, or the booked slot; null in the ordinary line. */
  readonly aheadFrom: Instant | null;
};

export const laneOf = ({ aheadFrom }: Pick<Waiting, "aheadFrom">, now: Instant): Lane =>
  aheadFrom !== null && aheadFrom <= now ? "ahead" : "ordinary";

/** Which line is asked first at a counter that has called `aheadInRow` ahead one after another. */
export const lanesInTurn = (aheadInRow: number, most: number): readonly [Lane, Lane] =>
  aheadInRow >= most ? ["ordinary", "ahead"] : ["ahead", "ordinary"];

/** The count after a call. Calls while nobody waits in the ordinary line take nothing from anybody and do not count. */
export function aheadInRowAfter(before: number, lane: Lane, ordinaryWaits: boolean): number {
  if (lane === "ordinary") return 0;
  return ordinaryWaits ? before + 1 : before;
}

/** The order within a line; who booked and came early waits in the ordinary line behind those who came before the slot. */
const byTurn = (a: Waiting, b: Waiting): number =>
  (a.aheadFrom ?? a.issuedAt) - (b.aheadFrom ?? b.issuedAt) || (a.id < b.id ? -1 : 1);

/** In which order these would be called if nobody else came and no booked slot began meanwhile. */
export function callingOrder(
  waiting: readonly Waiting[],
  counter: { readonly aheadInRow: number; readonly most: number; readonly now: Instant },
): readonly Waiting[] {
  const lines = Map.groupBy([...waiting].sort(byTurn), (one) => laneOf(one, counter.now));
  const order: Waiting[] = [];
  let { aheadInRow } = counter;
  while (order.length < waiting.length) {
    const lane = lanesInTurn(aheadInRow, counter.most).find((name) => (lines.get(name) ?? []).length > 0) ?? "ordinary";
    const next = lines.get(lane)?.shift();
    if (!next) break;
    order.push(next);
    aheadInRow = aheadInRowAfter(aheadInRow, lane, (lines.get("ordinary") ?? []).length > 0);
  }
  return order;
}
