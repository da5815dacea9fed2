import type { DossierState } from "./derive.ts";

/** Delivery is a machine of its own: where the result is on its way to its owner. */
export type Delivery = "none" | "ready" | "with-post" | "delivered";

export function deliveryOf(state: Pick<DossierState, "status" | "posted" | "replacement">): Delivery {
  const { status, posted, replacement } = state;
  if (status !== "issued" && status !== "returned") return "none";
  // What takes the place of a wrong result is not out yet, or has to be handed over once more.
  if (replacement) return replacement.stage !== "issued" ? "none" : posted ? "with-post" : "ready";
  if (status === "returned") return "delivered";
  return posted ? "with-post" : "ready";
}
