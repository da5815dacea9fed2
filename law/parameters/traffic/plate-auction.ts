import type { Evidence } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { amended } from "../amendments.ts";
import { dayCell, lazily } from "../table.ts";

/** The least a plate number is offered for, in đồng; the deposit is not below it. */
export type AuctionFloor = {
  readonly vehicle: "car" | "motorcycle";
  readonly startingPrice: number;
  readonly deposit: number;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly evidence: Evidence;
};

/**
 * Auctions were tried from 01/07/2023 under Resolution 73/2022/QH15; their floors were not established, so days before
 * the law have no row.
 */
export const auctionFloors: () => readonly AuctionFloor[] = lazily(() =>
  amended("plate-auction", [floor("car", 40_000_000), floor("motorcycle", 5_000_000)], (row) => row.vehicle),
);

const floor = (vehicle: AuctionFloor["vehicle"], least: number): AuctionFloor => ({
  vehicle,
  startingPrice: least,
  deposit: least,
  from: dayCell("2025-01-01"),
  until: null,
  source: "36/2024/QH15",
  article: "37(2),(3)",
  evidence: "read",
});
