import { type OriginalPaper, originalsInHand, type ReturnWay } from "../../../engine/state/index.ts";
import { ok } from "../../../kernel/result.ts";
import type { Doing } from "../act.ts";
import { incomplete } from "./intake.ts";

/** Papers of which the office holds the originals: taken in for comparison, and given back. */

export const takeOriginals =
  (papers: readonly OriginalPaper[]): Doing<"originals-taken"> =>
  async () => {
    const named = papers.filter(({ title }) => title.trim() !== "");
    if (named.length === 0)
      return incomplete("papers.0.title", "Vui lòng ghi ít nhất một giấy tờ.", "Name at least one paper.");
    const wrong = named.findIndex(({ count }) => !Number.isInteger(count) || count < 1 || count > 99);
    if (wrong >= 0)
      return incomplete(`papers.${wrong}.count`, "Số bản từ 1 đến 99.", "The number of copies is 1 to 99.");
    return ok({ data: { papers: named.map(({ title, count }) => ({ title: title.trim(), count })) } });
  };

/** All that is in hand goes back at once. */
export const returnOriginals =
  (way: ReturnWay, to: string): Doing<"originals-returned"> =>
  async ({ state, dossier }) => {
    if (way === "online")
      return incomplete("way", "Bản chính chỉ trả trực tiếp hoặc qua bưu chính.", "Originals go by hand or by post.");
    const papers = originalsInHand(state).map(({ title, count }) => ({ title, count }));
    return ok({ data: { papers, way, to: to.trim() || dossier.ownerName } });
  };
